import type { Result } from '../../language/src/evaluate/result.ts';
import type { Case } from './generate.ts';
import { type BothJudgements, judgeBoth } from './judge-case.ts';
import type { ReferenceResult } from './reference.ts';

/** Where the evaluator and the page part in a case, a line for each; empty where they agree. */
export function differences(each: Case): readonly string[] {
  return differencesOf(judgeBoth(each));
}

/** Where two judgements of one case part. */
export function differencesOf(both: BothJudgements): readonly string[] {
  const { evaluated, reference } = both;
  const [left, right] = [inGroups(evaluated.results, ofEvaluator), inGroups(reference.results, ofPage)];
  const results = [...new Set([...left.keys(), ...right.keys()])].flatMap((key) => {
    const [one, other] = [left.get(key) ?? [], right.get(key) ?? []];
    const longest = one.length > other.length ? one : other;
    return longest.flatMap((_, index) => resultDifferences(key, one[index], other[index]));
  });
  const notices = lineIfApart(
    'notices',
    evaluated.notices
      .map((notice) => notice.kind)
      .sort()
      .join(', '),
    [...reference.notices].sort().join(', '),
  );
  const reviews = lineIfApart('reviews due', `${both.reviewsEvaluated}`, `${both.reviewsByThePage}`);
  return [...results, ...notices, ...reviews];
}

interface Told {
  readonly key: string;
  readonly outcome: string;
  readonly findings: string;
  readonly isExplained: boolean;
  /** The places of the findings; undefined where the page leaves them open. */
  readonly places: readonly (string | undefined)[];
}

function ofEvaluator(result: Result): Told {
  const { rule, subject, findings } = result;
  return {
    key: keyOf(rule, subject, findings),
    outcome: [result.outcome, result.reason ?? ''].join(' '),
    findings: findings.map((finding) => `${finding.obligation} ${finding.outcome}`).join(', '),
    isExplained: result.explanation !== undefined,
    places: findings.map((finding) => finding.explain().location.pointer),
  };
}

function ofPage(result: ReferenceResult): Told {
  const { rule, subject, findings, isExplained } = result;
  return {
    key: keyOf(rule, subject, findings),
    outcome: [result.outcome, result.reason ?? ''].join(' '),
    findings: findings.map((finding) => `${finding.obligation} ${finding.outcome}`).join(', '),
    isExplained,
    places: findings.map((finding) => finding.at),
  };
}

/** The result of a claim has the claim as its subject, which may be judged by the same rule as well. */
function keyOf(rule: string, subject: string, findings: readonly { readonly obligation: string }[]): string {
  const isClaim = findings.some(({ obligation }) => obligation.startsWith('claim:'));
  return `${rule} at "${subject}"${isClaim ? ' (claim)' : ''}`;
}

/** In the order in which they were told: results of one rule and subject are held to one another in turn. */
function inGroups<T>(results: readonly T[], tell: (result: T) => Told): ReadonlyMap<string, readonly Told[]> {
  const groups = new Map<string, Told[]>();
  for (const result of results) {
    const told = tell(result);
    groups.set(told.key, [...(groups.get(told.key) ?? []), told]);
  }
  return groups;
}

function resultDifferences(key: string, one: Told | undefined, other: Told | undefined): readonly string[] {
  if (one === undefined || other === undefined) {
    return [`${key}: ${one === undefined ? 'only the page has it' : 'only the evaluator has it'}`];
  }
  const places = other.places.flatMap((place, index) =>
    place === undefined ? [] : lineIfApart(`${key}: place ${index}`, `${one.places[index]}`, place),
  );
  return [
    ...lineIfApart(`${key}: outcome`, one.outcome, other.outcome),
    ...lineIfApart(`${key}: findings`, one.findings, other.findings),
    ...lineIfApart(`${key}: explained`, `${one.isExplained}`, `${other.isExplained}`),
    ...(one.findings === other.findings ? places : []),
  ];
}

function lineIfApart(what: string, evaluator: string, page: string): readonly string[] {
  return evaluator === page ? [] : [`${what}: "${evaluator}", and by the page "${page}"`];
}
