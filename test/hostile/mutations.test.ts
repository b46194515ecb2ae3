import fc from 'fast-check';
import { loadAll } from 'js-yaml';
import { describe, it } from 'vitest';
import { manifestFixtures, policyFixtures } from './fixtures.ts';
import { hostileParts, mutantsOf } from './mutants.ts';
import { readAsManifest, readAsPolicy } from './ordeal.ts';

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
