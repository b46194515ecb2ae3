// Bundles the command line, with the packages it uses, into cli/dist: one file to start with, and one for each part that
// is loaded only when it is called.
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { writeNotices } from './write-notices.mjs';

const root = resolve(import.meta.dirname, '..');
const entry = join(root, 'cli/src/main.ts');
const output = join(root, 'cli/dist');

if (existsSync(entry)) {
  rmSync(output, { recursive: true, force: true });
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: [entry],
    outdir: output,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    // Names and spaces stay, so that a stack trace can be read without a map; a map would cost more than the code.
    minifySyntax: true,
    sourcemap: false,
    legalComments: 'none',
    metafile: true,
    logLevel: 'warning',
    // The packages that are still CommonJS call require for what Node.js itself has.
    banner: {
      js: "import { createRequire as requireFor } from 'node:module';const require = requireFor(import.meta.url);",
    },
  });
  writeNotices(root, Object.keys(metafile.inputs), join(output, 'THIRD-PARTY-LICENSES.txt'));
  const bytes = Object.values(metafile.outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`cli/dist: ${Object.keys(metafile.outputs).length} files, ${Math.round(bytes / 1024)} KiB`);
} else {
  console.error('Nothing to build: cli/src/main.ts is missing.');
  process.exitCode = 1;
}
