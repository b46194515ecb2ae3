import { type Diagnostic, diagnostic } from '../diagnostic/diagnostic.ts';
import { claimsOfNoManifest, claimsTwice, claimsUnnamed, notClaimed } from '../diagnostic/manifest-errors.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import type { Field, FieldRole, RecordType } from '../model/types.ts';
import { type Span, spanOf } from '../source/source.ts';
import type { RawDocument, RawEntry, RawMap, RawNode } from './document.ts';
import { documentDiagnostic, isFatal } from './document-diagnostic.ts';
import type { ManifestSchema } from './manifest-schema.ts';
import { quoted } from './scalar-fault.ts';
import { inOrderOnce } from './type-manifest.ts';
import { checkKeysAcross, fieldsOf, isExtensionKey, typeRecord } from './type-record.ts';
import type { TypedManifest } from './typed-manifest.ts';
import type { Typing } from './typing.ts';
import { headSpan } from './typing-reports.ts';
import type { AbsenceReason, ListValue, RecordValue, Value } from './value.ts';

/** The lists of a manifest that may stand in a file beside it. */
const claimRoles: readonly FieldRole[] = ['claims', 'explanations', 'approvals'];

/** The key by which a document beside a manifest says which manifest it is about. */
const manifestKey = 'manifest';

/**
 * A manifest with what is claimed for it in the documents of the file beside it: those that name its id. Their items come
 * after its own, and know the text that they stand in. What is wrong in them is a diagnostic of the manifest, and the rest
 * of them counts all the same. A manifest that cannot be judged is given back as it is.
 */
export function joinClaims(
  manifest: TypedManifest,
  beside: readonly RawDocument[],
  schema: ManifestSchema,
): TypedManifest {
  if (beside.length === 0 || manifest.record === undefined) return manifest;
  const absences = new Map(manifest.absences);
  const diagnostics: Diagnostic[] = [];
  let record = manifest.record;
  let first: Named | undefined;
  for (const document of beside) {
    const named = namedIn(document);
    if (named.kind === 'unread') diagnostics.push(...named.diagnostics);
    if (named.kind !== 'named' || named.id !== manifest.id) continue;
    if (first !== undefined) {
      diagnostics.push(namedTwice(named, first));
      continue;
    }
    first = named;
    const joined = joinDocument(record, named, manifest, schema, absences);
    record = joined.record;
    diagnostics.push(...joined.diagnostics);
  }
  return { ...manifest, record, absences, diagnostics: [...manifest.diagnostics, ...diagnostics], beside };
}

/** The errors of documents beside manifests that name none of the manifests that they stand beside, by these ids. */
export function claimsOfNobody(beside: readonly RawDocument[], ids: readonly string[]): readonly Diagnostic[] {
  return beside.flatMap((document): readonly Diagnostic[] => {
    const named = namedIn(document);
    if (named.kind !== 'named' || ids.includes(named.id)) return [];
    const message = {
      en: `No manifest beside this file has the id ${quoted(named.id)}`,
      nl: `Geen manifest naast dit bestand heeft de aanduiding ${quoted(named.id)}`,
    };
    const known = listed(ids.slice(0, 12).map(quoted), 'or');
    const bekend = listed(ids.slice(0, 12).map(quoted), 'of');
    const help =
      didYouMean(nearestNames(named.id, ids)) ??
      (ids.length === 0 ? undefined : { en: `It is ${known}.`, nl: `Dat is ${bekend}.` });
    return [diagnostic(claimsOfNoManifest, named.span, message, help === undefined ? {} : { help })];
  });
}

/** A document that says which manifest it is about. */
interface Named {
  readonly kind: 'named';
  readonly id: string;
  readonly document: RawDocument;
  readonly root: RawMap;
  /** Where the id stands. */
  readonly span: Span;
}

type NamedDocument =
  | Named
  /** What nobody wrote anything in claims nothing. */
  | { readonly kind: 'empty' }
  | { readonly kind: 'unread'; readonly diagnostics: readonly Diagnostic[] };

function namedIn(document: RawDocument): NamedDocument {
  const { source, root, problems } = document;
  if (problems.some(({ kind }) => kind === 'empty')) return { kind: 'empty' };
  if (problems.some(isFatal))
    return { kind: 'unread', diagnostics: problems.map((problem) => documentDiagnostic(problem, source)) };
  const entry = root?.kind === 'map' ? root.entries.find(({ key }) => key === manifestKey) : undefined;
  const id = entry?.value.kind === 'scalar' ? entry.value.text : '';
  if (root?.kind === 'map' && entry !== undefined && id.trim() !== '')
    return { kind: 'named', id, document, root, span: headSpan(entry.value, source) };
  const message = {
    en: `This does not say of which manifest it is: \`${manifestKey}\` is missing`,
    nl: `Hier staat niet bij welk manifest het hoort: \`${manifestKey}\` ontbreekt`,
  };
  const help = {
    en: `Begin with \`${manifestKey}: …\`, the id of the manifest.`,
    nl: `Begin met \`${manifestKey}: …\`, de aanduiding van het manifest.`,
  };
  return { kind: 'unread', diagnostics: [diagnostic(claimsUnnamed, unnamedSpan(root, document), message, { help })] };
}

