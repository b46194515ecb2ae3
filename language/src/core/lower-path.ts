import type { Localized } from '../diagnostic/diagnostic.ts';
import { ambiguousPurpose, unknownPurpose } from '../diagnostic/model-errors.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import {
  ambiguousName,
  nameInTwoPacks,
  noFields,
  notAValue,
  otherRecord,
  unknownChoice,
  unknownField,
  unknownName,
} from '../diagnostic/type-errors.ts';
import type { Pack } from '../model/model.ts';
import { packsInReach } from '../model/model.ts';
import { isHole, reportUnknown } from '../model/report.ts';
import { lookUpPurpose } from '../model/resolve-purpose.ts';
import { describeType, type Field, type RecordType, rootRecord, type Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Name, PathExpression } from '../syntax/ast.ts';
import type { Term } from './core.ts';
import { lowerDefine } from './lower-define.ts';
import { dutchType } from './lower-literal.ts';
import { lowerParameter } from './lower-parameter.ts';
import { fail, holeTerm, type LoweredDefine, originOf, type Scope } from './lowering.ts';

/** What the first name of a path means. */
export type Root =
  | { readonly kind: 'term'; readonly term: Term }
  | { readonly kind: 'define'; readonly name: string; readonly define: LoweredDefine }
  | { readonly kind: 'hole' };

/** A path as a term; a hole after an error. A definition that is a condition is no value. */
export function lowerPath(path: PathExpression, scope: Scope): Term {
  const root = lookUpRoot(path.root, scope);
  if (root.kind === 'hole') return holeTerm(path.span);
  if (root.kind === 'define' && root.define.kind === 'condition') {
    const message = {
      en: `\`${root.name}\` is a condition, and a value is asked here`,
      nl: `\`${root.name}\` is een voorwaarde, en hier wordt een waarde gevraagd`,
    };
    fail(scope, notAValue, path.root.span, message);
    return holeTerm(path.span);
  }
  const start = root.kind === 'define' ? definedTerm(root, path.root.span) : root.term;
  if (start === undefined) return holeTerm(path.span);
  let term = start;
  for (const step of path.steps) {
    const next = stepInto(term, step, path, scope);
    if (next === undefined) return holeTerm(path.span);
    term = next;
  }
  return term;
}

function definedTerm(root: Extract<Root, { kind: 'define' }>, span: Span): Term | undefined {
  if (root.define.kind !== 'term') return undefined;
  const { term } = root.define;
  return { kind: 'defined', name: root.name, term, type: term.type, ...originOf(span) };
}

function stepInto(term: Term, step: Name, path: PathExpression, scope: Scope): Term | undefined {
  if (isHole(step) || term.type.kind === 'unknown') return undefined;
  const record = recordOf(term.type);
  if (record === undefined) {
    const message = {
      en: `\`${term.text.en}\` is a ${describeType(term.type)}, which has no fields`,
      nl: `\`${term.text.nl}\` is een ${dutchType(term.type)}, en dat heeft geen velden`,
    };
    fail(scope, noFields, step.span, message);
    return undefined;
  }
  const field = fieldCalled(record, step.text);
  if (field === undefined) {
    const message = {
      en: `\`${record.name}\` has no field \`${step.text}\``,
      nl: `\`${record.name}\` heeft geen veld \`${step.text}\``,
    };
    reportUnknown(scope.lowering.report, unknownField, step, message, record.byName.keys(), fieldList(record));
    return undefined;
  }
  const span = { ...path.span, end: step.span.end };
  return fieldTerm(term, field, span);
}

/** The field of a term; over a list of records, the list of that field's values, with inner lists flattened. */
export function fieldTerm(of: Term, field: Field, span: Span): Term {
  const projected: Type =
    of.type.kind === 'list' && field.type.kind !== 'list' ? { kind: 'list', of: field.type, keys: [] } : field.type;
  return { kind: 'field', of, field, type: projected, ...originOf(span) };
}

/** The record that a type is, or is a list of. */
export function recordOf(type: Type): RecordType | undefined {
  if (type.kind === 'record') return type.record;
  if (type.kind === 'list' && type.of.kind === 'record') return type.of.record;
  return undefined;
}

