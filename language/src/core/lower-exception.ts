import { diagnostic } from '../diagnostic/diagnostic.ts';
import { obligationTwice, unknownCover } from '../diagnostic/rule-errors.ts';
import { isHole, reportUnknown } from '../model/report.ts';
import type { Type } from '../model/types.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { ExceptClause, ExceptionItem, Expression, Name } from '../syntax/ast.ts';
import { areComparable } from './compare-types.ts';
import type { CoreException, Obligation, Term } from './core.ts';
import { lowerCitations } from './lower-citation.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerObligation } from './lower-obligation.ts';
import { lowerTerm } from './lower-term.ts';
import { originOf, type Scope } from './lowering.ts';
import type { ObligationContext } from './obligation-context.ts';
import { reportMismatch } from './type-messages.ts';

type ItemOf<K extends ExceptionItem['kind']> = Extract<ExceptionItem, { readonly kind: K }>;

function itemsOf<K extends ExceptionItem['kind']>(clause: ExceptClause, kind: K): readonly ItemOf<K>[] {
  return clause.clauses.filter((item): item is ItemOf<K> => item.kind === kind);
}

/** An exception, with the obligations that it covers and those that stay owed. */
export function lowerException(
  clause: ExceptClause,
  obligations: readonly Obligation[],
  context: ObligationContext,
): CoreException {
  const { scope } = context;
  const grounds = itemsOf(clause, 'ground').map((ground) => ({
    name: ground.name?.text ?? clause.name.text,
    text: localizedText(ground.text),
  }));
  const [approver] = itemsOf(clause, 'approved-by');
  const [term] = itemsOf(clause, 'lasts-at-most');
  const approvedBy = approver === undefined ? undefined : typed(approver.by, roleTypes, scope);
  const lastsAtMost = term === undefined ? undefined : typed(term.duration, [{ kind: 'duration' }], scope);
  const counters = new Map<string, number>();
  const residual = itemsOf(clause, 'still').flatMap((item) => lowerObligation(item.obligation, context, counters));
  reportNameTwice(clause, context);
  return {
    name: clause.name.text,
    covers: coveredIds(clause, obligations, scope),
    condition: clause.condition === undefined ? undefined : lowerCondition(clause.condition, scope),
    claimed: grounds.length > 0 || approver !== undefined || term !== undefined || clause.condition === undefined,
    grounds,
    approvedBy,
    lastsAtMost,
    residual,
    cites: lowerCitations(
      itemsOf(clause, 'cites').flatMap((item) => item.citations),
      scope,
    ),
    was: itemsOf(clause, 'was').map((item) => item.name.text),
    ...originOf(clause.span),
  };
}

/** The roles that may agree: a text, or a list of texts. */
const roleTypes: readonly Type[] = [{ kind: 'text' }, { kind: 'list', of: { kind: 'text' }, keys: [] }];

function typed(expression: Expression, types: readonly Type[], scope: Scope): Term {
  const [expected] = types;
  const term = lowerTerm(expression, scope, expected);
  if (expected !== undefined && !types.some((type) => areComparable(term.type, type))) {
    reportMismatch(scope, expression.span, expected, term.type);
  }
  return term;
}

function reportNameTwice(clause: ExceptClause, context: ObligationContext): void {
  const named = context.clauses.filter((other) => other.kind === 'except' && other.name.text === clause.name.text);
  const [first] = named;
  if (first === undefined || first === clause || isHole(clause.name)) return;
  const message = {
    en: `The exception \`${clause.name.text}\` stands twice in this rule`,
    nl: `De uitzondering \`${clause.name.text}\` staat twee keer in deze regel`,
  };
  const related = [{ span: first.span, message: { en: 'the first one', nl: 'de eerste' } }];
  const help = { en: 'Give each a name of its own.', nl: 'Geef elk een eigen naam.' };
  context.scope.lowering.report(diagnostic(obligationTwice, clause.name.span, message, { help, related }));
}

/** Without `for` an exception covers every obligation; `to` narrows it to the disclosures to some audiences. */
function coveredIds(clause: ExceptClause, obligations: readonly Obligation[], scope: Scope): readonly string[] {
  for (const name of clause.covers) checkCover(name, obligations, scope, 'item');
  for (const name of clause.audiences) checkCover(name, obligations, scope, 'audience');
  return obligations.filter((obligation) => isCovered(clause, obligation)).map((obligation) => obligation.id);
}

function isCovered({ covers, audiences }: ExceptClause, obligation: Obligation): boolean {
  const named =
    covers.length === 0 || covers.some((name) => name.text === obligation.id || name.text === obligation.item);
  const heard = audiences.length === 0 || audiences.some((name) => name.text === obligation.audience);
  return named && heard;
}

function checkCover(name: Name, obligations: readonly Obligation[], scope: Scope, part: 'item' | 'audience'): void {
  const known = obligations.flatMap((obligation) =>
    part === 'audience'
      ? (obligation.audience ?? [])
      : obligation.item === undefined
        ? obligation.id
        : [obligation.id, obligation.item],
  );
  if (known.includes(name.text)) return;
  const message = {
    en: `This rule asks nothing called \`${name.text}\``,
    nl: `Deze regel vraagt niets dat \`${name.text}\` heet`,
  };
  const names = [...new Set(known)].join(', ');
  const help = { en: `It asks: ${names}.`, nl: `Hij vraagt: ${names}.` };
  reportUnknown(scope.lowering.report, unknownCover, name, message, known, help);
}
