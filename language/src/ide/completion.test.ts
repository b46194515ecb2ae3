import { describe, expect, it } from 'vitest';
import { type Completion, completionsOf, completionTextOf } from './completion.ts';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';

const head = 'pack p version 1.0.0\n  use test.words 1 as w\n';
const dutchHead = 'pakket p versie 1.0.0\n  gebruik test.words 1 als w\n';

function found(text: string, name = 'p.waarborg', more: Readonly<Record<string, string>> = {}): readonly Completion[] {
  const { snapshot, path, offset } = markedWorkspace({ [name]: text, 'words.waarborg': wordsFixture, ...more });
  return completionsOf(snapshot, path, offset);
}

/** The names that are suggested, without keywords and snippets, the likely ones first. */
function namesAt(text: string, ...others: readonly [string?, Readonly<Record<string, string>>?]): string {
  const names = found(text, ...others).filter(({ kind }) => kind !== 'keyword' && kind !== 'snippet');
  return names
    .toSorted((a, b) => a.order - b.order)
    .map(({ label }) => label)
    .join(' ');
}

function keywordsAt(text: string): readonly string[] {
  return found(text).flatMap(({ kind, label }) => (kind === 'keyword' ? [label] : []));
}

/** The text after a suggestion was taken. */
function taken(text: string, label: string): string | undefined {
  const one = found(text).find((each) => each.label === label);
  const { source, start, end } = one?.span ?? {};
  return one && source && `${source.text.slice(0, start)}${one.text}${source.text.slice(end)}`.split('\n').at(-1);
}

describe('names', () => {
  const lists = `${head}parameter most: duration = 3 months set by "us" because "so"\nparameter part: share = 5% set by "us" because "so"\n`;
  it.each([
    [
      'fields, definitions and parameters where a condition begins',
      `${lists}define d: ▮`,
      'id purpose datasets colour d most part',
    ],
    [
      'choices of the type on the other side, and records that may lead to one',
      `${lists}define d: colour is ▮`,
      'red blue datasets',
    ],
    ['choices in a list that is not closed', `${head}define d: colour is one of [red, ▮`, 'red blue datasets'],
    ['fields of an item after a dot', `${head}define d: some s in datasets: s.▮`, 'name age colour'],
    ['fields after a dot in the middle of a file', `${head}define d: datasets.▮\nrule r "R" {\n}\n`, 'name age colour'],
    [
      'what has the type of the other side',
      `${lists}define d: some s in datasets: s.age is at most ▮`,
      's datasets most',
    ],
    ['lists where a list is asked', `${lists}define d: some s in ▮`, 'datasets'],
    ['purposes', `${head}purpose a { purpose b }\ndefine d: purpose is within ▮`, 'a b datasets'],
    ['purposes under which one stands', `${head}purpose a\npurpose c under ▮`, 'a c'],
    ['parameters by their word', `${lists}define d: colour is parameter ▮`, 'most part'],
    ['sources', `${head}source law "The law"\nrule r {\n  cites ▮`, 'law'],
    ['packs and vocabularies to use, with their version', 'pack p version 1.0.0\n  use ▮', 'test.words'],
    ['records that are judged', `${head}define d judges ▮`, 'study'],
    [
      'items of `for each` in the clauses after it',
      `${head}rule r {\n  for each set in datasets\n  require ▮`,
      'set id purpose datasets colour',
    ],
    [
      'duties that an exception can cover',
      `${head}rule r {\n  require one: colour is red\n  except e for ▮\n}\n`,
      'one',
    ],
    ['types', `${head}parameter x: ▮`, 'text number share count date duration yes-no purpose citation colour'],
    [
      'types in Dutch',
      `${dutchHead}parameter x: ▮`,
      'tekst getal aandeel aantal datum termijn ja-nee doel verwijzing colour',
    ],
    ['nothing where a name is made up', `${head}define ▮`, ''],
    ['nothing in a text', `${head}source s "▮"\n`, ''],
    ['nothing in a comment', `${head}// ▮\n`, ''],
    ['nothing in a number', `${head}define d: some s in datasets: s.age is 3▮`, ''],
  ])('%s', (_, text, expected) => {
    expect(namesAt(text)).toBe(expected);
  });

  it('in tests: fields, values, rules, exceptions and duties', () => {
    const pack = `${head}purpose a\nrule r "R" {\n  mandatory\n  require one: colour is red\n  except e for one when colour is blue {\n    still require two: id is recorded\n  }\n}\n`;
    const at = (text: string): string =>
      namesAt(`tests p\nmanifest model is {}\ntest "x" {\n  ${text}`, 't.test.waarborg', { 'p.waarborg': pack });
    expect(at('given ▮')).toBe('model');
    expect(at('given { ▮')).toBe('id purpose datasets colour');
    expect(at('given { colour: ▮')).toBe('red blue');
    expect(at('given { purpose: ▮')).toBe('a');
    expect(at('given { datasets: [{ name: x, age: 1 months, ▮')).toBe('name age colour');
    expect(at('given model but datasets[x].▮')).toBe('name age colour');
    expect(at('given model but datasets[x].colour is ▮')).toBe('red blue');
    expect(at('given model\n  for colour in red, ▮')).toBe('red blue');
    expect(at('given model\n  expect ▮')).toBe('r');
    expect(at('given model\n  expect r is excepted by ▮')).toBe('e');
    expect(at('given model\n  expect r fails because of ▮')).toBe('one e/two claim/e');
  });
});

