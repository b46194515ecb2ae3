import type { CstNode } from 'chevrotain';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { levelTwice } from '../diagnostic/rule-errors.ts';
import { misplacedPart } from '../diagnostic/syntax-errors.ts';
import type { Span } from '../source/source.ts';
import type { Construct, LevelClause, RuleClause, RuleDeclaration } from './ast.ts';
import { nameOf, node, nodeSpan, nodes, onlyNode, type Reader, textOf, token, tokenSpan } from './cst.ts';
import { spelled } from './keywords.ts';
import { readExcept } from './read-exception.ts';
import { readCondition } from './read-expression.ts';
import { readPath } from './read-literal.ts';
import { readObligation } from './read-obligation.ts';
import { readCitations, readInForce, readLevel, readNote, readWas } from './read-small-parts.ts';

/** A rule from its node. */
export function readRule(reader: Reader, at: CstNode): RuleDeclaration {
  const span = nodeSpan(reader, at);
  const constructs: Readonly<Record<string, Construct>> = {
    PurposeLimitation: 'purpose-limitation',
    ErrorMargin: 'error-margin',
    HumanIntervention: 'human-intervention',
    Transparency: 'transparency',
  };
  const word = Object.keys(constructs).find((name) => token(at, name) !== undefined);
  return {
    kind: 'rule',
    construct: constructs[word ?? ''] ?? 'rule',
    name: nameOf(reader, token(at, 'AnyName'), span),
    title: textOf(reader, node(at, 'text')),
    clauses: readClauses(reader, nodes(at, 'clause')),
    span,
  };
}

/** The first level of a rule is its own; a later one belongs to the obligation that follows it. */
function readClauses(reader: Reader, clauses: readonly CstNode[]): readonly RuleClause[] {
  const read: RuleClause[] = [];
  let ruleHasLevel = false;
  let pending: LevelClause | undefined;
  let hasObligation = false;
  for (const clause of clauses) {
    const inner = onlyNode(clause);
    if (inner === undefined) continue;
    hasObligation ||= inner.name === 'obligation';
    if (inner.name === 'when' && hasObligation) {
      reportLateWhen(reader, inner);
      continue;
    }
    if (inner.name === 'level') {
      if (pending !== undefined) reportLevel(reader, pending);
      const level = readLevel(reader, inner);
      pending = ruleHasLevel ? level : undefined;
      if (!ruleHasLevel) read.push(level);
      ruleHasLevel = true;
      continue;
    }
    if (inner.name !== 'obligation' && pending !== undefined) reportLevel(reader, pending);
    const known = readClause(reader, inner, inner.name === 'obligation' ? pending : undefined);
    pending = undefined;
    if (known !== undefined) read.push(known);
  }
  if (pending !== undefined) reportLevel(reader, pending);
  return read;
}

function reportLevel(reader: Reader, level: LevelClause): void {
  const message = { en: 'This level belongs to no obligation', nl: 'Dit niveau hoort bij geen verplichting' };
  const help = {
    en: 'The rule has its level already; put this one right before an obligation, or take it away.',
    nl: 'De regel heeft zijn niveau al; zet dit vlak voor een verplichting, of haal het weg.',
  };
  reader.report(diagnostic(levelTwice, level.span, message, { help }));
}

/** Such a `when` looks as if it belonged to the clause before it, which has taken its own or can have none. */
function reportLateWhen(reader: Reader, at: CstNode): void {
  const when = spelled('When', reader.spelling);
  const message = {
    en: `This \`${when}\` belongs to no clause`,
    nl: `Deze \`${when}\` hoort bij geen bepaling`,
  };
  const help = {
    en: `Put the condition before the first obligation if the whole rule depends on it, or join the conditions with \`${spelled('And', reader.spelling)}\`.`,
    nl: `Zet de voorwaarde voor de eerste verplichting als de hele regel ervan afhangt, of verbind de voorwaarden met \`${spelled('And', reader.spelling)}\`.`,
  };
  const word = token(at, 'When');
  reader.report(
    diagnostic(misplacedPart, word === undefined ? nodeSpan(reader, at) : tokenSpan(reader, word), message, { help }),
  );
}

function readClause(reader: Reader, at: CstNode, level: LevelClause | undefined): RuleClause | undefined {
  const span = nodeSpan(reader, at);
  switch (at.name) {
    case 'cites':
      return { kind: 'cites', citations: readCitations(reader, at), span };
    case 'judges':
      return { kind: 'judges', record: nameOf(reader, token(at, 'AnyName'), span), span };
    case 'inForce':
      return readInForce(reader, at);
    case 'when':
      return { kind: 'when', condition: readCondition(reader, node(at, 'condition'), span), span };
    case 'trigger':
      return { kind: 'trigger', condition: readCondition(reader, node(at, 'condition'), span), span };
    case 'forEach':
      return readForEach(reader, at, span);
    case 'obligation':
      return readObligation(reader, at, level);
    case 'except':
      return readExcept(reader, at, span);
    case 'nextStep': {
      const text = textOf(reader, node(at, 'text'));
      return text === undefined ? undefined : { kind: 'next-step', text, span };
    }
    case 'note':
      return readNote(reader, at);
    case 'was':
      return readWas(reader, at);
    default:
      return undefined;
  }
}

function readForEach(reader: Reader, at: CstNode, span: Span): RuleClause {
  const where = node(at, 'condition');
  return {
    kind: 'for-each',
    variable: nameOf(reader, token(at, 'AnyName'), span),
    list: readPath(reader, node(at, 'path'), span),
    where: where === undefined ? undefined : readCondition(reader, where, span),
    ifAny: token(at, 'IfAny') !== undefined,
    span,
  };
}
