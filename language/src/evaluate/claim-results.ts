import type { Localized } from '../diagnostic/diagnostic.ts';
import { nearestNames } from '../diagnostic/nearest.ts';
import { addDuration, formatDate } from '../values/calendar.ts';
import { type ClaimedEntries, ruleNamesIn } from './claimed-entries.ts';
import { type Entry, roleOf } from './claims.ts';
import type { CompiledException, CompiledRule } from './compile-rule.ts';
import type { Frame } from './frame.ts';
import { conditionFault, subjectsOf } from './judge-claim.ts';
import { type Claim, claimMessage } from './judge-exceptions.ts';
import type { JudgedRule, SubjectResult } from './judge-rule.ts';
import { False, type Kleene } from './kleene.ts';
import { namesOfRule, namesOfTarget } from './names.ts';
import { isAboutAny, isOwed, type Subjects, subjectsWith } from './owed.ts';
import { locationOf } from './place.ts';
import { isRefused, refusalsOf } from './refusals.ts';
import type { Finding, Location, Notice, Reason, Result } from './result.ts';
import { isDate } from './values.ts';

const notAllowed: Localized = { en: 'is not allowed', nl: 'is niet toegestaan' };

const repairOfClaim: Localized = {
  en: 'Correct the claim, or take it away and meet the duty.',
  nl: 'Verbeter het beroep, of haal het weg en voldoe aan de plicht.',
};

const noReasons = (): readonly Reason[] => [];

interface Given {
  readonly results: readonly Result[];
  readonly notices: readonly Notice[];
}

/**
 * The claims of a rule: each that the policy does not allow is a result of its own at the rule's level, and only a notice
 * where the duty passes without it, or the rule does not apply. What nothing rests on, or ends soon, is a notice too.
 */
export function claimResults(judged: JudgedRule, entries: ClaimedEntries, frame: Frame): Given {
  const results: Result[] = [];
  const notices: Notice[] = [];
  const { rule, subjects } = judged;
  const admit = admission(judged, frame);
  const used = new Set(subjects.flatMap((subject) => subject.usedClaims));
  const allowed: Claim[] = [];
  for (const claim of judged.claims.all) {
    const { verdict, fault } = admit(claim);
    const finding = inadmissibleFinding(rule, claim, fault);
    switch (verdict) {
      case 'admitted':
        allowed.push(claim);
        break;
      case 'needed':
        results.push(claimResult(rule, claim.entry, finding));
        break;
      case 'refused':
        notices.push(noticeOf(finding));
        break;
    }
  }
  const { core } = rule;
  const names = new Set(
    namesOfTarget(
      core,
      core.exceptions.flatMap((exception) => [exception.name, ...exception.was]),
    ),
  );
  const all = subjectsWith(rule, subjects);
  // What is left names this rule, and an exception that it does not have.
  for (const { entry, text } of entries.about(namesOfRule(core))) {
    if (names.has(text)) continue;
    const finding = noSuchException(rule, entry, text);
    if (isOwed(entry, rule, undefined, all)) results.push(claimResult(rule, entry, finding));
    else notices.push(noticeOf(finding));
  }
  return { results, notices: [...notices, ...allowed.flatMap((claim) => noticeOfAllowed(claim, used, frame))] };
}

/** Whether a claim is admitted, and where it is not, whether something does not hold without it. */
interface Admission {
  readonly verdict: 'admitted' | 'refused' | 'needed';
  readonly fault: Fault;
}

interface Fault {
  readonly words: Localized;
  readonly location: Location;
}

/** Who admits a claim is worked out once for an exception, unless each claim is a matter of the item. */
function admission(judged: JudgedRule, frame: Frame): (claim: Claim) => Admission {
  const { rule, claims, subjects } = judged;
  const sides = (claim: Claim): Sides => {
    const refused = subjects.filter(({ refusals }) => isRefused(claim, refusals));
    const admitting = subjects.filter(({ refusals }) => !isRefused(claim, refusals));
    return { refusing: subjectsWith(rule, refused), admitting: subjectsWith(rule, admitting) };
  };
  const known = new Map<CompiledException, Map<Kleene, Sides>>();
  const sidesOf = (claim: Claim): Sides => {
    const { exception, admissibility } = claim;
    if (exception.claimsByItem) return sides(claim);
    const byTruth = known.get(exception) ?? new Map<Kleene, Sides>();
    const found = byTruth.get(admissibility.truth) ?? sides(claim);
    known.set(exception, byTruth.set(admissibility.truth, found));
    return found;
  };
  return (claim) => {
    const { entry, exception } = claim;
    const { refusing, admitting } = sidesOf(claim);
    const fault = faultOf(claim, subjects);
    if (isOwed(entry, rule, exception.core.covers, refusing)) return { verdict: 'needed', fault };
    if (isAboutAny(entry, admitting)) return { verdict: 'admitted', fault };
    const isAlone = !isAboutAny(entry, refusing);
    const refused = isAlone ? isRefused(claim, refusalsOf(rule, claims, frame)) : true;
    return { verdict: refused ? 'refused' : 'admitted', fault };
  };
}

interface Sides {
  readonly refusing: Subjects;
  readonly admitting: Subjects;
}

