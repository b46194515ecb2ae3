import type { RawEntry, RawNode } from '../manifest/document.ts';
import { entryNamed } from '../manifest/entry-named.ts';
import { pointerTo } from '../manifest/pointer.ts';
import { type ListValue, none, type Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import { type SourceText, spanOf } from '../source/source.ts';
import type { Location } from './result.ts';
import { isRecord } from './values.ts';

/**
 * Where a value stands, or should stand: the nearest node that is there, and how people name the place. It is worked
 * out for findings only; judging itself never looks at places.
 */
export interface Place {
  readonly source: SourceText;
  /** Of the node. */
  readonly pointer: string;
  readonly node: RawNode;
  /** The key of the node in its map, to point at where the value itself is empty. */
  readonly entry: RawEntry | undefined;
  /** True where the value itself is not there, and the node is the nearest thing around it. */
  readonly missing: boolean;
  /** `error_margins[burglary].max`, with the keys of items and not their numbers. */
  readonly label: string;
}

/** The place of a field of the value at a place. */
export function fieldPlace(place: Place, value: Value, field: Field): Place {
  const label = place.label === '' ? field.name : `${place.label}.${field.name}`;
  if (place.missing || !isRecord(value)) return { ...place, missing: true, label };
  const entry = entryNamed(value.raw, field.name, field.was);
  if (entry === undefined) return { ...place, missing: true, label };
  return { ...place, pointer: pointerTo(place.pointer, entry.key), node: entry.value, entry, label };
}

/** The place of an item of the list at a place; `keys` are the fields by which the list tells its items apart. */
export function itemPlace(place: Place, list: ListValue, index: number, keys: readonly string[]): Place {
  const node = list.raw?.items[index];
  const label = `${place.label}[${keyOf(list.items[index], keys) ?? index}]`;
  if (place.missing || node === undefined) return { ...place, missing: true, label };
  return { ...place, pointer: pointerTo(place.pointer, index), node, entry: undefined, label };
}

/** The key of an item from the fields that its list declares as key; undefined where one of them is not readable. */
export function keyOf(item: Value, keys: readonly string[]): string | undefined {
  if (!isRecord(item) || keys.length === 0) return undefined;
  const parts = keys.map((key) => {
    const field = item.type.byName.get(key);
    const read = field === undefined ? undefined : item.slots[field.slot];
    const node = read === undefined || read === none ? undefined : entryNamed(item.raw, key, field?.was)?.value;
    return node?.kind === 'scalar' ? node.text : undefined;
  });
  return parts.some((part) => part === undefined) ? undefined : parts.join('/');
}

/** The location for a report: the value, the key of an empty value, or what is around a missing one. */
export function locationOf(place: Place): Location {
  const { node, entry, source } = place;
  const empty = node.start === node.end && entry !== undefined;
  const [start, end] = empty ? [entry.keyStart, entry.keyEnd] : [node.start, node.end];
  return { pointer: place.pointer, span: spanOf(source, start, end) };
}
