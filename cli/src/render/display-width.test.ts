import { describe, expect, it } from 'vitest';
import { displayWidth, graphemesOf, graphemeWidth } from './display-width.ts';

// A wide character beside a text makes it one that is looked at grapheme by grapheme.
const wide = '語';

describe('the width of a text', () => {
  it('is the same for what is known to be plain and for what is looked at closely', () => {
    const characters = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code));
    const narrow = characters.filter(
      (character) => graphemeWidth(character) === 1 && !/[\ud800-\udfff]/.test(character),
    );
    const different = narrow.filter((character) => {
      const pair = `a${character}${character}b`;
      return (
        /[\p{Mark}\p{Default_Ignorable_Code_Point}\p{Emoji_Presentation}]/u.test(character) ||
        displayWidth(pair + wide) !== displayWidth(pair) + 2 ||
        graphemesOf(pair + wide).length !== graphemesOf(pair).length + 1
      );
    });
    expect(different).toEqual([]);
    expect(narrow).toEqual(expect.arrayContaining(['a', 'é', '✓', '✗', '≠', '≈', '→', '€', '…', '─']));
  });

  it.each([
    ['✓ a', 3],
    ['日本', 4],
    ['e\u0301', 1],
    ['\u200b', 0],
    ['✔\ufe0f', 2],
    ['👩\u200d🔬', 2],
    ['✅', 2],
    ['⌚', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});
