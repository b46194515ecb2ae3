import type { TextEdit } from '../../../diagnostic/diagnostic.ts';
import type { Pack } from '../../../model/model.ts';
import type { Expression, PackFile } from '../../../syntax/ast.ts';
import { type KeywordToken, spelled } from '../../../syntax/keywords.ts';
import {
  expressionsAt,
  type FoundExpression,
  freeName,
  lineEndOf,
  type Offer,
  placeBefore,
  type Selection,
} from './action.ts';
import { isNamed } from './extract-define.ts';

/**
 * Makes a parameter of the number or term that is written out at a cursor. Who set it, and why, nobody can say but the
 * writer: it is left out, and the language asks for it.
 */
export function numberToParameter(file: PackFile, pack: Pack, selection: Selection): readonly Offer[] {
  const found = expressionsAt(file, selection).findLast(
    ({ expression: { span } }) => span.start <= selection.start && selection.end <= span.end,
  );
  const type = found && typeOf(found.expression, found.counts);
  if (found === undefined || type === undefined) return [];
  const title = { en: 'Turn into a parameter', nl: 'Maak hier een parameter van' };
  return [{ id: 'number-to-parameter', title, change: () => ({ edits: edits(found, file, { pack, type }) }) }];
}

function typeOf(expression: Expression, counts: boolean): KeywordToken | undefined {
  if (expression.kind !== 'literal') return undefined;
  switch (expression.value.kind) {
    case 'number':
      return counts ? 'Count' : 'NumberWord';
    case 'percentage':
      return 'Share';
    case 'duration':
      return 'DurationWord';
    case 'date':
      return 'DateWord';
    case 'text':
    case 'yes-no':
      return undefined;
  }
}

function edits(
  { expression, item }: FoundExpression,
  { spelling }: PackFile,
  { pack, type }: { readonly pack: Pack; readonly type: KeywordToken },
): readonly TextEdit[] {
  const { source, start, end } = expression.span;
  const name = freeName(spelling === 'nl' ? 'nieuwe-parameter' : 'new-parameter', (each) => isNamed(pack, each));
  const line = lineEndOf(source.text);
  const value = source.text.slice(start, end);
  const text = `${spelled('Parameter', spelling)} ${name}: ${spelled(type, spelling)} = ${value}${line}${line}`;
  return [
    { span: placeBefore(item), text },
    { span: expression.span, text: name },
  ];
}
