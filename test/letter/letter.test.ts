import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waarborg } from '../command-line/run-waarborg.ts';
import { testGoldenFiles } from '../golden/golden.ts';

const root = resolve(import.meta.dirname, '../..');
const pack = 'policies/nl-big-data-2016';
const folder = `${pack}/examples/letter`;
const ending = '.analysis.yaml';
const systems = readdirSync(resolve(root, folder))
  .filter((file) => file.endsWith(ending))
  .map((file) => file.slice(0, -ending.length))
  .sort();
const pagePath = resolve(root, folder, 'README.md');

/** What the report says as data of one manifest, as far as these tests ask. */
interface ManifestReport {
  readonly errors: readonly unknown[];
  readonly counts: Readonly<Record<string, number>>;
  readonly results: readonly { readonly rule: string; readonly outcome: string; readonly reason?: string }[];
}

function report(system: string, format: string): string {
  const written = ['check', `${folder}/${system}${ending}`, '--policy', pack, '--as-of', '2026-11-23'];
  return waarborg([...written, '--format', format], { folder: root }).output;
}

function readReport(system: string): ManifestReport {
  // The report's own tests hold it to this form; a report of another form fails the tests below.
  const { manifests } = JSON.parse(report(system, 'json')) as { readonly manifests: readonly ManifestReport[] };
  const [manifest, ...others] = manifests;
  if (manifest === undefined || others.length > 0) throw new Error(`${system} is not one manifest`);
  return manifest;
}

const reports = new Map(systems.map((system) => [system, readReport(system)]));

function reportOf(system: string): ManifestReport {
  const found = reports.get(system);
  if (found === undefined) throw new Error(`there is no report of ${system}`);
  return found;
}

function passingRules(system: string): readonly string[] {
  return reportOf(system)
    .results.filter(({ outcome }) => outcome === 'pass')
    .map(({ rule }) => rule);
}

/** What stands between the outermost guillemets of a text; the letter has guillemets inside a sentence too. */
function quotesIn(text: string): readonly string[] {
  const quotes: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === '«' && depth++ === 0) start = at + 1;
    if (character === '»' && --depth === 0) quotes.push([...text].slice(start, at).join(''));
  }
  return quotes;
}

/** The lines of a manifest that give a value, other than what names the manifest, each with the comment lines right above it. */
function valuesOf(system: string): readonly { readonly line: string; readonly comment: string }[] {
  const lines = readFileSync(resolve(root, folder, `${system}${ending}`), 'utf8').split('\n');
  return lines.flatMap((line, at) => {
    if (!/^\s*(- )?\w+: \S/.test(line) || /^(id|name|vocabulary): /.test(line)) return [];
    const above = lines.slice(0, at);
    const first = above.findLastIndex((other) => !other.trimStart().startsWith('#')) + 1;
    return [{ line: line.trim(), comment: above.slice(first).join('\n') }];
  });
}

/** The section of the page on a system, from its heading to the next. */
function sectionOf(system: string): string {
  const page = readFileSync(pagePath, 'utf8');
  const start = page.indexOf(`\n### ${system}: `);
  const end = page.indexOf('\n### ', start + 1);
  return start < 0 ? '' : page.slice(start, end < 0 ? undefined : end);
}

describe('the reports on the systems that the letter names', () => {
  testGoldenFiles(new URL('./', import.meta.url), (_, name) => {
    const system = name.replace(/\.waarborg$/, '');
    return [
      { heading: 'en', text: report(system, 'text') },
      { heading: 'counts', text: JSON.stringify(reportOf(system).counts) },
    ];
  });

  it('have a golden file each', () => {
    const golden = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.golden'));
    expect(golden.map((file) => file.replace('.golden', '')).sort()).toEqual(systems);
    expect(systems).toHaveLength(11);
  });
});

describe.each(systems)('%s', (system) => {
  it('has no errors of form, and fails nothing', () => {
    expect(reportOf(system).errors).toEqual([]);
    expect(reportOf(system).counts).toMatchObject({ fail: 0, excepted: 0 });
  });

  it('rests every value on a sentence that the page quotes', () => {
    const section = sectionOf(system);
    const passages = section.split('\n').filter((line) => line.startsWith('> '));
    const values = valuesOf(system);
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter(({ comment }) => quotesIn(comment).length === 0)).toEqual([]);
    const unknown = values
      .flatMap(({ comment }) => quotesIn(comment))
      .filter((quote) => !passages.some((passage) => passage.includes(quote)));
    expect(unknown).toEqual([]);
  });

  it('is described in the page, with what it states, leaves open and is answered', () => {
    const section = sectionOf(system);
    for (const part of ['- **States:** ', '- **Leaves open:** ', '- **Answers:** ']) expect(section).toContain(part);
  });
});

describe('the answers', () => {
  // A system whose manifest comes to pass a rule is to be argued on the page before it is listed here.
  it('pass no rule, since no manifest gives the evidence that one asks', () => {
    expect(systems.filter((system) => passingRules(system).length > 0)).toEqual([]);
  });

  it('put the intelligence service out of scope in every rule', () => {
    const { results } = reportOf('intelligence-analysis');
    expect(results.length).toBeGreaterThan(0);
    expect(new Set(results.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
      new Set(['not-applicable scope']),
    );
  });

  it('leave out only rules on another law, where the regime is known', () => {
    const left = reportOf('analysis-tools').results.filter(({ outcome }) => outcome === 'not-applicable');
    const names = left.map(({ rule }) => rule.slice(rule.indexOf('/') + 1));
    expect(names.filter((name) => !/gdpr|judicial-data|^partnership-|^doelbinding$|^logic-/.test(name))).toEqual([]);
  });

  it('stand in the page as they are', () => {
    const [start, end] = ['<!-- answers: start -->', '<!-- answers: end -->'];
    const rows = systems.map((system) => {
      const { counts } = reportOf(system);
      const passing = passingRules(system).join(', ') || 'none';
      return `| \`${system}\` | ${passing} | ${counts['fail']} | ${counts['unproven']} | ${counts['not-applicable']} |`;
    });
    const head = ['| system | rules met | not met | not shown | not applicable |', '| --- | --- | --- | --- | --- |'];
    const page = readFileSync(pagePath, 'utf8');
    const table = [start, '', ...head, ...rows, '', end].join('\n');
    const wanted = `${page.slice(0, page.indexOf(start))}${table}${page.slice(page.indexOf(end) + end.length)}`;
    if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(pagePath, wanted);
    expect(readFileSync(pagePath, 'utf8')).toBe(wanted);
  });
});
