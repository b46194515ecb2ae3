import type { Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { fromInteger } from '../values/decimal.ts';

/** Stands for a text that somebody has to write. */
const someText = '…';

/** Some value of a type, where any will do; undefined for lists, records and purposes, of which none is like another. */
export function instanceOf(type: Type, asOf: Day): Value {
  switch (type.kind) {
    case 'text':
    case 'citation':
      return someText;
    case 'yes-no':
      return true;
    case 'number':
    case 'ratio':
    case 'count':
      return fromInteger(1);
    case 'share':
      return fromInteger(0);
    case 'date':
      return { kind: 'date', day: asOf };
    case 'duration':
      return { kind: 'duration', duration: { months: 1, days: 0 } };
    case 'choice':
      return type.choices.values[0];
    case 'purpose':
    case 'list':
    case 'record':
    case 'unknown':
      return undefined;
  }
}
