import type { CstNode, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceText } from '../source/source.ts';
import type { Spelling } from './ast.ts';
import { characterErrors, lexicalErrors } from './lexical-errors.ts';
import { depthError } from './nesting.ts';
import { errorContext } from './parse-errors.ts';
import { type FileKind, type ParsedStretch, parseStretches } from './parse-stretches.ts';
import { readTokens } from './tokens.ts';

/** A file as it is written, down to its comments: what the typed tree is read from, and what the formatter goes by. */
export interface ConcreteFile {
  readonly source: SourceText;
  readonly kind: FileKind;
  readonly spelling: Spelling;
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
  readonly stretches: readonly ParsedStretch[];
  /** What is wrong with single tokens, and with characters that are none. */
  readonly lexical: readonly Diagnostic[];
}

/** What the first word of a file says. */
export interface FileHead {
  readonly kind: FileKind;
  readonly spelling: Spelling;
}

/** Parses a file whose first word is known; the diagnostic instead where it nests too deeply to be parsed. */
export function parseConcrete(source: SourceText, { kind, spelling }: FileHead): ConcreteFile | Diagnostic {
  const set = kind === 'tests' ? 'tests' : 'policy';
  const { tokens, errors, groups } = readTokens(source.text, spelling, set);
  const tooDeep = depthError(source, tokens, spelling);
  if (tooDeep !== undefined) return tooDeep;
  const lexical = [...lexicalErrors(source, tokens, spelling), ...characterErrors(source, errors)];
  const stretches = parseStretches(kind, errorContext(source, spelling, tokens, lexical));
  return { source, kind, spelling, tokens, comments: groups['comments'] ?? [], stretches, lexical };
}

/** The trees of a file, the first of which has its head. */
export function treesOf({ stretches }: ConcreteFile): readonly CstNode[] {
  return stretches.flatMap(({ tree }) => tree ?? []);
}

/** What is wrong with the order of the tokens of a file. */
export function mistakesOf({ stretches }: ConcreteFile): readonly Diagnostic[] {
  return stretches.flatMap(({ mistakes }) => mistakes);
}
