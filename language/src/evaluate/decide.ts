import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { rootRecord } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { claimedEntries } from './claimed-entries.ts';
import { type Entry, entriesOf, roleOf } from './claims.ts';
import type { CompiledRule } from './compile-rule.ts';
import { decideRule, type Undecided } from './decide-rule.ts';
import type { ExplanationDecision, RuleDecision } from './decision.ts';
import { testExplanation } from './explain-rules.ts';
import type { Frame } from './frame.ts';
import { type CompiledProgram, judge } from './judge.ts';
import { claimsOf } from './judge-exceptions.ts';
import { namesOfRule } from './names.ts';
import { locationOf } from './place.ts';
import { startFrame } from './registers.ts';

/** What nothing was asked of: a claim that is a result of its own. */
const nothingAsked: Undecided = { label: '', location: undefined, steps: [], duties: [] };

/**
 * How a rule, by its `pack/name`, came to what it did: the results that `judge` gives, each with what was asked and what it
 * came to. Undefined where the program has no such rule about manifests of this kind, or nothing could be read.
 */
export function decide(
  compiled: CompiledProgram,
  manifest: TypedManifest,
  asOf: Day,
  ruleId: string,
): RuleDecision | undefined {
  const { record } = manifest;
  if (record === undefined) return undefined;
  const about = compiled.rules.get(rootRecord(record.type));
  const rule = about?.rules.find(({ core }) => core.id === ruleId);
  if (about === undefined || rule === undefined) return undefined;
  const results = judge(compiled, manifest, asOf).results.filter((result) => result.rule === ruleId);
  const frame = startFrame(manifest, record, asOf, compiled, about.registers);
  const claims = claimsOf(claimedEntries(entriesOf(record, frame, 'claims')), rule, frame);
  const subjects = decideRule(rule, claims, frame);
  return {
    rule: rule.core,
    // What comes after the subjects are claims that the policy does not allow.
    subjects: results.map((result, index) => ({ ...(subjects[index] ?? nothingAsked), result })),
    explanations: decideExplanations(rule, entriesOf(record, frame, 'explanations'), frame),
  };
}

function decideExplanations(
  { core }: CompiledRule,
  entries: readonly Entry[],
  frame: Frame,
): readonly ExplanationDecision[] {
  const names = namesOfRule(core);
  return entries
    .filter((entry) => names.some((name) => name === roleOf(entry, 'explained-rule').value))
    .map((entry) => {
      const { use, fault, place } = testExplanation(entry, frame);
      return { use, fault, location: locationOf(place) };
    });
}
