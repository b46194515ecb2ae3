import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keywords } from '../../language/src/syntax/keywords.ts';
import { PolicyParser } from '../../language/src/syntax/parser.ts';
import { TestsParser } from '../../language/src/syntax/tests-parser.ts';
import { readTokens } from '../../language/src/syntax/tokens.ts';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { choiceOf, type Part, type Production, productionsIn, sequenceOf } from '../../scripts/reference/grammar.ts';
import { nameOfProduction, spellingOf } from '../../scripts/reference/grammar-words.ts';
import { keptFree } from '../../scripts/reference/keywords-page.ts';
import { policyGrammar, testsGrammar } from '../../scripts/reference/readable-grammar.ts';
import { writtenProduction } from '../../scripts/reference/written-grammar.ts';
import { recogniserOf, wordsRead } from './recognise.ts';
import { sentence, sentencesOf } from './sentences.ts';
import { readWrittenGrammar } from './written-grammar.ts';

const policyParser = new PolicyParser({ recovery: false });
const testsParser = new TestsParser({ recovery: false });

/** What the parser says of a text; nothing where it reads all of it. */
function mistakesOf(text: string, start: string, spelling: 'en' | 'nl'): readonly string[] {
  const ofTests = start === 'testsFile';
  const { tokens, errors } = readTokens(text, spelling, ofTests ? 'tests' : 'policy');
  const parser = ofTests ? testsParser : policyParser;
  parser.input = [...tokens];
  parser.allowance.mistakes = 10;
  if (start === 'testsFile') testsParser.testsFile();
  else if (start === 'packFile') policyParser.packFile();
  else policyParser.vocabularyFile();
  return [...errors, ...parser.errors].map(({ message }) => message);
}

const examples: Readonly<Record<string, string>> = {
  AnyName: 'zebra',
  AnyText: '"text"',
  AnyNumber: '12',
  AnyPercentage: '6.1%',
  AnyDate: '2026-11-23',
  VersionLiteral: '1.0.0',
  Iri: '<https://example.org>',
};

function speller(spelling: 'en' | 'nl'): (part: Part) => string {
  return (part) => {
    if (part.kind === 'keyword') return spellingOf(part.token, spelling, part.form);
    if (part.kind === 'sign') return part.text;
    const example = part.kind === 'word' ? examples[part.token] : undefined;
    if (example === undefined) throw new Error(`there is no example of ${JSON.stringify(part)}`);
    return example;
  };
}

const choices = fc.array(fc.nat({ max: 1000 }), { minLength: 1, maxLength: 120, size: 'max' });

/** The productions are many: a hundred sentences would leave most alternatives unseen. */
const runs = Math.max(600, fc.readConfigureGlobal().numRuns ?? 0);

/** The productions that are reached from one, itself included. */
function reachedFrom(start: string, grammar: readonly Production[]): readonly string[] {
  const reached = new Set([start]);
  for (const name of reached) {
    for (const used of productionsIn(grammar.find((each) => each.name === name)?.part ?? sequenceOf([]))) {
      reached.add(used);
    }
  }
  return [...reached];
}

function expectReadable(grammar: readonly Production[], start: string, spelling: 'en' | 'nl', first = start): void {
  const sentences = sentencesOf(grammar, speller(spelling));
  fc.assert(
    fc.property(fc.constantFrom(...reachedFrom(first, grammar)), choices, (wanted, choice) => {
      const text = sentence({ start: first, wanted }, choice, sentences).join(' ');
      // Right of a comparison no list is quantified: that is an error of its own, which the Dutch words cannot even say.
      fc.pre(!text.includes('is ten minste één'));
      expect(mistakesOf(text, start, spelling), text).toEqual([]);
    }),
    { numRuns: runs },
  );
}

const diagrams = [
  ['packFile', policyGrammar()],
  ['vocabularyFile', policyGrammar()],
  ['testsFile', testsGrammar()],
] as const;

describe.each(diagrams)('the diagram of a %s', (start, grammar) => {
  it.each(['en', 'nl'] as const)('shows only what the parser reads, in the spelling %s', (spelling) => {
    expectReadable(grammar, start, spelling);
  });
});

describe('the diagrams', () => {
  it('show every keyword', () => {
    const shown = [...policyGrammar(), ...testsGrammar()].flatMap(({ part }) => keywordsIn(part));
    const missing = keywords.map(({ token }) => token).filter((token) => !shown.includes(token));
    expect(missing).toEqual([...keptFree.keys()]);
  });

  it.each(['packFile', 'vocabularyFile', 'testsFile'] as const)('say the same of a %s in words', (start) => {
    const grammar = start === 'testsFile' ? testsGrammar() : policyGrammar();
    const hyphened = (name: string): string => nameOfProduction(name, 'en').replaceAll(' ', '-');
    const lines = grammar.map(({ name, part }) => {
      const [, body = ''] = writtenProduction(name, part, 'en').split(/ =\s/, 2);
      const joined = body.replaceAll(/<([a-z][^>]*)>/g, (_, used: string) => used.replaceAll(' ', '-'));
      return `${hyphened(name)} ${joined.replaceAll(/\s+/g, ' ')}`;
    });
    expectReadable(readWrittenGrammar(lines.join('\n')), start, 'en', hyphened(start));
  });
});

