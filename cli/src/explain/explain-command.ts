import { dirname, relative, resolve } from 'node:path';
import {
  affectedBy,
  buildProgram,
  type CheckedProgram,
  type Diagnostic,
  describeRule,
  formatDate,
  type Language,
  type SourceText,
} from '@waarborg/language';
import { isFaulty } from '../arguments/common-arguments.ts';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { type PolicyFiles, readPolicyFiles } from '../check/load-policies.ts';
import { noTests, type Problem } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { proseMarkdown } from '../render/prose-markdown.ts';
import { proseLines } from '../render/prose-text.ts';
import { renderJson } from '../render/render-json.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import { type FoundTests, findTests } from '../rule-tests/find-tests.ts';
import type { Surroundings } from '../surroundings.ts';
import { today } from '../today.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { describedRule, placeOf } from './described-rule.ts';
import {
  type ExplainArguments,
  type ExplainDestination,
  readExplainArguments,
  type WrittenExplainArguments,
} from './explain-arguments.ts';
import { explanationProse } from './explanation-prose.ts';
import type { ExplanationReport, RuleExplanation } from './explanation-report.ts';
import { type AskedRule, findAskedRules } from './find-asked-rules.ts';
import { type JudgedForRules, judgeForRules } from './judge-for-rules.ts';

/** Runs `waarborg explain`: says what rules ask, and what a change of them would touch, and gives the exit code. */
export function explain(written: WrittenExplainArguments, surroundings: Surroundings): 0 | 2 {
  const read = readExplainArguments(written, surroundings);
  const { arguments: options, problems, diagnostics } = read;
  const run = isFaulty(read) ? { ...nothing, problems, diagnostics } : explainAll(options, surroundings);
  return writeReports(run, options, surroundings);
}

/** What was found, before it is put into one language. */
interface ExplainRun {
  readonly checked: CheckedProgram | undefined;
  readonly rules: readonly AskedRule[];
  readonly tests: FoundTests['files'];
  /** Undefined where no manifests were given. */
  readonly judged: JudgedForRules | undefined;
  readonly problems: readonly Problem[];
  readonly diagnostics: readonly Diagnostic[];
}

const nothing: ExplainRun = {
  checked: undefined,
  rules: [],
  tests: [],
  judged: undefined,
  problems: [],
  diagnostics: [],
};

function explainAll(options: ExplainArguments, { workingFolder }: Surroundings): ExplainRun {
  const files = readPolicyFiles(options.policies, workingFolder);
  const checked = buildProgram([...files.given, ...files.used].map(({ parsed }) => parsed));
  const diagnostics = checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (files.problems.length > 0 || diagnostics.length > 0) return { ...nothing, problems: files.problems, diagnostics };
  const asked = findAskedRules(options.rules, checked.program);
  const tests = testsFor(options, files, workingFolder);
  const judged =
    options.manifests.length === 0 || asked.rules.length === 0
      ? undefined
      : judgeForRules(options.manifests, checked.program, options.asOf ?? today(), workingFolder);
  return {
    checked,
    rules: asked.rules,
    tests: tests.files,
    judged,
    problems: [...asked.problems, ...tests.problems],
    diagnostics: tests.files.flatMap(({ parsed }) => parsed.diagnostics.filter(({ severity }) => severity === 'error')),
  };
}

/** The tests at the places given, else those in and below the folders of the policies, where there need not be any. */
function testsFor({ tests }: ExplainArguments, { given }: PolicyFiles, workingFolder: string): FoundTests {
  if (tests.length > 0) return findTests(tests, workingFolder);
  const folders = new Set(given.map(({ path }) => relative(workingFolder, dirname(path)) || '.'));
  const found = findTests([...folders], workingFolder);
  return { ...found, problems: found.problems.filter(({ code }) => code !== noTests.code) };
}

