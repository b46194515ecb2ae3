import { describe, expect, it } from 'vitest';
import { codesOf, packOf, vocabularyOf, withoutSpans } from './parse-for-test.ts';

describe.each([
  [
    `source brief nl "A" at "https://example.nl" applies from 2020-01-01 applies until 2030-01-01 version 2024-01-01
       gives no numbers note owner nl "B" { "§ 1" says nl "C" "§ 2" says nl "D" }`,
    `bron brief "A" te vinden op "https://example.nl" geldt van 2020-01-01 geldt tot en met 2030-01-01 versie 2024-01-01
       geeft geen getallen aantekening owner "B" { "§ 1" luidt "C" "§ 2" luidt "D" }`,
  ],
  ['source avg nl "A" at <https://example.nl/x#y>', 'bron avg "A" op <https://example.nl/x#y>'],
  [
    'open purpose a nl "A" under b, c.d/e same as <https://example.nl/a> same as x/y was f note k nl "N" { purpose g }',
    'open doel a "A" onder b, c.d/e gelijk aan <https://example.nl/a> gelijk aan x/y voorheen f aantekening k "N" { doel g }',
  ],
  ['cut a under b/c because nl "A"', 'verbreek a onder b/c omdat "A"'],
  [
    'data collected for a may be used for b when c cites avg "art. 6"',
    'gegevens verzameld voor a mogen worden gebruikt voor b indien c verwijst naar avg "art. 6"',
  ],
  [
    'parameter p: share = 5% set by nl "A" because nl "B" reconsider by 2027-01-01 stricter when lower was q note k nl "N"',
    'parameter p: aandeel = 5% vastgesteld door "A" omdat "B" herzien uiterlijk 2027-01-01 strenger indien lager voorheen q aantekening k "N"',
  ],
  [
    'parameter p: duration = 5 days review by 2027-01-01 stricter when higher',
    'parameter p: termijn = 5 dagen herzien uiterlijk 2027-01-01 strenger indien hoger',
  ],
  ['parameter p: list of text = ["a", "b"]', 'parameter p: lijst van tekst = ["a", "b"]'],
  ['define d nl "D" judges analysis: a and b', 'begrip d "D" beoordeelt analysis: a en b'],
  ['note owner nl "A"\nrule r { } note tag nl "B"', 'aantekening owner "A"\nregel r { } aantekening tag "B"'],
])('%s', (english, dutch) => {
  it('is read the same in both spellings', () => {
    expect(codesOf(`pack t\n${english}`)).toEqual([]);
    expect(codesOf(`pakket t\n${dutch}`)).toEqual([]);
    const [first, second] = [packOf(`pack t\n${english}`), packOf(`pakket t\n${dutch}`)];
    expect(first.items).not.toEqual([]);
    expect(withoutSpans(second.items)).toEqual(withoutSpans(first.items));
  });
});

describe('vocabularies', () => {
  const english = `vocabulary t version 2.1.0 title nl "T" extends waarborg.analysis 1 note owner nl "N"
    manifest analysis nl "A" {
      id: text role id nl "B" was name was key
      purpose: purpose absent means none note k nl "C"
      a: number b: share c: count d: date e: duration f: yes-no g: citation
      h: one of level i: level j: list of dataset keyed by name, version k: list of list of text
    }
    record dataset { name: text }
    choices level nl "L" { low nl "M" role lowest was small high }
    note end nl "E"`;
  const dutch = `woordenlijst t versie 2.1.0 titel "T" breidt uit waarborg.analysis 1 aantekening owner "N"
    manifest analysis "A" {
      id: tekst rol id "B" voorheen name voorheen key
      purpose: doel afwezig betekent geen aantekening k "C"
      a: getal b: aandeel c: aantal d: datum e: termijn f: ja-nee g: verwijzing
      h: een van level i: level j: lijst van dataset met sleutel name, version k: lijst van lijst van tekst
    }
    gegevensgroep dataset { name: tekst }
    keuzelijst level "L" { low "M" rol lowest voorheen small high }
    aantekening end "E"`;

  it('are read the same in both spellings', () => {
    expect(codesOf(english)).toEqual([]);
    expect(codesOf(dutch)).toEqual([]);
    const { spelling, language, ...first } = vocabularyOf(english);
    const { spelling: otherSpelling, language: otherLanguage, ...second } = vocabularyOf(dutch);
    expect([spelling, language, otherSpelling, otherLanguage]).toEqual(['en', 'en', 'nl', 'nl']);
    expect(withoutSpans(second)).toEqual(withoutSpans(first));
  });

  it('have types', () => {
    const [record] = vocabularyOf(english).items;
    const types = record?.kind === 'record' ? record.fields.map((field) => field.type) : [];
    expect(types.map((type) => type.kind)).toEqual([
      ...['text', 'purpose', 'number', 'share', 'count', 'date', 'duration', 'yes-no', 'citation'],
      ...['named', 'named', 'list', 'list'],
    ]);
    expect(withoutSpans(types[11])).toEqual({
      kind: 'list',
      of: { kind: 'named', name: { text: 'dataset' } },
      keys: [{ text: 'name' }, { text: 'version' }],
    });
  });

  it('leave a hole where a field has no type', () => {
    const [record] = vocabularyOf('vocabulary t\nrecord r {\n  a:\n  b: text\n}').items;
    expect(record?.kind === 'record' && record.fields.map(({ name, type }) => [name.text, type.kind])).toEqual([
      ['a', 'missing'],
      ['b', 'text'],
    ]);
  });
});

describe('what is said twice', () => {
  it('is reported', () => {
    expect(codesOf('pack t parameter p: count = 5 set by "A" set by "B" because "C" because "D"')).toEqual([
      'WB0116',
      'WB0116',
    ]);
  });
});
