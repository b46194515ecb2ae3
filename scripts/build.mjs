// Bundles the command line, with the packages it uses, into cli/dist: one file to start with, and one for each part that
// is loaded only when it is called.
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { basename, join, resolve } from 'node:path';
import process from 'node:process';
import { build } from 'esbuild';
import { compileEagerly } from './compile-eagerly.mjs';
import { withPureValues } from './with-pure-values.mjs';
import { writeNotices } from './write-notices.mjs';

const root = resolve(import.meta.dirname, '..');
const output = join(root, 'cli/dist');

/** @type {import('esbuild').BuildOptions} */
const options = {
  absWorkingDir: root,
  outdir: output,
  bundle: true,
  // The ES module of a package that has both: jsonc-parser's other form hides its own files from a bundler.
  mainFields: ['module', 'main'],
  // The same for yaml, which offers Node its CommonJS form: that one cannot be bundled into ES modules.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node24',
  // Names and spaces stay, so that a stack trace can be read without a map; a map would cost more than the code.
  minifySyntax: true,
  sourcemap: false,
  legalComments: 'none',
  logLevel: 'warning',
};

/** The entrances of the checker: the parts of the program that parse policies, loaded when they are called. */
const checkers = {
  'load-policies': 'cli/src/check/load-policies.ts',
  'explain-command': 'cli/src/explain/explain-command.ts',
  'baseline-command': 'cli/src/baseline/baseline-command.ts',
  'exceptions-command': 'cli/src/exceptions/exceptions-command.ts',
  'format-command': 'cli/src/format/format-command.ts',
  'lint-command': 'cli/src/lint/lint-command.ts',
  'diff-command': 'cli/src/diff/diff-command.ts',
  'test-command': 'cli/src/rule-tests/test-command.ts',
  'docs-command': 'cli/src/handbook/docs-command.ts',
  'schema-command': 'cli/src/schema/schema-command.ts',
  'why-command': 'cli/src/why/why-command.ts',
  'init-command': 'cli/src/init/init-command.ts',
};

/**
 * What reads and checks policies is a bundle of its own: a run that finds its policies in the cache does not load the
 * parser at all. In one bundle it would, since splitting goes by whole files and the language has one door.
 * @type {import('esbuild').Plugin}
 */
const checkerApart = {
  name: 'checker-apart',
  setup({ onResolve }) {
    onResolve({ filter: new RegExp(`/(?:${Object.keys(checkers).join('|')})\\.ts$`) }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: `./${basename(path, '.ts')}.js`, external: true } : undefined,
    );
  },
};

/**
 * js-yaml makes its schemas, and the patterns with which it writes, when it is loaded: milliseconds for what is never used
 * here. Making them does nothing else, which is said here, so that what is not used is left out.
 * @type {import('esbuild').Plugin}
 */
const unusedYamlLeftOut = {
  name: 'unused-yaml-left-out',
  setup({ onLoad }) {
    onLoad({ filter: /js-yaml\.mjs$/ }, ({ path }) => ({ contents: withPureValues(readFileSync(path, 'utf8')) }));
  },
};

/**
 * Modules of Node.js that take milliseconds to load, and that few runs call: they are loaded when the first of their
 * functions is called. (Commander asks for `child_process` to start programs, which it never does here.)
 */
const late = ['child_process', 'crypto', 'os', 'tty', 'util', 'v8', 'zlib'];

/**
 * Modules of Node.js are asked for by a function of its own, and not imported: an import reads every property of the
 * module, which makes `process` open its streams and `fs` load what it streams with, six milliseconds in all.
 * @type {import('esbuild').Plugin}
 */
const builtinsWhenCalled = {
  name: 'builtins-when-called',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:/ }, ({ path }) => ({ path, namespace: 'builtin' }));
    onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => {
      if (path === 'node:process') return { contents: 'export default globalThis.process;', loader: 'js' };
      const contents = late.includes(path.slice('node:'.length)) ? whenCalled(path) : atOnce(path);
      return { contents: contents.join('\n'), loader: 'js' };
    });
  },
};

/**
 * The packages of the language server are CommonJS, and ask for modules of Node.js in the middle of their code.
 * @type {import('esbuild').Plugin}
 */
