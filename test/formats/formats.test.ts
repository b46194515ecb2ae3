import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import type { Log, Result } from 'sarif';
import { describe, expect, it } from 'vitest';
import {
  changed,
  folderWith,
  goodManifest,
  judged,
  type Outcome,
  smallPack,
  waarborg,
} from '../command-line/run-waarborg.ts';

const schemas = resolve(import.meta.dirname, '../../../shared/data/schemas');
const examples = resolve(import.meta.dirname, '../../policies/nl-big-data-2016/examples');

const broken = changed('goal: To know\n', '', 'broken')
  .replace('profiling: no', 'profiling: yes')
  .replace('legal_basis_explanation: Because the act says so\n', '')
  .concat('data_subjects: 101\n');
const hostile = '::error::%0A`<script>`&"<script>\u0001\u202e\u001b[31m';

function run(
  format: string,
  manifests: Readonly<Record<string, string | Buffer>> = { 'broken.analysis.yaml': broken },
  ...more: readonly string[]
): Outcome {
  const folder = folderWith({ 'small.waarborg': smallPack, ...manifests });
  return waarborg(['check', ...judged, '--format', format, ...more], { folder });
}

function examplesIn(format: string, ...more: readonly string[]): string {
  return waarborg(['check', '.', '--as-of', '2026-11-23', '--format', format, ...more], { folder: examples }).output;
}

function sarif(...given: Parameters<typeof run> extends [unknown, ...infer Rest] ? Rest : never): Log['runs'][number] {
  const log: Log = JSON.parse(run('sarif', ...given).output);
  const [first] = log.runs;
  if (first === undefined) throw new Error('no run');
  return first;
}

/** What a schema says is wrong with a value. */
function faults(schema: string, value: unknown): unknown {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  const { $schema: _, ...rest } = JSON.parse(readFileSync(join(schemas, schema), 'utf8'));
  ajv.validate(rest, value);
  return ajv.errors ?? [];
}

const hasSchemas = existsSync(schemas);
const xmllint = spawnSync('xmllint', ['--version']).status === 0;

