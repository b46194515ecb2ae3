import { diagnostic } from '../diagnostic/diagnostic.ts';
import { literalNumber } from '../diagnostic/rule-errors.ts';
import { type Model, type Pack, packsInReach } from '../model/model.ts';
import type { Report } from '../model/report.ts';
import type { RuleDeclaration, SourceDeclaration } from '../syntax/ast.ts';
import { clauseExpressions, walkExpression } from '../syntax/walk-expression.ts';
import { wordsAt } from '../syntax/words-at.ts';

/**
 * A number or term in a rule that cites a source which gives none was chosen by somebody, so it must be a parameter
 * (Meaning 15).
 */
export function checkLiteralNumbers(model: Model, report: Report): void {
  for (const pack of model.packs) {
    for (const rule of pack.rules.values()) {
      const source = sourceWithoutNumbers(rule, pack);
      if (source !== undefined) reportLiterals(rule, source, report);
    }
  }
}

function sourceWithoutNumbers(rule: RuleDeclaration, pack: Pack): SourceDeclaration | undefined {
  const cited = rule.clauses.flatMap((clause) => (clause.kind === 'cites' ? clause.citations : []));
  for (const { source } of cited) {
    const declared = packsInReach(pack).flatMap((reached) => reached.sources.get(source.text) ?? [])[0];
    if (declared?.givesNoNumbers === true) return declared;
  }
  return undefined;
}

function reportLiterals(rule: RuleDeclaration, source: SourceDeclaration, report: Report): void {
  const word = wordsAt(rule.span);
  const marked = wordsAt(source.span)('GivesNoNumbers');
  for (const expression of rule.clauses.flatMap((clause) => clauseExpressions(clause))) {
    walkExpression(expression, (inner) => {
      if (inner.kind !== 'literal' || inner.value.kind === 'text' || inner.value.kind === 'yes-no') return;
      const message = {
        en: `This rule cites \`${source.name.text}\`, which gives no numbers, and this is one`,
        nl: `Deze regel verwijst naar \`${source.name.text}\`, die geen getallen geeft, en dit is er een`,
      };
      const help = {
        en: `Make it a \`${word('Parameter')}\`, which says who chose it and why.`,
        nl: `Maak er een \`${word('Parameter')}\` van, die zegt wie hem koos en waarom.`,
      };
      const related = [
        {
          span: source.name.span,
          message: { en: `marked \`${marked}\``, nl: `gemerkt als \`${marked}\`` },
        },
      ];
      report(diagnostic(literalNumber, inner.span, message, { help, related }));
    });
  }
}
