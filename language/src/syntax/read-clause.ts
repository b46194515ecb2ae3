import type { CstNode } from 'chevrotain';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { levelTwice } from '../diagnostic/rule-errors.ts';
import { misplacedPart, partTwice } from '../diagnostic/syntax-errors.ts';
import type { Span } from '../source/source.ts';
import { parseDate } from '../values/calendar.ts';
import type {
  Citation,
  Construct,
  Demand,
  DiscloseClause,
  ExceptClause,
  ExceptionItem,
  InForce,
  LevelClause,
  LimitClause,
  MeasuredClause,
  Name,
  Note,
  ObligationClause,
  RequireClause,
  RuleClause,
  RuleDeclaration,
  SatisfiedClause,
  WasClause,
} from './ast.ts';
import {
  contentOf,
  nameOf,
  node,
  nodeSpan,
  nodes,
  onlyNode,
  type Reader,
  textOf,
  token,
  tokenSpan,
  tokens,
} from './cst.ts';
import { spelled } from './keywords.ts';
import { readCondition, readOperand, readPath } from './read-expression.ts';

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

/** A note from its node. */
export function readNote(reader: Reader, at: CstNode): Note {
  const span = nodeSpan(reader, at);
  const text = textOf(reader, node(at, 'text')) ?? { span };
  return { kind: 'note', key: nameOf(reader, token(at, 'AnyName'), span), text, span };
}

/** A former name from its node. */
export function readWas(reader: Reader, at: CstNode): WasClause {
  const span = nodeSpan(reader, at);
  return { kind: 'was', name: nameOf(reader, token(at, 'AnyName'), span), span };
}

/** A first or last day in force from its node. */
export function readInForce(reader: Reader, at: CstNode): InForce {
  const span = nodeSpan(reader, at);
  const edge = token(at, 'InForceUntil') === undefined ? 'from' : 'until';
  return { kind: 'in-force', edge, day: parseDate(token(at, 'AnyDate')?.image ?? ''), span };
}

function readLevel(reader: Reader, at: CstNode): LevelClause {
  const span = nodeSpan(reader, at);
  const level =
    token(at, 'Mandatory') !== undefined
      ? 'mandatory'
      : token(at, 'Recommended') !== undefined
        ? 'recommended'
        : 'comply-or-explain';
  const texts = nodes(at, 'text').map((text) => textOf(reader, text));
  const chosen = token(at, 'ChosenBy') !== undefined;
  const because = token(at, 'Because') !== undefined;
  return {
    kind: 'level',
    level,
    chosenBy: chosen ? texts[0] : undefined,
    because: because ? texts[chosen ? 1 : 0] : undefined,
    span,
  };
}

