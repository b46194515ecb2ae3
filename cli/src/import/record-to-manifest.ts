import { Document, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { fieldMappings, type ManifestValue, textOf } from './fields.ts';
import { isRecord, type RegisterForm, type RegisterRecord } from './register-record.ts';

/** A manifest made from a record. */
export interface ImportedManifest {
  readonly id: string;
  /** YAML that says what the record says, each value with the field that it came from. */
  readonly text: string;
}

/** The identifier that a record bears; undefined where it bears none that can be one. */
export function identifierOf(record: RegisterRecord, form: RegisterForm): string | undefined {
  const candidates = form === 'dump-2022' ? ['source_id', 'uuid', 'lars'] : ['source_id', 'id', 'uuid', 'lars'];
  for (const field of candidates) {
    const text = textOf(record[field]);
    if (text === undefined || !/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text)) continue;
    // A bare number says nothing about where it is from.
    if (/^\d+$/.test(text)) return `${form === 'live' ? 'algoritmeregister' : field}-${text}`;
    return text;
  }
  const named = [textOf(record['organization'] ?? record['organisatie']), textOf(record['name'] ?? record['title'])];
  const slug = named.flatMap((part) => part ?? []).join('-');
  return slugOf(slug) === '' ? undefined : slugOf(slug);
}

function slugOf(text: string): string {
  const ascii = text.normalize('NFKD').replaceAll(/[\u0300-\u036F]/g, '');
  return ascii
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 100)
    .replace(/-+$/, '');
}

/** The manifest of a record under an identifier. It never says more than the record: what has no counterpart stays apart. */
export function recordToManifest(record: RegisterRecord, id: string): ImportedManifest {
  const root = new YAMLMap<Scalar, unknown>();
  root.add(pair('vocabulary', scalar('waarborg.analysis 1')));
  root.add(pair('id', scalar(id)));
  const rest: [string, unknown][] = [];
  for (const [field, mapping] of fieldMappings) {
    const value = Object.hasOwn(record, field) ? mapping.read(record[field]) : undefined;
    if (value === undefined) continue;
    place(root, mapping.path, field, value);
  }
  for (const [field, value] of Object.entries(record)) {
    const mapping = fieldMappings.get(field);
    if (mapping === undefined || mapping.read(value) === undefined) rest.push([field, value]);
  }
  addRest(root, rest);
  const document = new Document(root);
  document.commentBefore =
    ' From the Dutch Algorithm Register. It says only what the record says; what the record leaves open is left open here.';
  return { id, text: escapeUnprintable(document.toString({ lineWidth: 0, flowCollectionPadding: false })) };
}

function pair(key: string, value: unknown): Pair<Scalar, unknown> {
  return new Pair(new Scalar(key), value);
}

/** A text of one line stands between quotes, so that a word such as `none` stays a text; several lines are a block. */
function scalar(text: string): Scalar {
  const value = new Scalar(text);
  const block =
    text.includes('\n') &&
    !/[\r\t\u0000-\u0009\u000B-\u001F\uD800-\uDFFF]|^\s|[^\S\n]$|[^\S\n]\n|\n::|^::/.test(text) &&
    !toEscape.test(text);
  value.type = block ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE;
  return value;
}

function place(root: YAMLMap<Scalar, unknown>, path: readonly string[], field: string, value: ManifestValue): void {
  let map = root;
  for (const key of path.slice(0, -1)) {
    const inner = map.items.find((item) => item.key.value === key)?.value;
    const next = inner instanceof YAMLMap ? inner : new YAMLMap<Scalar, unknown>();
    if (next !== inner) map.add(pair(key, next));
    map = next;
  }
  const key = path.at(-1) ?? '';
  if (map.items.some((item) => item.key.value === key)) return;
  const comment = ` register: ${field}`;
  if (typeof value === 'string') {
    const node = scalar(value);
    node.comment = comment;
    map.add(pair(key, node));
    return;
  }
  const added = pair(key, sequence(value));
  added.key.commentBefore = comment;
  map.add(added);
}

function sequence(value: Exclude<ManifestValue, string>): YAMLSeq {
  const list = new YAMLSeq();
  for (const item of value) {
    if (typeof item === 'string') {
      list.add(scalar(item));
      continue;
    }
    const map = new YAMLMap<Scalar, unknown>();
    for (const [key, text] of Object.entries(item)) map.add(pair(key, scalar(text)));
    list.add(map);
  }
  return list;
}

/** What has no counterpart is kept for readers under an extension key, by the register's own names. */
function addRest(root: YAMLMap<Scalar, unknown>, rest: readonly (readonly [string, unknown])[]): void {
  const kept = new YAMLMap<Scalar, unknown>();
  for (const [field, value] of rest) {
    const text =
      textOf(value) ??
      (isRecord(value) || (Array.isArray(value) && value.length > 0) ? JSON.stringify(value) : undefined);
    if (text === undefined) continue;
    const named = pair(field, scalar(text));
    if (!/^[\w-]+$/.test(field)) named.key.type = Scalar.QUOTE_DOUBLE;
    kept.add(named);
  }
  if (kept.items.length === 0) return;
  const added = pair('x_register', kept);
  added.key.commentBefore = ' Fields of the record without a counterpart in the vocabulary: no rule looks at them.';
  root.add(added);
}

/**
 * What YAML does not allow as it stands, what reorders the text of a terminal, and `##[`, which build servers take for an order in
 * their log. It only occurs between double quotes, where it has an escape.
 */
const toEscape =
  /[\u007F-\u0084\u0086-\u009F\u061C\u200E\u200F\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF\uFFFD-\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|(?<=#)#(?=[A-Za-z]*\[)/;
const allToEscape = new RegExp(toEscape, 'g');

function escapeUnprintable(text: string): string {
  return text.replaceAll(allToEscape, (character) => {
    return `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  });
}
