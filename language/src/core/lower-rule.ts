import { diagnostic } from '../diagnostic/diagnostic.ts';
import { endBeforeBegin } from '../diagnostic/model-errors.ts';
import { clauseTwice, levelNotChosen, noLevel, noObligation } from '../diagnostic/rule-errors.ts';
import { checkPeriod, findRecord } from '../model/build-pack.ts';
import type { Pack } from '../model/model.ts';
import { isHole } from '../model/report.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Span } from '../source/source.ts';
import type { RuleClause, RuleDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Condition, CoreRule, ForEach } from './core.ts';
import { lowerCitations } from './lower-citation.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerExceptions } from './lower-exception.ts';
import { lowerObligations } from './lower-obligation.ts';
import { lowerListPath } from './lower-term.ts';
import { type Lowering, originOf, type Scope, withVariable } from './lowering.ts';
import { reportHiding } from './name-variable.ts';

type ClauseOf<K extends RuleClause['kind']> = Extract<RuleClause, { readonly kind: K }>;

/** All clauses of some kinds, in source order. */
function clausesOf<K extends RuleClause['kind']>(
  clauses: readonly RuleClause[],
  ...kinds: readonly K[]
): readonly ClauseOf<K>[] {
  const wanted: ReadonlySet<string> = new Set(kinds);
  return clauses.filter((clause): clause is ClauseOf<K> => wanted.has(clause.kind));
}

/** A rule in the core; undefined where so little is known of it that judging would mean nothing (errors were reported). */
export function lowerRule(rule: RuleDeclaration, pack: Pack, lowering: Lowering): CoreRule | undefined {
  const judges = single(clausesOf(rule.clauses, 'judges'), lowering);
  const record = judges === undefined ? pack.record : findRecord(judges.record, pack.vocabularies, lowering.report);
  const manifestScope: Scope = { lowering, pack, record, variables: [] };
  const forEachClause = single(clausesOf(rule.clauses, 'for-each'), lowering);
  const forEach = forEachClause === undefined ? undefined : lowerForEach(forEachClause, manifestScope);
  const scope = forEach?.scope ?? manifestScope;
  const level = checkLevel(rule, lowering);
  const cites = lowerCitations(
    clausesOf(rule.clauses, 'cites').flatMap((clause) => clause.citations),
    manifestScope,
  );
  const levelName = level?.level ?? 'mandatory';
  const context = { scope, rule: rule.name.text, ruleLevel: levelName, clauses: rule.clauses };
  const obligations = lowerObligations(context);
  if (obligations.length === 0 && !rule.clauses.some(isObligation)) reportNoObligation(rule, lowering);
  const exceptions = lowerExceptions(clausesOf(rule.clauses, 'except'), obligations, context);
  const dates = clausesOf(rule.clauses, 'in-force');
  checkPeriod(dates, endBeforeBegin, lowering.report);
  const [before, after] = splitAtForEach(rule.clauses);
  const judged = { pack: pack.name, name: rule.name.text, id: `${pack.name}/${rule.name.text}` };
  const conditions = {
    applies: lowerAll(before, 'when', manifestScope),
    triggers: lowerAll(before, 'trigger', manifestScope),
    itemApplies: lowerAll(after, 'when', scope),
    itemTriggers: lowerAll(after, 'trigger', scope),
  };
  if (record === undefined || isHole(rule.name)) return undefined;
  return {
    ...judged,
    ...conditions,
    ...originOf(rule.span),
    record,
    was: clausesOf(rule.clauses, 'was').map((clause) => clause.name.text),
    title: localizedText(rule.title) ?? { en: rule.name.text, nl: rule.name.text },
    level: levelName,
    levelChosenBy: localizedText(level?.chosenBy),
    levelBecause: localizedText(level?.because),
    from: dates.find((date) => date.edge === 'from')?.day,
    until: dates.find((date) => date.edge === 'until')?.day,
    cites,
    scope: lowerScope({ lowering, pack, record, variables: [] }),
    forEach: forEach?.core,
    obligations,
    exceptions,
    advice: localizedText(single(clausesOf(rule.clauses, 'next-step'), lowering)?.text),
    variables: lowering.variables.next,
  };
}

/** The one clause of a kind; a second is reported. */
function single<T extends { readonly span: Span }>(clauses: readonly T[], lowering: Lowering): T | undefined {
  const [first, second] = clauses;
  if (first !== undefined && second !== undefined) {
    const message = { en: 'This rule has such a clause already', nl: 'Deze regel heeft al zo’n bepaling' };
    const related = [{ span: first.span, message: { en: 'the first one', nl: 'de eerste' } }];
    const help = { en: 'Keep one, or make two rules of it.', nl: 'Houd er een, of maak er twee regels van.' };
    lowering.report(diagnostic(clauseTwice, second.span, message, { help, related }));
  }
  return first;
}

