import type { Localized } from '../diagnostic/diagnostic.ts';
import { noOrder, notACondition, notAList, notRecordable, typeMismatch } from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import { describeType, type Type } from '../model/types.ts';
import type { ComparisonOperator, Expression } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import { areComparable, isOrdered } from './compare-types.ts';
import type { Condition, CoreComparison, Term } from './core.ts';
import { lowerCompatibilities } from './lower-compatible.ts';
import { dutchType } from './lower-literal.ts';
import { lookUpRoot } from './lower-path.ts';
import { lowerEach, lowerQuantified } from './lower-quantified.ts';
import { lowerTerm } from './lower-term.ts';
import { fail, holeCondition, holeTerm, originOf, type Scope } from './lowering.ts';
import { reportIncomparable, reportMismatch } from './type-messages.ts';

/** An expression as a condition; a hole after an error. */
export function lowerCondition(expression: Expression, scope: Scope): Condition {
  const subject = subjectOf(expression);
  if (subject?.kind === 'each') return lowerEach(expression, subject, scope);
  switch (expression.kind) {
    case 'missing':
      return holeCondition(expression.span);
    case 'not':
      return { kind: 'not', part: lowerCondition(expression.operand, scope), ...originOf(expression.span) };
    case 'and':
    case 'or': {
      const parts = expression.operands.map((operand) => lowerCondition(operand, scope));
      return { kind: expression.kind, parts, ...originOf(expression.span) };
    }
    case 'compare':
      return lowerCompare(expression, scope);
    case 'recorded':
      return lowerRecorded(expression, scope);
    case 'one-of':
      return lowerOneOf(expression, scope);
    case 'contains':
      return lowerContains(expression, scope);
    case 'within':
    case 'falls-under':
    case 'compatible-with':
      return lowerWithin(expression, scope);
    case 'quantified':
      return lowerQuantified(expression, scope);
    case 'path':
      return lowerPathCondition(expression, scope);
    case 'literal':
    case 'parameter-reference':
    case 'aggregate':
    case 'arithmetic':
    case 'list':
    case 'each':
      return holds(expression, lowerTerm(expression, scope), scope);
  }
}

/** The left side of a comparison, which may be `every PATH`. */
function subjectOf(expression: Expression): Expression | undefined {
  switch (expression.kind) {
    case 'compare':
    case 'within':
    case 'falls-under':
    case 'compatible-with':
      return expression.left;
    case 'recorded':
    case 'one-of':
      return expression.operand;
    case 'contains':
      return expression.list;
    case 'missing':
    case 'literal':
    case 'path':
    case 'parameter-reference':
    case 'list':
    case 'not':
    case 'and':
    case 'or':
    case 'quantified':
    case 'each':
    case 'aggregate':
    case 'arithmetic':
      return undefined;
  }
}

function lowerPathCondition(path: Extract<Expression, { kind: 'path' }>, scope: Scope): Condition {
  if (path.steps.length === 0) {
    const root = lookUpRoot(path.root, scope);
    if (root.kind === 'hole') return holeCondition(path.span);
    if (root.kind === 'define' && root.define.kind === 'condition') {
      const { condition, words } = root.define;
      return { kind: 'defined', name: root.name, words, condition, ...originOf(path.span) };
    }
  }
  return holds(path, lowerTerm(path, scope), scope);
}

function holds(expression: Expression, term: Term, scope: Scope): Condition {
  if (term.type.kind === 'unknown') return holeCondition(expression.span);
  if (term.type.kind === 'yes-no') return { kind: 'holds', term, ...originOf(expression.span) };
  const message = {
    en: `A condition is asked here, and \`${term.text.en}\` is a ${describeType(term.type)}`,
    nl: `Hier wordt een voorwaarde gevraagd, en \`${term.text.nl}\` is een ${dutchType(term.type)}`,
  };
  const word = wordsAt(expression.span);
  const help = {
    en: `Compare it with something, or ask whether it \`${word('IsRecorded')}\`.`,
    nl: `Vergelijk het ergens mee, of vraag of het \`${word('IsRecorded')}\`.`,
  };
  fail(scope, notACondition, expression.span, message, help);
  return holeCondition(expression.span);
}

const operators: Readonly<Record<ComparisonOperator, CoreComparison>> = {
  is: 'equal',
  'is-not': 'not-equal',
  less: 'less',
  'at-most': 'at-most',
  more: 'more',
  'at-least': 'at-least',
};

