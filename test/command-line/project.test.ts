import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

const stale = changed('2026-10-01', '2025-10-01', 'stale');
const project = 'packs: [rules/small.waarborg]\nas-of: 2026-11-23\n';
const files = {
  'waarborg.yaml': project,
  'rules/small.waarborg': smallPack,
  'analyses/good.analysis.yaml': goodManifest,
  'analyses/trial/stale.analysis.yaml': stale,
  'elsewhere/file.txt': 'nothing\n',
};

interface JsonReport {
  readonly asOf: string;
  readonly failOn: string;
  readonly verdict: string;
  readonly warnings: number;
  readonly maxWarnings: number | null;
  readonly packs: readonly { readonly name: string; readonly version: string }[];
  readonly errors: readonly { readonly code: string; readonly file: string; readonly location: unknown }[];
  readonly manifests: readonly {
    readonly file: string;
    readonly verdict: string;
    readonly override: { readonly asOf: string; readonly failOn: string; readonly packs: readonly unknown[] } | null;
  }[];
}

function reportOf({ output }: Outcome): JsonReport {
  return JSON.parse(output);
}

function checked(own: Readonly<Record<string, string>>, written: readonly string[] = [], below = ''): JsonReport {
  const folder = folderWith({ ...files, ...own });
  return reportOf(waarborg(['check', '--format', 'json', ...written], { folder: join(folder, below) }));
}

