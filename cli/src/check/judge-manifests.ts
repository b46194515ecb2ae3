import {
  type CompiledProgram,
  type CoreProgram,
  type Diagnostic,
  diagnostic,
  judge,
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
  const manifests = files.flatMap((file) =>
    judgeFile(file, read(file), typeof bench === 'function' ? bench(file) : bench, seen, sources),
  );
  return { manifests, sources };
}

function judgeFile(
  { shown }: ManifestFile,
  read: TextRead,
  bench: Bench,
  seen: Map<string, string>,
  sources: Map<string, SourceText>,
): readonly JudgedManifest[] {
  if (read.kind === 'problem') return [unjudged(shown, 0, read.problem)];
  try {
    const source = sourceText(shown, read.text);
    const { documents } = readDocuments(source, syntaxOf(shown));
    const manifests = documents.map((document) => judgeDocument(document, shown, bench, seen));
    if (manifests.some(hasSomethingToShow)) sources.set(shown, source);
    return manifests;
  } catch (error) {
    return [unjudged(shown, 0, bug(error, shown))];
  }
}

/** How a manifest is read, by the name of its file. */
export function syntaxOf(name: string): 'yaml' | 'json' | 'detect' {
  if (/\.json$/i.test(name)) return 'json';
  return /\.ya?ml$/i.test(name) ? 'yaml' : 'detect';
}

function hasSomethingToShow({ diagnostics, judgement }: JudgedManifest): boolean {
  return (
    diagnostics.length > 0 || judgement === undefined || judgement.results.some((result) => result.findings.length > 0)
  );
}

function judgeDocument(document: RawDocument, shown: string, bench: Bench, seen: Map<string, string>): JudgedManifest {
  try {
    const typed = typeManifest(document, bench.program);
    bench.onTyped?.(typed, shown);
    const diagnostics = [...typed.diagnostics, ...repeatedId(typed, shown, seen)];
    // Without errors nothing asks for pointers, and the tree of the document need not be kept until the end of the run.
    const root = diagnostics.length === 0 ? undefined : document.root;
    return {
      file: shown,
      document: document.index,
      id: typed.id,
      problems: [],
      diagnostics,
      pointerAt: (offset) => pointerAt(root, offset),
      judgement: typed.record === undefined ? undefined : judge(bench.compiled, typed, bench.asOf),
    };
  } catch (error) {
    return unjudged(shown, document.index, bug(error, shown));
  }
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
