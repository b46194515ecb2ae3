import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { describe, it } from 'vitest';
import { type Fixture, manifestFixtures, policyFixtures } from './fixtures.ts';
import { readAsManifest, readAsPolicy } from './ordeal.ts';

/** Something done to a text at a place, which is a part of its length (from 0, less than 1). */
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

function mutantsOf(fixtures: readonly Fixture[], mostChanges: number): fc.Arbitrary<string> {
  return fc
    .tuple(fc.noBias(fc.nat(fixtures.length - 1)), fc.array(change, { minLength: 1, maxLength: mostChanges }))
    .map(([index, changes]) => changes.reduce(changed, fixtures[index]?.text ?? ''));
}

const policies = mutantsOf(policyFixtures, 6);
// One sign too many breaks all of a YAML text, so that most get one or two; and most are made of what is judged as it is.
const judgedFixtures = manifestFixtures.filter(({ text }) =>
  readAsManifest(text).some(({ judgement }) => judgement.results.length > 0),
);
const manifests = fc.oneof(
  { weight: 3, arbitrary: mutantsOf(judgedFixtures, 2) },
  { weight: 1, arbitrary: mutantsOf(manifestFixtures, 6) },
);
// Those without a mistake: what YAML has and JSON has not, such as a key twice or an alias of itself, has no place there.
const jsonFixtures = judgedFixtures
  .filter(({ text }) => readAsManifest(text).every(({ typed }) => typed.diagnostics.length === 0))
  .map(({ name, text }) => ({ name, text: JSON.stringify(loadAll(text)[0], undefined, 1) }));
const jsonManifests = mutantsOf(jsonFixtures, 2);

const numRuns = Number(process.env['FUZZ_CASES'] ?? 1500);

describe('no mutation of a text crashes', () => {
  it('of a policy', () => {
    fc.assert(
      fc.property(policies, (text) => void readAsPolicy(text)),
      { numRuns },
    );
  });
  it('of a manifest', () => {
    fc.assert(
      fc.property(manifests, (text) => void readAsManifest(text)),
      { numRuns },
    );
  });
  it('of a manifest in JSON', () => {
    fc.assert(
      fc.property(
        jsonManifests,
        fc.constantFrom('json', 'detect'),
        (text, syntax) => void readAsManifest(text, syntax),
      ),
      { numRuns },
    );
  });
  it('of a policy read as a manifest, or a manifest as a policy', () => {
    fc.assert(
      fc.property(policies, (text) => void readAsManifest(text, 'detect')),
      { numRuns },
    );
    fc.assert(
      fc.property(manifests, (text) => void readAsPolicy(text)),
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