describe('sarif', () => {
  it.skipIf(!hasSchemas)('is what the published schema asks (needs ../shared/data)', () => {
    const log = JSON.parse(examplesIn('sarif'));
    expect(log.runs[0].results.length).toBeGreaterThan(20);
    expect(faults('sarif-2.1.0.json', log)).toEqual([]);
    expect(faults('sarif-2.1.0.json', JSON.parse(run('sarif', { 'b.analysis.yaml': 'a: [' }).output))).toEqual([]);
    expect(faults('sarif-2.1.0.json', { ...log, runs: [{}] })).not.toEqual([]);
  });

  it('points at the very value, in UTF-16 columns', () => {
    const text = broken.replace('incidents', '"😀 incidents"').replace('2026-10-01', '2025-10-01');
    const { results, columnKind, tool } = sarif({ 'a b#.analysis.yaml': text });
    expect(columnKind).toBe('utf16CodeUnits');
    const fresh = results?.find(({ ruleId }) => ruleId === 'test.small/fresh');
    expect(fresh).toMatchObject({ level: 'error', properties: { obligation: 'current', subject: '😀 incidents' } });
    const place = fresh?.locations?.[0]?.physicalLocation;
    expect(place?.artifactLocation?.uri).toBe('a%20b%23.analysis.yaml');
    const { startLine = 0, startColumn = 0, endLine, endColumn = 0 } = place?.region ?? {};
    expect(endLine).toBe(startLine);
    expect(text.split('\n')[startLine - 1]?.slice(startColumn - 1, endColumn - 1)).toBe('2025-10-01');
    expect(tool.driver.rules?.[fresh?.ruleIndex ?? -1]?.id).toBe('test.small/fresh');
  });

  it('gives a finding the same fingerprint wherever its manifest stands and however it is written', () => {
    const before = sarif({ 'broken.analysis.yaml': broken }).results ?? [];
    const json = JSON.stringify(
      {
        data_subjects: 101,
        datasets: [
          { name: 'newer', updated_on: '2026-11-01' },
          { updated_on: '2026-10-01', name: 'incidents' },
        ],
        method: { profiling: true },
        id: 'broken',
      },
      undefined,
      4,
    );
    const after = sarif({ 'elsewhere/other.analysis.json': json }).results ?? [];
    const prints = (results: readonly Result[]): unknown => results.map((each) => each.partialFingerprints);
    expect(before.length).toBe(3);
    expect(prints(after)).toEqual(prints(before));
    const all = before.map((each) => each.partialFingerprints?.['waarborgFinding/v1']);
    expect(new Set(all).size).toBe(all.length);
    expect(
      prints(sarif({ 'broken.analysis.yaml': broken.replace('id: broken', 'id: other') }).results ?? []),
    ).not.toEqual(prints(before));
  });

  it('calls an error what makes the run fail, and a warning what does not', () => {
    const levels = (failOn: string): unknown =>
      sarif({ 'broken.analysis.yaml': broken }, '--fail-on', failOn).results?.map(({ ruleId, level }) => [
        ruleId,
        level,
      ]);
    const upTo = (last: string): unknown => [
      ['test.small/goal', 'error'],
      ['test.small/small', 'error'],
      ['test.small/explained-basis', last],
    ];
    expect(levels('comply-or-explain')).toEqual(upTo('warning'));
    expect(levels('recommended')).toEqual(upTo('error'));
  });

  it('marks what an exception or explanation covers as suppressed, with the reason', () => {
    const { results = [] } = JSON.parse(examplesIn('sarif')).runs[0];
    const suppressed: readonly Result[] = results.filter((each: Result) => each.suppressions !== undefined);
    expect(suppressed.length).toBeGreaterThan(0);
    for (const { level, suppressions } of suppressed) {
      expect(level).toBe('note');
      expect(suppressions?.[0]).toMatchObject({
        kind: 'external',
        status: 'accepted',
        justification: expect.any(String),
      });
    }
  });

  it('says what could not be judged, with its place', () => {
    const { results, invocations, tool } = sarif({ 'b.analysis.yaml': 'id: b\ngaol: x\n' });
    expect(invocations?.[0]).toMatchObject({ executionSuccessful: false, exitCode: 2 });
    const wrong = results?.find(({ ruleId }) => ruleId?.startsWith('WB'));
    expect(wrong).toMatchObject({ level: 'error', locations: [{ physicalLocation: { region: { startLine: 2 } } }] });
    expect(tool.driver.rules?.[wrong?.ruleIndex ?? -1]?.id).toBe(wrong?.ruleId);
    const none = JSON.parse(run('sarif', {}, 'gone.yaml').output).runs[0];
    expect([none.invocations[0].executionSuccessful, none.invocations[0].exitCode]).toEqual([false, 2]);
    expect(JSON.stringify(none)).toContain('WB0901');
  });

  it('keeps what code scanning takes where there is more, what counts first, and says how much was left out', () => {
    const items = Array.from({ length: 25_010 }, (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }`);
    const text = broken.replace('  - name: incidents\n    updated_on: 2026-10-01\n', `${items.join('\n')}\n`);
    const { results = [], invocations } = sarif({ 'many.analysis.yaml': text });
    expect(results.length).toBe(25_000);
    expect(results.every(({ level }) => level === 'error')).toBe(true);
    expect(invocations?.[0]?.toolExecutionNotifications?.at(-1)?.message.text).toBe(
      '13 results were left out: code scanning takes at most 25000. The JSON report has all of them.',
    );
  });
});

describe('junit', () => {
  it.skipIf(!hasSchemas || !xmllint)('is what the published schema asks (needs ../shared/data and xmllint)', () => {
    const validate = (xml: string): unknown => {
      const folder = folderWith({ 'report.xml': xml });
      const { status, stderr } = spawnSync(
        'xmllint',
        ['--noout', '--nonet', '--schema', join(schemas, 'junit.xsd'), join(folder, 'report.xml')],
        { encoding: 'utf8' },
      );
      return [status, status === 0 ? '' : stderr];
    };
    expect(validate(examplesIn('junit'))).toEqual([0, '']);
    expect(validate(run('junit', { 'b.analysis.yaml': 'a: [' }).output)).toEqual([0, '']);
    expect(validate('<testsuites><testsuite/></testsuites>')).not.toEqual([0, '']);
  });

  it('has a suite for each manifest and a test for each rule and subject, and fails those that make the run fail', () => {
    const { output, exit } = run('junit');
    expect(exit).toBe(1);
    expect(output).toContain(
      'name="broken" timestamp="2026-11-23T00:00:00" hostname="localhost" tests="4" failures="2"',
    );
    expect(output).toContain(
      '<testcase name="test.small/fresh [incidents]" classname="broken.analysis.yaml" time="0"/>',
    );
    expect(output).toMatch(
      /<testcase name="test\.small\/small"[^>]*><failure message="The analysis is small: [^"]*101[^"]*" type="fail">/,
    );
    expect(output).toContain('type="unproven"');
    expect(output).toContain('<skipped message="unproven, below --fail-on"/>');
  });

  it('never says of a rule that does not apply that it passed', () => {
    const { output } = run('junit', { 'good.analysis.yaml': goodManifest });
    expect(output).toMatch(/name="test\.small\/small"[^>]*><skipped message="not-applicable: condition"\/>/);
  });
});

describe('gitlab', () => {
  // What GitLab documents for a code quality report. Its schema is published nowhere; `codeclimate.json` is of a project file.
  const line = { type: 'integer', minimum: 1 };
  const place = { type: 'object', required: ['line'], properties: { line, column: line } };
  const location = (where: object, required: string): object => ({
    type: 'object',
    required: ['path', required],
    additionalProperties: false,
    // Relative to the repository, without ./ in front.
    properties: { path: { type: 'string', pattern: '^(?!/|\\.{1,2}/)[^\\\\]+$' }, [required]: where },
  });
  const published = {
    type: 'array',
    items: {
      type: 'object',
      required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
      additionalProperties: false,
      properties: {
        type: { const: 'issue' },
        description: { type: 'string', minLength: 1 },
        check_name: { type: 'string', minLength: 1 },
        fingerprint: { type: 'string', minLength: 1 },
        severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
        location: {
          anyOf: [
            location({ type: 'object', required: ['begin'], properties: { begin: line, end: line } }, 'lines'),
            location({ type: 'object', required: ['begin'], properties: { begin: place, end: place } }, 'positions'),
          ],
        },
      },
    },
  };

  it('is what GitLab documents', () => {
    const ajv = new Ajv({ allErrors: true });
    const faults = (issues: unknown): unknown => {
      ajv.validate(published, issues);
      return ajv.errors ?? [];
    };
    const issues = JSON.parse(examplesIn('gitlab'));
    expect(issues.length).toBeGreaterThan(20);
    expect(faults(issues)).toEqual([]);
    expect(faults(JSON.parse(run('gitlab', { 'a b/b.analysis.yaml': 'a: [' }).output))).toEqual([]);
    const fingerprints = issues.map(({ fingerprint }: { readonly fingerprint: string }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(issues.length);
    const [{ fingerprint: _, ...without }] = issues;
    for (const wrong of [{}, without, { ...issues[0], severity: 'bad' }, { ...issues[0], location: { path: 'a' } }]) {
      expect(faults([wrong])).not.toEqual([]);
    }
  });

  it('lists what is open with a severity, a place and a fingerprint of its own', () => {
    const { output } = run('gitlab');
    const issues: readonly Readonly<Record<string, unknown>>[] = JSON.parse(output);
    expect(issues.map(({ check_name, severity, location }) => [check_name, severity, location])).toEqual([
      ['test.small/goal', 'critical', { path: 'broken.analysis.yaml', lines: { begin: 1, end: 6 } }],
      ['test.small/small', 'critical', { path: 'broken.analysis.yaml', lines: { begin: 6, end: 6 } }],
      ['test.small/explained-basis', 'minor', { path: 'broken.analysis.yaml', lines: { begin: 1, end: 6 } }],
    ]);
    expect(new Set(issues.map(({ fingerprint }) => fingerprint)).size).toBe(issues.length);
    expect(JSON.parse(run('gitlab', { 'good.analysis.yaml': goodManifest }).output)).toEqual([]);
  });
});

describe('github', () => {
  it('has a command for each finding, at its place', () => {
    const [, small] = run('github').output.split('\n');
    expect(small).toMatch(
      /^::error file=broken\.analysis\.yaml,line=6,endLine=6,col=16,endColumn=19,title=Does not meet%3A The analysis is small::`data_subjects` is 101, /,
    );
  });

  it('gives ten of a kind, and says how many more there are', () => {
    const items = Array.from({ length: 30 }, (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }`);
    const { output } = run('github', {
      'many.analysis.yaml': goodManifest.replace(
        '  - name: incidents\n    updated_on: 2026-10-01\n',
        `${items.join('\n')}\n`,
      ),
    });
    const lines = output.trimEnd().split('\n');
    expect(lines.filter((line) => line.startsWith('::error ')).length).toBe(10);
    expect(lines.at(-1)).toBe(
      'And 20 more errors: GitHub shows 10 for each step. The text and JSON reports have all of them.',
    );
  });
});

