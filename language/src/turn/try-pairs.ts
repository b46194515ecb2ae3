import type { Candidate } from './candidates.ts';
import { fieldTurn, ranked } from './field-turn.ts';
import { isWanted, type Looking, outcomeWith, prove } from './looking.ts';
import type { Turn } from './turn.ts';

/** So many turns of two fields are given. */
const mostTurns = 20;

/** So many values of one place take part in changes of two fields. */
const mostInPairs = 8;

/** Two changes of different places, where no single one does it: the likeliest first, as far as the bound goes. */
export function tryPairs(
  failed: readonly Candidate[],
  looking: Looking,
): { readonly turns: readonly Turn[]; readonly tried: number; readonly complete: boolean } {
  const pool = [...Map.groupBy(failed, ({ site }) => site).values()].flatMap((group) => group.slice(0, mostInPairs));
  const turns: Turn[] = [];
  const done = new Set<string>();
  let tried = 0;
  for (const [first, second] of pairsOf(pool)) {
    const key = JSON.stringify([first.site.path, second.site.path, first.action, second.action]);
    // Of two places one pair is enough.
    if (!areApart(first, second) || done.has(key)) continue;
    if (tried >= looking.bounds.pairs || turns.length >= mostTurns)
      return { turns: ranked(turns, looking), tried, complete: turns.length >= mostTurns };
    tried += 1;
    const outcome = outcomeWith([first, second], looking);
    if (!isWanted(outcome, looking)) continue;
    const edits = prove([first, second], looking);
    if (edits === undefined) continue;
    done.add(key);
    turns.push({ outcome, fields: [fieldTurn(first, looking), fieldTurn(second, looking)], edits });
  }
  return { turns: ranked(turns, looking), tried, complete: true };
}

/** All pairs, those of which both come early first. */
function* pairsOf(pool: readonly Candidate[]): Generator<readonly [Candidate, Candidate]> {
  for (let sum = 1; sum < 2 * pool.length; sum += 1) {
    for (let low = Math.max(0, sum - pool.length + 1); low * 2 < sum; low += 1) {
      const [first, second] = [pool[low], pool[sum - low]];
      if (first !== undefined && second !== undefined) yield [first, second];
    }
  }
}

/** Whether two changes are of different places, none inside the other, so that neither undoes or moves the other. */
function areApart(first: Candidate, second: Candidate): boolean {
  const [a, b] = [first.change.path, second.change.path];
  const shared = Math.min(a.length, b.length);
  const differs = a.findIndex((step, index) => index >= shared || step !== b[index]);
  if (differs === -1 || differs >= shared) return false;
  // Items that are dropped move those after them.
  return first.action !== 'drop' && second.action !== 'drop' ? true : typeof a[differs] !== 'number';
}
