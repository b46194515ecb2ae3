import { type Diagnostic, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import {
  missingId,
  notAManifest,
  unknownManifestRecord,
  unknownVocabulary,
  wrongVocabularyVersion,
} from '../diagnostic/manifest-errors.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import { fieldWithRole, type RecordType } from '../model/types.ts';
import { type SourceText, type Span, spanOf } from '../source/source.ts';
import type { RawDocument, RawEntry, RawMap } from './document.ts';
import { documentDiagnostic, isFatal } from './document-diagnostic.ts';
import type { ManifestSchema } from './manifest-schema.ts';
import { quoted } from './scalar-fault.ts';
import { fieldsOf, isExtensionKey, typeRecord } from './type-record.ts';
import type { TypedManifest } from './typed-manifest.ts';
import type { Typing } from './typing.ts';
import { headSpan } from './typing-reports.ts';
import type { RecordValue } from './value.ts';

/** The vocabulary of a manifest that names none. */
export const defaultVocabulary = 'waarborg.analysis';
/** Its major version. */
export const defaultMajor = 1;

/** Keys at the root of a manifest that are the language's own, whatever the vocabulary declares. */
const ownKeys: readonly string[] = ['vocabulary', 'record'];

/**
 * Types a document by the vocabulary that it names: raw nodes become values, in time linear in the document. Never throws:
 * what is wrong is a diagnostic, and the rest is typed all the same. `record` is undefined where nothing can be judged.
 */
export function typeManifest(document: RawDocument, schema: ManifestSchema): TypedManifest {
  const { source, root } = document;
  const typing: Typing = { source, purposes: schema.purposes, absences: new Map(), diagnostics: [] };
  const { diagnostics } = typing;
  for (const problem of document.problems) diagnostics.push(documentDiagnostic(problem, source));
  const fatal = document.problems.some(isFatal);
  const untyped = { document, absences: typing.absences, record: undefined, beside: [] };
  if (root?.kind !== 'map') {
    if (root !== undefined && !fatal) diagnostics.push(notAMap(document));
    return { ...untyped, id: undefined, vocabulary: defaultVocabulary, diagnostics: inOrderOnce(diagnostics) };
  }
  const vocabulary = vocabularyOf(root, source, diagnostics);
  const name = vocabulary?.name ?? defaultVocabulary;
  // After a fatal problem only the id is wanted: what else is wrong may be because of it.
  const record = vocabulary && recordOf(root, vocabulary, schema, fatal ? undefined : typing);
  if (record !== undefined && !fatal) {
    if (!saysNothing(root, record)) {
      const typed = typeRecord(root, record, typing, ownKeys);
      const id = idOf(typed, typing);
      return { ...untyped, id, vocabulary: name, record: typed, diagnostics: inOrderOnce(diagnostics) };
    }
    diagnostics.push(noKnownKey(root, record, source));
  }
  return { ...untyped, id: idAtKey(root, record), vocabulary: name, diagnostics: inOrderOnce(diagnostics) };
}

/** Diagnostics of one text by place; a merged or repeated part of a document is typed several times and reported once. */
export function inOrderOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const seen = new Set<string>();
  return [...diagnostics]
    .sort((a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
    .filter(({ code, span }) => {
      const key = `${code} ${span.start} ${span.end}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
}

interface NamedVocabulary {
  readonly name: string;
  readonly major: number;
  /** Where the manifest names it, or its first key. */
  readonly span: Span;
}

function entryOf(map: RawMap, key: string): RawEntry | undefined {
  return map.entries.find((entry) => entry.key === key);
}

function firstSpan(map: RawMap, source: SourceText): Span {
  const [first] = map.entries;
  return first === undefined ? headSpan(map, source) : spanOf(source, first.keyStart, first.keyEnd);
}

/** The vocabulary that a manifest names, or the default; undefined after saying what is wrong with the name. */
function vocabularyOf(root: RawMap, source: SourceText, diagnostics: Diagnostic[]): NamedVocabulary | undefined {
  const entry = entryOf(root, 'vocabulary');
  if (entry === undefined) return { name: defaultVocabulary, major: defaultMajor, span: firstSpan(root, source) };
  const span = headSpan(entry.value, source);
  const written = entry.value.kind === 'scalar' ? entry.value.text.trim() : '';
  const match = /^([^\s]+)\s+(\d{1,6})$/.exec(written);
  if (match !== null) return { name: match[1] ?? '', major: Number(match[2]), span };
  const right = `${/^[\w.-]+/.exec(written)?.[0] ?? defaultVocabulary} 1`;
  const message = {
    en: '`vocabulary` is a name and a major version',
    nl: '`vocabulary` is een naam en een hoofdversie',
  };
  const help = { en: `Write \`vocabulary: ${right}\`.`, nl: `Schrijf \`vocabulary: ${right}\`.` };
  diagnostics.push(diagnostic(unknownVocabulary, span, message, { help }));
  return undefined;
}

/** The record of the vocabulary that the manifest is; undefined after saying why there is none. */
function recordOf(
  root: RawMap,
  vocabulary: NamedVocabulary,
  schema: ManifestSchema,
  typing: Typing | undefined,
): RecordType | undefined {
  const report = (found: Diagnostic): void => {
    typing?.diagnostics.push(found);
  };
  const records = schema.manifestRecords.filter((record) => record.vocabulary === vocabulary.name);
  if (records.length === 0) {
    report(noSuchVocabulary(vocabulary, schema));
    return undefined;
  }
  const present = schema.vocabularies.find((each) => each.name === vocabulary.name);
  if (present !== undefined && present.major !== vocabulary.major) {
    report(otherVersion(vocabulary, present.version, present.major));
    return undefined;
  }
  const entry = entryOf(root, 'record');
  const names = records.map((record) => record.name);
  const written = entry?.value.kind === 'scalar' ? entry.value.text : undefined;
  const chosen =
    entry === undefined && records.length === 1 ? records[0] : records.find((record) => record.name === written);
  if (chosen === undefined) report(noSuchRecord(entry, written, names, vocabulary, typing?.source));
  return chosen;
}

function noSuchVocabulary(vocabulary: NamedVocabulary, schema: ManifestSchema): Diagnostic {
  const known = [...new Set(schema.manifestRecords.map((record) => record.vocabulary))];
  return diagnostic(
    unknownVocabulary,
    vocabulary.span,
    {
      en: `The policies given use no vocabulary ${quoted(vocabulary.name)}`,
      nl: `Het opgegeven beleid gebruikt geen woordenlijst ${quoted(vocabulary.name)}`,
    },
    {
      help: didYouMean(nearestNames(vocabulary.name, known)) ?? {
        en:
          known.length === 0
            ? 'Give its files with --policy.'
            : `They use ${listed(known.map(quoted), 'and')}: name one of these with \`vocabulary\`, or give the files of yours with --policy.`,
        nl:
          known.length === 0
            ? 'Geef de bestanden ervan mee met --policy.'
            : `Het gebruikt ${listed(known.map(quoted), 'en')}: noem een daarvan met \`vocabulary\`, of geef de bestanden van de uwe mee met --policy.`,
      },
    },
  );
}

function otherVersion(vocabulary: NamedVocabulary, version: string, major: number): Diagnostic {
  return diagnostic(
    wrongVocabularyVersion,
    vocabulary.span,
    {
      en: `The manifest follows ${vocabulary.name} ${vocabulary.major}, and the policies use version ${version}`,
      nl: `Het manifest volgt ${vocabulary.name} ${vocabulary.major}, en het beleid gebruikt versie ${version}`,
    },
    {
      help: {
        en: `Give policies for version ${vocabulary.major}, or adapt the manifest to \`${vocabulary.name} ${major}\`.`,
        nl: `Geef beleid voor versie ${vocabulary.major} mee, of pas het manifest aan op \`${vocabulary.name} ${major}\`.`,
      },
    },
  );
}

function noSuchRecord(
  entry: RawEntry | undefined,
  written: string | undefined,
  names: readonly string[],
  vocabulary: NamedVocabulary,
  source: SourceText | undefined,
): Diagnostic {
  const span = entry === undefined || source === undefined ? vocabulary.span : headSpan(entry.value, source);
  const message =
    written === undefined
      ? {
          en: `${vocabulary.name} has several kinds of manifest, and this one does not say which it is`,
          nl: `${vocabulary.name} kent meer soorten manifest, en dit zegt niet welk het is`,
        }
      : {
          en: `${vocabulary.name} has no kind of manifest ${quoted(written)}`,
          nl: `${vocabulary.name} kent geen soort manifest ${quoted(written)}`,
        };
  const choices = names.map((name) => `\`record: ${name}\``);
  const help = { en: `Write ${listed(choices, 'or')}.`, nl: `Schrijf ${listed(choices, 'of')}.` };
  return diagnostic(unknownManifestRecord, span, message, { help });
}

/** True where not one key is a field and no vocabulary is named: the document is about something else. */
function saysNothing(root: RawMap, record: RecordType): boolean {
  return !root.entries.some(({ key }) => key === 'vocabulary' || fieldsOf(record).has(key));
}

const notHere: Localized = {
  en: 'A manifest begins with `id:` and other fields of its vocabulary.',
  nl: 'Een manifest begint met `id:` en andere velden van zijn woordenlijst.',
};

function noKnownKey(root: RawMap, record: RecordType, source: SourceText): Diagnostic {
  const keys = root.entries.filter(({ key }) => !isExtensionKey(key)).map(({ key }) => key);
  const message =
    keys.length === 0
      ? { en: 'This is not a manifest: it has no fields', nl: 'Dit is geen manifest: het heeft geen velden' }
      : {
          en: `This is not a manifest: none of its keys is a field of \`${record.name}\``,
          nl: `Dit is geen manifest: geen van de sleutels is een veld van \`${record.name}\``,
        };
  return diagnostic(notAManifest, firstSpan(root, source), message, { help: notHere });
}

function notAMap({ source, root }: RawDocument): Diagnostic {
  const list = root?.kind === 'list';
  const message = {
    en: `This is not a manifest: it is ${list ? 'a list' : 'a single value'}`,
    nl: `Dit is geen manifest: het is ${list ? 'een lijst' : 'één waarde'}`,
  };
  const span = root === undefined ? spanOf(source, 0, 0) : headSpan(root, source);
  return diagnostic(notAManifest, span, message, { help: notHere });
}

/** The id of a typed manifest; a missing one is reported. */
function idOf(record: RecordValue, typing: Typing): string | undefined {
  const field = fieldWithRole(record.type, 'id');
  if (field === undefined) return undefined;
  const id = record.slots[field.slot];
  if (typeof id === 'string') return id;
  const entry = record.raw.entries.find(({ key }) => fieldsOf(record.type).get(key) === field);
  if (entry !== undefined && typing.absences.get(entry.value) === 'mistyped') return undefined;
  typing.diagnostics.push(
    diagnostic(
      missingId,
      entry === undefined ? firstSpan(record.raw, typing.source) : spanOf(typing.source, entry.keyStart, entry.keyEnd),
      { en: `This manifest has no \`${field.name}\``, nl: `Dit manifest heeft geen \`${field.name}\`` },
      {
        help: {
          en: `Give it a fixed identifier that no other manifest has: \`${field.name}: …\`.`,
          nl: `Geef het een vaste aanduiding die geen ander manifest heeft: \`${field.name}: …\`.`,
        },
      },
    ),
  );
  return undefined;
}

/** What stands at the id's key of a manifest that is not typed, so that the report can still name it. */
function idAtKey(root: RawMap, record: RecordType | undefined): string | undefined {
  const name = record === undefined ? 'id' : fieldWithRole(record, 'id')?.name;
  const value = name === undefined ? undefined : entryOf(root, name)?.value;
  return value?.kind === 'scalar' && value.text.trim() !== '' ? value.text : undefined;
}
