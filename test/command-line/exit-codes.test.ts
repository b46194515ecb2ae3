import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, judged, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

function check(manifest: string, ...more: readonly string[]): Outcome {
  const folder = folderWith({ 'small.waarborg': smallPack, 'a.analysis.yaml': manifest });
  return waarborg(['check', 'a.analysis.yaml', ...judged, ...more], { folder });
}

const broken = changed('goal: To know', 'goal: none', 'broken');
const stale = changed('2026-10-01', '2025-10-01');
const unexplained = changed('legal_basis_explanation: Because the act says so', 'legal_basis_explanation: none');
const explanation = (until: string): string => `explanations:
  - reference: e1
    rule: fresh
    reason: The supplier is late
    accountable: chief
    begins: 2026-01-01
    ends: ${until}
`;

describe('exit 0', () => {
  it('where every rule is met', () => {
    const { exit, output, errors } = check(goodManifest);
    expect(errors).toBe('');
    expect(output).toContain('Meets the rules of this pack — no judgement on lawfulness.');
    expect(exit).toBe(0);
  });
  it('where it falls short only below --fail-on', () => {
    expect(check(unexplained).exit).toBe(0);
    expect(check(unexplained).output).toContain('does not change the verdict');
    expect(check(stale, '--fail-on', 'mandatory').exit).toBe(0);
  });
  it('where the departure is explained', () => {
    const { exit, output } = check(stale + explanation('2026-12-31'));
    expect(output).toContain('The supplier is late (chief, from 2026-01-01 until 2026-12-31; covers 1 finding)');
    expect(exit).toBe(0);
  });
});

describe('exit 1', () => {
  it('where a rule is not met', () => {
    const { exit, output } = check(broken);
    expect(output).toContain('Does not meet the rules of this pack — no judgement on lawfulness.');
    expect(exit).toBe(1);
  });
  it('where a rule is not shown to be met, which is called no violation', () => {
    const { exit, output } = check(changed('goal: To know\n', ''));
    expect(output).toContain('? not shown');
    expect(output).toContain('Not shown to meet the rules of this pack');
    expect(output.toLowerCase()).not.toContain('does not meet');
    expect(exit).toBe(1);
  });
  it('where it falls short at --fail-on', () => {
    for (const run of [check(stale), check(unexplained, '--fail-on', 'recommended')]) {
      expect(run.output).toContain('Does not meet the rules of this pack');
      expect(run.exit).toBe(1);
    }
  });
  it('where the explanation has ended', () => {
    const { exit, output, errors } = check(stale + explanation('2026-11-22'));
    expect(output).toContain('Does not meet the rules of this pack');
    expect(errors).toContain('notice: ');
    expect(exit).toBe(1);
  });
});

