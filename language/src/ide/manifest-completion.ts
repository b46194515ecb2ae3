import { dutchType } from '../core/lower-literal.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { describeType, type Field, type RecordType, type Type } from '../model/types.ts';
import { localizedText } from '../model/vocabulary.ts';
import { type Span, spanOf } from '../source/source.ts';
import { writeNode } from '../turn/write-node.ts';
import { type Cursor, cursorsAt } from './support/manifests/cursor.ts';
import { isManifest, vocabularyOf } from './support/manifests/manifest-files.ts';
import { policiesFor } from './support/manifests/policies-for.ts';
import { recordOfDocument, type TypedPlace, typeAt } from './support/manifests/type-at.ts';
import { type ValueChoice, valueChoices } from './support/manifests/value-choices.ts';
import type { RootProgram } from './support/program.ts';
import type { Snapshot, SnapshotFile } from './support/snapshot.ts';

/** Something that can stand at a place of a manifest. */
export interface ManifestCompletion {
  readonly kind: 'field' | ValueChoice['kind'];
  /** The name by which it is chosen. */
  readonly label: string;
  /** Its type; undefined for what has none. */
  readonly type: Localized | undefined;
  /** What the vocabulary or the pack says of it. */
  readonly words: Localized | undefined;
  /** What it replaces: the word that has been begun. */
  readonly span: Span;
  readonly text: string;
  /** Where in that text one writes on. */
  readonly caret: number;
}

/**
 * What can stand at an offset of a manifest, in the order of the vocabulary: keys that are not there yet, and the values that
 * a field lists. Also in a text that cannot be read as it is, such as after half a key. Empty where nothing can be told.
 */
export function manifestCompletionsOf(snapshot: Snapshot, path: string, offset: number): readonly ManifestCompletion[] {
  const file = snapshot.files.get(path);
  if (file === undefined || !isManifest(snapshot, path)) return [];
  const cursors = cursorsAt(file.source.text, offset, file.syntax === 'json' ? 'json' : 'yaml');
  const found = new Map<string, ManifestCompletion>();
  for (const cursor of cursors) {
    for (const program of policiesFor(snapshot, path, vocabularyOf(cursor.document))) {
      for (const each of completionsBy(program, cursor, file)) {
        if (!found.has(each.label)) found.set(each.label, each);
      }
    }
  }
  return [...found.values()];
}

function completionsBy(program: RootProgram, cursor: Cursor, file: SnapshotFile): readonly ManifestCompletion[] {
  const { path, part } = cursor;
  const record = recordOfDocument(cursor.document, program);
  const [own] = path;
  if (part === 'value' && path.length === 1 && (own === 'vocabulary' || own === 'record')) {
    return headChoices(own, program, cursor).map((choice) => valueItem(choice, cursor, file, false));
  }
  const place = record === undefined ? undefined : typeAt(record, path);
  if (part === 'value') return place === undefined ? [] : valueItems(place, program, cursor, file);
  const heads = path.length === 0 ? headKeys(program, cursor, file) : [];
  const fields = place === undefined ? [] : keyItems(place, cursor, file);
  return [...heads, ...fields];
}

const headWords = {
  vocabulary: {
    en: 'The vocabulary that the manifest is written in, with its major version.',
    nl: 'De woordenlijst waarin het manifest is geschreven, met de hoofdversie.',
  },
  record: { en: 'Which kind of manifest it is.', nl: 'Welk soort manifest het is.' },
} as const;

/** The keys that are the language's own, at the root. */
function headKeys({ checked }: RootProgram, cursor: Cursor, file: SnapshotFile): readonly ManifestCompletion[] {
  const kinds = checked.program.manifestRecords.filter(
    ({ vocabulary }) => vocabulary === vocabularyOf(cursor.document),
  );
  const names = kinds.length > 1 ? (['vocabulary', 'record'] as const) : (['vocabulary'] as const);
  return names
    .filter((name) => !cursor.beside.includes(name))
    .map((name) => keyItem(name, { kind: 'text' }, headWords[name], undefined, cursor, file));
}

function headChoices(
  key: 'vocabulary' | 'record',
  { checked }: RootProgram,
  { document }: Cursor,
): readonly ValueChoice[] {
  const { manifestRecords, vocabularies } = checked.program;
  if (key === 'record') {
    const records = manifestRecords.filter(({ vocabulary }) => vocabulary === vocabularyOf(document));
    return records.map(({ name, text }) => ({ kind: 'word', name, words: localizedText(text) }));
  }
  const written = vocabularies.filter(({ name }) => manifestRecords.some(({ vocabulary }) => vocabulary === name));
  return written.map(({ name, major }) => ({ kind: 'word', name: `${name} ${major}`, words: undefined }));
}

