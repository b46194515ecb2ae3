import { chmodSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policiesFolder } from '../policies/shipped-policies.ts';
import { folderWith, type Outcome, type RunOptions, waarborg } from './run-waarborg.ts';

const head = `pack test.small version 1.0.0
  use waarborg.analysis 1
  scope "Outside: the intelligence and security services" when not regime contains wiv

source act "The act"

`;
const clean = `${head}rule goal "The analysis has a goal" {
  mandatory
  cites act "art. 1"
  require goal is recorded
}
`;
const twice = clean.replace('goal is recorded', 'not (goal is not recorded) and method.profiling and method.profiling');
const without = clean
  .replace('source act "The act"\n', '')
  .replace('mandatory\n  cites act "art. 1"', 'mandatory chosen by "us"');

function lint(policy: string | Buffer, more: readonly string[] = [], options: Partial<RunOptions> = {}): Outcome {
  const folder = folderWith({ 'a.waarborg': policy });
  return waarborg(['lint', 'a.waarborg', '--as-of', '2026-11-23', ...more], { folder, ...options });
}

function read(folder: string, name = 'a.waarborg'): string {
  return readFileSync(join(folder, name), 'utf8');
}

describe('waarborg lint', () => {
  it('exits with 0 where nothing is found', () => {
    expect(lint(clean)).toEqual({ exit: 0, output: 'No findings in 1 file\n', errors: '' });
  });

  it('exits with 1 where something is, and shows where', () => {
    expect(lint(without)).toEqual({
      exit: 1,
      output: `! rule-without-source  \`goal\` cites no source
    a.waarborg:6:6
    6 │ rule goal "The analysis has a goal" {
      │      ^^^^
    Cite what it rests on: \`cites SOURCE "art. 1"\`.

1 finding in 1 file
`,
      errors: '',
    });
  });

  it('finds rules that no test names, where tests stand in a folder that is linted', () => {
    const tests = 'tests test.small\ntest "t" { given { goal: "To know" } expect other passes }\n';
    const folder = folderWith({ 'p/a.waarborg': clean, 'p/tests/a.test.waarborg': tests });
    const { exit, output } = waarborg(['lint', 'p'], { folder });
    expect(exit).toBe(1);
    expect(output).toContain('! untested-rule  No test expects anything of `goal`\n    p/a.waarborg:7:6\n');
    expect(waarborg(['lint', 'p/a.waarborg'], { folder }).exit).toBe(0);
  });

  it('exits with 2 where a policy has an error, and lints nothing', () => {
    const { exit, output, errors } = lint(without.replace('goal is', 'gaol is'));
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain('WB0301');
    expect(errors).toContain('a.waarborg:8:11');
  });

  it.each([
    [['nothing-there.waarborg'], 'WB0907'],
    [['--as-of', 'yesterday'], 'WB0910'],
    [['--format', 'xml'], 'WB0910'],
    [['--fixx'], 'WB0910'],
  ])('exits with 2 for %j', (more, code) => {
    const { exit, output, errors } = lint(clean, more);
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain(code);
  });

  it('reads the working folder where nothing is named, but for tests of rules', () => {
    const folder = folderWith({ 'rules/a.waarborg': clean, 'a.test.waarborg': 'tests nonsense' });
    expect(waarborg(['lint'], { folder })).toEqual({ exit: 0, output: 'No findings in 1 file\n', errors: '' });
  });

  it('says where there is nothing to lint', () => {
    const { exit, errors } = waarborg(['lint'], { folder: folderWith({ 'a.txt': '' }) });
    expect([exit, errors.match(/WB\d+/)?.[0]]).toEqual([2, 'WB0907']);
  });

  it('says nothing of what a pack uses and was not named', () => {
    const folder = folderWith({
      'node_modules/other/package.json': '{ "name": "other", "keywords": ["waarborg"] }',
      'node_modules/other/a.waarborg': without.replace('test.small', 'other').replace('goal is', 'data_subjects is'),
      'a.waarborg': clean.replace('use waarborg.analysis 1', 'use waarborg.analysis 1\n  use other 1'),
    });
    expect(waarborg(['lint', 'a.waarborg'], { folder }).exit).toBe(0);
    expect(waarborg(['lint', 'a.waarborg', 'other'], { folder }).exit).toBe(1);
  });

  it('speaks Dutch', () => {
    const { output } = lint(without, ['--language', 'nl']);
    expect(output).toContain('! rule-without-source  `goal` verwijst naar geen bron');
    expect(output).toContain('1 bevinding in 1 bestand');
  });

  it('judges sources on the date that is given', () => {
    const policy = clean.replace('"The act"', '"The act" in force from 2026-11-24');
    expect(lint(policy).output).toContain(
      '! source-not-in-force  `act` applies from 2026-11-24, and not yet on 2026-11-23',
    );
    expect(lint(policy, ['--as-of', '2026-11-24']).exit).toBe(0);
  });

  it('takes a suppression with a reason, in Dutch spelling too', () => {
    const rule = 'rule goal';
    expect(lint(without.replace(rule, `// lint: allow rule-without-source because it is ours\n${rule}`)).exit).toBe(0);
    expect(lint(without.replace(rule, `// lint: allow rule-without-source\n${rule}`)).output).toContain(
      '! suppression-without-reason',
    );
  });

  it('has the shipped packs clean', () => {
    const folder = policiesFolder;
    const { exit, output } = waarborg(['lint', '--as-of', '2026-11-23'], { folder });
    expect(output).toMatch(/^No findings in \d\d files\n$/);
    expect(exit).toBe(0);
  });
});

