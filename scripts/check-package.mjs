// Packs the command line and the library, installs both in an empty folder as their users do, and runs them there: what
// the clone has and a package lacks (a dependency, the policies, a file left out) shows here and nowhere else.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'waarborg-package-'));

/**
 * @param {string} command a line for the shell
 * @param {string} workingFolder where to run it
 * @param {readonly number[]} expected the exit codes that are right
 */
function run(command, workingFolder, expected = [0]) {
  console.log(`$ ${command}`);
  const options = /** @type {const} */ ({ shell: true, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });
  const { status, stdout, stderr } = spawnSync(command, { cwd: workingFolder, ...options });
  if (status !== null && expected.includes(status)) return stdout;
  throw new Error(`${command}: exit code ${status}, not ${expected.join(' or ')}\n${stdout}${stderr}`);
}

try {
  const packed = JSON.parse(run(`npm pack --json --pack-destination "${folder}"`, join(root, 'cli')));
  const [{ filename, version, size, files }] = Object.values(packed);
  console.log(`${filename}: ${files.length} files, ${Math.round(size / 1024)} KiB`);

  const project = join(folder, 'project');
  mkdirSync(project);
  writeFileSync(join(project, 'package.json'), '{ "private": true }\n');
  run(`npm install --offline --no-audit --no-fund "${join(folder, filename)}"`, project);

  const command = join(project, 'node_modules/.bin/waarborg');
  const said = run(`"${command}" --version`, project).trim();
  if (said !== version) throw new Error(`waarborg --version says ${said}, and the package is ${version}`);

  cpSync(join(root, 'policies/nl-big-data-2016/examples'), join(project, 'examples'), { recursive: true });
  /** @type {{ packs: { name: string }[], manifests: unknown[] }} */
  const report = JSON.parse(run(`"${command}" check examples --format json`, project, [0, 1]));
  const names = report.packs.map(({ name }) => name);
  if (names.length === 0 || report.manifests.length === 0) throw new Error('the installed package judged nothing');
  console.log(`the installed package judged ${report.manifests.length} manifests by ${names.join(', ')}`);

  const begun = join(project, 'begun');
  run(`"${command}" init --yes begun`, project);
  run(`"${command}" check --quiet`, begun);
  run(`"${command}" test`, begun);
  readFileSync(join(project, 'node_modules/waarborg/schemas/project-file.schema.json'));
  console.log('a project that it begins is judged and tested');

  run('node scripts/build-library.mjs', root);
  const [library] = Object.values(
    JSON.parse(run(`npm pack --json --pack-destination "${folder}"`, join(root, 'language/dist'))),
  );
  run(`npm install --prefer-offline --no-audit --no-fund "${join(folder, library.filename)}"`, project);
  const program = [
    "import { parsePolicy, type ParsedFile, sourceText } from '@waarborg/language';",
    "const parsed: ParsedFile = parsePolicy(sourceText('a.waarborg', 'no policy'));",
    "if (parsed.diagnostics.length === 0) throw new Error('the library found nothing');",
  ];
  writeFileSync(join(project, 'program.mts'), `${program.join('\n')}\n`);
  run('node program.mts', project);
  const options = '--ignoreConfig --noEmit --strict --module nodenext --target es2024 --lib esnext --types ""';
  run(`"${join(root, 'node_modules/.bin/tsc')}" ${options} program.mts`, project);
  console.log('a program that uses the installed library runs, and its types hold');
} finally {
  run('node ../scripts/stage-package.mjs --remove', join(root, 'cli'));
  rmSync(folder, { recursive: true, force: true });
}