describe('the project file', () => {
  it('says what check judges by what, and on which date', () => {
    const report = checked({});
    expect(report).toMatchObject({ asOf: '2026-11-23', packs: [{ name: 'test.small' }], verdict: 'fail' });
    expect(report.manifests.map(({ file }) => file)).toEqual([
      'analyses/good.analysis.yaml',
      'analyses/trial/stale.analysis.yaml',
    ]);
  });
  it('is found from folders below it, and its paths are read from its own folder', () => {
    const report = checked({ 'waarborg.yaml': `${project}manifests: [analyses/*.yaml]` }, [], 'elsewhere');
    expect(report.manifests).toMatchObject([{ file: '../analyses/good.analysis.yaml', verdict: 'pass' }]);
  });
  it('is not that of another repository: a folder with .git ends the search', () => {
    const folder = folderWith({ ...files, 'elsewhere/.git/HEAD': '', 'elsewhere/a.analysis.yaml': goodManifest });
    const report = reportOf(waarborg(['check', '--format', 'json'], { folder: join(folder, 'elsewhere') }));
    expect(report.manifests.map(({ file }) => file)).toEqual(['a.analysis.yaml']);
    expect(report.packs).toMatchObject([{ name: 'nl.rijk.big-data-veiligheid' }]);
    writeFileSync(join(folder, 'elsewhere/waarborg.yaml'), 'packs: [../rules]');
    const own = reportOf(waarborg(['check', '--format', 'json'], { folder: join(folder, 'elsewhere') }));
    expect(own.packs).toMatchObject([{ name: 'test.small' }]);
  });
  it('is never passed over for the other ending of YAML', () => {
    const { 'waarborg.yaml': text, ...others } = files;
    const folder = folderWith({ ...others, 'waarborg.yml': text });
    const { exit, errors } = waarborg(['check'], { folder: join(folder, 'elsewhere') });
    expect({ exit, errors }).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0707') });
    expect(errors).toContain('../waarborg.yml');
    expect(waarborg(['check', '--config', 'waarborg.yml', '--format', 'json'], { folder }).exit).toBe(1);
    expect(waarborg(['check', '--no-config'], { folder }).errors).not.toContain('WB0707');
    expect(checked({ 'analyses/waarborg.yml': 'on: push\n' }, [], 'analyses').packs).toMatchObject([
      { name: 'test.small' },
    ]);
  });
  it('is another one with --config, and none with --no-config', () => {
    const other = { 'elsewhere/other.yaml': 'packs: [../rules]\nmanifests: [../analyses/trial]\nas-of: 2025-12-01' };
    expect(checked(other, ['--config', 'elsewhere/other.yaml'])).toMatchObject({
      asOf: '2025-12-01',
      manifests: [{ file: 'analyses/trial/stale.analysis.yaml' }],
    });
    expect(checked({}, ['--no-config']).packs).toMatchObject([{ name: 'nl.rijk.big-data-veiligheid' }]);
    const { exit, errors } = waarborg(['check', '--config', 'missing.yaml'], { folder: folderWith(files) });
    expect({ exit, errors }).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0901') });
    expect(errors).toContain('missing.yaml');
  });
  it('yields to the command line, setting by setting', () => {
    const settings = `${project}fail-on: mandatory\nmanifests: [analyses/trial]\nmax-warnings: 0\n`;
    expect(checked({ 'waarborg.yaml': settings })).toMatchObject({
      failOn: 'mandatory',
      verdict: 'fail',
      maxWarnings: 0,
    });
    const report = checked({ 'waarborg.yaml': settings }, [
      ...['--fail-on', 'recommended', '--as-of', '2026-01-02', '--max-warnings', '9', 'analyses/good.analysis.yaml'],
    ]);
    expect(report).toMatchObject({ asOf: '2026-01-02', failOn: 'recommended', verdict: 'pass', maxWarnings: 9 });
    expect(report.manifests).toHaveLength(1);
    const named = checked({ 'waarborg.yaml': settings }, ['--policy', 'nl.rijk.big-data-veiligheid']);
    expect(named.packs).toMatchObject([{ name: 'nl.rijk.big-data-veiligheid' }]);
  });
  it('writes the reports that it names beside itself', () => {
    const folder = folderWith({ ...files, 'waarborg.yaml': `${project}formats: [text, json=out/report.json]` });
    mkdirSync(join(folder, 'out'));
    const { output } = waarborg(['check'], { folder: join(folder, 'elsewhere') });
    expect(output).toContain('Summary');
    expect(JSON.parse(readFileSync(join(folder, 'out/report.json'), 'utf8'))).toMatchObject({ verdict: 'fail' });
    const asked = waarborg(['check', '--format', 'json'], { folder });
    expect(reportOf(asked)).toMatchObject({ verdict: 'fail' });
  });
  it('speaks its language to people, and English to programs', () => {
    const folder = folderWith({ ...files, 'waarborg.yaml': `${project}language: nl` });
    expect(waarborg(['check'], { folder }).output).toContain('Voldoet niet aan de regels van dit pakket'.slice(8));
    expect(waarborg(['check', '--language', 'en'], { folder }).output).toContain('does not meet');
    const json = waarborg(['check', '--format', 'json'], { folder });
    expect(JSON.parse(json.output)).toMatchObject({ language: 'en' });
  });
  it('says nothing about itself where all is well', () => {
    const folder = folderWith({ ...files, 'waarborg.yaml': `${project}manifests: [analyses/*.yaml]` });
    const { exit, errors } = waarborg(['check'], { folder });
    expect({ exit, errors }).toEqual({ exit: 0, errors: '' });
  });
});

