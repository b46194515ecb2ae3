import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generatedPages } from './generated-pages.ts';

// Writes the generated parts of the reference: `npm run reference`.

const folder = join(import.meta.dirname, '../../docs/reference');
const pages = generatedPages();

// A production that was renamed leaves no picture behind.
rmSync(join(folder, 'diagrams'), { recursive: true, force: true });
for (const [path, text] of pages) {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}
process.stdout.write(`docs/reference: ${pages.size} files\n`);
