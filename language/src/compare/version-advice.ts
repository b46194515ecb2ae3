import type { ItemChange, Step, StepReason, VersionAdvice } from './comparison.ts';

const order: Readonly<Record<Step, number>> = { none: 0, patch: 1, minor: 2, major: 3 };

/** The step between two versions of a pack that its changes ask for, and the one that was made. */
export function versionAdvice(items: readonly ItemChange[], oldVersion: string, newVersion: string): VersionAdvice {
  const changes = items.flatMap((item) => item.changes);
  const needed = changes.reduce<Step>((most, { step }) => (order[step] > order[most] ? step : most), 'none');
  const reasons = new Set<StepReason>(changes.flatMap(({ step, stepReason }) => (step === needed ? [stepReason] : [])));
  const made = stepMade(oldVersion, newVersion);
  return { needed, made, tooSmall: made === 'backwards' || order[made] < order[needed], reasons: [...reasons] };
}

/** The step between two versions `1.2.3`. */
function stepMade(old: string, next: string): Step | 'backwards' {
  const [before, after] = [old, next].map((version) => version.split('.').map(Number));
  const steps = ['major', 'minor', 'patch'] as const;
  for (const [index, step] of steps.entries()) {
    const difference = (after?.[index] ?? 0) - (before?.[index] ?? 0);
    if (difference !== 0) return difference > 0 ? step : 'backwards';
  }
  return 'none';
}
