import type { FieldRole } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { DiscloseClause, Name } from '../syntax/ast.ts';
import type { Condition, Term } from './core.ts';
import { findRole, reportRole } from './find-role.ts';
import { fieldPath, requireRole } from './lower-review.ts';
import { lowerChoice } from './lower-symbol.ts';
import { holeCondition, type Scope } from './lowering.ts';
import type { ObligationContext } from './obligation-context.ts';

/** One item for one audience, with the condition that the manifest records it as given. */
export interface Disclosure {
  readonly item: string;
  readonly audience: string;
  readonly condition: Condition;
}

/** `give insight in ITEM, … to AUDIENCE, …`: each pair is an obligation of its own. */
export function lowerDisclosures(clause: DiscloseClause, { scope }: ObligationContext): readonly Disclosure[] {
  const list = requireRole('disclosures', clause.span, scope);
  return clause.items.flatMap((item) =>
    clause.audiences.map((audience) => ({
      item: item.text,
      audience: audience.text,
      condition:
        list === undefined ? holeCondition(clause.span) : lowerDisclosure({ clause, item, audience }, list, scope),
    })),
  );
}

interface Pair {
  readonly clause: DiscloseClause;
  readonly item: Name;
  readonly audience: Name;
}

function lowerDisclosure({ clause, item, audience }: Pair, list: Term, scope: Scope): Condition {
  const span: Span = clause.span;
  const words = disclosureWords(clause, item, audience);
  const origin = { span, text: words };
  const variable = scope.lowering.variables.next;
  scope.lowering.variables.next += 1;
  const element = list.type.kind === 'list' ? list.type.of : list.type;
  const record: Term = { kind: 'variable', index: variable, name: 'disclosure', type: element, ...origin };
  const parts = [
    symbolTest(record, 'disclosed-item', item, scope),
    symbolTest(record, 'disclosed-audience', audience, scope),
    ...(clause.extent === undefined ? [] : [symbolTest(record, 'disclosed-extent', clause.extent, scope)]),
  ];
  const body: Condition = { kind: 'and', parts, ...origin };
  return {
    kind: 'quantified',
    quantifier: 'some',
    variable,
    name: 'disclosure',
    list: { ...list, text: fieldPath(list) },
    where: undefined,
    // A list of disclosures that is there and has not this one says that it is not given.
    whenEmpty: 'false',
    body,
    ...origin,
  };
}

function disclosureWords({ extent }: DiscloseClause, item: Name, audience: Name): Condition['text'] {
  const extentWords =
    extent === undefined ? { en: '', nl: '' } : { en: ` with extent ${extent.text}`, nl: ` in omvang ${extent.text}` };
  return {
    en: `give insight in ${item.text} to ${audience.text}${extentWords.en}`,
    nl: `geef inzicht in ${item.text} aan ${audience.text}${extentWords.nl}`,
  };
}

function symbolTest(record: Term, role: FieldRole, name: Name, scope: Scope): Condition {
  const search = findRole(record, role, name.span);
  if (search.kind !== 'found' || search.term.type.kind !== 'choice') {
    reportRole(search.kind === 'found' ? { kind: 'none' } : search, role, name.span, scope);
    return holeCondition(name.span);
  }
  const left = { ...search.term, text: { en: search.field.name, nl: search.field.name } };
  const right = lowerChoice(name, search.term.type, scope);
  if (right.type.kind === 'unknown') return holeCondition(name.span);
  const text = { en: `${search.field.name} is ${name.text}`, nl: `${search.field.name} is ${name.text}` };
  return { kind: 'compare', operator: 'equal', left, right, span: name.span, text };
}
