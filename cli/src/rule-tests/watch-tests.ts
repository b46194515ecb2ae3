import { basename } from 'node:path';
import { watch } from 'chokidar';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, writeAll } from '../write-output.ts';
import { runOnce, type Watched } from './run-once.ts';
import type { TestArguments } from './test-arguments.ts';
import { writeTestReports } from './write-test-reports.ts';

/** Editors write a file in several steps, and a version control system many files: one run answers all of them. */
const pauseMilliseconds = 100;

/**
 * Runs tests now, and again whenever a test, a policy or a manifest that they name changes, appears or goes, until it is
 * interrupted (Ctrl+C) or ended. Gives the exit code of the last run.
 */
export async function watchTests(options: TestArguments, surroundings: Surroundings): Promise<number> {
  const interrupted = Promise.withResolvers<'ended'>();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => interrupted.resolve('ended'));
  for (;;) {
    const started = Date.now();
    const { run, sources, watched } = runOnce(options, surroundings);
    const exit = writeTestReports(run, sources, options, surroundings);
    const { changed, close } = follow(watched, started, () => writeAll(2, waitingWords(options)));
    const next = await Promise.race([changed, interrupted.promise]);
    await close();
    if (next === 'ended') return exit;
    if (isTerminal(1)) writeAll(1, clearScreen);
  }
}

const clearScreen = '\u001b[2J\u001b[3J\u001b[H';

interface Following {
  /** Holds once something changed, and nothing more has for a moment. */
  readonly changed: Promise<'changed'>;
  readonly close: () => Promise<void>;
}

/** Waits for a change of what a run rests on since it started; says when it is watching all of it. */
function follow(watched: Watched, started: number, ready: () => void): Following {
  const { promise, resolve } = Promise.withResolvers<'changed'>();
  const watcher = watch([...watched.folders.union(watched.files)], {
    ignored: (path, status) => !isOfInterest(path, status?.isFile() === true, watched),
  });
  let isReady = false;
  let waiting: NodeJS.Timeout | undefined;
  watcher.on('ready', () => {
    isReady = true;
    ready();
  });
  watcher.on('all', (_event, _path, status) => {
    // What is found while the watching begins is no change, unless it changed after it was read.
    const since = Math.max(status?.mtimeMs ?? 0, status?.ctimeMs ?? 0);
    if (!isReady && since < started) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => resolve('changed'), pauseMilliseconds);
  });
  const close = (): Promise<void> => {
    clearTimeout(waiting);
    return watcher.close();
  };
  return { changed: promise, close };
}

/** Reports that the run itself writes must not make it run again, so only what it reads is of interest. */
function isOfInterest(path: string, isFile: boolean, { folders, files }: Watched): boolean {
  if (folders.has(path) || files.has(path)) return true;
  if (isFile) return path.endsWith('.waarborg');
  const name = basename(path);
  return name !== 'node_modules' && !name.startsWith('.');
}

function waitingWords({ spoken }: TestArguments): string {
  return spoken === 'nl' ? '\nWacht op wijzigingen; Ctrl+C stopt.\n' : '\nWaiting for changes; Ctrl+C ends this.\n';
}
