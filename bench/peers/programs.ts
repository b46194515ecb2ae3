import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { ajvStandalone } from './ajv.ts';
import { withVersion } from './with-version.ts';

/** What a manifest is written in. */
export type Syntax = 'yaml' | 'json';

/** How a program reads its manifest: YAML with the package that Waarborg reads it with, JSON with what Node.js has. */
const readers: Readonly<Record<Syntax, string>> = {
  yaml: "import { load as read } from 'js-yaml';",
  json: 'const read = JSON.parse;',
};

/** What a program judges with. */
const judges: Readonly<Record<string, string>> = {
  'by hand': "import { byHand as judge } from '../by-hand.ts';",
  [`${withVersion('ajv')}, schema compiled before`]: `
    import validate from './dist/standalone.js';
    import { rulesOf } from './ajv-errors.ts';
    const judge = (thing) => (validate(thing) ? [] : rulesOf(validate.errors));`,
  [withVersion('ajv')]: "import { withAjv } from './ajv.ts'; const judge = withAjv();",
  [withVersion('@marcbachmann/cel-js')]: "import { withCel } from './cel.ts'; const judge = withCel();",
  [withVersion('@cedar-policy/cedar-wasm')]: "import { withCedar } from './cedar.ts'; const judge = withCedar();",
  [withVersion('json-rules-engine')]:
    "import { withJsonRulesEngine } from './json-rules-engine.ts'; const judge = withJsonRulesEngine();",
};

/**
 * Writes a program for each engine, in one file, minified; it reads the manifest that its argument names and prints the
 * names of the rules that the manifest breaks, as JSON. Gives the path of each by the name of its engine.
 */
export async function writePrograms(syntax: Syntax): Promise<ReadonlyMap<string, string>> {
  const folder = join(import.meta.dirname, 'dist');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'standalone.js'), ajvStandalone());
  const written = new Map<string, string>();
  for (const [name, judge] of Object.entries(judges)) {
    const outfile = join(folder, `${syntax}-${written.size}.js`);
    await bundle(`${readers[syntax]}\n${judge}`, outfile);
    written.set(name, outfile);
  }
  return written;
}

async function bundle(imports: string, outfile: string): Promise<void> {
  const contents = `
    import { readFileSync, writeSync } from 'node:fs';
    ${imports}
    writeSync(1, JSON.stringify(await judge(read(readFileSync(process.argv[2], 'utf8')))));`;
  await build({
    stdin: { contents, resolveDir: import.meta.dirname, loader: 'js' },
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    // What is no ES module requires Node.js's own modules.
    banner: { js: "import { createRequire as make } from 'node:module'; const require = make(import.meta.url);" },
    logLevel: 'error',
    outfile,
  });
}
