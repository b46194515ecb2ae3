import { describe, expect, it } from 'vitest';
import { markedWorkspace, withSpans, wordsFixture } from '../marked-for-test.ts';
import { namesIn, occurrenceAt, occurrencesOf } from './name-index.ts';

const english = `pack test.pack version 1.0.0
  use test.words 1 as words
  scope "Red only" when colour is red
source law "The law"
purpose safety "Safety" { purpose policing }
purpose order under safety same as policing
cut policing under safety because "it is"
parameter most: duration = 3 months set by "us" because "so"
define old "Old": some d in datasets: d.age is more than most
define bright: colour is one of [red, azure]
rule fresh "Fresh" {
  mandatory cites law "1"
  when bright and purpose is within safety
  for each set in datasets where set.colour is blue
  require young: set.age is at most most
  require known: set.name is recorded
  except small "Small" for young when not old { cites law "2" }
}
`;

function inLines(files: Readonly<Record<string, string>>, kind?: string): string {
  const { snapshot } = markedWorkspace(files);
  return [...snapshot.files.keys()]
    .map((path) => {
      const names = namesIn(snapshot, path).filter(({ symbol }) => kind === undefined || symbol.of.kind === kind);
      return names.map(({ symbol, role, text }) => `${path} ${text}: ${role} of ${symbol.id}`).join('\n');
    })
    .filter((text) => text !== '')
    .join('\n');
}

describe('names in a pack', () => {
  it.each(['source', 'purpose', 'parameter', 'define', 'rule', 'duty', 'exception', 'item', 'alias', 'pack'])(
    '%s',
    (kind) => {
      expect(inLines({ 'pack.waarborg': english, 'words.waarborg': wordsFixture }, kind)).toMatchSnapshot();
    },
  );

  it.each(['field', 'choice', 'choices', 'record', 'vocabulary'])('%s', (kind) => {
    expect(inLines({ 'pack.waarborg': english, 'words.waarborg': wordsFixture }, kind)).toMatchSnapshot();
  });
});

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
