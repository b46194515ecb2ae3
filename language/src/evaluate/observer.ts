import type { Condition, CoreException, Truth } from '../core/core.ts';

/** Who is told what conditions and exceptions come to while manifests are judged: for coverage, and at its price. */
export interface Observer {
  readonly condition: (condition: Condition, truth: Truth) => void;
  /** An exception where a duty that it covers does not hold: true where it relieves, unknown where it may. */
  readonly exception: (exception: CoreException, truth: Truth) => void;
}
