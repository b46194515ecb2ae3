import type { CoreException, CoreRule, Obligation } from '../core/core.ts';
import { asSet, type CoreKey, conditionKey, termKey, textOfKey } from '../core/core-keys.ts';
import type { Span } from '../source/source.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** Two rules that ask the same of the same: a breach counts twice, and a change of one leaves the other behind. */
export const duplicateDuty: LintRule = {
  name: 'duplicate-duty',
  title: { en: 'Two rules ask the same', nl: 'Twee regels vragen hetzelfde' },
  find: ({ program, model }) => {
    const nameOf = ({ pack, name, span }: CoreRule): Span =>
      model.packs.find((each) => each.name === pack)?.rules.get(name)?.name.span ?? span;
    const rules = program.packs.flatMap((pack) => pack.rules);
    const groups = [...Map.groupBy(rules, (rule) => textOfKey(dutyOf(rule))).values()];
    return groups.flatMap(([first, ...others]) =>
      first === undefined ? [] : others.map((rule) => finding(rule, first, nameOf)),
    );
  },
};

/** What a rule asks, of what, and when: everything but what it is called, cites, advises, and at which level. */
function dutyOf(rule: CoreRule): CoreKey {
  const { record, from, until, scope, forEach, applies, triggers, itemApplies, itemTriggers, obligations } = rule;
  const obligationKeys = new Map(obligations.map((obligation) => [obligation.id, obligationKey(obligation)]));
  return [
    [record.vocabulary, record.name, from, until],
    scope && conditionKey(scope.condition),
    asSet(applies.map((condition) => conditionKey(condition))),
    asSet(triggers.map((condition) => conditionKey(condition))),
    forEach && [termKey(forEach.list), forEach.where && conditionKey(forEach.where), forEach.ifAny],
    asSet(itemApplies.map((condition) => conditionKey(condition))),
    asSet(itemTriggers.map((condition) => conditionKey(condition))),
    asSet([...obligationKeys.values()]),
    asSet(rule.exceptions.map((exception) => exceptionKey(exception, obligationKeys))),
  ];
}

function obligationKey({ guard, condition, otherwise, onFailure }: Obligation): CoreKey {
  return [guard && conditionKey(guard), conditionKey(condition), otherwise && conditionKey(otherwise), onFailure];
}

function exceptionKey(exception: CoreException, obligations: ReadonlyMap<string, CoreKey>): CoreKey {
  const { covers, condition, claimed, approvedBy, lastsAtMost, residual } = exception;
  return [
    asSet(covers.map((id) => obligations.get(id))),
    condition && conditionKey(condition),
    claimed,
    approvedBy && termKey(approvedBy),
    lastsAtMost && termKey(lastsAtMost),
    asSet(residual.map(obligationKey)),
  ];
}

function finding(rule: CoreRule, first: CoreRule, nameOf: (rule: CoreRule) => Span): Finding {
  return {
    span: nameOf(rule),
    message: {
      en: `\`${rule.name}\` asks the same as \`${first.name}\``,
      nl: `\`${rule.name}\` vraagt hetzelfde als \`${first.name}\``,
    },
    help: {
      en: 'Keep one, and let it cite both sources.',
      nl: 'Houd er een, en laat die naar beide bronnen verwijzen.',
    },
    related: [{ span: nameOf(first), message: { en: 'the first', nl: 'de eerste' } }],
  };
}
