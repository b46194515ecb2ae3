import { type CoreProgram, noticesOfProgram, type SourceText } from '@waarborg/language';
import type { Project } from '../project/find-project.ts';
import { projectManifests } from '../project/project-places.ts';
import type { Surroundings } from '../surroundings.ts';
import type { JudgedManifest, Run } from './build-report.ts';
import type { CheckArguments } from './check-arguments.ts';
import { emptyPolicies } from './empty-policies.ts';
import { findManifests, type ManifestFile } from './find-manifests.ts';
import { judgeManifests } from './judge-manifests.ts';
import type { LoadedPolicies } from './load-policies.ts';
import { type PoliciesOfRun, packsOf, policiesOfRun } from './policies-of-run.ts';

/** A run that was judged, with the programs that judged it and the texts that there is something to show of. */
export interface JudgedRun {
  readonly run: Run;
  readonly programs: readonly CoreProgram[];
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** Finds the manifests of a run and judges each by the settings of its folder; where a policy has an error, nothing. */
export async function judgeRun(
  options: Pick<CheckArguments, 'targets' | 'project' | 'settingsOf' | 'maxWarnings'>,
  { workingFolder, environment }: Surroundings,
): Promise<JudgedRun> {
  const { settingsOf, maxWarnings } = options;
  const found = manifestsOf(options, workingFolder);
  const usual = settingsOf(undefined);
  const wanted = new Set(found.files.length === 0 ? [usual] : found.files.map(({ path }) => settingsOf(path)));
  const policies = await policiesOfRun(wanted, workingFolder, environment);
  const programs = policies.all.map(({ program }) => program);
  const problems = [...policies.all.flatMap((each) => [...each.problems, ...emptyPolicies(each)]), ...found.problems];
  const diagnostics = [...policies.all.flatMap((each) => each.diagnostics), ...found.diagnostics];
  const packs = packsOfRun(policies);
  const { asOf, failOn } = usual;
  const base = { asOf, failOn, maxWarnings, packs, diagnostics, problems };
  const policySources = new Map(diagnostics.map(({ span }) => [span.source.name, span.source]));
  if (policies.all.some(isBroken)) {
    return { run: { ...base, manifests: [], notices: [] }, programs, sources: policySources };
  }
  const { manifests, sources } = judgeManifests(found.files, ({ path }) => policies.benchFor(settingsOf(path)));
  const overrides = overridesOf(found.files, settingsOf, policies);
  const judged = manifests.map((each) => ({ ...each, override: overrides.get(each.file) }));
  const all = [...wanted].flatMap((settings) => noticesOfProgram(policies.of(settings).program, settings.asOf));
  const notices = firstOfEach(all, ({ message }) => message.en);
  return { run: { ...base, manifests: judged, notices }, programs, sources: new Map([...policySources, ...sources]) };
}

/** The manifests that are named, else those of the project. */
export function manifestsOf(
  { targets, project }: { readonly targets: readonly string[]; readonly project: Project },
  workingFolder: string,
): ReturnType<typeof projectManifests> {
  if (targets.length === 0) return projectManifests(project, workingFolder);
  return { ...findManifests(targets, workingFolder), diagnostics: [] };
}

/** All packs of a run, each once. */
export function packsOfRun({ all }: PoliciesOfRun): Run['packs'] {
  return firstOfEach(all.flatMap(packsOf), ({ name, digest }) => `${name} ${digest}`);
}

/** Policies with which nothing can be judged: rules that are half understood must not look as if they had been met. */
export function isBroken({ problems, diagnostics, program }: LoadedPolicies): boolean {
  return problems.length > 0 || diagnostics.some(({ severity }) => severity === 'error') || program.packs.length === 0;
}

/** How manifests are judged that are not judged as is usual, by their shown names. */
function overridesOf(
  files: readonly ManifestFile[],
  settingsOf: CheckArguments['settingsOf'],
  policies: PoliciesOfRun,
): ReadonlyMap<string, JudgedManifest['override']> {
  const usual = settingsOf(undefined);
  const overridden = files.filter(({ path }) => settingsOf(path) !== usual);
  return new Map(
    overridden.map(({ path, shown }) => {
      const settings = settingsOf(path);
      return [shown, { ...settings, packs: packsOf(policies.of(settings)) }];
    }),
  );
}

/** The first of each that have a key in common. */
function firstOfEach<Value>(values: readonly Value[], keyOf: (value: Value) => string): readonly Value[] {
  const keys = values.map(keyOf);
  return values.filter((_, index) => keys.indexOf(keys[index] ?? '') === index);
}
