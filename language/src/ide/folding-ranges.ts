import type { IToken } from 'chevrotain';
import { lineText, positionAt, type SourceText, type Span, spanOf } from '../source/source.ts';
import { headOf, longestPolicy } from '../syntax/parse.ts';
import { headOfTests } from '../syntax/parse-tests.ts';
import { readTokens } from '../syntax/tokens.ts';
import { policyOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';

/** A part of a file that an editor can fold to one line. */
export interface FoldingRange {
  /** From the line that stays to the last sign that goes: lines count from 1. */
  readonly firstLine: number;
  readonly lastLine: number;
  readonly kind: 'block' | 'comment' | 'region' | 'uses';
}

/**
 * What can be folded, in order: blocks between braces or brackets, and declarations over several lines; comments in a row;
 * what stands between comments that begin with `region` and `endregion`; the packs that are used. Also in a file with errors.
 */
export function foldingRangesOf(snapshot: Snapshot, path: string): readonly FoldingRange[] {
  const file = tokensOf(snapshot, path);
  if (file === undefined) return [];
  const all = [...blocks(file), ...declarations(snapshot, path), ...comments(file), ...regions(file)];
  const folded = all.filter(({ firstLine, lastLine }) => firstLine < lastLine);
  const byLine = new Map<string, FoldingRange>();
  // Of two that begin on one line the one that goes further is the one that is meant.
  for (const range of folded.sort((a, b) => a.firstLine - b.firstLine || b.lastLine - a.lastLine)) {
    const key = `${range.firstLine} ${range.kind === 'block'}`;
    if (!byLine.has(key)) byLine.set(key, range);
  }
  return [...byLine.values()];
}

/** The words and comments of a file: folding follows them alone, so that it takes little time after each key. */
interface Tokens {
  readonly source: SourceText;
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

function tokensOf({ files }: Snapshot, path: string): Tokens | undefined {
  const file = files.get(path);
  if (file?.syntax !== 'waarborg' || file.source.text.length > longestPolicy) return undefined;
  const { source } = file;
  const head = headOfTests(source) ?? headOf(source);
  if (head.problem !== undefined) return undefined;
  const { tokens, groups } = readTokens(source.text, head.spelling, head.kind === 'tests' ? 'tests' : 'policy');
  return { source, tokens, comments: groups['comments'] ?? [] };
}

const opening: ReadonlySet<string> = new Set(['LeftBrace', 'LeftBracket']);
const closing: ReadonlySet<string> = new Set(['RightBrace', 'RightBracket']);

/** The line of what closes a block stays. */
function blocks({ source, tokens }: Tokens): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  const open: IToken[] = [];
  for (const token of tokens) {
    if (opening.has(token.tokenType.name)) open.push(token);
    if (!closing.has(token.tokenType.name)) continue;
    const first = open.pop();
    if (first === undefined) continue;
    const firstLine = lineAt(source, first.startOffset);
    found.push({ firstLine, lastLine: lineAt(source, token.startOffset) - 1, kind: 'block' });
  }
  return found;
}

/** Declarations without braces, and the list of what is used. */
function declarations(snapshot: Snapshot, path: string): readonly FoldingRange[] {
  const file = policyOf(snapshot, path)?.file;
  if (file === undefined || file.kind === 'unknown') return [];
  const found = file.items.filter(({ kind, span }) => kind !== 'note' && !textOf(span).endsWith('}')).map(blockOf);
  const uses = file.header.filter(({ kind }) => kind === 'use' || kind === 'extends').map(({ span }) => span);
  const [first, last] = [uses[0], uses.at(-1)];
  if (first === undefined || last === undefined) return found;
  return [...found, { ...blockOf({ span: spanOf(first.source, first.start, last.end) }), kind: 'uses' }];
}

function blockOf({ span }: { readonly span: Span }): FoldingRange {
  const { source, start, end } = span;
  return { firstLine: lineAt(source, start), lastLine: lineAt(source, Math.max(start, end - 1)), kind: 'block' };
}

function textOf({ source, start, end }: Span): string {
  return source.text.slice(start, end);
}

/** Comments that have lines to themselves, one right below the other. */
function comments({ source, comments: all }: Tokens): readonly FoldingRange[] {
  const lines = all.filter((comment) => hasLine(source, comment) && regionWord(comment) === undefined);
  const found: { firstLine: number; lastLine: number; kind: 'comment' }[] = [];
  for (const { startOffset } of lines) {
    const line = lineAt(source, startOffset);
    const before = found.at(-1);
    if (before?.lastLine === line - 1) before.lastLine = line;
    else found.push({ firstLine: line, lastLine: line, kind: 'comment' });
  }
  return found;
}

function hasLine(source: SourceText, { startOffset }: IToken): boolean {
  return lineText(source, lineAt(source, startOffset)).trimStart().startsWith('//');
}

function regionWord({ image }: IToken): 'region' | 'endregion' | undefined {
  const word = /^\/\/\s*#?(region|endregion)\b/.exec(image)?.[1];
  return word === 'region' || word === 'endregion' ? word : undefined;
}

function regions({ source, comments: all }: Tokens): readonly FoldingRange[] {
  const found: FoldingRange[] = [];
  const open: number[] = [];
  for (const comment of all) {
    const line = lineAt(source, comment.startOffset);
    const word = regionWord(comment);
    if (word === 'region') open.push(line);
    const firstLine = word === 'endregion' ? open.pop() : undefined;
    if (firstLine !== undefined) found.push({ firstLine, lastLine: line, kind: 'region' });
  }
  return found;
}

function lineAt(source: SourceText, offset: number): number {
  return positionAt(source, offset).line;
}
