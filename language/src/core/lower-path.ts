import type { Localized } from '../diagnostic/diagnostic.ts';
import {
  ambiguousName,
  noFields,
  notAValue,
  otherRecord,
  unknownField,
  unknownName,
} from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import { isHole, reportUnknown } from '../model/report.ts';
import { describeType, type RecordType, rootRecord, type Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Name, PathExpression } from '../syntax/ast.ts';
import { isBeforeUnit, numberInLetters } from '../syntax/number-in-letters.ts';
import type { Term } from './core.ts';
import { fieldCalled, fieldTerm, recordOf } from './fields.ts';
import { dutchType } from './lower-literal.ts';
import { lowerParameter } from './lower-parameter.ts';
import { fail, holeTerm, type LoweredDefine, originOf, type Scope } from './lowering.ts';
import { lookUpPackName, type PackName } from './pack-names.ts';

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
  const { term, words } = root.define;
  return { kind: 'defined', name: root.name, words, term, type: term.type, ...originOf(span) };
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

function fieldList(record: RecordType): Localized {
  const names = [...record.byName.keys()].slice(0, 8).join(', ');
  return { en: `It has: ${names}.`, nl: `Het heeft: ${names}.` };
}

/** Finds what a first name means: an item's name, else a field, a definition or a parameter, of which only one may be. */
export function lookUpRoot(name: Name, scope: Scope): Root {
  if (isHole(name)) return { kind: 'hole' };
  // The innermost: no written name hides another, but every `every PATH` stands under the one name that cannot be written.
  const variable = scope.variables.findLast((candidate) => candidate.name === name.text);
  if (variable !== undefined) {
    const { index, type } = variable;
    return { kind: 'term', term: { kind: 'variable', index, name: name.text, type, ...originOf(name.span) } };
  }
  const field = scope.record === undefined ? undefined : fieldCalled(scope.record, name.text);
  const named = lookUpPackName(name, scope);
  if (field !== undefined && named !== undefined) {
    const isDefine = named.kind === 'define';
    const what = { en: isDefine ? 'definition' : 'parameter', nl: isDefine ? 'begrip' : 'parameter' };
    const message = {
      en: `\`${name.text}\` is a field of ${scope.record?.name} and a ${what.en} of ${named.pack.name} at once`,
      nl: `\`${name.text}\` is tegelijk een veld van ${scope.record?.name} en een ${what.nl} van ${named.pack.name}`,
    };
    const help = {
      en: `Rename the ${what.en}.`,
      nl: `Geef ${isDefine ? 'het begrip' : 'de parameter'} een andere naam.`,
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

function parameterRoot(found: PackName, name: Name, scope: Scope): Root {
  const declaration = found.pack.parameters.get(name.text);
  if (declaration === undefined) return { kind: 'hole' };
  const parameter = lowerParameter(declaration, found.pack, scope.lowering);
  return { kind: 'term', term: { kind: 'parameter', parameter, type: parameter.type, ...originOf(name.span) } };
}

function defineRoot(found: PackName, name: Name, scope: Scope): Root {
  const declaration = found.pack.defines.get(name.text);
  if (declaration === undefined) return { kind: 'hole' };
  const define = scope.lowering.lowerDefine(declaration, found.pack, scope.lowering, name.span);
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
  const number = numberInLetters(name.text);
  if (number !== undefined) return numberRoot(name, number, message, scope);
  const help = {
    en: `It is no field of ${scope.record.name}, no definition, no parameter and no item.`,
    nl: `Het is geen veld van ${scope.record.name}, geen begrip, geen parameter en geen onderdeel.`,
  };
  reportUnknown(scope.lowering.report, unknownName, name, message, namesInScope(scope), help);
  return { kind: 'hole' };
}

function numberRoot({ span }: Name, number: number, message: Localized, scope: Scope): Root {
  // Before its unit it is a mistake of the writing, which has been reported with that unit.
  if (isBeforeUnit(span.source.text, span.end)) return { kind: 'hole' };
  const help = {
    en: `A number stands in digits: write \`${number}\`.`,
    nl: `Een getal staat in cijfers: schrijf \`${number}\`.`,
  };
  fail(scope, unknownName, span, message, help);
  return { kind: 'hole' };
}

/** Whether a first name means anything here. */
export function isKnownName(name: Name, scope: Scope): boolean {
  const isField = scope.record !== undefined && fieldCalled(scope.record, name.text) !== undefined;
  return isField || namesInScope(scope).has(name.text);
}

function namesInScope(scope: Scope): ReadonlySet<string> {
  return new Set([
    ...scope.variables.map((variable) => variable.name),
    ...(scope.record?.byName.keys() ?? []),
    ...packsInReach(scope.pack).flatMap((pack) => [...pack.defines.keys(), ...pack.parameters.keys()]),
  ]);
}