describe('exit 2', () => {
  const bad: Readonly<Record<string, readonly [string | Buffer, string]>> = {
    'binary bytes': [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0xff, 0xfe, 0x00, 0x80]), 'WB0905'],
    'UTF-16': [Buffer.from(`\ufeff${goodManifest}`, 'utf16le'), 'WB0905'],
    'a NUL': ['id: a\u0000\n', 'WB0905'],
    'broken YAML': ['id: "a\n', 'WB0501'],
    'a tab in the indentation': ['method:\n\tprofiling: no\n', 'WB0502'],
    'a list': ['- a\n', 'WB0521'],
    'other YAML': ['name-of: x\nversion: 2\n', 'WB0521'],
    nothing: ['', 'WB0513'],
    'an alias bomb': [
      `a: &a [x,x,x,x,x,x,x,x,x,x]\n${'bcdefghij'
        .split('')
        .map((name, index) => `${name}: &${name} [${Array(10).fill(`*${'abcdefghij'[index]}`).join(',')}]\n`)
        .join('')}`,
      'WB0504',
    ],
    'no id': [goodManifest.replace('id: good\n', ''), 'WB0525'],
    'a mistyped value': [changed('2026-10-01', '1-10-2026'), 'WB0548'],
    'an unknown key': [changed('goal:', 'gaol:'), 'WB0531'],
  };
  it.each(Object.entries(bad))('for %s, with the others judged all the same', (_, [content, code]) => {
    const folder = folderWith({
      'small.waarborg': smallPack,
      'a/bad.analysis.yaml': content,
      'b/good.analysis.yaml': goodManifest,
      'b/broken.analysis.yaml': broken,
    });
    const { exit, output, errors } = waarborg(['check', ...judged, '--format', 'json'], { folder });
    const report = JSON.parse(output);
    const [first, second, third] = report.manifests;
    expect(first.verdict).toBe('error');
    expect(first.errors.map((each: { code: string }) => each.code)).toEqual([code]);
    expect([second.verdict, third.verdict]).toEqual(['fail', 'pass']);
    expect(report.verdict).toBe('error');
    expect(errors.match(/WB\d{4}/g)).toEqual([code]);
    expect(errors).toContain('a/bad.analysis.yaml');
    expect(exit).toBe(2);
  });
  it('for a missing file, an empty folder and a named pipe, one error each', () => {
    const folder = folderWith({
      'small.waarborg': smallPack,
      'good.analysis.yaml': goodManifest,
      'empty/readme.txt': '',
    });
    execFileSync('sh', ['-c', 'mkfifo pipe'], { cwd: folder });
    const { exit, output, errors } = waarborg(
      ['check', 'good.analysis.yaml', 'nope.yaml', 'empty', 'pipe', ...judged],
      { folder },
    );
    expect(errors.match(/WB\d{4}/g)).toEqual(['WB0901', 'WB0903']);
    expect(output).toContain('WB0902');
    expect(output).toContain('✓ good — meets the rules');
    expect(exit).toBe(2);
  });
  it('for two manifests with one id, both judged, the error at the second', () => {
    const folder = folderWith({
      'small.waarborg': smallPack,
      'a.analysis.yaml': goodManifest,
      'b.analysis.yaml': goodManifest,
    });
    const { exit, output } = waarborg(['check', ...judged, '--format', 'json'], { folder });
    const [first, second] = JSON.parse(output).manifests;
    expect(first).toMatchObject({ verdict: 'pass', errors: [] });
    expect(second).toMatchObject({
      verdict: 'error',
      errors: [{ code: 'WB0908', location: { pointer: '/id', start: { line: 1, column: 5 } } }],
    });
    expect(second.results).toHaveLength(first.results.length);
    expect(exit).toBe(2);
  });
  it.each([
    [['check', '--bogus'], "Unknown option '--bogus'"],
    [['chekc'], "Unknown command 'chekc'"],
    [['check', '--as-of', '23-11-2026'], 'Write year, month and day: --as-of 2026-11-23.'],
    [['check', '--format', 'blob'], 'The format blob comes in a later release'],
    [['check', '--fail-on', 'all'], '--fail-on cannot be `all`'],
    [['check', '--policy', 'nope'], 'There is no file, folder or installed package `nope`'],
    [['check', '--policy', 'empty'], 'There are no .waarborg files here'],
    [['check', '--policy', 'small.waarborg'], 'There are no manifests below the working folder'],
  ])('for %j', (written, message) => {
    const manifests = written.includes('small.waarborg') ? {} : { 'a.analysis.yaml': goodManifest };
    const folder = folderWith({ 'small.waarborg': smallPack, 'empty/readme.txt': '', ...manifests });
    const { exit, output, errors } = waarborg(written, { folder });
    expect(errors).toContain(message);
    expect(errors.match(/WB\d{4}/g)).toHaveLength(1);
    expect(output).toBe('');
    expect(exit).toBe(2);
  });
  it('for no command, with the help', () => {
    const { exit, errors } = waarborg([], { folder: folderWith({}) });
    expect(errors).toContain('Usage: waarborg');
    expect(exit).toBe(2);
  });
});
