import type { Pack } from '../../../model/model.ts';
import type { Type } from '../../../model/types.ts';
import { resolveType, type TypeNames } from '../../../model/vocabulary.ts';
import type { DefineDeclaration, Expression, ParameterDeclaration } from '../../../syntax/ast.ts';
import type { Gathering, NameScope } from './gathering.ts';

/** The records and lists of choices that the types of a pack may name. */
export function typeNamesOf({ vocabularies }: Pack): TypeNames {
  return {
    records: new Map(vocabularies.flatMap(({ records }) => [...records])),
    choices: new Map(vocabularies.flatMap(({ choices }) => [...choices])),
  };
}

const typesOfParameters = new WeakMap<Pack, Map<ParameterDeclaration, Type>>();

/** The type that a parameter states; `unknown` where it cannot be resolved. */
export function typeOfParameter(declaration: ParameterDeclaration, pack: Pack): Type {
  const known = typesOfParameters.get(pack) ?? new Map<ParameterDeclaration, Type>();
  typesOfParameters.set(pack, known);
  const type = known.get(declaration) ?? resolveType(declaration.type, typeNamesOf(pack), () => undefined, false);
  known.set(declaration, type);
  return type;
}

const typesOfDefines = new WeakMap<Pack, Map<DefineDeclaration, Type>>();

/** The type of what a definition comes to; `unknown` for one that needs itself. `typeOf` gives that of an expression. */
export function typeOfDefine(
  declaration: DefineDeclaration,
  pack: Pack,
  gathering: Gathering,
  typeOf: (expression: Expression, scope: NameScope) => Type,
): Type {
  const known = typesOfDefines.get(pack) ?? new Map<DefineDeclaration, Type>();
  typesOfDefines.set(pack, known);
  const found = known.get(declaration);
  if (found !== undefined) return found;
  known.set(declaration, { kind: 'unknown' });
  // What the expression names is gathered where it stands, and not again at each use.
  const { model, files } = gathering;
  const scope = { gathering: { model, files, found: [] }, pack, record: recordOfDefine(declaration, pack), items: [] };
  const type = typeOf(declaration.expression, scope);
  known.set(declaration, type);
  return type;
}

/** The record that a definition is about: the one that it names, else the pack's. */
export function recordOfDefine({ record }: DefineDeclaration, pack: Pack): Pack['record'] {
  if (record === undefined) return pack.record;
  return pack.vocabularies.findLast(({ records }) => records.has(record.text))?.records.get(record.text);
}
