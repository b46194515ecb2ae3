import { conditionNeverFalse } from './condition-never-false.ts';
import { conditionNeverTrue } from './condition-never-true.ts';
import { conditionSubsumed } from './condition-subsumed.ts';
import { doubleNegation } from './double-negation.ts';
import { duplicateDuty } from './duplicate-duty.ts';
import { exceptionWithoutEnd } from './exception-without-end.ts';
import { nameStyle } from './name-style.ts';
import { numberWithoutParameter } from './number-without-parameter.ts';
import { oneLanguageText } from './one-language-text.ts';
import { parameterWithoutReason } from './parameter-without-reason.ts';
import { parameterWithoutReview } from './parameter-without-review.ts';
import { quotationNotInSource } from './quotation-not-in-source.ts';
import { ruleWithoutSource } from './rule-without-source.ts';
import { scopeMissing } from './scope-missing.ts';
import { sourceNotInForce } from './source-not-in-force.ts';
import type { LintRule } from './support/lint-rule.ts';
import { untestedRule } from './untested-rule.ts';
import { unusedDefine } from './unused-define.ts';
import { unusedParameter } from './unused-parameter.ts';
import { unusedPurpose } from './unused-purpose.ts';
import { unusedSource } from './unused-source.ts';

/** Every rule of lint, in the order of the index of their pages. */
export const lintRules: readonly LintRule[] = [
  ruleWithoutSource,
  numberWithoutParameter,
  parameterWithoutReason,
  parameterWithoutReview,
  unusedDefine,
  unusedParameter,
  unusedSource,
  unusedPurpose,
  exceptionWithoutEnd,
  scopeMissing,
  oneLanguageText,
  sourceNotInForce,
  quotationNotInSource,
  conditionNeverTrue,
  conditionNeverFalse,
  conditionSubsumed,
  duplicateDuty,
  doubleNegation,
  nameStyle,
  untestedRule,
];
