import type { Condition } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Explanation } from './explanation.ts';
import type { Frame } from './frame.ts';
import { type Kleene, True } from './kleene.ts';
import type { Registers } from './registers.ts';

/**
 * A condition, ready to be judged. Both functions of a node stand together and share its primitive, so that a reason
 * can never say anything else than the evaluation did.
 */
export interface CompiledCondition {
  readonly text: Localized;
  readonly evaluate: (frame: Frame) => Kleene;
  /** Why; `wanted` is false inside a `not`, where the opposite is asked. */
  readonly explain: (frame: Frame, wanted: boolean) => Explanation;
}

/** A condition that looks at nothing. */
export function settled(truth: Kleene, text: Localized): CompiledCondition {
  return {
    text,
    evaluate: () => truth,
    explain: () => ({ truth, text, leaf: undefined, parts: [], parameters: [] }),
  };
}

/** The condition of what is under no condition; nothing ever has to be explained by it. */
export const unconditional: CompiledCondition = settled(True, { en: 'always', nl: 'altijd' });

/** What compiling hands down. */
export interface Compilation {
  readonly registers: Registers;
  /** How a condition inside another, or inside a value, is compiled, since they stand inside each other. */
  readonly condition: (condition: Condition) => CompiledCondition;
}
