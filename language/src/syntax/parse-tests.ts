import { type Diagnostic, diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { unknownFileHead } from '../diagnostic/syntax-errors.ts';
import type { SourceText } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import type { Reader } from './cst.ts';
import { firstWord, longestPolicy, shorten, tooLarge } from './parse.ts';
import { type ConcreteFile, mistakesOf, parseConcrete, treesOf } from './parse-concrete.ts';
import { readTestsFile } from './read-tests.ts';
import type { TestsFile } from './tests-ast.ts';

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

/** What the first word of a file of tests says; undefined where it is another file. */
export function headOfTests(
  source: SourceText,
): { readonly kind: 'tests'; readonly spelling: Spelling; readonly problem?: undefined } | undefined {
  const spelling = spellings.get(firstWord(source).word);
  return spelling === undefined ? undefined : { kind: 'tests', spelling };
}

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
  const concrete = parseConcrete(source, { kind: 'tests', spelling });
  return 'code' in concrete ? unread(concrete) : { source, ...readTests(concrete) };
}

/** The typed tree of a file of tests that has been parsed, and what is wrong with it, in order of place. */
export function readTests(concrete: ConcreteFile): Pick<ParsedTests, 'diagnostics'> & { readonly file: TestsFile } {
  const { source, spelling } = concrete;
  const reported: Diagnostic[] = [];
  const reader: Reader = { source, spelling, language: spelling, report: (found) => reported.push(found) };
  const file = readTestsFile(reader, treesOf(concrete));
  const diagnostics = [...concrete.lexical, ...mistakesOf(concrete), ...reported];
  return { file, diagnostics: diagnostics.sort((a, b) => a.span.start - b.span.start) };
}
