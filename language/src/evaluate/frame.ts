import type { Condition } from '../core/core.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { Value } from '../manifest/value.ts';
import type { Day } from '../values/calendar.ts';
import type { Kleene } from './kleene.ts';
import type { Observer } from './observer.ts';
import type { Place } from './place.ts';
import type { PurposeOrder } from './purposes.ts';

/** The numbers of the registers that every frame has: the manifest, and the item of `for each`. */
export const manifestRegister = 0;
export const itemRegister = 1;

/** What conditions read while one manifest is judged. The one thing in this room that changes. */
export interface Frame {
  readonly manifest: TypedManifest;
  readonly asOf: Day;
  readonly purposes: PurposeOrder;
  /** The manifest as a whole. */
  readonly root: Place;
  /** The values of variables, and all that is the same throughout the manifest, by the numbers of their registers. */
  readonly registers: Value[];
  /** Where the values of variables stand; kept up to date only while a decision is being explained. */
  readonly places: (Place | undefined)[];
  /** Named conditions are judged once for each manifest, where one is asked. */
  readonly defined: Map<Condition, Kleene>;
  readonly observer: Observer | undefined;
}

/**
 * Something about the item that the frame holds now, to be worked out when it is asked: reasons and sentences cost many
 * times what judging does, and not every finding is read.
 */
export function laterOf<T>(frame: Frame, work: () => T): () => T {
  const { registers, places } = frame;
  const item: Value = registers[itemRegister];
  const place = places[itemRegister];
  return () => {
    const itemNow: Value = registers[itemRegister];
    const placeNow = places[itemRegister];
    registers[itemRegister] = item;
    places[itemRegister] = place;
    const made = work();
    registers[itemRegister] = itemNow;
    places[itemRegister] = placeNow;
    return made;
  };
}
