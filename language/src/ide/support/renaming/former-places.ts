import type { Span } from '../../../source/source.ts';
import { spanOf } from '../../../source/source.ts';
import type {
  ExceptClause,
  Name,
  PackFile,
  PackItem,
  PurposeDeclaration,
  RuleDeclaration,
  SyntaxFile,
  VocabularyItem,
} from '../../../syntax/ast.ts';
import { keywordNamed } from '../../../syntax/keywords.ts';

/** Where a declaration says what it was called before, and where it could say more. */
export interface FormerPlace {
  /** The clauses that it has; one whose keyword is not right before its name is left out. */
  readonly clauses: readonly { readonly name: string; readonly span: Span }[];
  /** The end of what another clause would stand behind; that of the last clause where it has one. */
  readonly after: Span;
  /** Whether what can be said of it stands in lines below its name. */
  readonly below: boolean;
  /** Whether the clauses stand between braces, which an exception has only where there is something in them. */
  readonly body: 'none' | 'rule' | 'exception';
  /** The brace that closes the body; undefined where there is none. */
  readonly closing: Span | undefined;
}

/** The declaration whose name starts at an offset, if it is of a kind that says what it was called before. */
export function formerPlaceAt(file: SyntaxFile, start: number): FormerPlace | undefined {
  if (file.kind === 'unknown') return undefined;
  if (file.kind === 'vocabulary') return first(file.items, (item) => placeInVocabulary(item, start));
  if (file.name.span.start === start) return placeOfPack(file);
  return first(file.items, (item) => placeInPack(item, start));
}

function first<T, R>(items: readonly T[], find: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function placeOfPack({ name, version, header }: PackFile): FormerPlace {
  const clauses = header.flatMap((item) => (item.kind === 'was' ? [{ name: item.name.text, span: item.span }] : []));
  const after = clauses.at(-1)?.span ?? version?.span ?? name.span;
  return { clauses, after, below: true, body: 'none', closing: undefined };
}

function placeInVocabulary(item: VocabularyItem, start: number): FormerPlace | undefined {
  if (item.kind === 'note' || start < item.span.start || start > item.span.end) return undefined;
  const parts = item.kind === 'record' ? item.fields : item.values;
  const part = parts.find(({ name }) => name.span.start === start);
  return part && inLine(part.name, part.was, part.span.end);
}

function placeInPack(item: PackItem, start: number): FormerPlace | undefined {
  if (start < item.span.start || start > item.span.end) return undefined;
  if (item.kind === 'purpose') return placeOfPurpose(item, start);
  if (item.kind === 'parameter' && item.name.span.start === start) return inLine(item.name, item.was, item.span.end);
  if (item.kind !== 'rule') return undefined;
  if (item.name.span.start === start) return inBraces(item);
  const exceptions = item.clauses.filter((clause) => clause.kind === 'except');
  const exception = exceptions.find(({ name }) => name.span.start === start);
  return exception && inBraces(exception);
}

function placeOfPurpose(purpose: PurposeDeclaration, start: number): FormerPlace | undefined {
  const { name, text, parents, sameAs, was, notes, children } = purpose;
  if (name.span.start !== start) return first(children, (child) => placeOfPurpose(child, start));
  const parts = [...parents, ...sameAs, ...was, ...notes, ...(text === undefined ? [] : [text])];
  return inLine(name, was, Math.max(name.span.end, ...parts.map(({ span }) => span.end)));
}

function inLine(name: Name, was: readonly Name[], end: number): FormerPlace {
  const { source, start } = name.span;
  const clauses = was.flatMap((former) => {
    const span = clauseAround(former);
    return span === undefined ? [] : [{ name: former.text, span }];
  });
  const after = clauses.at(-1)?.span ?? spanOf(source, start, end);
  const below = /[\r\n]/.test(source.text.slice(start, end));
  return { clauses, after, below, body: 'none', closing: undefined };
}

const keywords = [...(keywordNamed('Was')?.en ?? []), ...(keywordNamed('Was')?.nl ?? [])].join('|');
const keywordBefore = new RegExp(`(?:${keywords})\\s+$`);

function clauseAround({ span }: Name): Span | undefined {
  const { source, start, end } = span;
  const before = keywordBefore.exec(source.text.slice(Math.max(0, start - 200), start));
  return before === null ? undefined : spanOf(source, start - before[0].length, end);
}

function inBraces({ kind, span, name, clauses: all }: RuleDeclaration | ExceptClause): FormerPlace | undefined {
  const { source, end } = span;
  const clauses = all.flatMap((clause) =>
    clause.kind === 'was' ? [{ name: clause.name.text, span: clause.span }] : [],
  );
  const braced = source.text.charAt(end - 1) === '}';
  const closing = braced ? spanOf(source, end - 1, end) : undefined;
  const body = kind === 'rule' ? 'rule' : 'exception';
  if (closing === undefined) return body === 'rule' ? undefined : { clauses, after: span, below: false, body, closing };
  const opening = source.text.indexOf('{', name.span.end);
  const after = clauses.at(-1)?.span ?? all.at(-1)?.span ?? spanOf(source, opening, opening + 1);
  return { clauses, after, below: true, body, closing };
}