describe('what is accepted and claimed in a project', () => {
  const accepting = ['--owner', 'Head of data', '--reason', 'Replaced in March', '--until', '2027-03-31'];
  it('is written to, and read from, the baseline that the file names, from any folder', () => {
    const folder = folderWith({ ...files, 'waarborg.yaml': `${project}baseline: accepted/known.yaml\n` });
    mkdirSync(join(folder, 'accepted'));
    const below = join(folder, 'elsewhere');
    const missing = waarborg(['check'], { folder: below });
    expect(missing).toMatchObject({ exit: 2, errors: expect.stringContaining('waarborg.yaml:3:11') });
    const { exit, errors } = waarborg(['baseline', ...accepting], { folder: below });
    expect([exit, errors]).toEqual([0, '../accepted/known.yaml: 1 added, 0 kept, 0 taken away.\n']);
    expect(reportOf(waarborg(['check', '--format', 'json'], { folder: below })).verdict).toBe('known');
    writeFileSync(join(folder, 'none.yaml'), 'format: waarborg-baseline/1\nentries: []\n');
    const own = waarborg(['check', '--format', 'json', '--baseline', 'none.yaml'], { folder });
    expect(reportOf(own).verdict).toBe('fail');
  });
  it('is listed by the packs, the date and the manifests of the project, folder by folder', () => {
    const claim = `explanations:
  - { reference: T-1, rule: fresh, reason: Slow, accountable: Head of data, begins: 2025-11-01, ends: 2026-01-01 }
`;
    const overridden = `${project}overrides: [{ folder: analyses/trial, as-of: 2025-11-10 }]\n`;
    const stateOf = (settings: string): unknown => {
      const folder = folderWith({
        ...files,
        'waarborg.yaml': settings,
        'analyses/trial/stale.analysis.yaml': `${stale}${claim}`,
      });
      const { output } = waarborg(['exceptions', '--format', 'json'], { folder: join(folder, 'elsewhere') });
      const { asOf, manifests, packs, claims } = JSON.parse(output);
      expect({ asOf, manifests, packs }).toMatchObject({
        asOf: '2026-11-23',
        manifests: 2,
        packs: [{ name: 'test.small' }],
      });
      return claims.map(({ reference, state }: Record<string, unknown>) => [reference, state]);
    };
    expect(stateOf(project)).toEqual([['T-1', 'ended']]);
    expect(stateOf(overridden)).toEqual([['T-1', 'in-force']]);
  });
});

describe('overrides', () => {
  const overridden = `${project}overrides:
  - { folder: analyses/trial/deep, as-of: 2025-11-01 }
  - { folder: analyses/trial, fail-on: mandatory, as-of: 2025-12-01 }
  - { folder: elsewhere, packs: [other.waarborg] }
`;
  const more = {
    'waarborg.yaml': overridden,
    'other.waarborg': smallPack.replace('test.small version 1.2.3', 'test.other version 2.0.0'),
    'analyses/trial/deep/a.analysis.yaml': changed('2026-10-01', '2025-10-01', 'deep'),
    'elsewhere/b.analysis.yaml': changed('2026-10-01', '2025-10-01', 'elsewhere'),
    'analyses/trial-and-error.analysis.yaml': changed('2026-10-01', '2025-10-01', 'beside'),
  };
  it('hold for the manifests below their folder, the innermost first', () => {
    const report = checked(more);
    const small = [{ name: 'test.small', version: '1.2.3' }];
    expect(report.manifests).toMatchObject([
      { file: 'analyses/good.analysis.yaml', verdict: 'pass', override: null },
      { file: 'analyses/trial-and-error.analysis.yaml', verdict: 'fail', override: null },
      {
        file: 'analyses/trial/deep/a.analysis.yaml',
        verdict: 'pass',
        override: { asOf: '2025-11-01', failOn: 'mandatory', packs: small },
      },
      {
        file: 'analyses/trial/stale.analysis.yaml',
        verdict: 'pass',
        override: { asOf: '2025-12-01', failOn: 'mandatory', packs: small },
      },
      {
        file: 'elsewhere/b.analysis.yaml',
        verdict: 'fail',
        override: {
          asOf: '2026-11-23',
          failOn: 'comply-or-explain',
          packs: [{ name: 'test.other', version: '2.0.0' }],
        },
      },
    ]);
    expect(report.packs.map(({ name }) => name)).toEqual(['test.small', 'test.other']);
  });
  it('are said in the report for people', () => {
    const { output } = waarborg(['check'], { folder: folderWith({ ...files, ...more }) });
    expect(output.replaceAll(/\s+/g, ' ')).toContain(
      'By an override in the project file: as of 2025-11-01, by test.small 1.2.3, counting from mandatory.',
    );
    expect(output.replaceAll(/\s+/g, ' ')).toContain('test.small 1.2.3, test.other 2.0.0; 3 by an override');
  });
  it('yield to the command line', () => {
    const report = checked(more, ['--policy', 'rules', '--as-of', '2026-11-23', '--fail-on', 'recommended']);
    expect(report.manifests.every(({ override }) => override === null)).toBe(true);
    expect(report.manifests.filter(({ verdict }) => verdict === 'fail')).toHaveLength(4);
  });
  it('hold for why, as they do for check', () => {
    const folder = folderWith({ ...files, ...more });
    const written = ['why', 'elsewhere/b.analysis.yaml', 'fresh', '--format', 'json'];
    const { exit, output } = waarborg(written, { folder });
    expect(exit).toBe(0);
    expect(JSON.parse(output)).toMatchObject({ rule: { id: 'test.other/fresh' } });
  });
  it('keep ids apart over the whole run', () => {
    const report = checked({ ...more, 'elsewhere/b.analysis.yaml': stale });
    const codes = report.manifests.flatMap((each) => (each as unknown as { errors: { code: string }[] }).errors);
    expect(codes).toMatchObject([{ code: 'WB0908' }]);
  });
});

