import { buildProgram } from '../check/build-program.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import { compileProgram, judge } from './judge.ts';
import type { Observer } from './observer.ts';
import type { Judgement, Result } from './result.ts';

/** A small vocabulary with every type and every role, for tests of the evaluator. */
const vocabularyText = `vocabulary test.words version 1.0.0
manifest thing {
  id: text role id
  a: yes-no
  b: yes-no
  n: number
  m: number
  s: share
  k: count
  word: text
  day: date
  other: date
  term: duration
  colour: colour
  colours: list of colour
  purpose: purpose
  uses: list of purpose
  collected: list of purpose
  numbers: list of number
  part: part
  claim: text absent means none
  shut: shut absent means none
  items: list of item keyed by name
  review: review
  disclosures: list of disclosure keyed by what, whom role disclosures
  exceptions: list of claimed keyed by reference absent means none role claims
  explanations: list of explained keyed by reference absent means none role explanations
  approvals: list of approved keyed by reference absent means none role approvals
}
record part { x: number  y: text  consent: text absent means none }
record shut { x: number  names: list of text }
record item { name: text  value: share  max: share  cases: count role sample-size  on: date role measured-on  tags: list of text  subs: list of sub keyed by name }
record sub { name: text  value: number }
record review { stage: stage role review-stage  overrule: yes-no role can-overrule }
record disclosure { what: what role disclosed-item  whom: whom role disclosed-audience  extent: extent role disclosed-extent }
record claimed {
  reference: text  exception: text role claimed-exception  items: list of text role covered-items
  subjects: list of text role covered-subjects  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}
record explained {
  reference: text  rule: text role explained-rule  subjects: list of text role covered-subjects
  reason: text role reason  by: text role accountable  begins: date role begins  ends: date role ends
}
record approved { reference: text  approves: text role approved-for  by: text role accountable  begins: date role begins  ends: date role ends }
choices colour { red green blue was azure }
choices stage { before role before-decision after none }
choices what { logic data }
choices whom { public court }
choices extent { full partial }
`;

// Read once: hundreds of tests start from the same words.
const vocabulary = parsePolicy(sourceText('words', vocabularyText));

const head = `pack test.pack version 1.0.0
  use test.words 1
source law "A law" applies from 2020-01-01 applies until 2030-12-31
parameter ceiling: share = 5% set by "a test" because "it needs one"
parameter boss: text = "boss" set by "a test" because "it needs one"
parameter longest: duration = 12 months set by "a test" because "it needs one"
purpose safety { purpose burglary-prevention  purpose fraud-detection }
purpose tax under safety
purpose tax-fraud under tax, fraud-detection
purpose research
open purpose inquiry under safety
data collected for research may be used for fraud-detection cites law "art. 1"
`;

/** What a run of one manifest is given; what is left out has its usual form. */
export interface TestRun {
  /** Rules, definitions and more, placed after the usual sources and purposes. */
  readonly rules: string;
  /** YAML below the identifier. */
  readonly manifest?: string;
  readonly asOf?: string;
  /** Clauses for the head of the pack, such as its scope. */
  readonly header?: string;
}

/** Judges a manifest by rules written in the language; throws where the rules have a mistake. */
export function judgeText(
  { rules, manifest = '', asOf = '2026-11-23', header = '' }: TestRun,
  observer?: Observer,
): Judgement {
  const policy = head.replace('use test.words 1\n', `use test.words 1\n${header}\n`) + rules;
  const { program, diagnostics } = buildProgram([vocabulary, parsePolicy(sourceText('pack', policy))]);
  if (diagnostics.length > 0)
    throw new Error(diagnostics.map(({ code, message }) => `${code} ${message.en}`).join('\n'));
  const text = `vocabulary: test.words 1\nid: test\n${manifest}`;
  const [document] = readDocuments(sourceText('manifest', text), 'yaml').documents;
  if (document === undefined) throw new Error('a text has a document');
  const typed = typeManifest(document, program);
  return judge(compileProgram(program, observer), typed, parseDate(asOf) ?? 0);
}

/** A rule with a body, mandatory, called `r`. */
export function rule(body: string, level = 'mandatory'): string {
  return `rule r "R" { ${level} chosen by "a test"\n${body}\n}`;
}

/** The results of one rule as words: `fail /items/0 limit-1@/items/0/value`. */
export function outcomesOf(run: TestRun): readonly string[] {
  return judgeText(run).results.map(words);
}

function words({ outcome, subject, reason, findings }: Result): string {
  const found = findings.map((finding) => `${finding.obligation}@${finding.explain().location.pointer}`);
  return [outcome, subject, reason ?? '', ...found].filter((word) => word !== '').join(' ');
}

/** The outcome of one condition on a manifest: pass is true, fail is false, unproven is unknown. */
export function truthOf(condition: string, manifest = '', asOf = '2026-11-23'): string {
  const [result] = judgeText({ rules: rule(`require c: ${condition}`), manifest, asOf }).results;
  const truths: Readonly<Record<string, string>> = { pass: 'true', fail: 'false', unproven: 'unknown' };
  return truths[result?.outcome ?? ''] ?? 'no answer';
}