function lowerCompare(expression: Extract<Expression, { kind: 'compare' }>, scope: Scope): Condition {
  const { span } = expression;
  const [left, right] = lowerPair(expression.left, expression.right, scope);
  if (left.type.kind === 'unknown' || right.type.kind === 'unknown') return holeCondition(span);
  const operator = operators[expression.operator];
  if (!areComparable(left.type, right.type)) {
    reportIncomparable(scope, span, left.type, right.type);
    return holeCondition(span);
  }
  const equality = operator === 'equal' || operator === 'not-equal';
  if (equality ? left.type.kind === 'list' || left.type.kind === 'record' : !isOrdered(left.type)) {
    reportNoOrder(expression.left, left.type, equality, scope);
    return holeCondition(span);
  }
  if (expression.dates && left.type.kind !== 'date') {
    reportMismatch(scope, expression.left.span, { kind: 'date' }, left.type);
    return holeCondition(span);
  }
  return { kind: 'compare', operator, left, right, ...originOf(span) };
}

/** Two sides of a comparison: each literal or symbol is read as the other side's type asks. */
function lowerPair(leftExpression: Expression, rightExpression: Expression, scope: Scope): readonly [Term, Term] {
  if (leftExpression.kind === 'literal') {
    const right = lowerTerm(rightExpression, scope);
    return [lowerTerm(leftExpression, scope, right.type), right];
  }
  const left = lowerTerm(leftExpression, scope);
  // A bare name beside a hole may be a symbol of whatever was meant: nothing can be said about it.
  const unknowable =
    left.type.kind === 'unknown' && rightExpression.kind === 'path' && rightExpression.steps.length === 0;
  return [left, unknowable ? holeTerm(rightExpression.span) : lowerTerm(rightExpression, scope, left.type)];
}

/** A type as a sentence names one value of it, without an article. */
function nounOf(type: Type): Localized {
  if (type.kind === 'choice') return { en: `choice of ${type.choices.name}`, nl: `keuze uit ${type.choices.name}` };
  if (type.kind === 'yes-no') return { en: 'yes or no', nl: 'ja of nee' };
  return { en: describeType(type), nl: dutchType(type) };
}

function reportNoOrder(expression: Expression, type: Type, equality: boolean, scope: Scope): void {
  const noun = nounOf(type);
  const message = equality
    ? {
        en: `A ${noun.en} cannot be compared as a whole`,
        nl: `Een ${noun.nl} is niet als geheel te vergelijken`,
      }
    : { en: `A ${noun.en} has no order`, nl: `Een ${noun.nl} heeft geen volgorde` };
  const word = wordsAt(expression.span);
  const help = equality
    ? {
        en: `Ask whether it \`${word('Contains')}\` something, or compare a field of it.`,
        nl: `Vraag of het iets \`${word('Contains')}\`, of vergelijk een veld ervan.`,
      }
    : {
        en: `Use \`${word('Is')}\`, \`${word('IsNot')}\` or \`${word('IsOneOf')}\`.`,
        nl: `Gebruik \`${word('Is')}\`, \`${word('IsNot')}\` of \`${word('IsOneOf')}\`.`,
      };
  fail(scope, noOrder, expression.span, message, help);
}

function lowerRecorded(expression: Extract<Expression, { kind: 'recorded' }>, scope: Scope): Condition {
  const { operand, span } = expression;
  const term = lowerTerm(operand, scope);
  if (term.type.kind === 'unknown') return holeCondition(span);
  if (term.kind !== 'field' && term.kind !== 'variable') {
    const message = {
      en: `\`${term.text.en}\` is not in a manifest, so it cannot be recorded`,
      nl: `\`${term.text.nl}\` staat niet in een manifest, en kan dus niet zijn vastgelegd`,
    };
    fail(scope, notRecordable, operand.span, message);
    return holeCondition(span);
  }
  return negatedIf(expression.negated, { kind: 'recorded', term, ...originOf(span) });
}

function negatedIf(negated: boolean, condition: Condition): Condition {
  return negated ? { kind: 'not', part: condition, span: condition.span, text: condition.text } : condition;
}

function lowerOneOf(expression: Extract<Expression, { kind: 'one-of' }>, scope: Scope): Condition {
  const { span } = expression;
  const item = lowerTerm(expression.operand, scope);
  if (item.type.kind === 'unknown') return holeCondition(span);
  const list = lowerTerm(expression.list, scope, { kind: 'list', of: item.type, keys: [] });
  if (list.type.kind === 'unknown') return holeCondition(span);
  if (list.type.kind !== 'list') {
    const message = { en: 'A list is asked here', nl: 'Hier wordt een lijst gevraagd' };
    const help = {
      en: 'Write the values between square brackets: [a, b].',
      nl: 'Zet de waarden tussen rechte haken: [a, b].',
    };
    fail(scope, notAList, expression.list.span, message, help);
    return holeCondition(span);
  }
  if (!areComparable(item.type, list.type.of)) {
    reportIncomparable(scope, span, item.type, list.type.of);
    return holeCondition(span);
  }
  return negatedIf(expression.negated, { kind: 'member', item, list, ...originOf(span) });
}