describe('what is wrong in a project file', () => {
  it('is an error with its place, and nothing is judged', () => {
    const report = checked({ 'waarborg.yaml': `${project}fail_on: mandatory\n` });
    expect(report).toMatchObject({
      verdict: 'error',
      manifests: [],
      errors: [
        {
          code: 'WB0701',
          file: 'waarborg.yaml',
          location: { start: { line: 3, column: 1 }, end: { line: 3, column: 8 } },
        },
      ],
    });
  });
  it('is an error at the place of a path that leads nowhere', () => {
    const text = `packs: [rules, polices]
manifests: [analyses, "no/*.yaml", analyses/x.yaml, elsewhere]
overrides: [{ folder: nowhere }, { folder: rules/small.waarborg }, { folder: analyses, packs: [gone] }]
`;
    const places = (report: JsonReport): unknown =>
      report.errors.map(({ code, location }) => [
        code,
        (location as { start: { line: number; column: number } }).start,
      ]);
    expect(places(checked({ 'waarborg.yaml': text }))).toEqual([
      ['WB0907', { line: 1, column: 16 }],
      ['WB0901', { line: 3, column: 23 }],
      ['WB0901', { line: 3, column: 44 }],
      ['WB0907', { line: 3, column: 96 }],
    ]);
    const rest = text.replace(', polices', '').replace(/overrides.*\n/, '');
    expect(places(checked({ 'waarborg.yaml': rest }))).toEqual([
      ['WB0901', { line: 2, column: 23 }],
      ['WB0901', { line: 2, column: 36 }],
      ['WB0903', { line: 2, column: 53 }],
    ]);
  });
  it.each([
    ['a folder', (path: string) => mkdirSync(path), 'WB0902'],
    ['no text', (path: string) => writeFileSync(path, Buffer.from([0xff, 0xfe, 0, 1])), 'WB0905'],
  ])('is that it is %s', (_, make, code) => {
    const folder = folderWith({ 'a.analysis.yaml': goodManifest });
    make(join(folder, 'waarborg.yaml'));
    const { exit, errors } = waarborg(['check'], { folder });
    expect({ exit, errors }).toMatchObject({ exit: 2, errors: expect.stringContaining(code) });
  });
  it.each([
    ['check', []],
    ['lint', []],
    ['test', []],
    ['fmt', ['--check']],
    ['explain', ['fresh']],
    ['why', ['analyses/good.analysis.yaml', 'fresh']],
    ['diff', ['rules', 'rules']],
    ['docs', ['rules']],
    ['exceptions', []],
    ['baseline', []],
  ])('stops %s, which shows it with its line', (command, written) => {
    const folder = folderWith({ ...files, 'waarborg.yaml': 'language: en\npakcs: [rules]\n' });
    const { exit, output, errors } = waarborg([command, ...written], { folder });
    expect({ exit, output }).toEqual({ exit: 2, output: '' });
    expect(errors).toContain('WB0701');
    expect(errors).toContain('2 │ pakcs: [rules]\n      │ ^^^^^\n    Did you mean `packs`?');
    const without = waarborg([command, ...written, '--no-config', '--language', 'nl'], { folder });
    expect(without.errors).not.toContain('WB0701');
  });
});

