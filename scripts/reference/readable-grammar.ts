import { keywords } from '../../language/src/syntax/keywords.ts';
import { PolicyParser } from '../../language/src/syntax/parser.ts';
import { TestsParser } from '../../language/src/syntax/tests-parser.ts';
import {
  choiceOf,
  type Part,
  type Production,
  productionNamed,
  productionsIn,
  replaceProductions,
  sequenceOf,
  without,
} from './grammar.ts';
import { productionsOfParser } from './productions-of-parser.ts';

/** Productions that are shown inside those that use them, since by themselves they say too little. */
const inlined: ReadonlySet<string> = new Set([
  ...['packHead', 'packPart', 'vocabularyHead', 'vocabularyPart', 'version', 'title', 'languageClause', 'judges'],
  ...['use', 'extendsClause', 'was', 'inForce', 'role', 'fieldPart', 'choicePart', 'sourcePart', 'purposePart'],
  ...['parameterPart', 'clauseName', 'bound', 'exceptionItem', 'nextStep', 'taggedText', 'parameterReference'],
  ...['when', 'trigger', 'citation', 'number', 'unit'],
  ...['testsHead', 'asOf', 'item', 'keyPart', 'entry', 'testsPart', 'exceptions', 'places', 'duties', 'words', 'word'],
]);

/** Productions that exist so that the parser can go on after a mistake. */
const forRecovery: ReadonlySet<string> = new Set(['packRest', 'vocabularyRest', 'testsRest']);

/** What may stand before the first declaration of a pack, and nowhere else. */
const ofHead: ReadonlySet<string> = new Set(['title', 'languageClause', 'judges', 'use', 'scope', 'was', 'note']);

/** What may stand before the first declaration of a vocabulary, and nowhere else. */
const ofVocabularyHead: ReadonlySet<string> = new Set(['title', 'languageClause', 'extendsClause', 'note']);

/** The grammar of packs and vocabularies. */
export function policyGrammar(): readonly Production[] {
  const parsed = new Map(productionsOfParser(new PolicyParser()).map(({ name, part }) => [name, part]));
  const [packHeader, packItem] = splitParts(parsed, 'packPart', ofHead);
  const [vocabularyHeader, vocabularyItem] = splitParts(parsed, 'vocabularyPart', ofVocabularyHead);
  const [operator, comparison, term] = groupedRow(parsed);
  const shown: readonly (readonly [string, Part])[] = [
    ['packFile', file('packHead', 'packHeader', 'packItem')],
    ['packHeader', packHeader],
    ['packItem', packItem],
    ['vocabularyFile', file('vocabularyHead', 'vocabularyHeader', 'vocabularyItem')],
    ['vocabularyHeader', vocabularyHeader],
    ['vocabularyItem', vocabularyItem],
    ['term', term],
    ['comparison', comparison],
    ['operator', operator],
    ['type', withWords(partNamed(parsed, 'type'), wordsForTypes)],
    ['primary', withWords(partNamed(parsed, 'primary'), ['Yes', 'No'])],
    ['satisfied', satisfied(partNamed(parsed, 'satisfied'))],
    ['ground', ground(partNamed(parsed, 'ground'))],
  ];
  const own = new Map(shown);
  const rest = [...parsed].filter(([name]) => !own.has(name));
  return readable(new Map([...own, ...rest]), 'packFile', 'vocabularyFile');
}

/** The grammar of tests of rules. */
export function testsGrammar(): readonly Production[] {
  const renamed = (name: string): string => ownNamesInTests.get(name) ?? name;
  const parsed = productionsOfParser(new TestsParser()).map(({ name, part }): [string, Part] => [
    renamed(name),
    replaceProductions(part, (used) => productionNamed(renamed(used))),
  ]);
  return readable(new Map(parsed), 'testsFile');
}

/** Productions that tests and packs have both, under one name and with another meaning. */
const ownNamesInTests: ReadonlyMap<string, string> = new Map([
  ['path', 'valuePath'],
  ['list', 'valueList'],
]);

/** Words for types, which the parser reads as the names that they may be elsewhere. */
const wordsForTypes: readonly string[] = [
  ...keywords.filter(({ category, token }) => category === 'type' && token !== 'ListOf' && token !== 'OneOf'),
  ...keywords.filter(({ token }) => token === 'Count' || token === 'Purpose'),
].map(({ token }) => token);

/** A choice with words before its last alternative, a name, as which the parser reads them. */
function withWords(part: Part, words: readonly string[]): Part {
  const last = part.kind === 'choice' ? part.parts.at(-1) : undefined;
  if (part.kind !== 'choice' || last === undefined || last.kind === 'keyword') {
    throw new Error('A choice of the parser does not end with a name any more: adapt readable-grammar.ts');
  }
  const keyword = (token: string): Part => ({ kind: 'keyword', token });
  return choiceOf([...part.parts.slice(0, -1), ...words.map(keyword), last]);
}

/** The parser takes `satisfied` with and without its `by`; a writer puts `by` before a name, and nowhere else. */
function satisfied(part: Part): Part {
  const [word, name, ...rest] = part.kind === 'sequence' ? part.parts : [];
  if (word?.kind !== 'keyword' || name?.kind !== 'optional') {
    throw new Error('The parser reads `satisfied` in another way: adapt readable-grammar.ts');
  }
  return sequenceOf([choiceOf([word, sequenceOf([{ ...word, form: 1 }, name.part])]), ...rest]);
}

/** The parser takes a ground without name and text, which says nothing; a writer gives the one, or the other, or both. */
function ground(part: Part): Part {
  const [word, name, text] = part.kind === 'sequence' ? part.parts : [];
  if (word === undefined || name?.kind !== 'optional' || text?.kind !== 'optional') {
    throw new Error('The parser reads `ground` in another way: adapt readable-grammar.ts');
  }
  return sequenceOf([word, choiceOf([sequenceOf([name.part, text]), text.part])]);
}

