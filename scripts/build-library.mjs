// Builds the language as others install it, into language/dist: a package of its own, with one ES module, its types, and a
// description that names these instead of the sources that the workspaces use.
import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';

const root = resolve(import.meta.dirname, '..');
const library = join(root, 'language');
const output = join(library, 'dist');

rmSync(output, { recursive: true, force: true });
await build({
  absWorkingDir: library,
  entryPoints: ['src/index.ts'],
  outdir: output,
  bundle: true,
  packages: 'external',
  format: 'esm',
  platform: 'neutral',
  target: 'es2024',
});
const compile =
  'tsc --project language --noEmit false --declaration --emitDeclarationOnly --rootDir language/src --outDir language/dist/types';
const { status } = spawnSync(compile, { cwd: root, shell: true, stdio: 'inherit' });
if (status !== 0) throw new Error('the types could not be written');

const { private: _, exports: __, ...description } = JSON.parse(readFileSync(join(library, 'package.json'), 'utf8'));
const exported = { '.': { types: './types/index.d.ts', default: './index.js' } };
writeFileSync(join(output, 'package.json'), `${JSON.stringify({ ...description, exports: exported }, null, 2)}\n`);
copyFileSync(join(root, 'LICENSE'), join(output, 'LICENSE'));
