import type { Finding, LintRule } from './support/lint-rule.ts';
import { type Verdict, verdictsOf } from './support/verdicts.ts';

/** A condition that no manifest can make true: what hangs on it never comes. */
export const conditionNeverTrue: LintRule = {
  name: 'condition-never-true',
  title: { en: 'A condition is never true', nl: 'Een voorwaarde is nooit waar' },
  find: ({ program }) => verdictsOf(program).flatMap((verdict) => (verdict.never === 'true' ? finding(verdict) : [])),
};

function finding({ condition, beside }: Verdict): Finding {
  const help = {
    en: 'Whatever a manifest says, it is false, or unknown where something is missing.',
    nl: 'Wat een manifest ook zegt: het is onwaar, of onbekend waar iets ontbreekt.',
  };
  if (beside.length === 0) {
    return {
      span: condition.span,
      message: { en: 'This is never true', nl: 'Dit is nooit waar' },
      help,
    };
  }
  return {
    span: condition.span,
    message: {
      en: 'This is never true where the conditions before it are',
      nl: 'Dit is nooit waar waar de voorwaarden ervóór dat zijn',
    },
    help,
    related: beside.map(({ span }) => ({ span, message: { en: 'which asks', nl: 'namelijk' } })),
  };
}
