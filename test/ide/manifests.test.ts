import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../language/src/ide/definition.ts';
import { type ManifestAction, manifestActionsOf } from '../../language/src/ide/manifest-actions.ts';
import { manifestCompletionsOf } from '../../language/src/ide/manifest-completion.ts';
import { manifestDiagnosticsOf } from '../../language/src/ide/manifest-diagnostics.ts';
import { manifestHoverOf } from '../../language/src/ide/manifest-hover.ts';
import { manifestSummariesOf } from '../../language/src/ide/manifest-summary.ts';
import { dayForTest } from '../../language/src/ide/marked-for-test.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { emptySnapshot, type Snapshot, updateSnapshot } from '../../language/src/ide/support/snapshot.ts';
import { readDocuments } from '../../language/src/manifest/read-document.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { applyEdits } from '../../language/src/turn/text-edits.ts';
import { writeNode } from '../../language/src/turn/write-node.ts';

const policies = resolve(import.meta.dirname, '../../policies');

function textsBelow(pattern: string): ReadonlyMap<string, string> {
  const names = globSync(pattern, { cwd: policies }).sort();
  return new Map(names.map((name) => [name, readFileSync(resolve(policies, name), 'utf8')]));
}

/** What ships, and nothing else. */
const shipped = [...textsBelow('**/*.waarborg')].reduce<Snapshot>(
  (snapshot, [name, text]) =>
    updateSnapshot(snapshot, [{ kind: 'text', path: `lib/${name}`, text, syntax: 'waarborg' }]),
  updateSnapshot(emptySnapshot(dayForTest), [{ kind: 'roots', roots: [{ path: 'lib/', library: true }] }]),
);

interface Manifest {
  readonly path: string;
  readonly text: string;
}

/** A manifest in JSON, over lines as a program would write it. */
function inJson(yaml: string): string {
  const root = readDocuments(sourceText('', yaml), 'yaml').documents[0]?.root;
  return root === undefined ? '' : JSON.stringify(JSON.parse(writeNode(root, true)), undefined, 2);
}

/** Every example that ships, as it is, with the line ends of Windows, and in JSON. */
const examples: readonly Manifest[] = [...textsBelow('**/*.analysis.yaml').values()].flatMap((text, index) => [
  { path: `m${index}.analysis.yaml`, text },
  { path: `w${index}.analysis.yaml`, text: text.replaceAll('\n', '\r\n') },
  { path: `j${index}.analysis.json`, text: inJson(text) },
]);

function withManifest(snapshot: Snapshot, { path, text }: Manifest): Snapshot {
  const syntax = path.endsWith('.json') ? 'json' : 'yaml';
  return updateSnapshot(snapshot, [{ kind: 'text', path, text, syntax }]);
}

/** Asks everything about one place, and holds every span to the text that it is of. */
function askAll(snapshot: Snapshot, { path, text }: Manifest, offset: number): void {
  const spans = [
    ...manifestDiagnosticsOf(snapshot, path).map(({ span }) => span),
    ...manifestSummariesOf(snapshot, path).map(({ span }) => span),
    ...namesIn(snapshot, path).map(({ span }) => span),
    ...manifestCompletionsOf(snapshot, path, offset).map(({ span }) => span),
  ];
  for (const { source, start, end } of spans) {
    expect(source.text).toBe(text);
    expect(0 <= start && start <= end && end <= text.length).toBe(true);
  }
  const hover = manifestHoverOf(snapshot, path, offset);
  if (hover !== undefined) expect(hover.span.start <= offset && offset <= hover.span.end).toBe(true);
  const definition = definitionOf(snapshot, path, offset);
  if (definition !== undefined) expect(definition.to.source.name.startsWith('lib/')).toBe(true);
  for (const { edits } of manifestActionsOf(snapshot, path, offset, offset)) applyEdits(text, edits);
}

