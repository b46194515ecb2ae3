import type { CstNode, IToken } from 'chevrotain';
import { keywordNamed } from '../syntax/keywords.ts';
import { treesOf } from '../syntax/parse-concrete.ts';
import { parseSource } from '../syntax/parse-source.ts';
import { derivation } from './support/derive.ts';
import { namesIn } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { Occurrence, SymbolKind } from './support/symbol.ts';

/** What a word of a file is, for its colour. */
export interface SemanticToken {
  readonly start: number;
  readonly end: number;
  readonly kind: 'keyword' | 'comment' | 'text' | 'number' | 'operator' | 'name' | SymbolKind;
  /** Whether the name is declared here. */
  readonly declares: boolean;
}

const tokensOfFiles = derivation<readonly SemanticToken[]>();

/**
 * Every word of a file with what it is, in the order of places, none overlapping another; a name that is not known is a
 * `name`. Blanks, braces and commas have no token. The very same list as long as nothing changes that it depends on.
 */
export function semanticTokensOf(snapshot: Snapshot, path: string): readonly SemanticToken[] {
  const file = snapshot.files.get(path);
  if (file?.syntax !== 'waarborg') return [];
  const names = namesIn(snapshot, path);
  return tokensOfFiles(snapshot.memory, path, [file, names], () => {
    const { concrete } = parseSource(file.source);
    if (concrete === undefined) return [];
    const { tokens, comments } = concrete;
    const keyOf = keysIn(treesOf(concrete));
    const known = names.filter(({ symbol }) => symbol.of.kind !== 'test').map(ofName);
    const words = [...tokens, ...comments].flatMap((token) => ofToken(token, keyOf.get(token)));
    return withoutOverlap([...known, ...words]);
  });
}

function ofName({ span: { start, end }, symbol, role }: Occurrence): SemanticToken {
  return { start, end, kind: symbol.of.kind, declares: role === 'declaration' };
}

/** What each token was taken for in the tree: a keyword may be a name. */
function keysIn(trees: readonly CstNode[]): ReadonlyMap<IToken, string> {
  const found = new Map<IToken, string>();
  const waiting = [...trees];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    for (const [key, children] of Object.entries(node.children)) {
      for (const child of children) {
        if ('children' in child) waiting.push(child);
        else found.set(child, key);
      }
    }
  }
  return found;
}

const kinds: Readonly<Record<string, SemanticToken['kind']>> = {
  AnyText: 'text',
  Iri: 'text',
  AnyNumber: 'number',
  AnyPercentage: 'number',
  AnyDate: 'number',
  VersionLiteral: 'number',
  AnyName: 'name',
  Comment: 'comment',
  ...Object.fromEntries(
    (
      [
        'LessOrEqual',
        'GreaterOrEqual',
        'NotEquals',
        'Equals',
        'Less',
        'Greater',
        'Plus',
        'Minus',
        'Star',
        'Slash',
      ] as const
    ).map((name) => [name, 'operator']),
  ),
};

function ofToken({ tokenType, startOffset: start, image }: IToken, key: string | undefined): readonly SemanticToken[] {
  const names = [key ?? tokenType.name, tokenType.name, ...(tokenType.CATEGORIES ?? []).map(({ name }) => name)];
  const isKeyword =
    key === undefined ? keywordNamed(tokenType.name)?.use === 'reserved' : keywordNamed(key) !== undefined;
  const kind = isKeyword ? 'keyword' : names.map((name) => kinds[name]).find((each) => each !== undefined);
  return kind === undefined ? [] : [{ start, end: start + image.length, kind, declares: false }];
}

/** Of two that overlap the one that begins first stays, and of two that begin together the name that is known. */
function withoutOverlap(found: readonly SemanticToken[]): readonly SemanticToken[] {
  let end = 0;
  return found
    .toSorted((a, b) => a.start - b.start)
    .filter((token) => {
      if (token.start < end || token.end <= token.start) return false;
      end = token.end;
      return true;
    });
}
