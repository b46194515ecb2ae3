import { parameterWithoutReview } from './parameter-without-review.ts';
import { ruleWithoutSource } from './rule-without-source.ts';
import { scopeMissing } from './scope-missing.ts';
import type { LintRule } from './support/lint-rule.ts';

/** Every rule of lint, in the order of the index of their pages. */
export const lintRules: readonly LintRule[] = [ruleWithoutSource, parameterWithoutReview, scopeMissing];
