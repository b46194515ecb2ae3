import { cyclicDefine } from '../diagnostic/type-errors.ts';
import { findRecord } from '../model/build-pack.ts';
import type { Pack } from '../model/model.ts';
import type { Span } from '../source/source.ts';
import type { DefineDeclaration, Expression } from '../syntax/ast.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerTerm } from './lower-term.ts';
import { fail, type LoweredDefine, type Lowering, type Scope } from './lowering.ts';

/** A definition, lowered once over the manifest; undefined when it needs itself, which is reported at the use. */
export function lowerDefine(
  declaration: DefineDeclaration,
  pack: Pack,
  lowering: Lowering,
  usedAt: Span,
): LoweredDefine | undefined {
  const known = lowering.defines.get(declaration);
  const record =
    declaration.record === undefined ? pack.record : findRecord(declaration.record, pack.vocabularies, lowering.report);
  const scope: Scope = { lowering, pack, record, variables: [] };
  if (known === 'open') {
    const { text } = declaration.name;
    const message = { en: `\`${text}\` needs itself`, nl: `\`${text}\` heeft zichzelf nodig` };
    fail(scope, cyclicDefine, usedAt, message);
    return undefined;
  }
  if (known !== undefined) return known;
  lowering.defines.set(declaration, 'open');
  const lowered: LoweredDefine = isConditionIn(declaration.expression, pack)
    ? { kind: 'condition', condition: lowerCondition(declaration.expression, scope), record }
    : { kind: 'term', term: lowerTerm(declaration.expression, scope), record };
  lowering.defines.set(declaration, lowered);
  return lowered;
}

/** A definition may be another name for a definition that is a condition. */
function isConditionIn(expression: Expression, pack: Pack): boolean {
  if (expression.kind !== 'path' || expression.steps.length > 0) return isCondition(expression);
  const named = pack.defines.get(expression.root.text);
  return named !== undefined && isCondition(named.expression);
}

/** True for expressions that are true or false by their form; a path may be either, and counts as a value. */
function isCondition(expression: Expression): boolean {
  switch (expression.kind) {
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
    case 'quantified':
      return true;
    case 'missing':
    case 'literal':
    case 'path':
    case 'parameter-reference':
    case 'list':
    case 'each':
    case 'aggregate':
    case 'arithmetic':
      return false;
  }
}
