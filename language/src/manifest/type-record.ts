import { type Diagnostic, type DiagnosticKind, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import {
  duplicateListKey,
  fieldTwice,
  missingListKey,
  notAList,
  notARecord,
  notAScalar,
  unknownKey,
} from '../diagnostic/manifest-errors.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import type { Field, RecordType, Type } from '../model/types.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import type { RawEntry, RawList, RawMap, RawNode, RawScalar } from './document.ts';
import { entryNamed } from './entry-named.ts';
import type { SchemaPurposes } from './manifest-schema.ts';
import { absenceOf, quoted, readScalar, saysNone } from './read-scalar.ts';
import { type AbsenceReason, type ListValue, none, type RecordValue, type Value } from './value.ts';

/** What the typing of one manifest needs and gathers. */
export interface Typing {
  readonly source: SourceText;
  readonly purposes: SchemaPurposes;
  readonly absences: Map<RawNode, AbsenceReason>;
  readonly diagnostics: Diagnostic[];
}

const fieldsByKey = new WeakMap<RecordType, ReadonlyMap<string, Field>>();

/** The field that a key of a manifest means, by its name or a former name; undefined for a key that is no field. */
export function fieldForKey(record: RecordType, key: string): Field | undefined {
  const known = fieldsByKey.get(record);
  if (known !== undefined) return known.get(key);
  const byKey = new Map<string, Field>();
  for (const field of record.fields) for (const former of field.was) byKey.set(former, field);
  for (const field of record.fields) byKey.set(field.name, field);
  fieldsByKey.set(record, byKey);
  return byKey.get(key);
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
  const slots = new Array<Value>(record.fields.length).fill(undefined);
  const filled = new Array<RawEntry | undefined>(record.fields.length);
  for (const entry of map.entries) {
    const field = fieldForKey(record, entry.key);
    if (field === undefined) {
      if (!isExtensionKey(entry.key) && !ownKeys.includes(entry.key)) reportUnknownKey(entry, record, typing);
      continue;
    }
    if (ownKeys.includes(entry.key)) continue;
    const first = filled[field.slot];
    if (first !== undefined) {
      reportFieldTwice(field, entry, first, typing);
      continue;
    }
    filled[field.slot] = entry;
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
  const read = readScalar(node, type, field, typing.purposes);
  switch (read.kind) {
    case 'value':
      return read.value;
    case 'absent':
      typing.absences.set(node, read.reason);
      return undefined;
    case 'error': {
      typing.absences.set(node, read.reason);
      const span = spanOf(typing.source, node.start, node.end);
      const fixes = read.names.map((name) => ({
        title: { en: `Change to ${name}`, nl: `Wijzig in ${name}` },
        edits: [{ span, text: name }],
      }));
      typing.diagnostics.push(diagnostic(read.diagnostic, span, read.message, { help: read.help, fixes }));
      return undefined;
    }
  }
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
    if (type.keys.length > 0) checkKeys(list, node, type.keys, field, typing);
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

/** The node, or where it is long its first line: a caret under a whole list would point at nothing. */
export function headSpan(node: RawNode, source: SourceText): Span {
  const lineEnd = source.text.slice(node.start, node.end).search(/[\r\n]/);
  return spanOf(source, node.start, lineEnd === -1 ? node.end : node.start + lineEnd);
}

function checkKeys(list: ListValue, raw: RawList, keys: readonly string[], field: string, typing: Typing): void {
  const seen = new Map<string, RawNode>();
  list.items.forEach((item, index) => {
    const node = raw.items[index];
    if (!isRecord(item) || node?.kind !== 'map') return;
    const parts = keys.map((name) => keyPart(item, name, typing));
    const missing = keys.filter((_, part) => parts[part]?.kind === 'missing');
    if (missing.length > 0) reportMissingKey(missing, field, item.raw, typing);
    if (parts.some((part) => part.kind !== 'text')) return;
    const texts = parts.map((part) => (part.kind === 'text' ? part.text : ''));
    // One key is itself; several need to be told apart from one that holds what would join them.
    const key = texts.length === 1 ? (texts[0] ?? '') : JSON.stringify(texts);
    const first = seen.get(key);
    if (first === undefined) seen.set(key, node);
    else reportDuplicateKey(texts, keys, field, [node, first], typing);
  });
}

function isRecord(value: Value): value is RecordValue {
  return typeof value === 'object' && 'kind' in value && value.kind === 'record';
}

type KeyPart = { readonly kind: 'text'; readonly text: string } | { readonly kind: 'missing' | 'mistyped' };

function keyPart(item: RecordValue, key: string, typing: Typing): KeyPart {
  const field = item.type.byName.get(key);
  const node = field === undefined ? undefined : entryNamed(item.raw, field.name, field.was)?.value;
  if (field === undefined || node === undefined) return { kind: 'missing' };
  const read = item.slots[field.slot];
  if (read === undefined) {
    const reason = typing.absences.get(node);
    return { kind: reason === 'mistyped' || reason === 'undeclared-purpose' ? 'mistyped' : 'missing' };
  }
  if (read === none) return { kind: 'missing' };
  if (typeof read === 'object' && 'kind' in read && read.kind === 'choice') return { kind: 'text', text: read.name };
  return node.kind === 'scalar' ? { kind: 'text', text: node.text } : { kind: 'mistyped' };
}

/** The item's first key, so that the place is one that a reader recognises. */
function itemSpan(node: RawNode, source: SourceText): Span {
  const entry = node.kind === 'map' ? node.entries[0] : undefined;
  return entry === undefined
    ? headSpan(node, source)
    : spanOf(source, entry.keyStart, Math.max(entry.keyEnd, headSpan(entry.value, source).end));
}

function reportMissingKey(missing: readonly string[], field: string, map: RawMap, typing: Typing): void {
  const names = missing.map((name) => `\`${name}\``);
  typing.diagnostics.push(
    diagnostic(
      missingListKey,
      itemSpan(map, typing.source),
      {
        en: `This item of \`${field}\` has no ${listed(names, 'and')}, which tells it from the others`,
        nl: `Dit onderdeel van \`${field}\` heeft geen ${listed(names, 'en')}, waarmee het van de andere verschilt`,
      },
      { help: { en: `Record ${listed(names, 'and')}.`, nl: `Leg ${listed(names, 'en')} vast.` } },
    ),
  );
}

function reportDuplicateKey(
  texts: readonly string[],
  keys: readonly string[],
  field: string,
  [node, first]: readonly [RawNode, RawNode],
  typing: Typing,
): void {
  const names = keys.map((name) => `\`${name}\``);
  typing.diagnostics.push(
    diagnostic(
      duplicateListKey,
      itemSpan(node, typing.source),
      {
        en: `Two items of \`${field}\` have the key ${quoted(texts.join('/'))}`,
        nl: `Twee onderdelen van \`${field}\` hebben de sleutel ${quoted(texts.join('/'))}`,
      },
      {
        help: {
          en: `Give one of them another ${listed(names, 'or')}.`,
          nl: `Geef een van beide een andere ${listed(names, 'of')}.`,
        },
        related: [
          { span: itemSpan(first, typing.source), message: { en: 'the first of them', nl: 'het eerste van beide' } },
        ],
      },
    ),
  );
}

function reportUnknownKey(entry: RawEntry, record: RecordType, typing: Typing): void {
  const { key } = entry;
  const span = keySpan(entry, typing);
  const names = nearestNames(
    key,
    record.fields.map((field) => field.name),
  );
  const extension = `x_${key.replaceAll(/[^\w]+/g, '_')}`.slice(0, 60);
  typing.diagnostics.push(
    diagnostic(
      unknownKey,
      span,
      { en: `\`${record.name}\` has no field ${quoted(key)}`, nl: `\`${record.name}\` heeft geen veld ${quoted(key)}` },
      {
        help: didYouMean(names) ?? {
          en: `Keys of your own start with \`x_\`: \`${extension}\`.`,
          nl: `Eigen sleutels beginnen met \`x_\`: \`${extension}\`.`,
        },
        fixes: names.map((name) => ({
          title: { en: `Change to ${name}`, nl: `Wijzig in ${name}` },
          edits: [{ span, text: name }],
        })),
      },
    ),
  );
}

function keySpan({ keyStart, keyEnd }: RawEntry, { source }: Typing): Span {
  return spanOf(source, keyStart, keyEnd);
}

function reportFieldTwice(field: Field, entry: RawEntry, first: RawEntry, typing: Typing): void {
  const span = keySpan(entry, typing);
  typing.diagnostics.push(
    diagnostic(
      fieldTwice,
      span,
      {
        en: `\`${field.name}\` stands here a second time, by a former name`,
        nl: `\`${field.name}\` staat hier nog een keer, met een vroegere naam`,
      },
      {
        help: {
          en: 'Take one of them away; the first is used.',
          nl: 'Haal een van beide weg; de eerste wordt gebruikt.',
        },
        related: [
          {
            span: keySpan(first, typing),
            message: { en: 'it stands here first', nl: 'hier staat het voor het eerst' },
          },
        ],
      },
    ),
  );
}
