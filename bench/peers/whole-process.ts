import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, ratio, sideBySide, table } from '../measure.ts';
import { limits, policy, thing, vocabulary } from '../sixty-rules.ts';
import { toYaml } from '../to-yaml.ts';
import { type Syntax, writePrograms } from './programs.ts';

const rounds = 21;
const waarborg = join(import.meta.dirname, '..', '..', 'cli', 'bin', 'waarborg.js');
const node = '`node -e 0`';

/** A program that is measured: its arguments for Node.js, and the environment that it runs in. */
interface Program {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One manifest judged by a process that starts for it, beside a Node.js that does nothing. */
export async function wholeProcessBesidePeers(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-bench-'));
  try {
    writeFileSync(join(folder, 'words.waarborg'), vocabulary);
    writeFileSync(join(folder, 'sixty.waarborg'), policy);
    const yaml = await measure(folder, 'yaml');
    const json = await measure(folder, 'json');
    const rows = [...yaml].map(([name, cells]) => [name, ...cells, ...(json.get(name) ?? [])]);
    const head = ['process', ...['YAML', 'JSON'].flatMap((name) => [`${name}, ms`, '× node', 'MB'])];
    return `One manifest, 60 rules, whole process\n\n${table(head, rows)}`;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function measure(folder: string, syntax: Syntax): Promise<ReadonlyMap<string, readonly string[]>> {
  const manifest = join(folder, `thing.${syntax}`);
  const { text } = thing(0);
  writeFileSync(manifest, syntax === 'json' ? text : toYaml(text));
  const programs = await allPrograms(folder, manifest, syntax);
  requireAgreement(programs);
  const runs = Object.entries(programs).map(([name, program]) => [name, () => void run(program, 'ignore')] as const);
  const times = await sideBySide(Object.fromEntries(runs), rounds);
  const cells = Object.entries(programs).map(([name, program]): [string, readonly string[]] => {
    const milliseconds = median(times.get(name) ?? []).toFixed(0);
    return [name, [milliseconds, ratio(times, name, node).toFixed(1), megabytes(program).toFixed(0)]];
  });
  return new Map(cells);
}

async function allPrograms(
  folder: string,
  manifest: string,
  syntax: Syntax,
): Promise<Readonly<Record<string, Program>>> {
  // All keep their compiled code, and none finds another's.
  const env = { PATH: process.env['PATH'], NODE_COMPILE_CACHE: join(folder, 'code') };
  const check = [waarborg, 'check', manifest, '--policy', folder, '--as-of', limits.last, '--format', 'json'];
  const peers = [...(await writePrograms(syntax))].map(
    ([name, path]) => [name, { args: [path, manifest], env }] as const,
  );
  return {
    [node]: { args: ['-e', '0'], env },
    '`waarborg check`, policies kept': { args: check, env: { ...env, WAARBORG_CACHE: join(folder, 'cache') } },
    '`waarborg check`, policies read and checked': { args: check, env: { ...env, WAARBORG_CACHE: '' } },
    ...Object.fromEntries(peers),
  };
}

function run({ args, env }: Program, output: 'ignore' | 'pipe') {
  const ended = spawnSync(process.execPath, args, { stdio: ['ignore', output, output], encoding: 'utf8', env });
  // Waarborg ends with 1 where a rule is broken.
  if (ended.status !== 0 && ended.status !== 1) throw new Error(`${args.join(' ')}: ${ended.status}\n${ended.stderr}`);
  return ended;
}

/** Throws where what the programs print speaks of other broken rules than the function by hand does. */
function requireAgreement(programs: Readonly<Record<string, Program>>): void {
  const answers = Object.entries(programs)
    .filter(([name]) => name !== node)
    .map(([name, program]) => ({ name, rules: rulesIn(JSON.parse(run(program, 'pipe').stdout)) }));
  const expected = answers.find(({ name }) => name === 'by hand')?.rules;
  if (expected === undefined || expected === '') throw new Error('the manifest of the benchmark breaks no rule');
  for (const { name, rules } of answers) {
    if (rules !== expected) throw new Error(`by hand: ${expected}\n${name}: ${rules}`);
  }
}

function rulesIn(answer: string[] | { manifests: { results: { rule: string; outcome: string }[] }[] }): string {
  if (Array.isArray(answer)) return answer.sort().join(', ');
  const results = answer.manifests.flatMap((manifest) => manifest.results);
  return rulesIn(results.filter(({ outcome }) => outcome !== 'pass').map(({ rule }) => rule.split('/')[1] ?? ''));
}

/** The most memory that a process held, in megabytes: the middle of three runs, which are not timed. */
function megabytes({ args, env }: Program): number {
  const telling = "process.on('exit', () => writeSync(2, '\\n' + process.resourceUsage().maxRSS));";
  const module = `data:text/javascript,${encodeURIComponent(`import { writeSync } from 'node:fs'; ${telling}`)}`;
  const program = { args, env: { ...env, NODE_OPTIONS: `--import ${module}` } };
  return median([1, 2, 3].map(() => Number(run(program, 'pipe').stderr.split('\n').at(-1)) / 1024));
}
