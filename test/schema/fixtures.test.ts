import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAILSAFE_SCHEMA, load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { casesOf } from '../conformance/cases.ts';
import { policiesOf, wholeManifest } from '../conformance/run-case.ts';
import { buildShippedPolicies, policiesFolder } from '../policies/shipped-policies.ts';
import { disagreement, validatorOf, verdictsOn } from './agreement.ts';

const tests = join(import.meta.dirname, '..');
const shipped = buildShippedPolicies().program;
const validateShipped = validatorOf(shipped);

const examples = readdirSync(policiesFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  /\.analysis\.(?:ya?ml|json)$/.test(name),
);
const goldens = readdirSync(join(tests, 'golden/manifest')).filter((name) => name.endsWith('.golden'));
const suite = readdirSync(join(tests, 'conformance')).filter((name) => name.endsWith('.yaml'));

describe('the schema of the shipped packs', () => {
  it.each(examples)('takes the example %s', (name) => {
    const verdicts = verdictsOn(readFileSync(join(policiesFolder, name), 'utf8'), 'yaml', shipped, validateShipped);
    expect(verdicts).toHaveLength(1);
    expect(verdicts.map(({ faults }) => faults)).toEqual([undefined]);
  });

  it('agrees with the reader on every golden file of errors in manifests', () => {
    const judged = goldens.flatMap((name) => {
      const [source = ''] = readFileSync(join(tests, 'golden/manifest', name), 'utf8').split(/^=== /m);
      const syntax = source.startsWith('{') ? 'json' : 'yaml';
      return verdictsOn(source, syntax, shipped, validateShipped).map((verdicts) => ({ name, verdicts }));
    });
    expect(judged.map(({ name, verdicts }) => [name, disagreement(verdicts)]).filter(([, found]) => found)).toEqual([]);
    // Most of them are errors that a schema has too, so that little is left to what it cannot say.
    expect(judged.filter(({ verdicts }) => !verdicts.valid).map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "a-list.golden",
        "choice-misspelt.golden",
        "count-with-decimals.golden",
        "date-in-dutch-order.golden",
        "date-in-part.golden",
        "date-that-is-none.golden",
        "group-for-a-list.golden",
        "id-missing.golden",
        "item-without-key.golden",
        "key-misspelt.golden",
        "key-of-ones-own.golden",
        "list-for-a-value.golden",
        "neither-yes-nor-no.golden",
        "none-in-a-list.golden",
        "purpose-misspelt.golden",
        "purpose-with-a-case.golden",
        "share-of-sixty-one.golden",
        "share-with-a-comma.golden",
        "text-for-a-group.golden",
        "text-for-a-list.golden",
        "vocabulary-misspelt.golden",
        "vocabulary-version.golden",
      ]
    `);
    expect(judged.filter(({ verdicts }) => verdicts.valid).map(({ name }) => name)).toMatchInlineSnapshot(`
      [
        "item-twice.golden",
      ]
    `);
  });
});

describe('the schema of the conformance suite', () => {
  it.each(suite)('agrees with the reader on every manifest of %s', (file) => {
    const read: unknown = load(readFileSync(join(tests, 'conformance', file), 'utf8'), { schema: FAILSAFE_SCHEMA });
    let judged = 0;
    for (const each of casesOf(read, file).cases) {
      const { program, diagnostics } = policiesOf(each);
      if (diagnostics.some(({ severity }) => severity === 'error')) continue;
      const manifest = wholeManifest(each.manifest);
      for (const verdicts of verdictsOn(manifest, 'yaml', program, validatorOf(program))) {
        expect(disagreement(verdicts), `${each.name}\n${manifest}`).toBeUndefined();
        judged += 1;
      }
    }
    expect(judged).toBeGreaterThan(0);
  });
});
