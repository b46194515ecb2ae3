/** Makes choices for a generator, one after the other, from numbers that somebody else draws. */
export interface Draw {
  /** A whole number from 0 up to and without the bound. */
  readonly below: (bound: number) => number;
  /** True in so many of a hundred cases. */
  readonly percent: (share: number) => boolean;
  /** One of some things. */
  readonly pick: <T>(things: readonly T[]) => T;
  /** From none to all of some things, in their order, but no more than so many. */
  readonly several: <T>(things: readonly T[], most: number) => readonly T[];
}

/** A draw over a stream of whole numbers from 0 to 2^30. */
export function drawFrom(numbers: Iterator<number>): Draw {
  const below = (bound: number): number => {
    const next = numbers.next();
    if (next.done === true) throw new Error('the stream of numbers has no end');
    return next.value % bound;
  };
  const pick = <T>(things: readonly T[]): T => {
    const index = below(things.length);
    // The index lies within the list, which is not empty: an empty one is a mistake of the generator.
    if (things.length === 0) throw new Error('there is nothing to pick from');
    return things[index] as T;
  };
  const percent = (share: number): boolean => below(100) < share;
  const several = <T>(things: readonly T[], most: number): readonly T[] => {
    const wanted = below(Math.min(most, things.length) + 1);
    const start = things.length === 0 ? 0 : below(things.length);
    const turned = [...things.slice(start), ...things.slice(0, start)].slice(0, wanted);
    return things.filter((thing) => turned.includes(thing));
  };
  return { below, percent, pick, several };
}

/** What one of some weighted ways to make something makes. */
export function oneOf<T>(draw: Draw, ways: readonly (readonly [weight: number, make: () => T])[]): T {
  const total = ways.reduce((sum, [weight]) => sum + weight, 0);
  let rest = draw.below(total);
  for (const [weight, make] of ways) {
    if (rest < weight) return make();
    rest -= weight;
  }
  throw new Error('the weights add up to their sum');
}