describe('the other commands', () => {
  const tests =
    'tests test.small as of 2026-11-23\nmanifest a is { regime: [avg], goal: "To know" }\ntest "a" { given a expect goal passes }\n';
  it('take packs, date and language from it', () => {
    const folder = folderWith({ ...files, 'waarborg.yaml': `${project}language: nl` });
    const said = waarborg(['explain', 'fresh'], { folder });
    expect(said).toMatchObject({ exit: 0, output: expect.stringContaining('Databestanden zijn actueel') });
    const why = waarborg(['why', 'analyses/trial/stale.analysis.yaml', 'fresh'], { folder });
    expect(why.output).toContain('analyses/trial/stale.analysis.yaml · stale · 2026-11-23');
    expect(waarborg(['docs', 'rules'], { folder }).output).toContain('naar de stand van 23 november 2026');
    expect(waarborg(['diff', 'rules', 'rules', '--format', 'json'], { folder }).output).toContain(
      '"asOf": "2026-11-23"',
    );
    expect(waarborg(['fmt', '--check', 'rules'], { folder }).errors).toMatch(/bestand/);
    const linted = JSON.parse(waarborg(['lint', '--format', 'json'], { folder: join(folder, 'elsewhere') }).output);
    expect(linted).toMatchObject({ files: 1, asOf: '2026-11-23' });
  });
  it('run tests that stand apart from their pack with the packs of the project', () => {
    const folder = folderWith({ ...files, 'tests/a.test.waarborg': tests });
    const { exit, output } = waarborg(['test', 'tests'], { folder });
    expect({ exit, output }).toMatchObject({ exit: 0, output: expect.stringContaining('1 test') });
    expect(waarborg(['test', 'tests', '--no-config'], { folder }).exit).toBe(2);
  });
});

describe('flags for builds', () => {
  const folder = folderWith({ ...files, 'waarborg.yaml': `${project}fail-on: mandatory\n` });
  it('--quiet shows nothing where all is well', () => {
    const { exit, output, errors } = waarborg(['check', '--quiet'], { folder });
    expect({ exit, output, errors }).toEqual({ exit: 0, output: '', errors: '' });
  });
  it('--quiet shows what fails, and nothing else', () => {
    const both = changed('goal: To know\n', '', 'both').replace('2026-10-01', '2025-10-01');
    const own = folderWith({
      ...files,
      'waarborg.yaml': `${project}fail-on: mandatory\n`,
      'analyses/both.analysis.yaml': both,
    });
    const { exit, output } = waarborg(['check', '--quiet'], { folder: own });
    expect(exit).toBe(1);
    expect(output).toContain('The analysis has a goal');
    for (const other of ['Datasets are fresh', 'good.analysis.yaml', 'Does not apply', 'Summary']) {
      expect(output).not.toContain(other);
    }
    expect(output).toContain('1 of 3 manifests');
  });
  it('--quiet keeps errors', () => {
    const { exit, errors } = waarborg(['check', '--quiet', 'missing.yaml'], { folder });
    expect({ exit, errors }).toMatchObject({ exit: 2, errors: expect.stringContaining('WB0901') });
  });
  it('--max-warnings limits what stands below --fail-on', () => {
    expect(waarborg(['check', '--max-warnings', '1'], { folder }).exit).toBe(0);
    const { exit, output } = waarborg(['check', '--max-warnings', '0', '--quiet'], { folder });
    expect(exit).toBe(1);
    expect(output).toContain('✗ 1 finding below --fail-on, and at most 0 may stand.');
    const json = reportOf(waarborg(['check', '--max-warnings', '0', '--format', 'json'], { folder }));
    expect(json).toMatchObject({ warnings: 1, maxWarnings: 0, verdict: 'fail' });
    expect(waarborg(['check', '--max-warnings', 'few'], { folder })).toMatchObject({ exit: 2 });
  });
  it('FORCE_COLOR colours what is no terminal, as Node.js does', () => {
    const coloured = (environment: Readonly<Record<string, string>>): boolean =>
      waarborg(['check'], { folder, environment }).output.includes('\u001b[');
    expect(coloured({})).toBe(false);
    expect(coloured({ FORCE_COLOR: '' })).toBe(true);
    expect(coloured({ FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(true);
    expect(coloured({ FORCE_COLOR: '0' })).toBe(false);
  });
});
