// Finishes the installation of code-server, whose own script wants another npm than we have, and compiles what we do not need.
// What is there already stays.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const codeServer = join(import.meta.dirname, 'node_modules/code-server');
const code = join(codeServer, 'lib/vscode');
const done = join(code, 'node_modules/.installed-for-tests');

/** Of the extensions that come with the editor: those that draw it, and the one that ours is measured against. */
const kept = /^(?:theme-.*|json|json-language-features|yaml|configuration-editing)$/;

if (!existsSync(done)) {
  const { status } = spawnSync(
    'npm',
    ['install', '--omit=dev', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      cwd: code,
      stdio: 'inherit',
      shell: process.platform === 'win32',
    },
  );
  if (status !== 0) throw new Error('the packages of code-server could not be installed');
  for (const entry of readdirSync(join(code, 'extensions'), { withFileTypes: true })) {
    if (entry.isDirectory() && !kept.test(entry.name))
      rmSync(join(code, 'extensions', entry.name), { recursive: true });
  }
  writeFileSync(done, '');
}
