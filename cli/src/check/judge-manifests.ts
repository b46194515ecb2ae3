import {
  type CompiledProgram,
  type CoreProgram,
  type Diagnostic,
  diagnostic,
  type Judgement,
  joinClaims,
  judge,
  keysAlong,
  pointerAt,
  type RawDocument,
  readDocuments,
  type SourceText,
  sourceText,
  spanOf,
  type TypedManifest,
  typeManifest,
} from '@waarborg/language';
import { idTwice, internalError, type Problem, problem } from '../command-errors.ts';
import { phrases } from '../messages.ts';
import { readStandardInput, readTextFile, type TextRead } from '../read-text.ts';
import type { JudgedManifest } from './build-report.ts';
import type { ManifestFile } from './find-manifests.ts';
import { type ClaimsBeside, type ClaimsLedger, claimsLedger, readClaims } from './read-claims.ts';
import { syntaxOf } from './syntax-of.ts';

/** The manifests of a run, and the texts of those about which there is something to show. */
export interface JudgedManifests {
  readonly manifests: readonly JudgedManifest[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The policies of a run, compiled, and the day on which they are applied. */
export interface Bench {
  readonly program: CoreProgram;
  readonly compiled: CompiledProgram;
  readonly asOf: number;
  /** Called with each manifest as rules see it, for what else is asked of manifests than how they are judged. */
  readonly onTyped?: (manifest: TypedManifest, file: string) => void;
}

/** How a file of manifests is read. */
export type ReadManifestFile = (file: ManifestFile) => TextRead;

/** Reads a file of manifests, or standard input. */
export function readManifestFile({ path, shown }: ManifestFile): TextRead {
  return path === undefined ? readStandardInput() : readTextFile(path, shown);
}

/**
 * Reads and judges every manifest of every file, one after another; what is wrong with one leaves the others alone. Each file
 * may have policies and a day of its own.
 */
export function judgeManifests(
  files: readonly ManifestFile[],
  bench: Bench | ((file: ManifestFile) => Bench),
  read: ReadManifestFile = readManifestFile,
): JudgedManifests {
  const sources = new Map<string, SourceText>();
  const seen = new Map<string, string>();
  const ledger = claimsLedger();
  const benchFor = typeof bench === 'function' ? bench : () => bench;
  const manifests = files.flatMap((file) => judgeFile(file, read, benchFor(file), { seen, sources, ledger }));
  return { manifests: withLeftOver(manifests, files, ledger), sources };
}

/** What is gathered while the manifests of a run are judged one after another. */
interface Gathered {
  /** The file of each id. */
  readonly seen: Map<string, string>;
  readonly sources: Map<string, SourceText>;
  readonly ledger: ClaimsLedger;
}

/** What stands beside manifests and names none of them is an error of the first that it stands beside. */
function withLeftOver(
  manifests: readonly JudgedManifest[],
  files: readonly ManifestFile[],
  ledger: ClaimsLedger,
): readonly JudgedManifest[] {
  const leftOver = ledger.leftOver();
  const byFile = new Map<string, Diagnostic[]>();
  for (const [name, diagnostics] of leftOver) {
    const file = files.find(({ beside }) => beside?.some(({ shown }) => shown === name));
    if (file !== undefined && diagnostics.length > 0)
      byFile.set(file.shown, [...(byFile.get(file.shown) ?? []), ...diagnostics]);
  }
  if (byFile.size === 0) return manifests;
  return manifests.map((manifest) => {
    const more = manifest.document === 0 ? (byFile.get(manifest.file) ?? []) : [];
    return more.length === 0 ? manifest : { ...manifest, diagnostics: [...manifest.diagnostics, ...more] };
  });
}

function judgeFile(
  file: ManifestFile,
  read: ReadManifestFile,
  bench: Bench,
  { seen, sources, ledger }: Gathered,
): readonly JudgedManifest[] {
  const { shown } = file;
  const text = read(file);
  if (text.kind === 'problem') return [unjudged(shown, 0, text.problem)];
  try {
    const source = sourceText(shown, text.text);
    const { documents } = readDocuments(source, syntaxOf(shown));
    const beside = readClaims(file, read);
    const manifests = documents.map((document) => judgeDocument(document, beside, bench, seen));
    ledger.add(
      beside,
      manifests.map(({ id }) => id),
    );
    if (manifests.some(hasSomethingToShow)) sources.set(shown, source);
    for (const each of beside.sources) sources.set(each.name, each);
    return manifests;
  } catch (error) {
    return [unjudged(shown, 0, bug(error, shown))];
  }
}

function hasSomethingToShow({ diagnostics, judgement }: JudgedManifest): boolean {
  return (
    diagnostics.length > 0 || judgement === undefined || judgement.results.some((result) => result.findings.length > 0)
  );
}

function judgeDocument(
  document: RawDocument,
  beside: ClaimsBeside,
  bench: Bench,
  seen: Map<string, string>,
): JudgedManifest {
  const shown = document.source.name;
  try {
    const typed = joinClaims(typeManifest(document, bench.program), beside.documents, bench.program);
    bench.onTyped?.(typed, shown);
    const diagnostics = [...typed.diagnostics, ...repeatedId(typed, shown, seen)];
    // Without errors nothing asks for pointers, and the tree of the document need not be kept until the end of the run.
    const root = diagnostics.length === 0 ? undefined : document.root;
    const judgement = typed.record === undefined ? undefined : judge(bench.compiled, typed, bench.asOf);
    return {
      file: shown,
      document: document.index,
      id: typed.id,
      problems: beside.problems,
      diagnostics,
      pointerAt: ({ source, start }) =>
        pointerAt(source === document.source ? root : rootIn(beside.documents, source, start), start),
      judgement,
      outerKeys: outerKeysOf(typed, judgement),
    };
  } catch (error) {
    return unjudged(shown, document.index, bug(error, shown));
  }
}

/** A pointer to an item of a list within a list. */
const nested = /\/\d+\/.+\/\d+$/;

/**
 * For what something was found in and its own key does not tell apart, the keys of the items around it: worked out while the
 * manifest is at hand, and for few manifests.
 */
function outerKeysOf(typed: TypedManifest, judgement: Judgement | undefined): JudgedManifest['outerKeys'] {
  const found = (judgement?.results ?? []).filter(
    ({ subject, subjectKey, claim, findings }) =>
      findings.length > 0 && claim === undefined && (subjectKey === undefined ? /\/\d/ : nested).test(subject),
  );
  if (found.length === 0) return undefined;
  return new Map(
    found.map(({ subject, subjectKey }) => {
      const keys = keysAlong(typed, subject);
      return [subject, subjectKey === undefined ? keys : keys.slice(0, -1)];
    }),
  );
}

/** The document of a text that an offset lies in. */
function rootIn(documents: readonly RawDocument[], source: SourceText, offset: number): RawDocument['root'] {
  return documents.findLast(({ source: own, root }) => own === source && (root?.start ?? 0) <= offset)?.root;
}

/** The error of a manifest whose id another one in the run has already, at the id. */
function repeatedId(typed: TypedManifest, shown: string, seen: Map<string, string>): readonly Diagnostic[] {
  const { id, record, document } = typed;
  if (id === undefined) return [];
  const first = seen.get(id);
  if (first === undefined) {
    seen.set(id, shown);
    return [];
  }
  const field = record?.type.fields.find((each) => each.roles.includes('id'));
  const entry = record?.raw.entries.find(
    ({ key }) => field !== undefined && (key === field.name || field.was.includes(key)),
  );
  const span = spanOf(document.source, entry?.value.start ?? 0, entry?.value.end ?? 0);
  const where =
    first === shown
      ? { en: 'an earlier document of this file', nl: 'een eerder document van dit bestand' }
      : { en: first, nl: first };
  const message = {
    en: `The id \`${id}\` is that of ${where.en} too`,
    nl: `De aanduiding \`${id}\` is ook die van ${where.nl}`,
  };
  const help = { en: 'Give one of them another id.', nl: 'Geef een van beide een andere aanduiding.' };
  return [diagnostic(idTwice, span, message, { help })];
}

function unjudged(file: string, document: number, found: Problem): JudgedManifest {
  return {
    file,
    document,
    id: undefined,
    problems: [found],
    diagnostics: [],
    pointerAt: () => '',
    judgement: undefined,
  };
}

function bug(error: unknown, shown: string): Problem {
  const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const message = { en: `${phrases.internal.en}: ${detail}`, nl: `${phrases.internal.nl}: ${detail}` };
  return problem(internalError, message, shown, phrases.reportIt);
}
