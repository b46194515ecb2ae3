import type { Localized } from '../diagnostic/diagnostic.ts';
import { tooDeep } from '../diagnostic/syntax-errors.ts';
import { cyclicDefine } from '../diagnostic/type-errors.ts';
import { findRecord } from '../model/build-pack.ts';
import type { Pack } from '../model/model.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Span } from '../source/source.ts';
import type { DefineDeclaration, Expression } from '../syntax/ast.ts';
import { deepest } from '../syntax/nesting.ts';
import { childExpressions } from '../syntax/walk-expression.ts';
import { lowerCondition } from './lower-condition.ts';
import { lowerTerm } from './lower-term.ts';
import { type DefineExtent, fail, type LoweredDefine, type Lowering, type Scope } from './lowering.ts';

/** So many definitions may stand in one when all are written out; a few that each use the one before twice are more. */
const mostDefines = 10_000;

/**
 * A definition, lowered once over the manifest; undefined when it needs itself, or is too large with all that it uses
 * written out, which is reported at the use.
 */
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
  const extent = lowering.extents.get(declaration) ?? { height: heightOf(declaration.expression), depth: 0, count: 1 };
  if (!fits(extent, lowering.growing)) {
    fail(scope, tooDeep, usedAt, tooLargeMessage(declaration.name.text), fewerHelp);
    return undefined;
  }
  const lowered = known ?? lowerNow(declaration, scope, extent);
  const around = lowering.growing.at(-1);
  if (around === undefined) return lowered;
  // What fitted before its own definitions were known may not fit with them.
  if (around.height + extent.height + extent.depth > deepest || around.count + extent.count > mostDefines) {
    fail(scope, tooDeep, usedAt, tooLargeMessage(declaration.name.text), fewerHelp);
    return undefined;
  }
  around.depth = Math.max(around.depth, extent.height + extent.depth);
  around.count += extent.count;
  return lowered;
}

/** Whether a definition may stand inside those that are being lowered: the deeper they are, the more stack they take. */
function fits(extent: DefineExtent, growing: readonly DefineExtent[]): boolean {
  let levels = extent.height + extent.depth;
  for (const { height } of growing) levels += height;
  return levels <= deepest || growing.length === 0;
}

function lowerNow(declaration: DefineDeclaration, scope: Scope, extent: DefineExtent): LoweredDefine {
  const { lowering, pack, record } = scope;
  lowering.defines.set(declaration, 'open');
  lowering.extents.set(declaration, extent);
  lowering.growing.push(extent);
  const words = localizedText(declaration.text);
  const lowered: LoweredDefine = isConditionIn(declaration.expression, pack)
    ? { kind: 'condition', condition: lowerCondition(declaration.expression, scope), record, words }
    : { kind: 'term', term: lowerTerm(declaration.expression, scope), record, words };
  lowering.growing.pop();
  lowering.defines.set(declaration, lowered);
  return lowered;
}

function heightOf(expression: Expression): number {
  return 1 + childExpressions(expression).reduce((most, child) => Math.max(most, heightOf(child)), 0);
}

function tooLargeMessage(name: string): Localized {
  return {
    en: `With \`${name}\` written out here, this is more than ${deepest} deep or has more than ${mostDefines} definitions`,
    nl: `Met \`${name}\` hier uitgeschreven is dit meer dan ${deepest} diep of zijn het meer dan ${mostDefines} begrippen`,
  };
}

const fewerHelp: Localized = {
  en: 'Let definitions use fewer others.',
  nl: 'Laat begrippen minder andere gebruiken.',
};

/** What each definition of a pack was found to be, so that a long chain of names is followed once. */
const conditionsOfPacks = new WeakMap<Pack, WeakMap<Expression, boolean>>();

/** A definition may be another name for a definition that is a condition, or for another name of it. */
function isConditionIn(expression: Expression, pack: Pack): boolean {
  const known = conditionsOfPacks.get(pack) ?? new WeakMap<Expression, boolean>();
  conditionsOfPacks.set(pack, known);
  const seen = new Set<Expression>();
  let meant: Expression | undefined = expression;
  while (meant?.kind === 'path' && meant.steps.length === 0 && !seen.has(meant) && !known.has(meant)) {
    seen.add(meant);
    meant = pack.defines.get(meant.root.text)?.expression;
  }
  const found = meant !== undefined && (known.get(meant) ?? isCondition(meant));
  for (const each of seen) known.set(each, found);
  return found;
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
