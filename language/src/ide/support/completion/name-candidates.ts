import type { Localized } from '../../../diagnostic/diagnostic.ts';
import { untranslated } from '../../../diagnostic/diagnostic.ts';
import { type Pack, packsInReach } from '../../../model/model.ts';
import {
  choiceRoles,
  describeType,
  fieldRoles,
  type RecordType,
  type Type,
  type Vocabulary,
} from '../../../model/types.ts';
import type { ObligationClause, RuleDeclaration, SyntaxFile } from '../../../syntax/ast.ts';
import { type KeywordToken, spelled } from '../../../syntax/keywords.ts';
import type { TestsFile } from '../../../syntax/tests-ast.ts';
import { fieldWithRoleBelow } from '../names/role-types.ts';
import {
  symbolOfChoice,
  symbolOfChoices,
  symbolOfDeclaration,
  symbolOfDuty,
  symbolOfException,
  symbolOfField,
  symbolOfPack,
  symbolOfRecord,
} from '../names/symbols-of.ts';
import type { RootProgram } from '../program.ts';
import type { NamedSymbol } from '../symbol.ts';
import type { Cursor } from './cursor.ts';

/** A name that may stand where somebody is writing. */
export interface NameCandidate {
  readonly name: string;
  /** What it names; undefined for a word of the language, such as a type. */
  readonly symbol: NamedSymbol | undefined;
  readonly detail: Localized | undefined;
  /** What is written instead of the name. */
  readonly insert?: string;
  /** Less likely than others. */
  readonly later?: boolean;
}

/** What names are looked for in. */
export interface NameContext {
  readonly cursor: Cursor;
  readonly program: RootProgram;
  /** The files of every pack and vocabulary of the workspace that can be used: read only where they are asked for. */
  readonly files: () => readonly SyntaxFile[];
  /** The pack that is written, or that the tests are about. */
  readonly pack: Pack | undefined;
  /** The rule around the cursor, as far as it could be read. */
  readonly rule: RuleDeclaration | undefined;
  /** The vocabulary that is written. */
  readonly vocabulary: Vocabulary | undefined;
  /** The tests that are written. */
  readonly tests: TestsFile | undefined;
}

/** A symbol as a candidate, by its own name. */
export function candidate(symbol: NamedSymbol, detail?: Localized): NameCandidate {
  return { name: symbol.name, symbol, detail };
}

/** The fields of a record. */
export function fieldCandidates(record: RecordType | undefined): readonly NameCandidate[] {
  if (record === undefined) return [];
  return record.fields.map((field) => candidate(symbolOfField(field, record), untranslated(describeType(field.type))));
}

/** The purposes that a pack can name, with the pack before those that two of them declare. */
export function purposeCandidates(pack: Pack | undefined): readonly NameCandidate[] {
  const packs = pack === undefined ? [] : packsInReach(pack);
  return packs.flatMap((owner) =>
    [...owner.purposes.values()].map(({ name, declaration }) => {
      const shared = packs.some((other) => other !== owner && other.purposes.has(name));
      const found = candidate(
        symbolOfDeclaration(declaration, owner),
        owner === pack ? undefined : untranslated(owner.name),
      );
      return shared && owner !== pack ? { ...found, name: `${owner.name}/${name}` } : found;
    }),
  );
}

/** The choices of a list. */
export function choiceCandidates(type: Type | undefined): readonly NameCandidate[] {
  if (type?.kind !== 'choice') return [];
  const { choices } = type;
  return choices.values.map((choice) => candidate(symbolOfChoice(choice, choices), untranslated(choices.name)));
}

/** The values of a role that disclosures speak of. */
export function roleCandidates(
  role: 'disclosed-item' | 'disclosed-audience' | 'disclosed-extent',
  { pack }: NameContext,
): readonly NameCandidate[] {
  const record = pack?.record;
  return choiceCandidates(record && fieldWithRoleBelow({ kind: 'record', record }, role)?.type);
}

/** What an exception can cover: the duties of its rule that have a name, and what is disclosed. */
export function coverCandidates(context: NameContext): readonly NameCandidate[] {
  return [...dutyCandidates(context.rule, context.pack), ...roleCandidates('disclosed-item', context)];
}

/** The duties of a rule that have names. */
export function dutyCandidates(rule: RuleDeclaration | undefined, pack: Pack | undefined): readonly NameCandidate[] {
  if (rule === undefined || pack === undefined) return [];
  return rule.clauses.flatMap((clause) =>
    'guard' in clause && clause.name !== undefined ? candidate(symbolOfDuty(clause, clause.name, rule, pack)) : [],
  );
}

