import type { Language, Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { none, type Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { formatDate, formatDuration } from '../values/calendar.ts';
import { formatDecimal, formatShare } from '../values/decimal.ts';
import { purposeName } from './purposes.ts';
import { isChoice, isDate, isDecimal, isDuration, isList, isPurpose, isRecord } from './values.ts';

/** Texts longer than this are cut in sentences; the report shows the line itself. */
const longestText = 60;

/** A value in words, in both languages; its type says whether a number is a share. */
export function formatValue(value: Value, type: Type): Localized {
  const en = formatIn(value, type, 'en');
  // Most values are written alike in both languages, and some of them take long.
  const alike = typeof value === 'string' || isDecimal(value) || isDate(value) || isChoice(value) || isPurpose(value);
  return { en, nl: alike ? en : formatIn(value, type, 'nl') };
}

function formatIn(value: Value, type: Type, language: Language): string {
  const english = language === 'en';
  if (value === undefined) return english ? 'not recorded' : 'niet vastgelegd';
  if (value === none) return english ? 'none' : 'geen';
  if (typeof value === 'boolean') return value ? (english ? 'yes' : 'ja') : english ? 'no' : 'nee';
  if (typeof value === 'string')
    return `"${value.length > longestText ? `${value.slice(0, longestText - 1)}…` : value}"`;
  if (isDecimal(value)) return type.kind === 'share' ? formatShare(value) : formatDecimal(value);
  if (isDate(value)) return formatDate(value.day);
  if (isDuration(value)) return formatDuration(value.duration, language);
  if (isChoice(value)) return value.name;
  if (isPurpose(value)) return purposeName(value);
  if (isRecord(value)) return english ? 'recorded' : 'vastgelegd';
  return formatList(value, type, language);
}

function formatList(value: Value, type: Type, language: Language): string {
  const items = isList(value) ? value.items : [];
  if (items.length === 0) return language === 'en' ? 'an empty list' : 'een lege lijst';
  const of: Type = type.kind === 'list' ? type.of : type;
  if (of.kind === 'record') return countedItems(items.length, language);
  const shown = items.slice(0, 5).map((item) => formatIn(item, of, language));
  if (items.length > shown.length) shown.push('…');
  return listed(shown, language === 'en' ? 'and' : 'en');
}

/** So many items, in words. */
export function countedItems(count: number, language: Language): string {
  if (language === 'en') return count === 1 ? '1 item' : `${count} items`;
  return count === 1 ? '1 onderdeel' : `${count} onderdelen`;
}
