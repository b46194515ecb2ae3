import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import type { SourceText } from '../source/source.ts';
import type { RawNode } from './document.ts';
import type { SchemaPurposes } from './manifest-schema.ts';
import type { AbsenceReason } from './value.ts';

/** What the typing of one manifest needs and gathers. */
export interface Typing {
  readonly source: SourceText;
  readonly purposes: SchemaPurposes;
  readonly absences: Map<RawNode, AbsenceReason>;
  readonly diagnostics: Diagnostic[];
}
