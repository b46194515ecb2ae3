import { type CompiledRule, judgeApplicability, judgeObligation } from './compile-rule.ts';
import { unconditional } from './compiled-condition.ts';
import type { Frame } from './frame.ts';
import { False, type Kleene, True, Unknown } from './kleene.ts';

/** Whether a rule applies to the manifest at all, or has first to be known to. */
export type Standing = 'applies' | 'not-in-force' | 'out-of-scope' | 'scope-unknown' | 'not-meant' | 'meant-unknown';

/** Whether the rule applies to the manifest, in the order that the language page fixes. */
export function standingOf(rule: CompiledRule, frame: Frame): Standing {
  const { alwaysApplies, scope, applies } = rule;
  if (alwaysApplies) return 'applies';
  if (!isInForce(rule, frame)) return 'not-in-force';
  const inScope = scope.evaluate(frame);
  if (inScope !== True) return inScope === False ? 'out-of-scope' : 'scope-unknown';
  const applicable = judgeApplicability(applies, frame);
  if (applicable === True) return 'applies';
  return applicable === False ? 'not-meant' : 'meant-unknown';
}

/**
 * Judges whether a manifest meets a rule about it as a whole, which applies: where that is true, the result is `rule.met`,
 * made before. What is not true may be anything, and is for `judgeRule` to say.
 */
export function meetingOf(rule: CompiledRule): (frame: Frame) => Kleene {
  const { forEach, alwaysApplies, obligations } = rule;
  if (forEach !== undefined) return () => Unknown;
  const [only, next] = obligations;
  // Nearly all rules have one obligation, and ask it of every manifest.
  if (alwaysApplies && only?.guard === unconditional && next === undefined) return only.condition.evaluate;
  return (frame) => {
    if (standingOf(rule, frame) !== 'applies') return Unknown;
    for (const obligation of obligations) if (judgeObligation(obligation, frame).outcome !== 'pass') return Unknown;
    return True;
  };
}

function isInForce({ inForce }: CompiledRule, { asOf }: Frame): boolean {
  if (inForce.length === 0) return true;
  return inForce.some(
    ({ from, until }) => (from === undefined || from <= asOf) && (until === undefined || asOf <= until),
  );
}
