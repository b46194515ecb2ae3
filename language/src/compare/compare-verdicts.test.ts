import { describe, expect, it } from 'vitest';
import type { Finding, Outcome, Result } from '../evaluate/result.ts';
import { sourceText, spanOf } from '../source/source.ts';
import type { LevelName } from '../syntax/ast.ts';
import { compareVerdicts } from './compare-verdicts.ts';

const text = (words: string) => ({ en: words, nl: words });

function finding(outcome: Finding['outcome'], level: LevelName = 'mandatory', obligation = 'a'): Finding {
  return {
    obligation,
    outcome,
    level,
    levelChosenBy: undefined,
    notExplainable: false,
    explain: () => ({
      message: text(outcome),
      required: text(''),
      found: text(''),
      repair: text(''),
      location: { pointer: '', span: spanOf(sourceText('', ''), 0, 0) },
      parameters: [],
      because: [],
    }),
  };
}

function result(outcome: Outcome, findings: readonly Finding[] = [], parts: Partial<Result> = {}): Result {
  return {
    rule: 'p/r',
    title: text('t'),
    level: 'mandatory',
    levelChosenBy: undefined,
    outcome,
    subject: '',
    subjectKey: undefined,
    reason: undefined,
    because: () => [],
    findings,
    cites: [],
    exceptions: [],
    explanation: undefined,
    advice: undefined,
    ...parts,
  };
}

const same = { rules: new Map(), duties: new Map() };
const move = (old: readonly Result[], next: readonly Result[]) => compareVerdicts(old, next, same)[0]?.move;

const fail = [result('fail', [finding('fail')])];
const unproven = [result('unproven', [finding('unproven')])];
const excepted = [result('excepted', [finding('excepted')])];
const pass = [result('pass')];
const notApplicable = [result('not-applicable')];
const explanation = { reason: 'r', by: 'b', begins: '2026-01-01', ends: '2026-12-31' };

describe('a verdict', () => {
  const inOrder = { notApplicable, pass, excepted, unproven, fail };
  const names = Object.keys(inOrder) as (keyof typeof inOrder)[]; // the keys of a literal
  it.each(names.flatMap((old, from) => names.map((next, to) => [old, next, Math.sign(to - from)] as const)))(
    'of %s that becomes %s has sign %i',
    (old, next, sign) => {
      const expected = { '-1': 'milder', '0': undefined, '1': 'stricter' }[sign];
      expect(move(inOrder[old], inOrder[next])).toBe(expected);
    },
  );

  it('that is no longer given is milder, but where the rule did not apply', () => {
    expect([move(fail, []), move(pass, []), move(notApplicable, [])]).toEqual(['milder', 'milder', undefined]);
    expect([move([], fail), move([], pass), move([], notApplicable)]).toEqual(['stricter', 'stricter', undefined]);
  });

  it('is milder where a duty counts at a lower level, or is met', () => {
    const two = [result('fail', [finding('fail'), finding('fail', 'mandatory', 'b')])];
    expect(move(fail, [result('fail', [finding('fail', 'comply-or-explain')])])).toBe('milder');
    expect([move(two, fail), move(fail, two)]).toEqual(['milder', 'stricter']);
  });

  it('that is explained counts like one that is recommended', () => {
    const explained = [result('fail', [finding('fail', 'comply-or-explain')], { explanation })];
    const recommended = [result('fail', [finding('fail', 'recommended')])];
    expect(move([result('fail', [finding('fail', 'comply-or-explain')])], explained)).toBe('milder');
    expect(move(explained, recommended)).toBe(undefined);
    expect(move(fail, explained)).toBe('milder');
  });

  it('may move both ways', () => {
    expect(move([result('fail', [finding('fail')])], [result('fail', [finding('fail', 'mandatory', 'b')])])).toBe(
      'both',
    );
    expect(move(fail, [result('unproven', [finding('unproven', 'mandatory', 'b')])])).toBe('both');
  });

  it('is compared with what the rule and the duty were called', () => {
    const names = { rules: new Map([['p/old', 'p/r']]), duties: new Map([['p/r', new Map([['z', 'a']])]]) };
    const old = [result('fail', [finding('fail', 'mandatory', 'z')], { rule: 'p/old' })];
    expect(compareVerdicts(old, fail, names)).toEqual([]);
    expect(compareVerdicts(old, pass, names)).toMatchObject([
      { rule: 'p/r', move: 'milder', old: { outcome: 'fail' } },
    ]);
    expect(compareVerdicts(old, [], names)).toMatchObject([{ rule: 'p/r', move: 'milder', new: undefined }]);
  });

  it('is that of the item with the same key, wherever it stands in its list', () => {
    const at = (index: number, outcome: Outcome): Result =>
      result(outcome, [], { subject: `/list/${index}`, subjectKey: 'k' });
    expect(compareVerdicts([at(0, 'pass')], [at(1, 'pass')], same)).toEqual([]);
  });
});
