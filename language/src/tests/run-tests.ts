import type { CheckedProgram } from '../check/build-program.ts';
import type { CoreRule } from '../core/core.ts';
import type { Diagnostic } from '../diagnostic/diagnostic.ts';
import { type CompiledProgram, compileProgram, judge } from '../evaluate/judge.ts';
import type { Report } from '../model/report.ts';
import type { ParsedTests } from '../syntax/parse-tests.ts';
import type { TestCell, TestDeclaration, TestsFile } from '../syntax/tests-ast.ts';
import type { Day } from '../values/calendar.ts';
import { compare } from './compare.ts';
import { type ResolvedExpectation, reportNamesTwice, resolveExpectations, testedRules } from './expectation.ts';
import {
  type GivenManifest,
  type GivingContext,
  giveCell,
  giveManifest,
  givingContext,
  type ReadManifest,
  typed,
} from './given-manifest.ts';
import { type Gathering, gathering } from './observe.ts';
import type { CheckedExpectation, TestCase, TestRun } from './test-run.ts';

/** How tests are run. */
export interface TestOptions {
  /** The date of tests that state none, in files that state none. */
  readonly asOf: Day;
  readonly readManifest: ReadManifest;
  /** Whether a test is to be run; without it all are. */
  readonly wanted?: (test: { readonly file: string; readonly name: string }) => boolean;
  /** Whether to observe what conditions come to, for coverage: it costs time. */
  readonly observe?: boolean;
}

/**
 * Runs tests of rules: gives each its manifest, judges it as any other, and compares. Takes files of tests and a program
 * without errors. Never throws; a test that cannot be run is an `error`, and why is among the diagnostics.
 */
export function runTests(files: readonly ParsedTests[], checked: CheckedProgram, options: TestOptions): TestRun {
  const seen = gathering();
  const compiled = compileProgram(checked.program, options.observe === true ? seen.observer : undefined);
  const diagnostics: Diagnostic[] = [];
  const cases = files.flatMap((parsed) => {
    diagnostics.push(...parsed.diagnostics);
    const report: Report = (found) => diagnostics.push(found);
    return parsed.file === undefined ? [] : runFile(parsed.file, { checked, compiled, options, seen, report });
  });
  return { cases, diagnostics: eachOnce(diagnostics), observations: seen.observations };
}

interface Running {
  readonly checked: CheckedProgram;
  readonly compiled: CompiledProgram;
  readonly options: TestOptions;
  readonly seen: Gathering;
  readonly report: Report;
}

function runFile(file: TestsFile, running: Running): readonly TestCase[] {
  const { checked, options, report } = running;
  const { program, model } = checked;
  reportNamesTwice(file, report);
  const rules = testedRules(file, program, report);
  const record = model.packs.find(({ name }) => name === file.pack.text)?.record;
  const context = givingContext(file, { program, record, readManifest: options.readManifest, report });
  const source = file.span.source.name;
  const wanted = file.tests.filter(({ name }) => options.wanted?.({ file: source, name: name.text }) ?? true);
  return wanted.flatMap((test) => {
    const expectations = rules === undefined ? [] : resolveExpectations(test, rules, report);
    const whole = expectations.length > 0 && expectations.length === test.expectations.length;
    const given = giveManifest(test.given, context);
    const asOf = (test.asOf ?? file.asOf)?.day ?? options.asOf;
    const ready = whole && given !== undefined ? { given, expectations, asOf } : undefined;
    return rowsOf(test).map((row) => runRow(row, { test, file, ready, context }, running));
  });
}

/** A value of a table with its number; a test without a table has one row without a value. */
interface Row {
  readonly cell: TestCell | undefined;
  readonly number: number;
}

function rowsOf({ table }: TestDeclaration): readonly Row[] {
  return table === undefined ? [{ cell: undefined, number: 0 }] : table.cells.map((cell, number) => ({ cell, number }));
}

interface ReadyTest {
  readonly test: TestDeclaration;
  readonly file: TestsFile;
  /** Undefined where the test cannot be run. */
  readonly ready:
    | { readonly given: GivenManifest; readonly expectations: readonly ResolvedExpectation[]; readonly asOf: Day }
    | undefined;
  readonly context: GivingContext;
}

function runRow({ cell, number }: Row, { test, file, ready, context }: ReadyTest, running: Running): TestCase {
  const { start = 0, end = 0 } = cell?.span ?? {};
  const row = cell === undefined ? undefined : file.span.source.text.slice(start, end).replaceAll(/\s+/g, ' ');
  const about = { name: test.name.text, row, span: test.name.span };
  const cannotRun: TestCase = { ...about, status: 'error', expectations: [] };
  if (ready === undefined) return cannotRun;
  const { table } = test;
  const given =
    cell === undefined || table === undefined ? ready.given : giveCell(ready.given, table.path, cell, context);
  if (given === undefined) return cannotRun;
  const manifest = typed(given, context);
  for (const found of manifest.diagnostics) running.report(found);
  const { record } = manifest;
  if (record === undefined || manifest.diagnostics.length > 0) return cannotRun;
  running.seen.keep([]);
  const judgement = judge(running.compiled, manifest, ready.asOf);
  const compared = { judgement, record, report: running.report };
  const expectations = ready.expectations.map((each) => {
    const { outcomes } = each.expectation;
    const outcome = outcomes.length === 1 ? outcomes[0] : outcomes[number];
    return outcome === undefined ? undefined : { rule: each.rule, checked: compare(each, outcome, compared) };
  });
  const complete = expectations.flatMap((each) => each?.checked ?? []);
  if (complete.length < expectations.length) return cannotRun;
  observe(expectations, running.seen);
  const status = complete.every(({ met }) => met) ? 'passed' : 'failed';
  return { ...about, status, expectations: complete };
}

/** Only what a test expects something of counts as covered, and only the outcome that it expects. */
function observe(
  expectations: readonly ({ readonly rule: CoreRule; readonly checked: CheckedExpectation | undefined } | undefined)[],
  seen: Gathering,
): void {
  const known = expectations.flatMap((each) => each ?? []);
  seen.keep(known.map(({ rule }) => rule));
  for (const { rule, checked } of known) if (checked?.met === true) seen.outcome(rule, checked.found.outcome);
}

/** A manifest that many tests start from is wrong once. */
function eachOnce(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const byPlace = new Map(
    diagnostics.map((found) => [
      `${found.span.source.name} ${found.span.start} ${found.span.end} ${found.code}`,
      found,
    ]),
  );
  return [...byPlace.values()].sort((a, b) =>
    a.span.source.name === b.span.source.name
      ? a.span.start - b.span.start
      : a.span.source.name < b.span.source.name
        ? -1
        : 1,
  );
}
