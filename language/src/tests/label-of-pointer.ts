import { keyOf } from '../evaluate/place.ts';
import { fieldsOf } from '../manifest/type-record.ts';
import type { RecordValue, Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';

/** A JSON Pointer into a manifest as a path with the keys of items, as tests and messages write it. */
export function labelOfPointer(record: RecordValue, pointer: string): string {
  let label = '';
  let value: Value = record;
  let type: Type = { kind: 'record', record: record.type };
  for (const part of pointer.split('/').slice(1)) {
    const step = part.replaceAll('~1', '/').replaceAll('~0', '~');
    if (type.kind === 'record') {
      const field = fieldsOf(type.record).get(step);
      label = label === '' ? step : `${label}.${step}`;
      value =
        field === undefined || typeof value !== 'object' || value.kind !== 'record'
          ? undefined
          : value.slots[field.slot];
      type = field?.type ?? { kind: 'unknown' };
      continue;
    }
    const list: Value = typeof value === 'object' && value.kind === 'list' ? value : undefined;
    const node = list?.raw?.items[Number(step)];
    value = list?.items[Number(step)];
    const keys = type.kind === 'list' ? type.keys : [];
    label = `${label}[${keyOf(value, keys) ?? (node?.kind === 'scalar' ? node.text : step)}]`;
    type = type.kind === 'list' ? type.of : { kind: 'unknown' };
  }
  return label;
}
