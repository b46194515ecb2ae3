import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.ts';
import { breakText, paragraph, piece, printLines } from './lines.ts';

describe('a paragraph', () => {
  it('breaks at spaces and indents as deep as its head', () => {
    const lines = paragraph([piece('Found  ')], 'one two three four five six seven', 30);
    expect(printLines(lines, false)).toBe('Found  one two three four five\n       six seven\n');
  });
  it('breaks a word that is longer than a line, and takes line ends for spaces', () => {
    expect(breakText('aaaaaaaaaa b\nc', 4)).toEqual(['aaaa', 'aaaa', 'aa b', 'c']);
    expect(breakText('', 10)).toEqual(['']);
  });
  it('never gets wider than it may', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), fc.integer({ min: 8, max: 100 }), (text, width) => {
        for (const row of breakText(text, width)) expect(displayWidth(row)).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('what is printed', () => {
  const hostile = [[piece('a\u001b]0;title\u0007b\u009b31m\u202ec\r', 'bad')]];
  it('holds no control character of a text, with colours or without', () => {
    expect(printLines(hostile, false)).toBe('a\\u001b]0;title\\u0007b\\u009b31m\\u202ec\\r\n');
    // The colours that we add ourselves are taken away first.
    const coloured = printLines(hostile, true).replaceAll(/\u001b\[\d+m/g, '');
    expect(coloured).toBe(printLines(hostile, false));
  });
  it('has colours only where they are wanted', () => {
    expect(printLines([[piece('x', 'good')]], true)).toBe('\u001b[32mx\u001b[39m\n');
    expect(printLines([[piece('x', 'good')]], false)).toBe('x\n');
  });
});