function keyItems({ type }: TypedPlace, cursor: Cursor, file: SnapshotFile): readonly ManifestCompletion[] {
  const record = recordIn(type);
  if (record === undefined) return [];
  const isThere = ({ name, was }: Field): boolean => [name, ...was].some((each) => cursor.beside.includes(each));
  // Below the key of a list its first item begins, with its dash.
  const dash = type.kind === 'list' && !cursor.isFlow ? '- ' : '';
  if (type.kind === 'list' && (cursor.isFlow || cursor.beside.length > 0)) return [];
  return record.fields
    .filter((field) => !isThere(field))
    .map((field) => {
      const words = { en: describeType(field.type), nl: dutchType(field.type) };
      const item = keyItem(field.name, field.type, localizedText(field.text), words, cursor, file);
      return dash === '' ? item : { ...item, text: `${dash}${item.text}`, caret: item.caret + dash.length };
    });
}

function recordIn(type: Type): RecordType | undefined {
  if (type.kind === 'list') return recordIn(type.of);
  return type.kind === 'record' ? type.record : undefined;
}

function keyItem(
  name: string,
  type: Type,
  words: Localized | undefined,
  typeWords: Localized | undefined,
  cursor: Cursor,
  file: SnapshotFile,
): ManifestCompletion {
  const { text } = file.source;
  const span = spanOf(file.source, cursor.start, cursor.end);
  const base = { kind: 'field', label: name, type: typeWords, words, span } as const;
  const after = text.slice(cursor.end);
  if (/^[ \t]*:/.test(after)) {
    const written = file.syntax === 'json' ? JSON.stringify(name) : name;
    return { ...base, text: written, caret: written.length };
  }
  if (file.syntax === 'json') {
    const [open, close] = bracketsOf(type);
    const comma = /^\s*"/.test(after) ? ',' : '';
    const start = `${JSON.stringify(name)}: ${open}`;
    return { ...base, text: `${start}${close}${comma}`, caret: start.length };
  }
  // What stands below a key begins on the next line, which is for the editor to indent.
  const isGroup = !cursor.isFlow && (type.kind === 'record' || (type.kind === 'list' && type.of.kind === 'record'));
  const written = isGroup ? `${name}:` : `${name}: `;
  return { ...base, text: written, caret: written.length };
}

function bracketsOf({ kind }: Type): readonly [string, string] {
  switch (kind) {
    case 'list':
      return ['[', ']'];
    case 'record':
      return ['{', '}'];
    case 'yes-no':
    case 'number':
    case 'count':
    case 'ratio':
    case 'unknown':
      return ['', ''];
    case 'text':
    case 'share':
    case 'date':
    case 'duration':
    case 'purpose':
    case 'citation':
    case 'choice':
      return ['"', '"'];
  }
}

function valueItems(
  { type, field }: TypedPlace,
  program: RootProgram,
  cursor: Cursor,
  file: SnapshotFile,
): readonly ManifestCompletion[] {
  const inItem = typeof cursor.path.at(-1) === 'number';
  const isList = type.kind === 'list';
  return (
    valueChoices(type, field, program.checked.program)
      // That there is none is said of a whole list, and never of an item of it.
      .filter(({ kind, name }) => !inItem || (!cursor.beside.includes(name) && (kind !== 'word' || name !== 'none')))
      .map((choice) => valueItem(choice, cursor, file, isList && choice.name !== 'none'))
  );
}

/** A value as it is written; `asList` where it is the first item of a list that has none yet. */
function valueItem(
  { kind, name, words }: ValueChoice,
  cursor: Cursor,
  file: SnapshotFile,
  asList: boolean,
): ManifestCompletion {
  const { text } = file.source;
  const isJson = file.syntax === 'json';
  const word = kind === 'word' && (name === 'yes' || name === 'no') ? yesNoIn(text, name, isJson) : name;
  const one = writeNode({ kind: 'scalar', text: word, quoted: false, start: 0, end: 0 }, isJson);
  const isBelow = cursor.startsLine && !cursor.isFlow && !isJson;
  const written = asList ? (isBelow ? `- ${one}` : `[${one}]`) : one;
  const space = !isJson && text.charAt(cursor.start - 1) === ':' ? ' ' : '';
  const span = spanOf(file.source, cursor.start, cursor.end);
  const whole = `${space}${written}`;
  return { kind, label: word, type: undefined, words, span, text: whole, caret: whole.length };
}

/** Yes and no as the manifest writes them elsewhere. */
function yesNoIn(text: string, word: 'yes' | 'no', isJson: boolean): string {
  if (isJson || /:[ \t]+(?:true|false)\b/.test(text)) return word === 'yes' ? 'true' : 'false';
  if (/:[ \t]+(?:ja|nee)\b/.test(text)) return word === 'yes' ? 'ja' : 'nee';
  return word;
}
