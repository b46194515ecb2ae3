import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import {
  changed,
  folderWith,
  goodManifest,
  judged,
  node,
  type Outcome,
  program,
  smallPack,
  waarborg,
} from './run-waarborg.ts';

const isRoot = process.getuid?.() === 0;
const isWindows = process.platform === 'win32';
/** Whom nothing belongs to, where nobody is root. */
const nobody = 65_534;
const environment = { PATH: process.env['PATH'], LANG: 'C.UTF-8', WAARBORG_CACHE: '' };
const old = '{ "from": "yesterday" }\n';

/** What a group is called: where the machine cannot do it, the report says why it was not done. */
function needing(isThere: boolean, what: string, title: string): string {
  if (isThere) return title;
  console.warn(`${title} (skipped: needs ${what})`);
  return `${title} (skipped: needs ${what})`;
}

function folder(files: Readonly<Record<string, string | Buffer>> = {}): string {
  return folderWith({ 'small.waarborg': smallPack, 'good.analysis.yaml': goodManifest, ...files });
}

/** A manifest with so many findings of one rule. */
function manifestWith(findings: number): string {
  const items = Array.from({ length: findings }, (_, index) => `  - { name: d${index}, updated_on: 2025-01-01 }`);
  return changed('  - name: incidents\n    updated_on: 2026-10-01\n', `${items.join('\n')}\n`, 'many');
}

/** What is in a folder besides the files that were put there: `listing` before and after are the same where nothing stays behind. */
function listing(path: string): readonly string[] {
  return readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
}

/** Each manifest of a JSON report with its verdict and the codes of its errors, and the codes of the run. */
function verdicts({ output }: Outcome): Readonly<Record<string, readonly string[]>> {
  const report = JSON.parse(output);
  const codes = (errors: readonly { readonly code: string }[]): readonly string[] => errors.map(({ code }) => code);
  const manifests: readonly (readonly [string, readonly string[]])[] = report.manifests.map(
    (manifest: { file: string; verdict: string; errors: [] }) => [
      manifest.file,
      [manifest.verdict, ...codes(manifest.errors)],
    ],
  );
  return { ...Object.fromEntries(manifests), run: codes(report.errors) };
}

function checkJson(where: string, targets: readonly string[] = []): Outcome {
  return waarborg(['check', ...targets, ...judged, '--format', 'json'], { folder: where });
}

describe('a file that cannot be read', () => {
  it.skipIf(isWindows)('is an error, as is a folder, and hides no other', () => {
    const where = folder({ 'locked.analysis.yaml': goodManifest, 'closed/in.analysis.yaml': changed('id', 'id') });
    chmodSync(where, 0o755);
    for (const name of ['locked.analysis.yaml', 'closed']) chmodSync(join(where, name), 0);
    const { status, stdout, stderr } = spawnSync(
      node,
      [program, 'check', ...judged, '--format', 'json'],
      // Nothing is locked for root.
      { cwd: where, env: environment, encoding: 'utf8', ...(isRoot ? { uid: nobody, gid: nobody } : {}) },
    );
    chmodSync(join(where, 'closed'), 0o755);
    expect(verdicts({ exit: status, output: stdout, errors: stderr })).toEqual({
      'good.analysis.yaml': ['pass'],
      'locked.analysis.yaml': ['error', 'WB0904'],
      run: ['WB0904'],
    });
    expect(stderr).toContain('This cannot be read: you have no permission');
    expect(stderr).toContain('closed');
    expect(status).toBe(2);
  });

  it('and vanishes after it was found is an error of its own', async () => {
    const where = folder({ 'gone.analysis.yaml': changed('To know', 'To see') });
    const { child, ended } = start(where, ['check', '-', '.', ...judged, '--format', 'json']);
    // Standard input comes first by its name. Once it takes more than a pipe holds, the others have been found.
    await write(child, '# a comment that means nothing\n'.repeat(150_000));
    rmSync(join(where, 'gone.analysis.yaml'));
    child.stdin?.end(changed('To know', 'To hear', 'input'));
    const outcome = await ended;
    expect(verdicts(outcome)).toEqual({
      '-': ['pass'],
      'gone.analysis.yaml': ['error', 'WB0901'],
      'good.analysis.yaml': ['pass'],
      run: [],
    });
    expect(outcome.exit).toBe(2);
  });
});

