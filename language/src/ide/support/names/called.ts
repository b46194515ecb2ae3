import type { Pack } from '../../../model/model.ts';
import type { ExceptClause, ExceptionItem, RuleClause, RuleDeclaration } from '../../../syntax/ast.ts';

/** A rule with the pack that declares it. */
export interface FoundRule {
  readonly pack: Pack;
  readonly rule: RuleDeclaration;
}

/** The rule of a pack by its name, else by one that it had. */
export function ruleOfPack(name: string, pack: Pack): FoundRule | undefined {
  const rule = pack.rules.get(name) ?? [...pack.rules.values()].find((each) => hasBeen(each.clauses, name));
  return rule === undefined ? undefined : { pack, rule };
}

/** The exception of a rule by its name, else by one that it had. */
export function exceptionCalled(name: string, { clauses }: RuleDeclaration): ExceptClause | undefined {
  const exceptions = clauses.filter((clause) => clause.kind === 'except');
  return (
    exceptions.find((clause) => clause.name.text === name) ?? exceptions.find((clause) => hasBeen(clause.clauses, name))
  );
}

function hasBeen(parts: readonly (RuleClause | ExceptionItem)[], name: string): boolean {
  return parts.some((part) => part.kind === 'was' && part.name.text === name);
}
