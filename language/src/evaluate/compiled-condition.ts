import type { Condition } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import type { Explanation } from './explanation.ts';
import type { Frame } from './frame.ts';
import type { Kleene } from './kleene.ts';
import type { Registers } from './registers.ts';

/**
 * A condition, ready to be judged. Both functions of a node stand together and share its primitive, so that a reason
 * can never say anything else than the evaluation did.
 */
export interface CompiledCondition {
  readonly text: Localized;
  readonly evaluate: (frame: Frame) => Kleene;
  /** The same for one that looks at nothing but a field of an item: what a list of items needs no frame for. */
  readonly ofItem?: JudgeOfItem | undefined;
  /** Why; `wanted` is false inside a `not`, where the opposite is asked. */
  readonly explain: (frame: Frame, wanted: boolean) => Explanation;
}

/** What a condition makes of the value that the item, which is a variable, has for a field. */
export interface JudgeOfItem {
  readonly variable: number;
  readonly field: Field;
  readonly judge: (value: Value) => Kleene;
}

/** What compiling hands down. */
export interface Compilation {
  readonly registers: Registers;
  /** How a condition inside another, or inside a value, is compiled, since they stand inside each other. */
  readonly condition: (condition: Condition) => CompiledCondition;
}
