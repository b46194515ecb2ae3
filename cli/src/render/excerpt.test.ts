import { positionAt, sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayWidth } from './display-width.ts';
import { excerpt } from './excerpt.ts';
import { printLines } from './lines.ts';

/** The two lines of an excerpt for a part of a text. */
function shown(text: string, part: string, width = 80): readonly string[] {
  const source = sourceText('a.yaml', text);
  const start = text.indexOf(part);
  const range = { start: positionAt(source, start), end: positionAt(source, start + part.length) };
  return printLines(excerpt(source, range, '', width), false)
    .trimEnd()
    .split('\n');
}

describe('an excerpt', () => {
  it('marks exactly the value', () => {
    expect(shown('id: a\nmax: 61\n', '61')).toEqual(['2 │ max: 61', '  │      ^^']);
  });
  it('shows tabs as spaces', () => {
    expect(shown('a:\tb\t# c', 'b')).toEqual(['1 │ a:  b   # c', '  │     ^']);
  });
  it('counts wide characters, emoji and combining marks as a terminal does', () => {
    expect(shown('naam: 東京 x', 'x')).toEqual(['1 │ naam: 東京 x', '  │            ^']);
    expect(shown('n: 👩‍🔬 x', 'x')).toEqual(['1 │ n: 👩‍🔬 x', '  │       ^']);
    expect(shown('n: e\u0301e\u0301 x', 'x')).toEqual(['1 │ n: e\u0301e\u0301 x', '  │       ^']);
  });
  it('writes control characters out, and marks their whole escape', () => {
    expect(shown('a: \u001b[31mred x', 'x')).toEqual(['1 │ a: \\u001b[31mred x', '  │                  ^']);
    expect(shown('a: \u202ex', '\u202e')).toEqual(['1 │ a: \\u202ex', '  │    ^^^^^^']);
  });
  it('cuts a long line to a window around the value', () => {
    const [line = '', carets = ''] = shown(`${'a'.repeat(500)} VALUE ${'b'.repeat(500)}`, 'VALUE', 60);
    expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(line).toMatch(/^1 │ …a+ VALUE b+…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('VALUE');
  });
  it('marks a range over several lines to the end of the first', () => {
    expect(shown('a:\n  - b: c\n    d: e\n', 'b: c\n    d: e')).toEqual(['2 │   - b: c', '  │     ^^^^']);
  });
  it('puts one caret at an empty place', () => {
    const source = sourceText('a.yaml', 'id:\n');
    const place = { line: 1, column: 4 };
    expect(printLines(excerpt(source, { start: place, end: place }, '', 80), false)).toBe('1 │ id:\n  │    ^\n');
  });
  it('stays inside the width, with carets, for any line and range', () => {
    const line = fc
      .string({ unit: 'grapheme', maxLength: 200 })
      .map((text) => text.replaceAll(/[\r\n\u2028\u2029]/g, ' '));
    fc.assert(
      fc.property(line, fc.nat(200), fc.nat(200), fc.integer({ min: 40, max: 120 }), (text, from, length, width) => {
        const start = Math.min(from, text.length);
        const end = Math.min(start + length, text.length);
        const range = { start: { line: 1, column: start + 1 }, end: { line: 1, column: end + 1 } };
        const [first = '', second = ''] = printLines(
          excerpt(
            sourceText('a', `x\n${text}`),
            { start: { ...range.start, line: 2 }, end: { ...range.end, line: 2 } },
            '    ',
            width,
          ),
          false,
        ).split('\n');
        expect(displayWidth(first)).toBeLessThanOrEqual(width);
        expect(displayWidth(second)).toBeLessThanOrEqual(width);
        expect(second).toMatch(/\^/);
        expect(first + second).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202e]/);
      }),
    );
  });
});
