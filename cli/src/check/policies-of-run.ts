import { compileProgram } from '@waarborg/language';
import type { Environment } from '../locale.ts';
import type { JudgingSettings } from '../project/judging-settings.ts';
import type { PackReport } from '../report.ts';
import type { Bench } from './judge-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { policyCache } from './policy-cache.ts';

/** The policies of a run: one set, or several where folders have packs of their own. */
export interface PoliciesOfRun {
  /** Each set once, in the order in which they were asked for. */
  readonly all: readonly LoadedPolicies[];
  readonly of: (settings: JudgingSettings) => LoadedPolicies;
  /** What judges by the settings; a set is compiled once. */
  readonly benchFor: (settings: JudgingSettings) => Bench;
}

/** Reads and checks the policies that some settings name. */
export async function policiesOfRun(
  settings: Iterable<JudgingSettings>,
  workingFolder: string,
  environment: Environment,
): Promise<PoliciesOfRun> {
  const sets = new Map<string, LoadedPolicies>();
  for (const { policies } of settings) {
    const key = keyOf(policies);
    if (!sets.has(key)) sets.set(key, await policiesFor(policies, workingFolder, environment));
  }
  const of = ({ policies }: JudgingSettings): LoadedPolicies => {
    const found = sets.get(keyOf(policies));
    if (found === undefined) throw new Error('these policies were not asked for');
    return found;
  };
  const compiled = new Map<LoadedPolicies, Omit<Bench, 'asOf'>>();
  const benchFor = (wanted: JudgingSettings): Bench => {
    const policies = of(wanted);
    const { program } = policies;
    const known = compiled.get(policies) ?? { program, compiled: compileProgram(program) };
    compiled.set(policies, known);
    return { ...known, asOf: wanted.asOf };
  };
  return { all: [...sets.values()], of, benchFor };
}

function keyOf(policies: readonly string[]): string {
  return policies.join('\0');
}

/** The policies as they were checked before, else checked now; the checker is loaded only when there is something to check. */
async function policiesFor(
  named: readonly string[],
  workingFolder: string,
  environment: Environment,
): Promise<LoadedPolicies> {
  const cache = policyCache(named, workingFolder, environment);
  const known = cache?.read();
  if (known !== undefined) return known;
  const { loadPolicies } = await import('./load-policies.ts');
  const policies = loadPolicies(named, workingFolder);
  cache?.write(policies);
  return policies;
}

/** The packs of some policies as a report has them. */
export function packsOf({ program, digests }: LoadedPolicies): readonly PackReport[] {
  return program.packs.map(({ name, version }) => ({ name, version, digest: digests.get(name) ?? '' }));
}
