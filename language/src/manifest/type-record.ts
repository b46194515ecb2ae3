import { type DiagnosticKind, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { notAList, notARecord, notAScalar } from '../diagnostic/manifest-errors.ts';
import type { Field, RecordType, Type } from '../model/types.ts';
import { type SourceText, spanOf } from '../source/source.ts';
import type { RawEntry, RawList, RawMap, RawNode, RawScalar } from './document.ts';
import { entryNamed } from './entry-named.ts';
import { quoted, scalarFault } from './scalar-fault.ts';
import { absenceOf, saysNone, scalarValue } from './scalar-value.ts';
import type { Typing } from './typing.ts';
import {
  headSpan,
  reportDuplicateKey,
  reportFieldTwice,
  reportMissingKey,
  reportUnknownKey,
} from './typing-reports.ts';
import { type ListValue, none, type RecordValue, type Value } from './value.ts';

/** What typing asks of a kind of record, worked out once for all its records. */
interface Shape {
  readonly fields: ReadonlyMap<string, Field>;
  /** The slots of a record of which nothing is known yet: copied, which is quicker than filling. */
  readonly blank: readonly Value[];
}

const shapes = new WeakMap<RecordType, Shape>();

function shapeOf(record: RecordType): Shape {
  const known = shapes.get(record);
  if (known !== undefined) return known;
  const fields = new Map<string, Field>();
  for (const field of record.fields) for (const former of field.was) fields.set(former, field);
  for (const field of record.fields) fields.set(field.name, field);
  const shape = { fields, blank: new Array<Value>(record.fields.length).fill(undefined) };
  shapes.set(record, shape);
  return shape;
}

/** The fields of a record by every key that means one in a manifest: its name, or a former name. */
export function fieldsOf(record: RecordType): ReadonlyMap<string, Field> {
  return shapeOf(record).fields;
}

/** True for a key that the language never looks at, with everything below it. */
export function isExtensionKey(key: string): boolean {
  return key.startsWith('x_');
}

/** Types a map by a record; `ownKeys` are keys at the root that are the language's own. */
export function typeRecord(
  map: RawMap,
  record: RecordType,
  typing: Typing,
  ownKeys: readonly string[] = [],
): RecordValue {
  const { fields, blank } = shapeOf(record);
  const slots = blank.slice();
  let renamed: Map<Field, RawEntry> | undefined;
  for (const entry of map.entries) {
    if (ownKeys.length > 0 && ownKeys.includes(entry.key)) continue;
    const field = fields.get(entry.key);
    if (field === undefined) {
      if (!isExtensionKey(entry.key)) reportUnknownKey(entry, record, typing);
      continue;
    }
    // Two keys of one map differ, so that only a field with a former name can stand there twice.
    if (field.was.length > 0) {
      const first = renamed?.get(field);
      if (first !== undefined) {
        reportFieldTwice(field, entry, first, typing);
        continue;
      }
      renamed ??= new Map();
      renamed.set(field, entry);
    }
    slots[field.slot] = typeValue(entry.value, field.type, field.name, typing);
  }
  return { kind: 'record', type: record, slots, raw: map };
}

/** Types a node by the type of its field. What does not fit is reported, and absent. */
function typeValue(node: RawNode, type: Type, field: string, typing: Typing): Value {
  switch (type.kind) {
    case 'list':
      return typeList(node, type, field, typing);
    case 'record':
      return typeGroup(node, type, field, typing);
    case 'unknown':
      return undefined;
    case 'choice':
    case 'text':
    case 'number':
    case 'share':
    case 'count':
    case 'ratio':
    case 'date':
    case 'duration':
    case 'yes-no':
    case 'purpose':
    case 'citation':
      return typeScalar(node, type, field, typing);
  }
}

function typeScalar(node: RawNode, type: Type, field: string, typing: Typing): Value {
  if (node.kind !== 'scalar') {
    const what =
      node.kind === 'list' ? { en: 'a list', nl: 'een lijst' } : { en: 'a group of fields', nl: 'een groep velden' };
    const only = node.kind === 'list' ? onlyItem(node) : undefined;
    const help =
      only === undefined
        ? { en: 'Write one value.', nl: 'Schrijf één waarde.' }
        : {
            en: `Write ${quoted(only)}, without brackets or dash.`,
            nl: `Schrijf ${quoted(only)}, zonder haken of streepje.`,
          };
    const message = {
      en: `\`${field}\` has one value, and here is ${what.en}`,
      nl: `\`${field}\` heeft één waarde, en hier staat ${what.nl}`,
    };
    return mistyped(node, notAScalar, message, help, typing);
  }
  const value = scalarValue(node, type, typing.purposes);
  if (value === undefined) reportFault(node, type, field, typing);
  return value;
}

/** Says why a scalar has no value, where that is not simply that nothing was said. */
function reportFault(node: RawScalar, type: Type, field: string, typing: Typing): void {
  const fault = scalarFault(node, type, field, typing.purposes);
  typing.absences.set(node, fault.reason);
  if (fault.kind === 'absent') return;
  const span = spanOf(typing.source, node.start, node.end);
  const fixes = fault.names.map((name) => ({
    title: { en: `Change to ${name}`, nl: `Wijzig in ${name}` },
    edits: [{ span, text: name }],
  }));
  typing.diagnostics.push(diagnostic(fault.diagnostic, span, fault.message, { help: fault.help, fixes }));
}

function onlyItem(list: RawList): string | undefined {
  const [item, ...others] = list.items;
  return item?.kind === 'scalar' && others.length === 0 ? item.text : undefined;
}

/** Absent or `none` in place of a group or a list; undefined where the scalar is neither. */
function emptyScalar(node: RawScalar, type: Type, typing: Typing): { readonly value: Value } | undefined {
  const reason = absenceOf(node, type);
  if (reason !== undefined) {
    typing.absences.set(node, reason);
    return { value: undefined };
  }
  return saysNone(node, type) ? { value: none } : undefined;
}

function typeGroup(node: RawNode, type: Type & { readonly kind: 'record' }, field: string, typing: Typing): Value {
  if (node.kind === 'map') return typeRecord(node, type.record, typing);
  const empty = node.kind === 'scalar' ? emptyScalar(node, type, typing) : undefined;
  if (empty !== undefined) return empty.value;
  const what = node.kind === 'list' ? { en: 'a list', nl: 'een lijst' } : { en: 'one value', nl: 'één waarde' };
  const names = type.record.fields.slice(0, 4).map((each) => `\`${each.name}\``);
  return mistyped(
    node,
    notARecord,
    {
      en: `\`${field}\` has fields of its own, and here is ${what.en}`,
      nl: `\`${field}\` heeft eigen velden, en hier staat ${what.nl}`,
    },
    {
      en: `Write its fields below it, indented: ${names.join(', ')} …`,
      nl: `Schrijf de velden eronder, ingesprongen: ${names.join(', ')} …`,
    },
    typing,
  );
}

function typeList(node: RawNode, type: Type & { readonly kind: 'list' }, field: string, typing: Typing): Value {
  if (node.kind === 'list') {
    const items = node.items.map((item) => typeItem(item, type.of, field, typing));
    const list: ListValue = { kind: 'list', items, raw: node };
    if (type.keys.length > 0) checkKeys(list, type.keys, field, typing);
    return list;
  }
  const empty = node.kind === 'scalar' ? emptyScalar(node, type, typing) : undefined;
  if (empty !== undefined) return empty.value === none ? { kind: 'list', items: [], raw: undefined } : undefined;
  const what =
    node.kind === 'map' ? { en: 'a group of fields', nl: 'een groep velden' } : { en: 'one value', nl: 'één waarde' };
  const help =
    node.kind === 'map'
      ? {
          en: 'Put a dash before its first field, also where there is only one item.',
          nl: 'Zet een streepje voor het eerste veld, ook als er maar één onderdeel is.',
        }
      : {
          en: `Write \`[${node.kind === 'scalar' ? node.text : ''}]\`; an empty list is \`none\`.`,
          nl: `Schrijf \`[${node.kind === 'scalar' ? node.text : ''}]\`; een lege lijst is \`none\`.`,
        };
  const message = {
    en: `\`${field}\` is a list, and here is ${what.en}`,
    nl: `\`${field}\` is een lijst, en hier staat ${what.nl}`,
  };
  return mistyped(node, notAList, message, help, typing);
}

/** An item of a list is a value or absent; `none` stands for a whole list, never for an item. */
function typeItem(node: RawNode, type: Type, field: string, typing: Typing): Value {
  const item = typeValue(node, type, field, typing);
  if (item !== none) return item;
  return mistyped(
    node,
    notAList,
    { en: `\`none\` is no item of \`${field}\``, nl: `\`none\` is geen onderdeel van \`${field}\`` },
    { en: `Write \`${field}: none\` for an empty list.`, nl: `Schrijf \`${field}: none\` voor een lege lijst.` },
    typing,
  );
}

function mistyped(node: RawNode, kind: DiagnosticKind, message: Localized, help: Localized, typing: Typing): undefined {
  typing.absences.set(node, 'mistyped');
  typing.diagnostics.push(diagnostic(kind, headSpan(node, typing.source), message, { help }));
  return undefined;
}

/** Every item has a key, and no two have the same. */
function checkKeys(list: ListValue, keys: readonly string[], field: string, typing: Typing): void {
  const seen = new Map<string, RecordValue>();
  for (const item of list.items) {
    if (!isRecord(item)) continue;
    const key = keyIn(item, keys);
    if (key === undefined) {
      const missing = keys.filter((name) => isMissingKey(item, name, typing));
      if (missing.length > 0) reportMissingKey(missing, field, item.raw, typing);
      continue;
    }
    const first = seen.get(key);
    if (first === undefined) seen.set(key, item);
    else reportDuplicateKey(keyTexts(item, keys), keys, field, [item.raw, first.raw], typing);
  }
}

/** No item of a list beside a manifest has the key of an item of the manifest's own list. */
export function checkKeysAcross(
  [own, source]: readonly [ListValue, SourceText],
  there: ListValue,
  keys: readonly string[],
  field: string,
  typing: Typing,
): void {
  const textOf = (item: Value): string | undefined => {
    const texts = isRecord(item) ? keyTexts(item, keys) : undefined;
    return texts === undefined || texts.length === 0 ? undefined : JSON.stringify(texts);
  };
  const known = new Map(own.items.filter(isRecord).map((item) => [textOf(item), item]));
  for (const item of there.items.filter(isRecord)) {
    const text = textOf(item);
    const first = text === undefined ? undefined : known.get(text);
    if (first === undefined) continue;
    reportDuplicateKey(keyTexts(item, keys) ?? [], keys, field, [item.raw, first.raw], typing, source);
  }
}

function isRecord(value: Value): value is RecordValue {
  return typeof value === 'object' && value.kind === 'record';
}

/** The key of an item among the others of its list; undefined where one of its fields cannot be read. */
function keyIn(item: RecordValue, keys: readonly string[]): string | undefined {
  const [only, next] = keys;
  if (only !== undefined && next === undefined) return keyText(item, only);
  const texts = keyTexts(item, keys);
  // Several need to be told apart from one that holds what would join them.
  return texts.length < keys.length ? undefined : JSON.stringify(texts);
}

/** The texts of those of an item's key fields that can be read. */
function keyTexts(item: RecordValue, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => keyText(item, key) ?? []);
}

function keyText(item: RecordValue, key: string): string | undefined {
  const field = item.type.byName.get(key);
  const read = field === undefined ? undefined : item.slots[field.slot];
  if (field === undefined || read === undefined || read === none) return undefined;
  if (typeof read === 'string') return read;
  if (typeof read === 'object' && read.kind === 'choice') return read.name;
  const node = entryNamed(item.raw, field.name, field.was)?.value;
  return node?.kind === 'scalar' ? node.text : undefined;
}

/** True for a key that is not there; one that stands there mistyped has been reported already. */
function isMissingKey(item: RecordValue, key: string, typing: Typing): boolean {
  const field = item.type.byName.get(key);
  const node = field === undefined ? undefined : entryNamed(item.raw, field.name, field.was)?.value;
  if (field === undefined || node === undefined) return true;
  const read = item.slots[field.slot];
  if (read !== undefined) return read === none;
  const reason = typing.absences.get(node);
  return reason !== 'mistyped' && reason !== 'undeclared-purpose';
}
