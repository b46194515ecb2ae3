import type { RawScalar } from '../manifest/document.ts';
import { findPurpose } from '../manifest/find-purpose.ts';
import type { SchemaPurposes } from '../manifest/manifest-schema.ts';
import { none, type Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { formatDate } from '../values/calendar.ts';
import { formatDecimal, formatShare } from '../values/decimal.ts';

/** A value as a manifest would write it for a field of a type; undefined where it cannot be written on one line, exactly. */
export function scalarOf(value: Value, type: Type, purposes: SchemaPurposes): RawScalar | undefined {
  const text = textOf(value, type, purposes);
  if (text === undefined || text === '' || /[\r\n\t]/.test(text)) return undefined;
  const quoted = typeof value === 'string' && /^(?:none|null|Null|NULL|~)$/.test(text.trim());
  return { kind: 'scalar', text, quoted, start: 0, end: 0 };
}

function textOf(value: Value, type: Type, purposes: SchemaPurposes): string | undefined {
  if (value === undefined) return undefined;
  if (value === none) return 'none';
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (typeof value === 'string') return value;
  switch (value.kind) {
    case 'decimal':
      return exactly(type.kind === 'share' ? formatShare(value) : formatDecimal(value));
    case 'date':
      return formatDate(value.day);
    case 'duration': {
      const { months, days } = value.duration;
      if (months > 0 && days > 0) return `P${months}M${days}D`;
      return months > 0 ? `P${months}M` : `P${days}D`;
    }
    case 'purpose': {
      const rest = value.case === undefined ? '' : `/${value.case}`;
      const own = purposes.purposes.get(value.purpose);
      const names = own === undefined ? [] : [`${own.name}${rest}`, `${own.pack}/${own.name}${rest}`];
      return names.find((name) => {
        const found = findPurpose(name, purposes);
        return found.kind === 'found' && found.value.purpose === value.purpose && found.value.case === value.case;
      });
    }
    case 'choice':
      return value.name;
    case 'record':
    case 'list':
      return undefined;
  }
}

/** Numbers whose digits never end cannot be written. */
function exactly(text: string): string | undefined {
  return text.includes('≈') ? undefined : text;
}
