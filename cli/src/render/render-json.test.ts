import { describe, expect, it } from 'vitest';
import { type ManifestReport, noCounts, type Report } from '../report.ts';
import { renderJson } from './render-json.ts';

const manifest: ManifestReport = {
  file: 'a',
  id: 'x\u009b\u202e"\n',
  document: 0,
  verdict: 'pass',
  override: null,
  errors: [],
  results: [],
  counts: noCounts,
};

function report(manifests: readonly ManifestReport[]): Report {
  return {
    format: 'waarborg-report/1',
    language: 'en',
    asOf: '2026-11-23',
    failOn: 'mandatory',
    packs: [{ name: 'p', version: '1.0.0', digest: 'sha256:0' }],
    manifests,
    counts: noCounts,
    errors: [],
    notices: [],
    baseline: null,
    warnings: 0,
    maxWarnings: null,
    verdict: 'pass',
  };
}

describe('the parts of the JSON report', () => {
  it.each([0, 1, 3])('make one text with %d manifests, as JSON writes it', (amount) => {
    const whole = report(Array.from({ length: amount }, () => manifest));
    const text = [...renderJson(whole)].join('');
    expect(JSON.parse(text)).toEqual(whole);
    expect(text).toBe(
      `${JSON.stringify(whole, undefined, 2).replaceAll('\u009b', '\\u009b').replaceAll('\u202e', '\\u202e')}\n`,
    );
  });
});
