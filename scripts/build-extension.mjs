// Packs the extension for VS Code: dist/waarborg.vsix, with the command line, the language server and the packs that ship in it,
// so that it works without Node.js, without a network, and with nothing installed.
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { writeNotices } from './write-notices.mjs';

const root = resolve(import.meta.dirname, '..');
const staged = join(root, 'dist/extension');
const file = join(root, 'dist/waarborg.vsix');

/**
 * Runs a program and stops where it fails.
 * @param {readonly string[]} args
 * @param {string} cwd
 */
function run(args, cwd) {
  const { status } = spawnSync(process.execPath, [...args], { cwd, stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${args[0]} failed`);
}

/**
 * Lays files of the repository where the extension has them.
 * @param {string} from
 * @param {string} to
 */
function lay(from, to = from) {
  mkdirSync(dirname(join(staged, to)), { recursive: true });
  cpSync(join(root, from), join(staged, to), { recursive: true });
}

/** What the marketplace reads, without what only the workspace needs. */
function description() {
  const {
    devDependencies,
    private: _,
    type,
    ...rest
  } = JSON.parse(readFileSync(join(root, 'client/package.json'), 'utf8'));
  return { ...rest, name: 'waarborg' };
}

rmSync(join(root, 'dist'), { recursive: true, force: true });
run([join(root, 'scripts/build.mjs')], root);
const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['client/src/extension.ts'],
  outfile: join(staged, 'dist/extension.cjs'),
  bundle: true,
  external: ['vscode'],
  // Editors load extensions as CommonJS, and the oldest one that we run in has Node.js 20.
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  conditions: ['node'],
  minifySyntax: true,
  legalComments: 'none',
  logLevel: 'warning',
  metafile: true,
});
writeNotices(root, Object.keys(metafile.inputs), join(staged, 'dist/THIRD-PARTY-LICENSES.txt'));
for (const part of ['syntaxes', 'snippets', 'icons', 'l10n', 'sample', 'walkthrough']) lay(`client/${part}`, part);
for (const part of ['language-configuration.json', 'package.nls.json', 'package.nls.nl.json'])
  lay(`client/${part}`, part);
lay('client/USERS.md', 'README.md');
lay('LICENSE', 'LICENSE');
// As the package `waarborg` is where a project installs it, so that the one can stand for the other.
for (const part of ['package.json', 'bin', 'dist']) lay(`cli/${part}`, `waarborg/${part}`);
lay('policies', 'waarborg/policies');
for (const page of globSync('docs/reference/{errors,lint}/**/*.md', { cwd: root })) lay(page, `waarborg/${page}`);
writeFileSync(join(staged, 'package.json'), `${JSON.stringify(description(), null, 2)}\n`);
const vsce = join(root, 'test/editors/node_modules/@vscode/vsce/vsce');
run(
  [vsce, 'package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links', '--out', file],
  staged,
);
console.log(`dist/waarborg.vsix: ${Math.round(statSync(file).size / 1024)} KiB`);