/** A field by its name, or by a name that it had. */
export function fieldCalled(record: RecordType, name: string): Field | undefined {
  return record.byName.get(name) ?? record.fields.find((field) => field.was.includes(name));
}

function fieldList(record: RecordType): Localized {
  const names = [...record.byName.keys()].slice(0, 8).join(', ');
  return { en: `It has: ${names}.`, nl: `Het heeft: ${names}.` };
}

/** Finds what a first name means: an item's name, else a field, a definition or a parameter, of which only one may be. */
export function lookUpRoot(name: Name, scope: Scope): Root {
  if (isHole(name)) return { kind: 'hole' };
  const variable = scope.variables.find((candidate) => candidate.name === name.text);
  if (variable !== undefined) {
    const { index, type } = variable;
    return { kind: 'term', term: { kind: 'variable', index, name: name.text, type, ...originOf(name.span) } };
  }
  const field = scope.record === undefined ? undefined : fieldCalled(scope.record, name.text);
  const named = lookUpPackName(name, scope);
  if (field !== undefined && named !== undefined) {
    const message = {
      en: `\`${name.text}\` is a field of ${scope.record?.name} and a ${named.kind} of ${named.pack.name} at once`,
      nl: `\`${name.text}\` is tegelijk een veld van ${scope.record?.name} en een ${named.kind === 'define' ? 'begrip' : 'parameter'} van ${named.pack.name}`,
    };
    const help = {
      en: `Rename the ${named.kind}.`,
      nl: `Geef ${named.kind === 'define' ? 'het begrip' : 'de parameter'} een andere naam.`,
    };
    fail(scope, ambiguousName, name.span, message, help);
    return { kind: 'hole' };
  }
  if (field !== undefined) return { kind: 'term', term: fieldTerm(manifestTerm(scope, name.span), field, name.span) };
  if (named === undefined) return unknownRoot(name, scope);
  return named.kind === 'parameter' ? parameterRoot(named, name, scope) : defineRoot(named, name, scope);
}

/** The judged record itself. */
export function manifestTerm(scope: Scope, span: Span): Term {
  const type: Type = scope.record === undefined ? { kind: 'unknown' } : { kind: 'record', record: scope.record };
  return { kind: 'variable', index: 0, name: scope.record?.name ?? '', type, ...originOf(span) };
}

interface PackName {
  readonly kind: 'define' | 'parameter';
  readonly pack: Pack;
}

/** Own definitions and parameters come first; used packs are asked only where the pack itself has none. */
function lookUpPackName(name: Name, scope: Scope): PackName | undefined {
  const own = declaredIn(scope.pack, name.text);
  if (own !== undefined) return own;
  const used = packsInReach(scope.pack).flatMap((pack) => declaredIn(pack, name.text) ?? []);
  const [first, second] = used;
  if (first !== undefined && second !== undefined) {
    const message = {
      en: `\`${name.text}\` is declared in ${first.pack.name} and in ${second.pack.name}`,
      nl: `\`${name.text}\` is verklaard in ${first.pack.name} en in ${second.pack.name}`,
    };
    fail(scope, nameInTwoPacks, name.span, message);
  }
  return first;
}

function declaredIn(pack: Pack, name: string): PackName | undefined {
  if (pack.defines.has(name)) return { kind: 'define', pack };
  if (pack.parameters.has(name)) return { kind: 'parameter', pack };
  return undefined;
}

function parameterRoot(found: PackName, name: Name, scope: Scope): Root {
  const declaration = found.pack.parameters.get(name.text);
  if (declaration === undefined) return { kind: 'hole' };
  const parameter = lowerParameter(declaration, found.pack, scope.lowering);
  return { kind: 'term', term: { kind: 'parameter', parameter, type: parameter.type, ...originOf(name.span) } };
}

