import { entryNamed } from '../manifest/entry-named.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { RecordValue, Value } from '../manifest/value.ts';
import { keyOf } from './place.ts';
import { isList, isRecord } from './values.ts';

/**
 * The keys of the items that a JSON Pointer leads through, from the outermost to its end: what tells an item of a list within
 * a list apart wherever the items stand. An item whose key cannot be read goes by its number.
 */
export function keysAlong({ record }: TypedManifest, pointer: string): readonly string[] {
  const found: string[] = [];
  let at: Step = { value: record, keys: [] };
  for (const written of pointer.split('/').slice(1)) {
    const step = written.replaceAll('~1', '/').replaceAll('~0', '~');
    const { value, keys } = at;
    if (isList(value)) {
      const item = value.items[Number(step)];
      found.push(keyOf(item, keys) ?? step);
      at = { value: item, keys: [] };
    } else at = isRecord(value) ? fieldAt(value, step) : { value: undefined, keys: [] };
  }
  return found;
}

/** A value, and the fields by which it tells its items apart where it is a list. */
interface Step {
  readonly value: Value;
  readonly keys: readonly string[];
}

function fieldAt({ type, raw, slots }: RecordValue, key: string): Step {
  const field = type.fields.find(({ name, was }) => entryNamed(raw, name, was)?.key === key);
  if (field === undefined) return { value: undefined, keys: [] };
  return { value: slots[field.slot], keys: field.type.kind === 'list' ? field.type.keys : [] };
}