function file(head: string, header: string, item: string): Part {
  const several = (name: string): Part => ({
    kind: 'repeat',
    part: productionNamed(name),
    between: undefined,
    least: 0,
  });
  return sequenceOf([productionNamed(head), several(header), several(item)]);
}

function partNamed(parsed: ReadonlyMap<string, Part>, name: string): Part {
  const part = parsed.get(name);
  if (part === undefined) throw new Error(`The parser has no production ${name} any more: adapt readable-grammar.ts`);
  return part;
}

/**
 * The parser reads head and declarations as one repetition, and the reading of its tree reports what stands in the wrong
 * order; a writer sees two. Notes may stand in both.
 */
function splitParts(parsed: ReadonlyMap<string, Part>, name: string, head: ReadonlySet<string>): readonly [Part, Part] {
  const part = partNamed(parsed, name);
  const names = productionsIn(part);
  const missing = [...head].filter((each) => !names.includes(each));
  if (missing.length > 0) throw new Error(`${name} has no ${missing.join(', ')} any more: adapt readable-grammar.ts`);
  const pick = (wanted: (name: string) => boolean): Part => choiceOf(names.filter(wanted).map(productionNamed));
  return [pick((each) => head.has(each)), pick((each) => !head.has(each) || each === 'note')];
}

/**
 * The parser reads values, signs and comparisons as one flat row, for the depth of its stack, and the reading of its
 * tree allows one comparison in it. A writer sees an operand, and perhaps a comparison with another.
 */
function groupedRow(parsed: ReadonlyMap<string, Part>): readonly [Part, Part, Part] {
  const term = partNamed(parsed, 'term');
  const operator = partNamed(parsed, 'operator');
  const row = rowOf(term);
  const comparing = without(operator, (part) => part.kind === 'production' && part.name === 'arithmetic');
  const recorded = row.filter((part) => part.kind === 'keyword');
  if (recorded.length !== 2 || !productionsIn(operator).includes('arithmetic')) {
    throw new Error('The row of values in the parser has another shape: adapt readable-grammar.ts');
  }
  const operand = productionNamed('operand');
  const compared = choiceOf([sequenceOf([productionNamed('operator'), operand]), ...recorded]);
  return [
    comparing,
    sequenceOf([operand, { kind: 'optional', part: compared }]),
    sequenceOf([
      { kind: 'optional', part: { kind: 'keyword', token: 'Not' } },
      choiceOf([productionNamed('quantified'), productionNamed('comparison')]),
    ]),
  ];
}

/** The alternatives of what may follow a value in the row of a term. */
function rowOf(term: Part): readonly Part[] {
  const [not, alternatives] = term.kind === 'sequence' ? term.parts : [];
  const [quantified, row] = alternatives?.kind === 'choice' ? alternatives.parts : [];
  const [primary, more] = row?.kind === 'sequence' ? row.parts : [];
  const fits =
    not?.kind === 'repeat' &&
    quantified?.kind === 'production' &&
    primary?.kind === 'production' &&
    more?.kind === 'repeat' &&
    more.part.kind === 'choice';
  if (!fits) throw new Error('A term of the parser has another shape: adapt readable-grammar.ts');
  return more.part.parts;
}

/** The productions that are reached from some, with the small ones put inside them, in the order of reaching. */
function readable(parsed: ReadonlyMap<string, Part>, ...starts: readonly string[]): readonly Production[] {
  const expand = (name: string): Part =>
    inlined.has(name) ? replaceProductions(partNamed(parsed, name), expand) : productionNamed(name);
  const productions = new Map<string, Part>();
  const visit = (name: string): void => {
    if (productions.has(name)) return;
    const part = withoutTricks(replaceProductions(partNamed(parsed, name), expand));
    productions.set(name, part);
    for (const used of productionsIn(part)) visit(used);
  };
  for (const start of starts) visit(start);
  const unseen = [...parsed.keys()].filter(
    (name) => !productions.has(name) && !inlined.has(name) && !forRecovery.has(name),
  );
  if (unseen.length > 0) throw new Error(`Productions of the parser that nothing shows: ${unseen.join(', ')}`);
  return [...productions].map(([name, part]) => ({ name, part }));
}

/**
 * In the Dutch spelling the tag `en` is the word for `and`, and a version that is a plain number is read for a message of
 * its own: the parser takes both, and a writer is shown neither.
 */
function withoutTricks(part: Part): Part {
  const isTag = (each: Part): boolean =>
    each.kind === 'keyword' && (each.token === 'Dutch' || each.token === 'English');
  const clean = (each: Part): Part => {
    if (each.kind !== 'choice') return each;
    const tags = each.parts.some(isTag);
    const version = each.parts.some((other) => other.kind === 'word' && other.token === 'VersionLiteral');
    return without(each, (other) => {
      if (tags && other.kind === 'keyword') return other.token === 'And';
      return version && other.kind === 'word' && other.token === 'AnyNumber';
    });
  };
  return mapParts(part, clean);
}

function mapParts(part: Part, change: (part: Part) => Part): Part {
  const within = (each: Part): Part => mapParts(each, change);
  switch (part.kind) {
    case 'sequence':
      return change(sequenceOf(part.parts.map(within)));
    case 'choice':
      return change(choiceOf(part.parts.map(within)));
    case 'optional':
      return change({ kind: 'optional', part: within(part.part) });
    case 'repeat':
      return change({ ...part, part: within(part.part) });
    case 'production':
    case 'keyword':
    case 'sign':
    case 'word':
      return change(part);
  }
}