/** The duties of a rule as tests name them: also those that an exception leaves owed, disclosures, and claims. */
export function testedDutyCandidates(
  rule: RuleDeclaration | undefined,
  context: NameContext,
): readonly NameCandidate[] {
  const { pack } = context;
  if (rule === undefined || pack === undefined) return [];
  const exceptions = exceptionCandidates(rule, pack);
  const owed = rule.clauses.flatMap((clause) => {
    if (clause.kind !== 'except') return [];
    const still = clause.clauses.flatMap((item) => (item.kind === 'still' ? [item.obligation] : []));
    return still.flatMap((duty) => dutyNames(duty).map((name) => `${clause.name.text}/${name}`));
  });
  const own = rule.clauses.flatMap((clause) => ('guard' in clause ? dutyNames(clause) : []));
  const claims = exceptions.map(({ name }) => `claim/${name}`);
  const named = [...own, ...owed, ...claims].map((name) => ({ name, symbol: undefined, detail: undefined }));
  return [...dutyCandidates(rule, pack), ...named.filter(({ name }) => name.includes('/'))];
}

function dutyNames(duty: ObligationClause): readonly string[] {
  if (duty.kind !== 'disclose') return duty.name === undefined ? [] : [duty.name.text];
  return duty.items.flatMap((item) => duty.audiences.map((audience) => `${item.text}/${audience.text}`));
}

/** The exceptions of a rule. */
export function exceptionCandidates(
  rule: RuleDeclaration | undefined,
  pack: Pack | undefined,
): readonly NameCandidate[] {
  if (rule === undefined || pack === undefined) return [];
  return rule.clauses.flatMap((clause) =>
    clause.kind === 'except' ? candidate(symbolOfException(clause, rule, pack)) : [],
  );
}

/** The packs that can be named where a file says which pack it is part of, or what it tests. */
export function packCandidates({ program }: NameContext): readonly NameCandidate[] {
  const own = new Set(program.own.map(({ file }) => (file.kind === 'pack' ? file.name.text : '')));
  return program.checked.model.packs.filter(({ name }) => own.has(name)).map((pack) => candidate(symbolOfPack(pack)));
}

/** The packs and vocabularies of the workspace that can be used, each with its major version where none stands there yet. */
export function usedCandidates(
  { files, cursor, pack }: NameContext,
  kinds: readonly SyntaxFile['kind'][],
): readonly NameCandidate[] {
  const numbered = /^[^\S\r\n]*\d/.test(cursor.source.text.slice(cursor.end).replace(/^[\w./-]*/, ''));
  const found = new Map<string, NameCandidate>();
  for (const file of files()) {
    if (file.kind === 'unknown' || !kinds.includes(file.kind) || file.version === undefined) continue;
    const { text: name } = file.name;
    if (name === pack?.name || found.has(name)) continue;
    const detail = untranslated(file.version.text);
    const insert = numbered ? name : `${name} ${file.version.major}`;
    found.set(name, { name, symbol: undefined, detail, insert });
  }
  return [...found.values()];
}

/** The basic types, in the spelling of the file, with lists of choices, and in a vocabulary its records. */
export function typeCandidates(vocabularies: readonly Vocabulary[], context: NameContext): readonly NameCandidate[] {
  const { cursor, vocabulary } = context;
  const basic = basicTypes.map((token) => ({
    name: spelled(token, cursor.spelling),
    symbol: undefined,
    detail: undefined,
  }));
  const records = [...(vocabulary?.records.values() ?? [])].map((record) => candidate(symbolOfRecord(record)));
  return [...basic, ...records, ...choicesCandidates(vocabularies)];
}

const basicTypes: readonly KeywordToken[] = [
  ...(['TextWord', 'NumberWord', 'Share', 'Count', 'DateWord', 'DurationWord', 'YesNo', 'Purpose'] as const),
  'CitationWord',
];

/** The lists of choices of some vocabularies. */
export function choicesCandidates(vocabularies: readonly Vocabulary[]): readonly NameCandidate[] {
  return vocabularies
    .flatMap((each) => [...each.choices.values()])
    .map((choices) => candidate(symbolOfChoices(choices)));
}

/** The roles that a field or a choice can have. */
export function roleNameCandidates(of: 'field' | 'choice'): readonly NameCandidate[] {
  return (of === 'field' ? fieldRoles : choiceRoles).map((name) => ({ name, symbol: undefined, detail: undefined }));
}
