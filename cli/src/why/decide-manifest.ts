import {
  type CoreProgram,
  type CoreRule,
  compileProgram,
  decide,
  findTurns,
  joinClaims,
  type Language,
  pointerAt,
  type RawDocument,
  readDocuments,
  type SourceText,
  type SubjectDecision,
  type TurnSearch,
  type TypedManifest,
  typeManifest,
} from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { type ClaimsBeside, nothingBeside } from '../check/read-claims.ts';
import { syntaxOf } from '../check/syntax-of.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { today } from '../today.ts';
import type { WhyRun } from './build-why-report.ts';
import { chooseDocument, chooseSubjects } from './choose.ts';
import type { WhyArguments } from './why-arguments.ts';

/**
 * How a rule came to its outcome in the manifest that a text holds, with what is claimed beside it, and what would turn it;
 * `source` bears its shown name.
 */
export function decideManifest(
  source: SourceText,
  program: CoreProgram,
  rule: CoreRule,
  options: WhyArguments,
  beside: ClaimsBeside = nothingBeside,
): WhyRun {
  const file = source.name;
  const syntax = syntaxOf(file);
  const chosen = chooseDocument(options.document, readDocuments(source, syntax).documents, program);
  if (chosen.kind === 'problem') return failed({ ...options, manifest: file }, [chosen.problem]);
  const manifest = joinClaims(typeManifest(chosen.document, program), beside.documents, program);
  const asOf = options.asOf ?? today();
  const decision = decide(compileProgram(program), manifest, asOf, rule.id);
  const base = {
    asOf,
    file,
    document: chosen.document.index,
    manifest: manifest.id ?? '',
    source,
    beside: beside.sources,
  };
  const errors = (more: readonly Problem[]) => (language: Language) => [
    ...[...beside.problems, ...more].map((each) => problemReport(each, language)),
    ...manifestErrors(manifest, chosen.document, language),
  ];
  if (decision === undefined) {
    const problems = manifest.record === undefined ? [] : [otherKind(rule.id, file)];
    return { ...base, decision, subjects: [], omitted: [], errors: errors(problems) };
  }
  const subjects = chooseSubjects(options.subject, decision.subjects);
  if (subjects.kind === 'problem')
    return { ...base, decision: undefined, subjects: [], omitted: [], errors: errors([subjects.problem]) };
  const search = { program, manifest, syntax, asOf };
  const most = options.verbose || options.subject !== undefined ? subjects.subjects.length : mostShown;
  const shown = withTurns(subjects.subjects.slice(0, most), options, search);
  const omitted = subjects.subjects.slice(most).map(({ result }) => result.outcome);
  return { ...base, decision, subjects: shown, omitted, errors: errors([]) };
}

/** So many subjects are shown where nothing is chosen. */
const mostShown = 8;

/** For so many subjects changes are looked for, and with `--verbose` for so many. */
const mostSearched = { usual: 5, verbose: 50 } as const;

function withTurns(
  subjects: readonly SubjectDecision[],
  { to, verbose }: WhyArguments,
  search: Omit<TurnSearch, 'result' | 'to'>,
): WhyRun['subjects'] {
  const most = verbose ? mostSearched.verbose : mostSearched.usual;
  return subjects.map((decision, index) => {
    const { result } = decision;
    const turns = index < most ? findTurns({ ...search, result, ...(to === undefined ? {} : { to }) }) : undefined;
    return { decision, turns };
  });
}

/** Nothing could be shown, for these reasons. */
export function failed(options: WhyArguments, problems: readonly Problem[]): WhyRun {
  return {
    asOf: options.asOf ?? today(),
    file: options.manifest,
    document: 0,
    manifest: '',
    source: undefined,
    beside: [],
    decision: undefined,
    subjects: [],
    omitted: [],
    errors: (language) => problems.map((found) => problemReport(found, language)),
  };
}

function manifestErrors(
  manifest: TypedManifest,
  document: RawDocument,
  language: Language,
): ReturnType<WhyRun['errors']> {
  return manifest.diagnostics
    .filter(({ severity }) => severity === 'error')
    .map((found) => {
      const isOwn = found.span.source === document.source;
      return diagnosticReport(found, isOwn ? pointerAt(document.root, found.span.start) : null, language);
    });
}

/** A rule judges one kind of manifest, and this is another. */
function otherKind(rule: string, shown: string): Problem {
  return problem(
    wrongArguments,
    {
      en: `The rule ${rule} judges another kind of manifest`,
      nl: `De regel ${rule} beoordeelt een ander soort manifest`,
    },
    shown,
  );
}
