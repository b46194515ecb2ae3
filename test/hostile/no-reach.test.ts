import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { build } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { phrases } from '../../cli/src/messages.ts';
import { folderWith, goodManifest, judged, smallPack, waarborg } from '../command-line/run-waarborg.ts';
import { manifestFixtures, policyFixtures } from './fixtures.ts';

const entry = fileURLToPath(new URL('../../language/src/index.ts', import.meta.url));

/** Ways out of a program into files, processes, the network or new code. */
const waysOut: readonly (readonly [string, RegExp])[] = [
  ['modules of Node', /["']node:|\brequire\s*\(\s*["'`]/g],
  ['imports at run time', /\bimport\s*\(/g],
  ['code from text', /\beval\b|\bnew\s+Function\b|\bFunction\s*\(|setTimeout\s*\(\s*["'`]/g],
  ['processes', /\bprocess\s*\.|\bprocess\s*\[|\bDeno\b|\bBun\b|child_process/g],
  ['files', /\b(?:readFileSync|writeFileSync|openSync|createReadStream|createWriteStream)\b/g],
  ['the network', /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts/g],
  ['pages', /\bdocument\s*\.\s*(?:cookie|write|createElement)|localStorage|innerHTML/g],
];

/** A trick of the parser's package, behind a `return`: it never runs, and below it is shown that it could not. */
const neverReached = /return [^;]*;\s*\(0, eval\)\(toBecomeFast\);/;

async function bundled(format: 'esm' | 'iife'): Promise<string> {
  const options = { bundle: true, write: false, platform: 'browser', globalName: 'language' } as const;
  const { outputFiles } = await build({ ...options, entryPoints: [entry], format, legalComments: 'none' });
  return outputFiles.map(({ text }) => text).join('');
}

describe('the language, with the packages that it uses', () => {
  let code = '';

  beforeAll(async () => {
    const text = await bundled('esm');
    code = text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, '').replace(neverReached, '');
  });

  it('is bundled at all', () => {
    expect(code.length).toBeGreaterThan(100_000);
    expect(code).toContain('compileProgram');
  });
  it.each(waysOut)('has no way out through %s', (_, pattern) => {
    const found = [...code.matchAll(pattern)].map(({ index }) => code.slice(Math.max(0, index - 60), index + 60));
    expect(found).toEqual([]);
  });
});

/** Run inside the closed room: everything is read, checked and judged, and what came of it counted. */
const work = `
  const { sourceText, parsePolicy, buildProgram, compileProgram, readDocuments, typeManifest, judge } = language;
  const files = JSON.parse(texts);
  const parsed = files.policies.map((text) => parsePolicy(sourceText('policy', text)));
  const pack = parsed.slice(0, files.shipped);
  const { program } = buildProgram(pack);
  const compiled = compileProgram(program);
  for (const each of parsed) buildProgram([each]);
  let results = 0;
  for (const text of files.manifests) {
    for (const syntax of ['yaml', 'json']) {
      for (const document of readDocuments(sourceText('manifest', text), syntax).documents) {
        results += judge(compiled, typeManifest(document, program), 20780).results.length;
      }
    }
  }
  results;
`;

describe('in a room without files, processes, network, timers or code from text', () => {
  it('the language reads, checks and judges everything', async () => {
    const shipped = policyFixtures.filter(({ name }) => name.startsWith('policies') && name.endsWith('.waarborg'));
    const others = policyFixtures.filter((fixture) => !shipped.includes(fixture));
    const texts = JSON.stringify({
      shipped: shipped.length,
      policies: [...shipped, ...others].map(({ text }) => text),
      manifests: manifestFixtures.map(({ text }) => text),
    });
    const room = createContext({ texts }, { codeGeneration: { strings: false, wasm: false } });
    expect(() => runInContext('eval("1")', room)).toThrow(/Code generation from strings/);
    expect(runInContext('[typeof process, typeof require, typeof fetch, typeof setTimeout].join()', room)).toBe(
      'undefined,undefined,undefined,undefined',
    );
    runInContext((await bundled('iife')).replace('var language =', 'globalThis.language ='), room);
    expect(runInContext(work, room)).toBeGreaterThan(1000);
  });
});

describe('the command line', () => {
  it('runs nothing, reads nothing and writes nothing that a policy or manifest names', () => {
    const attacks = [
      'goal: !include /etc/hostname',
      "goal: !!js/function \"require('fs').writeFileSync('owned', '')\"",
      'goal: !!python/object/apply:os.system ["touch owned"]',
      'goal: $(touch owned) `touch owned` process.exit(7)',
      'goal: file:///etc/hostname',
      '<<: !include other.yaml',
    ];
    const files = Object.fromEntries(
      attacks.map((attack, index) => [
        `attack-${index}.analysis.yaml`,
        `${goodManifest.replace('id: good', `id: attack-${index}`).replace('goal: To know', attack)}`,
      ]),
    );
    const pack = smallPack.replace('"Small rules"', '"$(touch owned) process.exit(7) `touch owned`"');
    const folder = folderWith({ ...files, 'small.waarborg': pack, 'other.yaml': 'goal: read from elsewhere\n' });
    const names = Object.keys(files);
    const { exit, output, errors } = waarborg(['check', ...names, ...judged, '--format', 'json'], { folder });
    expect(output + errors).not.toContain(phrases.internal.en);
    expect([1, 2]).toContain(exit);
    expect(existsSync(join(folder, 'owned'))).toBe(false);
    expect(output).not.toContain('read from elsewhere');
    expect(JSON.parse(output).manifests).toHaveLength(attacks.length);
  });
});
