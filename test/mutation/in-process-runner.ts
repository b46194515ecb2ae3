import { globSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { pathToFileURL } from 'node:url';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type DryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type MutantRunResult,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { type RegisteredTest, testsOf } from './registry.ts';

/** The tests that say what a policy means, and what is said of it: quick, and none through the command line. */
const patterns = [
  'language/src/{core,evaluate,check}/**/*.test.ts',
  'test/golden/{findings,policy}/*.test.ts',
  'test/conformance/*.test.ts',
  'test/reference/regressions.test.ts',
];

/** What code that Stryker has changed asks, and writes: which mutant is on, which are passed, and how often. */
interface Instruments {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number | undefined;
  hitLimit?: number | undefined;
  mutantCoverage?: DryRunResult extends infer R ? (R extends { mutantCoverage?: infer C } ? C : never) : never;
}

const instruments: Instruments = {};
Object.assign(globalThis, { __stryker__: instruments });

/**
 * Runs the tests in this one process, and loads them once: some thousands of mutants take minutes, and not hours as with a
 * process of Vitest for each. Stryker gives a mutant of what is worked out while loading a process of its own.
 */
class InProcessRunner implements TestRunner {
  private tests: readonly RegisteredTest[] | undefined;
  private runs = 0;
  /** The last mutant left something behind that fails tests without it. */
  private isSpoilt = false;

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: false };
  }

  async init(): Promise<void> {
    const shared = new Map([
      ['vitest', new URL('./registry.ts', import.meta.url).href],
      // The package of that name is a link to sources in which nothing is changed.
      ['@waarborg/language', pathToFileURL(resolve('language/src/index.ts')).href],
    ]);
    registerHooks({
      resolve: (specifier, context, next) => {
        const url = context.parentURL?.startsWith(pathToFileURL(process.cwd()).href)
          ? shared.get(specifier)
          : undefined;
        return url === undefined ? next(specifier, context) : { url, shortCircuit: true };
      },
    });
  }

  async dryRun(): Promise<DryRunResult> {
    const tests = await this.load();
    const results: TestResult[] = [];
    for (const test of tests) results.push(await resultOf(test));
    instruments.currentTestId = undefined;
    const { mutantCoverage } = instruments;
    return {
      status: DryRunStatus.Complete,
      tests: results,
      ...(mutantCoverage === undefined ? {} : { mutantCoverage }),
    };
  }

  async mutantRun({
    activeMutant,
    hitLimit,
    mutantActivation,
    testFilter,
  }: MutantRunOptions): Promise<MutantRunResult> {
    // Stryker answers by a new process, and another try.
    if (this.isSpoilt) throw new Error('what the last mutant left behind is in the way');
    this.runs += 1;
    instruments.hitCount = 0;
    instruments.hitLimit = hitLimit;
    const isStatic = mutantActivation === 'static';
    if (isStatic) instruments.activeMutant = activeMutant.id;
    try {
      const tests = await this.load();
      instruments.activeMutant = activeMutant.id;
      const wanted = testFilter === undefined ? undefined : new Set(testFilter);
      const results: TestResult[] = [];
      for (const test of tests) {
        if (wanted !== undefined && !wanted.has(test.name)) continue;
        const result = await resultOf(test);
        results.push(result);
        if (result.status !== TestStatus.Failed) continue;
        if (!isStatic) await this.checkAlone(test);
        break;
      }
      const timeout = determineHitLimitReached(instruments.hitCount, hitLimit);
      return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: results });
    } catch (error) {
      // A change to what is loaded that makes loading fail is noticed by whoever loads it.
      if (!isStatic) throw error;
      const failed = { id: 'loading', name: 'loading', timeSpentMs: 0, failureMessage: String(error) };
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [{ ...failed, status: TestStatus.Failed }] });
    } finally {
      instruments.activeMutant = undefined;
    }
  }

  /** A test that failed must hold again without the mutant; else a failure says nothing, unless it is the first here. */
  private async checkAlone(test: RegisteredTest): Promise<void> {
    const { activeMutant, hitCount, hitLimit } = instruments;
    Object.assign(instruments, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    this.isSpoilt = (await resultOf(test)).status === TestStatus.Failed;
    Object.assign(instruments, { activeMutant, hitCount, hitLimit });
    if (this.isSpoilt && this.runs > 1) throw new Error('an earlier mutant left something behind');
  }

  private async load(): Promise<readonly RegisteredTest[]> {
    if (this.tests !== undefined) return this.tests;
    const tests: RegisteredTest[] = [];
    for (const file of patterns.flatMap((pattern) => globSync(pattern).sort())) {
      tests.push(...(await testsOf(file, pathToFileURL(resolve(file)).href)));
    }
    this.tests = tests;
    return tests;
  }
}

async function resultOf({ file, name, run }: RegisteredTest): Promise<TestResult> {
  instruments.currentTestId = name;
  const begin = performance.now();
  const failure = await failureOf(run);
  const base = { id: name, name, fileName: resolve(file), timeSpentMs: performance.now() - begin };
  return failure === undefined
    ? { ...base, status: TestStatus.Success }
    : { ...base, status: TestStatus.Failed, failureMessage: failure };
}

async function failureOf(run: () => unknown): Promise<string | undefined> {
  try {
    await run();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'in-process', InProcessRunner)];
