import { describe, expect, it } from 'vitest';
import { manifestDiagnosticsOf } from './manifest-diagnostics.ts';
import { studyPack, studyWords, studyWorkspace } from './manifests-for-test.ts';
import { dayForTest, markedWorkspace } from './marked-for-test.ts';
import { emptySnapshot, type Snapshot, updateSnapshot } from './support/snapshot.ts';

const head = 'vocabulary: test.study 1\nid: one\n';

function shownIn(snapshot: Snapshot, path: string, language: 'en' | 'nl' = 'en'): readonly string[] {
  return manifestDiagnosticsOf(snapshot, path).map(({ severity, code, span, message }) => {
    const text = span.source.text.slice(span.start, span.end);
    return `${severity} ${code} «${text}» ${message[language]}`;
  });
}

function shown(manifest: string, name?: string, language?: 'en' | 'nl'): readonly string[] {
  const { snapshot, path } = studyWorkspace(manifest, name);
  return shownIn(snapshot, path, language);
}

describe('findings of a manifest', () => {
  it('stand at the value that decided, each by its level and outcome', () => {
    expect(
      shown(`${head}title: A\ncolour: blue\npurpose: safety\nsets:\n  - name: a\n    age: 4 months\n  - name: b\n`),
    ).toEqual([
      'warning test.rules/bright «blue» `colour` is blue, and must be red.',
      'error test.rules/fresh «4 months» `sets[a].age` is 4 months, and must be at most 3 months.',
      'warning test.rules/fresh «name: b» `sets[b].age` is not recorded, and must be at most 3 months.',
    ]);
  });

  it('of the whole manifest stand at its first key, and what is only recommended is information', () => {
    expect(shown(`${head}colour: red\nsets: none\n`)).toEqual([
      'warning test.rules/titled «vocabulary» `title` is not recorded.',
      'notice test.rules/open-purpose «vocabulary» `purpose` is not recorded, and must fall under research.',
    ]);
  });

  it('are the same in JSON, and in the language of the reader', () => {
    const json =
      '{ "vocabulary": "test.study 1", "id": "x", "title": "A", "colour": "blue", "purpose": "safety", "sets": [] }';
    expect(shown(json, 'm.analysis.json')).toEqual([
      'warning test.rules/bright «"blue"» `colour` is blue, and must be red.',
    ]);
    expect(shown(json, 'm.analysis.json', 'nl')).toEqual([
      'warning test.rules/bright «"blue"» `colour` is blue, en moet red zijn.',
    ]);
  });

  it('lead to their rule, and say which finding they are', () => {
    const { snapshot, path } = studyWorkspace(`${head}title: A\ncolour: blue\npurpose: safety\nsets: []\n`);
    const [found] = manifestDiagnosticsOf(snapshot, path);
    expect(found?.rule?.source.text.slice(found.rule.start, found.rule.end)).toBe('bright');
    expect(found?.related.map(({ span }) => span.source.name)).toEqual(['pack.waarborg']);
    expect(found?.help?.en).toBe('It is bright (comply or explain, chosen by us)\n`colour` must be red.');
    expect(found?.finding).toEqual({
      document: 0,
      rule: 'test.rules/bright',
      subject: '',
      obligation: 'right',
      outcome: 'fail',
      pointer: '/colour',
    });
  });

  it('that are explained or excepted stay, as information', () => {
    const explained = `explanations:\n  - { reference: e, rule: bright, reason: So, accountable: chief, begins: 2026-01-01, ends: 2026-12-31 }\n`;
    const claimed = `claims:\n  - { reference: c, exception: fresh/slow, ground: slow, agreed_by: chief, begins: 2026-11-01, ends: 2026-12-31, reason: So }\n`;
    const found = shown(
      `${head}title: A\ncolour: blue\npurpose: safety\nsets: [{ name: a, age: 4 months }]\n${explained}${claimed}`,
    );
    expect(found).toEqual([
      'notice test.rules/bright «blue» `colour` is blue, and must be red.',
      'notice test.rules/fresh «4 months» `sets[a].age` is 4 months, and must be at most 3 months.',
    ]);
  });
});

