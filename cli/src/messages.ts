import type { Language, LevelName, Localized, NotApplicableReason, Outcome } from '@waarborg/language';
import type { OverrideReport, Verdict } from './report.ts';

// Everything that the command line itself says, in both languages. The Dutch follows the words of the law and of the
// policy officers who read it: what is not shown is no violation, and a pass is no judgement on lawfulness.

/** The outcomes in words. */
export const outcomeWords: Readonly<Record<Outcome, Localized>> = {
  pass: { en: 'meets', nl: 'voldoet' },
  fail: { en: 'does not meet', nl: 'voldoet niet' },
  unproven: { en: 'not shown', nl: 'niet aangetoond' },
  excepted: { en: 'excepted', nl: 'uitgezonderd' },
  'not-applicable': { en: 'does not apply', nl: 'niet van toepassing' },
};

/** The signs beside the words, so that colour is never the only difference. */
export const outcomeSigns: Readonly<Record<Outcome, string>> = {
  pass: '✓',
  fail: '✗',
  unproven: '?',
  excepted: '≈',
  'not-applicable': '–',
};

/** The levels in words. */
export const levelWords: Readonly<Record<LevelName, Localized>> = {
  mandatory: { en: 'mandatory', nl: 'verplicht' },
  'comply-or-explain': { en: 'comply or explain', nl: 'pas toe of leg uit' },
  recommended: { en: 'recommended', nl: 'aanbevolen' },
};

/** A level in words, and who chose it where no source gives it. */
export function chosenLevel(level: LevelName, chosenBy: string | null, language: Language): string {
  const words = levelWords[level][language];
  return chosenBy === null ? words : `${words} (${phrases.ownChoice[language]} ${chosenBy})`;
}

/** The verdicts on one manifest in words. */
export const verdictWords: Readonly<Record<Verdict, Localized>> = {
  pass: { en: 'meets the rules', nl: 'voldoet aan de regels' },
  known: { en: 'nothing new; does not meet all rules', nl: 'niets nieuws; voldoet niet aan alle regels' },
  fail: { en: 'does not meet the rules', nl: 'voldoet niet aan de regels' },
  'not-applicable': { en: 'no rule applies', nl: 'geen regel van toepassing' },
  error: { en: 'could not be judged', nl: 'kon niet worden beoordeeld' },
};

/** The verdict of `fail` where nothing is broken and something is not shown. */
export const notShown: Localized = {
  en: 'not shown to meet the rules',
  nl: 'niet aangetoond dat het aan de regels voldoet',
};

/** The verdict of `error` where all but a part was judged. */
export const judgedInPart: Localized = {
  en: 'has errors; the rest was judged',
  nl: 'bevat fouten; de rest is beoordeeld',
};

/** Why rules do not apply. */
export const reasonWords: Readonly<Record<NotApplicableReason, Localized>> = {
  'not-in-force': { en: 'not in force on this date', nl: 'niet van kracht op deze datum' },
  scope: { en: 'outside the scope of the pack', nl: 'buiten de reikwijdte van het pakket' },
  condition: { en: 'the condition does not hold', nl: 'de voorwaarde is niet vervuld' },
  'no-item': { en: 'nothing to judge', nl: 'niets te beoordelen' },
};

/** The heads of the lines below a finding. */
export const heads = {
  found: { en: 'Found', nl: 'Gevonden' },
  required: { en: 'Required', nl: 'Vereist' },
  because: { en: 'Because', nl: 'Omdat' },
  repair: { en: 'Repair', nl: 'Herstel' },
  source: { en: 'Source', nl: 'Bron' },
  parameter: { en: 'Parameter', nl: 'Parameter' },
  nextStep: { en: 'Next step', nl: 'Vervolgstap' },
  explained: { en: 'Explained', nl: 'Uitgelegd' },
  exception: { en: 'Exception', nl: 'Uitzondering' },
  stillOwed: { en: 'Still due', nl: 'Onverminderd' },
  known: { en: 'Known', nl: 'Bekend' },
  level: { en: 'Level', nl: 'Niveau' },
} as const satisfies Readonly<Record<string, Localized>>;

