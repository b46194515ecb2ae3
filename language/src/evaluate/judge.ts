import type { CoreProgram, CoreRule } from '../core/core.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { type RecordType, rootRecord } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { claimResults, unknownClaims } from './claim-results.ts';
import { type ClaimedEntries, claimedEntries } from './claimed-entries.ts';
import { type Entry, entriesOf } from './claims.ts';
import { compileCondition, observed } from './compile-condition.ts';
import { type CompiledRule, compileRule } from './compile-rule.ts';
import type { Compilation } from './compiled-condition.ts';
import { applyExplanations } from './explain-rules.ts';
import type { Frame } from './frame.ts';
import { claimsOf, noClaims } from './judge-exceptions.ts';
import { type JudgedRule, judgeRule } from './judge-rule.ts';
import { type Kleene, True } from './kleene.ts';
import type { Observer } from './observer.ts';
import { orderPurposes } from './purposes.ts';
import { createRegisters, type FrameParts, type Registers, startFrame } from './registers.ts';
import type { Judgement, Result } from './result.ts';
import { meetingOf } from './standing.ts';

/** Packs, ready to judge any number of manifests. */
export interface CompiledProgram extends FrameParts {
  readonly core: CoreProgram;
  /** The rules about each kind of manifest, by the first record in its chain of extensions. */
  readonly rules: ReadonlyMap<RecordType, CompiledRules>;
}

/** The rules about one kind of manifest, and the registers that they read. */
interface CompiledRules {
  readonly rules: readonly CompiledRule[];
  /** Each rule with what judges whether a manifest meets it. */
  readonly meetings: readonly Meeting[];
  readonly registers: Registers;
}

interface Meeting {
  readonly rule: CompiledRule;
  readonly meets: (frame: Frame) => Kleene;
  readonly met: Result;
}

/**
 * Compiles a program once; it may judge any number of manifests. An observer is told what each condition and exception
 * comes to, which costs time.
 */
export function compileProgram(core: CoreProgram, observer?: Observer): CompiledProgram {
  const byRecord = Map.groupBy(
    core.packs.flatMap((pack) => pack.rules),
    (rule) => rootRecord(rule.record),
  );
  const rules = new Map(Array.from(byRecord, ([record, about]) => [record, compileRules(about, observer)] as const));
  return { core, rules, purposes: orderPurposes(core.purposes), observer };
}

function compileRules(rules: readonly CoreRule[], observer: Observer | undefined): CompiledRules {
  const registers = createRegisters(rules.reduce((most, rule) => Math.max(most, rule.variables), 0));
  const compilation: Compilation = {
    registers,
    condition: (condition) => {
      const compiled = compileCondition(condition, compilation);
      return observer === undefined ? compiled : observed(condition, compiled, observer);
    },
  };
  const compiled = rules.map((rule) => compileRule(rule, compilation));
  return {
    rules: compiled,
    meetings: compiled.map((rule) => ({ rule, meets: meetingOf(rule), met: rule.met })),
    registers,
  };
}

/** What a manifest about which there is nothing to say comes to. */
const nothing: Judgement = { results: [], notices: [] };

/**
 * Judges a manifest on a date: one result for each rule and subject, in the order of the packs' rules and then of the
 * subjects. Pure and deterministic: same program, manifest and date, same judgement. A manifest without a record that
 * could be read gives no results.
 */
export function judge(compiled: CompiledProgram, manifest: TypedManifest, asOf: Day): Judgement {
  const { record } = manifest;
  if (record === undefined) return nothing;
  const about = compiled.rules.get(rootRecord(record.type));
  if (about === undefined) return nothing;
  const { rules, registers } = about;
  const frame = startFrame(manifest, record, asOf, compiled, registers);
  const claims = entriesOf(record, frame, 'claims');
  const explanations = entriesOf(record, frame, 'explanations');
  if (claims.length > 0) return judgeClaimed(rules, claimedEntries(claims), explanations, frame);
  return explanations.length > 0
    ? judgeExplained(rules, explanations, frame)
    : { results: judgeUnexplained(about.meetings, frame), notices: [] };
}

/** A manifest that claims no exception, as most do. */
function judgeExplained(rules: readonly CompiledRule[], explanations: readonly Entry[], frame: Frame): Judgement {
  const judged = rules.map((rule) => ({ rule, claims: noClaims, subjects: judgeRule(rule, noClaims, frame) }));
  const explained = applyExplanations(judged, explanations, frame);
  return { results: explained.rules.flatMap(({ results }) => results), notices: explained.notices };
}

function judgeUnexplained(meetings: readonly Meeting[], frame: Frame): readonly Result[] {
  const results: Result[] = [];
  for (const { rule, meets, met } of meetings) {
    if (meets(frame) === True) results.push(met);
    else for (const { result } of judgeRule(rule, noClaims, frame)) results.push(result);
  }
  return results;
}

function judgeClaimed(
  rules: readonly CompiledRule[],
  entries: ClaimedEntries,
  explanations: readonly Entry[],
  frame: Frame,
): Judgement {
  const judged: JudgedRule[] = rules.map((rule) => {
    // A claim is nothing to a rule that it does not name.
    const claims = entries.name(rule.names) ? claimsOf(entries, rule, frame) : noClaims;
    return { rule, claims, subjects: judgeRule(rule, claims, frame) };
  });
  const explained = applyExplanations(judged, explanations, frame);
  const given = explained.rules.map(({ judged: each, results }) => ({
    results,
    claimed: each.claims === noClaims ? nothing : claimResults(each, entries, frame),
  }));
  return {
    results: given.flatMap(({ results, claimed }) => [results, claimed.results]).flat(),
    notices: [explained.notices, ...given.map(({ claimed }) => claimed.notices), unknownClaims(entries, rules)].flat(),
  };
}