describe('what is no text', () => {
  it.each([
    ['UTF-16, little end first', Buffer.from(`\ufeff${goodManifest}`, 'utf16le')],
    ['UTF-16, big end first', Buffer.from(`\ufeff${goodManifest}`, 'utf16le').swap16()],
    ['Latin-1', Buffer.from(goodManifest.replace('To know', 'Café'), 'latin1')],
    ['half a character', Buffer.concat([Buffer.from(goodManifest), Buffer.from([0xe2, 0x82])])],
  ])('is refused: %s, as a file and from standard input', (_, bytes) => {
    const where = folder({ 'bad.analysis.yaml': bytes });
    expect(verdicts(checkJson(where))).toEqual({
      'bad.analysis.yaml': ['error', 'WB0905'],
      'good.analysis.yaml': ['pass'],
      run: [],
    });
    const piped = waarborg(['check', '-', ...judged, '--format', 'json'], { folder: where, input: bytes });
    expect(verdicts(piped)).toEqual({ '-': ['error', 'WB0905'], run: [] });
    expect(piped.exit).toBe(2);
  });

  it('is read where a mark only says that it is UTF-8', () => {
    const { exit } = waarborg(['check', '-', ...judged], { folder: folder(), input: `\ufeff${goodManifest}` });
    expect(exit).toBe(0);
  });
});

