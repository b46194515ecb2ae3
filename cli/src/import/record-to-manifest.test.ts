import { readDocuments, sourceText } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identifierOf, recordToManifest } from './record-to-manifest.ts';
import { formOf, isRecord, recordsIn } from './register-record.ts';

/** The values of a manifest's text by their keys, as plain data. */
function valuesOf(text: string): Record<string, unknown> {
  const [document] = readDocuments(sourceText('x', text), 'yaml').documents;
  expect(document?.problems).toEqual([]);
  const plain = (node: NonNullable<typeof document>['root']): unknown => {
    if (node?.kind === 'map') return Object.fromEntries(node.entries.map((entry) => [entry.key, plain(entry.value)]));
    if (node?.kind === 'list') return node.items.map(plain);
    return node?.text;
  };
  const values = plain(document?.root);
  return isRecord(values) ? values : {};
}

const standard = {
  id: 'straatverlichting',
  name: 'Straatverlichting plannen',
  organization: 'Gemeente Voorbeeld',
  status: 'In gebruik',
  begin_date: '2025-03',
  goal: '<p>Lampen vervangen voor ze stuk gaan.</p>',
  lawful_basis_grouping: [{ title: 'Gemeentewet', link: 'https://example.org/gemeentewet' }],
  source_data_grouping: [{ title: 'Storingen', link: null }],
  human_intervention: 'Een planner kijkt altijd mee.',
  category: ['Ruimte en infrastructuur'],
  publication_category: 'Overige algoritmes',
  methods_and_models: null,
  uuid: '  ',
};

describe('a record as a manifest', () => {
  it('says what the record says, each value with its field', () => {
    const { text } = recordToManifest(standard, 'straatverlichting');
    expect(text).toContain('goal: "Lampen vervangen voor ze stuk gaan." # register: goal');
    expect(text).toContain('# register: lawful_basis_grouping\nlegal_basis:');
    expect(valuesOf(text)).toEqual({
      vocabulary: 'waarborg.analysis 1',
      id: 'straatverlichting',
      name: 'Straatverlichting plannen',
      responsible: { organization: 'Gemeente Voorbeeld' },
      goal: 'Lampen vervangen voor ze stuk gaan.',
      project: { status: 'in-use', begin: '2025-03' },
      legal_basis: [{ name: 'Gemeentewet', link: 'https://example.org/gemeentewet' }],
      datasets: [{ name: 'Storingen' }],
      human_review: { description: 'Een planner kijkt altijd mee.' },
      registration: { themes: ['Ruimte en infrastructuur'], publication_category: 'other' },
      x_register: { id: 'straatverlichting' },
    });
  });

  it('guesses nothing: a status or a list that does not say exactly what is asked stays apart', () => {
    const values = valuesOf(
      recordToManifest(
        { name: 'X', status: 'Actief', dpia: 'Ja', lawful_basis_grouping: [{ title: '' }], goal: 'none' },
        'x',
      ).text,
    );
    expect(values).toEqual({
      vocabulary: 'waarborg.analysis 1',
      id: 'x',
      name: 'X',
      goal: 'none',
      x_register: { status: 'Actief', dpia: 'Ja', lawful_basis_grouping: '[{"title":""}]' },
    });
  });

  it('takes no list whose titles are the same twice, since titles are keys', () => {
    const twice = [{ title: 'BRP' }, { title: 'BRP' }];
    const values = valuesOf(recordToManifest({ name: 'X', source_data_grouping: twice }, 'x').text);
    expect(values).not.toHaveProperty('datasets');
    expect(values).toHaveProperty('x_register');
  });

  it('keeps every text to the letter', () => {
    const lines = fc.array(fc.string({ unit: 'binary', maxLength: 30 }), { minLength: 1, maxLength: 4 });
    // Markup is the one thing that is taken out, and blanks around.
    const texts = lines.map((parts) => parts.join('\n').replaceAll(/[<&]/g, '').trim()).filter((text) => text !== '');
    fc.assert(
      fc.property(texts, (text) => {
        expect(valuesOf(recordToManifest({ name: 'X', goal: text }, 'x').text)['goal']).toBe(text);
      }),
    );
  });
});

describe('the form of a record', () => {
  it('is told by its fields', () => {
    expect(formOf(standard)).toBe('standard-1.0');
    expect(formOf({ name: 'X', lars: 5 })).toBe('dump-2022');
    expect(formOf({ title: 'X', organisatie: 'Y', doel: 'Z' })).toBe('live');
    expect(formOf({ a: 1 })).toBeUndefined();
  });

  it('is found in a list, alone, or under the usual names', () => {
    expect(recordsIn([standard])).toHaveLength(1);
    expect(recordsIn(standard)).toHaveLength(1);
    expect(recordsIn({ results: [standard] })).toHaveLength(1);
    expect(recordsIn({ a: 1 })).toBeUndefined();
    expect(recordsIn('text')).toBeUndefined();
    expect(recordsIn(null)).toBeUndefined();
  });
});

describe('the identifier of a record', () => {
  it('is its own, or made of its organisation and name', () => {
    expect(identifierOf(standard, 'standard-1.0')).toBe('straatverlichting');
    expect(identifierOf({ name: 'Één, twee!', organization: 'Gemeente X' }, 'standard-1.0')).toBe(
      'gemeente-x-een-twee',
    );
    expect(identifierOf({ title: 'T', organisatie: 'O', id: '11136893' }, 'live')).toBe('algoritmeregister-11136893');
    expect(identifierOf({ name: 'X', lars: 75, source_id: 'Nog niet beschikbaar' }, 'dump-2022')).toBe('lars-75');
    expect(identifierOf({ name: '  ', organization: null }, 'standard-1.0')).toBeUndefined();
  });
});
