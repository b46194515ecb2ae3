import { describe, expect, it } from 'vitest';
import { markedWorkspace, withSpans, wordsFixture } from '../marked-for-test.ts';
import { occurrenceAt, occurrencesOf } from './name-index.ts';

describe('the name at an offset', () => {
  const rule = (body: string) =>
    `pack p version 1.0.0\n  use test.words 1\nrule r "R" {\n  mandatory chosen by "us"\n${body}\n}\n`;
  const at = (text: string): string | undefined => {
    const { snapshot, path, offset } = markedWorkspace({ 'p.waarborg': text, 'words.waarborg': wordsFixture });
    return occurrenceAt(snapshot, path, offset)?.symbol.id;
  };

  it.each([
    ['in a name', rule('  require colour is r▮ed'), 'choice test.words/colour.red'],
    ['before a name', rule('  require ▮colour is red'), 'field test.words/study.colour'],
    ['behind a name', rule('  require colour▮ is red'), 'field test.words/study.colour'],
    ['by a former name', rule('  require tin▮t is azure'), 'field test.words/study.colour'],
    ['a choice by a former name', rule('  require tint is azu▮re'), 'choice test.words/colour.blue'],
    ['between back-quotes', rule('  require `col▮our` is red'), 'field test.words/study.colour'],
    [
      'behind a mistake in the same rule',
      rule('  require )\n  require col▮our is red'),
      'field test.words/study.colour',
    ],
    ['beside a hole', rule('  require colour is and col▮our is red'), 'field test.words/study.colour'],
    ['in a keyword', rule('  req▮uire colour is red'), undefined],
  ])('%s', (_, text, id) => {
    expect(at(text)).toBe(id);
  });

  it('is found in the Dutch spelling', () => {
    const text =
      'pakket p versie 1.0.0\n  gebruik test.words 1\nregel r "R" {\n  verplicht gekozen door "ons"\n  vereist col▮our is red\n}\n';
    expect(at(text)).toBe('field test.words/study.colour');
  });
});

describe('all occurrences of a symbol', () => {
  it('cross files, spellings and tests', () => {
    const { snapshot, path, offset } = markedWorkspace({
      'a.waarborg':
        'pack p version 1.0.0\n  use test.words 1\nparameter mo▮st: duration = 3 months set by "us" because "so"\n',
      'b.waarborg': 'pakket p\nbegrip oud: elke d uit datasets: d.age is ten hoogste most\n',
      'words.waarborg': wordsFixture,
    });
    const symbol = occurrenceAt(snapshot, path, offset)?.symbol;
    const found = symbol === undefined ? [] : occurrencesOf(snapshot, symbol);
    const shown = [...new Set(found.map(({ span }) => span.source))].map((source) =>
      withSpans(
        source.text,
        found.filter(({ span }) => span.source === source).map(({ span }) => span),
      ),
    );
    expect(shown).toEqual([
      'parameter «most»: duration = 3 months set by "us" because "so"',
      'begrip oud: elke d uit datasets: d.age is ten hoogste «most»',
    ]);
  });
});