function lowerContains(expression: Extract<Expression, { kind: 'contains' }>, scope: Scope): Condition {
  const { span } = expression;
  const list = lowerTerm(expression.list, scope);
  if (list.type.kind === 'unknown') return holeCondition(span);
  if (list.type.kind !== 'list' || list.type.of.kind === 'record') {
    const word = wordsAt(span);
    const message = {
      en: `\`${list.text.en}\` is a ${describeType(list.type)}, and \`${word('Contains')}\` asks a list of plain values`,
      nl: `\`${list.text.nl}\` is een ${dutchType(list.type)}, en \`${word('Contains')}\` vraagt een lijst van enkelvoudige waarden`,
    };
    const help = {
      en: `For a list of records, write \`${word('Some')} item ${word('In')} list: …\`.`,
      nl: `Schrijf voor een lijst van gegevensgroepen \`${word('Some')} onderdeel ${word('In')} lijst: …\`.`,
    };
    fail(scope, notAList, expression.list.span, message, help);
    return holeCondition(span);
  }
  const item = lowerTerm(expression.item, scope, list.type.of);
  if (!areComparable(item.type, list.type.of)) {
    reportIncomparable(scope, span, list.type.of, item.type);
    return holeCondition(span);
  }
  return { kind: 'member', item, list, ...originOf(span) };
}

type WithinExpression = Extract<Expression, { kind: 'within' | 'falls-under' | 'compatible-with' }>;

function lowerWithin(expression: WithinExpression, scope: Scope): Condition {
  const left = lowerTerm(expression.left, scope);
  if (left.type.kind === 'unknown') return holeCondition(expression.span);
  if (left.type.kind === 'date' && expression.kind === 'within') return lowerWithinPeriod(expression, left, scope);
  const purposes = left.type.kind === 'purpose' || (left.type.kind === 'list' && left.type.of.kind === 'purpose');
  if (!purposes) {
    const message = {
      en: `A purpose${expression.kind === 'within' ? ' or a date' : ''} is asked here, and this is a ${describeType(left.type)}`,
      nl: `Hier wordt een doel${expression.kind === 'within' ? ' of een datum' : ''} gevraagd, en dit is een ${dutchType(left.type)}`,
    };
    fail(scope, typeMismatch, expression.left.span, message);
    return holeCondition(expression.span);
  }
  return lowerPurposes(expression, left, scope);
}

function lowerWithinPeriod(expression: WithinExpression, date: Term, scope: Scope): Condition {
  const period = lowerTerm(expression.right, scope, { kind: 'duration' });
  if (period.type.kind === 'unknown') return holeCondition(expression.span);
  if (period.type.kind !== 'duration') {
    reportMismatch(scope, expression.right.span, { kind: 'duration' }, period.type);
    return holeCondition(expression.span);
  }
  return { kind: 'within-period', date, period, ...originOf(expression.span) };
}

function lowerPurposes(expression: WithinExpression, use: Term, scope: Scope): Condition {
  const { span } = expression;
  const collected = lowerCollected(expression.right, scope);
  if (collected.type.kind === 'unknown') return holeCondition(span);
  const asked = collected.type.kind === 'list' ? collected.type.of : collected.type;
  if (asked.kind !== 'purpose') {
    reportMismatch(scope, expression.right.span, { kind: 'purpose' }, collected.type);
    return holeCondition(span);
  }
  if (expression.kind !== 'compatible-with') return { kind: 'falls-under', use, collected, ...originOf(span) };
  const compatibilities = packsInReach(scope.pack).flatMap((pack) => lowerCompatibilities(pack, scope.lowering));
  return { kind: 'compatible', use, collected, compatibilities, ...originOf(span) };
}

/** A bare name is a purpose; where no purpose has that name it may be a field or an item. */
function lowerCollected(expression: Expression, scope: Scope): Term {
  if (expression.kind === 'list')
    return lowerTerm(expression, scope, { kind: 'list', of: { kind: 'purpose' }, keys: [] });
  if (expression.kind !== 'path' || expression.steps.length > 0)
    return lowerTerm(expression, scope, { kind: 'purpose' });
  const declared = packsInReach(scope.pack).some((pack) => pack.purposes.has(expression.root.text));
  const known =
    scope.variables.some((variable) => variable.name === expression.root.text) ||
    scope.record?.byName.has(expression.root.text) === true;
  return lowerTerm(expression, scope, declared || !known ? { kind: 'purpose' } : undefined);
}
