import type { CivilDate } from './civil-date.ts';
import { drawDate, terms, writeDate } from './dates.ts';
import { type Draw, oneOf } from './draw.ts';
import type { WordField, WordRecord, Words } from './words.ts';

/** A part of a manifest, before it is written: a scalar is the very text that will stand there. */
export type Written = string | readonly Written[] | { readonly [key: string]: Written };

/** What the drawing of a manifest needs to know. */
export interface ManifestSetting {
  readonly draw: Draw;
  readonly words: Words;
  readonly asOf: CivilDate;
  readonly purposes: readonly string[];
}

/** The fields of a record as a manifest may state them: most are there, some are absent in one of the ways to be so. */
export function drawRecord(setting: ManifestSetting, record: WordRecord): Readonly<Record<string, Written>> {
  const { draw } = setting;
  const fields: Record<string, Written> = {};
  for (const field of record.fields) {
    const key = field.was !== undefined && draw.percent(30) ? field.was : field.name;
    const value = drawField(setting, field);
    if (value !== undefined) fields[key] = value;
  }
  if (draw.percent(5)) fields['x_note'] = 'anything';
  return fields;
}

/** A field's value; undefined leaves it out. */
function drawField(setting: ManifestSetting, field: WordField): Written | undefined {
  const { draw, words } = setting;
  const isKey = field.name === 'name' || field.name === 'group';
  return oneOf<Written | undefined>(draw, [
    [84, () => (field.list ? drawList(setting, field) : drawValue(setting, field.type))],
    [isKey ? 1 : 8, () => undefined],
    [isKey ? 0 : 3, () => draw.pick(['null', '~', ''])],
    [isKey ? 0 : 4, () => 'none'],
    [words.records.has(field.type) || isKey ? 0 : 1, () => draw.pick(['suppressed', 'wrong value'])],
  ]);
}

function drawList(setting: ManifestSetting, field: WordField): Written {
  const { draw, words } = setting;
  const record = words.records.get(field.type);
  const length = oneOf(draw, [
    [2, () => 0],
    [5, () => 1],
    [5, () => 2],
    [2, () => 3],
  ]);
  const items = Array.from({ length }, (_, index): Written => {
    if (draw.percent(3)) return draw.pick(['null', 'wrong value']);
    if (record === undefined) return drawValue(setting, field.type);
    const [key] = field.keys;
    const fields = drawRecord(setting, record);
    // The same key twice is an error, and still judged; mostly keys differ.
    const isText = record.fields.some(({ name, type }) => name === key && type === 'text');
    const ownKey = key !== undefined && isText && key in fields && draw.percent(90) ? { [key]: `k${index}` } : {};
    return { ...fields, ...ownKey };
  });
  return items;
}

function drawValue(setting: ManifestSetting, type: string): Written {
  const { draw, words, asOf } = setting;
  const record = words.records.get(type);
  if (record !== undefined) return draw.percent(4) ? {} : drawRecord(setting, record);
  const choices = words.choices.get(type);
  if (choices !== undefined) return draw.pick(choices);
  switch (type) {
    case 'yes-no':
      return draw.pick(['yes', 'yes', 'true', 'no', 'ja', 'nee']);
    case 'number':
      return draw.pick(['0', '1', '2', '2.5', '0.1', '0.2', '-1', '1e2', 'suppressed', '.nan']);
    case 'share':
      return draw.pick(['5%', '0.05', '0', '1', '50%', '0.061', '4.9%', '5.1%', 'suppressed']);
    case 'count':
      return draw.pick(['0', '1', '2', '10', '100']);
    case 'date':
      return draw.percent(4) ? '2026-11' : writeDate(drawDate(draw, asOf));
    case 'duration':
      return draw.pick(terms)[0];
    case 'purpose':
      return draw.percent(3) ? 'not-declared' : draw.pick(setting.purposes);
    default:
      return draw.pick(['x', 'y', 'X', '"none"']);
  }
}

/** A manifest in YAML: one key or item a line, so that lines can be taken away. */
export function writeYaml(value: Written, indent = ''): string {
  if (typeof value === 'string') return ` ${value}\n`;
  if (isList(value)) {
    if (value.length === 0) return ' []\n';
    return `\n${value.map((item) => `${indent}-${writeItem(item, indent)}`).join('')}`;
  }
  const entries = Object.entries(value);
  if (entries.length === 0) return ' {}\n';
  return `\n${entries.map(([key, each]) => `${indent}${key}:${writeYaml(each, `${indent}  `)}`).join('')}`;
}

/** An item that is a map starts on the line of its dash. */
function writeItem(item: Written, indent: string): string {
  const text = writeYaml(item, `${indent}  `);
  return text.startsWith('\n') ? ` ${text.slice(1 + indent.length + 2)}` : text;
}

function isList(value: Exclude<Written, string>): value is readonly Written[] {
  return Array.isArray(value);
}
