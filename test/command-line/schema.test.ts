import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policiesFolder } from '../policies/shipped-policies.ts';
import { folderWith, smallPack, waarborg } from './run-waarborg.ts';

const schemaOf = (output: string): Record<string, unknown> => JSON.parse(output);

describe('waarborg schema', () => {
  it('writes the schema of the packs that ship with Waarborg', () => {
    const { exit, output, errors } = waarborg(['schema'], { folder: folderWith({}) });
    expect([exit, errors]).toEqual([0, '']);
    expect(output.endsWith('}\n')).toBe(true);
    expect(schemaOf(output)).toMatchObject({
      $id: expect.stringContaining(':en:waarborg.analysis%401'),
      type: 'object',
    });
  });

  it('writes that of the packs that are named, with the vocabulary that they use', () => {
    const folder = folderWith({ 'small.waarborg': smallPack });
    const { exit, output } = waarborg(['schema', 'small.waarborg'], { folder });
    expect(exit).toBe(0);
    expect(schemaOf(output)['$id']).toBe('urn:waarborg:schema:en:waarborg.analysis%401.0.0:test.small%401.2.3');
    expect(output).toContain('"fresh"');
    expect(output).not.toContain('crime-prevention');
  });

  it('writes to a file in one step, the same bytes each time', () => {
    const folder = folderWith({});
    expect(waarborg(['schema', '-o', 'a.json'], { folder })).toEqual({ exit: 0, output: '', errors: '' });
    expect(waarborg(['schema', '--output', 'b.json', policiesFolder], { folder }).exit).toBe(0);
    expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe(readFileSync(join(folder, 'b.json'), 'utf8'));
    expect(readdirSync(folder)).toEqual(['a.json', 'b.json']);
  });

  it('is in English whatever the locale, and in Dutch where that is asked', () => {
    const folder = folderWith({});
    const dutchLocale = waarborg(['schema'], { folder, environment: { LANG: 'nl_NL.UTF-8' } }).output;
    expect(dutchLocale).toBe(waarborg(['schema'], { folder }).output);
    expect(waarborg(['schema', '--language', 'nl'], { folder }).output).toContain(
      'De databestanden die de analyse gebruikt.',
    );
  });

  it.each([
    [['schema', 'nothing-there'], 'WB0907'],
    [['schema', '--language', 'fr'], 'WB0910'],
    [['schema', '-o', ''], 'WB0910'],
    [['schema', '-o', 'no/such/folder.json'], 'WB0909'],
    [['schema', 'bad.waarborg'], 'WB0301'],
    [['schema', '--frmat', 'json'], 'WB0910'],
  ])('exits with 2 for %j, and writes nothing', (written, code) => {
    const folder = folderWith({ 'bad.waarborg': smallPack.replace('goal is recorded', 'gaol is recorded') });
    const { exit, output, errors } = waarborg(written, { folder });
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain(code);
    expect(readdirSync(folder)).toEqual(['bad.waarborg']);
  });

  it('tells its errors in Dutch', () => {
    const { errors } = waarborg(['schema', '-o', '', '--language', 'nl'], { folder: folderWith({}) });
    expect(errors).toContain('-o noemt geen bestand');
  });
});
