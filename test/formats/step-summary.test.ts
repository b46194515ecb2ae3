import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, judged, type Outcome, smallPack, waarborg } from '../command-line/run-waarborg.ts';

const limit = 1024 * 1024;
const late = changed('2026-10-01', '2025-10-01', 'late');

/** So many manifests that are late each. */
function lateManifests(amount: number): Readonly<Record<string, string>> {
  const names = Array.from({ length: amount }, (_, index) => `m${String(index).padStart(4, '0')}`);
  return Object.fromEntries(names.map((id) => [`${id}.analysis.yaml`, late.replace('id: late', `id: ${id}`)]));
}

function step(
  files: Readonly<Record<string, string>>,
  summary: string | undefined,
  ...more: readonly string[]
): Outcome & { readonly folder: string } {
  const folder = folderWith({ 'small.waarborg': smallPack, ...files });
  const environment: Readonly<Record<string, string>> = summary === undefined ? {} : { GITHUB_STEP_SUMMARY: summary };
  return { folder, ...waarborg(['check', ...judged, '--format', 'github', ...more], { folder, environment }) };
}

describe('the summary of a step', () => {
  it('is the Markdown report, after what the step said before', () => {
    const { folder, exit, output, errors } = step(
      { 'late.analysis.yaml': late, 'summary.md': 'Before.\n' },
      'summary.md',
      '--format',
      'markdown=report.md',
    );
    const report = readFileSync(join(folder, 'report.md'), 'utf8');
    expect(report).toContain('# Does not meet the rules of this pack.');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toBe(`Before.\n\n\n${report}`);
    expect([exit, errors]).toEqual([1, '']);
    expect(output).toMatch(/^::error file=late\.analysis\.yaml,/);
  });

  it('is made where there is no file yet, in the language that was asked for, also when the commands go to a file', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'late.analysis.yaml': late });
    const { output } = waarborg(
      ['check', ...judged, '--format', 'github=commands.log', '--format', 'json', '--language', 'nl'],
      { folder, environment: { GITHUB_STEP_SUMMARY: join(folder, 'summary.md') } },
    );
    expect(JSON.parse(output).verdict).toBe('fail');
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toMatch(/^Rapport over analyses\n/);
  });

  it('is not written where GitHub does not ask for it, nor by another format', () => {
    for (const summary of [undefined, '']) {
      const { folder } = step({ 'late.analysis.yaml': late }, summary);
      expect(readdirSync(folder).sort()).toEqual(['late.analysis.yaml', 'small.waarborg']);
    }
    const folder = folderWith({ 'small.waarborg': smallPack, 'late.analysis.yaml': late });
    waarborg(['check', ...judged], { folder, environment: { GITHUB_STEP_SUMMARY: 'summary.md' } });
    expect(existsSync(join(folder, 'summary.md'))).toBe(false);
  });

  it('is never more than GitHub takes, ends with a whole line, and says that it was cut off', () => {
    const many = lateManifests(2000);
    const before = 'x'.repeat(limit / 2);
    for (const taken of ['', before]) {
      const { folder } = step({ ...many, 'summary.md': taken }, 'summary.md', '--format', 'markdown=report.md');
      const summary = readFileSync(join(folder, 'summary.md'), 'utf8');
      const report = readFileSync(join(folder, 'report.md'), 'utf8');
      expect(Buffer.byteLength(report)).toBeGreaterThan(limit);
      expect(Buffer.byteLength(summary)).toBeLessThanOrEqual(limit);
      expect(Buffer.byteLength(summary)).toBeGreaterThan(limit - 5000);
      const [own = '', ending] = summary.slice(taken.length).trimStart().split('\n\n\n---\n\n');
      expect(report.startsWith(`${own}\n`)).toBe(true);
      expect(ending).toBe(
        '**The summary ends here: GitHub takes no more than 1 MiB for a step. The JSON and HTML reports have all of it.**\n',
      );
    }
  });

  it('is an error where it cannot be written, and the commands are given all the same', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'late.analysis.yaml': late });
    mkdirSync(join(folder, 'summary'));
    const tries: Record<string, string> = { summary: 'it is a folder', 'no/summary.md': 'there is no such folder' };
    if (existsSync('/dev/full')) {
      symlinkSync('/dev/full', join(folder, 'full'));
      tries['full'] = 'the disk is full';
    }
    for (const [summary, reason] of Object.entries(tries)) {
      const { exit, output, errors } = waarborg(['check', ...judged, '--format', 'github'], {
        folder,
        environment: { GITHUB_STEP_SUMMARY: summary },
      });
      expect(output).toMatch(/^::error /);
      expect(errors).toContain(`WB0909  This cannot be written: ${reason}\n    GITHUB_STEP_SUMMARY`);
      expect(exit).toBe(2);
    }
  });
});
