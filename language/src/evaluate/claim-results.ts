import type { Localized } from '../diagnostic/diagnostic.ts';
import { nearestNames } from '../diagnostic/nearest.ts';
import { formatDate } from '../values/calendar.ts';
import { admissionOf, type Fault, notAllowed } from './claim-admission.ts';
import { type ClaimedEntries, ruleNamesIn } from './claimed-entries.ts';
import { type Entry, roleOf } from './claims.ts';
import type { CompiledRule } from './compile-rule.ts';
import { endsSoon } from './ends-soon.ts';
import { parameterUse } from './finding.ts';
import type { Frame } from './frame.ts';
import { type Claim, claimMessage } from './judge-exceptions.ts';
import type { JudgedRule } from './judge-rule.ts';
import { namesOfTarget } from './names.ts';
import { isOwed, subjectsWith } from './owed.ts';
import { keyOfItem, locationOf } from './place.ts';
import type { Finding, Notice, Reason, Result } from './result.ts';
import { isDate } from './values.ts';

const notNow: Localized = { en: 'does not hold', nl: 'geldt niet' };

const repairOfClaim: Localized = {
  en: 'Correct the claim, or take it away and meet the duty.',
  nl: 'Verbeter het beroep, of haal het weg en voldoe aan de plicht.',
};

/** What is to be done about a claim that was right on its own days: these stay recorded. */
const repairOfLapsed: Readonly<Record<'ended' | 'not begun', Localized>> = {
  ended: {
    en:
      'Meet the duty, or renew the claim: leave this one as it is, and add a claim with its own begin and end and the ' +
      'agreement for it.',
    nl:
      'Voldoe aan de plicht, of verleng: laat dit beroep staan, en voeg een nieuw beroep toe met een eigen begin en ' +
      'einde en het akkoord daarvoor.',
  },
  'not begun': {
    en:
      'Meet the duty until the claim begins, or add a claim for the days before it, with its own begin and end and the ' +
      'agreement for it.',
    nl:
      'Voldoe aan de plicht totdat dit beroep begint, of voeg een beroep toe voor de dagen daarvoor, met een eigen ' +
      'begin en einde en het akkoord daarvoor.',
  },
};

const noReasons = (): readonly Reason[] => [];

interface Given {
  readonly results: readonly Result[];
  readonly notices: readonly Notice[];
}

/**
 * The claims of a rule: each that the policy does not allow is a result of its own at the rule's level, and only a notice
 * where the duty passes without it, or the rule does not apply. One that only is not of this day is a notice also where
 * another claim excepts the duty. What nothing rests on, or ends soon, is a notice too.
 */
export function claimResults(judged: JudgedRule, entries: ClaimedEntries, frame: Frame): Given {
  const results: Result[] = [];
  const notices: Notice[] = [];
  const { rule, subjects } = judged;
  const take = (entry: Entry, finding: Finding, needed: boolean, cites: Result['cites']): void => {
    if (needed) results.push(claimResult(rule, entry, finding, cites));
    else {
      const { message, location } = finding.explain();
      notices.push({ kind: 'claim-inadmissible', message, location });
    }
  };
  const citesWith = ({ exception: { cites } }: Claim): Result['cites'] =>
    cites.length === 0 ? rule.cites : [...rule.cites, ...cites];
  const admit = admissionOf(judged, frame);
  const used = new Set(subjects.flatMap((subject) => subject.usedClaims));
  const allowed: Claim[] = [];
  for (const claim of judged.claims.all) {
    const { verdict, fault } = admit(claim);
    if (verdict === 'admitted') allowed.push(claim);
    else take(claim.entry, inadmissibleFinding(rule, claim, fault), verdict === 'needed', citesWith(claim));
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
  for (const { entry, text = '' } of entries.about(rule.names)) {
    if (!names.has(text))
      take(entry, noSuchException(rule, entry, text), isOwed(entry, rule, undefined, all), rule.cites);
  }
  return { results, notices: [...notices, ...allowed.flatMap((claim) => noticeOfAllowed(claim, used, frame))] };
}

function claimResult({ core }: CompiledRule, entry: Entry, finding: Finding, cites: Result['cites']): Result {
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
    claim: keyOfItem(entry.place),
  };
}

function inadmissibleFinding({ core }: CompiledRule, { exception }: Claim, fault: Fault): Finding {
  const { words, location, lapsed, parameters } = fault;
  return {
    obligation: `claim:${exception.core.name}`,
    outcome: 'fail',
    level: core.level,
    levelChosenBy: core.levelChosenBy,
    notExplainable: true,
    explain: () => ({
      message: claimMessage(exception, words, lapsed === undefined ? notAllowed : notNow),
      required: { en: 'a claim as the policy allows it', nl: 'een beroep zoals het beleid het toestaat' },
      found: words,
      repair: lapsed === undefined ? repairOfClaim : repairOfLapsed[lapsed],
      location,
      parameters: parameters.map(parameterUse),
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
  if (!isDate(ends) || !endsSoon(ends.day, frame.asOf)) return [];
  const message = {
    en: `The exception \`${name}\` ends on ${formatDate(ends.day)}.`,
    nl: `De uitzondering \`${name}\` eindigt op ${formatDate(ends.day)}.`,
  };
  return [{ kind: 'claim-ends-soon', message, location }];
}

/** Claims of rules that no pack in this run has. */
export function unknownClaims(entries: ClaimedEntries, rules: readonly CompiledRule[]): readonly Notice[] {
  const known = new Set(rules.flatMap(({ names }) => names));
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
