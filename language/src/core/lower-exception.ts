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

/** The exceptions of a rule, each with the obligations that it covers and those that stay owed. */
export function lowerExceptions(
  clauses: readonly ExceptClause[],
  obligations: readonly Obligation[],
  context: ObligationContext,
): readonly CoreException[] {
  const coverable = coverableParts(obligations);
  reportNamesTwice(clauses, context);
  return clauses.map((clause) => lowerException(clause, coverable, context));
}

function lowerException(clause: ExceptClause, coverable: Coverable, context: ObligationContext): CoreException {
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
  return {
    name: clause.name.text,
    title: localizedText(clause.text),
    covers: coveredIds(clause, coverable, scope),
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

function reportNamesTwice(clauses: readonly ExceptClause[], { scope }: ObligationContext): void {
  const firsts = new Map<string, ExceptClause>();
  for (const clause of clauses) {
    const { name } = clause;
    const first = firsts.get(name.text);
    if (first === undefined) firsts.set(name.text, clause);
    if (first === undefined || isHole(name)) continue;
    const message = {
      en: `The exception \`${name.text}\` stands twice in this rule`,
      nl: `De uitzondering \`${name.text}\` staat twee keer in deze regel`,
    };
    const related = [{ span: first.span, message: { en: 'the first one', nl: 'de eerste' } }];
    const help = { en: 'Give each a name of its own.', nl: 'Geef elk een eigen naam.' };
    scope.lowering.report(diagnostic(obligationTwice, name.span, message, { help, related }));
  }
}

/** What the exceptions of a rule may name: found once for all of them, since a rule can have many of both. */
interface Coverable {
  readonly all: readonly Obligation[];
  readonly ids: readonly string[];
  /** By the id of an obligation, and by the item that it discloses. */
  readonly items: ReadonlyMap<string, readonly Obligation[]>;
  readonly audiences: ReadonlySet<string>;
}

function coverableParts(obligations: readonly Obligation[]): Coverable {
  const items = new Map<string, Obligation[]>();
  const audiences = new Set<string>();
  for (const obligation of obligations) {
    const { id, item = id, audience } = obligation;
    for (const name of new Set([id, item])) {
      const named = items.get(name);
      if (named === undefined) items.set(name, [obligation]);
      else named.push(obligation);
    }
    if (audience !== undefined) audiences.add(audience);
  }
  return { all: obligations, ids: obligations.map(({ id }) => id), items, audiences };
}

/** Without `for` an exception covers every obligation; `to` narrows it to the disclosures to some audiences. */
function coveredIds({ covers, audiences }: ExceptClause, coverable: Coverable, scope: Scope): readonly string[] {
  for (const name of covers) checkCover(name, coverable.items, scope);
  for (const name of audiences) checkCover(name, coverable.audiences, scope);
  if (covers.length === 0 && audiences.length === 0) return coverable.ids;
  const named = covers.length === 0 ? coverable.all : covers.flatMap((name) => coverable.items.get(name.text) ?? []);
  const heard = new Set(audiences.map((name) => name.text));
  const covered = named.filter(({ audience }) => heard.size === 0 || (audience !== undefined && heard.has(audience)));
  return [...new Set(covered.map(({ id }) => id))];
}

const mostListed = 12;

function checkCover(name: Name, known: ReadonlyMap<string, unknown> | ReadonlySet<string>, scope: Scope): void {
  if (known.has(name.text)) return;
  const message = {
    en: `This rule asks nothing called \`${name.text}\``,
    nl: `Deze regel vraagt niets dat \`${name.text}\` heet`,
  };
  const names = [...known.keys()];
  const some = names.length > mostListed ? [...names.slice(0, mostListed), '…'] : names;
  const help = { en: `It asks: ${some.join(', ')}.`, nl: `Hij vraagt: ${some.join(', ')}.` };
  reportUnknown(scope.lowering.report, unknownCover, name, message, known.keys(), help);
}
