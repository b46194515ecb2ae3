import type { Localized } from '../diagnostic/diagnostic.ts';
import { nearestNames } from '../diagnostic/nearest.ts';
import { addDuration, formatDate } from '../values/calendar.ts';
import { type ClaimedEntries, ruleNamesIn } from './claimed-entries.ts';
import { type Entry, roleOf } from './claims.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Frame } from './frame.ts';
import { concerns, subjectsOf } from './judge-claim.ts';
import { type Claim, claimMessage } from './judge-exceptions.ts';
import type { JudgedRule } from './judge-rule.ts';
import { False } from './kleene.ts';
import { namesOfRule, namesOfTarget } from './names.ts';
import { locationOf } from './place.ts';
import type { Finding, Notice, Result } from './result.ts';
import { isDate } from './values.ts';

const notAllowed: Localized = { en: 'is not allowed', nl: 'is niet toegestaan' };

interface Given {
  readonly results: readonly Result[];
  readonly notices: readonly Notice[];
}

/**
 * Claims that the policy does not allow: each is a result of its own at the rule's level, and only a notice where the
 * duty passes without it, or the rule does not apply.
 */
export function claimResults(judged: JudgedRule, entries: ClaimedEntries): Given {
  const results: Result[] = [];
  const notices: Notice[] = [];
  const take = (entry: Entry, finding: Finding, needed: boolean): void => {
    if (needed) results.push(claimResult(judged.rule, entry, finding));
    else notices.push({ kind: 'claim-inadmissible', message: finding.message, location: finding.location });
  };
  const owed = owedBySubject(judged);
  for (const claim of judged.claims.all) {
    if (claim.admissibility.truth !== False) continue;
    take(claim.entry, inadmissibleFinding(judged.rule, claim), isNeeded(claim, judged.rule, owed));
  }
  const falling = judged.subjects.some((subject) => falls(subject.result));
  const names = new Set(
    namesOfTarget(
      judged.rule.core,
      judged.rule.core.exceptions.flatMap((exception) => [exception.name, ...exception.was]),
    ),
  );
  // What is left names this rule, and an exception that it does not have.
  for (const { entry, text = '' } of entries.about(namesOfRule(judged.rule.core))) {
    if (!names.has(text)) take(entry, noSuchException(judged.rule, entry, text), falling);
  }
  return { results, notices };
}

function falls(result: Result): boolean {
  return result.outcome === 'fail' || result.outcome === 'unproven';
}

/** For each obligation the keys of the subjects for which it does not pass; undefined is a subject without a key. */
type Owed = ReadonlyMap<string, ReadonlySet<string | undefined>>;

function owedBySubject({ rule, claims, subjects }: JudgedRule): Owed {
  if (claims.all.length === 0) return new Map();
  const judged = subjects.filter(({ result }) => result.outcome !== 'not-applicable');
  return new Map(
    rule.obligations.map(({ core }) => [
      core.id,
      new Set(judged.flatMap(({ result, passed }) => (passed.has(core.id) ? [] : [result.subjectKey]))),
    ]),
  );
}

/** A claim is needed where an obligation that it is about does not pass for a subject that it is about. */
function isNeeded({ entry }: Claim, rule: CompiledRule, owed: Owed): boolean {
  const keys = subjectsOf(entry);
  return rule.obligations.some(({ core }) => {
    const open = owed.get(core.id) ?? new Set();
    if (open.size === 0 || !concerns(entry, core)) return false;
    return keys === undefined || keys.some((key) => open.has(key));
  });
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
    because: [],
    findings: [finding],
    cites,
    exceptions: [],
    explanation: undefined,
    advice: undefined,
  };
}

function inadmissibleFinding({ core }: CompiledRule, { exception, admissibility }: Claim): Finding {
  const fault = admissibility.fault ?? notAllowed;
  return {
    obligation: `claim:${exception.core.name}`,
    outcome: 'fail',
    level: core.level,
    levelChosenBy: core.levelChosenBy,
    notExplainable: true,
    message: claimMessage(exception, fault, notAllowed),
    required: { en: 'a claim as the policy allows it', nl: 'een beroep zoals het beleid het toestaat' },
    found: fault,
    repair: {
      en: 'Correct the claim, or take it away and meet the duty.',
      nl: 'Verbeter het beroep, of haal het weg en voldoe aan de plicht.',
    },
    location: admissibility.location,
    parameters: [],
    because: [],
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
    message: {
      en: `The claim \`${text}\` is not allowed: ${has.en}.`,
      nl: `Het beroep \`${text}\` is niet toegestaan: ${has.nl}.`,
    },
    required: has,
    found: { en: text, nl: text },
    repair: {
      en: 'Correct the claim, or take it away and meet the duty.',
      nl: 'Verbeter het beroep, of haal het weg en voldoe aan de plicht.',
    },
    location: locationOf(place),
    parameters: [],
    because: [],
  };
}

/** As long before the end of a claim that is relied on, its end is announced. */
const announcedBefore = 31;

/** Notices about admissible claims: one that nothing needed, and one in use that ends soon. */
export function usedClaimNotices({ claims, subjects }: JudgedRule, frame: Frame): readonly Notice[] {
  const usedClaims = new Set(subjects.flatMap((subject) => subject.usedClaims));
  return claims.all.flatMap((claim): readonly Notice[] => {
    if (claim.admissibility.truth === False) return [];
    const { name } = claim.exception.core;
    const location = locationOf(claim.entry.place);
    if (!usedClaims.has(claim)) {
      const message = {
        en: `The claim of the exception \`${name}\` is not needed: nothing rests on it.`,
        nl: `Het beroep op de uitzondering \`${name}\` is niet nodig: er rust niets op.`,
      };
      return [{ kind: 'claim-unused', message, location }];
    }
    const ends = roleOf(claim.entry, 'ends').value;
    if (!isDate(ends) || ends.day > addDuration(frame.asOf, { months: 0, days: announcedBefore })) return [];
    const message = {
      en: `The exception \`${name}\` ends on ${formatDate(ends.day)}.`,
      nl: `De uitzondering \`${name}\` eindigt op ${formatDate(ends.day)}.`,
    };
    return [{ kind: 'claim-ends-soon', message, location }];
  });
}

/** Claims of rules that no pack in this run has. */
export function unknownClaims(entries: ClaimedEntries, rules: readonly CompiledRule[]): readonly Notice[] {
  const known = new Set(rules.flatMap(({ core }) => namesOfRule(core)));
  const targets = rules.flatMap(({ core }) => core.exceptions.map((exception) => `${core.name}/${exception.name}`));
  return entries.all.flatMap(({ entry, text }): readonly Notice[] => {
    if (text === undefined || ruleNamesIn(text).some((name) => known.has(name))) return [];
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