describe('waarborg lint --format json', () => {
  it('gives the same as data', () => {
    const { exit, output } = lint(without, ['--format', 'json']);
    expect(JSON.parse(output)).toEqual({
      format: 'waarborg-lint/1',
      language: 'en',
      asOf: '2026-11-23',
      files: 1,
      findings: [
        {
          rule: 'rule-without-source',
          message: '`goal` cites no source',
          help: 'Cite what it rests on: `cites SOURCE "art. 1"`.',
          file: 'a.waarborg',
          location: { start: { line: 6, column: 6 }, end: { line: 6, column: 10 } },
          related: [],
          fix: null,
        },
      ],
      fixed: [],
      errors: [],
      verdict: 'findings',
    });
    expect(exit).toBe(1);
  });

  it('has the errors of a policy in it, and writes to a file as well', () => {
    const folder = folderWith({ 'a.waarborg': 'pack' });
    const written = waarborg(['lint', 'a.waarborg', '--format', 'json=out.json'], { folder });
    expect([written.exit, written.output]).toEqual([2, '']);
    expect(JSON.parse(read(folder, 'out.json'))).toMatchObject({ verdict: 'error', errors: [{ code: 'WB0101' }] });
  });
});

describe('waarborg lint --fix', () => {
  it('mends what is certain, until nothing is left, and says what', () => {
    const folder = folderWith({ 'a.waarborg': twice });
    expect(lint(twice).output).toContain('2 findings in 1 file; --fix mends 2 of them');
    expect(waarborg(['lint', '--fix'], { folder })).toEqual({
      exit: 0,
      output: `✓ fixed a.waarborg:10  Remove both negations (double-negation)
✓ fixed a.waarborg:10  Remove what stands twice (condition-subsumed)

No findings in 1 file
`,
      errors: '',
    });
    expect(read(folder)).toBe(clean.replace('goal is recorded', '(goal is recorded) and method.profiling'));
  });

  it('repeats, for what a fix brings to light', () => {
    const policy = clean.replace('goal is recorded', 'not (not (not (not (goal is recorded))))');
    const folder = folderWith({ 'a.waarborg': policy });
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(0);
    expect(read(folder)).toBe(clean.replace('goal is recorded', '((((goal is recorded))))'));
  });

  it('leaves what is not certain, and what is well, as they are', () => {
    const folder = folderWith({ 'a.waarborg': without, 'b/c.txt': 'x' });
    const before = statSync(join(folder, 'a.waarborg'));
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(1);
    const after = statSync(join(folder, 'a.waarborg'));
    expect([after.mtimeMs, after.ino]).toEqual([before.mtimeMs, before.ino]);
  });

  it('keeps line ends, a byte order mark, and every other character', () => {
    const odd = `\uFEFF${twice.replace('"The act"', '"Dé \u{1F4DC} act"').replaceAll('\n', '\r\n')}`;
    const folder = folderWith({ 'a.waarborg': odd });
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(0);
    const expected = '(goal is recorded) and method.profiling';
    expect(read(folder)).toBe(
      odd.replace('not (goal is not recorded) and method.profiling and method.profiling', expected),
    );
  });

  it('removes a suppression that suppresses nothing', () => {
    const folder = folderWith({ 'a.waarborg': `// lint: allow scope-missing because it has one\n${clean}` });
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(0);
    expect(read(folder)).toBe(clean);
  });

  it('touches nothing where a policy has an error', () => {
    const broken = twice.replace('method.profiling', 'method.profilng');
    const folder = folderWith({ 'a.waarborg': broken });
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(2);
    expect(read(folder)).toBe(broken);
  });

  it('keeps who may read a file, and leaves no other file behind', () => {
    const folder = folderWith({ 'a.waarborg': twice });
    chmodSync(join(folder, 'a.waarborg'), 0o640);
    expect(waarborg(['lint', '--fix'], { folder }).exit).toBe(0);
    expect(readdirSync(folder)).toEqual(['a.waarborg']);
    expect(statSync(join(folder, 'a.waarborg')).mode & 0o777).toBe(0o640);
  });
});
