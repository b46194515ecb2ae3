import { type Diagnostic, diagnostic, type Language } from '../diagnostic/diagnostic.ts';
import { documentTooLarge } from '../diagnostic/manifest-errors.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { levelTwice } from '../diagnostic/rule-errors.ts';
import { misplacedPart, testsFile, unknownFileHead } from '../diagnostic/syntax-errors.ts';
import { positionAt, type SourceText, type Span, spanOf } from '../source/source.ts';
import type { Spelling, SyntaxFile } from './ast.ts';
import type { Reader } from './cst.ts';
import { type ConcreteFile, mistakesOf, parseConcrete, treesOf } from './parse-concrete.ts';
import type { PolicyKind } from './parse-stretches.ts';
import { readFile } from './read-file.ts';

/** A policy file that has been read. */
export interface ParsedFile {
  readonly source: SourceText;
  /** The typed tree, with holes where something could not be read. */
  readonly file: SyntaxFile;
  /** What is wrong with the writing, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A text longer than this (in UTF-16 units) is refused: the parser keeps every word of it in memory. */
export const longestPolicy = 4_000_000;

/** Reads a policy file: a pack or a vocabulary, in either spelling. Never throws; mistakes are diagnostics. */
export function parsePolicy(source: SourceText): ParsedFile {
  if (source.text.length > longestPolicy) return unread(source, 'en', [tooLarge(source)]);
  const { spelling, kind, problem } = headOf(source);
  if (problem !== undefined) return unread(source, spelling, [problem]);
  const concrete = parseConcrete(source, { spelling, kind });
  return 'code' in concrete ? unread(source, spelling, [concrete]) : { source, ...readPolicy(concrete, kind) };
}

/** The typed tree of a pack or vocabulary that has been parsed, and what is wrong with it, in order of place. */
export function readPolicy(concrete: ConcreteFile, kind: PolicyKind): Pick<ParsedFile, 'file' | 'diagnostics'> {
  const { source, spelling } = concrete;
  const reported: Diagnostic[] = [];
  const reader: Reader = { source, spelling, language: spelling, report: (found) => reported.push(found) };
  const file = readFile(reader, kind, treesOf(concrete));
  const wrong = [...concrete.lexical, ...mistakesOf(concrete)];
  const diagnostics = [...wrong, ...withoutNeighbours(reported, wrong)].sort((a, b) => a.span.start - b.span.start);
  return { file, diagnostics };
}

/** Where a clause could not be read, its neighbours may seem to stand in the wrong place. */
function withoutNeighbours(reported: readonly Diagnostic[], wrong: readonly Diagnostic[]): readonly Diagnostic[] {
  const lineOf = ({ span }: Diagnostic): number => positionAt(span.source, span.start).line;
  const lines = new Set(wrong.map(lineOf));
  return reported.filter((found) => {
    if (found.code !== misplacedPart.code && found.code !== levelTwice.code) return true;
    const line = lineOf(found);
    return ![line - 1, line, line + 1].some((near) => lines.has(near));
  });
}

function unread(source: SourceText, spelling: Spelling, diagnostics: readonly Diagnostic[]): ParsedFile {
  const language: Language = spelling;
  const span = spanOf(source, 0, source.text.length);
  return { source, file: { kind: 'unknown', spelling, language, span }, diagnostics };
}

/** That a text is longer than what is read. */
export function tooLarge(source: SourceText): Diagnostic {
  const message = {
    en: 'This file has more than 4 million characters',
    nl: 'Dit bestand heeft meer dan 4 miljoen tekens',
  };
  const help = {
    en: 'Split it: the files of a pack may be as many as you like.',
    nl: 'Splits het: een pakket mag uit zo veel bestanden bestaan als u wilt.',
  };
  return diagnostic(documentTooLarge, spanOf(source, 0, 1), message, { help });
}

/** What the first word of a policy says, or what is wrong with it. */
export interface PolicyHead {
  readonly spelling: Spelling;
  readonly kind: PolicyKind;
  readonly problem?: Diagnostic;
}

const heads: ReadonlyMap<string, PolicyHead> = new Map([
  ['pack', { spelling: 'en', kind: 'pack' }],
  ['vocabulary', { spelling: 'en', kind: 'vocabulary' }],
  ['pakket', { spelling: 'nl', kind: 'pack' }],
  ['woordenlijst', { spelling: 'nl', kind: 'vocabulary' }],
]);

/** The first word, after blanks and comments, chooses the spelling. */
export function headOf(source: SourceText): PolicyHead {
  const { word, span } = firstWord(source);
  const known = heads.get(word);
  if (known !== undefined) return known;
  const spelling = word === 'toetsen' ? 'nl' : 'en';
  return { spelling, kind: 'pack', problem: headProblem(word, span) };
}

/** The first word of a text after blanks and comments, and where it stands; empty where there is none. */
export function firstWord(source: SourceText): { readonly word: string; readonly span: Span } {
  const match = /^(?:\s|\/\/[^\r\n]*)*((?:(?!\/\/)[^\s{}()[\]"])*)/.exec(source.text);
  const word = match?.[1] ?? '';
  const end = match?.[0].length ?? 0;
  return { word, span: spanOf(source, end - word.length, Math.max(end, end - word.length + 1)) };
}

function headProblem(word: string, span: Span): Diagnostic {
  if (word === 'tests' || word === 'toetsen') {
    const message = {
      en: 'This is a file of tests, and no policy',
      nl: 'Dit is een bestand met toetsen, en geen beleid',
    };
    return diagnostic(testsFile, span, message, {
      help: {
        en: 'Give the files of the pack instead; `waarborg test` runs the tests.',
        nl: 'Geef in plaats daarvan de bestanden van het pakket mee; `waarborg test` voert de toetsen uit.',
      },
    });
  }
  const message =
    word === ''
      ? { en: 'This file says nothing', nl: 'Dit bestand zegt niets' }
      : {
          en: `A policy file does not start with \`${shorten(word)}\``,
          nl: `Een beleidsbestand begint niet met \`${shorten(word)}\``,
        };
  const help = didYouMean(nearestNames(word, heads.keys(), 1)) ?? {
    en: 'Start it with `pack` or `vocabulary` (in Dutch `pakket` or `woordenlijst`), and a name.',
    nl: 'Begin het met `pakket` of `woordenlijst` (in het Engels `pack` of `vocabulary`), en een naam.',
  };
  return diagnostic(unknownFileHead, span, message, { help });
}

/** A word as a message shows it. */
export function shorten(word: string): string {
  const visible = word.replaceAll(/\p{C}/gu, '\uFFFD');
  return visible.length > 30 ? `${visible.slice(0, 29)}…` : visible;
}
