import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, judged, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

/** Breaks `goal` and `small`, and shows nothing of whether its second dataset is fresh. */
const broken = changed('goal: To know\n', 'goal: none\n', 'broken')
  .replace('profiling: no', 'profiling: yes')
  .replace('datasets:\n', 'datasets:\n  - name: calls\n')
  .concat('data_subjects: 101\n');

const accepted = ['--owner', 'Head of data', '--reason', 'Replaced in March', '--until', '2027-03-31'];

interface Started {
  readonly folder: string;
  readonly run: (...written: readonly string[]) => Outcome;
  readonly check: (...more: readonly string[]) => Outcome;
  readonly text: () => string;
  readonly write: (name: string, text: string) => void;
}

function start(files: Readonly<Record<string, string>> = { 'a.analysis.yaml': broken }): Started {
  const folder = folderWith({ 'small.waarborg': smallPack, ...files });
  const run: Started['run'] = (...written) => waarborg([...written, ...judged], { folder });
  return {
    folder,
    run,
    check: (...more) => run('check', '--baseline', 'waarborg-baseline.yaml', ...more),
    text: () => readFileSync(join(folder, 'waarborg-baseline.yaml'), 'utf8'),
    write: (name, text) => {
      writeFileSync(join(folder, name), text);
    },
  };
}

