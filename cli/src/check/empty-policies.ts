import { noPolicy, type Problem, problem } from '../command-errors.ts';
import type { LoadedPolicies } from './load-policies.ts';

/** Policies without a pack judge nothing, and a run that judges nothing must not look like one that passes. */
export function emptyPolicies({ program, diagnostics, problems }: LoadedPolicies): readonly Problem[] {
  if (program.packs.length > 0 || diagnostics.length > 0 || problems.length > 0) return [];
  return [
    problem(
      noPolicy,
      { en: 'The policies given hold no pack', nl: 'Het opgegeven beleid bevat geen pakket' },
      undefined,
      {
        en: 'A vocabulary alone has no rules: name a pack with --policy.',
        nl: 'Een woordenlijst alleen heeft geen regels: noem een pakket met --policy.',
      },
    ),
  ];
}
