import type { CoreProgram, CoreRule } from '../core/core.ts';
import { citationUse } from '../evaluate/compile-rule.ts';
import { describeDuty } from './describe-duty.ts';
import { describeException } from './describe-exception.ts';
import { describeSubject } from './describe-subject.ts';
import { describeUsed } from './describe-used.ts';
import type { RuleDescription } from './description.ts';
import { neededFields } from './needed-fields.ts';

/** Puts a rule into sentences, in both languages: what it asks, when, with which exceptions, and what it needs. */
export function describeRule(program: CoreProgram, rule: CoreRule): RuleDescription {
  const { id, pack, name, was, title, level, levelChosenBy, levelBecause, span } = rule;
  return {
    ...{ id, pack, name, was, title, level, levelChosenBy, levelBecause, span },
    ...describeSubject(program, rule),
    duties: rule.obligations.map(describeDuty),
    exceptions: rule.exceptions.map((exception) => describeException(exception, rule)),
    ...describeUsed(program, rule),
    cites: rule.cites.map(citationUse),
    needs: neededFields(rule),
    nextStep: rule.advice,
  };
}
