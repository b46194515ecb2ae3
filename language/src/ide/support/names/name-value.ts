import { fieldCalled, recordOf } from '../../../core/fields.ts';
import type { RawMap, RawNode, RawScalar } from '../../../manifest/document.ts';
import { lookUpPurpose } from '../../../model/resolve-purpose.ts';
import type { ChoicesType, Field, RecordType, Type } from '../../../model/types.ts';
import type { SourceText } from '../../../source/source.ts';
import { exceptionCalled, type FoundRule, ruleOfPack } from './called.ts';
import { add, type Gathering, nameChoice, packOrVocabularySymbol } from './gathering.ts';
import { dutyCalled, nameChoicesOfRole } from './name-rule.ts';
import { keyOf, type Piece, piecesOf } from './pieces.ts';
import { symbolOfDeclaration, symbolOfDuty, symbolOfException, symbolOfField } from './symbols-of.ts';

/** Where a value stands that is written as data: in a manifest, or in a test. */
export interface ValueContext {
  readonly gathering: Gathering;
  readonly source: SourceText;
  /** The record that is judged. */
  readonly record: RecordType | undefined;
}

/** What a value is the value of. */
interface ValueOf {
  readonly type: Type;
  readonly field?: Field | undefined;
  /** The rule whose exception the record around it claims. */
  readonly claimed?: FoundRule | undefined;
}

/**
 * Names everything in a value that is written as data, by its type: fields, choices, purposes, and the rules, exceptions
 * and duties that claims, explanations and approvals are about.
 */
export function nameValue(node: RawNode, of: ValueOf, context: ValueContext): void {
  const { type, field, claimed } = of;
  if (node.kind === 'list') {
    const inside = type.kind === 'list' ? type.of : unknown;
    for (const item of node.items) nameValue(item, { type: inside, field, claimed }, context);
  } else if (node.kind === 'scalar') nameScalar(node, of, context);
  else nameMap(node, recordOf(type), context);
}

const unknown: Type = { kind: 'unknown' };

function nameMap(node: RawMap, record: RecordType | undefined, context: ValueContext): void {
  const fields = node.entries.map((entry) => ({ entry, field: record && fieldCalled(record, entry.key) }));
  const claim = fields.find(({ field }) => field?.roles.includes('claimed-exception'))?.entry.value;
  const claimed = claim?.kind === 'scalar' ? targetOf(piecesOf(claim, context.source), context)?.found : undefined;
  for (const { entry, field } of fields) {
    const key = keyOf(entry, context.source);
    if (record !== undefined && field !== undefined && key !== undefined)
      add(context.gathering, symbolOfField(field, record), key);
    nameValue(entry.value, { type: field?.type ?? unknown, field, claimed }, context);
  }
}

function nameScalar(node: RawScalar, { type, field, claimed }: ValueOf, context: ValueContext): void {
  const { source } = context;
  const pieces = piecesOf(node, source);
  if (type.kind === 'choice') nameChoicePiece(pieces, type.choices, context);
  else if (type.kind === 'purpose') namePurposePieces(pieces, context);
  else if (field?.roles.includes('covered-items') === true) nameCovered(pieces, claimed, context);
  else if (field?.roles.some((role) => targets.has(role)) === true) nameTarget(pieces, context);
}

const targets: ReadonlySet<string> = new Set(['claimed-exception', 'explained-rule', 'approved-for']);

function nameChoicePiece(pieces: readonly Piece[], choices: ChoicesType, { gathering }: ValueContext): void {
  const [only, ...others] = pieces;
  if (only !== undefined && others.length === 0) nameChoice(only, choices, gathering);
}

/** `purpose`, `pack/purpose`, and either with a case behind it, in the order in which a manifest is read. */
function namePurposePieces(pieces: readonly Piece[], { gathering }: ValueContext): void {
  const { packs } = gathering.model;
  const [first, second] = pieces;
  if (first === undefined) return;
  const qualified = second && lookUpPurpose(`${first.text}/${second.text}`, packs);
  const bare = qualified?.kind === 'found' ? undefined : lookUpPurpose(first.text, packs);
  const [found, name] = qualified?.kind === 'found' ? [qualified, second] : [bare, first];
  if (found?.kind !== 'found' || name === undefined) return;
  if (name === second) add(gathering, packOrVocabularySymbol(first.text, gathering), first);
  const owner = packs.find((pack) => pack.name === found.purpose.pack);
  if (owner !== undefined) add(gathering, symbolOfDeclaration(found.purpose.declaration, owner), name);
}

/** What a claim, an explanation or an approval is about. */
interface Target {
  readonly found: FoundRule;
  readonly pack: Piece | undefined;
  readonly rule: Piece;
  /** The exception or the duty of the rule. */
  readonly part: Piece | undefined;
}

function targetOf(pieces: readonly Piece[], { gathering }: ValueContext): Target | undefined {
  const { packs } = gathering.model;
  const [first, second, third] = pieces;
  if (first === undefined) return undefined;
  const pack = packs.find(({ name }) => name === first.text);
  if (pack !== undefined && second !== undefined) {
    const found = ruleOfPack(second.text, pack);
    return found && { found, pack: first, rule: second, part: third };
  }
  const named = packs.map((each) => ruleOfPack(first.text, each)).find((each) => each !== undefined);
  return named && { found: named, pack: undefined, rule: first, part: second };
}

function nameTarget(pieces: readonly Piece[], context: ValueContext): void {
  const { gathering } = context;
  const target = targetOf(pieces, context);
  if (target === undefined) return;
  const { found, pack, rule, part } = target;
  if (pack !== undefined) add(gathering, packOrVocabularySymbol(pack.text, gathering), pack);
  add(gathering, symbolOfDeclaration(found.rule, found.pack), rule);
  if (part === undefined) return;
  const exception = exceptionCalled(part.text, found.rule);
  if (exception !== undefined) add(gathering, symbolOfException(exception, found.rule, found.pack), part);
  else nameDutyOf(found, part, gathering);
}

function nameDutyOf({ rule, pack }: FoundRule, name: Piece, gathering: Gathering): boolean {
  const duty = dutyCalled(name.text, rule);
  if (duty?.name === undefined) return false;
  add(gathering, symbolOfDuty(duty, duty.name, rule, pack), name);
  return true;
}

/** A claim covers duties by their names, and disclosures by what they give insight in, or that and to whom. */
function nameCovered(pieces: readonly Piece[], rule: FoundRule | undefined, context: ValueContext): void {
  const [item, audience] = pieces;
  const { gathering, record } = context;
  if (rule === undefined || item === undefined) return;
  const scope = { gathering, pack: rule.pack, record, items: [] };
  if (audience === undefined && nameDutyOf(rule, item, gathering)) return;
  nameChoicesOfRole([item], 'disclosed-item', scope);
  if (audience !== undefined) nameChoicesOfRole([audience], 'disclosed-audience', scope);
}
