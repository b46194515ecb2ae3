import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { WhyReport } from '../../cli/src/why/why-report.ts';
import { folderWith, goodManifest, judged, smallPack, waarborg } from './run-waarborg.ts';

const broken = goodManifest.replace('2026-10-01', '2025-10-01').replace('profiling: no', 'profiling: yes');

function folder(manifest = broken): string {
  return folderWith({ 'small.waarborg': smallPack, 'm.yaml': manifest });
}

function json(written: readonly string[], at: string, input?: string): WhyReport {
  const run = waarborg(['why', ...written, ...judged, '--format', 'json'], {
    folder: at,
    ...(input === undefined ? {} : { input }),
  });
  return JSON.parse(run.output);
}

describe('waarborg why', () => {
  it('shows how a rule came to its outcome, and what would turn it', () => {
    const run = waarborg(['why', 'm.yaml', 'fresh', ...judged], { folder: folder() });
    expect(run).toMatchObject({ exit: 0, errors: '' });
    expect(run.output).toContain('✗ does not meet — datasets[incidents]');
    expect(run.output).toContain('`datasets[incidents].updated_on`: 2025-10-01 · m.yaml:6:17');
    expect(run.output).toContain('If `datasets[incidents].updated_on` were on or after 2026-01-01 (now 2025-10-01).');
    expect(run.output).toContain('-     updated_on: 2025-10-01\n      +     updated_on: 2026-01-01');
  });

  it('proves what it says: the changed manifest passes', () => {
    const at = folder();
    const { subjects } = json(['m.yaml', 'fresh'], at);
    const [edit] = subjects[0]?.changes?.found[0]?.edits ?? [];
    const lines = broken.split('\n');
    const line = lines[(edit?.start.line ?? 0) - 1] ?? '';
    lines[(edit?.start.line ?? 0) - 1] =
      line.slice(0, (edit?.start.column ?? 0) - 1) + edit?.text + line.slice((edit?.end.column ?? 0) - 1);
    const changed = folder(lines.join('\n'));
    expect(json(['m.yaml', 'fresh'], changed).subjects.map(({ outcome }) => outcome)).toEqual(['pass']);
  });

  it('speaks Dutch', () => {
    const run = waarborg(['why', 'm.yaml', 'fresh', ...judged, '--language', 'nl'], { folder: folder() });
    expect(run.output).toContain('Aan de regel is dus niet voldaan: `current`.');
    expect(run.output).toContain('Kleinste wijzigingen waarna aan de regel zou zijn voldaan:');
  });

  it('takes a rule by its pack, and a manifest from standard input', () => {
    const report = json(['-', 'test.small/goal'], folder(), goodManifest);
    expect(report).toMatchObject({
      format: 'waarborg-why/1',
      language: 'en',
      asOf: '2026-11-23',
      file: '-',
      manifest: 'good',
    });
    expect(report.rule?.id).toBe('test.small/goal');
    expect(report.subjects[0]).toMatchObject({ outcome: 'pass', subject: '', changes: { to: ['fail'] } });
  });

  it('says what a change of the outcome asked for would be', () => {
    const run = waarborg(['why', 'm.yaml', 'small', ...judged, '--to', 'not-applicable'], { folder: folder() });
    expect(run.output).toContain('Smallest changes after which the rule would not apply:');
    expect(run.output).toContain('If `method.profiling` were no (now yes).');
  });

  it('chooses one item, by key, name or pointer', () => {
    const two = `${goodManifest}`.replace('datasets:\n', 'datasets:\n  - name: calls\n    updated_on: 2025-01-01\n');
    const at = folder(two);
    expect(json(['m.yaml', 'fresh'], at).subjects.map(({ subjectKey }) => subjectKey)).toEqual(['calls', 'incidents']);
    for (const name of ['incidents', 'datasets[incidents]', '/datasets/1']) {
      expect(json(['m.yaml', 'fresh', '--subject', name], at).subjects.map(({ label }) => label)).toEqual([
        'datasets[incidents]',
      ]);
    }
    const run = waarborg(['why', 'm.yaml', 'fresh', '--subject', 'incident', ...judged], { folder: at });
    expect(run).toMatchObject({ exit: 2, output: '' });
    expect(run.errors).toContain('Did you mean `incidents`?');
  });

  it('chooses one manifest of a file with several, by id or number', () => {
    const at = folder(`${goodManifest}---\n${broken.replace('id: good', 'id: other')}`);
    const run = waarborg(['why', 'm.yaml', 'fresh', ...judged], { folder: at });
    expect(run).toMatchObject({ exit: 2, output: '' });
    expect(run.errors).toContain('Choose one with --document: good, other, or its number from 0.');
    expect(json(['m.yaml', 'fresh', '--document', '1'], at)).toMatchObject({ document: 1, manifest: 'other' });
    const chosen = json(['m.yaml', 'fresh', '--document', 'other'], at);
    expect(chosen.subjects[0]?.changes?.found[0]?.edits[0]?.start.line).toBe(14);
    expect(waarborg(['why', 'm.yaml', 'fresh', '--document', 'third', ...judged], { folder: at }).exit).toBe(2);
  });

  it.each([
    [['m.yaml', 'frehs'], 'Did you mean `fresh`?'],
    [['m.yaml', 'frehs'], 'WB0915'],
    [['absent.yaml', 'fresh'], 'WB0901'],
    [['m.yaml', 'fresh', '--to', 'passed'], 'Did you mean pass?'],
    [['m.yaml', 'fresh', '--as-of', 'today'], '--as-of is a date'],
    [['m.yaml', 'fresh', '--format', 'html'], '--format cannot be `html`'],
    [['m.yaml', 'fresh', '--subject', 'x', '--language', 'fr'], '--language cannot be `fr`'],
    [['m.yaml'], "Missing required argument 'rule'"],
    [['m.yaml', 'fresh', '--format', 'json=none/such/folder.json'], 'WB0909'],
  ])('says what is wrong with %j', (written, message) => {
    const run = waarborg(['why', ...written, '--policy', 'small.waarborg'], { folder: folder() });
    expect(run.exit).toBe(2);
    expect(run.errors).toContain(message);
    expect(run.output).toBe('');
  });

  it('shows what it can of a manifest with an error, and that it has one', () => {
    const at = folder(`${broken}data_subjects: many\n`);
    const run = waarborg(['why', 'm.yaml', 'fresh', ...judged], { folder: at });
    expect(run.exit).toBe(2);
    expect(run.errors).toContain('WB0547');
    expect(run.output).toContain('✗ does not meet');
    // A change may mend the error, and no change makes another.
    const report = json(['m.yaml', 'small'], at);
    expect(report.subjects[0]?.changes?.found[0]?.text).toContain('`data_subjects`');
  });

  it('asks for the pack where rules of two packs have one name', () => {
    const other = smallPack.replace('test.small', 'test.other');
    const at = folderWith({ 'policies/a.waarborg': smallPack, 'policies/b.waarborg': other, 'm.yaml': broken });
    const run = (rule: string) =>
      waarborg(['why', 'm.yaml', rule, '--policy', 'policies', '--as-of', '2026-11-23'], { folder: at });
    expect(run('fresh')).toMatchObject({ exit: 2, output: '' });
    expect(run('fresh').errors).toMatch(/test\.(?:small|other)\/fresh or test\.(?:small|other)\/fresh/);
    expect(run('test.other/fresh')).toMatchObject({ exit: 0, errors: '' });
  });

  it('judges nothing by a policy with an error', () => {
    const at = folderWith({ 'small.waarborg': smallPack.replace('mandatory', 'mandatroy'), 'm.yaml': broken });
    const run = waarborg(['why', 'm.yaml', 'fresh', ...judged], { folder: at });
    expect(run).toMatchObject({ exit: 2, output: '' });
    expect(run.errors).toContain('small.waarborg');
  });

  it('writes several formats in one run, the same bytes each time', () => {
    const at = folder();
    const written = ['why', 'm.yaml', 'fresh', ...judged, '--format', 'markdown=why.md', '--format', 'json=why.json'];
    const files = (): readonly string[] => ['why.md', 'why.json'].map((name) => readFileSync(join(at, name), 'utf8'));
    expect(waarborg(written, { folder: at })).toEqual({ exit: 0, output: '', errors: '' });
    const first = files();
    expect(waarborg(written, { folder: at }).exit).toBe(0);
    expect(files()).toEqual(first);
    expect(first[0]).toContain('## ✗ does not meet — datasets\\[incidents\\]');
    expect(first[0]).toContain('-    updated_on: 2025-10-01\n  +    updated_on: 2026-01-01');
  });

  it('lets no manifest steer the terminal', () => {
    const at = folder(broken.replace('name: incidents', 'name: "inci\\e[31mdents"'));
    for (const format of ['text', 'markdown', 'json']) {
      const run = waarborg(['why', 'm.yaml', 'fresh', ...judged, '--format', format], { folder: at });
      expect(run.exit).toBe(0);
      expect(run.output).not.toContain('\u001b');
      expect(run.output).toContain('u001b[31m'.slice(0, 5));
    }
  });

  it('explains itself', () => {
    const run = waarborg(['why', '--help'], { folder: folder() });
    expect(run.exit).toBe(0);
    for (const option of [
      '--policy',
      '--as-of',
      '--subject',
      '--document',
      '--to',
      '--format',
      '--language',
      '--verbose',
    ])
      expect(run.output).toContain(option);
  });
});
