import { diagnostic } from '../diagnostic/diagnostic.ts';
import { hidingName } from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import type { Type } from '../model/types.ts';
import type { Name } from '../syntax/ast.ts';
import { fieldCalled } from './fields.ts';
import type { Scope, ScopeVariable } from './lowering.ts';

/** Gives a name to the items of a list, with a variable of its own, and reports a name that would hide another. */
export function nameVariable(name: Name, type: Type, scope: Scope): ScopeVariable {
  const index = scope.lowering.variables.next;
  scope.lowering.variables.next += 1;
  reportHiding(name, scope);
  return { name: name.text, index, type };
}

/** Reports an item's name that is a field, a definition, a parameter or another item already. */
export function reportHiding(name: Name, scope: Scope): void {
  const hidden = whatIsHidden(name, scope);
  if (hidden === undefined) return;
  const message = {
    en: `\`${name.text}\` is ${hidden.en} already`,
    nl: `\`${name.text}\` is al ${hidden.nl}`,
  };
  const help = { en: 'Give the item another name.', nl: 'Geef het onderdeel een andere naam.' };
  scope.lowering.report(diagnostic(hidingName, name.span, message, { help }));
}

function whatIsHidden(name: Name, scope: Scope): { readonly en: string; readonly nl: string } | undefined {
  if (name.text === '') return undefined;
  if (scope.variables.some((variable) => variable.name === name.text)) return { en: 'an item', nl: 'een onderdeel' };
  if (scope.record !== undefined && fieldCalled(scope.record, name.text) !== undefined) {
    return { en: `a field of ${scope.record.name}`, nl: `een veld van ${scope.record.name}` };
  }
  const packs = packsInReach(scope.pack);
  if (packs.some((pack) => pack.defines.has(name.text))) return { en: 'a definition', nl: 'een begrip' };
  if (packs.some((pack) => pack.parameters.has(name.text))) return { en: 'a parameter', nl: 'een parameter' };
  return undefined;
}
