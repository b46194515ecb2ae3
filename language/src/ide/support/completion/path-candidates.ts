import { untranslated } from '../../../diagnostic/diagnostic.ts';
import { packsInReach } from '../../../model/model.ts';
import { describeType, type Type } from '../../../model/types.ts';
import { spelled } from '../../../syntax/keywords.ts';
import type { NameScope } from '../names/gathering.ts';
import { nameExpression } from '../names/name-expression.ts';
import { symbolOfDeclaration, symbolOfField } from '../names/symbols-of.ts';
import { typeOfDefine, typeOfParameter } from '../names/types-of.ts';
import type { AskedPath } from './asked-path.ts';
import {
  candidate,
  choiceCandidates,
  fieldCandidates,
  type NameCandidate,
  type NameContext,
  purposeCandidates,
} from './name-candidates.ts';

/** What a path can begin with, or go on with, as far as it can be of the type that is asked. */
export function pathCandidates(
  slot: 'root' | 'list-root' | 'step',
  asked: AskedPath,
  context: NameContext,
): readonly NameCandidate[] {
  const { scope, expected, within } = asked;
  if (slot === 'step') return fieldCandidates(within);
  if (slot === 'list-root')
    return [...itemRoots(scope), ...fieldRoots(scope)].filter(({ type }) => leadsToList(type)).map(toCandidate);
  const symbols = symbolCandidates(expected, context);
  const roots = [...itemRoots(scope), ...fieldRoots(scope), ...declaredRoots(scope)];
  const fitting = roots.filter(({ type }) => fits(type, expected)).map(toCandidate);
  return [...symbols, ...(symbols.length > 0 ? fitting.map((each) => ({ ...each, later: true })) : fitting)];
}

interface Root extends NameCandidate {
  readonly type: Type;
}

function toCandidate({ name, symbol, detail }: Root): NameCandidate {
  return { name, symbol, detail };
}

/** Where a choice, a purpose or an answer is asked, a bare name is one. */
function symbolCandidates(expected: Type | undefined, { pack, cursor }: NameContext): readonly NameCandidate[] {
  switch (expected?.kind) {
    case 'choice':
      return choiceCandidates(expected);
    case 'purpose':
      return purposeCandidates(pack);
    case 'yes-no':
      return (['Yes', 'No'] as const).map((token) => ({
        name: spelled(token, cursor.spelling),
        symbol: undefined,
        detail: undefined,
      }));
    default:
      return [];
  }
}

function itemRoots({ items }: NameScope): readonly Root[] {
  const named = items.filter(({ symbol }) => symbol.name !== '' && symbol.name !== undefined);
  return named
    .toReversed()
    .map(({ symbol, type }) => ({ ...candidate(symbol, untranslated(describeType(type))), type }));
}

function fieldRoots({ record }: NameScope): readonly Root[] {
  if (record === undefined) return [];
  return record.fields.map((field) => ({
    ...candidate(symbolOfField(field, record), untranslated(describeType(field.type))),
    type: field.type,
  }));
}

/** The definitions and parameters of the pack and of those that it uses. */
function declaredRoots({ pack, gathering }: NameScope): readonly Root[] {
  return packsInReach(pack).flatMap((owner) => {
    const defines = [...owner.defines.values()].map((declaration): Root => {
      const type = typeOfDefine(declaration, owner, gathering, nameExpression);
      return { ...candidate(symbolOfDeclaration(declaration, owner)), type };
    });
    const parameters = [...owner.parameters.values()].map((declaration): Root => {
      const type = typeOfParameter(declaration, owner);
      return { ...candidate(symbolOfDeclaration(declaration, owner), untranslated(describeType(type))), type };
    });
    return [...defines, ...parameters];
  });
}

const numbers: ReadonlySet<Type['kind']> = new Set(['number', 'share', 'count', 'ratio']);

/** Whether something of a type can stand where another is asked; of a record, one of its fields may. */
function fits(type: Type, expected: Type | undefined): boolean {
  if (expected === undefined || expected.kind === 'unknown' || type.kind === 'unknown') return true;
  if (type.kind === 'record' || (type.kind === 'list' && type.of.kind === 'record')) return true;
  if (numbers.has(expected.kind)) return numbers.has(type.kind);
  // A bare name is a choice or a purpose there, whatever field bears it.
  if (expected.kind === 'choice' || expected.kind === 'purpose') return false;
  // What is asked of a list may be asked of what it holds.
  if (expected.kind === 'list') return type.kind === 'list' || fits(type, expected.of);
  return type.kind === expected.kind;
}

function leadsToList(type: Type): boolean {
  return type.kind === 'list' || type.kind === 'record' || type.kind === 'unknown';
}
