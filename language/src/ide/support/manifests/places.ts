import type { RawEntry, RawMap, RawNode } from '../../../manifest/document.ts';
import { pointerTo } from '../../../manifest/pointer.ts';
import { fieldsOf } from '../../../manifest/type-record.ts';
import type { RecordValue } from '../../../manifest/value.ts';
import type { Field, RecordType, Type } from '../../../model/types.ts';

/** A key or a value of a manifest, with what the vocabulary says of it. */
export interface ManifestPlace {
  readonly part: 'key' | 'value';
  readonly start: number;
  readonly end: number;
  /** What stands there, after unescaping. */
  readonly text: string;
  readonly field: Field;
  /** The record that the field is of. */
  readonly record: RecordType;
  /** Of a key the type of its field; of a value that of the value, which may be an item of a list. */
  readonly type: Type;
  /** JSON Pointer of the value. */
  readonly pointer: string;
  /** The path of the field, with `[]` after each list that is gone through: `datasets[].updated_on`. */
  readonly path: string;
}

/** Keys at the root that are the language's own. */
const ownKeys: readonly string[] = ['vocabulary', 'record'];

const placesOfRecords = new WeakMap<RecordValue, readonly ManifestPlace[]>();

/** Every key and plain value of a manifest that its vocabulary knows, in the order of the tree; those of aliases repeated. */
export function placesIn(manifest: RecordValue): readonly ManifestPlace[] {
  const known = placesOfRecords.get(manifest);
  if (known !== undefined) return known;
  const found: ManifestPlace[] = [];
  walkMap(manifest.raw, manifest.type, { pointer: '', path: '' }, found, ownKeys);
  placesOfRecords.set(manifest, found);
  return found;
}

interface At {
  readonly pointer: string;
  readonly path: string;
}

function walkMap(
  map: RawMap,
  record: RecordType,
  { pointer, path }: At,
  found: ManifestPlace[],
  leftOut: readonly string[] = [],
): void {
  const fields = fieldsOf(record);
  for (const entry of map.entries) {
    const field = leftOut.includes(entry.key) ? undefined : fields.get(entry.key);
    if (field === undefined) continue;
    const at = {
      pointer: pointerTo(pointer, entry.key),
      path: path === '' ? field.name : `${path}.${field.name}`,
    };
    found.push({ part: 'key', ...keyOf(entry), field, record, type: field.type, ...at });
    walkValue(entry.value, field.type, { field, record, ...at }, found);
  }
}

function keyOf({ key, keyStart, keyEnd }: RawEntry): Pick<ManifestPlace, 'start' | 'end' | 'text'> {
  return { start: keyStart, end: keyEnd, text: key };
}

function walkValue(
  node: RawNode,
  type: Type,
  at: At & Pick<ManifestPlace, 'field' | 'record'>,
  found: ManifestPlace[],
): void {
  if (node.kind === 'scalar') {
    const { start, end, text } = node;
    found.push({ part: 'value', start, end, text, type, ...at });
  } else if (node.kind === 'list') {
    if (type.kind !== 'list') return;
    for (const [index, item] of node.items.entries()) {
      walkValue(item, type.of, { ...at, pointer: pointerTo(at.pointer, index), path: `${at.path}[]` }, found);
    }
  } else if (type.kind === 'record') {
    walkMap(node, type.record, at, found);
  }
}

/** The key or value at an offset: in it, or right behind it. */
export function placeAt(manifest: RecordValue, offset: number): ManifestPlace | undefined {
  const places = placesIn(manifest);
  const within = places.find(({ start, end }) => start <= offset && offset < end);
  return within ?? places.find(({ end, start }) => end === offset && start < end);
}
