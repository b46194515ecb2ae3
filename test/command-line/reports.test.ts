import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, judged, node, program, smallPack, waarborg } from './run-waarborg.ts';

const stale = changed('2026-10-01', '2025-10-01', 'stale');
const large = changed('method: { profiling: no }', 'method: { profiling: yes }\ndata_subjects: 101', 'large');

function files(manifests: Readonly<Record<string, string>>): string {
  return folderWith({ 'small.waarborg': smallPack, ...manifests });
}

describe('the text report', () => {
  it('shows the line with a caret, what was found and required, the source, the parameter and the repair', () => {
    const folder = files({ 'large.analysis.yaml': large });
    const { output } = waarborg(['check', ...judged], { folder });
    expect(output).toContain('✗ does not meet  The analysis is small');
    expect(output).toContain('large.analysis.yaml:4:16');
    expect(output).toMatch(/4 │ data_subjects: 101\n {6}│ {16}\^{3}\n/);
    expect(output).toMatch(/`data_subjects` is 101, and must be at most 100/);
    expect(output).toMatch(/Repair +\S/);
    expect(output).toMatch(/Parameter +most-subjects = 100, set by the test, because: it is small/);
    expect(output).toMatch(/Source +The act, art. 2 <https:\/\/example.org\/act>/);
  });
  it('names a source once for many items of one rule, and counts those it leaves out', () => {
    const datasets = Array.from({ length: 20 }, (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }\n`).join(
      '',
    );
    const folder = files({ 'a.analysis.yaml': goodManifest.replace(/ {2}- name: incidents\n.*\n/, datasets) });
    const { output } = waarborg(['check', ...judged], { folder });
    expect(output.match(/The act, art. 3/g)).toHaveLength(1);
    expect(output).toContain('20 of 20 items');
    expect(output).toContain('and 12 more; --verbose shows all');
    expect(output).toContain('d0: ');
    expect(output).not.toContain('d19: ');
    expect(waarborg(['check', ...judged, '--verbose'], { folder }).output).toContain('d19: ');
  });
  it('sums up several manifests in a table', () => {
    const folder = files({ 'a.analysis.yaml': goodManifest, 'b.analysis.yaml': stale, 'c.analysis.yaml': large });
    const { output } = waarborg(['check', ...judged], { folder });
    expect(output).toMatch(/Rule +met +not met +n\/a\n/);
    expect(output).toMatch(/ fresh +2 +1 +·\n/);
    expect(output).toContain('3 manifests judged on 2026-11-23 by test.small 1.2.3');
    expect(output).toContain('2 of 3 manifests do not meet the rules of this pack — no judgement on lawfulness.');
  });
  it('lists the rules that are met with --verbose, and the conditions of those that do not apply', () => {
    const folder = files({ 'a.analysis.yaml': goodManifest });
    const { output } = waarborg(['check', ...judged, '--verbose'], { folder });
    expect(output).toContain('✓ The analysis has a goal (goal)');
    expect(output).toContain('the condition does not hold');
  });
  it('speaks the language of the environment, or the one that is asked', () => {
    const folder = files({ 'a.analysis.yaml': large });
    const dutch = waarborg(['check', ...judged], { folder, environment: { LANG: 'nl_NL.UTF-8' } }).output;
    expect(dutch).toContain('✗ voldoet niet  De analyse is klein');
    expect(dutch).toContain('Voldoet niet aan de regels van dit pakket — geen oordeel over rechtmatigheid.');
    expect(waarborg(['check', ...judged, '--language', 'nl'], { folder }).output).toBe(dutch);
    const english = waarborg(['check', ...judged, '--language', 'en'], {
      folder,
      environment: { LC_ALL: 'nl_NL' },
    }).output;
    expect(english).toContain('does not meet');
    const unshown = files({ 'a.analysis.yaml': changed('goal: To know\n', '') });
    const open = waarborg(['check', ...judged, '--language', 'nl'], { folder: unshown }).output;
    expect(open).toContain('? niet aangetoond');
    expect(open.toLowerCase()).not.toContain('overtreding');
  });
  it('has colours only where they are wanted, and says nothing by colour alone', () => {
    const folder = files({ 'a.analysis.yaml': stale });
    const bare = waarborg(['check', ...judged], { folder }).output;
    expect(bare).not.toContain('\u001b');
    for (const [more, environment] of [
      [['--color'], {}],
      [[], { FORCE_COLOR: '1' }],
      [[], { NO_COLOR: '1', FORCE_COLOR: '1' }],
    ] as const) {
      const coloured = waarborg(['check', ...judged, ...more], { folder, environment }).output;
      expect(coloured).toContain('\u001b[');
      expect(coloured.replaceAll(/\u001b\[\d+m/g, '')).toBe(bare);
    }
    expect(waarborg(['check', ...judged, '--no-color'], { folder, environment: { FORCE_COLOR: '1' } }).output).toBe(
      bare,
    );
    expect(waarborg(['check', ...judged], { folder, environment: { FORCE_COLOR: '0' } }).output).toBe(bare);
  });
  it('lets no control character of a manifest through, in any format', () => {
    const hostile = JSON.stringify({
      id: 'a\u001b]0;x\u0007\u202e\u009b31m',
      goal: 'x',
      '\u001b[2Jkey': 1,
      datasets: [{ name: '\u001b[31mred\r', updated_on: '\u001b[5m' }],
    });
    const folder = files({ 'a.analysis.json': hostile });
    for (const format of ['text', 'json']) {
      const { output, errors } = waarborg(['check', ...judged, '--format', format], { folder });
      expect(output + errors).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e]/);
      expect(output).toContain('\\u001b');
    }
  });
});

describe('the JSON report', () => {
  const folder = files({ 'z.analysis.yaml': stale, 'b/a.analysis.yaml': large, 'A.analysis.yaml': goodManifest });
  const report = (...more: readonly string[]): string =>
    waarborg(['check', ...judged, '--format', 'json', ...more], { folder }).output;

  it('has every field of the contract', () => {
    const read = JSON.parse(report());
    expect(Object.keys(read)).toEqual(
      expect.arrayContaining(['format', 'asOf', 'packs', 'manifests', 'counts', 'errors', 'notices', 'verdict']),
    );
    expect(read).toMatchObject({
      format: 'waarborg-report/1',
      asOf: '2026-11-23',
      verdict: 'fail',
      errors: [],
      packs: [{ name: 'test.small', version: '1.2.3' }],
    });
    const manifest = read.manifests[1];
    expect(manifest).toMatchObject({
      file: 'b/a.analysis.yaml',
      id: 'large',
      document: 0,
      verdict: 'fail',
      errors: [],
    });
    expect(manifest.counts).toEqual({ pass: 3, fail: 1, excepted: 0, unproven: 0, 'not-applicable': 0 });
    const result = manifest.results.find((each: { rule: string }) => each.rule === 'test.small/small');
    expect(result).toMatchObject({
      level: 'mandatory',
      outcome: 'fail',
      subject: '',
      reason: null,
      cites: [{ source: 'act', at: 'art. 2' }],
      exceptions: [],
      explanation: null,
      baselined: false,
    });
    const [finding] = result.findings;
    expect(finding).toMatchObject({
      obligation: 'few',
      outcome: 'fail',
      location: { pointer: '/data_subjects', start: { line: 4, column: 16 }, end: { line: 4, column: 19 } },
      parameters: [{ name: 'test.small/most-subjects', value: '100', setBy: 'the test' }],
    });
    for (const field of ['message', 'required', 'found', 'repair']) expect(finding[field]).not.toBe('');
    expect(finding.because.length).toBeGreaterThan(0);
    for (const reason of finding.because) {
      expect(Object.keys(reason)).toEqual(expect.arrayContaining(['text', 'value', 'found', 'pointer']));
      expect(['true', 'false', 'unknown']).toContain(reason.value);
    }
    const item = read.manifests[2].results.find((each: { rule: string }) => each.rule === 'test.small/fresh');
    expect(item).toMatchObject({
      subject: '/datasets/0',
      subjectKey: 'incidents',
      findings: [{ location: { pointer: '/datasets/0/updated_on' } }],
    });
  });
  it('has manifests in the order of their paths, results in that of the rules, and the same bytes each time', () => {
    const first = report();
    const read = JSON.parse(first);
    expect(read.manifests.map((each: { file: string }) => each.file)).toEqual([
      'A.analysis.yaml',
      'b/a.analysis.yaml',
      'z.analysis.yaml',
    ]);
    expect(read.manifests[0].results.map((each: { rule: string }) => each.rule)).toEqual(
      ['goal', 'small', 'fresh', 'explained-basis'].map((rule) => `test.small/${rule}`),
    );
    expect(report()).toBe(first);
    expect(
      waarborg(['check', 'z.analysis.yaml', 'b', 'A.analysis.yaml', ...judged, '--format', 'json'], { folder }).output,
    ).toBe(first);
  });
  it('is in English unless another language is asked', () => {
    const environment = { LANG: 'nl_NL.UTF-8' };
    const inEnvironment = waarborg(['check', ...judged, '--format', 'json'], { folder, environment });
    expect(inEnvironment.output).toBe(report());
    const dutch = JSON.parse(report('--language', 'nl'));
    expect(dutch.language).toBe('nl');
    expect(dutch.manifests[0].results[0].title).toBe('De analyse heeft een doel');
  });
});

describe('where reports go', () => {
  it('is a file in one step, beside text on standard output', () => {
    const folder = files({ 'a.analysis.yaml': stale });
    const { exit, output } = waarborg(
      ['check', ...judged, '--format', 'json=out.json', '--format', 'text', '--format', 'text=out.txt'],
      { folder },
    );
    expect(exit).toBe(1);
    expect(output).toContain('does not meet');
    expect(JSON.parse(readFileSync(join(folder, 'out.json'), 'utf8')).verdict).toBe('fail');
    expect(readFileSync(join(folder, 'out.txt'), 'utf8')).toContain('does not meet');
    expect(readdirSync(folder).sort()).toEqual(['a.analysis.yaml', 'out.json', 'out.txt', 'small.waarborg']);
  });
  it('is an error where it cannot be written, and nothing of it stays behind', () => {
    const folder = files({ 'a.analysis.yaml': goodManifest });
    mkdirSync(join(folder, 'taken'));
    for (const file of ['taken', 'nowhere/out.json']) {
      const { exit, output, errors } = waarborg(['check', ...judged, '--format', `json=${file}`], { folder });
      expect({ exit, output }).toEqual({ exit: 2, output: '' });
      expect(errors).toContain('WB0909');
    }
    expect(readdirSync(folder).sort()).toEqual(['a.analysis.yaml', 'small.waarborg', 'taken']);
  });
  it('may be a reader that stops reading', () => {
    const datasets = Array.from(
      { length: 3000 },
      (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }\n`,
    ).join('');
    const folder = files({ 'a.analysis.yaml': goodManifest.replace(/ {2}- name: incidents\n.*\n/, datasets) });
    const command = `"${node}" "${program}" check ${judged.join(' ')} --verbose | head -n 1; echo "exit \${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: folder, encoding: 'utf8' });
    expect(stdout).toBe('a.analysis.yaml\nexit 1\n');
    expect(stderr).toBe('');
  });
  it('keeps notices on standard error', () => {
    const pack = smallPack.replace('2030-01-01', '2026-01-01');
    const folder = folderWith({
      'small.waarborg': pack,
      'a.analysis.yaml': goodManifest,
    });
    const { exit, output, errors } = waarborg(['check', ...judged, '--format', 'json'], { folder });
    expect(JSON.parse(output).notices).toMatchObject([{ kind: 'review-date-passed', file: null }]);
    expect(errors.match(/^notice: /gm)).toHaveLength(1);
    expect(exit).toBe(0);
  });
});

describe('what is read', () => {
  it('may be standard input, as YAML or JSON', () => {
    const folder = files({});
    const yaml = waarborg(['check', '-', ...judged, '--format', 'json'], { folder, input: stale });
    expect(JSON.parse(yaml.output).manifests).toMatchObject([{ file: '-', id: 'stale', verdict: 'fail' }]);
    expect(yaml.exit).toBe(1);
    const json = waarborg(['check', '-', ...judged], { folder, input: '{ "id": "j", "goal": "g" }' });
    expect(json.output).toContain('standard input');
    expect(json.output).toContain('? j — not shown to meet the rules');
  });
  it('may be several documents in a file, each a manifest of its own', () => {
    const folder = files({ 'a.analysis.yaml': `${goodManifest}---\n${stale}---\nid: "broken\n---\n${large}` });
    const { exit, output } = waarborg(['check', ...judged, '--format', 'json'], { folder });
    const manifests = JSON.parse(output).manifests.map(
      ({ document, id, verdict }: { document: number; id: string; verdict: string }) => [document, id, verdict],
    );
    expect(manifests).toEqual([
      [0, 'good', 'pass'],
      [1, 'stale', 'fail'],
      [2, '', 'error'],
      [3, 'large', 'fail'],
    ]);
    expect(exit).toBe(2);
  });
  it('may have CRLF, a byte order mark and tabs, with columns as editors count them', () => {
    const text = `\ufeff${stale.replace('updated_on: 2025', 'updated_on:\t2025').replaceAll('\n', '\r\n')}`;
    const { output } = waarborg(['check', ...judged], { folder: files({ 'a.analysis.yaml': text }) });
    expect(output).toContain('a.analysis.yaml:6:17');
    expect(output).toMatch(/6 │ {5}updated_on: 2025-10-01\n {6}│ {17}\^{10}\n/);
  });
});
