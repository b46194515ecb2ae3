import type { CstNode, IToken } from 'chevrotain';
import type { Spelling } from '../syntax/ast.ts';
import { childrenOf, isNode, node, nodes, onlyNode, token } from '../syntax/cst.ts';
import { type KeywordToken, spelled } from '../syntax/keywords.ts';
import { type ConcreteFile, treesOf } from '../syntax/parse-concrete.ts';
import { lineEndOf } from './written-words.ts';

/**
 * The text of a file (without errors) such that its texts stay in their language when its keywords are written in a
 * spelling: a text that names no language is in that of the spelling, unless the file states one. The clause that states it
 * is added where it is needed, and taken away where it says what the spelling says already; one with a comment inside it
 * stays, since the comment is about it.
 */
export function withLanguageFor(file: ConcreteFile, spelling: Spelling): string {
  const { text } = file.source;
  if (file.kind === 'tests') return text;
  const parts = treesOf(file).flatMap((tree) =>
    nodes(tree, `${file.kind}Part`).flatMap((part) => onlyNode(part) ?? []),
  );
  const clause = parts.find((part) => part.name === 'languageClause');
  if (clause !== undefined) {
    const stated: Spelling = token(clause, 'Dutch') === undefined ? 'en' : 'nl';
    return stated === spelling && !isCommented(file, clause) ? withoutClause(file, clause) : text;
  }
  if (spelling === file.spelling || !parts.some(hasPlainText)) return text;
  const word = (keyword: KeywordToken): string => spelled(keyword, file.spelling);
  const added = `${lineEndOf(text)}  ${word('LanguageWord')} ${word(file.spelling === 'nl' ? 'Dutch' : 'English')}`;
  const at = endOfLineAfter(file, endOf(headOf(file, parts)));
  return text.slice(0, at) + added + text.slice(at);
}

/** What the clause comes after: the title, if it is the first thing that the file says, else the head itself. */
function headOf(file: ConcreteFile, [first]: readonly CstNode[]): CstNode | undefined {
  return first?.name === 'title' ? first : node(treesOf(file)[0], `${file.kind}Head`);
}

function endOf(at: CstNode | undefined): number {
  return (at?.location?.endOffset ?? -1) + 1;
}

/** Behind the comment that stands behind an offset on its line, if any. */
function endOfLineAfter({ source, comments }: ConcreteFile, offset: number): number {
  const comment = comments.find(({ startOffset }) => startOffset >= offset);
  if (comment === undefined || !/^[^\S\r\n]*$/.test(source.text.slice(offset, comment.startOffset))) return offset;
  return comment.startOffset + comment.image.length;
}

function isCommented({ comments }: ConcreteFile, clause: CstNode): boolean {
  const start = clause.location?.startOffset ?? 0;
  return comments.some(({ startOffset }) => startOffset > start && startOffset < endOf(clause));
}

function withoutClause({ source, tokens, comments }: ConcreteFile, clause: CstNode): string {
  const { text } = source;
  const start = clause.location?.startOffset ?? 0;
  const end = endOf(clause);
  const before = Math.max(endBefore(tokens, start), endBefore(comments, start));
  // What follows the clause on its line stays on a line of its own, and does not come behind a comment.
  const isFollowed = /^[^\S\r\n]*[^\s]/.test(text.slice(end));
  return text.slice(0, isFollowed ? start : before) + text.slice(end);
}

function endBefore(parts: readonly IToken[], offset: number): number {
  const last = parts.findLast(({ startOffset }) => startOffset < offset);
  return last === undefined ? 0 : last.startOffset + last.image.length;
}

function hasPlainText(at: CstNode): boolean {
  if (at.name === 'text' && token(at, 'AnyText') !== undefined) return true;
  return childrenOf(at).some((part) => isNode(part) && hasPlainText(part));
}
