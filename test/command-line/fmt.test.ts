import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policiesFolder } from '../policies/shipped-policies.ts';
import { folderWith, waarborg } from './run-waarborg.ts';

const ragged = `pack test.small version 1.0.0
use waarborg.analysis 1
rule goal "The analysis has a goal" { mandatory chosen by "us" // because
allow statute when goal is recorded }`;

const neat = `pack test.small version 1.0.0
  use waarborg.analysis 1

rule goal "The analysis has a goal" {
  mandatory chosen by "us" // because
  satisfied by statute when goal is recorded
}
`;

const dutch = `pakket test.small versie 1.0.0
  taal engels
  gebruik waarborg.analysis 1

regel goal "The analysis has a goal" {
  verplicht gekozen door "us" // because
  voldaan door statute indien goal is vastgelegd
}
`;

const broken = `pack test.small version 1.0.0
use waarborg.analysis 1
rule   bad "B" {
  requier goal is recorded
}
rule   good "G" { mandatory chosen by "us" require goal is recorded }
`;

function read(folder: string, name: string): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('waarborg fmt', () => {
  it('formats in place what is named, and below the working folder where nothing is', () => {
    const files = { 'a.waarborg': ragged, 'b/c.test.waarborg': 'tests test.small\n\n\n', 'b/notes.txt': ragged };
    const folder = folderWith(files);
    expect(waarborg(['fmt'], { folder })).toEqual({ exit: 0, output: '', errors: 'Formatted 2 of 2 files\n' });
    expect(read(folder, 'a.waarborg')).toBe(neat);
    expect(read(folder, 'b/c.test.waarborg')).toBe('tests test.small\n');
    expect(read(folder, 'b/notes.txt')).toBe(ragged);
    expect(waarborg(['fmt', 'a.waarborg'], { folder }).errors).toBe('1 file is formatted already\n');
  });

  it('says with --check what would change, and changes nothing', () => {
    const folder = folderWith({ 'a.waarborg': ragged, 'b.waarborg': neat });
    const checked = waarborg(['fmt', '--check', '.'], { folder });
    expect(checked).toEqual({ exit: 1, output: 'a.waarborg\n', errors: '1 of 2 files would change\n' });
    expect(read(folder, 'a.waarborg')).toBe(ragged);
    expect(waarborg(['fmt', '--check', 'b.waarborg'], { folder }).exit).toBe(0);
  });

  it('shows with --diff how, in a form that patch applies', () => {
    const folder = folderWith({ 'a.waarborg': ragged });
    const { exit, output } = waarborg(['fmt', '--diff', 'a.waarborg'], { folder });
    expect(exit).toBe(1);
    expect(output).toContain('--- a.waarborg\n+++ a.waarborg\n@@ ');
    expect(output).toContain('\n+  satisfied by statute when goal is recorded\n');
    expect(read(folder, 'a.waarborg')).toBe(ragged);
    const applied = spawnSync('git', ['apply', '-p0', '--unidiff-zero', '-'], { cwd: folder, input: output });
    expect(applied.status).toBe(0);
    expect(read(folder, 'a.waarborg')).toBe(neat);
  });

  it('shows a difference of thousands of lines too, at once', () => {
    const many = (rule: string): string =>
      Array.from({ length: 3000 }, (_, n) => `${rule} r${n} "R" {\n}\n`).join('\n');
    const folder = folderWith({ 'a.waarborg': `pack test.many version 1.0.0\n\n${many('rule')}` });
    const { exit, output } = waarborg(['fmt', '--diff', '--spelling', 'nl', 'a.waarborg'], { folder });
    expect(exit).toBe(1);
    expect(spawnSync('git', ['apply', '-p0', '-'], { cwd: folder, input: output }).status).toBe(0);
    expect(read(folder, 'a.waarborg')).toContain('\nregel r2999 "R" { }\n');
  });

  it('reads standard input and writes standard output, with `-`', () => {
    const folder = folderWith({});
    expect(waarborg(['fmt', '-'], { folder, input: ragged })).toEqual({ exit: 0, output: neat, errors: '' });
    expect(waarborg(['fmt', '-', '--check'], { folder, input: ragged })).toEqual({
      exit: 1,
      output: '-\n',
      errors: '',
    });
    const both = waarborg(['fmt', '-', 'a.waarborg'], { folder, input: ragged });
    expect(both.exit).toBe(2);
    expect(both.errors).toContain('WB0910');
  });

  it('writes the other spelling, and back', () => {
    const folder = folderWith({ 'a.waarborg': ragged });
    expect(waarborg(['fmt', '--spelling', 'nl', 'a.waarborg'], { folder }).exit).toBe(0);
    expect(read(folder, 'a.waarborg')).toBe(dutch);
    expect(waarborg(['fmt', '--spelling', 'en', 'a.waarborg'], { folder }).exit).toBe(0);
    expect(read(folder, 'a.waarborg')).toBe(neat);
    const unknown = waarborg(['fmt', '--spelling', 'fr', 'a.waarborg'], { folder });
    expect(unknown.exit).toBe(2);
    expect(unknown.errors).toContain('--spelling cannot be `fr`');
  });

  it('formats around an error, converts nothing that has one, and says both in the language asked', () => {
    const folder = folderWith({ 'a.waarborg': broken });
    const formatted = waarborg(['fmt', 'a.waarborg'], { folder });
    expect(formatted.exit).toBe(2);
    expect(formatted.output).toBe('');
    expect(formatted.errors).toContain('WB0101');
    expect(formatted.errors).toContain('a.waarborg: what has an error in it was left as it is, and the rest formatted');
    const text = read(folder, 'a.waarborg');
    expect(text).toContain('rule   bad "B" {\n  requier goal is recorded\n}\n');
    expect(text).toContain('rule good "G" {\n  mandatory chosen by "us"\n  require goal is recorded\n}\n');
    const converted = waarborg(['fmt', '--spelling', 'nl', '--language', 'nl', 'a.waarborg'], { folder });
    expect(converted.exit).toBe(2);
    expect(converted.errors).toContain('a.waarborg: vanwege de fout gelaten zoals het is');
    expect(read(folder, 'a.waarborg')).toBe(text);
  });

  it('keeps line ends, a byte order mark and permissions, and leaves no other file behind', () => {
    const folder = folderWith({ 'a.waarborg': `\uFEFF${ragged.replaceAll('\n', '\r\n')}` });
    chmodSync(join(folder, 'a.waarborg'), 0o640);
    expect(waarborg(['fmt', 'a.waarborg'], { folder }).exit).toBe(0);
    expect(read(folder, 'a.waarborg')).toBe(`\uFEFF${neat.replaceAll('\n', '\r\n')}`);
    expect(statSync(join(folder, 'a.waarborg')).mode & 0o777).toBe(0o640);
    expect(readdirSync(folder)).toEqual(['a.waarborg']);
  });

  it('follows a link once, and writes what it leads to', () => {
    const folder = folderWith({ 'real/a.waarborg': ragged });
    symlinkSync('real/a.waarborg', join(folder, 'link.waarborg'));
    expect(waarborg(['fmt'], { folder }).errors).toBe('Formatted 1 of 1 file\n');
    expect(read(folder, 'real/a.waarborg')).toBe(neat);
    expect(readdirSync(folder).sort()).toEqual(['link.waarborg', 'real']);
  });

  it('goes on after what cannot be read', () => {
    const latin = Buffer.from('pack test.small version 1.0.0\n// \xe9\n', 'latin1');
    const folder = folderWith({
      'a.waarborg': latin,
      'b.waarborg': ragged,
      'notes.md': '# Notes\n',
      'empty/x.txt': '',
    });
    const run = waarborg(['fmt', 'a.waarborg', 'b.waarborg', 'none.waarborg', 'notes.md', 'empty'], { folder });
    expect(run.exit).toBe(2);
    expect([...run.errors.matchAll(/WB\d{4}/g)].map(([code]) => code).sort()).toEqual([
      ...['WB0102', 'WB0901', 'WB0905', 'WB0907'],
    ]);
    expect(read(folder, 'b.waarborg')).toBe(neat);
    expect(read(folder, 'notes.md')).toBe('# Notes\n');
    expect(readFileSync(join(folder, 'a.waarborg'))).toEqual(latin);
  });

  it('has nothing to do with what ships', () => {
    expect(waarborg(['fmt', '--check', '.'], { folder: policiesFolder })).toMatchObject({ exit: 0, output: '' });
  });
});
