export { buildProgram } from '../../language/src/check/build-program.ts';
export type { CoreProgram } from '../../language/src/core/core.ts';
export type { Diagnostic, DiagnosticKind, Language, Localized } from '../../language/src/diagnostic/diagnostic.ts';
export { diagnostic } from '../../language/src/diagnostic/diagnostic.ts';
export { nearestNames } from '../../language/src/diagnostic/nearest.ts';
export { type CompiledProgram, compileProgram, judge } from '../../language/src/evaluate/judge.ts';
export { noticesOfProgram } from '../../language/src/evaluate/program-notices.ts';
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
export type { RawDocument } from '../../language/src/manifest/document.ts';
export { pointerAt } from '../../language/src/manifest/pointer-at.ts';
export { readDocuments } from '../../language/src/manifest/read-document.ts';
export { typeManifest } from '../../language/src/manifest/type-manifest.ts';
export type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
export {
  lineText,
  positionAt,
  type SourceText,
  type Span,
  sourceText,
  spanOf,
} from '../../language/src/source/source.ts';
export type { LevelName } from '../../language/src/syntax/ast.ts';
export { type ParsedFile, parsePolicy } from '../../language/src/syntax/parse.ts';
export { formatDate, parseDate } from '../../language/src/values/calendar.ts';
export { usesOf } from './uses-of.ts';
