import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import process from 'node:process';
import { beforeAll, describe, expect, it } from 'vitest';
import { studyPack, studyWords } from '../../language/src/ide/manifests-for-test.ts';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { folderWith, waarborg } from '../command-line/run-waarborg.ts';

const root = resolve(import.meta.dirname, '../..');
const script = join(import.meta.dirname, 'session.lua');

/** What the page tells its readers to save. */
const page = readFileSync(join(root, 'docs/editors/neovim.md'), 'utf8');
const configuration = fencedBlocks(page).find(({ label }) => label === 'waarborg.lua')?.text;

/** The steps as the session names them; held to what it did, so that none can be left out of it. */
const names = [...readFileSync(script, 'utf8').matchAll(/^ {2}\{\n {4}'(.*)',$/gm)].map(([, name = '']) => name);

const manifest = `vocabulary: test.study 1
id: one
title: A
colour: blue # zoals gevonden
purpose: safety
sets: [{ name: a, age: 1 months }]
`;
const pack = `${studyPack}
define bright-or-light "𝄞 Helder é": colour is red or colour is light-green
`;

interface Step {
  readonly name: string;
  readonly why: string;
}

interface Session {
  readonly exit: number | null;
  readonly output: string;
  readonly steps: readonly Step[];
}

/** Runs the session in a fresh folder, by a Neovim that knows no settings but the page's. */
function session(): Session {
  const folder = folderWith({ 'pack.waarborg': pack, 'words.waarborg': studyWords, 'm.analysis.yaml': manifest });
  writeFileSync(join(folder, 'other.yaml'), 'colour: blue\n');
  writeFileSync(join(folder, 'waarborg.yaml'), '');
  waarborg(['fmt', 'pack.waarborg', 'words.waarborg'], { folder });
  const home = folderWith({ 'config/nvim/plugin/waarborg.lua': configuration ?? '' });
  const command = join(home, 'bin/waarborg');
  mkdirSync(join(home, 'bin'));
  writeFileSync(command, `#!/bin/sh\nexec '${process.execPath}' '${join(root, 'cli/bin/waarborg.js')}' "$@"\n`);
  chmodSync(command, 0o755);
  const results = join(home, 'results.json');
  const { status, stdout, stderr, error } = spawnSync(
    'nvim',
    [
      '--headless',
      ...['-n', '-i', 'NONE'],
      ...['--cmd', "let g:waarborg = { 'language': 'nl', 'asOf': '2026-11-24' }"],
      ...['-c', `luafile ${script}`],
    ],
    {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: 110_000,
      killSignal: 'SIGKILL',
      env: {
        PATH: `${join(home, 'bin')}:${process.env['PATH']}`,
        HOME: home,
        LANG: 'C.UTF-8',
        XDG_CONFIG_HOME: join(home, 'config'),
        XDG_DATA_HOME: join(home, 'data'),
        XDG_STATE_HOME: join(home, 'state'),
        XDG_CACHE_HOME: join(home, 'cache'),
        WAARBORG_RESULTS: results,
      },
    },
  );
  if (error !== undefined) throw error;
  const steps = existsSync(results) ? JSON.parse(readFileSync(results, 'utf8')) : [];
  return { exit: status, output: `${stdout}${stderr}`, steps };
}

describe('Neovim, with the file of docs/editors/neovim.md', () => {
  let seen: Session;
  beforeAll(() => {
    expect(existsSync(join(root, 'cli/dist/language-server.js')), 'npm run build was run').toBe(true);
    expect(configuration, 'the page has a block called waarborg.lua').toBeDefined();
    seen = session();
  });

  it.each(names)('%s', (name) => {
    const step = seen.steps.find((each) => each.name === name);
    expect(step, seen.output).toBeDefined();
    expect(step?.why).toBe('');
  });

  it('did every step, without a word of complaint', () => {
    expect(names.length).toBeGreaterThan(10);
    expect(seen.steps.map((step) => step.name)).toEqual(names);
    expect(seen.exit, seen.output).toBe(0);
    expect(seen.output).not.toMatch(/\bE\d+:|Error|stack traceback/);
  });
});
