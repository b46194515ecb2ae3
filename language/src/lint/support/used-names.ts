import { type Model, type Pack, packsInReach } from '../../model/model.ts';
import type { Citation, Expression, Name, RuleClause } from '../../syntax/ast.ts';
import { clauseExpressions, walkExpression } from '../../syntax/walk-expression.ts';
import type { Finding } from './lint-rule.ts';

/** The pack itself, and every pack that reaches it: all that may use what it declares. */
export function packsThatReach(pack: Pack, model: Model): readonly Pack[] {
  return model.packs.filter((other) => packsInReach(other).includes(pack));
}

/**
 * Every name that stands in a condition or value of some packs, or in a definition that these lead to. Names are not
 * resolved: a choice that is called as a definition makes it look used, and nothing that is used looks unused.
 */
export function namesInUse(packs: readonly Pack[]): ReadonlySet<string> {
  const names = new Set<string>();
  const waiting = packs.flatMap(startingExpressions);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    for (const name of namesIn(next)) {
      if (names.has(name)) continue;
      names.add(name);
      waiting.push(...packs.flatMap(({ defines }) => defines.get(name)?.expression ?? []));
    }
  }
  return names;
}

/** The expressions that judging begins with: those of rules, scopes and compatibilities. */
function startingExpressions(pack: Pack): readonly Expression[] {
  return [
    ...[...pack.rules.values()].flatMap(({ clauses }) => clauses.flatMap(clauseExpressions)),
    ...pack.scopes.map(({ condition }) => condition),
    ...pack.compatibles.flatMap(({ condition }) => condition ?? []),
  ];
}

function namesIn(expression: Expression): readonly string[] {
  const names: string[] = [];
  walkExpression(expression, (inner) => {
    if (inner.kind === 'path') names.push(inner.root.text, ...inner.steps.map(({ text }) => text));
    else if (inner.kind === 'parameter-reference') names.push(inner.name.text);
  });
  return names;
}

/** The citations of a clause, those of an exception included. */
export function citationsOf(clause: RuleClause): readonly Citation[] {
  if (clause.kind === 'cites') return clause.citations;
  if (clause.kind !== 'except') return [];
  return clause.clauses.flatMap((item) => (item.kind === 'cites' ? item.citations : []));
}

/** Every citation of a pack. */
export function citationsIn({ rules, compatibles }: Pack): readonly Citation[] {
  return [
    ...[...rules.values()].flatMap(({ clauses }) => clauses.flatMap(citationsOf)),
    ...compatibles.flatMap(({ cites }) => cites),
  ];
}

/** That nothing uses what a name declares. */
export function unusedFinding({ text, span }: Name, unless: { readonly en: string; readonly nl: string }): Finding {
  return {
    span,
    message: { en: `Nothing uses \`${text}\``, nl: `Niets gebruikt \`${text}\`` },
    help: { en: `Remove it, or ${unless.en}.`, nl: `Verwijder het, of ${unless.nl}.` },
  };
}