function keywordsIn(part: Part): readonly string[] {
  switch (part.kind) {
    case 'sequence':
    case 'choice':
      return part.parts.flatMap(keywordsIn);
    case 'optional':
      return keywordsIn(part.part);
    case 'repeat':
      return [...keywordsIn(part.part), ...(part.between === undefined ? [] : keywordsIn(part.between))];
    case 'keyword':
      return [part.token];
    case 'sign':
    case 'word':
    case 'production':
      return [];
  }
}

/**
 * What the parser reads so that it can say what is wrong: names with a slash in the middle, and `and` mixed with `or`. The
 * pages show what is right.
 */
function asThePagesSay({ name, part }: Production): Production {
  if (name === 'qualifiedName') return { name, part: qualified };
  if (name === 'value' && part.kind === 'choice') {
    const isWord = (each: Part): boolean => each.kind === 'sequence' && each.parts[0]?.kind === 'word';
    return { name, part: choiceOf(part.parts.map((each) => (isWord(each) ? qualified : each))) };
  }
  if (name !== 'condition') return { name, part };
  const term: Part = { kind: 'production', name: 'term' };
  const more: Part = sequenceOf([{ kind: 'keyword', token: 'And' }, term]);
  return { name, part: sequenceOf([term, { kind: 'repeat', part: more, between: undefined, least: 0 }]) };
}

const nameWord: Part = { kind: 'word', token: 'AnyName' };
const qualified: Part = sequenceOf([
  nameWord,
  { kind: 'sign', text: '.' },
  nameWord,
  { kind: 'sign', text: '/' },
  nameWord,
]);

/** What the pages define in the section on words, or by a word of the vocabulary. */
const ofWords = `QNAME NAME { '.' NAME } [ '/' NAME ]
TEXT STRING | ('nl' | 'en') STRING { ('nl' | 'en') STRING }
STRING-or-TEXT TEXT
DURATION NUMBER ('days' | 'weeks' | 'months' | 'years')`;

const pages = [
  ['grammar.md', 'packFile', 'pack-file'],
  ['grammar.md', 'vocabularyFile', 'vocabulary-file'],
  ['tests.md', 'testsFile', 'tests-file'],
] as const;

describe.each(pages)('the grammar on %s, from a %s', (page, start, first) => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/reference', page), 'utf8');
  const blocks = fencedBlocks(text).filter(({ language, text: block }) => language === '' && /^[a-z]/.test(block));
  // A definition names either, and which one it is shows only when it is typed.
  const either = start === 'testsFile' ? [] : ['condition-or-value condition'];
  const grammar = readWrittenGrammar([...blocks.map((block) => block.text), ofWords, ...either].join('\n'));

  it('defines each production that it uses', () => {
    const defined = grammar.map(({ name }) => name);
    const used = grammar.flatMap(({ part }) => productionsIn(part));
    expect(used.filter((name) => !defined.includes(name))).toEqual([]);
  });

  it('shows only what the parser reads', () => {
    expectReadable(grammar, start, 'en', first);
  });

  it('shows all that the parser reads', () => {
    const shown = recogniserOf(grammar, speller('en'));
    const parsed = (start === 'testsFile' ? testsGrammar() : policyGrammar()).map(asThePagesSay);
    const sentences = sentencesOf(parsed, speller('en'));
    fc.assert(
      fc.property(fc.constantFrom(...reachedFrom(start, parsed)), choices, (wanted, choice) => {
        const words = sentence({ start, wanted }, choice, sentences).join(' ').split(' ');
        const read = wordsRead(first, words, shown);
        expect(words.slice(0, read).join(' '), words.join(' ')).toBe(words.join(' '));
      }),
      { numRuns: runs },
    );
  });

  it('names every keyword of its kind of file', () => {
    const ofTests = start === 'testsFile';
    const wanted = keywords.filter(({ category, token }) => (category === 'test' || token === 'Tests') === ofTests);
    const missing = wanted.filter(
      ({ en }) => !en.some((spelling) => text.includes(`'${spelling}'`) || text.includes(`\`${spelling}\``)),
    );
    expect(missing.map(({ token }) => token)).toEqual([]);
  });
});

it('the grammar names the words that are reserved, and no other', () => {
  const text = readFileSync(join(import.meta.dirname, '../../docs/reference/grammar.md'), 'utf8');
  const paragraph = /^Reserved inside (.*?)\n\n/ms.exec(text)?.[1]?.split('(A phrase')[0] ?? '';
  const named = [...paragraph.matchAll(/`([^`]*)`/g)].map(([, word = '']) => word);
  const reserved = keywords.filter(({ use, category }) => use === 'reserved' && category !== 'test');
  const words = reserved.flatMap(({ en }) => en).filter((word) => !word.includes(' '));
  expect([...named].sort()).toEqual([...new Set(words)].sort());
});
