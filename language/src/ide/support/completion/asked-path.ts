import { recordOf } from '../../../core/fields.ts';
import type { Model, Pack } from '../../../model/model.ts';
import type { RecordType, Type } from '../../../model/types.ts';
import { sourceText } from '../../../source/source.ts';
import type { PathExpression, SyntaxFile } from '../../../syntax/ast.ts';
import { spelled } from '../../../syntax/keywords.ts';
import { parsePolicy } from '../../../syntax/parse.ts';
import type { NameScope } from '../names/gathering.ts';
import { namePath } from '../names/name-expression.ts';
import { namePack } from '../names/name-pack.ts';
import type { Cursor } from './cursor.ts';

/** What is known of a path of which the name at the cursor is a part. */
export interface AskedPath {
  readonly scope: NameScope;
  /** The type that is asked for where the path stands. */
  readonly expected: Type | undefined;
  /** The record of which the name is a field; undefined for the first name of the path, or where there is none. */
  readonly within: RecordType | undefined;
}

/** What stands in place of the word at the cursor; which word it is does not matter. */
const placeholder = 'x';

/**
 * Reads the declaration as far as the cursor, with a name there, and looks at what is asked of that name. Recovery fills in
 * what is still to be written behind it.
 */
export function askedPath(
  cursor: Cursor,
  pack: Pack,
  program: { readonly model: Model; readonly files: readonly SyntaxFile[] },
): AskedPath | undefined {
  const { source, spelling, from, start, withHead } = cursor;
  const head = withHead ? '' : `${spelled('Pack', spelling)} ${pack.name}\n`;
  const before = `${head}${source.text.slice(from, start)}`;
  const { file } = parsePolicy(sourceText(source.name, `${before}${placeholder}`));
  if (file.kind !== 'pack') return undefined;
  let found: AskedPath | undefined;
  const asked = (path: PathExpression, scope: NameScope, expected: Type | undefined): void => {
    found ??= lookedAt(path, { scope, expected, at: before.length });
  };
  namePack({ ...file, name: { ...file.name, text: pack.name } }, { ...program, found: [], asked });
  return found;
}

interface Looking {
  readonly scope: NameScope;
  readonly expected: Type | undefined;
  readonly at: number;
}

function lookedAt(path: PathExpression, { scope, expected, at }: Looking): AskedPath | undefined {
  const { gathering } = scope;
  if (path.root.span.start === at) return { scope, expected, within: undefined };
  const step = path.steps.findIndex(({ span }) => span.start === at);
  if (step === -1) return undefined;
  const quiet = { ...scope, gathering: { model: gathering.model, files: gathering.files, found: [] } };
  const type = namePath({ ...path, steps: path.steps.slice(0, step) }, quiet);
  return { scope, expected, within: recordOf(type) };
}
