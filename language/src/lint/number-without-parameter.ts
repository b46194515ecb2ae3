import type { Pack } from '../model/model.ts';
import type { Expression, RuleDeclaration } from '../syntax/ast.ts';
import { clauseExpressions, walkExpression } from '../syntax/walk-expression.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/**
 * A number or term written out in a rule or definition does not say who chose it. Left alone are 0 and 1, which count
 * something or nothing, and a number that the rule quotes from its source.
 */
export const numberWithoutParameter: LintRule = {
  name: 'number-without-parameter',
  title: { en: 'A number is written out in a rule', nl: 'Een getal staat uitgeschreven in een regel' },
  find: ({ model }) => model.packs.flatMap((pack) => [...inRules(pack), ...inDefines(pack)]),
};

function inRules({ rules }: Pack): readonly Finding[] {
  return [...rules.values()].flatMap((rule) => {
    const quoted = quotedWords(rule);
    return rule.clauses.flatMap(clauseExpressions).flatMap((expression) => literals(expression, quoted));
  });
}

function inDefines({ defines }: Pack): readonly Finding[] {
  return [...defines.values()].flatMap(({ expression }) => literals(expression, ''));
}

function quotedWords({ clauses }: RuleDeclaration): string {
  return clauses
    .flatMap((clause) => (clause.kind === 'cites' ? clause.citations : []))
    .map(({ quoting }) => `${quoting?.nl ?? ''} ${quoting?.en ?? ''}`)
    .join(' ');
}

function literals(expression: Expression, quoted: string): readonly Finding[] {
  const found: Finding[] = [];
  walkExpression(expression, (inner) => {
    if (inner.kind !== 'literal' || inner.value.kind === 'text' || inner.value.kind === 'yes-no') return;
    const { source, start, end } = inner.span;
    const written = source.text.slice(start, end);
    if (!isCounting(inner.value) && !isQuoted(written, quoted)) found.push(finding(written, inner));
  });
  return found;
}

function isCounting(value: Extract<Expression, { readonly kind: 'literal' }>['value']): boolean {
  return value.kind === 'number' && /^[01]$/.test(value.written);
}

/** Whether the number stands in the quotation as a number of its own: 16 does not stand in 2016. */
function isQuoted(written: string, quoted: string): boolean {
  const digits = /[\d.-]*\d/.exec(written)?.[0] ?? written;
  const escaped = digits.replaceAll('.', '[.,]');
  return new RegExp(`(?<![\\d.,])${escaped}(?![.,]?\\d)`).test(quoted);
}

function finding(written: string, { span }: Expression): Finding {
  const word = wordsAt(span);
  return {
    span,
    message: {
      en: `Nothing says who chose \`${written}\``,
      nl: `Nergens staat wie \`${written}\` koos`,
    },
    help: {
      en: `Make it a \`${word('Parameter')}\`, or quote the words of the source that give it: \`${word('Quoting')} "…"\`.`,
      nl: `Maak er een \`${word('Parameter')}\` van, of haal de woorden van de bron aan die het geven: \`${word('Quoting')} "…"\`.`,
    },
  };
}