/** Citations from a `cites` node. */
export function readCitations(reader: Reader, at: CstNode | undefined): readonly Citation[] {
  return nodes(at, 'citation').map((citation) => {
    const span = nodeSpan(reader, citation);
    const place = token(citation, 'AnyText');
    return {
      source: nameOf(reader, token(citation, 'AnyName'), span),
      at: place === undefined ? '' : contentOf(place),
      quoting: textOf(reader, node(citation, 'text')),
      span,
    };
  });
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

function readObligation(reader: Reader, at: CstNode, level: LevelClause | undefined): ObligationClause | undefined {
  const inner = onlyNode(at);
  if (inner === undefined) return undefined;
  const span = nodeSpan(reader, inner);
  const named = node(inner, 'clauseName');
  const guard = node(node(inner, 'when'), 'condition');
  const parts = {
    level,
    name: named === undefined ? undefined : nameOf(reader, token(named, 'AnyName'), span),
    guard: guard === undefined ? undefined : readCondition(reader, guard, span),
    span,
  };
  switch (inner.name) {
    case 'satisfied':
      return readSatisfied(reader, inner, parts);
    case 'require':
      return readRequire(reader, inner, parts);
    case 'limit':
      return readLimit(reader, inner, parts);
    case 'measured':
      return readMeasured(reader, inner, parts);
    case 'disclose':
      return readDisclose(reader, inner, parts);
    default:
      return undefined;
  }
}

type Parts = Pick<RequireClause, 'level' | 'name' | 'guard' | 'span'>;

function readSatisfied(reader: Reader, at: CstNode, parts: Parts): SatisfiedClause {
  const named = token(at, 'AnyName');
  const name = named === undefined ? undefined : nameOf(reader, named, parts.span);
  const condition = readCondition(reader, node(at, 'condition'), parts.span);
  return { ...parts, kind: 'satisfied', name, condition };
}

function readRequire(reader: Reader, at: CstNode, parts: Parts): RequireClause {
  const otherwise = node(at, 'condition');
  return {
    ...parts,
    kind: 'require',
    demand: readDemand(reader, node(at, 'demand'), parts.span),
    otherwise: otherwise === undefined ? undefined : readCondition(reader, otherwise, parts.span),
  };
}

function readDemand(reader: Reader, at: CstNode | undefined, fallback: Span): Demand {
  const span = nodeSpan(reader, at, fallback);
  if (token(at, 'ReviewBeforeDecision') !== undefined) return { kind: 'review-before-decision', span };
  if (token(at, 'ReviewerCanOverrule') !== undefined) return { kind: 'reviewer-can-overrule', span };
  if (token(at, 'ApprovalBy') !== undefined) {
    return { kind: 'approval', by: readOperand(reader, node(at, 'operand'), span), span };
  }
  return { kind: 'condition', expression: readCondition(reader, node(at, 'condition'), span) };
}

function readLimit(reader: Reader, at: CstNode, parts: Parts): LimitClause {
  const [bound, otherwise] = nodes(at, 'bound').map((inner) => ({
    direction: token(inner, 'ToAtLeast') === undefined ? ('at-most' as const) : ('at-least' as const),
    bound: readOperand(reader, node(inner, 'operand'), nodeSpan(reader, inner, parts.span)),
  }));
  const missing = { direction: 'at-most' as const, bound: { kind: 'missing' as const, span: parts.span } };
  const subject = readOperand(reader, node(at, 'operand'), parts.span);
  return { ...parts, kind: 'limit', subject, ...(bound ?? missing), otherwise };
}

function readMeasured(reader: Reader, at: CstNode, parts: Parts): MeasuredClause {
  const bound = readOperand(reader, node(at, 'operand'), parts.span);
  return { ...parts, kind: token(at, 'Within') === undefined ? 'measured-cases' : 'measured-within', bound };
}

function readDisclose(reader: Reader, at: CstNode, parts: Parts): DiscloseClause {
  const [items, audiences] = nodes(at, 'names').map((names) => readNames(reader, names));
  const extent = token(at, 'AnyName');
  return {
    ...parts,
    kind: 'disclose',
    items: items ?? [],
    audiences: audiences ?? [],
    extent: extent === undefined ? undefined : nameOf(reader, extent, parts.span),
  };
}

/** Names with commas between, from their node. */
export function readNames(reader: Reader, at: CstNode | undefined): readonly Name[] {
  return tokens(at, 'AnyName').map((name) => nameOf(reader, name, tokenSpan(reader, name)));
}

function readExcept(reader: Reader, at: CstNode, span: Span): ExceptClause {
  const names = nodes(at, 'names').map((inner) => readNames(reader, inner));
  const covers = token(at, 'For') === undefined ? [] : (names.shift() ?? []);
  const audiences = token(at, 'To') === undefined ? [] : (names.shift() ?? []);
  const condition = node(node(at, 'when'), 'condition');
  const clauses = nodes(at, 'exceptionItem').flatMap((item) => readExceptionItem(reader, item) ?? []);
  reportTwice(reader, clauses);
  return {
    kind: 'except',
    name: nameOf(reader, token(at, 'AnyName'), span),
    text: textOf(reader, node(at, 'text')),
    covers,
    audiences,
    condition: condition === undefined ? undefined : readCondition(reader, condition, span),
    clauses,
    span,
  };
}

function reportTwice(reader: Reader, items: readonly ExceptionItem[]): void {
  for (const kind of ['approved-by', 'lasts-at-most'] as const) {
    const [first, second] = items.filter((item) => item.kind === kind);
    if (first === undefined || second === undefined) continue;
    const message = { en: 'This exception says so already', nl: 'Deze uitzondering zegt dat al' };
    const related = [{ span: first.span, message: { en: 'here', nl: 'hier' } }];
    reader.report(diagnostic(partTwice, second.span, message, { related }));
  }
}

function readExceptionItem(reader: Reader, at: CstNode): ExceptionItem | undefined {
  const span = nodeSpan(reader, at);
  const operand = node(at, 'operand');
  if (token(at, 'AgreedBy') !== undefined) return { kind: 'approved-by', by: readOperand(reader, operand, span), span };
  if (token(at, 'LastsAtMost') !== undefined) {
    return { kind: 'lasts-at-most', duration: readOperand(reader, operand, span), span };
  }
  const inner = node(at, 'obligation') ?? onlyNode(at);
  switch (inner?.name) {
    case 'ground': {
      const name = token(inner, 'AnyName');
      const named = name === undefined ? undefined : nameOf(reader, name, span);
      return { kind: 'ground', name: named, text: textOf(reader, node(inner, 'text')), span };
    }
    case 'obligation': {
      const level = node(at, 'level');
      const obligation = readObligation(reader, inner, level === undefined ? undefined : readLevel(reader, level));
      return obligation === undefined ? undefined : { kind: 'still', obligation, span };
    }
    case 'cites':
      return { kind: 'cites', citations: readCitations(reader, inner), span };
    case 'note':
      return readNote(reader, inner);
    case 'was':
      return readWas(reader, inner);
    default:
      return undefined;
  }
}