/** Words and sentences without a number in them. */
export const phrases = {
  error: { en: 'error', nl: 'fout' },
  notice: { en: 'notice', nl: 'let op' },
  summary: { en: 'Summary', nl: 'Samenvatting' },
  rule: { en: 'Rule', nl: 'Regel' },
  wholeManifest: { en: 'the whole manifest', nl: 'het hele manifest' },
  noId: { en: '(no id)', nl: '(geen aanduiding)' },
  standardInput: { en: 'standard input', nl: 'standaardinvoer' },
  whetherInScope: {
    en: 'Whether the rules of the pack apply to this analysis',
    nl: 'Of de regels van het pakket op deze analyse van toepassing zijn',
  },
  softer: { en: 'does not change the verdict', nl: 'verandert het oordeel niet' },
  ownChoice: { en: 'chosen by', nl: 'gekozen door' },
  setBy: { en: 'set by', nl: 'vastgesteld door' },
  because: { en: 'because', nl: 'omdat' },
  agreedBy: { en: 'agreed by', nl: 'met akkoord van' },
  ground: { en: 'ground', nl: 'grond' },
  from: { en: 'from', nl: 'van' },
  until: { en: 'until', nl: 'tot en met' },
  reliedUpon: { en: 'Exceptions relied upon', nl: 'Beroep op een uitzondering' },
  explainedRules: { en: 'Departed from, with an explanation', nl: 'Afgeweken, met uitleg' },
  knownFindings: {
    en: 'Known, and accepted for a time (baseline)',
    nl: 'Bekend, en voor een tijd aanvaard (baseline)',
  },
  doesNotApply: { en: 'Does not apply', nl: 'Niet van toepassing' },
  meets: { en: 'Meets', nl: 'Voldoet aan' },
  noJudgement: { en: 'no judgement on lawfulness', nl: 'geen oordeel over rechtmatigheid' },
  pack: { en: 'pack', nl: 'pakket' },
  internal: {
    en: 'Something went wrong in Waarborg itself while judging this',
    nl: 'Bij het beoordelen ging er iets mis in Waarborg zelf',
  },
  reportIt: {
    en: 'Please report it, with the input if you may share it.',
    nl: 'Meld het alstublieft, met de invoer als u die mag delen.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** How a manifest was judged where an override of the project file says so, in a sentence. */
export function overrideText({ asOf, failOn, packs }: OverrideReport, language: Language): string {
  const names = packs.map(({ name, version }) => `${name} ${version}`).join(', ');
  const level = levelWords[failOn][language];
  return language === 'en'
    ? `By an override in the project file: as of ${asOf}, by ${names}, counting from ${level}.`
    : `Volgens een afwijking in het projectbestand: per ${asOf}, aan de hand van ${names}; telt vanaf ${level}.`;
}

/** A number with its noun: `1 manifest`, `3 manifests`. */
export function counted(
  amount: number,
  noun: 'manifest' | 'rule' | 'finding' | 'item' | 'error' | 'more',
  language: Language,
): string {
  const nouns = {
    manifest: { en: ['manifest', 'manifests'], nl: ['manifest', 'manifesten'] },
    rule: { en: ['rule', 'rules'], nl: ['regel', 'regels'] },
    finding: { en: ['finding', 'findings'], nl: ['bevinding', 'bevindingen'] },
    item: { en: ['item', 'items'], nl: ['onderdeel', 'onderdelen'] },
    error: { en: ['error', 'errors'], nl: ['fout', 'fouten'] },
    more: { en: ['more', 'more'], nl: ['andere', 'andere'] },
  } as const;
  const [one, many] = nouns[noun][language];
  return `${amount} ${amount === 1 ? one : many}`;
}

/** How much a baseline accepts: `3 known (baseline)`. */
export function knownWords(amount: number, language: Language): string {
  return language === 'en' ? `${amount} known (baseline)` : `${amount} bekend (baseline)`;
}

/** `and 12 more; --verbose shows all`. */
export function andMore(amount: number, language: Language): string {
  return language === 'en' ? `and ${amount} more; --verbose shows all` : `en nog ${amount}; --verbose toont alles`;
}

/** The last sentence of the report. */
export function lastSentence(
  verdict: Verdict,
  state: {
    readonly packs: number;
    readonly brokenIn: number;
    readonly notShownIn: number;
    readonly errorsIn: number;
    readonly manifests: number;
    /** Findings that a baseline accepts, and entries of it that no longer hold. */
    readonly known: number;
    readonly baselineProblems: number;
  },
  language: Language,
): string {
  const one = state.packs === 1;
  const rules =
    language === 'en'
      ? `the rules of ${one ? 'this pack' : 'these packs'}`
      : `de regels van ${one ? 'dit pakket' : 'deze pakketten'}`;
  const lawful = `— ${phrases.noJudgement[language]}`;
  const of = (amount: number): string =>
    language === 'en'
      ? `${amount} of ${counted(state.manifests, 'manifest', 'en')}`
      : `${amount} van ${counted(state.manifests, 'manifest', 'nl')}`;
  const several = state.manifests > 1;
  switch (verdict) {
    case 'pass':
      return language === 'en' ? `Meets ${rules} ${lawful}.` : `Voldoet aan ${rules} ${lawful}.`;
    case 'known':
      return language === 'en'
        ? `Nothing new; ${counted(state.known, 'finding', 'en')} against ${rules} ${state.known === 1 ? 'is' : 'are'} known (baseline) ${lawful}.`
        : `Niets nieuws; ${counted(state.known, 'finding', 'nl')} aan de hand van ${rules} ${state.known === 1 ? 'is' : 'zijn'} bekend (baseline) ${lawful}.`;
    case 'not-applicable':
      return language === 'en'
        ? `None of ${rules} applies ${lawful}.`
        : `Geen van ${rules} is van toepassing ${lawful}.`;
    case 'fail':
      if (state.brokenIn + state.notShownIn === 0)
        return language === 'en'
          ? `Nothing new, but ${state.baselineProblems === 1 ? 'an entry' : `${state.baselineProblems} entries`} of the baseline no longer ${state.baselineProblems === 1 ? 'holds' : 'hold'} ${lawful}.`
          : `Niets nieuws, maar ${state.baselineProblems === 1 ? 'een vermelding' : `${state.baselineProblems} vermeldingen`} van de baseline ${state.baselineProblems === 1 ? 'klopt' : 'kloppen'} niet meer ${lawful}.`;
      return failSentence(rules, lawful, several ? of : undefined, state, language);
    case 'error':
      if (!several)
        return language === 'en'
          ? 'Could not be judged, wholly or in part: see the errors.'
          : 'Kon niet, of niet geheel, worden beoordeeld: zie de fouten.';
      return language === 'en'
        ? `${of(state.errorsIn)} could not be judged, wholly or in part: see the errors.`
        : `${of(state.errorsIn)} kon niet, of niet geheel, worden beoordeeld: zie de fouten.`;
  }
}

function failSentence(
  rules: string,
  lawful: string,
  of: ((amount: number) => string) | undefined,
  state: { readonly brokenIn: number; readonly notShownIn: number },
  language: Language,
): string {
  const { brokenIn, notShownIn } = state;
  if (of === undefined) {
    if (brokenIn === 0)
      return language === 'en'
        ? `Not shown to meet ${rules} ${lawful}.`
        : `Niet aangetoond dat het voldoet aan ${rules} ${lawful}.`;
    return language === 'en' ? `Does not meet ${rules} ${lawful}.` : `Voldoet niet aan ${rules} ${lawful}.`;
  }
  const broken =
    language === 'en'
      ? `${of(brokenIn)} ${brokenIn === 1 ? 'does' : 'do'} not meet ${rules}`
      : `${of(brokenIn)} ${brokenIn === 1 ? 'voldoet' : 'voldoen'} niet aan ${rules}`;
  const unshown =
    language === 'en'
      ? `${of(notShownIn)} ${notShownIn === 1 ? 'is' : 'are'} not shown to meet ${rules}`
      : `van ${of(notShownIn).replace(/ van /, ' van de ')} is niet aangetoond dat ${notShownIn === 1 ? 'het voldoet' : 'ze voldoen'} aan ${rules}`;
  const parts = [brokenIn > 0 ? broken : '', notShownIn > 0 ? unshown : ''].filter((part) => part !== '');
  const joined = parts.join('; ');
  return `${joined.charAt(0).toUpperCase()}${joined.slice(1)} ${lawful}.`;
}
