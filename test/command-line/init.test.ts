import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { folderWith, node, program, waarborg } from './run-waarborg.ts';

const own = [
  '.github/workflows/waarborg.yml',
  '.gitlab-ci.yml',
  '.vscode/extensions.json',
  '.vscode/settings.json',
  'analyses/example.analysis.yaml',
  'rules/own.test.waarborg',
  'rules/own.waarborg',
  'waarborg.yaml',
];
const shipped = [...own.slice(0, 4), 'analyses/example/model.analysis.yaml', 'waarborg.yaml'];

/** Every file below a folder, with forward slashes, in order. */
function filesBelow(folder: string): readonly string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort();
}

/** Runs a line of the shell, in which `waarborg` is the real program. */
function shell(line: string, folder: string): { readonly exit: number | null; readonly output: string } {
  const commands = `waarborg() { '${node}' '${program}' "$@"; }\n${line}`;
  const environment = { PATH: process.env['PATH'], LANG: 'C.UTF-8', WAARBORG_CACHE: '' };
  const { status, stdout, stderr } = spawnSync('bash', ['-c', commands], {
    cwd: folder,
    encoding: 'utf8',
    env: environment,
  });
  return { exit: status, output: `${stdout}${stderr}` };
}

describe.each(['en', 'nl'])('waarborg init --yes --language %s', (language) => {
  it('writes a project that is judged, tested, linted and formatted as it stands', () => {
    const folder = folderWith({});
    const begin = `waarborg init --yes --language ${language}`;
    const { exit, output } = shell(
      `${begin} && waarborg check && waarborg test && waarborg lint && waarborg fmt --check`,
      folder,
    );
    expect(exit, output).toBe(0);
    expect(filesBelow(folder)).toEqual(own);
    expect(output).toContain(
      language === 'nl' ? '✓ Voldoet aan de regels van dit pakket' : '✓ Meets the rules of this pack',
    );
    expect(output).toContain(language === 'nl' ? '12 geslaagd' : '12 passed');
    expect(readFileSync(join(folder, 'rules/own.waarborg'), 'utf8')).toContain(
      language === 'nl' ? '\npakket ' : '\npack ',
    );
  });
  it('writes one for the pack that ships, with its model manifest', () => {
    const folder = folderWith({});
    const begin = `waarborg init --yes --language ${language} --pack nl.rijk.big-data-veiligheid`;
    const { exit, output } = shell(`${begin} && waarborg check`, folder);
    expect(exit, output).toBe(0);
    expect(filesBelow(folder)).toEqual(shipped);
  });
});

describe('waarborg init', () => {
  it('writes YAML and JSON that others can read', () => {
    const folder = folderWith({});
    waarborg(['init', '--yes'], { folder });
    const workflow = load(readFileSync(join(folder, '.github/workflows/waarborg.yml'), 'utf8'));
    expect(workflow).toMatchObject({
      permissions: { contents: 'read' },
      jobs: { check: { steps: expect.any(Array) } },
    });
    const gitlab = load(readFileSync(join(folder, '.gitlab-ci.yml'), 'utf8'));
    expect(gitlab).toMatchObject({ waarborg: { artifacts: { reports: { junit: 'waarborg.junit.xml' } } } });
    const extensions = JSON.parse(readFileSync(join(folder, '.vscode/extensions.json'), 'utf8'));
    expect(extensions).toEqual({ recommendations: ['waarborg.waarborg'] });
    expect(JSON.parse(readFileSync(join(folder, '.vscode/settings.json'), 'utf8'))).toHaveProperty(['[waarborg]']);
  });
  it('writes commands for build servers that run here too, with the reports that they name', () => {
    const folder = folderWith({});
    waarborg(['init', '--yes'], { folder });
    const npx = `npx() { shift 2; waarborg "$@"; }`;
    const commandIn = (path: string): string =>
      /npx --yes waarborg@\S+ .*/.exec(readFileSync(join(folder, path), 'utf8'))?.[0] ?? '';
    const gitlab = shell(`${npx}\n${commandIn('.gitlab-ci.yml')}`, folder);
    expect(gitlab.exit, gitlab.output).toBe(0);
    expect(JSON.parse(readFileSync(join(folder, 'gl-code-quality-report.json'), 'utf8'))).toEqual([]);
    expect(readFileSync(join(folder, 'waarborg.junit.xml'), 'utf8')).toContain('<testsuites');
    const github = shell(
      `${npx}\nexport GITHUB_STEP_SUMMARY=summary.md\n${commandIn('.github/workflows/waarborg.yml')}`,
      folder,
    );
    expect(github.exit, github.output).toBe(0);
    expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('# Meets the rules');
  });
  it('never overwrites a file, and says which it left alone', () => {
    const mine = {
      'waarborg.yaml': 'language: nl\n',
      '.vscode/settings.json': '{}\n',
      '.gitlab-ci.yml': 'mine: true\n',
    };
    const folder = folderWith(mine);
    const { exit, output } = waarborg(['init', '--yes'], { folder });
    expect(exit).toBe(0);
    for (const [name, text] of Object.entries(mine)) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
      expect(output).toContain(`${name}: left alone, it was there already\n`);
    }
    expect(output).toContain('rules/own.waarborg: written\n');
    const before = filesBelow(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
    const again = waarborg(['init', '--yes', '--language', 'nl'], { folder });
    expect(
      again.output
        .trim()
        .split('\n')
        .every((line) => line.endsWith(': ongemoeid gelaten, het was er al')),
    ).toBe(true);
    expect(filesBelow(folder).map((name) => readFileSync(join(folder, name), 'utf8'))).toEqual(before);
  });
  it('makes the folder that is named, and takes the choices of the command line', () => {
    const folder = folderWith({});
    const { exit, errors } = waarborg(['init', 'new/project', '--ci', 'gitlab', '--no-editor'], { folder });
    expect({ exit, errors }).toEqual({ exit: 0, errors: 'Next: cd new/project && waarborg check\n' });
    expect(filesBelow(join(folder, 'new/project'))).toEqual([own[1], ...own.slice(4)]);
    waarborg(['init', 'bare', '--ci', 'none', '--no-editor'], { folder });
    expect(filesBelow(join(folder, 'bare'))).toEqual(own.slice(4));
  });
  it('writes for the build server that the repository is sent to', () => {
    const folder = folderWith({ '.git/config': '[remote "origin"]\n\turl = git@gitlab.example.org:a/b.git\n' });
    waarborg(['init', '--yes', '--no-editor'], { folder });
    expect(existsSync(join(folder, '.gitlab-ci.yml'))).toBe(true);
    expect(existsSync(join(folder, '.github'))).toBe(false);
  });
  it('names the schema to editors where Waarborg is installed', () => {
    const schema = 'node_modules/waarborg/schemas/project-file.schema.json';
    const folder = folderWith({ [schema]: '{}' });
    waarborg(['init', '--yes'], { folder });
    expect(readFileSync(join(folder, 'waarborg.yaml'), 'utf8')).toMatch(`# yaml-language-server: $schema=${schema}\n`);
  });
  it('says what it cannot write, writes the rest, and leaves nothing half-written', () => {
    const folder = folderWith({ analyses: 'a file\n' });
    const { exit, output, errors } = waarborg(['init', '--yes'], { folder });
    expect(exit).toBe(2);
    expect(errors).toContain('analyses/example.analysis.yaml');
    expect(output).toContain('rules/own.waarborg: written');
    expect(filesBelow(folder).some((name) => name.endsWith('.tmp'))).toBe(false);
  });
  it.each([
    ['--pack', 'mine'],
    ['--ci', 'jenkins'],
    ['--language', 'de'],
  ])('refuses %s %s', (option, value) => {
    const folder = folderWith({});
    const { exit, errors } = waarborg(['init', '--yes', option, value], { folder });
    expect({ exit, errors }).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0910') });
    expect(readdirSync(folder)).toEqual([]);
  });
});

