import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { waarborg } from '../command-line/run-waarborg.ts';

const record = {
  id: 'lampen',
  name: 'Lampen',
  organization: 'Gemeente Voorbeeld',
  goal: 'Lampen vervangen.',
  status: 'In gebruik',
};

function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-import-'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

function importing(folder: string, ...written: readonly string[]): ReturnType<typeof waarborg> {
  return waarborg(['import', 'algoritmeregister', ...written], { folder });
}

describe('waarborg import algoritmeregister', () => {
  it('writes a file for each record, which check then judges', () => {
    const folder = folderWith({ 'register.json': JSON.stringify([record, { ...record, id: 'paaltjes' }]) });
    const { exit, output, errors } = importing(folder, 'register.json', '-o', 'out/manifests');
    expect({ exit, output, errors }).toEqual({ exit: 0, output: '', errors: '2 manifests in out/manifests\n' });
    expect(readdirSync(join(folder, 'out/manifests'))).toEqual(['lampen.analysis.yaml', 'paaltjes.analysis.yaml']);
    const judged = waarborg(['check', 'out/manifests', '--as-of', '2026-11-23', '--format', 'json'], { folder });
    expect(judged.exit).toBe(1);
    expect(JSON.parse(judged.output)).toMatchObject({ counts: { pass: 0, fail: 0 }, verdict: 'fail' });
  });

  it('writes a stream of documents without a folder, and reads standard input', () => {
    const folder = folderWith({});
    const { exit, output } = waarborg(['import', 'algoritmeregister', '-'], {
      folder,
      input: JSON.stringify([record, { ...record, id: 'b' }]),
    });
    expect(exit).toBe(0);
    expect(output.split('\n---\n')).toHaveLength(2);
    const judged = waarborg(['check', '-', '--as-of', '2026-11-23', '--format', 'json'], { folder, input: output });
    expect(JSON.parse(judged.output).manifests).toHaveLength(2);
  });

  it('gives two records of one identifier a number, in their order', () => {
    const folder = folderWith({ 'a.json': JSON.stringify([record, record]), 'b.json': JSON.stringify(record) });
    importing(folder, 'a.json', 'b.json', '-o', 'out');
    expect(readdirSync(join(folder, 'out'))).toEqual([
      'lampen-2.analysis.yaml',
      'lampen-3.analysis.yaml',
      'lampen.analysis.yaml',
    ]);
  });

  it('never overwrites what somebody changed, and writes the others all the same', () => {
    const folder = folderWith({ 'a.json': JSON.stringify([record, { ...record, id: 'b' }]) });
    expect(importing(folder, 'a.json', '-o', 'out').exit).toBe(0);
    expect(importing(folder, 'a.json', '-o', 'out').exit).toBe(0);
    writeFileSync(join(folder, 'out/lampen.analysis.yaml'), 'id: mine\n');
    const { exit, errors } = importing(folder, 'a.json', '-o', 'out');
    expect(exit).toBe(2);
    expect(errors).toContain('WB0912');
    expect(readFileSync(join(folder, 'out/lampen.analysis.yaml'), 'utf8')).toBe('id: mine\n');
  });

  it('keeps file names inside the folder, whatever an identifier says', () => {
    const records = ['../../up', '/etc/x', 'con', '.hidden', 'a/b'].map((id) => ({ ...record, id, name: id }));
    const folder = folderWith({ 'a.json': JSON.stringify(records) });
    expect(importing(folder, 'a.json', '-o', 'out').exit).toBe(0);
    expect(readdirSync(join(folder, 'out'))).toHaveLength(5);
    expect(readdirSync(join(folder, 'out'))).toContain('record-con.analysis.yaml');
    expect(readdirSync(folder).sort()).toEqual(['a.json', 'out']);
  });

  it.each([
    ['not json', 'This is no JSON'],
    ['{"a": 1}', 'There is no record of the register in this'],
    ['[1]', 'Item 1 is no record of the register'],
    ['[{"name": " ", "organization": null}]', 'Record 1 has no identifier and no name'],
  ])('says what is wrong with %j, once', (text, message) => {
    const folder = folderWith({ 'bad.json': text, 'good.json': JSON.stringify(record) });
    const { exit, errors } = importing(folder, 'bad.json', 'good.json', '-o', 'out');
    expect(exit).toBe(2);
    expect(errors.split('✗')).toHaveLength(2);
    expect(errors).toContain(message);
    expect(readdirSync(join(folder, 'out'))).toEqual(['lampen.analysis.yaml']);
  });

  it('says that a file is not there', () => {
    const { exit, errors } = importing(folderWith({}), 'nothing.json');
    expect(exit).toBe(2);
    expect(errors).toContain('WB0901');
  });
});
