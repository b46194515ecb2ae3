export type { CoreProgram } from '../../language/src/core/core.ts';
export type { Diagnostic, DiagnosticKind, Language, Localized } from '../../language/src/diagnostic/diagnostic.ts';
export { nearestNames } from '../../language/src/diagnostic/nearest.ts';
export type {
  CitationUse,
  ExceptionUse,
  Finding,
  Judgement,
  Location,
  NotApplicableReason,
  Notice,
  Outcome,
  ParameterUse,
  Reason,
  Result,
} from '../../language/src/evaluate/result.ts';
export type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
export { lineText, positionAt, type SourceText, type Span, sourceText } from '../../language/src/source/source.ts';
export type { LevelName } from '../../language/src/syntax/ast.ts';
export { formatDate, parseDate } from '../../language/src/values/calendar.ts';