function reportOf(run: ExplainRun, options: ExplainArguments, language: Language): ExplanationReport {
  const { checked, judged, problems, diagnostics } = run;
  const rules = checked === undefined ? [] : run.rules.map((asked) => explainedRule(asked, checked, run, language));
  return {
    format: 'waarborg-explanation/1',
    language,
    asOf: formatDate(options.asOf ?? today()),
    rules,
    errors: [
      ...problems.map((found) => problemReport(found, language)),
      ...diagnostics.map((found) => diagnosticReport(found, null, language)),
      ...(judged?.errors(language) ?? []),
    ],
  };
}

function explainedRule(
  { rule, askedAs }: AskedRule,
  checked: CheckedProgram,
  { tests, judged }: ExplainRun,
  language: Language,
): RuleExplanation {
  const { program } = checked;
  const affected = affectedBy(
    checked,
    rule,
    tests.flatMap(({ parsed }) => parsed.file ?? []),
  );
  return {
    ...describedRule(describeRule(program, rule), language),
    packVersion: program.packs.find(({ name }) => name === rule.pack)?.version ?? '',
    askedAs: askedAs ?? null,
    affected: {
      shared: affected.shared.map(({ kind, name, rules }) => ({ kind, name: name[language], rules })),
      packs: affected.packs,
      tests: affected.tests.map(({ name, span }) => ({ name, ...placeOf(span) })),
      manifests: judged?.standings(rule) ?? null,
    },
  };
}

function writeReports(run: ExplainRun, options: ExplainArguments, surroundings: Surroundings): 0 | 2 {
  const { workingFolder, environment } = surroundings;
  const { spoken: language } = options;
  const colour = (descriptor: 1 | 2): boolean => wantsColour(options.colour, environment, isTerminal(descriptor));
  const report = reportOf(run, options, language);
  const render = ({ format, file }: ExplainDestination): Iterable<string> => {
    switch (format) {
      case 'text':
        return file === undefined ? renderText(report, widthOf(1), colour(1)) : renderText(report, 100, false);
      case 'markdown':
        return renderMarkdown(report);
      case 'json':
        return renderJson(options.language === undefined ? reportOf(run, options, 'en') : report);
    }
  };
  const failures = options.destinations.flatMap((destination) => {
    if (destination.file !== undefined)
      return writeFileAtomically(resolve(workingFolder, destination.file), destination.file, render(destination)) ?? [];
    if (destination.format === 'json' || report.rules.length > 0) writeParts(1, render(destination));
    return [];
  });
  const errors = [...report.errors, ...failures.map((found) => problemReport(found, language))];
  writeParts(2, renderErrors(errors, sourcesOf(run), { language, width: widthOf(2), colour: colour(2) }));
  return errors.length > 0 ? 2 : 0;
}

function renderText({ rules, language }: ExplanationReport, width: number, colour: boolean): Iterable<string> {
  const lines = rules.flatMap((rule, index) => [
    ...(index > 0 ? [blank, blank] : []),
    ...proseLines(explanationProse(rule, language), width),
  ]);
  return printedLines(lines, colour);
}

function* renderMarkdown({ rules, language }: ExplanationReport): Generator<string> {
  for (const [index, rule] of rules.entries()) {
    if (index > 0) yield '\n';
    yield* proseMarkdown(explanationProse(rule, language));
  }
}

function renderErrors(
  errors: readonly ErrorReport[],
  sources: ReadonlyMap<string, SourceText>,
  { language, width, colour }: { readonly language: Language; readonly width: number; readonly colour: boolean },
): Iterable<string> {
  const style = { language, width, verbose: false, onePack: true, sourceOf: (file: string) => sources.get(file) };
  return printedLines(
    errors.flatMap((error) => [...errorLines(error, style), blank]),
    colour,
  );
}

function sourcesOf({ diagnostics, judged }: ExplainRun): ReadonlyMap<string, SourceText> {
  const own = diagnostics.map(({ span }) => [span.source.name, span.source] as const);
  return new Map([...own, ...(judged?.sources ?? [])]);
}
