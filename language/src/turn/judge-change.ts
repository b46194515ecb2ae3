import type { CoreProgram } from '../core/core.ts';
import { type CompiledProgram, compileProgram, judge } from '../evaluate/judge.ts';
import type { Outcome, Result } from '../evaluate/result.ts';
import type { RawDocument } from '../manifest/document.ts';
import { joinClaims } from '../manifest/join-claims.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { Day } from '../values/calendar.ts';

/** A subject of a rule: the JSON Pointer of its result, and the key by which it is known whatever its number is. */
export interface SubjectName {
  readonly pointer: string;
  readonly key: string | undefined;
}

/** Judges one rule of a program, and nothing else of it. */
export interface RuleJudge {
  readonly compiled: CompiledProgram;
  /**
   * What a document comes to for a subject; undefined where the subject is not there, where the document is about another
   * manifest, or where it has an error that the unchanged one has not.
   */
  readonly outcomeOf: (document: RawDocument) => Outcome | undefined;
}

/** A judge of one rule for one subject, as it stands in the unchanged manifest. */
export function ruleJudge(
  program: CoreProgram,
  unchanged: TypedManifest,
  { rule, subject, asOf }: { readonly rule: string; readonly subject: SubjectName; readonly asOf: Day },
): RuleJudge {
  const packs = program.packs.map((pack) => ({ ...pack, rules: pack.rules.filter(({ id }) => id === rule) }));
  const compiled = compileProgram({ ...program, packs });
  const errors = countErrors(unchanged);
  const outcomeOf = (document: RawDocument): Outcome | undefined => {
    const typed = joinClaims(typeManifest(document, program), unchanged.beside, program);
    if (typed.record === undefined || typed.id !== unchanged.id) return undefined;
    for (const [code, count] of countErrors(typed)) if (count > (errors.get(code) ?? 0)) return undefined;
    return outcomeFor(subject, judge(compiled, typed, asOf).results);
  };
  return { compiled, outcomeOf };
}

/** How many errors of each code a manifest has: a change may mend one, and make none. */
function countErrors({ diagnostics }: TypedManifest): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { code } of diagnostics) counts.set(code, (counts.get(code) ?? 0) + 1);
  return counts;
}

const weight: Readonly<Record<Outcome, number>> = { 'not-applicable': 0, pass: 1, excepted: 2, unproven: 3, fail: 4 };

/** The outcome for a subject; for the whole manifest, where its items may have come to be judged, the worst of all. */
function outcomeFor({ pointer, key }: SubjectName, results: readonly Result[]): Outcome | undefined {
  const own = results.filter((result) => !isOfClaim(result));
  if (pointer !== '') {
    const found = own.find(({ subject, subjectKey }) =>
      key === undefined ? subject === pointer : subjectKey === key && listOf(subject) === listOf(pointer),
    );
    return found?.outcome;
  }
  return own
    .map(({ outcome }) => outcome)
    .reduce((worst, outcome) => (weight[outcome] > weight[worst] ? outcome : worst), 'not-applicable');
}

/** A claim that the policy does not allow is a result of its own, and no subject. */
export function isOfClaim({ findings }: Result): boolean {
  return findings.some(({ obligation }) => obligation.startsWith('claim:'));
}

function listOf(pointer: string): string {
  return pointer.slice(0, pointer.lastIndexOf('/'));
}
