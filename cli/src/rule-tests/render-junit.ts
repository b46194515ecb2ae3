import { inChunks } from '../render/in-chunks.ts';
import { xmlText } from '../render/xml-text.ts';
import { type TestCaseReport, type TestReport, titleOf } from './test-report.ts';

/** The report as JUnit XML, which build servers read: a suite for each file, and no times, so that it is the same each time. */
export function* renderJunit(report: TestReport): Generator<string> {
  yield* inChunks(lines(report));
}

function* lines({ tests, errors, counts }: TestReport): Generator<string> {
  const suites = Map.groupBy(tests, ({ file }) => file);
  const faults = Map.groupBy(errors, ({ file }) => file ?? 'waarborg');
  const names = [...new Set([...suites.keys(), ...faults.keys()])];
  const total = tests.length + errors.length;
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield `<testsuites name="waarborg test" tests="${total}" failures="${counts.failed}" errors="${counts.error + errors.length}">\n`;
  for (const name of names) {
    const own = suites.get(name) ?? [];
    const wrong = faults.get(name) ?? [];
    const count = (status: TestCaseReport['status']): number => own.filter((test) => test.status === status).length;
    yield `  <testsuite name="${xmlText(name)}" tests="${own.length + wrong.length}" failures="${count('failed')}" errors="${count('error') + wrong.length}">\n`;
    for (const { code, message, location } of wrong) {
      const place = location === null ? '' : `:${location.start.line}:${location.start.column}`;
      yield `    <testcase classname="${xmlText(name)}" name="${xmlText(`${code}${place}`)}"><error type="${code}" message="${xmlText(message)}"/></testcase>\n`;
    }
    for (const test of own) yield testCase(test);
    yield '  </testsuite>\n';
  }
  yield '</testsuites>\n';
}

function testCase(test: TestCaseReport): string {
  const open = `    <testcase classname="${xmlText(test.file)}" name="${xmlText(titleOf(test))}" file="${xmlText(test.file)}" line="${test.location.start.line}"`;
  if (test.status === 'passed') return `${open}/>\n`;
  if (test.status === 'error') return `${open}><error message="not run: see the errors"/></testcase>\n`;
  const failures = test.expectations
    .filter(({ met }) => !met)
    .map(({ rule, subject, expected, found, reasons }) => {
      const about = subject === null ? rule : `${rule} for ${subject}`;
      const text = [`- expected  ${expected.text}`, `+ found     ${found.text}`, ...reasons].join('\n');
      return `      <failure type="${expected.outcome}" message="${xmlText(`${about}: expected ${expected.text}, found ${found.text}`)}">${xmlText(text)}</failure>\n`;
    });
  return `${open}>\n${failures.join('')}    </testcase>\n`;
}
