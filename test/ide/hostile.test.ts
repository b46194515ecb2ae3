import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { definitionOf } from '../../language/src/ide/definition.ts';
import { diagnosticsOf } from '../../language/src/ide/diagnostics.ts';
import { documentSymbolsOf } from '../../language/src/ide/document-symbols.ts';
import { hoverOf } from '../../language/src/ide/hover.ts';
import { markedWorkspace, wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { referencesOf } from '../../language/src/ide/references.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { updateSnapshot } from '../../language/src/ide/support/snapshot.ts';
import type { Span } from '../../language/src/source/source.ts';

/** The fixtures that hold every construct, each with what stands below it left out. */
const sources = globSync('{names,format,syntax}/*.golden', { cwd: resolve(import.meta.dirname, '../golden') }).map(
  (name) => {
    const text = readFileSync(resolve(import.meta.dirname, '../golden', name), 'utf8');
    return text.split('\n=== ')[0] ?? '';
  },
);

/** A text with a piece taken out and another put in its place. */
const damaged = fc
  .record({
    text: fc.constantFrom(...sources),
    at: fc.nat(),
    length: fc.nat({ max: 40 }),
    piece: fc.constantFrom('', ' ', '"', '{', '}', '[', '`', '.', '/', '(', 'rule', 'regel x', '\r\n', '𝄞', '\u0000'),
  })
  .map(({ text, at, length, piece }) => {
    const start = at % (text.length + 1);
    return { text: `${text.slice(0, start)}${piece}${text.slice(start + length)}`, offset: start };
  });

/** Recovery may pass over a sign in the middle of a name: what is left of it stands there in order. */
function holdsName({ source, start, end }: Span, name: string): boolean {
  let at = start;
  for (const sign of name) {
    at = source.text.indexOf(sign, at) + sign.length;
    if (at <= start || at > end) return false;
  }
  return true;
}

describe('every feature, on a file that somebody is in the middle of', () => {
  it('answers, with names that stand where the index says', () => {
    let { snapshot } = markedWorkspace({ 'words.waarborg': wordsFixture });
    const path = 'damaged.waarborg';
    fc.assert(
      fc.property(damaged, ({ text, offset }) => {
        // One after the other in the same workspace, as when somebody types.
        snapshot = updateSnapshot(snapshot, [{ kind: 'text', path, text, syntax: 'waarborg' }]);
        for (const { span, text: name, symbol } of namesIn(snapshot, path)) {
          // The name of a test is a text, in which a sign may be written in another way; recovery may shuffle one with dots.
          if (!['test', 'pack', 'vocabulary'].includes(symbol.of.kind)) expect(holdsName(span, name)).toBe(true);
        }
        for (const { span } of diagnosticsOf(snapshot, path)) expect(span.source.name).toBe(path);
        documentSymbolsOf(snapshot, path);
        hoverOf(snapshot, path, offset);
        referencesOf(snapshot, path, offset, true);
        const found = definitionOf(snapshot, path, offset);
        if (found !== undefined) expect(snapshot.files.get(found.to.source.name)?.source).toBe(found.to.source);
      }),
    );
  });
});
