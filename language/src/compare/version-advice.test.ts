import { describe, expect, it } from 'vitest';
import { change } from './change.ts';
import type { Change, ItemChange } from './comparison.ts';
import { versionAdvice } from './version-advice.ts';

const words = change({ kind: 'title', nature: 'words' });
const addition = change({ kind: 'added', nature: 'addition' });
const recommended = change({
  kind: 'level',
  nature: 'words',
  effects: [{ direction: 'weaker', level: 'recommended' }],
});
const verdicts = change({ kind: 'level', nature: 'words', effects: [{ direction: 'open', level: 'mandatory' }] });
const gone = change({ kind: 'removed', nature: 'name-gone' });

function item(changes: readonly Change[]): ItemChange {
  return { kind: 'rule', id: 'p/r', oldId: undefined, title: undefined, level: undefined, status: 'changed', changes };
}

describe('the step that changes ask for', () => {
  it.each([
    [[], 'none', []],
    [[words], 'patch', ['words']],
    [[words, addition], 'minor', ['addition']],
    [[recommended, addition, words], 'minor', ['recommended-verdicts', 'addition']],
    [[verdicts, addition], 'major', ['verdicts']],
    [[gone, verdicts], 'major', ['name-gone', 'verdicts']],
  ] as const)('of %j is the greatest: %s', (changes, needed, reasons) => {
    expect(versionAdvice([item(changes)], '1.0.0', '2.0.0')).toEqual({
      needed,
      made: 'major',
      tooSmall: false,
      reasons,
    });
  });

  it.each([
    ['1.0.0', '1.0.0', 'none', true],
    ['1.0.0', '1.0.1', 'patch', true],
    ['1.9.9', '1.10.0', 'minor', false],
    ['0.1.0', '0.2.0', 'minor', false],
    ['1.9.9', '2.0.0', 'major', false],
    ['2.0.0', '1.9.9', 'backwards', true],
    ['1.1.0', '1.0.9', 'backwards', true],
  ] as const)('is a minor one, and from %s to %s there is %s', (old, next, made, tooSmall) => {
    expect(versionAdvice([item([addition])], old, next)).toMatchObject({ needed: 'minor', made, tooSmall });
  });
});
