import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { within } from './write-step-summary.ts';

const ending = '(more)\n';

describe('a text within so many bytes', () => {
  it('is whole where it has room, and else as many whole lines as go, and the ending', () => {
    expect([...within(['one\n', 'two\n'], 8, ending)].join('')).toBe('one\ntwo\n');
    expect([...within(['one\ntwo\nthree\n', 'four\n'], 15, ending)].join('')).toBe('one\ntwo\n(more)\n');
    expect([...within(['one\ntwo\nthree\n', 'four\n'], 14, ending)].join('')).toBe('one\n(more)\n');
    expect([...within(['one\n'], 3, ending)].join('')).toBe('');
    expect([...within(['one two three\n'], 8, ending)].join('')).toBe(ending);
  });

  it('never is more than that, nor ends in the midst of a line or a character', () => {
    const line = fc.string({ unit: 'binary' }).map((text) => `${text.replaceAll('\n', '')}\n`);
    fc.assert(
      fc.property(fc.array(line), fc.nat(200), (lines, room) => {
        const whole = lines.join('');
        const kept = [...within(lines, room, ending)].join('');
        expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(room);
        if (Buffer.byteLength(whole) <= room) {
          expect(kept).toBe(whole);
          return;
        }
        const start = kept.endsWith(ending) ? kept.slice(0, -ending.length) : kept;
        expect(start === '' || (start.endsWith('\n') && whole.startsWith(start))).toBe(true);
      }),
    );
  });
});
