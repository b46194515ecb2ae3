import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const peers = resolve(import.meta.dirname, '../../bench/peers');
const installed = existsSync(join(peers, 'node_modules/.package-lock.json'));

// Skipped where the other engines are not installed; `npm run setup:peers` installs them.
it.skipIf(!installed)('Waarborg, four other engines and a function by hand agree on the rules that are broken', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(peers, 'run.ts'), 'agreement'], {
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  expect(stdout).toMatch(/^All agree on \d+ broken rules of 300 manifests, and on \d+ that lack a value/);
  expect(status).toBe(0);
});
