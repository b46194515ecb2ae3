import {
  type CoreProgram,
  type CoreRule,
  compileProgram,
  type Language,
  type SourceText,
  statementsAbout,
  type TypedManifest,
} from '@waarborg/language';
import { diagnosticReport, type JudgedManifest, problemReport } from '../check/build-report.ts';
import { findManifests } from '../check/find-manifests.ts';
import { judgeManifests } from '../check/judge-manifests.ts';
import type { ErrorReport } from '../report.ts';
import { placeOf } from './described-rule.ts';
import type { ManifestStanding } from './explanation-report.ts';

/** Manifests that were judged, seen from the rules that are explained. */
export interface JudgedForRules {
  /** How each manifest stands with a rule, in the order of the files. */
  readonly standings: (rule: CoreRule) => readonly ManifestStanding[];
  /** Why manifests could not be judged, wholly or in part. */
  readonly errors: (language: Language) => readonly ErrorReport[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Judges the manifests that the arguments name. */
export function judgeForRules(
  paths: readonly string[],
  program: CoreProgram,
  asOf: number,
  workingFolder: string,
): JudgedForRules {
  const found = findManifests(paths, workingFolder);
  const typed = new Map<string, TypedManifest>();
  const onTyped = (manifest: TypedManifest, file: string): void => {
    typed.set(keyOf(file, manifest.document.index), manifest);
  };
  const { manifests, sources } = judgeManifests(found.files, {
    program,
    compiled: compileProgram(program),
    asOf,
    onTyped,
  });
  return {
    standings: (rule) =>
      manifests.map((manifest) => standing(manifest, typed.get(keyOf(manifest.file, manifest.document)), rule)),
    errors: (language) => [
      ...found.problems.map((problem) => problemReport(problem, language)),
      ...manifests.flatMap((manifest) => errorsOf(manifest, language)),
    ],
    sources,
  };
}

function keyOf(file: string, document: number): string {
  return `${document} ${file}`;
}

function standing(
  { file, document, id, judgement }: JudgedManifest,
  typed: TypedManifest | undefined,
  rule: CoreRule,
): ManifestStanding {
  const results = judgement?.results.filter((result) => result.rule === rule.id) ?? [];
  const statements = typed === undefined ? [] : statementsAbout(typed, rule);
  return {
    file,
    document,
    id: id ?? '',
    outcomes: results.map(({ subject, subjectKey, outcome }) => ({ subject, subjectKey: subjectKey ?? null, outcome })),
    statements: statements.map(({ kind, about, span }) => ({ kind, about, ...placeOf(span) })),
  };
}

function errorsOf({ problems, diagnostics, pointerAt }: JudgedManifest, language: Language): readonly ErrorReport[] {
  return [
    ...problems.map((problem) => problemReport(problem, language)),
    ...diagnostics
      .filter(({ severity }) => severity === 'error')
      .map((diagnostic) => diagnosticReport(diagnostic, pointerAt(diagnostic.span), language)),
  ];
}
