import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Fixture, manifestFixtures, policyFixtures } from './fixtures.ts';
import { readAsManifest, readAsPolicy } from './ordeal.ts';

/** Something done to a text at a place, which is a part of its length. */
interface Change {
  readonly at: number;
  readonly length: number;
  readonly kind: 'insert' | 'delete' | 'repeat' | 'move';
  readonly text: string;
}

const hostileParts = [
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
  at: fc.double({ min: 0, max: 1, noNaN: true }),
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

function mutantsOf(fixtures: readonly Fixture[]): fc.Arbitrary<string> {
  return fc
    .tuple(fc.nat(fixtures.length - 1), fc.array(change, { minLength: 1, maxLength: 6 }))
    .map(([index, changes]) => changes.reduce(changed, fixtures[index]?.text ?? ''));
}

const numRuns = Number(process.env['FUZZ_CASES'] ?? 1500);

describe('no mutation of a text crashes', () => {
  it('of a policy', () => {
    fc.assert(
      fc.property(mutantsOf(policyFixtures), (text) => void readAsPolicy(text)),
      { numRuns },
    );
  });
  it('of a manifest', () => {
    fc.assert(
      fc.property(mutantsOf(manifestFixtures), fc.constantFrom('yaml', 'json', 'detect'), (text, syntax) => {
        readAsManifest(text, syntax);
      }),
      { numRuns },
    );
  });
  it('of a policy read as a manifest, or a manifest as a policy', () => {
    fc.assert(
      fc.property(mutantsOf(policyFixtures), (text) => void readAsManifest(text, 'detect')),
      { numRuns },
    );
    fc.assert(
      fc.property(mutantsOf(manifestFixtures), (text) => void readAsPolicy(text)),
      { numRuns },
    );
  });
  it('of no text at all', () => {
    const noise = fc.string({ unit: 'binary', maxLength: 200 });
    const soup = fc
      .array(fc.oneof(fc.constantFrom(...hostileParts), noise), { maxLength: 60 })
      .map((all) => all.join(''));
    fc.assert(
      fc.property(soup, (text) => void readAsManifest(text, 'detect')),
      { numRuns },
    );
    fc.assert(
      fc.property(soup, (text) => void readAsPolicy(`pack test.soup version 1.0.0\n${text}`)),
      { numRuns },
    );
  });
});
