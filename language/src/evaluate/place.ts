import type { RawEntry, RawNode } from '../manifest/document.ts';
import { entryNamed } from '../manifest/entry-named.ts';
import { pointerTo } from '../manifest/pointer.ts';
import { type ListValue, none, type Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import { type SourceText, spanOf } from '../source/source.ts';
import type { Location } from './result.ts';
import { isRecord } from './values.ts';

/**
 * Where a value stands, or should stand: the nearest node that is there, and the steps that lead to it. It is worked out
 * for findings only; judging itself never looks at places.
 */
export interface Place {
  readonly source: SourceText;
  readonly node: RawNode;
  /** The key of the node in its map, to point at where the value itself is empty. */
  readonly entry: RawEntry | undefined;
  /** True where the value itself is not there, and the node is the nearest thing around it. */
  readonly missing: boolean;
  /** The step from the place around it; undefined for the manifest itself. */
  readonly step: Step | undefined;
}

/** A step into a record or a list. Its names are made only where somebody reads them. */
type Step = { readonly from: Place } & (
  | { readonly kind: 'field'; readonly field: Field }
  | { readonly kind: 'item'; readonly item: Value; readonly index: number; readonly keys: readonly string[] }
);

/** The place of a whole manifest. */
export function rootPlace(source: SourceText, node: RawNode): Place {
  return { source, node, entry: undefined, missing: false, step: undefined };
}

/** The place of a field of the value at a place. */
export function fieldPlace(from: Place, value: Value, field: Field): Place {
  const entry = from.missing || !isRecord(value) ? undefined : entryNamed(value.raw, field.name, field.was);
  return placeBelow(from, { kind: 'field', from, field }, entry?.value, entry);
}

/** The place of an item of the list at a place; `keys` are the fields by which the list tells its items apart. */
export function itemPlace(from: Place, list: ListValue, index: number, keys: readonly string[]): Place {
  const { beside } = list;
  if (beside !== undefined && index >= beside.from) {
    const root = rootPlace(beside.source, beside.record.raw);
    return itemPlace(fieldPlace(root, beside.record, beside.field), beside.list, index - beside.from, keys);
  }
  const node = from.missing ? undefined : list.raw?.items[index];
  return placeBelow(from, { kind: 'item', from, item: list.items[index], index, keys }, node, undefined);
}

function placeBelow(from: Place, step: Step, node: RawNode | undefined, entry: RawEntry | undefined): Place {
  if (node === undefined) return { source: from.source, node: from.node, entry: from.entry, missing: true, step };
  return { source: from.source, node, entry, missing: false, step };
}

/** What people call a place: `error_margins[burglary].max`, with the keys of items and not their numbers. */
export function labelOf({ step }: Place): string {
  if (step === undefined) return '';
  const around = labelOf(step.from);
  if (step.kind === 'item') return `${around}[${keyOf(step.item, step.keys) ?? step.index}]`;
  return around === '' ? step.field.name : `${around}.${step.field.name}`;
}

/** The JSON Pointer of the node at a place. */
export function pointerOf({ step, missing, entry }: Place): string {
  if (step === undefined) return '';
  const around = pointerOf(step.from);
  if (missing) return around;
  return pointerTo(around, step.kind === 'item' ? step.index : (entry?.key ?? step.field.name));
}

/** The key of the item that a place is of; undefined for another place, or where it is not readable. */
export function keyOfItem({ step }: Place): string | undefined {
  return step?.kind === 'item' ? keyOf(step.item, step.keys) : undefined;
}

/** The key of an item from the fields that its list declares as key; undefined where one of them is not readable. */
export function keyOf(item: Value, keys: readonly string[]): string | undefined {
  if (!isRecord(item)) return undefined;
  let joined: string | undefined;
  for (const key of keys) {
    const field = item.type.byName.get(key);
    const read = field === undefined ? undefined : item.slots[field.slot];
    const node = read === undefined || read === none ? undefined : entryNamed(item.raw, key, field?.was)?.value;
    if (node?.kind !== 'scalar') return undefined;
    joined = joined === undefined ? node.text : `${joined}/${node.text}`;
  }
  return joined;
}

/** The location for a report: the value, the key of an empty value, or what is around a missing one. */
export function locationOf(place: Place): Location {
  const { node, entry, source } = place;
  const empty = node.start === node.end && entry !== undefined;
  const [start, end] = empty ? [entry.keyStart, entry.keyEnd] : [node.start, node.end];
  return { pointer: pointerOf(place), span: spanOf(source, start, end) };
}
