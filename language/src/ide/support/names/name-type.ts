import { recordOf } from '../../../core/fields.ts';
import { resolveType, type TypeNames } from '../../../model/vocabulary.ts';
import type { TypeExpression } from '../../../syntax/ast.ts';
import { add, type Gathering } from './gathering.ts';
import { symbolOfChoices, symbolOfField, symbolOfRecord } from './symbols-of.ts';

/** Names the records, lists of choices and keys in a written type. */
export function nameType(written: TypeExpression, names: TypeNames, gathering: Gathering): void {
  if (written.kind === 'named') {
    const { name } = written;
    const choices = names.choices.get(name.text);
    const record = choices === undefined ? names.records.get(name.text) : undefined;
    if (choices !== undefined) add(gathering, symbolOfChoices(choices), name);
    if (record !== undefined) add(gathering, symbolOfRecord(record), name);
  }
  if (written.kind !== 'list') return;
  nameType(written.of, names, gathering);
  const record = recordOf(resolveType(written.of, names, () => undefined, false));
  for (const key of written.keys) {
    const field = record?.byName.get(key.text);
    if (record !== undefined && field !== undefined) add(gathering, symbolOfField(field, record), key);
  }
}
