import type { CoreException, CoreRule } from '../core/core.ts';
import type { Name, RuleDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** An exception that a manifest can claim for ever is another rule, which nobody decided on. */
export const exceptionWithoutEnd: LintRule = {
  name: 'exception-without-end',
  title: { en: 'An exception has no end', nl: 'Een uitzondering heeft geen einde' },
  find: ({ model, program }) =>
    program.packs.flatMap(({ name, rules }) => {
      const declared = model.packs.find((pack) => pack.name === name)?.rules;
      return rules.flatMap((rule) => findings(rule, declared?.get(rule.name)));
    }),
};

function findings({ until, exceptions }: CoreRule, declaration: RuleDeclaration | undefined): readonly Finding[] {
  // What ends with its rule has an end.
  if (until !== undefined) return [];
  const clauses = declaration?.clauses.filter((clause) => clause.kind === 'except') ?? [];
  return exceptions.flatMap((exception, index) => {
    const name = clauses[index]?.name;
    return isEndless(exception) && name !== undefined ? [finding(name)] : [];
  });
}

function isEndless({ claimed, lastsAtMost }: CoreException): boolean {
  return claimed && lastsAtMost === undefined;
}

function finding({ text, span }: Name): Finding {
  const word = wordsAt(span);
  return {
    span,
    message: {
      en: `A claim of \`${text}\` may last for ever`,
      nl: `Een beroep op \`${text}\` mag altijd blijven duren`,
    },
    help: {
      en: `Add \`${word('LastsAtMost')} TERM\`; a claim that has to go on is looked at again then.`,
      nl: `Voeg \`${word('LastsAtMost')} TERMIJN\` toe; een beroep dat moet doorlopen wordt dan opnieuw bezien.`,
    },
  };
}
