import { type Diagnostic, diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { unknownFileHead } from '../diagnostic/syntax-errors.ts';
import type { SourceText } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import type { Reader } from './cst.ts';
import { characterErrors, lexicalErrors } from './lexical-errors.ts';
import { depthError } from './nesting.ts';
import { firstWord, longestPolicy, shorten, tooLarge } from './parse.ts';
import { errorContext } from './parse-errors.ts';
import { parseStretches } from './parse-stretches.ts';
import { readTestsFile } from './read-tests.ts';
import type { TestsFile } from './tests-ast.ts';
import { readTokens } from './tokens.ts';

/** A file of tests that has been read. */
export interface ParsedTests {
  readonly source: SourceText;
  /** The typed tree, with holes where something could not be read; undefined where nothing could. */
  readonly file: TestsFile | undefined;
  /** What is wrong with the writing, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

const spellings: ReadonlyMap<string, Spelling> = new Map([
  ['tests', 'en'],
  ['toetsen', 'nl'],
]);

/** Reads a file of tests of rules, in either spelling. Never throws; mistakes are diagnostics. */
export function parseTests(source: SourceText): ParsedTests {
  const unread = (found: Diagnostic): ParsedTests => ({ source, file: undefined, diagnostics: [found] });
  if (source.text.length > longestPolicy) return unread(tooLarge(source));
  const { word, span } = firstWord(source);
  const spelling = spellings.get(word);
  if (spelling === undefined) {
    const shown = shorten(word);
    const message =
      word === ''
        ? { en: 'This file says nothing', nl: 'Dit bestand zegt niets' }
        : {
            en: `A file of tests does not start with \`${shown}\``,
            nl: `Een bestand met toetsen begint niet met \`${shown}\``,
          };
    const help = didYouMean(nearestNames(word, spellings.keys(), 1)) ?? {
      en: 'Start it with `tests` (in Dutch `toetsen`), and the name of the pack.',
      nl: 'Begin het met `toetsen` (in het Engels `tests`), en de naam van het pakket.',
    };
    return unread(diagnostic(unknownFileHead, span, message, { help }));
  }
  const { tokens, errors } = readTokens(source.text, spelling, 'tests');
  const tooDeep = depthError(source, tokens, spelling);
  if (tooDeep !== undefined) return unread(tooDeep);
  const reported: Diagnostic[] = [];
  const reader: Reader = { source, spelling, language: spelling, report: (found) => reported.push(found) };
  const lexical = [...lexicalErrors(source, tokens, spelling), ...characterErrors(source, errors)];
  const { trees, mistakes } = parseStretches('tests', errorContext(source, spelling, tokens, lexical));
  const file = readTestsFile(reader, trees);
  const diagnostics = [...lexical, ...mistakes, ...reported].sort((a, b) => a.span.start - b.span.start);
  return { source, file, diagnostics };
}
