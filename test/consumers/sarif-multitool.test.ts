import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from 'sarif';
import { describe, expect, it } from 'vitest';
import { folderWith, waarborg } from '../command-line/run-waarborg.ts';

const examples = resolve(import.meta.dirname, '../../policies/nl-big-data-2016/examples');
const multitool = join(import.meta.dirname, 'node_modules/@microsoft/sarif-multitool/bin.js');

/** The rules of the SARIF validator that a log breaks, each with its level. */
function broken(log: string): readonly string[] {
  const folder = folderWith({ 'log.sarif': log });
  const { stdout, stderr } = spawnSync(
    process.execPath,
    [
      multitool,
      'validate',
      join(folder, 'log.sarif'),
      '--output',
      join(folder, 'found.sarif'),
      '--log',
      'ForceOverwrite',
    ],
    { encoding: 'utf8', env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' } },
  );
  if (!existsSync(join(folder, 'found.sarif'))) throw new Error(`the validator wrote nothing: ${stdout}${stderr}`);
  const found: Log = JSON.parse(readFileSync(join(folder, 'found.sarif'), 'utf8').replace(/^\uFEFF/, ''));
  const results = found.runs.flatMap((run) => run.results ?? []);
  return [...new Set(results.map(({ ruleId, level = 'warning' }) => `${ruleId} ${level}`))].sort();
}

/** What the validator asks and we have not: an address where the tool is described. */
const known = ['SARIF2005 warning'];

describe('the SARIF that we write, as its own validator sees it', () => {
  it('has no errors for the examples, in both languages', () => {
    for (const language of ['en', 'nl']) {
      const given = ['check', '.', '--as-of', '2026-11-23', '--format', 'sarif', '--language', language];
      expect(broken(waarborg(given, { folder: examples }).output)).toEqual(known);
    }
  });

  it('has no errors where nothing could be judged, and where names are hostile', () => {
    const folder = folderWith({});
    writeFileSync(join(folder, 'a b#?%.analysis.yaml'), 'id: "\\u001b<x>"\ngaol: [\n');
    expect(broken(waarborg(['check', '--format', 'sarif'], { folder }).output)).toEqual(known);
    expect(broken(waarborg(['check', 'gone.yaml', '--format', 'sarif'], { folder }).output)).toEqual(known);
  });

  it('would be told of an error', () => {
    const log = JSON.parse(
      waarborg(['check', '.', '--as-of', '2026-11-23', '--format', 'sarif'], { folder: examples }).output,
    );
    log.runs[0].results[0].locations[0].physicalLocation.region.endLine = 1;
    expect(broken(JSON.stringify(log)).length).toBeGreaterThan(known.length);
  });
});
