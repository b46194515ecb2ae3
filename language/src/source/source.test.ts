import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineText, positionAt, sourceText, spanOf } from './source.ts';

describe('positions', () => {
  it('counts lines and columns from 1, whatever ends a line', () => {
    const source = sourceText('x', 'a\r\nbc\nd\re');
    expect([0, 1, 3, 4, 6, 8].map((offset) => positionAt(source, offset))).toEqual([
      { line: 1, column: 1 },
      { line: 1, column: 2 },
      { line: 2, column: 1 },
      { line: 2, column: 2 },
      { line: 3, column: 1 },
      { line: 4, column: 1 },
    ]);
    expect([1, 2, 3, 4, 5].map((line) => lineText(source, line))).toEqual(['a', 'bc', 'd', 'e', '']);
  });

  it('counts UTF-16 units, as editors do', () => {
    const source = sourceText('x', 'é😀x');
    expect(positionAt(source, 3)).toEqual({ line: 1, column: 4 });
  });

  it('leaves out a byte order mark at the beginning only', () => {
    expect(sourceText('x', '\uFEFFa\uFEFF').text).toBe('a\uFEFF');
  });

  it('keeps spans inside the text', () => {
    const source = sourceText('x', 'abc');
    expect(spanOf(source, -4, 9)).toEqual({ source, start: 0, end: 3 });
    expect(spanOf(source, 2, 1)).toEqual({ source, start: 2, end: 2 });
  });

  it('is the inverse of counting by hand', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('a', '\n', '\r\n', '\r', '😀')), fc.nat(), (parts, at) => {
        const text = parts.join('');
        const offset = text.length === 0 ? 0 : at % text.length;
        const before = text.slice(0, offset);
        // Inside a \r\n the line has not ended yet.
        const whole = before.endsWith('\r') && text[offset] === '\n' ? before.slice(0, -1) : before;
        const lines = whole.split(/\r\n|\r|\n/);
        expect(positionAt(sourceText('x', text), offset).line).toBe(lines.length);
      }),
    );
  });
});
