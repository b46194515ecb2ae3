import { describe, expect, it } from 'vitest';
import { type Fixture, manifestFixtures, policyFixtures } from './fixtures.ts';
import { readAsManifest, readAsPolicy } from './ordeal.ts';

/** How many prefixes of each text are read; with FUZZ_CASES that many, which is every one of most texts. */
const mostPrefixes = Number(process.env['FUZZ_CASES'] ?? 60);

/** The beginnings of a text: all where they are few, else as many spread over it, and moved on from text to text. */
function prefixesOf({ text }: Fixture, index: number): readonly string[] {
  const step = Math.max(1, Math.ceil(text.length / mostPrefixes));
  const lengths: number[] = [];
  for (let length = index % step; length <= text.length; length += step) lengths.push(length);
  return lengths.map((length) => text.slice(0, length));
}

describe('the texts that are made hostile', () => {
  it('are judged and checked as they stand, so that what is done to them reaches all of the language', () => {
    const judged = manifestFixtures.map(({ text }) =>
      readAsManifest(text).flatMap(({ judgement }) => judgement.results),
    );
    expect(judged.filter((results) => results.length > 10).length).toBeGreaterThan(10);
    const built = policyFixtures.map(({ text }) =>
      readAsPolicy(text).built.program.packs.flatMap(({ rules }) => rules),
    );
    expect(built.filter((rules) => rules.length > 0).length).toBeGreaterThan(40);
  });
});

describe('no beginning of a text crashes', () => {
  it.each(policyFixtures.map((fixture, index) => [fixture.name, fixture, index] as const))(
    'the policy %s',
    (_, fixture, index) => {
      for (const prefix of prefixesOf(fixture, index)) readAsPolicy(prefix);
    },
  );
  it.each(manifestFixtures.map((fixture, index) => [fixture.name, fixture, index] as const))(
    'the manifest %s',
    (_, fixture, index) => {
      for (const prefix of prefixesOf(fixture, index)) readAsManifest(prefix);
    },
  );
});