describe('keywords', () => {
  it.each([
    [
      'clauses in a rule',
      `${head}rule r {\n  ▮`,
      ['require', 'when', 'except', 'mandatory', 'for each'],
      ['rule', 'and', 'is'],
    ],
    ['clauses after one that is not finished', `${head}rule r {\n  require\n  ▮`, ['not', 'every'], ['is']],
    ['declarations after a rule', `${head}rule r {\n}\n▮`, ['rule', 'define', 'source'], ['require']],
    [
      'declarations at the beginning of a line, whatever is open',
      `${head}rule r {\n  require colour is red\n▮`,
      ['rule', 'when'],
      [],
    ],
    ['operators behind a value', `${head}define d: colour ▮`, ['is', 'is one of', 'contains'], ['rule', 'not']],
    ['no second comparison', `${head}define d: colour is red ▮`, ['and', 'or'], ['is', 'contains']],
    ['no `or` among `and`', `${head}define d: colour is red and id is recorded ▮`, ['and'], ['or']],
    ['both after parentheses', `${head}define d: (colour is red and id is recorded) ▮`, ['and', 'or'], []],
    [
      'units behind a number',
      `${head}parameter p: duration = 1 ▮`,
      ['day', 'month', 'year', 'set by'],
      ['months', 'rule'],
    ],
    ['the spelling of the file', `${dutchHead}regel r {\n  ▮`, ['vereist', 'indien', 'verplicht'], ['require', 'when']],
    ['the first word of a file', '▮', ['pack', 'pakket', 'tests', 'toetsen'], []],
  ])('%s', (_, text, some, none) => {
    const keywords = keywordsAt(text);
    expect(keywords).toEqual(expect.arrayContaining(some));
    expect(keywords.filter((each) => none.includes(each))).toEqual([]);
  });

  it('that are phrases go on from the words that stand there', () => {
    expect(taken(`${head}define d: colour is not o▮`, 'is not one of')).toBe('define d: colour is not one of');
    expect(taken(`${head}define d: colour is at ▮`, 'is at least')).toBe('define d: colour is at least');
    expect(taken(`${dutchHead}begrip d: colour is ten h▮`, 'is ten hoogste')).toBe('begrip d: colour is ten hoogste');
  });
});

describe('a suggestion', () => {
  it('replaces the whole word, and the whole of a name with dots', () => {
    expect(taken(`${head}define d: co▮lxx is red`, 'colour')).toBe('define d: colour is red');
    expect(taken(`${head}define d: \`co▮lxx\` is red`, 'colour')).toBe('define d: colour is red');
    expect(taken('pack p version 1.0.0\n  use test.wo▮rds 1', 'test.words')).toBe('  use test.words 1');
    expect(taken('pack p version 1.0.0\n  use test.▮', 'test.words')).toBe('  use test.words 1');
  });

  it('is put in back-quotes where it would be read as a word of the language', () => {
    const words = `vocabulary test.words version 1.0.0\nmanifest study {\n  id: text role id\n  \`when\`: date\n  count: number\n}\n`;
    const { snapshot, path, offset } = markedWorkspace({ 'p.waarborg': `${head}define d: ▮`, 'words.waarborg': words });
    const texts = completionsOf(snapshot, path, offset).flatMap(({ kind, text }) => (kind === 'field' ? [text] : []));
    expect(texts).toEqual(['id', '`when`', '`count`']);
  });

  it('is told of in full, in both languages', () => {
    const { snapshot, path, offset } = markedWorkspace({
      'p.waarborg': `${head}define d: ▮`,
      'words.waarborg': wordsFixture,
    });
    const field = completionsOf(snapshot, path, offset).find(({ label }) => label === 'datasets');
    const text = completionTextOf(snapshot, path, offset, field?.id ?? '');
    expect(text.map(({ nl }) => nl)).toEqual(['veld datasets: lijst van dataset', 'What is used']);
    expect(completionTextOf(snapshot, path, offset, 'nothing')).toEqual([]);
  });

  it('may be a whole declaration, in the spelling of the file', () => {
    const snippets = found(`${dutchHead}▮`).filter(({ kind }) => kind === 'snippet');
    expect(snippets.map(({ label }) => label)).toEqual(['regel …', 'parameter …', 'bron …']);
    expect(snippets[0]?.text).toMatch(/vereist \$\{6:voorwaarde\}/);
    expect(found(`${head}rule r {\n  ▮`).flatMap(({ kind, label }) => (kind === 'snippet' ? [label] : []))).toEqual([
      'except …',
    ]);
  });
});