function checkLevel(rule: RuleDeclaration, lowering: Lowering): ClauseOf<'level'> | undefined {
  const [level] = clausesOf(rule.clauses, 'level');
  const word = wordsAt(rule.span);
  if (level === undefined) {
    if (isHole(rule.name)) return undefined;
    const message = {
      en: `\`${rule.name.text}\` does not state its level`,
      nl: `\`${rule.name.text}\` noemt zijn niveau niet`,
    };
    const help = {
      en: `Begin the rule with \`${word('Mandatory')}\`, \`${word('ComplyOrExplain')}\` or \`${word('Recommended')}\`.`,
      nl: `Begin de regel met \`${word('Mandatory')}\`, \`${word('ComplyOrExplain')}\` of \`${word('Recommended')}\`.`,
    };
    lowering.report(diagnostic(noLevel, rule.name.span, message, { help }));
  } else if (level.chosenBy === undefined && clausesOf(rule.clauses, 'cites').length === 0) {
    const message = {
      en: `\`${rule.name.text}\` cites no source, and does not say who chose its level`,
      nl: `\`${rule.name.text}\` verwijst naar geen bron, en zegt niet wie het niveau koos`,
    };
    const help = {
      en: `Write \`${word('ChosenBy')} "…"\` behind the level, or cite the source.`,
      nl: `Schrijf \`${word('ChosenBy')} "…"\` achter het niveau, of noem de bron.`,
    };
    lowering.report(diagnostic(levelNotChosen, level.span, message, { help }));
  }
  return level;
}

function isObligation(clause: RuleClause): boolean {
  switch (clause.kind) {
    case 'satisfied':
    case 'require':
    case 'limit':
    case 'measured-cases':
    case 'measured-within':
    case 'disclose':
      return true;
    case 'level':
    case 'cites':
    case 'judges':
    case 'in-force':
    case 'when':
    case 'trigger':
    case 'for-each':
    case 'except':
    case 'next-step':
    case 'note':
    case 'was':
      return false;
  }
}

function reportNoObligation(rule: RuleDeclaration, lowering: Lowering): void {
  if (isHole(rule.name)) return;
  const message = { en: `\`${rule.name.text}\` asks nothing`, nl: `\`${rule.name.text}\` vraagt niets` };
  const word = wordsAt(rule.span);
  const help = {
    en: `Add what must hold: \`${word('Require')}\`, \`${word('Limit')}\`, \`${word('Satisfied')} ${word('When')}\` or \`${word('Disclose')}\`.`,
    nl: `Voeg toe wat moet gelden: \`${word('Require')}\`, \`${word('Limit')}\`, \`${word('Satisfied')} ${word('When')}\` of \`${word('Disclose')}\`.`,
  };
  lowering.report(diagnostic(noObligation, rule.name.span, message, { help }));
}

function lowerForEach(
  clause: ClauseOf<'for-each'>,
  scope: Scope,
): { readonly core: ForEach | undefined; readonly scope: Scope } {
  const list = lowerListPath(clause.list, scope);
  reportHiding(clause.variable, scope);
  const item = { name: clause.variable.text, index: 1, type: list?.type.of ?? { kind: 'unknown' as const } };
  const inside = withVariable(scope, item);
  const where = clause.where === undefined ? undefined : lowerCondition(clause.where, inside);
  const core = list === undefined ? undefined : { name: item.name, list, where, ifAny: clause.ifAny };
  return { core, scope: inside };
}

/** A `when` before `for each` judges the manifest, one after it the item. */
function splitAtForEach(clauses: readonly RuleClause[]): readonly [readonly RuleClause[], readonly RuleClause[]] {
  const at = clauses.findIndex((clause) => clause.kind === 'for-each');
  return at === -1 ? [clauses, []] : [clauses.slice(0, at), clauses.slice(at + 1)];
}

function lowerAll(clauses: readonly RuleClause[], kind: 'when' | 'trigger', scope: Scope): readonly Condition[] {
  return clausesOf(clauses, kind).map((clause) => lowerCondition(clause.condition, scope));
}

function lowerScope(scope: Scope): CoreRule['scope'] {
  const { scopes } = scope.pack;
  const [first] = scopes;
  if (first === undefined) return undefined;
  const parts = scopes.map((clause) => lowerCondition(clause.condition, scope));
  const [only] = parts;
  const condition: Condition =
    parts.length === 1 && only !== undefined ? only : { kind: 'and', parts, ...originOf(first.span) };
  return { text: localizedText(first.text), condition };
}