const builtinsAsked = {
  name: 'builtins-asked',
  setup({ onResolve, onLoad }) {
    const filter = new RegExp(`^(?:node:)?(?:${builtinModules.join('|')})$`);
    onResolve({ filter }, ({ path }) => ({ path, namespace: 'asked' }));
    onLoad({ filter: /.*/, namespace: 'asked' }, ({ path }) => ({
      contents: `module.exports = process.getBuiltinModule(${JSON.stringify(path)});`,
      loader: 'js',
    }));
  },
};

/**
 * A class cannot be stood in for by a function; a bundle that imports one from a late module fails to build, and says so.
 * @param {string} path
 */
function whenCalled(path) {
  const names = plainNames(path).filter(({ name, value }) => typeof value === 'function' && !/^[A-Z]/.test(name));
  return [
    `const loaded = () => process.getBuiltinModule(${JSON.stringify(path)});`,
    ...names.map(({ name }) => `export const ${name} = (...given) => loaded().${name}(...given);`),
    'export default new Proxy({}, { get: (_, name) => loaded()[name] });',
  ];
}

/** @param {string} path */
function atOnce(path) {
  return [
    `const held = process.getBuiltinModule(${JSON.stringify(path)});`,
    ...plainNames(path).map(({ name }) => `export const ${name} = held.${name};`),
    'export default held;',
  ];
}

/**
 * What a module has as plain values: to read the others is to load more.
 * @param {string} path
 */
function plainNames(path) {
  const module = /** @type {object} */ (process.getBuiltinModule(path));
  return Object.entries(Object.getOwnPropertyDescriptors(module))
    .filter(([name, { value }]) => value !== undefined && /^[A-Za-z]\w*$/.test(name))
    .map(([name, { value }]) => ({ name, value }));
}

/**
 * Bundles some entrances of the program.
 * @param {import('esbuild').BuildOptions} own what the bundle has of its own
 */
async function bundle(own) {
  const { metafile } = await build({ ...options, ...own, metafile: true });
  for (const path of Object.keys(metafile.outputs)) {
    const file = join(root, path);
    writeFileSync(file, compileEagerly(readFileSync(file, 'utf8')));
  }
  return metafile;
}

try {
  rmSync(output, { recursive: true, force: true });
  const checker = await bundle({ entryPoints: checkers, plugins: [unusedYamlLeftOut, builtinsWhenCalled] });
  // Policies that another checker has checked are not taken from the cache, whatever the version says. What the file shares
  // with others it imports by names that are made from their content, so its hash stands for them too.
  const checkerIdentity = createHash('sha256')
    .update(readFileSync(join(output, 'load-policies.js')))
    .digest('hex');
  const main = await bundle({
    entryPoints: ['cli/src/main.ts'],
    plugins: [checkerApart, unusedYamlLeftOut, builtinsWhenCalled],
    define: { checkerIdentity: JSON.stringify(checkerIdentity) },
  });
  // An editor starts the server once a day: it is a program of its own, so that it weighs on no other.
  const server = await build({
    ...options,
    entryPoints: { 'language-server': 'server/src/node/main.ts' },
    splitting: false,
    plugins: [unusedYamlLeftOut, builtinsAsked],
    define: { serverVersion: JSON.stringify(JSON.parse(readFileSync(join(root, 'cli/package.json'), 'utf8')).version) },
    metafile: true,
  });
  const inputs = { ...main.inputs, ...checker.inputs, ...server.metafile.inputs };
  const outputs = { ...main.outputs, ...checker.outputs, ...server.metafile.outputs };
  writeNotices(root, Object.keys(inputs), join(output, 'THIRD-PARTY-LICENSES.txt'));
  const bytes = Object.values(outputs).reduce((sum, { bytes }) => sum + bytes, 0);
  console.log(`cli/dist: ${Object.keys(outputs).length} files, ${Math.round(bytes / 1024)} KiB`);
} catch (error) {
  // What does not compile esbuild has already reported, with its place; a stack trace of the bundler adds nothing.
  if (!(error instanceof Error && 'errors' in error)) throw error;
  process.exitCode = 1;
}
