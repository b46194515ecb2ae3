import { isFaulty } from '../arguments/common-arguments.ts';
import type { Surroundings } from '../surroundings.ts';
import { runOnce, unrun } from './run-once.ts';
import { readTestArguments, type WrittenTestArguments } from './test-arguments.ts';
import { writeTestReports } from './write-test-reports.ts';

/** Runs `waarborg test`, once or whenever something changes, and gives the exit code. */
export async function test(written: WrittenTestArguments, surroundings: Surroundings): Promise<number> {
  const read = readTestArguments(written, surroundings);
  const { arguments: options, problems, diagnostics } = read;
  if (isFaulty(read)) {
    const texts = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
    return writeTestReports({ ...unrun(options, problems), diagnostics }, texts, options, surroundings);
  }
  if (options.watch) {
    const { watchTests } = await import('./watch-tests.ts');
    return watchTests(options, surroundings);
  }
  const { run, sources } = runOnce(options, surroundings);
  return writeTestReports(run, sources, options, surroundings);
}