/** What is wrong with a claim for the first of its items that refuses it, else in itself, else the condition of its exception. */
function faultOf({ entry, exception, admissibility }: Claim, subjects: readonly SubjectResult[]): Fault {
  const keys = subjectsOf(entry);
  const meant = keys === undefined ? subjects : subjects.filter(({ key }) => key !== undefined && keys.includes(key));
  const [ofItem] = meant.flatMap(({ refusals }) => refusals.claims.get(entry) ?? []);
  const tested = ofItem ?? admissibility;
  const fault = tested.truth === False ? tested.fault : undefined;
  return { words: fault ?? conditionFault(exception), location: tested.location };
}

function noticeOf(finding: Finding): Notice {
  const { message, location } = finding.explain();
  return { kind: 'claim-inadmissible', message, location };
}

function claimResult({ core, cites }: CompiledRule, entry: Entry, finding: Finding): Result {
  return {
    rule: core.id,
    title: core.title,
    level: core.level,
    levelChosenBy: core.levelChosenBy,
    outcome: 'fail',
    subject: locationOf(entry.place).pointer,
    subjectKey: undefined,
    reason: undefined,
    because: noReasons,
    findings: [finding],
    cites,
    exceptions: [],
    explanation: undefined,
    advice: undefined,
  };
}

function inadmissibleFinding({ core }: CompiledRule, { exception }: Claim, { words, location }: Fault): Finding {
  return {
    obligation: `claim:${exception.core.name}`,
    outcome: 'fail',
    level: core.level,
    levelChosenBy: core.levelChosenBy,
    notExplainable: true,
    explain: () => ({
      message: claimMessage(exception, words, notAllowed),
      required: { en: 'a claim as the policy allows it', nl: 'een beroep zoals het beleid het toestaat' },
      found: words,
      repair: repairOfClaim,
      location,
      parameters: [],
      because: [],
    }),
  };
}

function noSuchException({ core }: CompiledRule, entry: Entry, text: string): Finding {
  const names = core.exceptions.map((exception) => exception.name);
  const listed = names.join(', ');
  const place = roleOf(entry, 'claimed-exception').place;
  const has: Localized =
    names.length === 0
      ? { en: 'the rule allows no exception', nl: 'de regel kent geen uitzondering' }
      : { en: `the rule allows only: ${listed}`, nl: `de regel kent alleen: ${listed}` };
  return {
    obligation: `claim:${text.split('/').at(-1) ?? text}`,
    outcome: 'fail',
    level: core.level,
    levelChosenBy: core.levelChosenBy,
    notExplainable: true,
    explain: () => ({
      message: {
        en: `The claim \`${text}\` is not allowed: ${has.en}.`,
        nl: `Het beroep \`${text}\` is niet toegestaan: ${has.nl}.`,
      },
      required: has,
      found: { en: text, nl: text },
      repair: repairOfClaim,
      location: locationOf(place),
      parameters: [],
      because: [],
    }),
  };
}

/** As long before the end of a claim that is relied on, its end is announced. */
const announcedBefore = 31;

/** A notice about a claim that nothing rests on, or that something rests on and that ends soon. */
function noticeOfAllowed({ entry, exception }: Claim, used: ReadonlySet<Entry>, frame: Frame): readonly Notice[] {
  const { name } = exception.core;
  const location = locationOf(entry.place);
  if (!used.has(entry)) {
    const message = {
      en: `The claim of the exception \`${name}\` is not needed: nothing rests on it.`,
      nl: `Het beroep op de uitzondering \`${name}\` is niet nodig: er rust niets op.`,
    };
    return [{ kind: 'claim-unused', message, location }];
  }
  const ends = roleOf(entry, 'ends').value;
  if (!isDate(ends) || ends.day > addDuration(frame.asOf, { months: 0, days: announcedBefore })) return [];
  const message = {
    en: `The exception \`${name}\` ends on ${formatDate(ends.day)}.`,
    nl: `De uitzondering \`${name}\` eindigt op ${formatDate(ends.day)}.`,
  };
  return [{ kind: 'claim-ends-soon', message, location }];
}

/** Claims of rules that no pack in this run has. */
export function unknownClaims(entries: ClaimedEntries, rules: readonly CompiledRule[]): readonly Notice[] {
  const known = new Set(rules.flatMap(({ core }) => namesOfRule(core)));
  const targets = rules.flatMap(({ core }) => core.exceptions.map((exception) => `${core.name}/${exception.name}`));
  return entries.all.flatMap(({ entry, text }): readonly Notice[] => {
    if (ruleNamesIn(text).some((name) => known.has(name))) return [];
    const [nearest] = nearestNames(text, targets, 1);
    const help =
      nearest === undefined
        ? { en: '', nl: '' }
        : { en: ` Did you mean \`${nearest}\`?`, nl: ` Bedoelde u \`${nearest}\`?` };
    const message = {
      en: `The claim \`${text}\` is of a rule that no pack here has.${help.en}`,
      nl: `Het beroep \`${text}\` is op een regel die geen pakket hier heeft.${help.nl}`,
    };
    return [{ kind: 'claim-unknown', message, location: locationOf(roleOf(entry, 'claimed-exception').place) }];
  });
}
