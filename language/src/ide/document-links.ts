import { type Localized, untranslated } from '../diagnostic/diagnostic.ts';
import { localizedText } from '../model/vocabulary.ts';
import { type Span, spanOf } from '../source/source.ts';
import type { PurposeDeclaration, SourceDeclaration } from '../syntax/ast.ts';
import { namesIn } from './support/name-index.ts';
import { policyOf, testsOf } from './support/parsed.ts';
import { pathFrom } from './support/path-from.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { Occurrence } from './support/symbol.ts';

/** A piece of a file that leads somewhere else. */
export interface DocumentLink {
  readonly span: Span;
  /** An address on the web, always https; or the path of another file. */
  readonly to: { readonly kind: 'address' | 'file'; readonly target: string };
  /** What is there. */
  readonly about: Localized;
}

/**
 * The links of a file, in order: each citation to the address of its source, each source to its own, and each manifest that
 * a test starts from. An address that is not https is no link: a reader must be able to trust what opens.
 */
export function documentLinksOf(snapshot: Snapshot, path: string): readonly DocumentLink[] {
  const links = [...citationLinks(snapshot, path), ...addressLinks(snapshot, path), ...manifestLinks(snapshot, path)];
  return links.sort((a, b) => a.span.start - b.span.start);
}

function citationLinks(snapshot: Snapshot, path: string): readonly DocumentLink[] {
  return namesIn(snapshot, path).flatMap(({ symbol, role, span }: Occurrence) => {
    if (symbol.of.kind !== 'source' || role !== 'reference') return [];
    return linkTo(symbol.of.declaration, withPassage(span));
  });
}

/** A citation is the source and the passage, which stands behind it in quotation marks. */
function withPassage({ source, start, end }: Span): Span {
  const passage = /^\s*"(?:[^"\\\r\n]|\\[^\r\n])*"/.exec(source.text.slice(end, end + 500));
  return spanOf(source, start, end + (passage?.[0].length ?? 0));
}

function addressLinks(snapshot: Snapshot, path: string): readonly DocumentLink[] {
  const file = policyOf(snapshot, path)?.file;
  if (file?.kind !== 'pack') return [];
  return file.items.flatMap((item) => {
    if (item.kind === 'source' && item.address !== undefined) return linkTo(item, withoutMarks(item.address.span));
    return item.kind === 'purpose' ? linksOfPurpose(item) : [];
  });
}

function linksOfPurpose({ sameAs, children }: PurposeDeclaration): readonly DocumentLink[] {
  const own = sameAs.flatMap((same): readonly DocumentLink[] => {
    if (same.kind !== 'iri' || !isSafe(same.iri)) return [];
    const to = { kind: 'address', target: same.iri } as const;
    return [{ span: withoutMarks(same.span), to, about: untranslated(same.iri) }];
  });
  return [...own, ...children.flatMap(linksOfPurpose)];
}

function linkTo({ address, title }: SourceDeclaration, span: Span): readonly DocumentLink[] {
  if (address === undefined || !isSafe(address.text)) return [];
  const about = localizedText(title) ?? untranslated(address.text);
  return [{ span, to: { kind: 'address', target: address.text }, about }];
}

function isSafe(address: string): boolean {
  return /^https:\/\/[\p{L}\p{N}.-]+(?::\d+)?(?:[/?#][^\s"<>]*)?$/iu.test(address);
}

/** Without quotation marks or angle brackets. */
function withoutMarks(span: Span): Span {
  const { source, start, end } = span;
  return /^["<].*[">]$/s.test(source.text.slice(start, end)) ? spanOf(source, start + 1, end - 1) : span;
}

function manifestLinks(snapshot: Snapshot, path: string): readonly DocumentLink[] {
  const file = testsOf(snapshot, path)?.file;
  if (file === undefined) return [];
  return [...file.manifests, ...file.tests].flatMap(({ given: { start } }): readonly DocumentLink[] => {
    if (start.kind !== 'file') return [];
    const target = pathFrom(path, start.path);
    if (!snapshot.files.has(target)) return [];
    return [{ span: withoutMarks(start.span), to: { kind: 'file', target }, about: untranslated(start.path) }];
  });
}
