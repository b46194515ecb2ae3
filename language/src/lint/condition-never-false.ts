import { wordsAt } from '../syntax/words-at.ts';
import type { LintRule } from './support/lint-rule.ts';
import { verdictsOf } from './support/verdicts.ts';

/** A condition that no manifest can make false: it asks nothing but that something is there. */
export const conditionNeverFalse: LintRule = {
  name: 'condition-never-false',
  title: { en: 'A condition is never false', nl: 'Een voorwaarde is nooit onwaar' },
  find: ({ program }) =>
    verdictsOf(program)
      .filter(({ never }) => never === 'false')
      .map(({ condition: { span } }) => ({
        span,
        message: { en: 'This is never false', nl: 'Dit is nooit onwaar' },
        help: {
          en: `Whatever a manifest says, it is true, or unknown where something is missing: ask that something \`${wordsAt(span)('IsRecorded')}\` where that is meant.`,
          nl: `Wat een manifest ook zegt: het is waar, of onbekend waar iets ontbreekt. Vraag of iets \`${wordsAt(span)('IsRecorded')}\` waar dat is bedoeld.`,
        },
      })),
};
