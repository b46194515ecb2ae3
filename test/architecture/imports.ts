import { posix } from 'node:path';
import type { SourceFile } from './source-files.ts';

/** One import: who imports, what is written, and the path of the file that it means (undefined for a package). */
export interface Import {
  readonly from: string;
  readonly written: string;
  readonly to: string | undefined;
}

// The formatter puts every import and re-export at the start of a line, which keeps this apart from text and comments.
// The names before `from` hold no brackets, colons or dots, so that a match cannot run on into other code.
const statements = [
  /^import\s+(?:type\s+)?[\w$*{},\s]+?\sfrom\s+['"]([^'"]+)['"]/gm,
  /^import\s+['"]([^'"]+)['"]/gm,
  /^export\s+(?:type\s+)?(?:\*(?:\s+as\s+[\w$]+)?|\{[\w$,\s]*\})\s+from\s+['"]([^'"]+)['"]/gm,
];
const dynamic = /\bimport\(\s*['"]([^'"]+)['"]/g;
const lineOfComment = /^\s*(?:\/\/|\/?\*).*$/gm;

/** All imports of a file: of values and of types, re-exports, and those made when the program runs. */
export function importsOf({ path, text }: SourceFile): readonly Import[] {
  const code = text.replaceAll(lineOfComment, '');
  return [...statements, dynamic]
    .flatMap((pattern) => [...code.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(([, written = '']) => ({ from: path, written, to: targetOf(path, written) }));
}

function targetOf(from: string, written: string): string | undefined {
  if (written === '@waarborg/language') return 'language/src/index.ts';
  return written.startsWith('.') ? posix.join(posix.dirname(from), written) : undefined;
}
