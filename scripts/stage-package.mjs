// Before the command line is packed: builds it and lays beside it what the package carries but the clone keeps elsewhere.
// After (`--remove`): takes that away, so that the clone's own policies stay the only ones that its commands find.
import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '..');
const files = ['LICENSE', 'README.md'];

for (const name of ['policies', ...files]) rmSync(join(root, 'cli', name), { recursive: true, force: true });
if (!process.argv.includes('--remove')) {
  const { status } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error('the build failed');
  cpSync(join(root, 'policies'), join(root, 'cli/policies'), { recursive: true });
  for (const name of files) copyFileSync(join(root, name), join(root, 'cli', name));
}
