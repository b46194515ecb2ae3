import type { CoreRule, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import { nothingAtTestPath } from '../diagnostic/test-errors.ts';
import type { Finding, FindingDetails, Judgement, Outcome, Reason, Result } from '../evaluate/result.ts';
import type { RecordValue } from '../manifest/value.ts';
import type { Report } from '../model/report.ts';
import type { ExpectedOutcome, TestPath } from '../syntax/tests-ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { ResolvedExpectation } from './expectation.ts';
import { labelOfPointer } from './label-of-pointer.ts';
import { followPath, pointerOfPath, reportNothingThere } from './test-path.ts';
import type { CheckedExpectation, OutcomeWords } from './test-run.ts';

/** What an expectation is compared with. */
export interface Compared {
  readonly judgement: Judgement;
  readonly record: RecordValue;
  readonly report: Report;
}

/** A finding with what it says. */
type Found = Pick<Finding, 'obligation'> & FindingDetails;

/** An expectation compared with what judging gave; undefined after saying that it is about nothing. */
export function compare(
  { expectation, rule }: ResolvedExpectation,
  outcome: ExpectedOutcome,
  compared: Compared,
): CheckedExpectation | undefined {
  const results = resultsFor(rule, expectation.subject, compared);
  const places = outcome.places.map((path) => pointerOfPlace(path, compared));
  if (results === undefined || places.includes(undefined)) return undefined;
  const worst = worstOf(results);
  const deciding = results.filter((result) => result.outcome === worst);
  const findings = deciding
    .flatMap((result) => result.findings.filter((finding) => finding.outcome === worst))
    .map(({ obligation, explain }): Found => ({ obligation, ...explain() }));
  const found: OutcomeWords = {
    outcome: worst,
    exceptions: unique(deciding.flatMap((result) => result.exceptions.map(({ name }) => name))),
    // The whole manifest is no place that a test could name.
    places: unique(findings.map(({ location }) => labelOfPointer(compared.record, location.pointer))).filter(
      (place) => place !== '',
    ),
    duties: dutiesIn(worst, deciding, findings),
    words: undefined,
  };
  const expected: OutcomeWords = {
    outcome: outcome.outcome,
    exceptions: outcome.exceptions.map(({ text }) => text),
    places: outcome.places.map(({ span }) => textOf(span)),
    duties: outcome.duties.map(({ text }) => text),
    words: outcome.words?.text,
  };
  const pointers = new Set(findings.map(({ location }) => location.pointer));
  const met =
    worst === outcome.outcome &&
    sameOrUnsaid(renamed(expected.exceptions, rule), found.exceptions) &&
    sameOrUnsaid(
      places.flatMap((pointer) => pointer ?? []),
      [...pointers],
    ) &&
    sameOrUnsaid(expected.duties, found.duties) &&
    (outcome.words === undefined || saysWords(outcome.words.text, findings, deciding));
  return {
    rule: rule.id,
    subject: expectation.subject === undefined ? undefined : textOf(expectation.subject.span),
    span: outcome.span,
    met,
    expected,
    found,
    reasons: reasonsOf(deciding, findings),
  };
}

function textOf({ source, start, end }: TestPath['span']): string {
  return source.text.slice(start, end).replaceAll(/\s+/g, ' ');
}

function unique(words: readonly string[]): readonly string[] {
  return [...new Set(words)];
}

/** What is expected is exact, and what is not said is anything. */
function sameOrUnsaid(expected: readonly string[], found: readonly string[]): boolean {
  if (expected.length === 0) return true;
  const [left, right] = [new Set(expected), new Set(found)];
  return left.size === right.size && left.isSubsetOf(right);
}

/** Exceptions by their present names. */
function renamed(names: readonly string[], { exceptions }: CoreRule): readonly string[] {
  return names.map((name) => exceptions.find(({ was }) => was.includes(name))?.name ?? name);
}

/** The results of the rule for a subject, or all; undefined after saying that there is no such subject. */
function resultsFor(
  rule: CoreRule,
  subject: TestPath | undefined,
  { judgement, record, report }: Compared,
): readonly Result[] | undefined {
  const all = judgement.results.filter((result) => result.rule === rule.id);
  if (subject === undefined) return all.length > 0 ? all : [leftOut(rule)];
  const found = followPath(subject, record, report);
  if (found === undefined) return undefined;
  if (found.there < found.steps.length) {
    reportNothingThere(subject, found, report);
    return undefined;
  }
  const pointer = pointerOfPath(found);
  const own = all.filter((result) => result.subject === pointer);
  if (own.length > 0) return own;
  if (isItemOf(subject, rule)) {
    // What is said of the whole manifest is said of each item; else the rule's `where` leaves the item out.
    const whole = all.filter(
      (result) => result.subject === '' && result.findings.every(({ obligation }) => !isClaim(obligation)),
    );
    return whole.length > 0 ? whole : [leftOut(rule)];
  }
  const message = {
    en: `\`${rule.name}\` judges nothing here`,
    nl: `\`${rule.name}\` beoordeelt hier niets`,
  };
  const word = wordsAt(subject.span);
  const help =
    rule.forEach === undefined
      ? {
          en: `It judges the whole manifest: leave out \`${word('For')}\`.`,
          nl: `Zij beoordeelt het hele manifest: laat \`${word('For')}\` weg.`,
        }
      : {
          en: `It judges the items of \`${rule.forEach.list.text.en}\`.`,
          nl: `Zij beoordeelt de onderdelen van \`${rule.forEach.list.text.nl}\`.`,
        };
  report(diagnostic(nothingAtTestPath, subject.span, message, { help }));
  return undefined;
}

/** Whether a path ends at an item of the list that a rule goes through. */
function isItemOf({ steps }: TestPath, { forEach }: CoreRule): boolean {
  if (forEach === undefined || steps.at(-1)?.kind !== 'item') return false;
  const fields = steps.flatMap((step) => (step.kind === 'field' ? [step.name.text] : []));
  return fieldsIn(forEach.list).join('.') === fields.join('.');
}

function fieldsIn(term: Term): readonly string[] {
  return term.kind === 'field' ? [...fieldsIn(term.of), term.field.name] : [];
}

function isClaim(obligation: string): boolean {
  return obligation.startsWith('claim:');
}

/** An item that the rule's `where` leaves out has no result of its own; the rule does not apply to it. */
function leftOut(rule: CoreRule): Result {
  const { id, title, level, levelChosenBy, advice } = rule;
  const nothing = { because: () => [], findings: [], cites: [], exceptions: [], explanation: undefined };
  const outcome = 'not-applicable' as const;
  return {
    rule: id,
    title,
    level,
    levelChosenBy,
    outcome,
    subject: '',
    subjectKey: undefined,
    reason: 'no-item',
    advice,
    ...nothing,
  };
}

const fromWorst: readonly Outcome[] = ['fail', 'unproven', 'excepted', 'pass', 'not-applicable'];

/** The worst outcome is that of the rule: as in the verdict on a manifest. */
function worstOf(results: readonly Result[]): Outcome {
  return fromWorst.find((outcome) => results.some((result) => result.outcome === outcome)) ?? 'not-applicable';
}

function dutiesIn(outcome: Outcome, results: readonly Result[], findings: readonly Found[]): readonly string[] {
  if (outcome === 'not-applicable') return unique(results.flatMap(({ reason }) => reason ?? []));
  return unique(findings.map(({ obligation }) => obligation.replace('claim:', 'claim/')));
}

function pointerOfPlace(path: TestPath, { record, report }: Compared): string | undefined {
  const found = followPath(path, record, report);
  if (found === undefined) return undefined;
  if (found.lacking === undefined) return pointerOfPath(found);
  reportNothingThere(path, found, report);
  return undefined;
}

/** In either language: converting a file of tests to the other spelling leaves the words that it quotes as they are. */
function saysWords(words: string, findings: readonly Found[], results: readonly Result[]): boolean {
  return reasonsOf(results, findings).some((reason) => reason.en.includes(words) || reason.nl.includes(words));
}

function reasonsOf(results: readonly Result[], findings: readonly Found[]): readonly Localized[] {
  const sentences = findings.map(({ message }) => message);
  return [...sentences, ...results.flatMap(({ because }) => because().flatMap(reasonWords))];
}

/** The values that decided, rather than the conditions around them. */
function reasonWords({ text, found, because }: Reason): readonly Localized[] {
  if (found !== undefined) return [{ en: `${text.en}: ${found.en}`, nl: `${text.nl}: ${found.nl}` }];
  return because.length === 0 ? [text] : because.flatMap(reasonWords);
}
