import {
  claimsOfNobody,
  type Diagnostic,
  type RawDocument,
  readDocuments,
  type SourceText,
  sourceText,
} from '@waarborg/language';
import type { Problem } from '../command-errors.ts';
import type { TextRead } from '../read-text.ts';
import type { ManifestFile } from './find-manifests.ts';
import { syntaxOf } from './syntax-of.ts';

/** What stands in the files beside a manifest, and what could not be read of them. */
export interface ClaimsBeside {
  readonly sources: readonly SourceText[];
  readonly documents: readonly RawDocument[];
  readonly problems: readonly Problem[];
}

/** A manifest that has no file beside it. */
export const nothingBeside: ClaimsBeside = { sources: [], documents: [], problems: [] };

/** Reads the files beside a manifest. */
export function readClaims({ beside = [] }: ManifestFile, read: (file: ManifestFile) => TextRead): ClaimsBeside {
  if (beside.length === 0) return nothingBeside;
  const texts = beside.map((file) => ({ file, text: read(file) }));
  const sources = texts.flatMap(({ file, text }) => (text.kind === 'text' ? sourceText(file.shown, text.text) : []));
  return {
    sources,
    documents: sources.flatMap((source) => readDocuments(source, syntaxOf(source.name)).documents),
    problems: texts.flatMap(({ text }) => (text.kind === 'problem' ? text.problem : [])),
  };
}

/**
 * Remembers which manifests stand beside which files of claims, so that what names none of them can be said once all of
 * them are known: two manifests may share a file.
 */
export interface ClaimsLedger {
  readonly add: (claims: ClaimsBeside, ids: readonly (string | undefined)[]) => void;
  /** What names no manifest, by the file of claims that it stands in. */
  readonly leftOver: () => ReadonlyMap<string, readonly Diagnostic[]>;
}

/** An empty ledger. */
export function claimsLedger(): ClaimsLedger {
  const bySource = new Map<string, { documents: readonly RawDocument[]; ids: (string | undefined)[] }>();
  return {
    add: ({ sources, documents }, ids) => {
      for (const source of sources) {
        const own = documents.filter((document) => document.source === source);
        const known = bySource.get(source.name) ?? { documents: own, ids: [] };
        known.ids.push(...ids);
        bySource.set(source.name, known);
      }
    },
    leftOver: () =>
      new Map(
        Array.from(bySource, ([name, { documents, ids }]) => {
          // Where the id of a manifest cannot be read, what is claimed may be claimed for it.
          const known = ids.filter((id) => id !== undefined);
          return [name, known.length < ids.length ? [] : claimsOfNobody(documents, known)] as const;
        }),
      ),
  };
}
