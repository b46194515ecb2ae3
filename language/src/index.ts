/**
 * The Waarborg language: read policies, check them, and judge manifests with them. No file system, no process and no
 * editor, so that it runs in Node, in a browser and in a worker alike.
 *
 * @example
 * const files = texts.map(({ name, text }) => parsePolicy(sourceText(name, text)));
 * const { program, diagnostics } = buildProgram(files);
 * const compiled = compileProgram(program);
 * const [document] = readDocuments(sourceText('a.analysis.yaml', text), 'yaml').documents;
 * const judgement = judge(compiled, typeManifest(document, program), day);
 */
export { buildProgram, type CheckedProgram } from './check/build-program.ts';
export { comparePrograms, type ProgramComparison } from './compare/compare-programs.ts';
export {
  compareVerdicts,
  namesNow,
  type VerdictChange,
  type VerdictFinding,
  type VerdictMove,
  type VerdictSide,
} from './compare/compare-verdicts.ts';
export type {
  Basis,
  Change,
  ChangeKind,
  Direction,
  ItemChange,
  ItemKind,
  PackChange,
  Step,
  StepReason,
  VersionAdvice,
} from './compare/comparison.ts';
export type { CorePack, CoreProgram, CoreRule } from './core/core.ts';
export { type AffectedByRule, affectedBy, type SharedPart } from './describe/affected-by.ts';
export { describeTerm } from './describe/describe-condition.ts';
export { describePack } from './describe/describe-pack.ts';
export { describeRule } from './describe/describe-rule.ts';
export { describeParameter } from './describe/describe-used.ts';
export type {
  CompatibilityDescription,
  DefinitionDescription,
  DutyDescription,
  ExceptionDescription,
  NamedPurpose,
  NeededField,
  ParameterDescription,
  RuleDescription,
  Sentence,
} from './describe/description.ts';
export { type FoundRule, findRule } from './describe/find-rule.ts';
export type {
  CitedPassage,
  NoteDescription,
  OwnParameter,
  PackDescription,
  PackPurpose,
  PackRule,
  PackText,
  SourceDescription,
} from './describe/pack-description.ts';
export { describeCondition } from './describe/sentence.ts';
export { type Statement, statementsAbout } from './describe/statements-about.ts';
export {
  type Diagnostic,
  type DiagnosticKind,
  diagnostic,
  type Fix,
  type Language,
  type Localized,
  type RelatedPlace,
  type Severity,
} from './diagnostic/diagnostic.ts';
export { didYouMean, nearestNames } from './diagnostic/nearest.ts';
export { decide } from './evaluate/decide.ts';
export type {
  ClaimDecision,
  DecisionStep,
  DutyDecision,
  ExceptionDecision,
  ExplanationDecision,
  RuleDecision,
  SubjectDecision,
} from './evaluate/decision.ts';
export { type CompiledProgram, compileProgram, judge } from './evaluate/judge.ts';
export { keysAlong } from './evaluate/keys-along.ts';
export { type ClaimState, type ListedClaim, listClaims } from './evaluate/list-claims.ts';
export { noticesOfProgram } from './evaluate/program-notices.ts';
export type {
  CitationUse,
  ExceptionUse,
  ExplanationUse,
  Finding,
  FindingDetails,
  Judgement,
  Location,
  NotApplicableReason,
  Notice,
  Outcome,
  ParameterUse,
  Reason,
  Result,
} from './evaluate/result.ts';
export type { Trace, TracedItem, TracedPart, TracedValue } from './evaluate/trace.ts';
export {
  convertSource,
  type Formatted,
  formatRange,
  formatSource,
  type TextRange,
} from './format/format.ts';
export type { TextChange } from './format/print-document.ts';
export { type Call, type CallItem, callItemAt, incomingCallsOf, outgoingCallsOf } from './ide/call-hierarchy.ts';
export { type CodeAction, codeActionChangeOf, codeActionsOf } from './ide/code-actions.ts';
export { type CodeLens, codeLensesOf, lensWordsOf } from './ide/code-lenses.ts';
export { type Completion, completionsOf, completionTextOf } from './ide/completion.ts';
export { type ConvertedSpelling, convertedSpelling } from './ide/convert-spelling.ts';
export { type Definition, definitionOf } from './ide/definition.ts';
export { diagnosticsOf, type FileDiagnostic } from './ide/diagnostics.ts';
export { documentHighlightsOf, type Highlight } from './ide/document-highlight.ts';
export { type DocumentLink, documentLinksOf } from './ide/document-links.ts';
export { documentSymbolsOf, type OutlineItem } from './ide/document-symbols.ts';
export { type FileRename, fileRenameEdits } from './ide/file-rename.ts';
export { type FoldingRange, foldingRangesOf } from './ide/folding-ranges.ts';
export { formattingOf, formattingOnTypeOf } from './ide/formatting.ts';
export { type Hover, hoverOf } from './ide/hover.ts';
export { implementationsOf } from './ide/implementation.ts';
export { type InlayHint, inlayHintsOf } from './ide/inlay-hints.ts';
export { type ManifestAction, manifestActionsOf } from './ide/manifest-actions.ts';
export { type ManifestCompletion, manifestCompletionsOf } from './ide/manifest-completion.ts';
export { type FindingName, type ManifestDiagnostic, manifestDiagnosticsOf } from './ide/manifest-diagnostics.ts';
export { type LookingRule, type ManifestHover, manifestHoverOf } from './ide/manifest-hover.ts';
export { type ManifestSummary, manifestSummariesOf } from './ide/manifest-summary.ts';
export { type PackInUse, packsInUse } from './ide/packs-in-use.ts';
export { referencesOf } from './ide/references.ts';
export { prepareRenameOf, type RenameEdits, renameOf } from './ide/rename.ts';
export { type RuleTests, ruleTestsOf } from './ide/rule-tests.ts';
export { selectionRangesOf } from './ide/selection-ranges.ts';
export { type SemanticToken, semanticTokensOf } from './ide/semantic-tokens.ts';
export { type Signature, signaturesAt } from './ide/signature-help.ts';
export type { WorkspaceChange } from './ide/support/actions/action.ts';
export { isManifest } from './ide/support/manifests/manifest-files.ts';
export { missingPacks } from './ide/support/program.ts';
export {
  emptySnapshot,
  type FileSyntax,
  type Root,
  rootOf,
  type Snapshot,
  type SnapshotChange,
  type SnapshotFile,
  updateSnapshot,
} from './ide/support/snapshot.ts';
export type { Occurrence, SymbolKind } from './ide/support/symbol.ts';
export { missingManifests } from './ide/support/test-run.ts';
export { type FileCoverage, testCoverageOf } from './ide/test-coverage.ts';
export { type FileResults, type TestChoice, testResultsOf, verdictOf } from './ide/test-results.ts';
export { typeDefinitionOf } from './ide/type-definition.ts';
export { type WorkspaceSymbol, workspaceSymbolsOf } from './ide/workspace-symbols.ts';
export { applyFixes, type FixedText } from './lint/apply-fixes.ts';
export { lintProgram } from './lint/lint.ts';
export type { RawDocument, RawFile, RawMap, RawNode, RawScalar } from './manifest/document.ts';
export { documentDiagnostic, documentDiagnostics, isFatal } from './manifest/document-diagnostic.ts';
export { claimsOfNobody, joinClaims } from './manifest/join-claims.ts';
export { pointerAt } from './manifest/pointer-at.ts';
export { type DocumentSyntax, readDocuments } from './manifest/read-document.ts';
export type { JsonSchema, JsonValue } from './manifest/schema/json-schema.ts';
export { vocabularySchema } from './manifest/schema/vocabulary-schema.ts';
export { typeManifest } from './manifest/type-manifest.ts';
export type { TypedManifest } from './manifest/typed-manifest.ts';
export { type UsedName, usesOf } from './model/uses-of.ts';
export {
  lineText,
  type Position,
  positionAt,
  type SourceText,
  type Span,
  sourceText,
  spanOf,
} from './source/source.ts';
export type { LevelName, Spelling } from './syntax/ast.ts';
export { type ParsedFile, parsePolicy } from './syntax/parse.ts';
export { type ParsedTests, parseTests } from './syntax/parse-tests.ts';
export { type Coverage, type CoverageItem, coverageOf } from './tests/coverage.ts';
export type { ReadManifest } from './tests/given-manifest.ts';
export { runTests } from './tests/run-tests.ts';
export type { OutcomeWords, TestCase, TestRun } from './tests/test-run.ts';
export { wordsOfOutcome } from './tests/words-of-outcome.ts';
export { findTurns } from './turn/find-turns.ts';
export type { TurnSearch } from './turn/looking.ts';
export { applyEdits, type TextEdit } from './turn/text-edits.ts';
export type { FieldTurn, Turn, TurnRange, Turns } from './turn/turn.ts';
export { addDuration, type Day, formatDate, parseDate } from './values/calendar.ts';
