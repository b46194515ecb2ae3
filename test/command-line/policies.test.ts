import { describe, expect, it } from 'vitest';
import { changed, folderWith, goodManifest, judged, smallPack, waarborg } from './run-waarborg.ts';

const manifests = { 'good.analysis.yaml': goodManifest };

describe('policies with errors', () => {
  it('judge nothing, and show the line with a caret', () => {
    const wrong = smallPack.replace('goal is recorded', 'gaol is recorded');
    const folder = folderWith({ ...manifests, 'small.waarborg': wrong });
    const { exit, output, errors } = waarborg(['check', ...judged], { folder });
    expect(output).toBe('');
    expect(errors).toContain('small.waarborg:13:18');
    expect(errors).toMatch(/13 │ {3}require given: gaol is recorded\n.*│ {18}\^{4}\n/);
    expect(errors).toContain('Did you mean `goal`?');
    expect(errors.match(/WB\d{4}/g)).toHaveLength(1);
    expect(exit).toBe(2);
  });
  it('are in the JSON report too', () => {
    const folder = folderWith({ ...manifests, 'small.waarborg': smallPack.replace('cites act', 'cites akt') });
    const { exit, output } = waarborg(['check', ...judged, '--format', 'json'], { folder });
    const report = JSON.parse(output);
    expect(report).toMatchObject({ verdict: 'error', manifests: [] });
    expect(report.errors[0]).toMatchObject({ file: 'small.waarborg', location: { start: { line: 12, column: 9 } } });
    expect(exit).toBe(2);
  });
  it('may be binary, missing or no policy at all', () => {
    const folder = folderWith({
      ...manifests,
      'binary.waarborg': Buffer.from([0xff, 0x00, 0x80]),
      'other.waarborg': 'hello',
    });
    expect(waarborg(['check', '--policy', 'binary.waarborg'], { folder }).errors).toContain('WB0905');
    expect(waarborg(['check', '--policy', 'nope.waarborg'], { folder })).toMatchObject({ exit: 2, output: '' });
    expect(waarborg(['check', '--policy', 'other.waarborg'], { folder })).toMatchObject({ exit: 2, output: '' });
  });
  it('may be a vocabulary alone, which judges nothing', () => {
    const folder = folderWith({
      ...manifests,
      'v.waarborg': 'vocabulary test.words version 1.0.0\nmanifest thing { id: text role id }\n',
    });
    const { exit, errors } = waarborg(['check', '--policy', 'v.waarborg'], { folder });
    expect(errors).toContain('The policies given hold no pack');
    expect(exit).toBe(2);
  });
});

describe('packs that are used', () => {
  const upper = 'pack test.upper version 1.0.0\n  title "Upper"\n  use waarborg.analysis 1\n  use test.small 1\n';
  const installed = {
    'node_modules/some-rules/package.json': '{ "name": "some-rules", "keywords": ["waarborg"] }',
    'node_modules/some-rules/rules/small.waarborg': smallPack,
  };
  it('are found among installed packages with the keyword', () => {
    const folder = folderWith({ ...manifests, 'upper.waarborg': upper, ...installed });
    const { exit, output } = waarborg(['check', '--policy', 'upper.waarborg', '--format', 'json'], { folder });
    const report = JSON.parse(output);
    expect(report.errors).toEqual([]);
    expect(report.packs.map((pack: { name: string }) => pack.name)).toEqual(['test.small', 'test.upper']);
    expect(report.manifests[0].results[0].rule).toBe('test.small/goal');
    expect(exit).toBe(0);
  });
  it('are an error where they are not, or in another version', () => {
    const alone = folderWith({ ...manifests, 'upper.waarborg': upper });
    expect(waarborg(['check', '--policy', 'upper.waarborg'], { folder: alone }).errors).toContain('WB0201');
    const other = folderWith({
      ...manifests,
      'upper.waarborg': upper.replace('test.small 1', 'test.small 2'),
      ...installed,
    });
    const { exit, errors } = waarborg(['check', '--policy', 'upper.waarborg'], { folder: other });
    expect(errors).toContain('`test.small` is here in version 1.2.3, and 2 is asked for');
    expect(exit).toBe(2);
  });
  it('may be named as an installed package, and never as a way out of it', () => {
    const folder = folderWith({ ...manifests, ...installed });
    expect(waarborg(['check', '--policy', 'some-rules', '--as-of', '2026-11-23'], { folder }).exit).toBe(0);
    expect(waarborg(['check', '--policy', 'some-rules/../..'], { folder }).exit).toBe(2);
  });
});

describe('the digest of a pack', () => {
  const digest = (pack: string): string => {
    const folder = folderWith({ ...manifests, 'small.waarborg': pack });
    return JSON.parse(waarborg(['check', ...judged, '--format', 'json'], { folder }).output).packs[0].digest;
  };
  it('is the same for CRLF, and another for other text', () => {
    expect(digest(smallPack)).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(digest(smallPack.replaceAll('\n', '\r\n'))).toBe(digest(smallPack));
    expect(digest(smallPack.replace('= 100', '= 101'))).not.toBe(digest(smallPack));
  });
});

describe('the packs that ship with Waarborg', () => {
  it('judge where no policy is named, and a vocabulary in another version is an error', () => {
    const folder = folderWith({
      'a.analysis.yaml': goodManifest,
      'b.analysis.yaml': `vocabulary: waarborg.analysis 2\n${changed('To know', 'x', 'b')}`,
    });
    const { exit, output } = waarborg(['check', '--format', 'json'], { folder });
    const report = JSON.parse(output);
    expect(report.errors).toEqual([]);
    expect(report.packs.length).toBeGreaterThan(0);
    expect(report.manifests[0].errors).toEqual([]);
    expect(report.manifests[0].results.length).toBeGreaterThan(10);
    expect(report.manifests[1]).toMatchObject({ verdict: 'error', errors: [{ code: 'WB0523' }], results: [] });
    expect(exit).toBe(2);
  });
});
