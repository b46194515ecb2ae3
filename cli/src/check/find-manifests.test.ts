import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findManifests } from './find-manifests.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'waarborg-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(...names: readonly string[]): void {
  for (const name of names) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), '');
  }
}

function found(...targets: readonly string[]): readonly string[] {
  return findManifests(targets, folder).files.map((file) => file.shown);
}

describe('the manifests that arguments name', () => {
  it('are those below the working folder where none is named', () => {
    put(
      'b.analysis.yaml',
      'a/c.analysis.yml',
      'a/d.analysis.json',
      'e.yaml',
      'node_modules/f.analysis.yaml',
      '.git/g.analysis.yaml',
    );
    expect(found()).toEqual(['a/c.analysis.yml', 'a/d.analysis.json', 'b.analysis.yaml']);
    expect(found('a')).toEqual(['a/c.analysis.yml', 'a/d.analysis.json']);
  });
  it('are any file that is named, and each once', () => {
    put('e.yaml', 'a/b.analysis.yaml');
    expect(found('e.yaml', './e.yaml', 'a', 'a/b.analysis.yaml')).toEqual(['a/b.analysis.yaml', 'e.yaml']);
  });
  it('come in the order of their names by code unit', () => {
    put('b.analysis.yaml', 'B.analysis.yaml', 'a-b/x.analysis.yaml', 'a/x.analysis.yaml', 'é.analysis.yaml');
    expect(found()).toEqual([
      'B.analysis.yaml',
      'a-b/x.analysis.yaml',
      'a/x.analysis.yaml',
      'b.analysis.yaml',
      'é.analysis.yaml',
    ]);
  });
  it('are found once through symbolic links, also where these go round', () => {
    put('a/x.analysis.yaml');
    symlinkSync('.', join(folder, 'a', 'self'));
    symlinkSync('a', join(folder, 'b'));
    symlinkSync('nowhere', join(folder, 'broken'));
    expect(found()).toEqual(['a/x.analysis.yaml']);
  });
  it('may be globs, in which hidden and installed ones are left out', () => {
    put('a/x.yaml', 'a/y.yaml', 'node_modules/z.yaml', 'a/z.txt');
    expect(found('**/*.yaml')).toEqual(['a/x.yaml', 'a/y.yaml']);
  });
  it('may have names that look like globs', () => {
    put('a[1].yaml');
    expect(found('a[1].yaml')).toEqual(['a[1].yaml']);
  });
  it('are reported where there are none', () => {
    mkdirSync(join(folder, 'empty'));
    const { files, problems } = findManifests(['empty', 'nope.yaml', '*.toml'], folder);
    expect(files).toEqual([]);
    expect(problems.map(({ code, file }) => [code, file])).toEqual([
      ['WB0903', 'empty'],
      ['WB0901', 'nope.yaml'],
      ['WB0901', '*.toml'],
    ]);
    expect(findManifests([], folder).problems.map(({ code }) => code)).toEqual(['WB0903']);
  });
});
