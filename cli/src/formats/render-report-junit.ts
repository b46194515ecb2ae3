import { inChunks } from '../render/in-chunks.ts';
import { xmlText } from '../render/xml-text.ts';
import type { ErrorReport, ManifestReport, Report, ResultReport } from '../report.ts';
import { baselineWords, levelText, messageWords } from './entry-words.ts';
import { type ErrorEntry, entriesOf, type FoundEntry } from './report-entry.ts';

/** The report as JUnit XML: a suite for each manifest, a test for each rule and subject. No clock is read for its times. */
export function* renderReportJunit(report: Report): Generator<string> {
  yield* inChunks(parts(report));
}

interface Suite {
  readonly name: string;
  readonly cases: readonly Case[];
}

/** A test, and what is in it as XML. */
interface Case {
  readonly name: string;
  readonly group: string;
  readonly state: 'passed' | 'failure' | 'error' | 'skipped';
  readonly content: string;
}

function* parts(report: Report): Generator<string> {
  const entries = Map.groupBy(
    entriesOf(report).filter((entry) => entry.kind === 'finding'),
    ({ result }) => result,
  );
  const suites = [...runSuite(report), ...report.manifests.map((manifest) => manifestSuite(manifest, entries, report))];
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
  for (const [index, suite] of suites.entries()) yield* suiteParts(suite, index, report);
  yield '</testsuites>\n';
}

/** What belongs to no manifest: errors, and entries of the baseline that no longer hold. */
function runSuite({ errors, baseline }: Report): readonly Suite[] {
  const ended = (baseline?.problems ?? []).map((problem): Case => {
    const content = `<failure message="${xmlText(problem.message)}" type="${problem.code}">${xmlText(placeAndText(problem))}</failure>`;
    return { ...errorCase(problem), state: 'failure', content };
  });
  const cases = [...errors.map(errorCase), ...ended];
  return cases.length === 0 ? [] : [{ name: 'waarborg', cases }];
}

function* suiteParts(
  { name, cases }: Suite,
  index: number,
  { asOf, packs, failOn, baseline }: Report,
): Generator<string> {
  const count = (state: Case['state']): number => cases.filter((each) => each.state === state).length;
  const numbers = `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
  yield `  <testsuite package="waarborg" id="${index}" name="${xmlText(name)}" timestamp="${asOf}T00:00:00" hostname="localhost" ${numbers} time="0">\n`;
  yield '    <properties>\n';
  for (const pack of packs) yield `      <property name="${xmlText(pack.name)}" value="${xmlText(pack.version)}"/>\n`;
  yield `      <property name="as-of" value="${asOf}"/>\n      <property name="fail-on" value="${failOn}"/>\n`;
  if (baseline !== null) yield `      <property name="known (baseline)" value="${baseline.known}"/>\n`;
  yield '    </properties>\n';
  for (const { name: title, group, state, content } of cases) {
    const open = `    <testcase name="${xmlText(title)}" classname="${xmlText(group)}" time="0"`;
    yield state === 'passed' ? `${open}/>\n` : `${open}>${content}</testcase>\n`;
  }
  yield '    <system-out/>\n    <system-err/>\n  </testsuite>\n';
}

function manifestSuite(
  manifest: ManifestReport,
  entries: ReadonlyMap<ResultReport, readonly FoundEntry[]>,
  report: Report,
): Suite {
  const { file, id, document, errors, results } = manifest;
  const name = id === '' ? `${file}#${document}` : id;
  const cases = results.map((result) => resultCase(result, entries.get(result) ?? [], file, report));
  return { name, cases: [...errors.map(errorCase), ...cases] };
}

function errorCase(error: ErrorReport): Case {
  const { code, message, file } = error;
  const place = placeOfError(error);
  const content = `<error message="${xmlText(message)}" type="${code}">${xmlText(placeAndText(error))}</error>`;
  return { name: place === '' ? code : `${code} ${place}`, group: file ?? 'waarborg', state: 'error', content };
}

function placeOfError({ file, location }: ErrorReport): string {
  return location === null ? (file ?? '') : `${file}:${location.start.line}:${location.start.column}`;
}

function placeAndText(error: ErrorReport): string {
  return [placeOfError(error), error.message, error.help ?? ''].filter((line) => line !== '').join('\n');
}

function resultCase(result: ResultReport, found: readonly FoundEntry[], file: string, { language }: Report): Case {
  const about = result.subjectKey ?? result.subject;
  const name = about === '' ? result.rule : `${result.rule} [${about}]`;
  const counting = found.filter(({ finding }) => finding.counts);
  const base = { name, group: file };
  if (counting.length > 0) {
    const [first] = counting;
    const lines = counting.map(
      (entry) => `${placeOf(entry)}\n${levelText(entry, language)}: ${messageWords(entry, language)}`,
    );
    const message = first === undefined ? result.title : `${result.title}: ${first.finding.message}`;
    const type = counting.some(({ finding }) => finding.outcome === 'fail') ? 'fail' : 'unproven';
    const content = `<failure message="${xmlText(message)}" type="${type}">${xmlText(lines.join('\n\n'))}</failure>`;
    return { ...base, state: 'failure', content };
  }
  // Neither a pass nor a failure: JUnit has one word for it, so the state is in what it says.
  if (result.outcome !== 'pass') return { ...base, state: 'skipped', content: skippedXml(result, found, language) };
  return { ...base, state: 'passed', content: '' };
}

function skippedXml(result: ResultReport, found: readonly FoundEntry[], language: Report['language']): string {
  const known = found.find((entry) => entry.covered === 'known');
  const covered =
    known === undefined
      ? found.find((entry) => entry.covered !== undefined)?.covered
      : `${result.outcome}, ${baselineWords(known, language)}`;
  const why =
    covered ?? (result.reason === null ? `${result.outcome}, below --fail-on` : `${result.outcome}: ${result.reason}`);
  return `<skipped message="${xmlText(why)}"/>`;
}

function placeOf({ file, location }: FoundEntry | ErrorEntry): string {
  return location === null ? (file ?? '') : `${file}:${location.start.line}:${location.start.column}`;
}
