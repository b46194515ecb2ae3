import { globSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { codeActionChangeOf, codeActionsOf } from '../../language/src/ide/code-actions.ts';
import { completionsOf, completionTextOf } from '../../language/src/ide/completion.ts';
import { diagnosticsOf } from '../../language/src/ide/diagnostics.ts';
import { formattingOf, formattingOnTypeOf } from '../../language/src/ide/formatting.ts';
import { markedWorkspace, wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { semanticTokensOf } from '../../language/src/ide/semantic-tokens.ts';
import { signaturesAt } from '../../language/src/ide/signature-help.ts';
import { type Snapshot, updateSnapshot } from '../../language/src/ide/support/snapshot.ts';

/** The fixtures that hold every construct in both spellings, each with what stands below it left out. */
const sources = globSync('{names,format,syntax}/*.golden', { cwd: resolve(import.meta.dirname, '../golden') }).map(
  (name) => readFileSync(resolve(import.meta.dirname, '../golden', name), 'utf8').split('\n=== ')[0] ?? '',
);

const pieces = [
  '',
  ' ',
  '"',
  '{',
  '}',
  '[',
  '(',
  '`',
  '.',
  '/',
  ':',
  ',',
  '//',
  'and ',
  'en ',
  'rule',
  'regel x {',
  '\r\n',
  '𝄞',
];

/** A text of which a piece is missing, cut off there or not, and an offset in it. */
const damaged = fc
  .record({
    text: fc.constantFrom(...sources),
    at: fc.nat(),
    length: fc.nat({ max: 30 }),
    piece: fc.constantFrom(...pieces),
    cut: fc.boolean(),
    away: fc.nat(),
  })
  .map(({ text, at, length, piece, cut, away }) => {
    const start = at % (text.length + 1);
    const made = `${text.slice(0, start)}${piece}${cut ? '' : text.slice(start + length)}`;
    return { text: made, offset: start + piece.length, elsewhere: away % (made.length + 1) };
  });

interface Range {
  readonly start: number;
  readonly end: number;
}

/** That some stretches of a text are in it, in order, and do not overlap. */
function expectApart(ranges: readonly Range[], text: string): void {
  let last = 0;
  for (const { start, end } of ranges) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThanOrEqual(start);
    last = end;
  }
  expect(last).toBeLessThanOrEqual(text.length);
}

function tryAll(snapshot: Snapshot, path: string, offset: number): void {
  const text = snapshot.files.get(path)?.source.text ?? '';
  const found = completionsOf(snapshot, path, offset);
  for (const { span, id } of found) {
    expect(span.start <= offset && offset <= span.end && span.end <= text.length).toBe(true);
    expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n]/);
    if (id === found[0]?.id) completionTextOf(snapshot, path, offset, id);
  }
  expect(new Set(found.map(({ id }) => id)).size).toBe(found.length);
  for (const { label, parameters } of signaturesAt(snapshot, path, offset)) expectApart(parameters, label);
  expectApart(formattingOnTypeOf(snapshot, path, offset, '}'), text);
  expectApart(formattingOnTypeOf(snapshot, path, offset, '\n'), text);
  const selection = { start: offset, end: offset };
  for (const { id, change } of codeActionsOf(snapshot, path, selection, diagnosticsOf(snapshot, path))) {
    const edits = (change ?? codeActionChangeOf(snapshot, path, selection, id))?.edits ?? [];
    const own = edits.filter(({ span }) => span.source.name === path).map(({ span }) => span);
    expectApart(
      own.toSorted((a, b) => a.start - b.start),
      text,
    );
  }
}

describe('what helps to write, on a file that somebody is in the middle of', () => {
  it('answers at every place, and touches nothing outside the text', () => {
    let { snapshot } = markedWorkspace({ 'words.waarborg': wordsFixture });
    const path = 'damaged.waarborg';
    fc.assert(
      fc.property(damaged, ({ text, offset, elsewhere }) => {
        snapshot = updateSnapshot(snapshot, [{ kind: 'text', path, text, syntax: 'waarborg' }]);
        expectApart(semanticTokensOf(snapshot, path), text);
        expectApart(formattingOf(snapshot, path), text);
        for (const each of [offset, elsewhere]) tryAll(snapshot, path, each);
      }),
    );
  });

  it('answers nothing where there is nothing', () => {
    const { snapshot } = markedWorkspace({ 'a.yaml': 'a: 1', 'p.waarborg': 'pack p version 1.0.0\n' });
    for (const [path, offset] of [
      ['a.yaml', 1],
      ['nowhere', 0],
      ['p.waarborg', -1],
      ['p.waarborg', 99],
    ] as const) {
      expect(completionsOf(snapshot, path, offset)).toEqual([]);
      expect(signaturesAt(snapshot, path, offset)).toEqual([]);
    }
  });
});
