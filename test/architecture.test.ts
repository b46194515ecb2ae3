import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { importCycles } from './architecture/cycles.ts';
import { brokenDoors } from './architecture/doors.ts';
import { importsOf } from './architecture/imports.ts';
import { machineTraces, textOfFile, trackedFiles } from './architecture/machine-traces.ts';
import { readSourceFiles } from './architecture/source-files.ts';

const root = resolve(import.meta.dirname, '..');
const imports = readSourceFiles(root).flatMap((file) => importsOf(file));
const tracked = trackedFiles(root);

describe('the house', () => {
  it('is read at all', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('has no import that breaks a rule of its doors', () => {
    expect(brokenDoors(imports)).toEqual([]);
  });

  it('has no cycle of imports', () => {
    expect(importCycles(imports).map((cycle) => cycle.join(' → '))).toEqual([]);
  });

  it('has a language that runs in a browser, the packages that it uses included', async () => {
    const entryPoints = [join(root, 'language/src/index.ts')];
    const bundled = build({ entryPoints, bundle: true, platform: 'browser', write: false, logLevel: 'silent' });
    await expect(bundled).resolves.toMatchObject({ errors: [], warnings: [] });
  });

  it.skipIf(tracked === undefined)('names no package registry and no path of one machine', () => {
    const traces = (tracked ?? []).flatMap((path) =>
      machineTraces(textOfFile(join(root, path))).map((trace) => `${path}, ${trace}`),
    );
    expect(traces).toEqual([]);
  });

  it('locks Node for every platform that it can be had for', () => {
    const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
    for (const [name, version] of Object.entries(description.optionalDependencies)) {
      expect(lock.packages[`node_modules/${name}`]).toMatchObject({ version, integrity: expect.any(String) });
    }
  });
});

/** The broken doors of a house of one file, without the file and what it imports. */
function sentencesOf(path: string, ...imported: readonly string[]): readonly string[] {
  const text = imported.map((written) => `import { name } from '${written}';\n`).join('');
  return brokenDoors(importsOf({ path, text })).map((line) => line.slice(line.indexOf(': ') + 2));
}

describe('the rules of the doors', () => {
  const browser = 'The language runs in a browser: it imports nothing of Node.js and nothing of an editor.';

  it.each(['node:fs', 'fs', 'path/posix', 'vscode', 'vscode-languageserver-types'])(
    'keep %s out of the language',
    (name) => {
      expect(sentencesOf('language/src/ide/hover.ts', name)).toEqual([browser]);
      expect(sentencesOf('language/src/ide/hover.test.ts', name)).toEqual([]);
    },
  );

  it('let the language use packages', () => {
    expect(sentencesOf('language/src/syntax/parser.ts', 'chevrotain', './tokens.ts')).toEqual([]);
  });

  it('keep the programs out of the language', () => {
    const sentence = 'The language knows none of the programs that use it.';
    expect(sentencesOf('language/src/ide/hover.ts', '../../../cli/src/report.ts')).toEqual([sentence]);
    expect(sentencesOf('language/src/ide/hover.test.ts', 'waarborg')).toEqual([sentence]);
  });

  it('let programs in by one door only', () => {
    const sentence = 'A program imports the language only as @waarborg/language.';
    expect(sentencesOf('cli/src/main.ts', '../../language/src/index.ts')).toEqual([sentence]);
    expect(sentencesOf('server/src/main.ts', '@waarborg/language/src/ide/hover.ts')).toEqual([sentence]);
    expect(sentencesOf('cli/src/main.ts', '@waarborg/language')).toEqual([]);
  });

  it('keep the programs apart', () => {
    const sentence =
      'The command line, the server and the client never import one another: a client starts the server.';
    expect(sentencesOf('client/src/main.ts', '../../server/src/main.ts')).toEqual([sentence]);
    expect(sentencesOf('cli/src/main.ts', '../../client/src/main.ts')).toEqual([sentence]);
    expect(sentencesOf('server/src/main.ts', './workspace.ts')).toEqual([]);
  });

  it('keep tests out of what ships', () => {
    const sentence = 'What ships imports no test and nothing outside the workspaces.';
    expect(sentencesOf('cli/src/main.ts', './locale.test.ts')).toEqual([sentence]);
    expect(sentencesOf('cli/src/main.ts', '../../test/fuzz-cases.ts')).toEqual([sentence]);
    expect(sentencesOf('cli/src/main.test.ts', '../../test/fuzz-cases.ts')).toEqual([]);
    expect(sentencesOf('cli/bin/waarborg.js', '../dist/main.js')).toEqual([]);
  });

  it('keep index.ts for those outside', () => {
    const sentence = 'Only what stands outside the language imports its index.ts.';
    expect(sentencesOf('language/src/ide/hover.ts', '../index.ts')).toEqual([sentence]);
    expect(sentencesOf('language/src/index.ts', './ide/hover.ts', './syntax/parse.ts')).toEqual([]);
  });

  it('hold the order of the rooms', () => {
    expect(sentencesOf('language/src/source/source.ts', '../values/calendar.ts')).toEqual([
      'Within the language, source imports from nowhere else.',
    ]);
    expect(sentencesOf('language/src/model/types.ts', '../syntax/ast.ts', '../core/core.ts')).toEqual([
      'Within the language, model imports only from source, values, diagnostic, syntax and itself.',
    ]);
    expect(sentencesOf('language/src/model/types.test.ts', '../core/core.ts')).toEqual([]);
    expect(sentencesOf('language/src/solver/solver.ts', '../source/source.ts')).toEqual([
      'solver is no room of the language; a new one is argued in docs/decisions/.',
    ]);
  });

  it('keep siblings apart', () => {
    const sentence = 'Siblings in check/ never import one another; what they share is in its support/.';
    expect(sentencesOf('language/src/check/a.ts', './b.ts')).toEqual([sentence]);
    expect(sentencesOf('language/src/check/a.ts', './support/walk.ts')).toEqual([]);
    expect(sentencesOf('language/src/check/check.ts', './a.ts', './b.ts')).toEqual([]);
    expect(sentencesOf('language/src/ide/hover.ts', './completion.ts')).toHaveLength(1);
    expect(sentencesOf('language/src/syntax/parse.ts', './parser.ts')).toEqual([]);
  });
});

describe('reading imports', () => {
  it('sees every form, and nothing in comments or text', () => {
    const text = [
      "import type { A } from './a.ts';",
      'import {',
      '  b,',
      '  type C,',
      "} from './b.ts';",
      "import * as d from './d.ts';",
      "import './e.ts';",
      "export { f } from './f.ts';",
      "export type * from './g.ts';",
      "// import { no } from './no.ts';",
      "/** import('./no.ts') */",
      'const text = "import { no } from \'./no.ts\'";',
      "export const value = await import('./h.ts');",
    ].join('\n');
    expect(importsOf({ path: 'cli/src/x.ts', text }).map(({ to }) => to)).toEqual(
      ['a', 'b', 'd', 'e', 'f', 'g', 'h'].map((name) => `cli/src/${name}.ts`),
    );
  });
});

describe('finding cycles', () => {
  const cyclesOf = (edges: Readonly<Record<string, string>>): readonly string[] =>
    importCycles(Object.entries(edges).flatMap(([from, all]) => [...all].map((to) => ({ from, written: to, to })))).map(
      (cycle) => cycle.join(''),
    );

  it('finds none in a tree that meets again', () => {
    expect(cyclesOf({ a: 'bc', b: 'd', c: 'd', d: '' })).toEqual([]);
  });

  it('finds short and long ones, behind an entrance too', () => {
    expect(cyclesOf({ a: 'a' })).toEqual(['aa']);
    expect(cyclesOf({ a: 'b', b: 'c', c: 'd', d: 'b' })).toEqual(['bcdb']);
  });
});

describe('finding traces of a machine', () => {
  const slash = '/';

  it('finds registries and paths', () => {
    const lines = [
      `see ${slash}work${slash}main`,
      `https:${slash}${slash}registry${'.'}npmjs.org`,
      `"resolved"${':'} "https:${slash}${slash}example.org/a.tgz"`,
    ];
    expect(machineTraces(lines.join('\n'))).toEqual([
      'line 1: a path of one machine',
      'line 2: the host of a package registry',
      'line 3: an address that a package came from',
    ]);
  });

  it('lets pass what is no trace', () => {
    expect(
      machineTraces('the registry. A /workshop, https://example.org/home/page, ../work/list, "/etc/hosts"'),
    ).toEqual([]);
  });
});