function unnamedSpan(root: RawNode | undefined, { source }: RawDocument): Span {
  const first = root?.kind === 'map' ? root.entries[0] : undefined;
  if (first !== undefined) return spanOf(source, first.keyStart, first.keyEnd);
  return root === undefined ? spanOf(source, 0, 0) : headSpan(root, source);
}

function namedTwice({ id, span }: Named, first: Named): Diagnostic {
  return diagnostic(
    claimsTwice,
    span,
    {
      en: `The exceptions and explanations of ${quoted(id)} stand in two documents; this one does not count`,
      nl: `De uitzonderingen en de uitleg bij ${quoted(id)} staan in twee documenten; dit telt niet mee`,
    },
    {
      help: { en: 'Put it in one document.', nl: 'Zet het in één document.' },
      related: [{ span: first.span, message: { en: 'the first of them', nl: 'het eerste van beide' } }],
    },
  );
}

interface Joined {
  readonly record: RecordValue;
  readonly diagnostics: readonly Diagnostic[];
}

function joinDocument(
  own: RecordValue,
  { document, root }: Named,
  manifest: TypedManifest,
  { purposes }: ManifestSchema,
  absences: Map<RawNode, AbsenceReason>,
): Joined {
  const { source } = document;
  const typing: Typing = { source, purposes, absences, diagnostics: [] };
  for (const problem of document.problems) typing.diagnostics.push(documentDiagnostic(problem, source));
  const allowed = claimFields(own.type);
  const isAllowed = ({ key }: RawEntry): boolean => {
    const field = fieldsOf(own.type).get(key);
    return field !== undefined && allowed.includes(field);
  };
  for (const entry of root.entries) {
    if (entry.key !== manifestKey && !isExtensionKey(entry.key) && !isAllowed(entry))
      typing.diagnostics.push(otherKey(entry, own.type, allowed, document));
  }
  const there = typeRecord({ ...root, entries: root.entries.filter(isAllowed) }, own.type, typing);
  const slots = [...own.slots];
  for (const field of allowed) {
    const list = there.slots[field.slot];
    if (!isList(list) || list.items.length === 0) continue;
    const before = slots[field.slot];
    const mine = isList(before) ? before : undefined;
    if (mine !== undefined && field.type.kind === 'list')
      checkKeysAcross([mine, manifest.document.source], list, field.type.keys, field.name, typing);
    slots[field.slot] = joinedList(mine, { from: mine?.items.length ?? 0, list, record: there, field, source });
  }
  return {
    record: { kind: 'record', type: own.type, slots, raw: own.raw },
    diagnostics: inOrderOnce(typing.diagnostics),
  };
}

function joinedList(mine: ListValue | undefined, beside: NonNullable<ListValue['beside']>): ListValue {
  return { kind: 'list', items: [...(mine?.items ?? []), ...beside.list.items], raw: mine?.raw, beside };
}

function claimFields({ fields }: RecordType): readonly Field[] {
  return fields.filter(({ roles }) => claimRoles.some((role) => roles.includes(role)));
}

function isList(value: Value): value is ListValue {
  return typeof value === 'object' && value.kind === 'list';
}

/** A key that has no place beside a manifest: one of the manifest itself, or none at all. */
function otherKey(entry: RawEntry, record: RecordType, allowed: readonly Field[], { source }: RawDocument): Diagnostic {
  const names = allowed.map(({ name }) => name);
  const isField = fieldsOf(record).has(entry.key);
  const message = isField
    ? {
        en: `${quoted(entry.key)} belongs in the manifest itself, and is not read here`,
        nl: `${quoted(entry.key)} hoort in het manifest zelf, en wordt hier niet gelezen`,
      }
    : {
        en: `A file beside a manifest has no ${quoted(entry.key)}`,
        nl: `Een bestand naast een manifest kent geen ${quoted(entry.key)}`,
      };
  const words = names.map((name) => `\`${name}\``);
  const help = (isField ? undefined : didYouMean(nearestNames(entry.key, names))) ?? {
    en: `A file beside a manifest holds ${listed(words, 'and')}, for the one that \`${manifestKey}\` names.`,
    nl: `Een bestand naast een manifest bevat ${listed(words, 'en')}, voor het manifest dat \`${manifestKey}\` noemt.`,
  };
  return diagnostic(notClaimed, spanOf(source, entry.keyStart, entry.keyEnd), message, { help });
}
