import { describe, expect, it } from 'vitest';
import type { Spelling } from './ast.ts';
import { type KeywordSet, keywordsOf } from './keywords.ts';
import { lexerOf, readTokens } from './tokens.ts';

function namesOf(text: string, spelling: Spelling = 'en', set: KeywordSet = 'policy'): readonly string[] {
  return readTokens(text, spelling, set).tokens.map((token) => token.tokenType.name);
}

describe.each([
  ['policy', 'en'],
  ['policy', 'nl'],
  ['tests', 'en'],
  ['tests', 'nl'],
] as const)('the lexer of %s in %s', (set, spelling) => {
  it('is well-formed', () => {
    expect(lexerOf(spelling, set, true).lexerDefinitionErrors).toEqual([]);
  });

  it('reads every spelling of every keyword as one token', () => {
    // At the beginning of a line, since a keyword that lacks its name is a name elsewhere.
    const read = keywordsOf(set).flatMap((entry) =>
      entry[spelling].map((words) => [words, ...namesOf(`.\n${words} 1`, spelling, set)]),
    );
    const wanted = keywordsOf(set).flatMap((entry) =>
      entry[spelling].map((words) => [words, 'Dot', entry.token, 'NumberLiteral']),
    );
    expect(read).toEqual(wanted);
  });
});

describe('phrases', () => {
  it('take any blanks between their words, and the longest wins', () => {
    expect(namesOf('x is  at\n\tmost 5')).toEqual(['Identifier', 'IsAtMost', 'NumberLiteral']);
    expect(namesOf('x is not one of y')).toEqual(['Identifier', 'IsNotOneOf', 'Identifier']);
  });

  it('do not go on across a comment', () => {
    expect(namesOf('x is // at\n at most 5')).toEqual(['Identifier', 'Is', 'At', 'Identifier', 'NumberLiteral']);
  });

  it('end where a word ends', () => {
    expect(namesOf('x is at mostly')).toEqual(['Identifier', 'Is', 'At', 'Identifier']);
    expect(namesOf('is-within inside in2 in_ in-1')).toEqual(Array.from({ length: 5 }, () => 'Identifier'));
    expect(namesOf('is- in')).toEqual(['Is', 'Minus', 'In']);
  });
});

describe('names', () => {
  it('have letters with accents, digits, underscores and single hyphens', () => {
    expect(namesOf('café-2 a_b Ærø')).toEqual(['Identifier', 'Identifier', 'Identifier']);
    expect(namesOf('a--b')).toEqual(['Identifier', 'Minus', 'Minus', 'Identifier']);
  });

  it('may be any word in back-quotes', () => {
    expect(namesOf('`for` `a b`')).toEqual(['QuotedName', 'QuotedName']);
  });

  it('win over a keyword that lacks the name it needs', () => {
    expect(namesOf('requier purpose is recorded')).toEqual(['Identifier', 'Identifier', 'IsRecorded']);
    expect(namesOf('under\npurpose "A"')).toEqual(['Under', 'Purpose', 'TextLiteral']);
    expect(namesOf('why: purpose "A"')).toEqual(['Identifier', 'Colon', 'Purpose', 'TextLiteral']);
  });
});

describe('literals', () => {
  it.each([
    ['"a \\" b"', ['TextLiteral']],
    ['12.5', ['NumberLiteral']],
    ['6.1%', ['Percentage']],
    ['1.0.0', ['VersionLiteral']],
    ['2026-11-23', ['DateLiteral']],
    ['<https://example.nl/a#b>', ['Iri']],
    ['a < b', ['Identifier', 'Less', 'Identifier']],
    ['5 days', ['NumberLiteral', 'Days']],
  ])('%s', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });
});

describe('slips', () => {
  it.each([
    ['6,1', ['WrongNumber']],
    ['6,1%', ['WrongPercentage']],
    ['[1, 2]', ['LeftBracket', 'NumberLiteral', 'Comma', 'NumberLiteral', 'RightBracket']],
    ['23-11-2026', ['WrongDate']],
    ['2026/11/23', ['WrongDate']],
    ['2026-1-3', ['WrongDate']],
    ['“a”', ['SmartText']],
    ['„a”', ['SmartText']],
    ['«a»', ['SmartText']],
    ['‘a’', ['SingleQuotedText']],
    ["'a'", ['SingleQuotedText']],
    ['"a', ['UnclosedText']],
    ['a == b', ['Identifier', 'WrongEquals', 'Identifier']],
    ['a && b || c', ['Identifier', 'WrongAnd', 'Identifier', 'WrongOr', 'Identifier']],
  ])('%s has a token of its own', (text, names) => {
    expect(namesOf(text)).toEqual(names);
  });

  it('of other characters are told once a run', () => {
    const { errors, tokens } = readTokens('a ;;; b', 'en');
    expect(errors.map(({ offset, length }) => [offset, length])).toEqual([[2, 3]]);
    expect(tokens.length).toBe(2);
  });

  it('end an open text at the end of its line', () => {
    expect(namesOf('"a\nb')).toEqual(['UnclosedText', 'Identifier']);
  });
});

it('keeps comments aside', () => {
  const { tokens, groups } = readTokens('a // one\r\n// two\nb', 'en');
  expect(tokens.map((token) => token.image)).toEqual(['a', 'b']);
  expect(groups['comments']?.map((comment) => comment.image)).toEqual(['// one', '// two']);
});

it('reads the words of one spelling as names in the other', () => {
  expect(namesOf('vereist', 'en')).toEqual(['Identifier']);
  expect(namesOf('require', 'nl')).toEqual(['Identifier']);
});
