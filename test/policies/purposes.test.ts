import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import type { PurposeDeclaration } from '../../language/src/syntax/ast.ts';
import { parseShippedPolicies } from './shipped-policies.ts';

const vocabularyFolder = fileURLToPath(new URL('../../../shared/data/dpv-2.3/', import.meta.url));

function withNarrower(purpose: PurposeDeclaration): readonly PurposeDeclaration[] {
  return [purpose, ...purpose.children.flatMap(withNarrower)];
}

const purposes = parseShippedPolicies().flatMap(({ file }) =>
  file.kind === 'pack' ? file.items.flatMap((item) => (item.kind === 'purpose' ? withNarrower(item) : [])) : [],
);

it('describes every purpose in both languages', () => {
  const undescribed = purposes.filter(({ text }) => text?.en === undefined || text.nl === undefined);
  expect(undescribed.map(({ name }) => name.text)).toEqual([]);
});

it.skipIf(!existsSync(vocabularyFolder))(
  'is the same only as purposes that the Data Privacy Vocabulary 2.3 has',
  () => {
    const rows = readdirSync(vocabularyFolder)
      .filter((name) => name.includes('purposes') && name.endsWith('.csv'))
      .flatMap((name) => readFileSync(join(vocabularyFolder, name), 'utf8').split('\n'));
    // The third column of a row is the address of its term.
    const known = new Set(rows.map((row) => row.split('","')[2]));
    const addresses = purposes.flatMap(({ sameAs }) =>
      sameAs.flatMap((same) => (same.kind === 'iri' ? [same.iri] : [])),
    );
    expect(addresses.length).toBeGreaterThan(0);
    expect(addresses.filter((address) => !known.has(address))).toEqual([]);
  },
);
