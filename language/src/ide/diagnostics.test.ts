import { describe, expect, it } from 'vitest';
import { diagnosticsOf } from './diagnostics.ts';
import { dayForTest, markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';
import { updateSnapshot } from './support/snapshot.ts';

const pack = `pack p version 1.0.0
  use test.words 1
define bright "Bright": colour is red
rule r "R" {
  mandatory chosen by "us" because "so"
  require d: bright
}
`;
const tests = 'tests p as of 2026-11-24\ntest "t" {\n  given { colour: red }\n  expect r passes\n}\n';

function said(files: Readonly<Record<string, string>>, path: string): readonly string[] {
  const { snapshot } = markedWorkspace(files);
  return diagnosticsOf(snapshot, path).map(
    ({ code, severity, page, span, message }) =>
      `${severity} ${code} ${page ?? '-'}: ${withSpans(span.source.text, [span])}: ${message.en}`,
  );
}

describe('diagnostics', () => {
  it('are those of the writing and the meaning, each with its page', () => {
    const wrong = pack.replace('require d: bright', 'require d: brihgt');
    expect(said({ 'p.waarborg': wrong, 'words.waarborg': wordsFixture }, 'p.waarborg')).toEqual([
      'error WB0301 errors/WB0301.md: require d: «brihgt»: Nothing here is called `brihgt`',
    ]);
  });

  it('are those of lint where there is no error', () => {
    const unused = pack.replace('require d: bright', 'require d: colour is red');
    expect(said({ 'p.waarborg': unused, 'words.waarborg': wordsFixture }, 'p.waarborg')).toContainEqual(
      expect.stringMatching(/^warning unused-define lint\/unused-define\.md: define «bright» "Bright": colour is red/),
    );
  });

  it('are the tests that fail', () => {
    const failing = tests.replace('passes', 'fails');
    const files = { 'p.waarborg': pack, 'r.test.waarborg': failing, 'words.waarborg': wordsFixture };
    expect(said(files, 'r.test.waarborg')).toEqual([
      'error test-failed -: expect r «fails»: p/r passes, and the test expects that it fails',
    ]);
    expect(said({ ...files, 'r.test.waarborg': tests }, 'r.test.waarborg')).toEqual([]);
  });

  it('say that tests are not run, which would look as if they passed', () => {
    const files = { 'p.waarborg': `${pack}rule`, 'r.test.waarborg': tests, 'words.waarborg': wordsFixture };
    expect(said(files, 'r.test.waarborg')).toEqual([
      'warning tests-not-run -: tests «p» as of 2026-11-24: These tests are not run: the policies have errors',
    ]);
  });

  it('run tests with the manifests that they name, from their own folder', () => {
    const named = 'tests p as of 2026-11-24\ntest "t" {\n  given file "../a b.yaml"\n  expect r passes\n}\n';
    const files = { 'p.waarborg': pack, 'tests/r.test.waarborg': named, 'words.waarborg': wordsFixture };
    expect(
      said({ ...files, 'a b.yaml': 'vocabulary: test.words 1\nid: x\ncolour: red\n' }, 'tests/r.test.waarborg'),
    ).toEqual([]);
    expect(said(files, 'tests/r.test.waarborg')[0]).toContain('There is no file `../a b.yaml` that can be read');
  });
});

describe('a snapshot that is updated', () => {
  const files = { 'p.waarborg': pack, 'r.test.waarborg': tests, 'words.waarborg': wordsFixture };

  it('is the very same where nothing changes, and so are its diagnostics', () => {
    const { snapshot } = markedWorkspace(files);
    const same = { kind: 'text', path: 'p.waarborg', text: pack, syntax: 'waarborg' } as const;
    expect(updateSnapshot(snapshot, [same, { kind: 'as-of', asOf: dayForTest }])).toBe(snapshot);
    expect(diagnosticsOf(snapshot, 'p.waarborg')).toBe(diagnosticsOf(snapshot, 'p.waarborg'));
  });

  it('keeps what a change does not reach', () => {
    const { snapshot } = markedWorkspace({ ...files, 'other/q.waarborg': 'pack q version 1.0.0\n' });
    const roots = [
      { path: 'other/', library: false },
      { path: '', library: false },
    ];
    const apart = updateSnapshot(snapshot, [{ kind: 'roots', roots }]);
    const before = diagnosticsOf(apart, 'p.waarborg');
    const text = 'pack q version 1.0.1\n';
    const after = updateSnapshot(apart, [{ kind: 'text', path: 'other/q.waarborg', text, syntax: 'waarborg' }]);
    expect(diagnosticsOf(after, 'p.waarborg')).toBe(before);
  });

  it('is another value, and the one before it stays as it was', () => {
    const { snapshot } = markedWorkspace(files);
    const after = updateSnapshot(snapshot, [{ kind: 'removed', path: 'words.waarborg' }]);
    expect(diagnosticsOf(after, 'p.waarborg').map(({ code }) => code)).toContain('WB0201');
    expect(diagnosticsOf(snapshot, 'p.waarborg').filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('keeps nothing of files that are gone', () => {
    const { snapshot } = markedWorkspace({ ...files, 'other/q.waarborg': 'pack q version 1.0.0\n  use p 1\n' });
    const paths = [...snapshot.files.keys()];
    for (const path of paths) diagnosticsOf(snapshot, path);
    const after = updateSnapshot(
      snapshot,
      paths.map((path) => ({ kind: 'removed', path })),
    );
    const kept = [...after.memory.tables].flatMap((table) => [...table.keys()]);
    expect(kept.filter((key) => paths.some((path) => key.includes(path)))).toEqual([]);
  });
});
