import fc from 'fast-check';
import type { Fixture } from './fixtures.ts';

/** Something done to a text at a place, which is a part of its length (from 0, less than 1). */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly kind: 'insert' | 'delete' | 'repeat' | 'move';
  readonly text: string;
}

/** What breaks texts, put in somewhere. */
export const hostileParts: readonly string[] = [
  ...['{', '}', '[', ']', '(', ')', '"', "'", '`', ':', ': ', ',', '- ', '? ', '|', '>', '&a ', '*a', '!x ', '!!js '],
  ...['%', '#', '\n', '\r', '\t', '\0', '\uFEFF', '\uFFFD', '\uD800', '\uDC00', '\u2028', '\u202E', '<<: *a', '---\n'],
  ...['...\n', '__proto__', 'constructor', 'hasOwnProperty', 'toString', '-1', '1e999', '0.1%', '9007199254740993'],
  ...['9999-12-31', '0000-00-00', 'none', 'null', '~', 'suppressed', '.nan', '-.inf', 'yes', 'x_', '\n  ', '\n    '],
  ...['every x in ', 'for each ', 'not ', ' and ', ' or ', 'define ', 'rule ', 'purpose ', 'under ', 'is ', 'where '],
  ...[
    'parameter ',
    'except ',
    'cut ',
    'list of ',
    '“',
    '”',
    '§',
    '😀',
    'e\u0301',
    '//',
    '=',
    '<=',
    '100%',
    '60 months',
  ],
];

const change: fc.Arbitrary<Change> = fc.record({
  // Without bias to small numbers: a text of which the first word is spoilt is read no further.
  at: fc.noBias(fc.nat(999_999)).map((millionths) => millionths / 1_000_000),
  length: fc.oneof(fc.nat(4), fc.nat(80)),
  kind: fc.constantFrom('insert', 'delete', 'repeat', 'move'),
  text: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom(...hostileParts) },
    fc.string({ unit: 'binary', maxLength: 8 }),
  ),
});

function changed(text: string, { at, length, kind, text: added }: Change): string {
  const start = Math.floor(at * text.length);
  const end = Math.min(text.length, start + length);
  const [before, part, after] = [text.slice(0, start), text.slice(start, end), text.slice(end)];
  switch (kind) {
    case 'insert':
      return before + added + part + after;
    case 'delete':
      return before + after;
    case 'repeat':
      return before + part + part + after;
    case 'move':
      return before + after + part;
  }
}

/** Some texts with things taken out, put in, repeated or moved. */
export function mutantsOf(fixtures: readonly Fixture[], mostChanges: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.noBias(fc.nat(fixtures.length - 1)), fc.array(change, { minLength: 1, maxLength: mostChanges }))
    .map(([index, changes]) => changes.reduce(changed, fixtures[index]?.text ?? ''));
}
