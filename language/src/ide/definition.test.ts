import { describe, expect, it } from 'vitest';
import { definitionOf } from './definition.ts';
import { markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';
import { referencesOf } from './references.ts';

const rules = `rule r "R" {
  mandatory chosen by "us" because "so"
  require d: colour is red
}
`;
const english = `pack p version 1.0.0\n  use test.words 1\n${rules}`;
const dutch = `pakket p
begrip rood: colo▮ur is red
`;
const tests = `tests p as of 2026-11-24
test "t" {
  given { colour: red }
  expect ▮r passes
}
`;

const files = { 'a.waarborg': english, 'b.waarborg': dutch, 'r.test.waarborg': tests, 'words.waarborg': wordsFixture };

describe('definition', () => {
  it('leads to the vocabulary and to the rule, from a pack and from tests', () => {
    const { snapshot, cursors } = markedWorkspace(files);
    const found = cursors.map(({ path, offset }) => definitionOf(snapshot, path, offset));
    const places = found.map((each) => each && `${each.to.source.name}: ${withSpans(each.to.source.text, [each.to])}`);
    expect(places).toEqual(['words.waarborg: «colour»: one of colour was tint', 'a.waarborg: rule «r» "R" {']);
  });

  it('is nothing where nothing is named', () => {
    const { snapshot, path, offset } = markedWorkspace({ 'a.waarborg': 'pack p ver▮sion 1.0.0\n' });
    expect(definitionOf(snapshot, path, offset)).toBeUndefined();
  });
});

describe('references', () => {
  const shownFrom = (cursor: number, withDeclaration: boolean): readonly string[] => {
    const { snapshot, cursors } = markedWorkspace(files);
    const { path, offset } = cursors[cursor] ?? { path: '', offset: 0 };
    return referencesOf(snapshot, path, offset, withDeclaration).map(
      ({ span }) => `${span.source.name}: ${withSpans(span.source.text, [span])}`,
    );
  };

  it('cross files and spellings, and stand in tests', () => {
    expect(shownFrom(0, true)).toEqual([
      'a.waarborg: require d: «colour» is red',
      'b.waarborg: begrip rood: «colour» is red',
      'r.test.waarborg: given { «colour»: red }',
      'words.waarborg: «colour»: one of colour was tint',
      'words.waarborg: colour: one of colour was «tint»',
    ]);
  });

  it('leave the declaration out where it is not asked', () => {
    expect(shownFrom(1, false)).toEqual(['r.test.waarborg: expect «r» passes']);
  });

  it('keep things of one name in two roots apart', () => {
    const { snapshot, path, offset } = markedWorkspace({
      'one/a.waarborg': 'pack p version 1.0.0\ndefine d▮: yes is yes\n',
      'two/a.waarborg': 'pack p version 1.0.0\ndefine d: yes is yes\n',
    });
    const apart = {
      ...snapshot,
      roots: [
        { path: 'one/', library: false },
        { path: 'two/', library: false },
      ],
    };
    expect(referencesOf(apart, path, offset, true).map(({ span }) => span.source.name)).toEqual(['one/a.waarborg']);
  });
});