describe.skipIf(isWindows)('what is no file', () => {
  it('is refused without waiting for it: a named pipe, a socket, a device, a folder by the name of a manifest', async () => {
    const where = folder({ 'folder.analysis.yaml/readme.txt': '' });
    execFileSync('mkfifo', ['pipe.analysis.yaml'], { cwd: where });
    const server = createServer().listen(join(where, 'socket.analysis.yaml'));
    await once(server, 'listening');
    symlinkSync('/dev/zero', join(where, 'zero.analysis.yaml'));
    const outcome = checkJson(where);
    const named = checkJson(where, ['/dev/zero', 'folder.analysis.yaml']);
    server.close();
    expect(verdicts(outcome)).toEqual({
      'good.analysis.yaml': ['pass'],
      'pipe.analysis.yaml': ['error', 'WB0902'],
      'socket.analysis.yaml': ['error', 'WB0902'],
      'zero.analysis.yaml': ['error', 'WB0902'],
      run: [],
    });
    expect(Object.values(verdicts(named))).toEqual([['error', 'WB0902'], ['WB0903']]);
    expect([outcome.exit, named.exit]).toEqual([2, 2]);
  });

  it('is followed where links go round in a circle, and reported where they lead nowhere', () => {
    const where = folder({ 'in/deep.analysis.yaml': changed('To know', 'To see', 'deep') });
    symlinkSync('..', join(where, 'in/up'));
    symlinkSync('.', join(where, 'self'));
    symlinkSync('b.analysis.yaml', join(where, 'a.analysis.yaml'));
    symlinkSync('a.analysis.yaml', join(where, 'b.analysis.yaml'));
    symlinkSync('nowhere', join(where, 'dangling.analysis.yaml'));
    const round = { 'a.analysis.yaml': ['error', 'WB0904'], 'b.analysis.yaml': ['error', 'WB0904'] };
    const outcome = checkJson(where);
    expect(verdicts(outcome)).toEqual({
      ...round,
      'dangling.analysis.yaml': ['error', 'WB0901'],
      'good.analysis.yaml': ['pass'],
      'in/deep.analysis.yaml': ['pass'],
      run: [],
    });
    expect(outcome.errors).toContain('its symbolic links go round in a circle');
    // A policy, a test and a file to format are found in the same way.
    symlinkSync('loop.waarborg', join(where, 'loop.waarborg'));
    const formatted = waarborg(['fmt', '--check', '.'], { folder: where });
    expect([formatted.exit, formatted.errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0904']]);
  });
});

describe('a report that cannot be written', () => {
  it.each([
    ['in a folder that is not there', 'missing/report.json', 'there is no such folder'],
    ['over a folder', 'folder', 'it is a folder'],
    ['below a file', 'good.analysis.yaml/report.json', 'part of the path is no folder'],
    ['with a name that no file can have', `${'x'.repeat(300)}.json`, 'the name is too long'],
  ])('is an error %s, and the other reports are written', (_, file, reason) => {
    const where = folder({ 'folder/readme.txt': '' });
    const before = listing(where);
    const outcome = waarborg(
      ['check', ...judged, '--format', `json=${file}`, '--format', 'junit=whole.xml', '--format', 'text'],
      { folder: where },
    );
    expect(outcome.errors).toContain(`WB0909  This cannot be written: ${reason}`);
    expect(outcome.output).toContain('good — meets the rules');
    expect(listing(where)).toEqual([...before, 'whole.xml'].sort());
    expect(outcome.exit).toBe(2);
    const dutch = waarborg(['check', ...judged, '--language', 'nl', '--format', `json=${file}`], { folder: where });
    expect(dutch.errors).toContain('WB0909  Dit kan niet worden weggeschreven: ');
  });

  it('is written under a name of as many bytes as a name can have', () => {
    const where = folder();
    const name = `${'😀'.repeat(60)}.json`;
    expect(waarborg(['check', ...judged, '--format', `json=${name}`], { folder: where }).exit).toBe(0);
    expect(JSON.parse(readFileSync(join(where, name), 'utf8')).verdict).toBe('pass');
  });

  it('never shares its file with another, however that is written', () => {
    const where = folder();
    const before = listing(where);
    for (const other of ['report.out', './report.out', 'x/../report.out', join(where, 'report.out')]) {
      const outcome = waarborg(['check', ...judged, '--format', 'json=report.out', '--format', `sarif=${other}`], {
        folder: where,
      });
      expect([outcome.exit, outcome.errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0910']]);
    }
    // The report says what was wrong with the arguments; the last of two to one place stands there whole.
    expect(listing(where)).toEqual([...before, 'report.out'].sort());
    expect(JSON.parse(readFileSync(join(where, 'report.out'), 'utf8')).version).toBe('2.1.0');
  });

  const full = existsSync('/dev/full');
  it.skipIf(!full)(needing(full, '/dev/full', 'is an error where the disk is full'), () => {
    const where = folder();
    const given = ['check', 'good.analysis.yaml', ...judged];
    const toFile = waarborg([...given, '--format', 'json=/dev/full'], { folder: where });
    expect([toFile.exit, toFile.errors]).toEqual([
      2,
      expect.stringContaining('WB0909  This cannot be written: the disk is full'),
    ]);
    for (const [words, said] of [
      [given, 'error WB0909  Standard output cannot be written: the disk is full'],
      [[...given, '--language', 'nl', '--format', 'html'], 'fout WB0909  De standaarduitvoer kan niet worden'],
      [['explain', 'goal', '--policy', 'small.waarborg'], 'error WB0909  Standard output'],
      [['--help'], 'error WB0909  Standard output'],
    ] as const) {
      const { status, stderr } = spawnSync('sh', ['-c', '"$@" > /dev/full', 'sh', node, program, ...words], {
        cwd: where,
        env: environment,
        encoding: 'utf8',
      });
      expect([status, stderr]).toEqual([2, expect.stringContaining(said)]);
      expect(stderr).not.toContain('An error in Waarborg itself');
    }
  });

  // A name space of its own, so that nothing stays mounted whatever happens.
  const mounts = spawnSync('unshare', ['--mount', 'sh', '-c', 'mount -t tmpfs -o size=64k none /mnt']).status === 0;
  it.skipIf(!mounts)(needing(mounts, 'the right to mount', 'leaves the old report where a disk fills up'), () => {
    const where = folder({ 'many.analysis.yaml': manifestWith(2000) });
    mkdirSync(join(where, 'disk'));
    const words = ['check', ...judged, '--format', 'json=disk/report.json', '--format', 'text=whole.txt'];
    const script = `mount -t tmpfs -o size=64k none disk; printf '%s' "$OLD" > disk/report.json
      "$@"; echo "exit $?"; ls -A disk; cat disk/report.json`;
    const { stdout, stderr } = spawnSync('unshare', ['--mount', 'sh', '-c', script, 'sh', node, program, ...words], {
      cwd: where,
      env: { ...environment, OLD: old },
      encoding: 'utf8',
    });
    expect(stdout).toBe(`exit 2\nreport.json\n${old}`);
    expect(stderr).toContain('WB0909  This cannot be written: the disk is full');
    expect(readFileSync(join(where, 'whole.txt'), 'utf8')).toContain('does not meet');
  });
});

describe.skipIf(isWindows)('a reader that goes', () => {
  it.each(['text', 'json', 'sarif', 'html', 'junit'])('is no error: | head, %s', (format) => {
    const where = folder({ 'many.analysis.yaml': manifestWith(3000) });
    const script = '{ "$@"; echo "$?" > exit; } | head -n 1 > first';
    const words = ['check', ...judged, '--verbose', '--format', format];
    const { stderr } = spawnSync('sh', ['-c', script, 'sh', node, program, ...words], {
      cwd: where,
      env: environment,
      encoding: 'utf8',
    });
    expect(readFileSync(join(where, 'first'), 'utf8')).not.toBe('');
    expect([readFileSync(join(where, 'exit'), 'utf8'), stderr]).toEqual(['1\n', '']);
  });
});

describe.skipIf(isWindows)('an interrupt', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)(
    'while a report is written (%s) leaves it whole, and nothing else',
    async (signal) => {
      const where = folder({ 'many.analysis.yaml': manifestWith(20_000), 'report.json': old });
      const before = listing(where);
      const given = ['check', ...judged, '--format', 'json=report.json', '--format', 'html=later.html'];
      const { child, ended } = start(where, given);
      child.stdin?.end();
      await until(() => listing(where).some((name) => name.endsWith('.tmp')));
      child.kill(signal);
      // A shell says 130 and 143 of these.
      expect((await ended).signal).toBe(signal);
      expect(listing(where)).toEqual(before);
      expect(JSON.parse(readFileSync(join(where, 'report.json'), 'utf8')).verdict).toBe('fail');
    },
  );

  it('before that leaves the old report', async () => {
    const where = folder({ 'report.json': old });
    const before = listing(where);
    const { child, ended } = start(where, ['check', '-', ...judged, '--format', 'json=report.json']);
    await write(child, '# a comment that means nothing\n'.repeat(150_000));
    child.kill('SIGINT');
    expect((await ended).signal).toBe('SIGINT');
    expect(listing(where)).toEqual(before);
    expect(readFileSync(join(where, 'report.json'), 'utf8')).toBe(old);
  });

  it('is heard while a report waits for the reader of a named pipe', async () => {
    const where = folder();
    execFileSync('mkfifo', ['pipe'], { cwd: where });
    const { child, ended } = start(where, ['check', ...judged, '--format', 'junit=first.xml', '--format', 'json=pipe']);
    await until(() => existsSync(join(where, 'first.xml')));
    await after(300);
    child.kill('SIGINT');
    expect((await ended).signal).toBe('SIGINT');
  });

  it('is heard while standard output has a slow reader, after a file was written', async () => {
    const where = folder({ 'many.analysis.yaml': manifestWith(5000) });
    const { child, ended } = start(
      where,
      ['check', ...judged, '--format', 'github=first.log', '--format', 'json'],
      'paused',
    );
    child.stdin?.end();
    await until(() => existsSync(join(where, 'first.log')));
    await after(300);
    child.kill('SIGINT');
    expect((await ended).signal).toBe('SIGINT');
  });
});

describe('a hundred thousand findings in one manifest', () => {
  it('are in every format, each within what its readers take', () => {
    const where = folderWith({ 'small.waarborg': smallPack, 'many.analysis.yaml': manifestWith(100_000) });
    const formats = ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'];
    const before = listing(where);
    const wanted = formats.flatMap((format) => ['--format', `${format}=out.${format}`]);
    const { exit, errors } = waarborg(['check', ...judged, ...wanted], { folder: where });
    expect([exit, errors]).toEqual([1, '']);
    expect(listing(where)).toEqual([...before, ...formats.map((format) => `out.${format}`)].sort());
    const read = (format: string): string => readFileSync(join(where, `out.${format}`), 'utf8');
    const count = (format: string, part: string): number => read(format).split(part).length - 1;
    expect(count('json', '"obligation": "current"')).toBe(100_000);
    expect(JSON.parse(read('gitlab')).length).toBe(100_000);
    expect(count('junit', '<failure ')).toBe(100_000);
    expect(JSON.parse(read('sarif')).runs[0].results.length).toBe(25_000);
    expect(count('github', '::error ')).toBe(10);
    for (const format of ['text', 'markdown', 'html', 'github']) {
      expect(Buffer.byteLength(read(format))).toBeLessThan(1024 * 1024);
      expect(read(format)).toMatch(/\b(?:99500|99990|99[ .,]?\d{3}) more\b/);
    }
  });
}, 240_000);

interface Ended extends Outcome {
  readonly signal: NodeJS.Signals | null;
}

/** Starts the command line, and lets it run; its output is read unless a slow reader is wanted. */
function start(
  where: string,
  given: readonly string[],
  reader: 'reading' | 'paused' = 'reading',
): { readonly child: ChildProcess; readonly ended: Promise<Ended> } {
  const child = spawn(node, [program, ...given], { cwd: where, env: environment });
  let [output, errors] = ['', ''];
  if (reader === 'reading') child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const ended = once(child, reader === 'reading' ? 'close' : 'exit').then(([exit, signal]) => {
    return { exit, signal, output, errors };
  });
  return { child, ended };
}

function write(child: ChildProcess, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    child.stdin?.write(text, (error) => (error ? reject(error) : resolve()));
  });
}

/** Waits until something holds, for a minute at most. */
async function until(holds: () => boolean): Promise<void> {
  for (let turn = 0; turn < 12_000; turn += 1) {
    if (holds()) return;
    await after(5);
  }
  throw new Error('it never came to hold');
}
