import type { CstElement, CstNode, IToken } from 'chevrotain';
import type { Language } from '../diagnostic/diagnostic.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import type { Name, Spelling, Text } from './ast.ts';
import type { Report } from './report.ts';

/** What reading the tree of one file shares. */
export interface Reader {
  readonly source: SourceText;
  readonly spelling: Spelling;
  /** The language of texts that do not name one. */
  readonly language: Language;
  readonly report: Report;
}

/** Whether a part of the tree is a node, and no token. */
export function isNode(element: CstElement): element is CstNode {
  return 'children' in element;
}

/** The child nodes of a name, in source order; none where recovery left a hole. */
export function nodes(parent: CstNode | undefined, name: string): readonly CstNode[] {
  return (parent?.children[name] ?? []).filter(isNode);
}

/** The first child node of a name. */
export function node(parent: CstNode | undefined, name: string): CstNode | undefined {
  return nodes(parent, name)[0];
}

/** The tokens of a name that stand in the source: those that recovery invented are left out. */
export function tokens(parent: CstNode | undefined, name: string): readonly IToken[] {
  const found = (parent?.children[name] ?? []).filter((element): element is IToken => !isNode(element));
  return found.filter((token) => token.isInsertedInRecovery !== true && !Number.isNaN(token.startOffset));
}

/** The first token of a name that stands in the source. */
export function token(parent: CstNode | undefined, name: string): IToken | undefined {
  return tokens(parent, name)[0];
}

/** Everything directly below a node that stands in the source, in source order. */
export function childrenOf(parent: CstNode): readonly CstElement[] {
  const children: CstElement[] = [];
  for (const name in parent.children) {
    for (const child of parent.children[name] ?? []) if (!Number.isNaN(startOf(child))) children.push(child);
  }
  // Most nodes are around one other: their order takes no time.
  return children.length < 2 ? children : children.sort((a, b) => startOf(a) - startOf(b));
}

/** Every token below a node, in source order. */
export function tokensBelow(parent: CstNode): readonly IToken[] {
  return childrenOf(parent).flatMap((child) => (isNode(child) ? tokensBelow(child) : child));
}

/** The offset at which a part begins; not a number where recovery invented it, or left a node empty. */
export function startOf(at: CstElement): number {
  if (isNode(at)) return at.location?.startOffset ?? Number.NaN;
  return at.isInsertedInRecovery === true ? Number.NaN : at.startOffset;
}

/** The one child node, and its name: for rules that are a choice between rules. */
export function onlyNode(parent: CstNode): CstNode | undefined {
  return Object.values(parent.children)
    .flat()
    .find((element): element is CstNode => isNode(element));
}

/** The span of a token; Chevrotain's ends are inclusive. */
export function tokenSpan(reader: Reader, at: IToken): Span {
  return spanOf(reader.source, at.startOffset, (at.endOffset ?? at.startOffset) + 1);
}

/** The span of a node; an empty one (after recovery) stands where `fallback` does. */
export function nodeSpan(reader: Reader, at: CstNode | undefined, fallback?: Span): Span {
  const { startOffset, endOffset } = at?.location ?? {};
  if (startOffset === undefined || Number.isNaN(startOffset)) return fallback ?? spanOf(reader.source, 0, 0);
  const end = endOffset === undefined || Number.isNaN(endOffset) ? startOffset : endOffset + 1;
  return spanOf(reader.source, startOffset, end);
}

/** The name that a token holds; an empty one where there is none. */
export function nameOf(reader: Reader, at: IToken | undefined, fallback: Span): Name {
  if (at === undefined) return { text: '', span: spanOf(reader.source, fallback.start, fallback.start) };
  return { text: wordOf(at), span: tokenSpan(reader, at) };
}

/** What a token says as a name: without the back-quotes that only keep it from being a keyword. */
export function wordOf(at: IToken): string {
  return at.image.startsWith('`') ? at.image.slice(1, -1) : at.image;
}

/** A name with dots and a slash, put together without the blanks between. */
export function qualifiedNameOf(reader: Reader, at: CstNode | undefined, fallback: Span): Name {
  const names = tokens(at, 'AnyName');
  if (names.length === 0) return nameOf(reader, undefined, fallback);
  const joints = [...tokens(at, 'Dot'), ...tokens(at, 'Slash')].sort((a, b) => a.startOffset - b.startOffset);
  const text = names
    .map((name, index) => `${index === 0 ? '' : (joints[index - 1]?.image ?? '.')}${wordOf(name)}`)
    .join('');
  return { text, span: nodeSpan(reader, at, fallback) };
}

/** The content of a text token, whatever its quotes. */
export function contentOf(at: IToken): string {
  const closed = at.tokenType.name !== 'UnclosedText';
  const inner = closed ? at.image.slice(1, -1) : at.image.slice(1);
  return inner.replaceAll(/\\(.)/g, '$1');
}

/** A text for people from its node, with the file's language where it names none. */
export function textOf(reader: Reader, at: CstNode | undefined): Text | undefined {
  if (at === undefined) return undefined;
  const span = nodeSpan(reader, at);
  const plain = token(at, 'AnyText');
  if (plain !== undefined) return { [reader.language]: contentOf(plain), span };
  const texts: { en?: string; nl?: string } = {};
  for (const tagged of nodes(at, 'taggedText')) {
    const content = token(tagged, 'AnyText');
    if (content === undefined) continue;
    texts[token(tagged, 'Dutch') === undefined ? 'en' : 'nl'] ??= contentOf(content);
  }
  return texts.en === undefined && texts.nl === undefined ? undefined : { ...texts, span };
}
