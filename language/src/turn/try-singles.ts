import type { Outcome } from '../evaluate/result.ts';
import { isDate, isDecimal, isDuration } from '../evaluate/values.ts';
import type { Candidate } from './candidates.ts';
import { fieldTurn, ranked } from './field-turn.ts';
import { isWanted, type Looking, outcomeWith, prove } from './looking.ts';
import { rangeOf, type Tried } from './range-of.ts';
import type { Turn } from './turn.ts';

/** So many turns of one field are given. */
const mostTurns = 20;

interface JudgedCandidate {
  readonly candidate: Candidate;
  readonly outcome: Outcome | undefined;
}

/** Judges the changes of one field, each by itself. */
export function trySingles(
  all: readonly Candidate[],
  looking: Looking,
): {
  readonly turns: readonly Turn[];
  readonly failed: readonly Candidate[];
  readonly tried: number;
  readonly complete: boolean;
} {
  const tried = all.slice(0, looking.bounds.single);
  const judged = tried.map((candidate) => ({ candidate, outcome: outcomeWith([candidate], looking) }));
  const groups = Map.groupBy(
    judged.filter(({ outcome }) => isWanted(outcome, looking)),
    groupOf,
  );
  const turns = [...groups.values()].flatMap((group) => turnOf(group, judged, looking) ?? []);
  const telling = turns.filter((turn) => !isTrivial(turn));
  return {
    turns: ranked(looking.search.to === undefined ? telling : turns, looking).slice(0, mostTurns),
    failed: judged.filter(({ outcome }) => !isWanted(outcome, looking)).map(({ candidate }) => candidate),
    tried: tried.length,
    complete: tried.length === all.length,
  };
}

/** Values of one place that do the same are one turn; records are added, and items dropped, one by one. */
function groupOf({ candidate: { site, action, value, words }, outcome }: JudgedCandidate): string {
  const isOne = action === 'drop' || value === undefined;
  return JSON.stringify([site.path, action, isOne ? words.en : typeof value, outcome]);
}

/** That nothing is shown any more once something is not recorded goes without saying. */
function isTrivial({ outcome, fields }: Turn): boolean {
  return outcome === 'unproven' && fields.every(({ action, to }) => action === 'remove' || to.en === 'none');
}

/** The turn that a group of changes of one place is: the first that can be proved, with the others beside it. */
function turnOf(
  group: readonly JudgedCandidate[],
  judged: readonly JudgedCandidate[],
  looking: Looking,
): Turn | undefined {
  const proved = nearestFirst(group).flatMap(({ candidate, outcome }) => {
    const edits = prove([candidate], looking);
    return edits === undefined || outcome === undefined ? [] : [{ candidate, outcome, edits }];
  });
  const [first, ...rest] = proved;
  if (first === undefined) return undefined;
  const { candidate, outcome, edits } = first;
  const tried = judged
    .filter((each) => each.candidate.site === candidate.site)
    .map((each): Tried => ({ value: each.candidate.value, turns: isWanted(each.outcome, looking) }));
  const range = rangeOf(candidate, tried);
  const others = isOrdered(candidate) ? [] : rest.map((each) => each.candidate.words);
  return { outcome, fields: [{ ...fieldTurn(candidate, looking), range, others }], edits };
}

function isOrdered({ value }: Candidate): boolean {
  return isDecimal(value) || isDate(value) || isDuration(value);
}

/** Of values in order the nearest to what it is now; else as they were found. */
function nearestFirst(group: readonly JudgedCandidate[]): readonly JudgedCandidate[] {
  const distance = ({ candidate }: JudgedCandidate): number => {
    const [now, then] = [amountOf(candidate.site.value), amountOf(candidate.value)];
    return now === undefined || then === undefined ? 0 : Math.abs(now - then);
  };
  return group.toSorted((a, b) => distance(a) - distance(b));
}

function amountOf(value: Candidate['value']): number | undefined {
  if (isDecimal(value)) return value.approximate;
  if (isDate(value)) return value.day;
  return isDuration(value) ? value.duration.months * 30.4 + value.duration.days : undefined;
}