const hasScript = spawnSync('script', ['--version'], { encoding: 'utf8' }).stdout?.includes('util-linux') === true;

/** Runs `waarborg init` on a terminal, and gives an answer whenever it asks. */
async function onTerminal(
  folder: string,
  answers: readonly string[],
  language = 'en',
): Promise<{ exit: number | null; shown: string }> {
  const line = `'${node}' '${program}' init --language ${language}`;
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: folder,
    env: { PATH: process.env['PATH'], TERM: 'xterm' },
  });
  const left = [...answers];
  let shown = '';
  let asked = 0;
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    shown += text;
    // A question ends in the usual answer; the echo of one that is asked again does too.
    const questions = shown.split(/\[\d\]: /).length - 1;
    for (; asked < questions; asked += 1) child.stdin.write(left.shift() ?? '');
  });
  const exit = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { exit, shown };
}

describe.skipIf(!hasScript)('the questions of waarborg init, on a terminal', () => {
  it('take what is usual where the answer is empty', async () => {
    const folder = folderWith({});
    const { exit, shown } = await onTerminal(folder, ['\r', '\r', '\r']);
    expect(exit, shown).toBe(0);
    expect(filesBelow(folder)).toEqual(own);
    expect(shown).toContain('Which rules judge your analyses?');
  });
  it('take a number, and ask again where it is none', async () => {
    const folder = folderWith({});
    const { exit, shown } = await onTerminal(folder, ['7\r', 'two\r', '2\r', '1\r', '2\r'], 'nl');
    expect(exit, shown).toBe(0);
    expect(filesBelow(folder)).toEqual([own[0], ...shipped.slice(4)]);
    expect(shown).toContain('Welke regels beoordelen uw analyses?');
  });
  it.each([
    ['Ctrl+C', '\u0003'],
    ['Ctrl+D', '\u0004'],
  ])('write nothing after %s', async (_, key) => {
    const folder = folderWith({});
    const { exit, shown } = await onTerminal(folder, ['\r', key]);
    expect({ exit, files: readdirSync(folder) }, shown).toEqual({ exit: 2, files: [] });
    expect(shown).toContain('Nothing was written.');
  });
  it('are not asked where the command line says it all', () => {
    const folder = folderWith({});
    mkdirSync(join(folder, 'p'));
    writeFileSync(join(folder, 'p/.keep'), '');
    const line = `'${node}' '${program}' init p --pack own --ci none --no-editor`;
    const { status, stdout } = spawnSync('script', ['-qec', line, '/dev/null'], { cwd: folder, encoding: 'utf8' });
    expect(status, stdout).toBe(0);
    expect(stdout).not.toContain('?');
  });
});
