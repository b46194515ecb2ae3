import { sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PositionEncodingKind } from 'vscode-languageserver';
import { positionsFor } from './positions.ts';

const text = fc.array(fc.constantFrom('a', ' ', 'é', '€', '𝄞', '\n', '\r\n', '\r')).map((parts) => parts.join(''));

describe('positions', () => {
  it.each([PositionEncodingKind.UTF16, PositionEncodingKind.UTF8])('in %s lead back to the offset', (encoding) => {
    const { position, offset } = positionsFor([encoding]);
    fc.assert(
      fc.property(text, fc.nat(), (written, seed) => {
        const source = sourceText('a', written);
        const at = seed % (written.length + 1);
        // In the middle of a sign of two units, or of CRLF, there is no position.
        const [before, after] = [written.charCodeAt(at - 1), written.charCodeAt(at)];
        fc.pre(!(before >= 0xd800 && before < 0xdc00) && !(before === 13 && after === 10));
        expect(offset(source, position(source, at))).toBe(at);
      }),
    );
  });

  it('in UTF-8 count bytes', () => {
    const { position } = positionsFor([PositionEncodingKind.UTF8]);
    const line = 'aé€𝄞';
    for (let end = 0; end <= line.length; end += 1) {
      if (end === line.length - 1) continue;
      const { character } = position(sourceText('a', `x\n${line}`), end + 2);
      expect(character).toBe(new TextEncoder().encode(line.slice(0, end)).length);
    }
  });

  it.each([
    [{ line: 0, character: 99 }, 2],
    [{ line: 1, character: 99 }, 6],
    [{ line: 99, character: 0 }, 6],
    [{ line: -1, character: 5 }, 0],
    [{ line: 0, character: -5 }, 0],
  ])('that are nowhere, as %j, are the nearest place', (position, offset) => {
    for (const encoding of [PositionEncodingKind.UTF16, PositionEncodingKind.UTF8]) {
      expect(positionsFor([encoding]).offset(sourceText('a', 'ab\r\ncd'), position)).toBe(offset);
    }
  });

  it('are counted as the client likes best, and in UTF-16 where it does not say', () => {
    expect(positionsFor(['utf-32', 'utf-8', 'utf-16']).encoding).toBe('utf-8');
    expect(positionsFor(['utf-16', 'utf-8']).encoding).toBe('utf-16');
    expect(positionsFor(['utf-32']).encoding).toBe('utf-16');
    expect(positionsFor(undefined).encoding).toBe('utf-16');
  });
});
