import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import process from 'node:process';

const root = resolve(import.meta.dirname, '../..');
const entry = join(import.meta.dirname, 'node_modules/code-server/out/node/entry.js');
const extension = join(root, 'dist/waarborg.vsix');

/** A VS Code that runs, with our extension installed from its package. */
export interface CodeServer {
  readonly port: number;
  /** The folder that is opened: a copy of the sample workspace. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

/** How the editor is set up. */
export interface CodeServerOptions {
  /** Settings of the user. */
  readonly settings: object;
  /** Which sample is opened. */
  readonly sample: 'nl' | 'en';
  /** Does something to the folder before it is opened. */
  readonly prepare?: (folder: string) => void;
}

/** Starts a fresh VS Code: a home, settings and extensions of its own, and nothing of whoever runs the tests. */
export async function startCodeServer({ settings, sample, prepare }: CodeServerOptions): Promise<CodeServer> {
  const home = mkdtempSync(join(tmpdir(), 'waarborg-editor-'));
  const [data, extensions, folder] = ['data', 'extensions', 'bench'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ];
  mkdirSync(join(data, 'User'), { recursive: true });
  writeFileSync(join(data, 'User/settings.json'), JSON.stringify({ ...quiet, ...settings }));
  writeFileSync(join(home, 'config.yaml'), '');
  cpSync(join(root, 'client/sample', sample), folder, { recursive: true });
  prepare?.(folder);
  const own = ['--config', join(home, 'config.yaml'), '--user-data-dir', data, '--extensions-dir', extensions];
  const options = { env: environment(home), encoding: 'utf8' } as const;
  const installed = spawnSync(process.execPath, [entry, ...own, '--install-extension', extension, '--force'], options);
  if (installed.status !== 0) throw new Error(`the extension is not installed: ${installed.stdout}${installed.stderr}`);
  const started = spawn(process.execPath, [entry, ...own, ...served], {
    env: environment(home),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const stop = async (): Promise<void> => {
    await ended(started);
    rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  try {
    return { port: await portOf(started), folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** What would move or ask for attention while a test looks. */
const quiet = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'extensions.ignoreRecommendations': true,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'chat.disableAIFeatures': true,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'editor.cursorBlinking': 'solid',
  'editor.hover.delay': 50,
  'files.autoSave': 'off',
};

const served = [
  '--auth',
  'none',
  '--bind-addr',
  '127.0.0.1:0',
  '--disable-telemetry',
  '--disable-update-check',
  '--disable-workspace-trust',
  '--disable-getting-started-override',
];

function environment(home: string): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(?:VSCODE_|npm_|XDG_|VITEST|CODE_SERVER)|^(?:PORT|PASSWORD|NODE_OPTIONS|NODE_ENV)$/i.test(name),
  );
  const folders = {
    HOME: home,
    XDG_CONFIG_HOME: home,
    XDG_DATA_HOME: home,
    XDG_CACHE_HOME: home,
    XDG_STATE_HOME: home,
  };
  return { ...Object.fromEntries(kept), ...folders };
}

function portOf({ stdout, stderr }: ChildProcess): Promise<number> {
  return new Promise((found, failed) => {
    let said = '';
    const late = setTimeout(() => failed(new Error(`VS Code did not begin to listen: ${said}`)), 60_000);
    const listen = (part: Buffer): void => {
      said += String(part);
      const port = /listening on http:\/\/127\.0\.0\.1:(\d+)/i.exec(said)?.[1];
      if (port === undefined) return;
      clearTimeout(late);
      found(Number(port));
    };
    stdout?.on('data', listen);
    stderr?.on('data', listen);
  });
}

/** The editor starts processes of its own: the whole group ends. */
async function ended(started: ChildProcess): Promise<void> {
  if (started.exitCode !== null || started.pid === undefined) return;
  const gone = new Promise((done) => started.once('exit', done));
  process.kill(-started.pid, 'SIGTERM');
  const late = setTimeout(() => started.pid !== undefined && process.kill(-started.pid, 'SIGKILL'), 5_000);
  await gone;
  clearTimeout(late);
}
