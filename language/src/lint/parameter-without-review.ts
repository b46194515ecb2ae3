import type { ParameterDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** A number that nobody looks at again grows old unnoticed. */
export const parameterWithoutReview: LintRule = {
  name: 'parameter-without-review',
  title: { en: 'A parameter has no review date', nl: 'Een parameter heeft geen datum van herziening' },
  find: ({ model }) =>
    model.packs.flatMap((pack) =>
      [...pack.parameters.values()].filter(({ reviewBy }) => reviewBy === undefined).map(finding),
    ),
};

function finding({ name }: ParameterDeclaration): Finding {
  const word = wordsAt(name.span);
  return {
    span: name.span,
    message: {
      en: `Nothing says when \`${name.text}\` is looked at again`,
      nl: `Nergens staat wanneer \`${name.text}\` opnieuw wordt bezien`,
    },
    help: {
      en: `Add \`${word('ReconsiderBy')} DATE\`: after that day every report reminds of it.`,
      nl: `Voeg \`${word('ReconsiderBy')} DATUM\` toe: na die dag herinnert elk rapport eraan.`,
    },
  };
}
