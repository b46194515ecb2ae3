import type { Localized } from './diagnostic.ts';

/** Of more names than these the nearest are not looked for. */
export const mostCandidates = 5000;

/**
 * The candidates nearest to what was written, best first, at most `most`: those within a third of its length in edits,
 * or that differ only in case, hyphens or underscores. Ties go by code unit, so the same input gives the same answer. Of
 * more than five thousand candidates none is offered: for as many names amiss that would take too long.
 */
export function nearestNames(written: string, candidates: Iterable<string>, most = 3): readonly string[] {
  const wanted = simplified(written);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const letters = lettersOf(wanted);
  const names: string[] = [];
  for (const name of candidates) {
    if (names.push(name) > mostCandidates) return [];
  }
  const distances = new Map<string, number>();
  for (const name of names) {
    const plain = simplified(name);
    if (name === written || areFarApart(letters, lettersOf(plain), limit)) continue;
    const distance = plain === wanted ? 0 : editDistance(wanted, plain, limit);
    if (distance <= limit) distances.set(name, distance);
  }
  const scored = [...distances].map(([name, distance]) => ({ name, distance }));
  scored.sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1));
  return scored.slice(0, most).map((entry) => entry.name);
}

/** Help that offers the nearest names, or nothing when none is near. */
export function didYouMean(names: readonly string[]): Localized | undefined {
  if (names.length === 0) return undefined;
  const quoted = names.map((name) => `\`${name}\``);
  return { en: `Did you mean ${listed(quoted, 'or')}?`, nl: `Bedoelde u ${listed(quoted, 'of')}?` };
}

/** Words in a row with commas and a conjunction before the last. */
export function listed(words: readonly string[], conjunction: string): string {
  const last = words[words.length - 1] ?? '';
  if (words.length < 2) return last;
  return `${words.slice(0, -1).join(', ')} ${conjunction} ${last}`;
}

function simplified(name: string): string {
  return name.toLowerCase().replaceAll(/[-_ ]/g, '');
}

/** The letters that a word has, as a set of 32 bits: other characters share the bits. */
function lettersOf(word: string): number {
  let letters = 0;
  for (let index = 0; index < word.length; index += 1) letters |= 1 << (word.charCodeAt(index) & 31);
  return letters;
}

/** True when one word has more letters that the other lacks than edits could bring: an edit brings one, and takes one. */
function areFarApart(left: number, right: number, limit: number): boolean {
  return countBits(left & ~right) > limit || countBits(right & ~left) > limit;
}

function countBits(bits: number): number {
  let count = 0;
  for (let rest = bits; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

/** Optimal string alignment distance (a swap of neighbours is one edit); more than `limit` is reported as limit + 1. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const same = left[row - 1] === right[column - 1];
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (swapped) cost = Math.min(cost, (beforePrevious[column - 2] ?? 0) + 1);
      current.push(cost);
    }
    // What is too far already, on this row and the one before, comes no nearer.
    if (least(current) > limit && least(previous) > limit) return limit + 1;
    beforePrevious = previous;
    previous = current;
  }
  return previous[right.length] ?? limit + 1;
}

function least(row: readonly number[]): number {
  let smallest = row[0] ?? 0;
  for (const cost of row) if (cost < smallest) smallest = cost;
  return smallest;
}
