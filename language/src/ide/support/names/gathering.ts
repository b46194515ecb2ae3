import { type DeclaredPurpose, type Model, type Pack, packsInReach } from '../../../model/model.ts';
import { lookUpPurpose } from '../../../model/resolve-purpose.ts';
import type { ChoicesType, RecordType, Type } from '../../../model/types.ts';
import { type Span, spanOf } from '../../../source/source.ts';
import type { Citation, Name, PathExpression, SyntaxFile } from '../../../syntax/ast.ts';
import type { NamedSymbol, Occurrence } from '../symbol.ts';
import { symbolOfAlias, symbolOfChoice, symbolOfDeclaration, symbolOfPack, symbolOfRecord } from './symbols-of.ts';

/** What the naming of one file shares: what the program means, and where the occurrences go. */
export interface Gathering {
  readonly model: Model;
  /** Every file of the program, for what the model does not keep. */
  readonly files: readonly SyntaxFile[];
  readonly found: Occurrence[];
  /** Told of every path, of where it stands, and of the type that is expected of it: for what is still being written. */
  readonly asked?: (path: PathExpression, scope: NameScope, expected: Type | undefined) => void;
}

/** Where a name stands in a pack: what it may mean. */
export interface NameScope {
  readonly gathering: Gathering;
  readonly pack: Pack;
  /** The judged record; undefined after an error. */
  readonly record: RecordType | undefined;
  /** The names of items, the innermost last. */
  readonly items: readonly { readonly symbol: NamedSymbol; readonly type: Type }[];
}

/** Adds a place where a thing is named; a hole that recovery left names nothing. */
export function add(
  { found }: Gathering,
  symbol: NamedSymbol | undefined,
  name: Name & { readonly inText?: boolean },
  role: Occurrence['role'] = 'reference',
): void {
  if (symbol === undefined || name.text === '') return;
  found.push({ symbol, span: name.span, text: name.text, role, inText: name.inText === true });
}

/** The vocabulary of a name: its symbol is declared in the file that states its version. */
export function vocabularySymbol(name: string, { model, files }: Gathering): NamedSymbol | undefined {
  const vocabulary = model.vocabularies.find((each) => each.name === name);
  if (vocabulary === undefined) return undefined;
  const own = files.filter((file) => file.kind === 'vocabulary').filter((file) => file.name.text === name);
  const head = own.find((file) => file.version !== undefined) ?? own[0];
  if (head === undefined) return undefined;
  return { id: `vocabulary ${name}`, name, span: head.name.span, of: { kind: 'vocabulary', vocabulary } };
}

/** The pack or vocabulary of a name. */
export function packOrVocabularySymbol(name: string, gathering: Gathering): NamedSymbol | undefined {
  const pack = gathering.model.packs.find((each) => each.name === name);
  return pack === undefined ? vocabularySymbol(name, gathering) : symbolOfPack(pack);
}

/** Names the source of each citation. */
export function nameCitations(citations: readonly Citation[], pack: Pack, gathering: Gathering): void {
  for (const { source } of citations) {
    const owner = packsInReach(pack).find((each) => each.sources.has(source.text));
    const declaration = owner?.sources.get(source.text);
    if (owner !== undefined && declaration !== undefined)
      add(gathering, symbolOfDeclaration(declaration, owner), source);
  }
}

/** Names a record that a pack judges: the one in the vocabulary that declares it last. */
export function nameRecord(name: Name, pack: Pack, gathering: Gathering): RecordType | undefined {
  const named = pack.vocabularies.flatMap((vocabulary) => vocabulary.records.get(name.text) ?? []);
  const record = named.find((each) => !named.some((other) => other.extends === each)) ?? named[0];
  if (record !== undefined) add(gathering, symbolOfRecord(record), name);
  return record;
}

/** Names a choice, by its name or one that it had. */
export function nameChoice(name: Name, choices: ChoicesType, gathering: Gathering): void {
  const choice = choices.values.find((value) => value.name === name.text || value.was.includes(name.text));
  if (choice !== undefined) add(gathering, symbolOfChoice(choice, choices), name);
}

/** Names a purpose, written as `name` or `pack/name`: both the pack and the purpose. */
export function namePurpose(name: Name, pack: Pack, gathering: Gathering): void {
  const found = lookUpPurpose(name.text, packsInReach(pack), pack.uses);
  if (found.kind === 'found') nameQualified(name, symbolOfPurpose(found.purpose, gathering), pack, gathering);
}

/** The symbol of a purpose of the model. */
function symbolOfPurpose(purpose: DeclaredPurpose, { model }: Gathering): NamedSymbol | undefined {
  const owner = model.packs.find(({ name }) => name === purpose.pack);
  return owner === undefined ? undefined : symbolOfDeclaration(purpose.declaration, owner);
}

/** Names `pack/name`: the part before the slash is a pack or a short name for one, the part after it the symbol. */
export function nameQualified(
  name: Name,
  symbol: NamedSymbol | undefined,
  pack: Pack | undefined,
  gathering: Gathering,
): void {
  const { source, start, end } = name.span;
  const written = source.text.slice(start, end);
  const slash = written.indexOf('/');
  if (slash === -1) {
    add(gathering, symbol, name);
    return;
  }
  const before = trimmed(spanOf(source, start, start + slash));
  add(gathering, qualifierSymbol(before.text, pack, gathering), before);
  add(gathering, symbol, trimmed(spanOf(source, start + slash + 1, end)));
}

function trimmed(span: Span): Name {
  const text = span.source.text.slice(span.start, span.end);
  const start = span.start + (text.length - text.trimStart().length);
  const whole = { ...span, start, end: start + text.trim().length };
  return { text: text.trim().replaceAll('`', ''), span: whole };
}

function qualifierSymbol(written: string, pack: Pack | undefined, gathering: Gathering): NamedSymbol | undefined {
  const uses = pack?.files.flatMap((file) => file.header).filter((item) => item.kind === 'use') ?? [];
  const aliased = uses.find((use) => use.alias?.text === written);
  if (pack !== undefined && aliased?.alias !== undefined) return symbolOfAlias(aliased, aliased.alias, pack);
  return packOrVocabularySymbol(written, gathering);
}
