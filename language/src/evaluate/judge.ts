import type { CoreProgram } from '../core/core.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { rootRecord } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { claimResults, unknownClaims } from './claim-results.ts';
import { claimedEntries } from './claimed-entries.ts';
import { entriesOf } from './claims.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { applyExplanations } from './explain-rules.ts';
import { startFrame } from './frame.ts';
import { claimsOf, noClaims } from './judge-exceptions.ts';
import { type JudgedRule, judgeRule } from './judge-rule.ts';
import { orderPurposes, type PurposeOrder } from './purposes.ts';
import type { Judgement, Notice, Result } from './result.ts';

/** Packs, ready to judge any number of manifests. */
export interface CompiledProgram {
  readonly core: CoreProgram;
  readonly rules: readonly CompiledRule[];
  readonly purposes: PurposeOrder;
  readonly variables: number;
}

/** Compiles a program once; it has no state, and may judge any number of manifests. */
export function compileProgram(core: CoreProgram): CompiledProgram {
  const rules = core.packs.flatMap((pack) => pack.rules);
  const variables = rules.reduce((most, rule) => Math.max(most, rule.variables), 2);
  return { core, rules: rules.map(compileRule), purposes: orderPurposes(core.purposes), variables };
}

/**
 * Judges a manifest on a date: one result for each rule and subject, in the order of the packs' rules and then of the
 * subjects. Pure and deterministic: same program, manifest and date, same judgement. A manifest without a record that
 * could be read gives no results.
 */
export function judge(compiled: CompiledProgram, manifest: TypedManifest, asOf: Day): Judgement {
  const { record } = manifest;
  if (record === undefined) return { results: [], notices: [] };
  const frame = startFrame(manifest, asOf, compiled.purposes, compiled.variables);
  const root = rootRecord(record.type);
  const rules = compiled.rules.filter((rule) => rootRecord(rule.core.record) === root);
  const entries = claimedEntries(entriesOf(frame, 'claims'));
  const judged: JudgedRule[] = rules.map((rule) => {
    const claims = entries.all.length === 0 ? noClaims : claimsOf(entries, rule, frame);
    return { rule, claims, subjects: judgeRule(rule, claims, frame) };
  });
  const explained = applyExplanations(judged, frame);
  const claimed = judged.map((each) => (entries.all.length === 0 ? nothing : claimResults(each, entries, frame)));
  return {
    results: judged.flatMap((_, index) => [explained.results[index] ?? [], claimed[index]?.results ?? []]).flat(),
    notices: [explained.notices, ...claimed.map((each) => each.notices), unknownClaims(entries, rules)].flat(),
  };
}

const nothing: { readonly results: readonly Result[]; readonly notices: readonly Notice[] } = {
  results: [],
  notices: [],
};
