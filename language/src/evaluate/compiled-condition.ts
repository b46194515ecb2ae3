import type { Condition, CoreParameter, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Value } from '../manifest/value.ts';
import type { Field, Type } from '../model/types.ts';
import type { Explanation } from './explanation.ts';
import type { Frame } from './frame.ts';
import { type Kleene, True } from './kleene.ts';
import type { Place } from './place.ts';
import type { Registers } from './registers.ts';
import type { ValueTest } from './value-test.ts';

/** A value with the place where it stands, or should; constants and calculations have no place. */
export interface Located {
  readonly value: Value;
  readonly place: Place | undefined;
  /** True where the value is worked out from the place and others: then its words name it, and not the place. */
  readonly calculated?: boolean;
  /** Why it cannot be worked out, though everything that it needs is there. */
  readonly fault?: Localized;
}

/** A term, ready to be read: its value for judging, and where it comes from for explaining. */
export interface CompiledTerm {
  readonly type: Type;
  readonly text: Localized;
  readonly value: (frame: Frame) => Value;
  /** The register that holds the value, or the record of which it is the field; undefined where it stands in none. */
  readonly register: number | undefined;
  /** The field of the record in the register, where it is not the register itself. */
  readonly field: Field | undefined;
  /** The value, or each item of a projected list, with its place. */
  readonly locate: (frame: Frame) => readonly Located[];
  /** The parameters that it rests on. */
  readonly parameters: readonly CoreParameter[];
  readonly core: Term;
  /** What it is worked out from, in source order; none where it is read as it stands. */
  readonly operands: readonly CompiledTerm[];
  /** Of an aggregate with `where`: which items of the list it is worked out from. */
  readonly selection?: CompiledSelection | undefined;
}

/** The items of a list for which a condition holds. */
export interface CompiledSelection {
  readonly variable: number;
  readonly condition: CompiledCondition;
}

/**
 * A condition, ready to be judged. Both functions of a node stand together and share its primitive, so that a reason
 * can never say anything else than the evaluation did.
 */
export interface CompiledCondition {
  readonly text: Localized;
  readonly evaluate: (frame: Frame) => Kleene;
  /** The same for one that asks something of a single value: a list is then gone through value by value. */
  readonly ofValue?: TestOfValue | undefined;
  /** Why; `wanted` is false inside a `not`, where the opposite is asked. */
  readonly explain: (frame: Frame, wanted: boolean) => Explanation;
  readonly makeup: Makeup;
}

/** A test, and the term of which it tests the value. */
export interface TestOfValue {
  readonly term: CompiledTerm;
  readonly test: ValueTest;
}

/**
 * What a condition is made of, so that a decision can be shown whole and not only by what decided. Whatever is shown of
 * the parts is what they themselves evaluate to.
 */
export type Makeup =
  | { readonly kind: 'joined'; readonly join: 'and' | 'or'; readonly parts: readonly CompiledCondition[] }
  | { readonly kind: 'not'; readonly part: CompiledCondition }
  | { readonly kind: 'defined'; readonly condition: CompiledCondition }
  /** A test of values; `open` are conditions that it depends on besides, such as those of declared compatibilities. */
  | {
      readonly kind: 'test';
      readonly core: Condition;
      readonly terms: readonly CompiledTerm[];
      readonly open?: (frame: Frame) => readonly CompiledCondition[];
      /** The way through the graph of purposes that was taken. */
      readonly path?: (frame: Frame) => string | undefined;
    }
  | {
      readonly kind: 'quantified';
      readonly quantifier: 'every' | 'some';
      readonly variable: number;
      readonly core: Condition & { readonly kind: 'quantified' };
      readonly list: CompiledTerm;
      readonly where: CompiledCondition;
      readonly body: CompiledCondition;
    }
  | { readonly kind: 'always' };

/** A condition that looks at nothing. */
export function settled(truth: Kleene, text: Localized): CompiledCondition {
  return {
    text,
    evaluate: () => truth,
    explain: () => ({ truth, text, leaf: undefined, parts: [], parameters: [] }),
    makeup: { kind: 'always' },
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
