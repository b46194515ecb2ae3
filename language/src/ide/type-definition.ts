import type { Type } from '../model/types.ts';
import { resolveType } from '../model/vocabulary.ts';
import type { Span } from '../source/source.ts';
import { occurrenceAt } from './support/name-index.ts';
import { nameExpression } from './support/names/name-expression.ts';
import { symbolOfChoices, symbolOfRecord } from './support/names/symbols-of.ts';
import { typeNamesOf, typeOfDefine } from './support/names/types-of.ts';
import { programOf } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { Declared } from './support/symbol.ts';

/** Where the type of what is named at a place is declared. */
export interface TypeDefinition {
  /** The name at the cursor. */
  readonly from: Span;
  /** The name of the record or list of choices. */
  readonly to: Span;
}

/**
 * The declaration of the record or list of choices that a field, item, parameter, definition or choice is of; of a list, that
 * of its items. Undefined for what has no type, and for types that the language brings along.
 */
export function typeDefinitionOf(snapshot: Snapshot, path: string, offset: number): TypeDefinition | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  const type = found && typeOf(found.symbol.of, snapshot, path);
  const to = type && declarationOf(type);
  return found === undefined || to === undefined ? undefined : { from: found.span, to };
}

function typeOf(of: Declared, snapshot: Snapshot, path: string): Type | undefined {
  switch (of.kind) {
    case 'field':
      return of.field.type;
    case 'item':
      return of.type;
    case 'choice':
      return { kind: 'choice', choices: of.choices };
    case 'parameter':
      return resolveType(of.declaration.type, typeNamesOf(of.pack), () => undefined, false);
    case 'define': {
      const { own, used, checked } = programOf(snapshot, path);
      const files = [...own, ...used].map(({ file }) => file);
      return typeOfDefine(of.declaration, of.pack, { model: checked.model, files, found: [] }, nameExpression);
    }
    case 'rule':
      return of.pack.record && { kind: 'record', record: of.pack.record };
    case 'pack':
    case 'vocabulary':
    case 'alias':
    case 'source':
    case 'purpose':
    case 'duty':
    case 'exception':
    case 'record':
    case 'choices':
    case 'test':
    case 'test-manifest':
      return undefined;
  }
}

function declarationOf(type: Type): Span | undefined {
  if (type.kind === 'list') return declarationOf(type.of);
  if (type.kind === 'record') return symbolOfRecord(type.record).span;
  return type.kind === 'choice' ? symbolOfChoices(type.choices).span : undefined;
}
