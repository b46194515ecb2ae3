import { type Diagnostic, diagnostic, type Language } from '../diagnostic/diagnostic.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { testsFile, unknownFileHead } from '../diagnostic/syntax-errors.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import type { Spelling, SyntaxFile } from './ast.ts';
import type { Reader } from './cst.ts';
import { characterErrors, depthError, lexicalErrors } from './lexical-errors.ts';
import { parseErrors } from './parse-errors.ts';
import { PolicyParser } from './parser.ts';
import { readFile } from './read-file.ts';
import { readTokens } from './tokens.ts';

/** A policy file that has been read. */
export interface ParsedFile {
  readonly source: SourceText;
  /** The typed tree, with holes where something could not be read. */
  readonly file: SyntaxFile;
  /** What is wrong with the writing, in order of place. */
  readonly diagnostics: readonly Diagnostic[];
}

let parser: PolicyParser | undefined;

/** Reads a policy file: a pack or a vocabulary, in either spelling. Never throws; mistakes are diagnostics. */
export function parsePolicy(source: SourceText): ParsedFile {
  const head = headOf(source);
  const reported: Diagnostic[] = [];
  const spelling = head.spelling ?? 'en';
  const reader: Reader = { source, spelling, language: spelling, report: (found) => reported.push(found) };
  if (head.problem !== undefined) return unread(source, spelling, [head.problem]);
  const { tokens, errors } = readTokens(source.text, spelling);
  const tooDeep = depthError(source, tokens);
  if (tooDeep !== undefined) return unread(source, spelling, [tooDeep]);
  const lexical = [...lexicalErrors(source, tokens, spelling), ...characterErrors(source, errors)];
  parser ??= new PolicyParser();
  parser.input = tokens;
  const tree = parser.file();
  const syntactic = parseErrors(parser.errors, { source, spelling, tokens }, lexical);
  // The parser keeps what it was given until the next file; a long-lived server should not hold on to it.
  parser.input = [];
  const file = tree === undefined ? unread(source, spelling, []).file : readFile(reader, tree);
  const diagnostics = [...lexical, ...syntactic, ...reported].sort((a, b) => a.span.start - b.span.start);
  return { source, file, diagnostics };
}

function unread(source: SourceText, spelling: Spelling, diagnostics: readonly Diagnostic[]): ParsedFile {
  const language: Language = spelling;
  const span = spanOf(source, 0, source.text.length);
  return { source, file: { kind: 'unknown', spelling, language, span }, diagnostics };
}

interface Head {
  readonly spelling: Spelling | undefined;
  readonly problem: Diagnostic | undefined;
}

const heads: Readonly<Record<string, Spelling>> = { pack: 'en', vocabulary: 'en', pakket: 'nl', woordenlijst: 'nl' };

/** The first word, after blanks and comments, chooses the spelling. */
function headOf(source: SourceText): Head {
  const match = /^(?:\s|\/\/[^\r\n]*)*([^\s{}()[\]"]*)/.exec(source.text);
  const word = match?.[1] ?? '';
  const spelling = Object.hasOwn(heads, word) ? heads[word] : undefined;
  if (spelling !== undefined) return { spelling, problem: undefined };
  const end = match?.[0].length ?? 0;
  const span = spanOf(source, end - word.length, Math.max(end, end - word.length + 1));
  return { spelling: undefined, problem: headProblem(word, span) };
}

function headProblem(word: string, span: Span): Diagnostic {
  if (word === 'tests' || word === 'toetsen') {
    const message = {
      en: 'This is a file of tests, and no policy',
      nl: 'Dit is een bestand met toetsen, en geen beleid',
    };
    return diagnostic(testsFile, span, message, {
      help: {
        en: 'Give the files of the pack instead.',
        nl: 'Geef in plaats daarvan de bestanden van het pakket mee.',
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
  const help = didYouMean(nearestNames(word, Object.keys(heads), 1)) ?? {
    en: 'Start it with `pack` or `vocabulary` (in Dutch `pakket` or `woordenlijst`), and a name.',
    nl: 'Begin het met `pakket` of `woordenlijst` (in het Engels `pack` of `vocabulary`), en een naam.',
  };
  return diagnostic(unknownFileHead, span, message, { help });
}

function shorten(word: string): string {
  const visible = word.replaceAll(/\p{C}/gu, '\uFFFD');
  return visible.length > 30 ? `${visible.slice(0, 29)}…` : visible;
}
