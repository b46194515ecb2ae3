import type { CoreRule } from '../core/core.ts';
import type { Pack } from '../model/model.ts';
import type { ExceptClause, LevelClause, ObligationClause, RuleClause, RuleDeclaration } from '../syntax/ast.ts';
import { describeCitations } from './describe-sources.ts';
import type { ChosenLevel, ExceptionBasis, PackRule } from './pack-description.ts';
import { notesIn, packText } from './pack-text.ts';

/** What the declaration of a rule says of where it comes from: its sources, and what the pack chose. */
export function describeBasis(
  rule: CoreRule,
  declaration: RuleDeclaration,
  pack: Pack,
): Omit<PackRule, 'description' | 'title'> {
  const { clauses, construct } = declaration;
  const own = clauses.find((clause) => clause.kind === 'level');
  return {
    construct,
    nextStep: packText(clauses.find((clause) => clause.kind === 'next-step')?.text),
    level: own === undefined ? { level: rule.level, chosenBy: undefined, reason: undefined } : chosenLevel(own),
    cites: describeCitations(
      clauses.flatMap((clause) => (clause.kind === 'cites' ? clause.citations : [])),
      pack,
    ),
    dutyLevels: clauses.flatMap((clause) => dutyLevel(clause, rule)),
    exceptions: clauses.flatMap((clause) => (clause.kind === 'except' ? [exceptionBasis(clause, pack)] : [])),
    notes: notesIn(clauses),
  };
}

function chosenLevel({ level, chosenBy, because }: LevelClause): ChosenLevel {
  return { level, chosenBy: packText(chosenBy), reason: packText(because) };
}

/** The duties of a clause with a level of its own: one clause can ask several. */
function dutyLevel(clause: RuleClause, { obligations }: CoreRule): PackRule['dutyLevels'] {
  if (!isObligation(clause) || clause.level === undefined) return [];
  const { start, end } = clause.span;
  const duties = obligations.filter(({ span }) => span.start >= start && span.end <= end).map(({ id }) => id);
  return [{ ...chosenLevel(clause.level), duties }];
}

function isObligation(clause: RuleClause): clause is ObligationClause {
  return 'guard' in clause;
}

function exceptionBasis({ name, text, clauses }: ExceptClause, pack: Pack): ExceptionBasis {
  return {
    name: name.text,
    text: packText(text),
    grounds: clauses.flatMap((item) =>
      item.kind === 'ground' ? [{ name: item.name?.text ?? name.text, text: packText(item.text) }] : [],
    ),
    cites: describeCitations(
      clauses.flatMap((item) => (item.kind === 'cites' ? item.citations : [])),
      pack,
    ),
    notes: notesIn(clauses),
  };
}
