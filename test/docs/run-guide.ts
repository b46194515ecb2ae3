import { spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { type FencedBlock, fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { folderWith, node, program } from '../command-line/run-waarborg.ts';

/** A step of a guide that the reader takes: what the page shows, and what came of it. */
export interface GuideStep {
  readonly line: number;
  readonly title: string;
  /** What the page says, and what was found: alike where the page is right. */
  readonly shown: string;
  readonly found: string;
}

/**
 * Does what a guide says, in order, in an empty folder of its own. Blocks whose label names a file are written (or, with
 * `added to`, put at its end); `sh` blocks are run by bash and must exit as their label says (`exit=1`, else 0); a `text` block
 * after one is its output, in which a line `…` stands for any lines. No block of code is left out.
 */
export function runGuide(page: string): readonly GuideStep[] {
  const text = readFileSync(page, 'utf8');
  const folder = folderWith({ 'tools/npx': `#!/usr/bin/env bash\nshift\nexec '${node}' '${program}' "$@"\n` });
  chmodSync(join(folder, 'tools/npx'), 0o755);
  const work = join(folder, 'work');
  mkdirSync(work);
  const running: Running = { folder, work, output: undefined };
  return fencedBlocks(text).flatMap((block) => stepsOf(block, running));
}

interface Running {
  readonly folder: string;
  readonly work: string;
  /** What the commands before printed, until the page shows it. */
  output: string | undefined;
}

function stepsOf(block: FencedBlock, running: Running): readonly GuideStep[] {
  const { language, label, text, heading, line } = block;
  if (language === 'sh') {
    const { exit, output } = runCommands(text, running);
    running.output = output;
    const wanted = /^exit=(\d+)$/.exec(label)?.[1] ?? '0';
    return [
      { line, title: `${heading}: the commands`, shown: `exit ${wanted}`, found: exitWords(exit, wanted, output) },
    ];
  }
  if (language === 'text' && label === '') {
    const output = running.output ?? 'nothing: no commands stand before it';
    running.output = undefined;
    return [{ line, title: `${heading}: the output`, shown: text, found: matches(text, output) ? text : output }];
  }
  const [, added, name] = /^(added to )?(\S+)$/.exec(label) ?? [];
  if (name === undefined) throw new Error(`line ${line}: a block is a file with its name, commands, or their output`);
  const path = join(running.work, name);
  mkdirSync(dirname(path), { recursive: true });
  if (added === undefined) writeFileSync(path, text);
  else appendFileSync(path, text);
  return [];
}

/** The exit is enough where it is right; where it is not, what was printed says why. */
function exitWords(exit: number | null, wanted: string, output: string): string {
  return String(exit) === wanted ? `exit ${exit}` : `exit ${exit}\n${output}`;
}

function runCommands(commands: string, { folder, work }: Running): { exit: number | null; output: string } {
  const { status, stdout, error } = spawnSync('bash', ['-c', `exec 2>&1\n${commands}`], {
    cwd: work,
    encoding: 'utf8',
    env: {
      PATH: [join(folder, 'tools'), process.env['PATH']].join(delimiter),
      LANG: 'C.UTF-8',
      WAARBORG_CACHE: join(folder, 'cache'),
    },
  });
  if (error !== undefined) throw error;
  return { exit: status, output: stdout };
}

/** Whether an output is as shown, where a line `…` stands for any lines. */
export function matches(shown: string, output: string): boolean {
  const parts = shown.split(/^ *…\n/m);
  const [first = '', ...rest] = parts;
  if (rest.length === 0) return shown === output;
  const last = rest.pop() ?? '';
  if (!output.startsWith(first) || !output.endsWith(last)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = output.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return at + last.length <= output.length;
}

/** A page with the outputs that were found in place of those that it shows. */
export function withFoundOutputs(page: string, steps: readonly GuideStep[]): string {
  const lines = page.split('\n');
  const wrong = steps.filter(({ shown, found, title }) => shown !== found && title.endsWith('output'));
  for (const { line, shown, found } of [...wrong].reverse()) {
    lines.splice(line, shown.split('\n').length - 1, ...found.split('\n').slice(0, -1));
  }
  return lines.join('\n');
}
