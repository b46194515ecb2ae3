import type { Localized } from '../diagnostic/diagnostic.ts';
import { nearestNames } from '../diagnostic/nearest.ts';
import { addDuration, formatDate } from '../values/calendar.ts';
import { type Entry, roleOf } from './claims.ts';
import type { CompiledRule } from './compile-rule.ts';
import type { Frame } from './frame.ts';
import { concerns, concernsSubject } from './judge-claim.ts';
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
export function claimResults(judged: JudgedRule, entries: readonly Entry[]): Given {
  const results: Result[] = [];
  const notices: Notice[] = [];
  const take = (entry: Entry, finding: Finding, needed: boolean): void => {
    if (needed) results.push(claimResult(judged.rule, entry, finding));
    else notices.push({ kind: 'claim-inadmissible', message: finding.message, location: finding.location });
  };
  for (const claim of judged.claims) {
    if (claim.admissibility.truth !== False) continue;
    take(claim.entry, inadmissibleFinding(judged.rule, claim), isNeeded(claim, judged));
  }
  for (const entry of entries.filter((candidate) => claimsNoException(candidate, judged.rule))) {
    take(
      entry,
      noSuchException(judged.rule, entry),
      judged.subjects.some((subject) => falls(subject.result)),
    );
  }
  return { results, notices };
}

function falls(result: Result): boolean {
  return result.outcome === 'fail' || result.outcome === 'unproven';
}

/** A claim is needed where an obligation that it is about does not pass for a subject that it is about. */
function isNeeded(claim: Claim, { rule, subjects }: JudgedRule): boolean {
  return subjects.some(({ result, passed }) => {
    if (result.outcome === 'not-applicable' || !concernsSubject(claim.entry, result.subjectKey)) return false;
    return rule.obligations.some(({ core }) => concerns(claim.entry, core) && !passed.has(core.id));
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

function claimedText(entry: Entry): string | undefined {
  const { value } = roleOf(entry, 'claimed-exception');
  return typeof value === 'string' ? value : undefined;
}

/** The claim names this rule, and an exception that it does not have. */
function claimsNoException(entry: Entry, { core }: CompiledRule): boolean {
  const text = claimedText(entry);
  if (text === undefined) return false;
  const names = core.exceptions.flatMap((exception) => [exception.name, ...exception.was]);
  if (namesOfTarget(core, names).includes(text)) return false;
  return namesOfRule(core).some((name) => text === name || text.startsWith(`${name}/`));
}

function noSuchException({ core }: CompiledRule, entry: Entry): Finding {
  const text = claimedText(entry) ?? '';
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
  return claims.flatMap((claim): readonly Notice[] => {
    if (claim.admissibility.truth === False) return [];
    const { name } = claim.exception.core;
    const location = locationOf(claim.entry.place);
    const used = subjects.some((subject) => subject.usedClaims.includes(claim));
    if (!used) {
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
export function unknownClaims(entries: readonly Entry[], rules: readonly CompiledRule[]): readonly Notice[] {
  return entries.flatMap((entry): readonly Notice[] => {
    const text = claimedText(entry);
    if (text === undefined) return [];
    const known = rules.some(({ core }) =>
      namesOfRule(core).some((name) => text === name || text.startsWith(`${name}/`)),
    );
    if (known) return [];
    const targets = rules.flatMap(({ core }) => core.exceptions.map((exception) => `${core.name}/${exception.name}`));
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
