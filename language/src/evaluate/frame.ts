import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { Value } from '../manifest/value.ts';
import type { Day } from '../values/calendar.ts';
import type { Kleene } from './kleene.ts';
import type { Observer } from './observer.ts';
import { type Place, rootPlace } from './place.ts';
import type { PurposeOrder } from './purposes.ts';

/** What conditions read while one manifest is judged. The one thing in this room that changes. */
export interface Frame {
  readonly manifest: TypedManifest;
  readonly asOf: Day;
  readonly purposes: PurposeOrder;
  /** 0 is the manifest, 1 the item of `for each`, then the variables of quantifiers. */
  readonly values: Value[];
  /** Where the values of variables stand; kept up to date only while a decision is being explained. */
  readonly places: (Place | undefined)[];
  /** Definitions are judged once for each manifest. */
  readonly definedConditions: Map<object, Kleene>;
  readonly definedTerms: Map<object, Value>;
  readonly observer: Observer | undefined;
  /** How many findings have been explained: beyond many, nobody reads why, and all of it would fill the memory. */
  explained: number;
}

/** What all frames of a program share. */
export interface FrameParts {
  readonly purposes: PurposeOrder;
  /** How many variables the conditions need. */
  readonly variables: number;
  readonly observer: Observer | undefined;
}

/** A frame for one manifest, with the manifest itself as variable 0. */
export function startFrame(manifest: TypedManifest, asOf: Day, { purposes, variables, observer }: FrameParts): Frame {
  const { record, document } = manifest;
  const values: Value[] = new Array<Value>(Math.max(2, variables)).fill(undefined);
  values[0] = record;
  const places: (Place | undefined)[] = [];
  if (document.root !== undefined) {
    places[0] = rootPlace(document.source, document.root);
  }
  return {
    manifest,
    asOf,
    purposes,
    values,
    places,
    definedConditions: new Map(),
    definedTerms: new Map(),
    observer,
    explained: 0,
  };
}
