import type { CstNode, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { placeBeyond } from './nesting.ts';
import { type ErrorContext, parseErrors, tooManyMistakes } from './parse-errors.ts';
import { PolicyParser } from './parser.ts';
import { splitAtDeclarations } from './split-declarations.ts';
import { TestsParser } from './tests-parser.ts';

/** The kind of a policy file, which its first word says. */
export type PolicyKind = 'pack' | 'vocabulary';

/** The kind of any file of the language. */
export type FileKind = PolicyKind | 'tests';

/** Tokens that were parsed by themselves: a whole file, or a declaration of one that has mistakes in it. */
export interface ParsedStretch {
  readonly tokens: readonly IToken[];
  /** Missing where there were too many mistakes. */
  readonly tree: CstNode | undefined;
  readonly mistakes: readonly Diagnostic[];
  /** Whether the grammar was followed; mistakes that only follow from others are not among the diagnostics. */
  readonly clean: boolean;
}

/** Beyond this many mistakes a stretch is given up: its tree would have little to do with what was meant. */
const mostMistakes = 100;

/**
 * Parses the tokens of a file: as one where it has no mistakes, so that layout means nothing; otherwise declaration by
 * declaration, as the layout shows them, so that each keeps its mistakes to itself. The first has the head.
 */
export function parseStretches(kind: FileKind, context: ErrorContext): readonly ParsedStretch[] {
  const { tokens, source } = context;
  const whole = parseStretch(kind, context, { tokens, withHead: true, allowed: 0 });
  if (whole !== undefined) return [whole];
  const parsed = splitAtDeclarations(tokens, source.text).map((stretch, index) =>
    readStretch(kind, context, { tokens: stretch, withHead: index === 0 }),
  );
  if (parsed.some((part) => part.mistakes.length > 0)) return parsed;
  // What only is right when layout counts is wrong.
  return [readStretch(kind, context, { tokens, withHead: true })];
}

interface Stretch {
  readonly tokens: readonly IToken[];
  readonly withHead: boolean;
}

/** A stretch with its mistakes; without a tree where there are too many, or where it nests too deeply to recover. */
function readStretch(kind: FileKind, context: ErrorContext, stretch: Stretch): ParsedStretch {
  const parsed = parseStretch(kind, context, { ...stretch, allowed: mostMistakes });
  if (parsed !== undefined) return parsed;
  const parser = parserFor(kind, stretch.tokens);
  const mistakes = parseErrors(parser.errors, stretch.tokens, context);
  forget(parser);
  return { tokens: stretch.tokens, tree: undefined, mistakes, clean: false };
}

/** A stretch, or nothing when it has more mistakes than allowed; the parser then still holds those it met. */
function parseStretch(
  kind: FileKind,
  context: ErrorContext,
  { tokens, withHead, allowed }: Stretch & { readonly allowed: number },
): ParsedStretch | undefined {
  const parser = parserFor(kind, tokens);
  parser.input = [...tokens];
  parser.written = context.source.text;
  parser.allowance.mistakes = allowed;
  try {
    const tree = treeOf(parser, kind, withHead);
    if (!parser.recovers && parser.errors.length > 0) return undefined;
    const mistakes = parseErrors(parser.errors, tokens, context);
    const clean = parser.errors.length === 0;
    forget(parser);
    return { tokens, tree, mistakes, clean };
  } catch (error) {
    if (error === tooManyMistakes) return undefined;
    throw error;
  }
}

function treeOf(parser: PolicyParser | TestsParser, kind: FileKind, withHead: boolean): CstNode {
  if (parser instanceof TestsParser) return withHead ? parser.testsFile() : parser.testsRest();
  if (kind === 'pack') return withHead ? parser.packFile() : parser.packRest();
  return withHead ? parser.vocabularyFile() : parser.vocabularyRest();
}

/** Recovery goes through the grammar once more for each level of nesting, by recursion. */
const deepestRecovery = 64;

const parsers = new Map<string, PolicyParser | TestsParser>();

/**
 * The parser for some tokens: one that recovers from mistakes, unless they nest so deeply that recovery could run out of
 * stack. Making a parser takes longer than reading a file, so there is one of each, made when it is first needed.
 */
function parserFor(kind: FileKind, tokens: readonly IToken[]): PolicyParser | TestsParser {
  const recovery = placeBeyond(tokens, deepestRecovery) === undefined;
  const name = `${kind === 'tests' ? 'tests' : 'policy'} ${recovery}`;
  const known = parsers.get(name);
  if (known !== undefined) return known;
  const made = kind === 'tests' ? new TestsParser({ recovery }) : new PolicyParser({ recovery });
  parsers.set(name, made);
  return made;
}

/** The parser keeps what it was given until the next file; a long-lived server should not hold on to it. */
function forget(used: PolicyParser | TestsParser): void {
  used.input = [];
  used.written = '';
}