describe('a manifest that is not judged', () => {
  it('says so where the policies have errors, and leads to them', () => {
    const { snapshot, path } = markedWorkspace({
      'm.analysis.yaml': `${head}title: A\n`,
      'words.waarborg': studyWords,
      'pack.waarborg': studyPack.replace('colour is red', 'color is red'),
    });
    expect(shownIn(snapshot, path)).toEqual([
      'warning manifest-not-judged «vocabulary» This manifest is not judged: the policies have errors',
    ]);
    expect(manifestDiagnosticsOf(snapshot, path)[0]?.related[0]?.span.source.name).toBe('pack.waarborg');
  });

  it('says so where there are no policies, and where nothing can be read', () => {
    const { snapshot } = markedWorkspace({ 'm.analysis.yaml': head, 'words.waarborg': studyWords });
    expect(shownIn(snapshot, 'm.analysis.yaml')).toEqual([
      'warning manifest-not-judged «vocabulary» This manifest is not judged: there are no policies',
    ]);
    expect(shown(`${head}sets: [\n`).map((line) => line.split(' ').slice(0, 2))).toEqual([['error', 'WB0501']]);
    expect(shown('').length).toBe(1);
  });

  it('has its mistakes at their places, and the rest is judged', () => {
    expect(shown(`${head}title: A\ncolour: yellow\npurpose: safety\nsets: []\nx_own: 1\n`)).toEqual([
      'error WB0550 «yellow» `yellow` is not one of the choices of `colour`',
      'warning test.rules/bright «yellow» `colour` is not readable, and must be red.',
    ]);
  });

  it('is none where the name of the file does not say so', () => {
    expect(shown(head, 'package.json')).toEqual([]);
    expect(shown(head, 'm.yaml')).toEqual([]);
  });
});

describe('which policies judge', () => {
  const small = (name: string, rule: string) =>
    `pack ${name} version 1.0.0\n  use test.study 1\n\nrule ${rule} "R" {\n  mandatory chosen by "us" because "so"\n  require given: title is recorded\n}\n`;

  function judgedIn(files: Readonly<Record<string, string>>, libraries: readonly string[], own: readonly string[]) {
    const roots = [
      ...own.map((path) => ({ path, library: false })),
      ...libraries.map((path) => ({ path, library: true })),
    ];
    const texts = Object.entries(files).map(([path, text]) => {
      return { kind: 'text', path, text, syntax: path.endsWith('.waarborg') ? 'waarborg' : 'yaml' } as const;
    });
    const snapshot = updateSnapshot(emptySnapshot(dayForTest), [{ kind: 'roots', roots }, ...texts]);
    return manifestDiagnosticsOf(snapshot, 'a/m.analysis.yaml').map(({ code }) => code);
  }

  const manifest = { 'a/m.analysis.yaml': head };
  const shipped = { 'lib/words.waarborg': studyWords, 'lib/p.waarborg': small('test.shipped', 'shipped') };
  it('those that ship where the workspace has none', () => {
    expect(judgedIn({ ...manifest, ...shipped }, ['lib/'], ['a/'])).toEqual(['test.shipped/shipped']);
  });
  it('those of the workspace else, its own root before others', () => {
    const b = { 'b/p.waarborg': small('test.b', 'b') };
    expect(judgedIn({ ...manifest, ...shipped, ...b }, ['lib/'], ['a/', 'b/'])).toEqual(['test.b/b']);
    const a = { 'a/p.waarborg': small('test.a', 'a') };
    expect(judgedIn({ ...manifest, ...shipped, ...b, ...a }, ['lib/'], ['a/', 'b/'])).toEqual(['test.a/a']);
  });
  it('only those that speak of the vocabulary of the manifest', () => {
    const other = {
      'a/p.waarborg': `vocabulary`,
      'a/o.waarborg': 'vocabulary test.other version 1.0.0\nmanifest thing { id: text role id }\n',
      'a/q.waarborg':
        'pack test.q version 1.0.0\n  use test.other 1\n\nrule q "Q" {\n  mandatory chosen by "us" because "so"\n  require given: id is recorded\n}\n',
    };
    expect(judgedIn({ ...manifest, ...shipped, ...other }, ['lib/'], ['a/'])).toEqual(['test.shipped/shipped']);
  });
});

describe('the list', () => {
  it('is the very same as long as nothing changes that it depends on', () => {
    const { snapshot, path } = studyWorkspace(`${head}colour: blue\n`);
    const before = manifestDiagnosticsOf(snapshot, path);
    const other = updateSnapshot(snapshot, [{ kind: 'text', path: 'o.analysis.yaml', text: head, syntax: 'yaml' }]);
    expect(manifestDiagnosticsOf(other, path)).toBe(before);
    const later = updateSnapshot(snapshot, [{ kind: 'as-of', asOf: dayForTest + 1 }]);
    expect(manifestDiagnosticsOf(later, path)).not.toBe(before);
    const changed = updateSnapshot(snapshot, [{ kind: 'text', path, text: `${head}colour: red\n`, syntax: 'yaml' }]);
    expect(manifestDiagnosticsOf(changed, path)).not.toBe(before);
  });

  it('is cut off where nobody would read on, and says so', () => {
    const sets = Array.from({ length: 1200 }, (_, number) => `  - { name: s${number}, age: 4 months }`).join('\n');
    const found = shown(`${head}title: A\ncolour: red\npurpose: safety\nsets:\n${sets}\n`);
    expect(found).toHaveLength(1001);
    expect(found[0]).toContain('200 more findings of this manifest are not shown here');
  });
});
