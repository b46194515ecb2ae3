import { badArithmetic, misplacedEvery, noOrder, notAList, notAValue, unknownName } from '../diagnostic/type-errors.ts';
import { packsInReach } from '../model/model.ts';
import { reportUnknown } from '../model/report.ts';
import { describeType, type Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { Expression, PathExpression } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import { areComparable, isNumeric, isOrdered } from './compare-types.ts';
import type { Term } from './core.ts';
import { dutchType, lowerLiteral } from './lower-literal.ts';
import { lowerParameter } from './lower-parameter.ts';
import { lowerPath } from './lower-path.ts';
import { lowerChoice, lowerPurpose } from './lower-symbol.ts';
import { fail, holeTerm, originOf, type Scope, withVariable } from './lowering.ts';
import { nameVariable } from './name-variable.ts';

/**
 * An expression as a value. What is expected decides how a number and a bare name are read: a name is a symbol where a
 * choice or a purpose is expected.
 */
export function lowerTerm(expression: Expression, scope: Scope, expected?: Type): Term {
  switch (expression.kind) {
    case 'missing':
      return holeTerm(expression.span);
    case 'literal':
      return lowerLiteral(expression.value, expression.span, scope, expected);
    case 'path':
      return lowerPathOrSymbol(expression, scope, expected);
    case 'parameter-reference':
      return lowerParameterReference(expression, scope);
    case 'list':
      return lowerList(expression, scope, expected);
    case 'aggregate':
      return lowerAggregate(expression, scope);
    case 'arithmetic':
      return lowerArithmetic(expression, scope, expected);
    case 'each': {
      const word = wordsAt(expression.span);
      const quantifier = word(expression.quantifier === 'every' ? 'Every' : 'Some');
      const message = {
        en: `\`${quantifier}\` cannot stand here`,
        nl: `\`${quantifier}\` kan hier niet staan`,
      };
      const help = {
        en: `Start the comparison with it: \`${word('Every')} PATH ${word('IsAtMost')} …\`.`,
        nl: `Begin er de vergelijking mee: \`${word('Every')} PAD ${word('IsAtMost')} …\`.`,
      };
      fail(scope, misplacedEvery, expression.span, message, help);
      return holeTerm(expression.span);
    }
    case 'not':
    case 'and':
    case 'or':
    case 'compare':
    case 'recorded':
    case 'one-of':
    case 'contains':
    case 'within':
    case 'falls-under':
    case 'compatible-with':
    case 'quantified': {
      const message = {
        en: 'A value is asked here, and this is a condition',
        nl: 'Hier wordt een waarde gevraagd, en dit is een voorwaarde',
      };
      fail(scope, notAValue, expression.span, message);
      return holeTerm(expression.span);
    }
  }
}

function lowerPathOrSymbol(path: PathExpression, scope: Scope, expected: Type | undefined): Term {
  const bare = path.steps.length === 0;
  if (bare && expected?.kind === 'choice') return lowerChoice(path.root, expected, scope);
  if (bare && expected?.kind === 'purpose') return lowerPurpose(path.root.text, path.span, scope);
  return lowerPath(path, scope);
}

function lowerParameterReference(
  { name, span }: Extract<Expression, { kind: 'parameter-reference' }>,
  scope: Scope,
): Term {
  const packs = packsInReach(scope.pack);
  const owner = packs.find((pack) => pack.parameters.has(name.text));
  const declaration = owner?.parameters.get(name.text);
  if (owner === undefined || declaration === undefined) {
    const message = { en: `There is no parameter \`${name.text}\``, nl: `Er is geen parameter \`${name.text}\`` };
    const known = packs.flatMap((pack) => [...pack.parameters.keys()]);
    reportUnknown(scope.lowering.report, unknownName, name, message, known);
    return holeTerm(span);
  }
  const parameter = lowerParameter(declaration, owner, scope.lowering);
  return { kind: 'parameter', parameter, type: parameter.type, ...originOf(span) };
}

function lowerList(expression: Extract<Expression, { kind: 'list' }>, scope: Scope, expected: Type | undefined): Term {
  const element = expected?.kind === 'list' ? expected.of : undefined;
  const items = expression.items.map((item) => lowerTerm(item, scope, element));
  const of = element ?? items.find((item) => item.type.kind !== 'unknown')?.type ?? { kind: 'unknown' };
  for (const item of items) {
    if (!areComparable(item.type, of)) {
      const message = {
        en: `The items of a list are alike, and this is a ${describeType(item.type)} among items of type ${describeType(of)}`,
        nl: `De onderdelen van een lijst zijn gelijksoortig, en dit is een ${dutchType(item.type)} tussen onderdelen van type ${dutchType(of)}`,
      };
      fail(scope, notAList, item.span, message);
    }
  }
  return { kind: 'list', items, type: { kind: 'list', of, keys: [] }, ...originOf(expression.span) };
}

/** A path that must be a list; undefined after saying that it is none. */
export function lowerListPath(
  path: PathExpression,
  scope: Scope,
): (Term & { readonly type: Extract<Type, { kind: 'list' }> }) | undefined {
  const term = lowerPath(path, scope);
  const { type } = term;
  if (type.kind === 'list') return { ...term, type };
  if (type.kind === 'unknown') return undefined;
  const message = {
    en: `\`${term.text.en}\` is a ${describeType(type)}, and a list is asked`,
    nl: `\`${term.text.nl}\` is een ${dutchType(type)}, en er wordt een lijst gevraagd`,
  };
  fail(scope, notAList, path.span, message);
  return undefined;
}

function lowerAggregate(expression: Extract<Expression, { kind: 'aggregate' }>, scope: Scope): Term {
  const list = lowerListPath(expression.list, scope);
  if (list === undefined) return holeTerm(expression.span);
  // Where the selection could not be read, nothing is known of what it selects.
  if (expression.where?.kind === 'missing') return holeTerm(expression.span);
  const selection = lowerSelection(expression, list, scope);
  const { function: name, span } = expression;
  const element = list.type.of;
  const fits =
    name === 'count' || element.kind === 'unknown' || (name === 'sum' ? isNumeric(element) : isOrdered(element));
  if (!fits) {
    const message = {
      en: `\`${name}\` needs values with an order, and these are of type ${describeType(element)}`,
      nl: `Hier zijn waarden met een volgorde nodig, en deze zijn van het type ${dutchType(element)}`,
    };
    fail(scope, noOrder, expression.list.span, message);
    return holeTerm(span);
  }
  const type: Type = name === 'count' ? { kind: 'count' } : element;
  return { kind: 'aggregate', function: name, list, selection, type, ...originOf(span) };
}

function lowerSelection(
  { variable, where }: Extract<Expression, { kind: 'aggregate' }>,
  list: Term & { readonly type: Extract<Type, { kind: 'list' }> },
  scope: Scope,
): Extract<Term, { kind: 'aggregate' }>['selection'] {
  if (variable === undefined || where === undefined) return undefined;
  const named = nameVariable(variable, list.type.of, scope);
  const condition = scope.lowering.lowerCondition(where, withVariable(scope, named));
  return { variable: named.index, name: named.name, condition };
}

function lowerArithmetic(
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  scope: Scope,
  expected: Type | undefined,
): Term {
  const { operator, span } = expression;
  if (expected?.kind === 'purpose' && operator === 'divide') return lowerPurpose(qualifiedName(span), span, scope);
  const left = lowerTerm(expression.left, scope);
  const right = lowerTerm(expression.right, scope);
  const type = arithmeticType(operator, left.type, right.type);
  if (type === undefined) {
    const message = {
      en: `A ${describeType(left.type)} and a ${describeType(right.type)} cannot be calculated with in this way`,
      nl: `Met een ${dutchType(left.type)} en een ${dutchType(right.type)} kan zo niet worden gerekend`,
    };
    fail(scope, badArithmetic, span, message);
    return holeTerm(span);
  }
  return { kind: 'arithmetic', operator, left, right, type, ...originOf(span) };
}

/** `pack.name/purpose`, which the grammar reads as a division, since only the expected type can tell. */
function qualifiedName(span: Span): string {
  return span.source.text.slice(span.start, span.end).replaceAll(/\s+/g, '');
}

function arithmeticType(
  operator: 'add' | 'subtract' | 'multiply' | 'divide',
  left: Type,
  right: Type,
): Type | undefined {
  if (left.kind === 'unknown' || right.kind === 'unknown') return { kind: 'unknown' };
  if (left.kind === 'date' && right.kind === 'duration') {
    return operator === 'add' || operator === 'subtract' ? left : undefined;
  }
  if (!isNumeric(left) || !isNumeric(right)) return undefined;
  if (operator === 'divide') return { kind: 'ratio' };
  if (operator === 'multiply') {
    const shares = [left, right].filter((type) => type.kind === 'share').length;
    return {
      kind:
        shares === 2 ? 'share' : shares === 1 || left.kind === 'ratio' || right.kind === 'ratio' ? 'ratio' : 'number',
    };
  }
  if (!areComparable(left, right)) return undefined;
  if (left.kind === 'count' && right.kind === 'count' && operator === 'add') return left;
  return left.kind === 'share' && right.kind === 'share'
    ? left
    : left.kind === 'ratio' || right.kind === 'ratio'
      ? { kind: 'ratio' }
      : { kind: 'number' };
}
