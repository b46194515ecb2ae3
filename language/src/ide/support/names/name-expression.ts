import { fieldCalled, recordOf } from '../../../core/fields.ts';
import { packsInReach } from '../../../model/model.ts';
import type { Type } from '../../../model/types.ts';
import type { Expression, Name, PathExpression } from '../../../syntax/ast.ts';
import { add, type NameScope, nameChoice, namePurpose } from './gathering.ts';
import { symbolOfDeclaration, symbolOfField, symbolOfItem } from './symbols-of.ts';
import { typeOfDefine, typeOfParameter } from './types-of.ts';

const unknown: Type = { kind: 'unknown' };
const yesNo: Type = { kind: 'yes-no' };

/**
 * Names everything in an expression, and gives its type: `unknown` where it cannot be known. As in lowering, a bare name is
 * a symbol where a choice or a purpose is expected. It goes on behind every error, and reports none.
 */
export function nameExpression(expression: Expression, scope: NameScope, expected?: Type): Type {
  switch (expression.kind) {
    case 'missing':
      return unknown;
    case 'literal':
      return expression.value.kind === 'percentage' ? { kind: 'share' } : { kind: expression.value.kind };
    case 'path':
      return namePathOrSymbol(expression, scope, expected);
    case 'parameter-reference':
      return nameParameter(expression.name, scope);
    case 'list': {
      const element = expected?.kind === 'list' ? expected.of : undefined;
      const types = expression.items.map((item) => nameExpression(item, scope, element));
      return { kind: 'list', of: element ?? types[0] ?? unknown, keys: [] };
    }
    case 'arithmetic':
      return nameArithmetic(expression, scope, expected);
    case 'aggregate':
      return nameAggregate(expression, scope);
    case 'each': {
      const type = namePath(expression.path, scope);
      return type.kind === 'list' ? type.of : unknown;
    }
    case 'not':
    case 'recorded':
      nameExpression(expression.operand, scope);
      return yesNo;
    case 'and':
    case 'or':
      for (const operand of expression.operands) nameExpression(operand, scope);
      return yesNo;
    case 'compare':
      nameSides(expression, scope);
      return yesNo;
    case 'one-of': {
      const of = nameExpression(expression.operand, scope);
      nameExpression(expression.list, scope, { kind: 'list', of, keys: [] });
      return yesNo;
    }
    case 'contains': {
      const list = nameExpression(expression.list, scope);
      nameExpression(expression.item, scope, list.kind === 'list' ? list.of : undefined);
      return yesNo;
    }
    case 'within':
    case 'falls-under':
    case 'compatible-with': {
      const left = nameExpression(expression.left, scope);
      if (left.kind === 'date') nameExpression(expression.right, scope);
      else nameCollected(expression.right, scope);
      return yesNo;
    }
    case 'quantified': {
      const inside = withItem(expression.variable, namePath(expression.list, scope), scope);
      if (expression.where !== undefined) nameExpression(expression.where, inside);
      nameExpression(expression.body, inside);
      return yesNo;
    }
  }
}

/** The scope in which the items of a list have a name. */
export function withItem(name: Name, list: Type, scope: NameScope): NameScope {
  const type = list.kind === 'list' ? list.of : unknown;
  const symbol = symbolOfItem(name, type);
  add(scope.gathering, symbol, name, 'declaration');
  return { ...scope, items: [...scope.items, { symbol, type }] };
}

/** Each side is read as the type of the other asks; a literal on the left waits for the right. */
function nameSides({ left, right }: Extract<Expression, { kind: 'compare' }>, scope: NameScope): void {
  if (left.kind === 'literal') nameExpression(right, scope);
  else nameExpression(right, scope, nameExpression(left, scope));
}

function namePathOrSymbol(path: PathExpression, scope: NameScope, expected: Type | undefined): Type {
  scope.gathering.asked?.(path, scope, expected);
  if (path.steps.length === 0 && expected?.kind === 'choice') {
    nameChoice(path.root, expected.choices, scope.gathering);
    return expected;
  }
  if (path.steps.length === 0 && expected?.kind === 'purpose') {
    namePurpose({ text: path.root.text, span: path.span }, scope.pack, scope.gathering);
    return expected;
  }
  return namePathParts(path, scope);
}

