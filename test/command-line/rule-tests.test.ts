import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { folderWith, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

const tests = `tests test.small as of 2026-11-23

manifest good is file "good.yaml"

test "a goal that is written down" {
  given good
  expect goal passes
}

test "around the most subjects" {
  given good but method.profiling is yes
  for data_subjects in 99, 100, 101, nothing
  expect small passes, passes, fails at data_subjects because of few, is unproven
}
`;
const good = 'id: good\ngoal: To know\nmethod: { profiling: no }\n';
const files = { 'small.waarborg': smallPack, 'good.yaml': good, 'small.test.waarborg': tests };
const failing = tests.replace('passes, passes, fails at', 'passes, fails, fails at');
const misspelt = tests.replace('expect goal', 'expect gaol');

function run(
  changed: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Outcome & { readonly folder: string } {
  const folder = folderWith({ ...files, ...changed });
  return { folder, ...waarborg(['test', ...more], { folder }) };
}

describe('waarborg test', () => {
  it('exits with 0 where every test passes', () => {
    expect(run({})).toMatchObject({ exit: 0, output: '5 tests: 5 passed\n', errors: '' });
  });

  it('exits with 1 where one fails, and shows expected and found with the reasons', () => {
    expect(run({ 'small.test.waarborg': failing })).toMatchObject({
      exit: 1,
      output: `✗ around the most subjects [100]
    small.test.waarborg:13:24
    small
    - expected  fails
    + found     passes

5 tests: 1 failed, 4 passed
`,
      errors: '',
    });
    const { output } = run({ 'good.yaml': good.replace('goal: To know\n', '') }, '--language', 'nl');
    expect(output).toContain(`✗ a goal that is written down
    small.test.waarborg:7:15
    goal
    - verwacht  wordt nageleefd
    + gevonden  niet is aangetoond wegens given
      omdat     \`goal\` is niet vastgelegd.

5 toetsen: 1 mislukt, 4 geslaagd
`);
  });

  it('exits with 2 where one cannot be run, and runs the others', () => {
    const { exit, output, errors } = run({ 'small.test.waarborg': misspelt });
    expect([exit, output]).toEqual([
      2,
      '! a goal that is written down\n    small.test.waarborg:5:6\n    not run: see the errors\n\n5 tests: 1 not run, 4 passed\n',
    ]);
    expect(errors).toContain('✗ error WB0602  `test.small` has no rule `gaol`\n    small.test.waarborg:7:10');
    expect(errors).toContain('Did you mean `goal`?');
  });

  it('exits with 2 where the policies have errors, and runs nothing', () => {
    const broken = smallPack.replace('goal is recorded', 'gaol is recorded');
    const { exit, output, errors } = run({ 'small.waarborg': broken });
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain('WB0301');
  });

  it('shows what is wrong with a value of a test as in a manifest', () => {
    const { exit, errors } = run({ 'small.test.waarborg': tests.replace('profiling is yes', 'profiling is maybe') });
    expect(exit).toBe(2);
    expect(errors).toContain('WB0544');
    expect(errors).toContain('small.test.waarborg:11:38');
  });

  it('runs the tests that bear a text in their names', () => {
    expect(run({}, 'Most Subjects').output).toBe('4 tests: 4 passed\n');
    expect(run({}, 'small.test.waarborg', 'goal').output).toBe('1 test: 1 passed\n');
  });

  it('says that no test bears a text (WB0914), and that there are no tests (WB0913)', () => {
    expect(run({}, 'gaol')).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0914') });
    const folder = folderWith({ 'small.waarborg': smallPack });
    expect(waarborg(['test'], { folder })).toMatchObject({
      exit: 2,
      output: '',
      errors: expect.stringContaining('WB0913'),
    });
    expect(run({}, 'smal.test.waarborg')).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0901') });
  });

  it('finds the policies above the tests, those that are named, and those that ship', () => {
    const { 'small.test.waarborg': _, ...rest } = files;
    const below = folderWith({ ...rest, 'tests/a.test.waarborg': tests.replace('"good', '"../good') });
    expect(waarborg(['test'], { folder: below }).output).toBe('5 tests: 5 passed\n');
    expect(waarborg(['test', 'tests'], { folder: below }).output).toBe('5 tests: 5 passed\n');
    const apart = folderWith({
      'p/small.waarborg': smallPack,
      'good.yaml': good,
      't/a.test.waarborg': tests.replace('"good', '"../good'),
    });
    expect(waarborg(['test', '--policy', 'p'], { folder: apart }).output).toBe('5 tests: 5 passed\n');
    const shipped =
      'tests nl.rijk.big-data-veiligheid\ntest "nothing" { given { purpose: none } expect doelbinding is unproven because of scope }';
    const alone = folderWith({ 'a.test.waarborg': shipped });
    expect(waarborg(['test'], { folder: alone })).toMatchObject({ exit: 0, output: '1 test: 1 passed\n' });
  });

  it('takes the date from the tests before --as-of', () => {
    const dated = smallPack
      .replace('rule goal nl', 'rule goal nl')
      .replace('cites act "art. 1"', 'cites act "art. 1"\n  applies from 2026-06-01');
    const undated = tests.replace(' as of 2026-11-23', '');
    expect(run({ 'small.waarborg': dated }, '--as-of', '2020-01-01').exit).toBe(0);
    expect(run({ 'small.waarborg': dated, 'small.test.waarborg': undated }, '--as-of', '2020-01-01').exit).toBe(1);
  });

  it.each([
    [['--format', 'sarif']],
    [['--as-of', 'tomorrow']],
    [['--fail-under', 'all']],
    [['--fail-under', '101']],
    [['--language', 'fr']],
    [['--format', 'text', '--format', 'text']],
  ])('refuses %s', (written) => {
    expect(run({}, ...written)).toMatchObject({ exit: 2, output: '', errors: expect.stringContaining('WB0910') });
  });
});

describe('the reports', () => {
  it('are JSON', () => {
    const report = JSON.parse(run({ 'small.test.waarborg': failing }, '--format', 'json').output);
    expect(report).toMatchObject({
      format: 'waarborg-test/1',
      counts: { passed: 4, failed: 1, error: 0 },
      errors: [],
      verdict: 'failed',
    });
    expect(report.tests[2]).toEqual({
      file: 'small.test.waarborg',
      name: 'around the most subjects',
      row: '100',
      status: 'failed',
      location: { start: { line: 10, column: 6 }, end: { line: 10, column: 32 } },
      expectations: [
        {
          rule: 'test.small/small',
          subject: null,
          met: false,
          location: { start: { line: 13, column: 24 }, end: { line: 13, column: 29 } },
          expected: { outcome: 'fail', exceptions: [], places: [], duties: [], words: null, text: 'fails' },
          found: { outcome: 'pass', exceptions: [], places: [], duties: [], words: null, text: 'passes' },
          reasons: [],
        },
      ],
    });
  });

  it('are JUnit', () => {
    const { output } = run(
      { 'small.test.waarborg': `${failing}test "<&\u0001" { given gone expect goal passes }\n` },
      '--format',
      'junit',
    );
    expect(output).toContain('<testsuites name="waarborg test" tests="7" failures="1" errors="2">');
    expect(output).toContain('<failure type="fail" message="test.small/small: expected fails, found passes">');
    expect(output).toContain('name="&lt;&amp;\\u0001"');
    expect(output).toContain('name="WB0603:15:20"');
  });

  it('are TAP', () => {
    const { output } = run(
      { 'small.test.waarborg': failing.replace('"a goal that', '"#1 a goal that') },
      '--format',
      'tap',
    );
    expect(
      output.startsWith('TAP version 14\n1..5\nok 1 - small.test.waarborg: \\#1 a goal that is written down\n'),
    ).toBe(true);
    expect(output).toContain('not ok 3 - small.test.waarborg: around the most subjects [100]\n  ---\n  line: 10\n');
    expect(output).toContain('      expected: "fails"\n      found: "passes"\n');
  });

  it('go to files', () => {
    const { folder, output, exit } = run({}, '--format', 'junit=out.xml', '--format', 'text');
    expect([exit, output, existsSync(join(folder, 'out.xml'))]).toEqual([0, '5 tests: 5 passed\n', true]);
    expect(readFileSync(join(folder, 'out.xml'), 'utf8')).toContain('failures="0" errors="0"');
    expect(run({}, '--format', 'json=gone/out.json')).toMatchObject({
      exit: 2,
      errors: expect.stringContaining('WB0909'),
    });
  });
});

describe('coverage', () => {
  it('says what no test sees, and what cannot happen', () => {
    const { exit, output } = run({}, '--coverage');
    expect(exit).toBe(0);
    expect(output).toContain('○ small\n    small.waarborg:17:1\n    no test sees: does not apply\n');
    expect(output).toContain('○ goal is recorded\n    small.waarborg:13:18\n    no test sees: false, unknown\n');
    expect(output).toMatch(/Coverage: \d+(?:\.\d)?% \(\d+ of \d+\); \d+ values cannot happen\n5 tests: 5 passed\n$/);
    expect(run({}, '--coverage', '--verbose', '--language', 'nl').output).toContain(
      'kan niet voorkomen: is uitgezonderd',
    );
  });

  it('counts only rules of which a test expects something, and the outcome that it expects', () => {
    const one = `${tests.split('test "around')[0]}`;
    const { output } = run({ 'small.test.waarborg': one }, '--coverage');
    expect(output).toContain(
      '○ small\n    small.waarborg:17:1\n    no test sees: passes, fails, is unproven, does not apply\n',
    );
  });

  it('makes the exit 1 below --fail-under', () => {
    expect(run({}, '--fail-under', '10').exit).toBe(0);
    const { exit, output } = run({}, '--fail-under', '99.5%');
    expect(exit).toBe(1);
    expect(output).toContain(', and at least 99.5% is asked\n');
  });

  it('is in the JSON report', () => {
    const { coverage, verdict } = JSON.parse(run({}, '--fail-under', '100', '--format', 'json').output);
    expect(verdict).toBe('failed');
    expect(coverage).toMatchObject({ packs: ['test.small'], failUnder: 100 });
    expect(coverage.items[0]).toEqual({
      kind: 'rule',
      rule: 'test.small/goal',
      text: 'goal',
      file: 'small.waarborg',
      location: { start: { line: 10, column: 1 }, end: { line: 15, column: 2 } },
      goals: [
        { value: 'pass', status: 'seen' },
        { value: 'fail', status: 'missed' },
        { value: 'unproven', status: 'missed' },
        { value: 'excepted', status: 'impossible' },
        { value: 'not-applicable', status: 'impossible' },
      ],
    });
    const values = coverage.items.flatMap((item: { goals: readonly { status: string }[] }) => item.goals);
    const counted = values.filter(({ status }: { status: string }) => status !== 'impossible');
    expect([coverage.goals, coverage.seen]).toEqual([
      counted.length,
      counted.filter(({ status }: { status: string }) => status === 'seen').length,
    ]);
  });

  it('is lcov for editors', () => {
    const { folder, output } = run({}, '--format', 'lcov=out.info', '--format', 'text');
    expect(output).toContain('Coverage: ');
    const lcov = readFileSync(join(folder, 'out.info'), 'utf8');
    expect(
      lcov.startsWith('TN:\nSF:small.waarborg\nBRDA:10,0,0,1\nBRDA:10,0,1,0\nBRDA:10,0,2,0\nBRDA:17,1,0,1\n'),
    ).toBe(true);
    expect(lcov).toContain('\nDA:10,1\n');
    expect(lcov.endsWith('end_of_record\n')).toBe(true);
  });
});
