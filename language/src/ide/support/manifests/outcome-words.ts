import type { LevelName } from '../../../core/core.ts';
import type { Localized } from '../../../diagnostic/diagnostic.ts';
import type { Outcome } from '../../../evaluate/result.ts';

/** The outcomes of a rule in words, as reports have them: what is not shown is no violation, and no pass. */
export const outcomeWords: Readonly<Record<Outcome, Localized>> = {
  pass: { en: 'meets', nl: 'voldoet' },
  fail: { en: 'does not meet', nl: 'voldoet niet' },
  unproven: { en: 'not shown', nl: 'niet aangetoond' },
  excepted: { en: 'excepted', nl: 'uitgezonderd' },
  'not-applicable': { en: 'does not apply', nl: 'niet van toepassing' },
};

/** The levels of rules in words. */
export const levelWords: Readonly<Record<LevelName, Localized>> = {
  mandatory: { en: 'mandatory', nl: 'verplicht' },
  'comply-or-explain': { en: 'comply or explain', nl: 'pas toe of leg uit' },
  recommended: { en: 'recommended', nl: 'aanbevolen' },
};
