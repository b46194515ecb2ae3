import type { TextEdit } from '../../../diagnostic/diagnostic.ts';
import type { Pack } from '../../../model/model.ts';
import { packsInReach } from '../../../model/model.ts';
import type { Expression, PackFile, PackItem } from '../../../syntax/ast.ts';
import { spelled } from '../../../syntax/keywords.ts';
import { childExpressions } from '../../../syntax/walk-expression.ts';
import {
  boundBy,
  expressionsAt,
  type FoundExpression,
  freeName,
  lineEndOf,
  type Offer,
  placeBefore,
  type Selection,
} from './action.ts';

const conditions: ReadonlySet<Expression['kind']> = new Set([
  ...(['not', 'and', 'or', 'compare', 'recorded', 'one-of', 'contains', 'within'] as const),
  ...(['falls-under', 'compatible-with', 'quantified'] as const),
]);

/** Whether a name means something already where a pack looks for it. */
export function isNamed(pack: Pack, name: string): boolean {
  const declared = packsInReach(pack).some((each) => each.defines.has(name) || each.parameters.has(name));
  return declared || pack.record?.byName.has(name) === true;
}

/** Makes a definition of the condition that is selected, or of the innermost one around a cursor. */
export function extractDefine(file: PackFile, pack: Pack, selection: Selection): readonly Offer[] {
  const found = expressionsAt(file, selection).findLast(({ expression }) => isMeant(expression, selection));
  if (found === undefined || namesAny(found.expression, new Set(found.items))) return [];
  const title = { en: 'Extract to a definition', nl: 'Maak hier een begrip van' };
  return [{ id: 'extract-define', title, change: () => ({ edits: edits(found, file, pack) }) }];
}

function isMeant({ kind, span }: Expression, { start, end }: Selection): boolean {
  if (!conditions.has(kind)) return false;
  if (start === end) return span.start <= start && end <= span.end;
  const selected = span.source.text.slice(start, end);
  const from = start + (selected.length - selected.trimStart().length);
  return span.start === from && span.end === from + selected.trim().length;
}

function edits({ expression, item }: FoundExpression, { spelling }: PackFile, pack: Pack): readonly TextEdit[] {
  const { source, start, end } = expression.span;
  const name = freeName(spelling === 'nl' ? 'nieuw-begrip' : 'new-definition', (each) => isNamed(pack, each));
  const line = lineEndOf(source.text);
  const record = judgedBy(item);
  const about = record === undefined ? '' : ` ${spelled('Judges', spelling)} ${record}`;
  const text = `${spelled('Define', spelling)} ${name}${about}: ${source.text.slice(start, end)}${line}${line}`;
  return [
    { span: placeBefore(item), text },
    { span: expression.span, text: name },
  ];
}

/** The record that a declaration says it is about; undefined where that is the pack's. */
function judgedBy(item: PackItem): string | undefined {
  if (item.kind === 'define') return item.record?.text;
  const judges = item.kind === 'rule' ? item.clauses.find((clause) => clause.kind === 'judges') : undefined;
  return judges?.record.text;
}

/** Whether an expression names one of some items, and does not give the name itself. */
function namesAny(expression: Expression, items: ReadonlySet<string>): boolean {
  if (expression.kind === 'path') return items.has(expression.root.text);
  const bound = boundBy(expression);
  const inside = bound === undefined ? items : new Set([...items].filter((name) => name !== bound));
  return childExpressions(expression).some((child) => namesAny(child, inside));
}
