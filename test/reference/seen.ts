import type { ConstantValue } from '../../language/src/core/constant.ts';
import type { RawEntry, RawNode } from '../../language/src/manifest/document.ts';
import type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
import { none, type RecordValue, type Value } from '../../language/src/manifest/value.ts';
import type { Field } from '../../language/src/model/types.ts';
import { type CivilDate, civilDate } from './civil-date.ts';
import type { Fraction } from './fraction.ts';

/** Where a value stands in the manifest, as a JSON Pointer; undefined for what stands in no manifest. */
export type Place = string | undefined;

/** What a rule sees when it looks at something, with its place, or with the nearest place that there is. */
export type Seen = { readonly at: Place } & (
  | { readonly kind: 'gone' }
  | { readonly kind: 'none' }
  | { readonly kind: 'yes-no'; readonly yes: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: Fraction }
  | { readonly kind: 'date'; readonly date: CivilDate }
  | { readonly kind: 'duration'; readonly months: number; readonly days: number }
  | { readonly kind: 'choice'; readonly name: string }
  | { readonly kind: 'purpose'; readonly id: string; readonly case: string | undefined }
  | { readonly kind: 'record'; readonly record: RecordValue }
  | { readonly kind: 'list'; readonly items: readonly Seen[] }
);

/** A list as it is seen. */
export type SeenList = Extract<Seen, { readonly kind: 'list' }>;

/** Meaning 3: nothing is known here. */
export function gone(at: Place): Seen {
  return { kind: 'gone', at };
}

/** The place below another, by key or by number. */
export function below(at: Place, key: string | number): string {
  return `${at ?? ''}/${String(key).split('~').join('~0').split('/').join('~1')}`;
}

/** A value of a policy or a manifest as it is seen at a place. */
export function seen(value: Value | ConstantValue, at: Place): Seen {
  if (value === undefined) return gone(at);
  if (value === none) return { kind: 'none', at };
  if (typeof value === 'boolean') return { kind: 'yes-no', yes: value, at };
  if (typeof value === 'string') return { kind: 'text', text: value, at };
  if ('numerator' in value) return { kind: 'number', number: { top: value.numerator, bottom: value.denominator }, at };
  switch (value.kind) {
    case 'date':
      return { kind: 'date', date: civilDate(value.day), at };
    case 'duration':
      return { kind: 'duration', months: value.duration.months, days: value.duration.days, at };
    case 'choice':
      return { kind: 'choice', name: value.name, at };
    case 'purpose':
      return { kind: 'purpose', id: value.purpose, case: value.case, at };
    case 'record':
      return { kind: 'record', record: value, at };
    case 'list': {
      const items = value.items.map((item, index) => seen(item, at === undefined ? undefined : below(at, index)));
      return { kind: 'list', items, at };
    }
  }
}

/** The key under which a record of the manifest has a field, by its name or a former one. */
export function entryOf(record: RecordValue, field: Field): RawEntry | undefined {
  return record.raw.entries.find(({ key }) => key === field.name || field.was.includes(key));
}

/** A field of what is seen. Meaning 4: below a recorded absence all is one, below what is gone all is gone. */
export function fieldOf(of: Seen, field: Field, manifest: TypedManifest): Seen {
  if (of.kind === 'none') return recordedAbsence(field, of.at);
  if (of.kind === 'list') return projected(of, field, manifest);
  if (of.kind !== 'record') return gone(of.at);
  const entry = entryOf(of.record, field);
  const value = of.record.slots[field.slot];
  if (entry !== undefined && value !== undefined) return seen(value, below(of.at, entry.key));
  const isAbsence = entry === undefined || saysNothing(entry.value, manifest);
  const at = entry === undefined ? of.at : below(of.at, entry.key);
  return field.closed && isAbsence ? recordedAbsence(field, at) : gone(at);
}

/** Meaning 4: `none` for a list is the empty list, and so is a closed list that is not there. */
function recordedAbsence(field: Field, at: Place): Seen {
  return field.type.kind === 'list' ? { kind: 'list', items: [], at } : { kind: 'none', at };
}

/** A value that is mistyped or suppressed was meant as something, so it is no recorded absence. */
function saysNothing(node: RawNode, manifest: TypedManifest): boolean {
  const reason = manifest.absences.get(node);
  return reason === 'null' || reason === 'empty-text';
}

/** A field of every item of a list, lists flattened; what one item lacks stays in it as gone. */
function projected(list: SeenList, field: Field, manifest: TypedManifest): Seen {
  const items = list.items
    .map((item) => fieldOf(item, field, manifest))
    .flatMap((item) => (item.kind === 'list' ? item.items : [item]));
  return { kind: 'list', items, at: list.at };
}