describe('every feature of manifests', () => {
  it('answers at every place of the smallest example in each form, and all over the others', () => {
    const inOrder = examples.toSorted((a, b) => a.text.length - b.text.length);
    for (const [index, example] of inOrder.entries()) {
      const snapshot = withManifest(shipped, example);
      const step = index < 3 ? 1 : 97;
      for (let offset = 0; offset <= example.text.length; offset += step) askAll(snapshot, example, offset);
    }
  });

  it('answers about every name and every value of all examples', () => {
    for (const example of examples) {
      const snapshot = withManifest(shipped, example);
      const names = namesIn(snapshot, example.path);
      expect(names.length).toBeGreaterThan(0);
      for (const { span, symbol } of names) {
        expect(manifestHoverOf(snapshot, example.path, span.start) ?? symbol.of.kind).toBeDefined();
        expect(definitionOf(snapshot, example.path, span.start)?.to.source.name).toMatch(/^lib\//);
      }
    }
  });

  const damaged = fc
    .record({
      example: fc.constantFrom(...examples.filter(({ text }) => text.length < 8000)),
      at: fc.nat(),
      length: fc.nat({ max: 30 }),
      piece: fc.constantFrom(
        '',
        ' ',
        '\n',
        '\r\n  ',
        ':',
        '- ',
        '"',
        '{',
        '}',
        '[',
        ',',
        '#',
        '&a ',
        '*a',
        '\t',
        '---\n',
        '𝄞',
        'pur',
        '\u0000',
      ),
      ahead: fc.nat({ max: 3 }),
    })
    .map(({ example: { path, text }, at, length, piece, ahead }) => {
      const start = at % (text.length + 1);
      const changed = `${text.slice(0, start)}${piece}${text.slice(start + length)}`;
      return { manifest: { path, text: changed }, offset: Math.min(changed.length, start + ahead) };
    });

  it('answers in a manifest that somebody is in the middle of', () => {
    let snapshot = shipped;
    fc.assert(
      fc.property(damaged, ({ manifest, offset }) => {
        snapshot = withManifest(snapshot, manifest);
        askAll(snapshot, manifest, offset);
      }),
    );
  });
});

/** How heavy a finding is: what was found may never become lighter than it is while nothing has been filled in. */
const open = ['fail', 'unproven'];

describe('what is offered for findings', () => {
  function offered(manifest: Manifest): readonly { readonly snapshot: Snapshot; readonly action: ManifestAction }[] {
    const snapshot = withManifest(shipped, manifest);
    const spans = new Set(manifestDiagnosticsOf(snapshot, manifest.path).map(({ span }) => span.start));
    return [...spans].flatMap((at) =>
      manifestActionsOf(snapshot, manifest.path, at, at).map((action) => ({ snapshot, action })),
    );
  }

  function findingsOf(snapshot: Snapshot, path: string): ReadonlyMap<string, string> {
    return new Map(
      manifestDiagnosticsOf(snapshot, path).flatMap(({ finding }) =>
        finding === undefined || finding.obligation.startsWith('claim:')
          ? []
          : [[`${finding.rule} ${finding.subject} ${finding.obligation}`, finding.outcome] as const],
      ),
    );
  }

  it('leaves every finding open in every example, until somebody has filled it in', () => {
    let [tried, statements] = [0, 0];
    for (const example of examples) {
      for (const { snapshot, action } of offered(example)) {
        // A value that is listed is what a person says by choosing it.
        if (action.title.en.startsWith('Record ')) continue;
        const changed = withManifest(snapshot, { ...example, text: applyEdits(example.text, action.edits) });
        const after = findingsOf(changed, example.path);
        for (const [name, outcome] of findingsOf(snapshot, example.path)) {
          if (open.includes(outcome))
            expect([action.title.en, name, open.includes(after.get(name) ?? 'gone')]).toEqual([
              action.title.en,
              name,
              true,
            ]);
        }
        tried += 1;
        if (action.kind === 'state') statements += 1;
      }
    }
    expect(tried).toBeGreaterThan(300);
    expect(statements).toBeGreaterThan(20);
  });

  it('keeps every line that was there', () => {
    for (const example of examples.filter(({ path }) => path.endsWith('.yaml'))) {
      const ends = example.path.startsWith('w') ? '\r\n' : '\n';
      for (const { action } of offered(example)) {
        const changed = applyEdits(example.text, action.edits);
        expect(changed.replaceAll(ends, '')).not.toMatch(/[\r\n]/);
        const comments = (text: string) => text.match(/(?:^|\s)#.*$/gm) ?? [];
        expect(comments(changed)).toEqual(comments(example.text));
      }
    }
  });
});
