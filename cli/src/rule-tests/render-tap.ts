import { escapeControls } from '../render/escape-controls.ts';
import { inChunks } from '../render/in-chunks.ts';
import { type TestCaseReport, type TestReport, titleOf } from './test-report.ts';

/** The report in the Test Anything Protocol, version 14: a point for each test, and one for each error. */
export function* renderTap(report: TestReport): Generator<string> {
  yield* inChunks(points(report));
}

function* points({ tests, errors }: TestReport): Generator<string> {
  yield `TAP version 14\n1..${tests.length + errors.length}\n`;
  let number = 0;
  for (const { code, message, file, location } of errors) {
    number += 1;
    const place = location === null ? (file ?? '') : `${file}:${location.start.line}:${location.start.column}`;
    yield `not ok ${number} - ${described(`${place} ${code} ${message}`)}\n`;
  }
  for (const test of tests) {
    number += 1;
    yield `${test.status === 'passed' ? 'ok' : 'not ok'} ${number} - ${described(`${test.file}: ${titleOf(test)}`)}\n`;
    if (test.status !== 'passed') yield diagnosis(test);
  }
}

/** A hash would begin a directive. */
function described(text: string): string {
  return escapeControls(text.trim()).replaceAll('\\', '\\\\').replaceAll('#', '\\#');
}

/** JSON is YAML, so that every text is quoted as it has to be. */
function diagnosis({ location, status, expectations }: TestCaseReport): string {
  const unmet = expectations.filter(({ met }) => !met);
  const lines = [
    '---',
    `line: ${location.start.line}`,
    ...(status === 'error' ? ['message: "not run: see the errors"'] : []),
    ...(unmet.length === 0 ? [] : ['failures:']),
    ...unmet.flatMap(({ rule, subject, expected, found, reasons }) => [
      `  - rule: ${JSON.stringify(rule)}`,
      ...(subject === null ? [] : [`    for: ${JSON.stringify(subject)}`]),
      `    expected: ${JSON.stringify(expected.text)}`,
      `    found: ${JSON.stringify(found.text)}`,
      `    because: ${JSON.stringify(reasons)}`,
    ]),
    '...',
  ];
  return lines.map((line) => `  ${line}\n`).join('');
}
