import { existsSync, globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const client = resolve(import.meta.dirname, '../../client');

function readJson(name: string): Readonly<Record<string, string>> {
  return JSON.parse(readFileSync(join(client, name), 'utf8'));
}

describe('the texts of the extension', () => {
  const written = globSync('src/**/*.ts', { cwd: client }).flatMap((path) => {
    const source = readFileSync(join(client, path), 'utf8');
    return [...source.matchAll(/\btext\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, english = '']) =>
      english.replaceAll('\\\\', '\\'),
    );
  });
  const dutch = readJson('l10n/bundle.l10n.nl.json');

  it('are there in Dutch, each that the code says and no other', () => {
    expect(written.length).toBeGreaterThan(25);
    expect(Object.keys(dutch).sort()).toEqual([...new Set(written)].sort());
  });

  it('have the same holes in both languages', () => {
    const holes = (said: string) => [...said.matchAll(/\{\d\}/g)].map(([hole]) => hole).sort();
    for (const [english, said] of Object.entries(dutch)) expect(holes(said), english).toEqual(holes(english));
  });
});

describe('the description of the extension', () => {
  const description = readFileSync(join(client, 'package.json'), 'utf8');
  const [english, dutch] = [readJson('package.nls.json'), readJson('package.nls.nl.json')];

  it('names texts that are there in both languages, and all of them', () => {
    const named = [...description.matchAll(/"%([^%"]+)%"/g)].map(([, name = '']) => name);
    expect(Object.keys(english).sort()).toEqual([...new Set(named)].sort());
    expect(Object.keys(dutch).sort()).toEqual(Object.keys(english).sort());
  });

  it('leads to pages of the walkthrough and to commands that are there', () => {
    const commands: readonly { readonly command: string }[] = JSON.parse(description).contributes.commands;
    for (const texts of [english, dutch]) {
      for (const [name, said] of Object.entries(texts)) {
        if (name.endsWith('.media')) expect(existsSync(join(client, said)), said).toBe(true);
        for (const [, command] of said.matchAll(/\(command:([\w.]+)\)/g)) {
          expect(commands.map((each) => each.command)).toContain(command);
        }
      }
    }
  });

  it('has a command in the code for each that it names, and the other way round', () => {
    const named = (JSON.parse(description).contributes.commands as readonly { readonly command: string }[]).map(
      ({ command }) => command,
    );
    const source = readFileSync(join(client, 'src/commands.ts'), 'utf8');
    const made = [...source.matchAll(/^\s+'(waarborg\.\w+)':/gm)].map(([, name = '']) => name);
    expect(made.sort()).toEqual([...named].sort());
  });
});