/** Names the parts of a path as far as they are known, and gives the type of the whole. */
export function namePath(path: PathExpression, scope: NameScope): Type {
  scope.gathering.asked?.(path, scope, undefined);
  return namePathParts(path, scope);
}

function namePathParts({ root, steps }: Pick<PathExpression, 'root' | 'steps'>, scope: NameScope): Type {
  let type = nameRoot(root, scope);
  for (const step of steps) {
    const record = recordOf(type);
    const field = record === undefined ? undefined : fieldCalled(record, step.text);
    if (record === undefined || field === undefined) return unknown;
    add(scope.gathering, symbolOfField(field, record), step);
    type = type.kind === 'list' && field.type.kind !== 'list' ? { kind: 'list', of: field.type, keys: [] } : field.type;
  }
  return type;
}

/** An item's name, else a field, else a definition or parameter: of the pack itself, else of those that it uses. */
function nameRoot(name: Name, scope: NameScope): Type {
  const { gathering, record, items } = scope;
  const item = items.findLast(({ symbol }) => symbol.name === name.text);
  if (item !== undefined) {
    add(gathering, item.symbol, name);
    return item.type;
  }
  const field = record === undefined ? undefined : fieldCalled(record, name.text);
  if (record !== undefined && field !== undefined) {
    add(gathering, symbolOfField(field, record), name);
    return field.type;
  }
  for (const pack of packsInReach(scope.pack)) {
    const define = pack.defines.get(name.text);
    if (define !== undefined) {
      add(gathering, symbolOfDeclaration(define, pack), name);
      return typeOfDefine(define, pack, gathering, nameExpression);
    }
    const parameter = pack.parameters.get(name.text);
    if (parameter !== undefined) {
      add(gathering, symbolOfDeclaration(parameter, pack), name);
      return typeOfParameter(parameter, pack);
    }
  }
  return unknown;
}

function nameParameter(name: Name, { pack, gathering }: NameScope): Type {
  const owner = packsInReach(pack).find((each) => each.parameters.has(name.text));
  const declaration = owner?.parameters.get(name.text);
  if (owner === undefined || declaration === undefined) return unknown;
  add(gathering, symbolOfDeclaration(declaration, owner), name);
  return typeOfParameter(declaration, owner);
}

function nameAggregate(expression: Extract<Expression, { kind: 'aggregate' }>, scope: NameScope): Type {
  const list = namePath(expression.list, scope);
  const { variable, where } = expression;
  const inside = variable === undefined ? scope : withItem(variable, list, scope);
  if (where !== undefined) nameExpression(where, inside);
  if (expression.function === 'count') return { kind: 'count' };
  return list.kind === 'list' ? list.of : unknown;
}

/** `pack.name/purpose` is read as a division, since only what is expected can tell. */
function nameArithmetic(
  expression: Extract<Expression, { kind: 'arithmetic' }>,
  scope: NameScope,
  expected: Type | undefined,
): Type {
  const { operator, span } = expression;
  if (expected?.kind === 'purpose' && operator === 'divide') {
    const text = span.source.text.slice(span.start, span.end).replaceAll(/[\s`]+/g, '');
    namePurpose({ text, span }, scope.pack, scope.gathering);
    return expected;
  }
  const left = nameExpression(expression.left, scope);
  nameExpression(expression.right, scope);
  return operator === 'divide' ? { kind: 'ratio' } : left;
}

/** What a purpose falls under: a purpose, or a field or item where none has that name. */
function nameCollected(expression: Expression, scope: NameScope): void {
  const purpose: Type = { kind: 'purpose' };
  if (expression.kind !== 'path' || expression.steps.length > 0) {
    nameExpression(expression, scope, expression.kind === 'list' ? { kind: 'list', of: purpose, keys: [] } : purpose);
    return;
  }
  const { text } = expression.root;
  const declared = packsInReach(scope.pack).some(({ purposes }) => purposes.has(text));
  const known = scope.items.some(({ symbol }) => symbol.name === text) || scope.record?.byName.has(text) === true;
  nameExpression(expression, scope, declared || !known ? purpose : undefined);
}