describe('waarborg baseline', () => {
  it('writes what counts today, each with an owner, a reason and an end', () => {
    const { run, text } = start();
    const { exit, output, errors } = run('baseline', ...accepted);
    expect([exit, output, errors]).toEqual([0, '', 'waarborg-baseline.yaml: 3 added, 0 kept, 0 taken away.\n']);
    expect(
      text(),
    ).toBe(`# Findings that are accepted for a time: who answers for each, why it may stay, and until which day.
# They are still not met or not shown; they only do not make a build fail. Have this file reviewed.
format: waarborg-baseline/1
entries:
  - manifest: broken
    rule: test.small/goal
    obligation: given
    outcome: fail
    found: "\`goal\` is none, and must be recorded."
    owner: Head of data
    reason: Replaced in March
    until: 2027-03-31
  - manifest: broken
    rule: test.small/small
    obligation: few
    outcome: fail
    found: "\`data_subjects\` is 101, and must be at most 100 (most-subjects)."
    owner: Head of data
    reason: Replaced in March
    until: 2027-03-31
  - manifest: broken
    rule: test.small/fresh
    obligation: current
    item: calls
    outcome: unproven
    found: ${/found: (.*dataset.*)/.exec(text())?.[1]}
    owner: Head of data
    reason: Replaced in March
    until: 2027-03-31
`);
  });

  it('never fills in who, why or until when: until people have, the entries are errors', () => {
    const { run, check, text, write } = start();
    const first = run('baseline');
    expect([first.exit, first.errors.replaceAll(/\s+/g, ' ')]).toEqual([
      1,
      expect.stringContaining('3 without an owner, a reason or an end: fill them in.'),
    ]);
    expect(text()).toContain('    owner:\n    reason:\n    until:\n');
    const unfilled = check();
    expect([unfilled.exit, unfilled.errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0922', 'WB0922', 'WB0922']]);
    expect(unfilled.output).toContain('✗ does not meet  The analysis has a goal');
    // A second run adds nothing twice.
    expect(run('baseline').errors).toContain('0 added, 3 kept');
    const filled = text().replaceAll(
      'owner:\n    reason:\n    until:\n',
      'owner: Head\n    reason: Why\n    until: 2027-01-01\n',
    );
    write('waarborg-baseline.yaml', filled);
    expect(check().exit).toBe(0);
    write('waarborg-baseline.yaml', filled.replace('reason: Why', 'reason: "  "'));
    expect([check().exit, check().errors]).toEqual([2, expect.stringContaining('it has no `reason`')]);
  });

  it('keeps what is there, comments too, adds what is new, and prunes what is gone', () => {
    const { run, check, text, write } = start();
    run('baseline', ...accepted);
    const noted = text()
      .replace('    owner: Head of data\n', '    owner: Board # agreed on 1 December\n')
      .replace(
        '  - manifest: broken\n    rule: test.small/small',
        '  # counted anew in spring\n  - manifest: broken\n    rule: test.small/small',
      );
    write('waarborg-baseline.yaml', noted);
    write('b.analysis.yaml', changed('goal: To know\n', 'goal: none\n', 'second'));
    expect(check().exit).toBe(1);
    expect(run('baseline', ...accepted).errors).toContain('1 added, 3 kept');
    expect(text().startsWith(noted)).toBe(true);
    expect(check().exit).toBe(0);
    // The first finding is mended: its entry is stale, and goes.
    write('a.analysis.yaml', broken.replace('goal: none', 'goal: To know'));
    const stale = check();
    expect([stale.exit, stale.output.match(/WB\d{4}/g)]).toEqual([1, ['WB0924']]);
    expect(stale.output).toContain('waarborg-baseline.yaml:5:5');
    expect(run('baseline', ...accepted).errors).toContain('--prune takes them away');
    expect([run('baseline', '--prune').exit, check().exit]).toEqual([0, 0]);
    expect(text()).toContain('  # counted anew in spring\n  - manifest: broken\n    rule: test.small/small');
    expect(text()).not.toContain('agreed on 1 December');
    expect(text().match(/- manifest/g)).toHaveLength(3);
  });

  it('writes nothing where something is wrong', () => {
    const { run, folder } = start({ 'a.analysis.yaml': broken, 'waarborg-baseline.yaml': 'entries: [\n' });
    expect([run('baseline', ...accepted).exit, readFileSync(join(folder, 'waarborg-baseline.yaml'), 'utf8')]).toEqual([
      2,
      'entries: [\n',
    ]);
    const fresh = start();
    for (const [wrong, words] of [
      [['--until', '2026-01-01'], '--until is a date from 2026-11-23 on'],
      [['--until', 'soon'], '--until is a date'],
      [['--prune'], 'WB0901'],
      [['-o', 'baseline.json'], '--output cannot be'],
      [['no-such-folder'], 'WB0901'],
    ] as const) {
      const { exit, errors } = fresh.run('baseline', ...wrong);
      expect([exit, errors], wrong.join(' ')).toEqual([2, expect.stringContaining(words)]);
    }
    expect(() => fresh.text()).toThrow();
  });

  it('keeps the line ends of the file', () => {
    const { run, text, write } = start();
    run('baseline', ...accepted);
    write('waarborg-baseline.yaml', text().replaceAll('\n', '\r\n'));
    write('b.analysis.yaml', changed('goal: To know\n', 'goal: none\n', 'second'));
    run('baseline', ...accepted);
    expect(text().replaceAll('\r\n', '')).not.toContain('\n');
  });
});

describe('check --baseline', () => {
  it('passes over what is known and says so, and never calls it met', () => {
    const { run, check } = start();
    run('baseline', ...accepted);
    const { exit, output } = check();
    expect(exit).toBe(0);
    expect(output).toContain('≡ broken — nothing new; does not meet all rules');
    expect(output).toContain('1 not shown; 3 known (baseline))');
    expect(output).toMatch(/≡ Datasets are fresh \[calls\] \(fresh, comply or explain: not shown\)/);
    expect(output).toMatch(/Known +Replaced in March \(Head of data, until 2027-03-31; covers 1 finding\)/);
    expect(output.replaceAll(/\s+/g, ' ')).toContain(
      '≡ Nothing new; 3 findings against the rules of this pack are known (baseline)',
    );
    expect(output).not.toContain('Meets the rules');
    expect(check('--language', 'nl').output).toContain('Niets nieuws; 3 bevindingen');
  });

  it('says how many are known in every format', () => {
    const { run, check } = start();
    run('baseline', ...accepted);
    const of = (format: string): string => check('--format', format).output;
    const json = JSON.parse(of('json'));
    expect([json.verdict, json.manifests[0].verdict, json.baseline]).toEqual([
      'known',
      'known',
      { file: 'waarborg-baseline.yaml', entries: 3, known: 3, stale: 0, ended: 0, problems: [] },
    ]);
    expect(json.counts).toMatchObject({ fail: 2, unproven: 1 });
    const [goal] = json.manifests[0].results;
    expect([goal.outcome, goal.baselined, goal.findings[0].counts, goal.findings[0].baseline]).toEqual([
      'fail',
      true,
      false,
      { owner: 'Head of data', reason: 'Replaced in March', until: '2027-03-31' },
    ]);
    const [sarif] = JSON.parse(of('sarif')).runs;
    expect(sarif.properties.known).toBe(3);
    const [found] = sarif.results;
    expect([found.level, found.baselineState, found.suppressions[0].justification]).toEqual([
      'note',
      'unchanged',
      'known (baseline): Head of data, until 2027-03-31: Replaced in March',
    ]);
    const junit = of('junit');
    expect(junit).toContain('failures="0"');
    expect(junit).toContain('name="known (baseline)" value="3"');
    expect(junit).toContain('<skipped message="unproven, known (baseline): Head of data');
    expect(of('github')).toContain('title=3 known (baseline)::3 findings are accepted for a time');
    const gitlab = JSON.parse(of('gitlab'));
    expect(gitlab.map(({ severity }: { severity: string }) => severity)).toEqual(['info', 'info', 'info']);
    expect(gitlab[0].description).toContain('known (baseline): Head of data');
    expect(of('markdown')).toContain('waarborg-baseline.yaml: 3 known (baseline)');
    expect(of('markdown')).toContain('## Known, and accepted for a time (baseline)');
    expect(of('html')).toContain('3 known (baseline)');
    expect(of('html')).not.toContain('Nothing stands open');
  });

  it('fails on what is new, and on what has ended', () => {
    const { run, check, write } = start();
    run('baseline', ...accepted);
    write('b.analysis.yaml', changed('goal: To know\n', 'goal: none\n', 'second'));
    const { exit, output } = check();
    expect(exit).toBe(1);
    expect(output).toContain('≡ broken — nothing new');
    expect(output).toContain('✗ second — does not meet the rules');
  });

  it('counts again what has ended, on the day after its last', () => {
    const { run, folder } = start();
    run('baseline', ...accepted);
    const on = (day: string): Outcome =>
      waarborg(['check', '--baseline', 'waarborg-baseline.yaml', '--policy', 'small.waarborg', '--as-of', day], {
        folder,
      });
    expect(on('2027-02-27').errors).not.toContain('accepted until');
    expect(on('2027-02-28').errors.replaceAll(/\s+/g, ' ')).toContain('This finding is accepted until 2027-03-31');
    expect(on('2027-03-31').exit).toBe(0);
    const { exit, output } = on('2027-04-01');
    expect([exit, output.match(/WB\d{4}/g)]).toEqual([1, ['WB0925', 'WB0925', 'WB0925']]);
    expect(output).toContain('✗ does not meet  The analysis has a goal');
    expect(
      JSON.parse(
        waarborg(
          [
            'check',
            '--baseline',
            'waarborg-baseline.yaml',
            '--policy',
            'small.waarborg',
            '--as-of',
            '2027-04-01',
            '--format',
            'json',
          ],
          { folder },
        ).output,
      ).baseline.ended,
    ).toBe(3);
  });

  it('does not accept what was only not shown once it is broken, and accepts what was broken and is not shown', () => {
    const { run, check, write } = start();
    run('baseline', ...accepted);
    write('a.analysis.yaml', broken.replace('- name: calls\n', '- name: calls\n    updated_on: 2025-01-01\n'));
    const { exit, output, errors } = check();
    expect(exit).toBe(1);
    expect(output).toContain('✗ does not meet  Datasets are fresh');
    expect(errors).toContain('What was accepted as not shown is not met now');
    write('a.analysis.yaml', broken.replace('goal: none\n', ''));
    expect(check().exit).toBe(0);
    expect(check().output).toContain('(goal, mandatory: not shown)');
  });

  it('hides no error', () => {
    const { run, check, write } = start();
    run('baseline', ...accepted);
    write('a.analysis.yaml', `${broken}nonsense: yes\n`);
    const { exit, output } = check();
    expect([exit, output.includes('WB0531')]).toEqual([2, true]);
    expect(run('check', '--baseline', 'none.yaml').exit).toBe(2);
    write('waarborg-baseline.yaml', 'format: waarborg-baseline/2\n');
    expect([check().exit, check().errors.includes('WB0921')]).toEqual([2, true]);
  });

  it('says nothing of entries about manifests that were not judged', () => {
    const { run, check, write } = start();
    run('baseline', ...accepted);
    write('b.analysis.yaml', goodManifest);
    const { exit, output, errors } = check('b.analysis.yaml');
    expect([exit, output.includes('WB0924')]).toEqual([0, false]);
    expect(errors.replaceAll(/\s+/g, ' ')).toContain('3 entries are about manifests or packs that were not judged');
  });

  it('knows a rule by the name that it had, and an entry that stands twice', () => {
    const { run, check, write, text } = start();
    run('baseline', ...accepted);
    write('small.waarborg', smallPack.replace(/rule goal (.*) \{\n/, 'rule has-goal $1 {\n  was goal\n'));
    expect(check().exit).toBe(0);
    write('waarborg-baseline.yaml', `${text()}${text().slice(text().indexOf('  - manifest'))}`);
    expect([check().exit, check().errors.match(/WB\d{4}/g)]).toEqual([2, ['WB0923', 'WB0923', 'WB0923']]);
  });

  it('covers claims that the policy does not allow by their reference, wherever they stand', () => {
    const pack = smallPack.replace(
      'require given: goal is recorded\n',
      'require given: goal is recorded\n  except e { agreed by "board" }\n',
    );
    const claims = (first: string): string =>
      `${broken}exceptions:\n${first}  - { reference: E-9, exception: goal/e, agreed_by: clerk, begins: 2026-01-01, ends: 2027-01-01, reason: why }\n`;
    const { run, check, write } = start({ 'small.waarborg': pack, 'a.analysis.yaml': claims('') });
    expect(run('baseline', ...accepted).errors).toContain('4 added');
    write('a.analysis.yaml', claims('  - { reference: E-1, exception: small/none }\n'));
    expect(check().output).not.toContain('E-9');
    expect(check().output.match(/✗ does not meet/g)).toHaveLength(1);
  });
});

describe('an entry whose last day has passed', () => {
  it('fails where its manifest was not judged too', () => {
    const { run, folder, write } = start();
    run('baseline', ...accepted);
    write('b.analysis.yaml', goodManifest.replace('2026-10-01', '2027-02-01'));
    const on = (day: string): Outcome => {
      const named = ['--baseline', 'waarborg-baseline.yaml', '--policy', 'small.waarborg', '--as-of', day];
      return waarborg(['check', 'b.analysis.yaml', ...named], { folder });
    };
    expect(on('2027-03-31').exit).toBe(0);
    const { exit, output, errors } = on('2027-04-01');
    expect([exit, output.match(/WB\d{4}/g)]).toEqual([1, ['WB0925', 'WB0925', 'WB0925']]);
    expect(errors).not.toContain('were not judged');
  });
});

describe('a baseline and --max-warnings', () => {
  it('count what is known once: as known, and as no warning', () => {
    const { run, check } = start();
    const lax = ['--fail-on', 'mandatory', '--max-warnings', '0'];
    expect(run('check', ...lax).exit).toBe(1);
    run('baseline', ...accepted);
    const { exit, output } = check(...lax, '--format', 'json');
    expect([exit, JSON.parse(output)]).toMatchObject([0, { verdict: 'known', warnings: 0, baseline: { known: 3 } }]);
    expect(check(...lax, '--quiet').output).toBe('');
  });
  it('show nothing that is known among what fails with --quiet', () => {
    const { run, check, write } = start();
    run('baseline', ...accepted);
    write('b.analysis.yaml', changed('goal: To know\n', 'goal: none\n', 'second'));
    const { exit, output } = check('--quiet');
    expect([exit, output.includes('second — does not meet')]).toEqual([1, true]);
    expect(output).not.toMatch(/broken — |known/);
  });
  it('say that too many stand where every entry holds', () => {
    const { run, check, write, text } = start();
    run('baseline', ...accepted);
    // Without the last entry, about freshness, which only mandatory rules leave below the bar.
    write('waarborg-baseline.yaml', text().slice(0, text().lastIndexOf('  - manifest')));
    const { exit, output } = check('--fail-on', 'mandatory', '--max-warnings', '0');
    expect([exit, output.includes('1 finding below --fail-on, and at most 0 may stand.')]).toEqual([1, true]);
  });
});

describe('moving a manifest', () => {
  it('makes nothing new', () => {
    const { run, check, folder } = start();
    run('baseline', ...accepted);
    mkdirSync(join(folder, 'deep/er'), { recursive: true });
    renameSync(join(folder, 'a.analysis.yaml'), join(folder, 'deep/er/z.analysis.yaml'));
    expect(check().exit).toBe(0);
  });
});
