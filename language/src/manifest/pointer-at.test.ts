import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source.ts';
import { pointerAt } from './pointer-at.ts';
import { readDocuments } from './read-document.ts';

const text = 'id: a\ndatasets:\n  - name: x\n    "a/b~c": [1, two]\n';
const root = readDocuments(sourceText('a.yaml', text), 'yaml').documents[0]?.root;

describe('the pointer of a place', () => {
  it.each([
    ['id', '/id'],
    ['a\n', '/id'],
    ['name', '/datasets/0/name'],
    ['x', '/datasets/0/name'],
    ['"a/b~c"', '/datasets/0/a~1b~0c'],
    ['two', '/datasets/0/a~1b~0c/1'],
  ])('of %j is %s', (part, pointer) => {
    expect(pointerAt(root, text.indexOf(part))).toBe(pointer);
  });
  it('is the root outside of everything', () => {
    expect(pointerAt(root, text.length + 10)).toBe('');
    expect(pointerAt(undefined, 0)).toBe('');
  });
});