function defineRoot(found: PackName, name: Name, scope: Scope): Root {
  const declaration = found.pack.defines.get(name.text);
  if (declaration === undefined) return { kind: 'hole' };
  const define = lowerDefine(declaration, found.pack, scope.lowering, name.span);
  if (define === undefined) return { kind: 'hole' };
  const { record } = define;
  if (record !== undefined && scope.record !== undefined && rootRecord(record) !== rootRecord(scope.record)) {
    const message = {
      en: `\`${name.text}\` is about ${record.name}, and this judges ${scope.record.name}`,
      nl: `\`${name.text}\` gaat over ${record.name}, en dit beoordeelt ${scope.record.name}`,
    };
    fail(scope, otherRecord, name.span, message);
    return { kind: 'hole' };
  }
  return { kind: 'define', name: name.text, define };
}

function unknownRoot(name: Name, scope: Scope): Root {
  // Without a record no field is known, and the error about the record has been reported.
  if (scope.record === undefined) return { kind: 'hole' };
  const message = {
    en: `Nothing here is called \`${name.text}\``,
    nl: `Hier heet niets \`${name.text}\``,
  };
  const help = {
    en: `It is no field of ${scope.record.name}, no definition, no parameter and no item.`,
    nl: `Het is geen veld van ${scope.record.name}, geen begrip, geen parameter en geen onderdeel.`,
  };
  reportUnknown(scope.lowering.report, unknownName, name, message, namesInScope(scope), help);
  return { kind: 'hole' };
}

function namesInScope(scope: Scope): ReadonlySet<string> {
  return new Set([
    ...scope.variables.map((variable) => variable.name),
    ...(scope.record?.byName.keys() ?? []),
    ...packsInReach(scope.pack).flatMap((pack) => [...pack.defines.keys(), ...pack.parameters.keys()]),
  ]);
}

/** A bare name where a choice is expected. */
export function lowerChoice(name: Name, type: Extract<Type, { kind: 'choice' }>, scope: Scope): Term {
  if (isHole(name)) return holeTerm(name.span);
  const { choices } = type;
  const choice = choices.values.find((value) => value.name === name.text || value.was.includes(name.text));
  if (choice !== undefined) return { kind: 'constant', value: choice, type, ...originOf(name.span) };
  const names = choices.values.map((value) => value.name);
  const message = {
    en: `\`${choices.name}\` has no choice \`${name.text}\``,
    nl: `\`${choices.name}\` heeft geen keuze \`${name.text}\``,
  };
  const isParameter = lookUpPackName(name, scope)?.kind === 'parameter';
  const help = isParameter
    ? {
        en: `Write \`parameter ${name.text}\` for the parameter.`,
        nl: `Schrijf \`parameter ${name.text}\` voor de parameter.`,
      }
    : { en: `The choices are: ${names.join(', ')}.`, nl: `De keuzes zijn: ${names.join(', ')}.` };
  reportUnknown(scope.lowering.report, unknownChoice, name, message, names, help);
  return holeTerm(name.span);
}

/** A name where a purpose is expected: `name` or `pack/name`. */
export function lowerPurpose(written: string, span: Span, scope: Scope): Term {
  const found = lookUpPurpose(written, packsInReach(scope.pack), scope.pack.uses);
  switch (found.kind) {
    case 'found': {
      const value = { kind: 'purpose', purpose: found.purpose.id, case: undefined } as const;
      return { kind: 'constant', value, type: { kind: 'purpose' }, ...originOf(span) };
    }
    case 'ambiguous': {
      const message = {
        en: `\`${written}\` could be ${found.ids.join(' or ')}`,
        nl: `\`${written}\` kan ${found.ids.join(' of ')} zijn`,
      };
      const help = { en: 'Write the pack before the name.', nl: 'Zet het pakket voor de naam.' };
      fail(scope, ambiguousPurpose, span, message, help);
      return holeTerm(span);
    }
    case 'unknown': {
      const message = {
        en: `The purpose \`${written}\` is not declared`,
        nl: `Het doel \`${written}\` is niet verklaard`,
      };
      fail(scope, unknownPurpose, span, message, didYouMean(nearestNames(written, found.candidates)));
      return holeTerm(span);
    }
  }
}
