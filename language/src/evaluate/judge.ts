import type { CoreProgram } from '../core/core.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { type RecordType, rootRecord } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { claimResults, unknownClaims } from './claim-results.ts';
import { type ClaimedEntries, claimedEntries } from './claimed-entries.ts';
import { entriesOf } from './claims.ts';
import { compileCondition, observedBy } from './compile-condition.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import { applyExplanations } from './explain-rules.ts';
import { type Frame, type FrameParts, startFrame } from './frame.ts';
import { claimsOf, noClaims } from './judge-exceptions.ts';
import { type JudgedRule, judgeRule } from './judge-rule.ts';
import type { Observer } from './observer.ts';
import { orderPurposes } from './purposes.ts';
import type { Judgement, Result } from './result.ts';

/** Packs, ready to judge any number of manifests. */
export interface CompiledProgram extends FrameParts {
  readonly core: CoreProgram;
  /** The rules about each kind of manifest, by the first record in its chain of extensions. */
  readonly rules: ReadonlyMap<RecordType, readonly CompiledRule[]>;
}

/**
 * Compiles a program once; it has no state, and may judge any number of manifests. An observer is told what each
 * condition and exception comes to, which costs time.
 */
export function compileProgram(core: CoreProgram, observer?: Observer): CompiledProgram {
  const compile = observer === undefined ? compileCondition : observedBy(observer);
  const rules = core.packs.flatMap((pack) => pack.rules);
  const variables = rules.reduce((most, rule) => Math.max(most, rule.variables), 2);
  const byRecord = Map.groupBy(
    rules.map((rule) => compileRule(rule, compile)),
    (rule) => rootRecord(rule.core.record),
  );
  return { core, rules: byRecord, purposes: orderPurposes(core.purposes), variables, observer };
}

/**
 * Judges a manifest on a date: one result for each rule and subject, in the order of the packs' rules and then of the
 * subjects. Pure and deterministic: same program, manifest and date, same judgement. A manifest without a record that
 * could be read gives no results.
 */
export function judge(compiled: CompiledProgram, manifest: TypedManifest, asOf: Day): Judgement {
  const { record } = manifest;
  if (record === undefined) return { results: [], notices: [] };
  const frame = startFrame(manifest, asOf, compiled);
  const rules = compiled.rules.get(rootRecord(record.type)) ?? [];
  const claims = entriesOf(frame, 'claims');
  return claims.length === 0 ? judgeUnclaimed(rules, frame) : judgeClaimed(rules, claimedEntries(claims), frame);
}

/** A manifest that claims no exception, as most do. */
function judgeUnclaimed(rules: readonly CompiledRule[], frame: Frame): Judgement {
  const judged = rules.map((rule) => ({ rule, claims: noClaims, subjects: judgeRule(rule, noClaims, frame) }));
  const explanations = entriesOf(frame, 'explanations');
  if (explanations.length === 0) return { results: resultsOf(judged), notices: [] };
  const { results, notices } = applyExplanations(judged, explanations, frame);
  return { results: results.flat(), notices };
}

function resultsOf(judged: readonly JudgedRule[]): readonly Result[] {
  const results: Result[] = [];
  for (const { subjects } of judged) for (const { result } of subjects) results.push(result);
  return results;
}

function judgeClaimed(rules: readonly CompiledRule[], entries: ClaimedEntries, frame: Frame): Judgement {
  const judged: JudgedRule[] = rules.map((rule) => {
    const claims = claimsOf(entries, rule, frame);
    return { rule, claims, subjects: judgeRule(rule, claims, frame) };
  });
  const explained = applyExplanations(judged, entriesOf(frame, 'explanations'), frame);
  const claimed = judged.map((each) => claimResults(each, entries, frame));
  return {
    results: judged.flatMap((_, index) => [explained.results[index] ?? [], claimed[index]?.results ?? []]).flat(),
    notices: [explained.notices, ...claimed.map((each) => each.notices), unknownClaims(entries, rules)].flat(),
  };
}
