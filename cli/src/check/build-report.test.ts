import {
  type Finding,
  type LevelName,
  type Localized,
  parseDate,
  type Result,
  sourceText,
  spanOf,
} from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { exitCodeOf, worstVerdict } from '../report.ts';
import { buildReport, type JudgedManifest, type Run } from './build-report.ts';

const text = (words: string): Localized => ({ en: words, nl: `${words} (nl)` });
const source = sourceText('a.yaml', 'id: a\n');

function finding(parts: Partial<Finding>): Finding {
  return {
    obligation: 'require-1',
    outcome: 'fail',
    level: 'mandatory',
    levelChosenBy: undefined,
    notExplainable: false,
    explain: () => ({
      message: text('m'),
      required: text('r'),
      found: text('f'),
      repair: text('p'),
      location: { pointer: '/id', span: spanOf(source, 4, 5) },
      parameters: [],
      because: [],
    }),
    ...parts,
  };
}

function result(parts: Partial<Result>): Result {
  return {
    rule: 'p/r',
    title: text('t'),
    level: 'mandatory',
    levelChosenBy: undefined,
    outcome: 'fail',
    subject: '',
    subjectKey: undefined,
    reason: undefined,
    because: () => [],
    findings: [],
    cites: [],
    exceptions: [],
    explanation: undefined,
    advice: undefined,
    ...parts,
  };
}

function manifest(results: readonly Result[], parts: Partial<JudgedManifest> = {}): JudgedManifest {
  const judgement = { results, notices: [] };
  return {
    file: 'a.yaml',
    document: 0,
    id: 'a',
    problems: [],
    diagnostics: [],
    pointerAt: () => '',
    judgement,
    ...parts,
  };
}

function verdict(results: readonly Result[], failOn: LevelName = 'comply-or-explain'): string {
  const run: Run = {
    asOf: parseDate('2026-11-23') ?? 0,
    failOn,
    packs: [],
    manifests: [manifest(results)],
    problems: [],
    diagnostics: [],
    notices: [],
  };
  return buildReport(run, 'en').verdict;
}

const explanation = { reason: 'late', by: 'chief', begins: '2026-01-01', ends: '2026-12-31' };

describe('the verdict', () => {
  it('is fail for what is not met and for what is not shown', () => {
    expect(verdict([result({ findings: [finding({})] })])).toBe('fail');
    expect(verdict([result({ outcome: 'unproven', findings: [finding({ outcome: 'unproven' })] })])).toBe('fail');
  });
  it('is pass for what is excepted, and for clauses below --fail-on whatever the level of their rule', () => {
    expect(verdict([result({ outcome: 'excepted', findings: [finding({ outcome: 'excepted' })] })])).toBe('pass');
    const soft = [result({ findings: [finding({ level: 'recommended' })] })];
    expect(verdict(soft)).toBe('pass');
    expect(verdict(soft, 'recommended')).toBe('fail');
    expect(verdict([result({ findings: [finding({ level: 'comply-or-explain' })] })], 'mandatory')).toBe('pass');
  });
  it('is pass for what is explained, but for duties that no explanation covers', () => {
    const level = 'comply-or-explain';
    const covered = finding({ level });
    expect(verdict([result({ level, explanation, findings: [covered] })])).toBe('pass');
    expect(verdict([result({ level, explanation, findings: [covered, finding({ notExplainable: true })] })])).toBe(
      'fail',
    );
  });
  it('is not-applicable only where nothing applies', () => {
    const out = result({ outcome: 'not-applicable', reason: 'scope' });
    expect(verdict([out, out])).toBe('not-applicable');
    expect(verdict([out, result({ outcome: 'pass' })])).toBe('pass');
  });
  it('of a run is the worst, where an error outweighs all', () => {
    expect(worstVerdict(['pass', 'fail', 'error'])).toBe('error');
    expect(worstVerdict(['pass', 'fail', 'not-applicable'])).toBe('fail');
    expect(worstVerdict(['not-applicable', 'pass'])).toBe('pass');
    expect(worstVerdict([])).toBe('not-applicable');
    expect((['pass', 'not-applicable', 'fail', 'error'] as const).map(exitCodeOf)).toEqual([0, 0, 1, 2]);
  });
});

describe('the report', () => {
  it('is in one language, with places from 1', () => {
    const run: Run = {
      asOf: 0,
      failOn: 'mandatory',
      packs: [],
      manifests: [manifest([result({ findings: [finding({})] })])],
      problems: [],
      diagnostics: [],
      notices: [],
    };
    const report = buildReport(run, 'nl');
    expect(report).toMatchObject({ language: 'nl', asOf: '1970-01-01' });
    expect(report.manifests[0]?.results[0]?.findings[0]).toMatchObject({
      message: 'm (nl)',
      location: { pointer: '/id', start: { line: 1, column: 5 }, end: { line: 1, column: 6 } },
    });
  });
});
