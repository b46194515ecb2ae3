import { describe, expect, it } from 'vitest';
import { codesOf, packOf, parseText, vocabularyOf, withoutSpans } from './parse-for-test.ts';

describe('the head of a pack', () => {
  const english = `pack nl.rijk.test version 1.2.3 title "T" en "X"
    judges analysis use waarborg.analysis 1 use nl.other 2 as other scope nl "S" when a was nl-old note owner nl "N"`;
  const head = 'pack nl.rijk.test version 1.2.3 title nl "T" en "X" language nl judges analysis';

  it('is read the same in both spellings', () => {
    const first = `${head} use waarborg.analysis 1 use nl.other 2 as other scope "S" when a was old note owner "N"`;
    const second = `pakket nl.rijk.test versie 1.2.3 titel nl "T" en "X" taal nl beoordeelt analysis
      gebruik waarborg.analysis 1 gebruik nl.other 2 als other reikwijdte "S" indien a voorheen old aantekening owner "N"`;
    expect(codesOf(first)).toEqual([]);
    expect(codesOf(second)).toEqual([]);
    expect(packOf(first).header.map((item) => item.kind)).toEqual([
      'title',
      'judges',
      'use',
      'use',
      'scope',
      'was',
      'note',
    ]);
    expect(withoutSpans(packOf(second).header)).toEqual(withoutSpans(packOf(first).header));
    expect(packOf(second)).toMatchObject({ name: { text: 'nl.rijk.test' }, version: { text: '1.2.3', major: 1 } });
  });

  it('needs tags on either all or none of the parts of a text', () => {
    expect(codesOf(english)).toEqual(['WB0101']);
  });

  it('gives the language of texts that do not name one', () => {
    expect(packOf('pack t language nl title "T"').header[0]).toMatchObject({ text: { nl: 'T' } });
    expect(packOf('pakket t titel "T"').header[0]).toMatchObject({ text: { nl: 'T' } });
    expect(packOf('pakket t taal engels titel "T"').header[0]).toMatchObject({ text: { en: 'T' } });
    expect(packOf('pakket t taal en titel "T"')).toMatchObject({ language: 'en', spelling: 'nl' });
  });

  it('comes first', () => {
    expect(codesOf('pack t define a: b title "T" use x 1')).toEqual(['WB0117', 'WB0117']);
    expect(packOf('pack t define a: b use x 1').header).toMatchObject([{ kind: 'use', name: { text: 'x' }, major: 1 }]);
  });

  it('keeps notes before the first declaration apart from those after it', () => {
    const pack = packOf('pack t note a "A" define b: c define d: e note f "F"');
    expect(pack.header.map((item) => item.kind)).toEqual(['note']);
    expect(pack.items.map((item) => item.kind)).toEqual(['define', 'define', 'note']);
  });

  it('has a version of three numbers', () => {
    expect(codesOf('pack t version 1.0')).toEqual(['WB0101']);
    expect(parseText('pack t version 2').diagnostics[0]?.fixes[0]?.edits[0]?.text).toBe('2.0.0');
    expect(packOf('pack t version 1.0.0-beta.1').version?.text).toBe('1.0.0-beta.1');
  });

  it('leaves a hole where the name is missing', () => {
    expect(packOf('pack').name.text).toBe('');
    expect(vocabularyOf('vocabulary version 1.0.0').name.text).toBe('version');
  });
});

describe('names with dots and a slash', () => {
  it('are put together without the blanks between', () => {
    expect(packOf('pack nl . a/ b').name.text).toBe('nl.a/b');
  });
});
