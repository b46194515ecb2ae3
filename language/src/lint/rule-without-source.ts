import type { RuleDeclaration } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/** A rule that cites nothing rests on whoever wrote it alone. */
export const ruleWithoutSource: LintRule = {
  name: 'rule-without-source',
  title: { en: 'A rule cites no source', nl: 'Een regel verwijst naar geen bron' },
  find: ({ model }) =>
    model.packs.flatMap((pack) => [...pack.rules.values()].filter((rule) => !citesSomething(rule)).map(finding)),
};

function citesSomething({ clauses }: RuleDeclaration): boolean {
  return clauses.some((clause) => clause.kind === 'cites');
}

function finding({ name }: RuleDeclaration): Finding {
  const word = wordsAt(name.span);
  return {
    span: name.span,
    message: { en: `\`${name.text}\` cites no source`, nl: `\`${name.text}\` verwijst naar geen bron` },
    help: {
      en: `Cite what it rests on: \`${word('Cites')} SOURCE "art. 1"\`.`,
      nl: `Noem waar hij op berust: \`${word('Cites')} BRON "art. 1"\`.`,
    },
  };
}
