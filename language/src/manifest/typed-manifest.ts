import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { RawDocument, RawNode } from './document.ts';
import type { AbsenceReason, RecordValue } from './value.ts';

/** A manifest as rules see it: normalised once, every value typed by its field. */
export interface TypedManifest {
  readonly document: RawDocument;
  /** The manifest's identifier; undefined (and an error) where it has none. */
  readonly id: string | undefined;
  /** The vocabulary that it names, or the default. */
  readonly vocabulary: string;
  /** Undefined where nothing can be judged at all. */
  readonly record: RecordValue | undefined;
  /** Why a value that stands in the file counts as absent; nodes that are not in it simply have their value. */
  readonly absences: ReadonlyMap<RawNode, AbsenceReason>;
  /** Errors at values: mistyped, undeclared, unknown keys. The rest is still judged, and the exit is 2. */
  readonly diagnostics: readonly Diagnostic[];
  /** The documents of the file beside it that were joined to it, whether or not they name it. */
  readonly beside: readonly RawDocument[];
}
