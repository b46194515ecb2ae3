import type { Pack } from '../model/model.ts';
import type { Expression } from '../syntax/ast.ts';
import { clauseExpressions, walkExpression } from '../syntax/walk-expression.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';
import { isGivenBy, quotationsOf } from './support/quoted-values.ts';
import { citationsOf } from './support/used-names.ts';

/**
 * A number or term written out in a rule or definition does not say who chose it. Left alone are 0 and 1, which count
 * something or nothing, and a number that the rule quotes from its source, in digits or in letters.
 */
export const numberWithoutParameter: LintRule = {
  name: 'number-without-parameter',
  title: { en: 'A number is written out in a rule', nl: 'Een getal staat uitgeschreven in een regel' },
  find: ({ model }) => model.packs.flatMap((pack) => [...inRules(pack), ...inDefines(pack)]),
};

function inRules({ rules }: Pack): readonly Finding[] {
  return [...rules.values()].flatMap(({ clauses }) => {
    const quoted = quotationsOf(clauses.flatMap((clause) => (clause.kind === 'cites' ? clause.citations : [])));
    return clauses.flatMap((clause) => {
      // What an exception quotes gives the numbers of that exception alone.
      const own = clause.kind === 'except' ? [...quoted, ...quotationsOf(citationsOf(clause))] : quoted;
      return clauseExpressions(clause).flatMap((expression) => literals(expression, own));
    });
  });
}

function inDefines({ defines }: Pack): readonly Finding[] {
  return [...defines.values()].flatMap(({ expression }) => literals(expression, []));
}

function literals(expression: Expression, quoted: ReturnType<typeof quotationsOf>): readonly Finding[] {
  const found: Finding[] = [];
  walkExpression(expression, (inner) => {
    if (inner.kind !== 'literal' || inner.value.kind === 'text' || inner.value.kind === 'yes-no') return;
    const { source, start, end } = inner.span;
    const written = source.text.slice(start, end);
    if (!isCounting(inner.value) && !isGivenBy(inner.value, written, quoted)) found.push(finding(written, inner));
  });
  return found;
}

function isCounting(value: Extract<Expression, { readonly kind: 'literal' }>['value']): boolean {
  return value.kind === 'number' && /^[01]$/.test(value.written);
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
