import { describe, expect, it } from 'vitest';
import { fileRenameEdits } from './file-rename.ts';
import { markedWorkspace } from './marked-for-test.ts';
import { editsByPath, withEdits } from './support/text-edits.ts';

const tests =
  'tests p\nmanifest m is file "../data/a b.yaml"\ntest "t" {\n  given file "../data/c.yaml"\n  expect r passes\n}\n';
const folder = 'file:///project/rules/';

function after(renames: readonly (readonly [from: string, to: string])[]): readonly string[] {
  const path = `${folder}tests/t.test.waarborg`;
  const { snapshot } = markedWorkspace({
    [path]: tests,
    [`${folder}data/a%20b.yaml`]: 'id: a',
    [`${folder}p.waarborg`]: 'pack p version 1.0.0\n',
  });
  const edits = fileRenameEdits(
    snapshot,
    renames.map(([from, to]) => ({ from: `${folder}${from}`, to: `${folder}${to}` })),
  );
  const text = withEdits(tests, editsByPath(edits).get(path) ?? []);
  return [...text.matchAll(/file (".*")/g)].map(([, written]) => written ?? '');
}

describe('renaming files', () => {
  it.each([
    ['a manifest', [['data/a%20b.yaml', 'data/d%20e.yaml']], ['"../data/d e.yaml"', '"../data/c.yaml"']],
    ['a manifest to the tests', [['data/a%20b.yaml', 'tests/a.yaml']], ['"a.yaml"', '"../data/c.yaml"']],
    ['a folder of manifests', [['data', 'more/data']], ['"../more/data/a b.yaml"', '"../more/data/c.yaml"']],
    ['the tests', [['tests/t.test.waarborg', 't.test.waarborg']], ['"data/a b.yaml"', '"data/c.yaml"']],
    ['both, by the folder around them', [['', 'other/']], ['"../data/a b.yaml"', '"../data/c.yaml"']],
    ['a policy, which is used by its name', [['p.waarborg', 'q.waarborg']], ['"../data/a b.yaml"', '"../data/c.yaml"']],
  ] as const)('%s', (_, renames, expected) => {
    expect(after(renames)).toEqual(expected);
  });
});
