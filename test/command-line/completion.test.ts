import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, waarborg } from './run-waarborg.ts';

const folder = folderWith({ 'aside.yaml': '' });

function runs(program: string): boolean {
  return spawnSync(program, ['--version']).status === 0;
}

/** The completion for a shell, in a file. */
function completionFor(shell: string): string {
  const { exit, output, errors } = waarborg(['completion', shell], { folder });
  expect({ exit, errors }).toEqual({ exit: 0, errors: '' });
  const path = join(folder, `_waarborg.${shell}`);
  writeFileSync(path, output);
  return path;
}

/** The commands that `waarborg --help` lists, with the flags of their own help. */
function commandsOfHelp(): readonly (readonly [string, readonly string[]])[] {
  const { output } = waarborg(['--help'], { folder });
  const names = [...(output.split('Commands:')[1] ?? '').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name);
  const own = names.filter((name) => name !== 'help');
  return own.map((name) => [name, flagsIn(waarborg([name, '--help'], { folder }).output)]);
}

function flagsIn(help: string): readonly string[] {
  const rows = [...(help.split('Options:')[1] ?? '').matchAll(/^ {2}((?:-\w, )?--[\w-]+)/gm)];
  return rows.flatMap(([, flags = '']) => flags.split(', '));
}

describe.skipIf(!runs('bash'))('completion in bash', () => {
  /** What bash offers where the cursor stands behind some words; the last may be begun. */
  const offered = (script: string, ...words: readonly string[]): readonly string[] => {
    const list = words.map((word) => `'${word}'`).join(' ');
    const commands = `source '${script}'; COMP_WORDS=(waarborg ${list}); COMP_CWORD=${words.length}; _waarborg; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-c', commands], { encoding: 'utf8' });
    expect(stderr).toBe('');
    return stdout.split('\n').filter((line) => line !== '');
  };

  it('is registered, with files where it offers nothing itself', () => {
    const commands = `source '${completionFor('bash')}'; complete -p waarborg`;
    const { stdout } = spawnSync('bash', ['--norc', '-c', commands], { encoding: 'utf8' });
    expect(stdout).toBe('complete -o default -F _waarborg waarborg\n');
  });
  it('offers every command and every option that help shows', () => {
    const script = completionFor('bash');
    const commands = commandsOfHelp();
    expect(commands.length).toBeGreaterThan(9);
    expect(offered(script, '')).toEqual([...commands.map(([name]) => name), 'help']);
    for (const [name, flags] of commands) {
      expect([...offered(script, name, '-')].sort(), name).toEqual([...flags].sort());
    }
  }, 120_000);
  it('offers the values of options, also after an equals sign', () => {
    const script = completionFor('bash');
    expect(offered(script, 'check', '--fail-on', '')).toEqual(['mandatory', 'comply-or-explain', 'recommended']);
    expect(offered(script, 'check', '--format', 's')).toEqual(['sarif']);
    expect(offered(script, 'check', '--format', '=', 'ht')).toEqual(['html']);
    expect(offered(script, 'check', '--language', '=')).toEqual(['en', 'nl']);
    expect(offered(script, 'completion', '')).toEqual(['bash', 'zsh', 'fish']);
    expect(offered(script, 'help', 'ch')).toEqual(['check']);
  });
  it('offers nothing itself where a file, a date or a rule is asked', () => {
    const script = completionFor('bash');
    expect(offered(script, 'check', '')).toEqual([]);
    expect(offered(script, 'check', '--policy', '')).toEqual([]);
    expect(offered(script, 'check', '--format', 'json', '=', '')).toEqual([]);
  });
  it('knows the command after options with values, and commands below commands', () => {
    const script = completionFor('bash');
    expect(offered(script, 'check', '--policy', 'lint', '--fail-on', 'r')).toEqual(['recommended']);
    expect(offered(script, 'check', '--policy', '=', 'lint', '--qu')).toEqual(['--quiet']);
    expect(offered(script, 'import', 'al')).toEqual(['algoritmeregister']);
    expect(offered(script, 'import', 'algoritmeregister', '--out')).toEqual(['--output']);
  });
});

describe.skipIf(!runs('zsh'))('completion in zsh', () => {
  it('completes commands, options and values in a real terminal', () => {
    const typed = [
      ['waarborg che\t --fail-on ma\t --qui\t', 'check --fail-on mandatory --quiet'],
      ['waarborg import alg\t --outp\t x', 'import algoritmeregister --output x'],
      ['waarborg completion fi\t', 'completion fish'],
      ['waarborg check asi\t', 'check aside.yaml'],
    ] as const;
    for (const [keys, wanted] of typed) {
      const commands = `
zmodload zsh/zpty
zpty shell 'zsh -f -i'
zpty -w shell "PS1=; cd '${folder}'; autoload -Uz compinit; compinit -D -u; source '${completionFor('zsh')}'; waarborg() { print -r -- 'got:'\\$* }; print rea''dy"
zpty -r -m shell out '*ready*'
zpty -w shell $'${keys}'
zpty -r -m shell out '*got:*
*'
print -r -- $out
`;
      const { stdout } = spawnSync('zsh', ['-f', '-c', commands], { encoding: 'utf8', timeout: 20_000 });
      expect(/got:(.*?) ?\r?\n/.exec(stdout)?.[1]?.trim(), stdout).toBe(wanted);
    }
  }, 60_000);
});

describe.skipIf(!runs('fish'))('completion in fish', () => {
  it('offers commands, options and values', () => {
    const script = completionFor('fish');
    const offered = (line: string): readonly string[] => {
      const commands = `source '${script}'; complete -C '${line}'`;
      const { stdout } = spawnSync('fish', ['--no-config', '-c', commands], { encoding: 'utf8', cwd: folder });
      return stdout.split('\n').flatMap((each) => each.split('\t')[0] || []);
    };
    expect(offered('waarborg ')).toEqual(expect.arrayContaining(['check', 'lint', 'completion', 'help']));
    expect(offered('waarborg check --fail-on ')).toEqual(['comply-or-explain', 'mandatory', 'recommended']);
    expect(offered('waarborg check --qu')).toEqual(['--quiet']);
    expect(offered('waarborg import al')).toEqual(['algoritmeregister']);
    expect(offered('waarborg completion z')).toEqual(['zsh']);
    expect(offered('waarborg check asi')).toEqual(['aside.yaml']);
  });
});

describe('completion', () => {
  it('is an error for another shell, in both languages', () => {
    const { exit, output, errors } = waarborg(['completion', 'tcsh'], { folder });
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(errors).toContain('WB0910');
    expect(errors).toContain('bash, zsh, fish');
    expect(waarborg(['completion', 'tcsh', '--language', 'nl'], { folder }).errors).toContain('kan niet');
  });
});