describe('html and markdown', () => {
  it('say the verdict, what is open with its place and repair, and what it rests on', () => {
    const { output, exit } = run('markdown');
    expect(exit).toBe(1);
    expect(output).toContain('# Does not meet the rules of this pack.');
    expect(output).toContain('It is no judgement on lawfulness.');
    expect(output).toContain('#### The analysis is small\n\n**does not meet** · **mandatory** · `test.small/small`');
    expect(output).toContain('`data_subjects` is 101, and must be at most 100 (most-subjects).');
    expect(output).toContain('`broken.analysis.yaml:6:16` /data\\_subjects');
    expect(output).toContain('`test.small/most-subjects` = 100, set by the test, because: it is small');
    expect(output).toContain('[The act, art. 2](<https://example.org/act>)');
    expect(run('markdown', { 'good.analysis.yaml': goodManifest }).output).toContain('Nothing stands open.');
    expect(run('markdown', { 'b.analysis.yaml': 'a: [' }).output).toMatch(/`b\.analysis\.yaml:1:\d+` \*\*WB\d{4}: /);
  });

  it('show what an exception or an explanation covers, with its reason and number', () => {
    const output = examplesIn('markdown');
    expect(output).toMatch(/\d+ findings do not count for the verdict\. The outcome stays what it is\./);
    expect(output.split('<a id="covered-findings"></a>')[1]).toMatch(
      /\(.+, from \d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d\)/,
    );
  });

  it('run nothing and load nothing, and filter by style alone', () => {
    const output = examplesIn('html', '--language', 'nl');
    expect(output).toContain('<html lang="nl">');
    expect(output).not.toMatch(/<script|\son\w+=|<link|<img|url\(/);
    expect(output).toContain("default-src 'none'");
    const choices = [...output.matchAll(/<input type="radio" id="show-(\w+)-([\w-]+)" name="\w+"( checked)?>/g)];
    expect(choices.map(([, group, mark]) => `${group} ${mark}`)).toEqual([
      ...['outcome all', 'outcome fail', 'outcome unproven'],
      ...[
        'level all',
        'level mandatory',
        'level comply-or-explain',
        'level recommended',
        'counts all',
        'counts counts',
      ],
    ]);
    for (const [, group, mark, checked] of choices) {
      expect(checked === undefined).toBe(mark !== 'all');
      expect(output.includes(`main:has(#show-${group}-${mark}:checked) .entry:not(.is-${mark})`)).toBe(mark !== 'all');
    }
  });
});

describe('every format', () => {
  const text = goodManifest.replace('incidents', JSON.stringify(hostile)).replace('2026-10-01', '2025-10-01');

  it.each(['sarif', 'junit', 'github', 'gitlab', 'html', 'markdown'])(
    '%s: what a manifest says can do no harm',
    (format) => {
      const { output, exit } = run(format, { 'hostile.analysis.yaml': text });
      expect(exit).toBe(1);
      expect(output).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u202e]/);
      expect(output).not.toContain('\u001b');
      if (['junit', 'html', 'markdown'].includes(format)) {
        // What stands in a code span of Markdown is no markup, whatever it is.
        const outsideCode = format === 'markdown' ? output.replaceAll(/(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)/g, '') : output;
        expect(outsideCode).not.toMatch(/(?<!\\)<script/);
      }
      for (const line of format === 'github' ? output.split('\n') : []) {
        expect(line.startsWith('::error file=') || line === '').toBe(true);
        expect(line).not.toContain('%0A');
      }
    },
  );

  it.each(['sarif', 'junit', 'github', 'gitlab', 'html', 'markdown'])(
    '%s: the same input gives the same bytes, in both languages',
    (format) => {
      expect(examplesIn(format)).toBe(examplesIn(format));
      expect(examplesIn(format, '--language', 'nl')).not.toBe(examplesIn(format));
    },
  );

  it('goes to files beside others', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'broken.analysis.yaml': broken });
    const formats = ['sarif', 'junit', 'github', 'gitlab'].flatMap((format) => ['--format', `${format}=out.${format}`]);
    const { output } = waarborg(['check', ...judged, ...formats, '--format', 'text'], { folder });
    expect(output).toContain('does not meet');
    for (const format of ['sarif', 'junit', 'github', 'gitlab']) {
      expect(readFileSync(join(folder, `out.${format}`), 'utf8')).toBe(run(format).output);
    }
  });
});
