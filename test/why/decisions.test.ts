import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decide } from '../../language/src/evaluate/decide.ts';
import type { DutyDecision, SubjectDecision } from '../../language/src/evaluate/decision.ts';
import { compileProgram, judge } from '../../language/src/evaluate/judge.ts';
import type { Trace } from '../../language/src/evaluate/trace.ts';
import { readDocuments } from '../../language/src/manifest/read-document.ts';
import { typeManifest } from '../../language/src/manifest/type-manifest.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parseDate } from '../../language/src/values/calendar.ts';
import { type Case, cases } from '../reference/generate.ts';
import { programOf } from '../reference/judge-case.ts';

const order = { false: 0, unknown: 1, true: 2 } as const;
const weight = { pass: 0, excepted: 1, unproven: 2, fail: 3 } as const;

/** What a trace says against itself: a whole that its parts do not give, or a part that is said to decide and cannot. */
function faultsOf(trace: Trace): readonly string[] {
  const { kind, truth, parts, text } = trace;
  const faults = parts.flatMap((part) => faultsOf(part.trace));
  const say = (fault: string): number => (faults as string[]).push(`${text.en}: ${fault}`);
  const truths = parts.map((part) => order[part.trace.truth]);
  if (kind === 'all' && Math.min(...truths) !== order[truth]) say('is not the least of its parts');
  if (kind === 'any' && Math.max(...truths) !== order[truth]) say('is not the greatest of its parts');
  if (kind === 'not' && truths[0] !== 2 - order[truth]) say('is not the opposite of its part');
  if (kind === 'definition' && truths[0] !== order[truth]) say('is not what it is defined as');
  if ((kind === 'all' || kind === 'any') && parts.some((part) => part.decides !== (part.trace.truth === truth)))
    say('says that a part decides, or does not, against its value');
  if (kind === 'every' || kind === 'some') {
    const of = parts.filter(({ item }) => item?.selected === 'true').map((part) => order[part.trace.truth]);
    const sure = parts.length > 0 && of.length === parts.length;
    if (sure && (kind === 'every' ? Math.min(...of) : Math.max(...of)) !== order[truth])
      say('is not what its items give');
    if (sure && !parts.some(({ decides }) => decides)) say('is decided by nothing');
  }
  return faults;
}

function tracesOf({ steps, duties }: SubjectDecision): readonly Trace[] {
  const ofDuty = ({ guard, condition, otherwise, exceptions }: DutyDecision): readonly (Trace | undefined)[] => [
    guard,
    condition,
    otherwise,
    ...exceptions.flatMap((each) => [each.condition, ...each.residual.flatMap(ofDuty)]),
  ];
  return [...steps.map(({ trace }) => trace), ...duties.flatMap(ofDuty)].filter((trace) => trace !== undefined);
}

/** The outcome that the steps and duties of a decision come to. */
function outcomeOf({ steps, duties }: SubjectDecision): string {
  if (duties.length > 0) {
    const worst = Math.max(...duties.map(({ outcome }) => weight[outcome]));
    return Object.entries(weight).find(([, each]) => each === worst)?.[0] ?? '';
  }
  const last = steps.findLast(({ decides }) => decides);
  return last?.trace.truth === 'false' ? 'not-applicable' : 'unproven';
}

function check({ policies, manifest, asOf }: Case, seen: Set<string>): void {
  const { program } = programOf({ policies, manifest, asOf });
  const compiled = compileProgram(program);
  const [document] = readDocuments(sourceText('m', manifest), 'yaml').documents;
  const day = parseDate(asOf);
  if (document === undefined || day === undefined) throw new Error('a case has a document and a day');
  const typed = typeManifest(document, program);
  const { results } = judge(compiled, typed, day);
  for (const { core } of [...compiled.rules.values()].flatMap(({ rules }) => rules)) {
    const decision = decide(compiled, typed, day, core.id);
    const own = results.filter(({ rule }) => rule === core.id);
    expect(decision?.subjects.map(({ result }) => result.outcome) ?? []).toEqual(own.map(({ outcome }) => outcome));
    for (const subject of decision?.subjects ?? []) {
      const { result } = subject;
      if (result.findings.some(({ obligation }) => obligation.startsWith('claim:'))) continue;
      expect(tracesOf(subject).flatMap(faultsOf)).toEqual([]);
      expect(outcomeOf(subject), core.id).toBe(result.outcome);
      expect(subject.location?.pointer ?? '').toBe(result.subject);
      seen.add(result.reason ?? result.outcome);
    }
  }
}

it('every decision comes to its outcome by its own steps, and every condition by its own parts', () => {
  const seen = new Set<string>();
  // Fewer rarely meet a rule that is not in force.
  const numRuns = Math.max(300, fc.readConfigureGlobal().numRuns ?? 0);
  fc.assert(
    fc.property(cases(), (each) => check(each, seen)),
    { numRuns },
  );
  expect([...seen].sort()).toEqual(
    ['condition', 'excepted', 'fail', 'no-item', 'not-in-force', 'pass', 'scope', 'unproven'].sort(),
  );
});
