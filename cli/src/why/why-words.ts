import type { Language, Localized } from '@waarborg/language';
import { counted, outcomeWords } from '../messages.ts';
import type { Counts } from '../report.ts';
import type { WhyChanges, WhyException, WhyStep, WhySubject } from './why-report.ts';

// What `why` itself says, in both languages. The Dutch is written as a Dutch lawyer would say it, and not translated.

/** The words before what was asked, step by step. */
export const stepWords: Readonly<Record<WhyStep['kind'], Localized>> = {
  'in-force': { en: 'The rule is', nl: 'De regel is' },
  scope: { en: 'Scope of the pack:', nl: 'Reikwijdte van het pakket:' },
  when: { en: 'Applies when', nl: 'Geldt indien' },
  trigger: { en: 'Triggered when', nl: 'Aanleiding indien' },
  'for-each': { en: 'Item by item:', nl: 'Per onderdeel:' },
  where: { en: 'Meant are items where', nl: 'Bedoeld zijn onderdelen waarvoor geldt:' },
  'item-when': { en: 'Applies to the item when', nl: 'Geldt voor het onderdeel indien' },
  'item-trigger': { en: 'Triggered for the item when', nl: 'Aanleiding voor het onderdeel indien' },
};

export const words = {
  allOf: { en: 'all of this:', nl: 'dit alles:' },
  anyOf: { en: 'any one of these is enough:', nl: 'één hiervan volstaat:' },
  onlyWhen: { en: 'only when', nl: 'alleen indien' },
  otherwise: { en: 'otherwise', nl: 'anders' },
  required: { en: 'required:', nl: 'vereist:' },
  stillOwed: { en: 'still owed:', nl: 'onverminderd vereist:' },
  exception: { en: 'exception', nl: 'uitzondering' },
  claim: { en: 'claimed', nl: 'beroep' },
  notClaimed: { en: 'not claimed in the manifest', nl: 'in het manifest is er geen beroep op gedaan' },
  elsewhere: { en: 'claimed for something else', nl: 'beroep voor iets anders' },
  admissible: { en: 'allowed', nl: 'toegestaan' },
  notAdmissible: { en: 'not allowed', nl: 'niet toegestaan' },
  notTested: { en: 'cannot be tested', nl: 'niet te toetsen' },
  by: { en: 'by way of', nl: 'via' },
  meant: { en: 'meant?', nl: 'bedoeld?' },
  decided: { en: 'did not decide', nl: 'besliste niet' },
  explained: { en: 'Explained', nl: 'Uitgelegd' },
  explanation: { en: 'Explanation', nl: 'Uitleg' },
  changesNothing: { en: 'it changes no outcome', nl: 'dat verandert de uitkomst niet' },
  facts: {
    en: 'A manifest records facts: change it only where the facts are so.',
    nl: 'Een manifest legt feiten vast: wijzig het alleen als de feiten zo zijn.',
  },
  statements: {
    en: 'Claims of exceptions, agreements and explanations are left out of the search: nobody’s consent is proposed.',
    nl: 'Een beroep op een uitzondering, een akkoord en uitleg blijven buiten het zoeken: niemands instemming wordt voorgesteld.',
  },
  notSearched: {
    en: 'Which changes would turn it was not looked for here; --subject chooses an item.',
    nl: 'Welke wijzigingen dit zouden keren is hier niet gezocht; --subject kiest een onderdeel.',
  },
} as const satisfies Readonly<Record<string, Localized>>;

/** What an exception makes of a duty. */
export function exceptionWords({ outcome }: WhyException, language: Language): string {
  const all: Readonly<Record<'excepted' | 'unproven' | 'fail' | 'none', Localized>> = {
    excepted: { en: 'relieves of it', nl: 'ontheft ervan' },
    unproven: { en: 'not shown to relieve of it', nl: 'niet aangetoond dat zij ervan ontheft' },
    fail: {
      en: 'relieves of it, and what stays owed is not met',
      nl: 'ontheft ervan, maar aan wat onverminderd geldt is niet voldaan',
    },
    none: { en: 'does not relieve of it', nl: 'ontheft er niet van' },
  };
  return all[outcome ?? 'none'][language];
}

function unknownWords(isOfList: boolean): Localized {
  if (isOfList) {
    return {
      en: 'So it is not shown whether the rule is met: there is nothing on record to judge.',
      nl: 'Niet aangetoond is dus dat aan de regel is voldaan: er is niets vastgelegd om te beoordelen.',
    };
  }
  return {
    en: 'So it is not shown whether the rule is met: it is not known whether it applies.',
    nl: 'Niet aangetoond is dus dat aan de regel is voldaan: niet bekend is of zij van toepassing is.',
  };
}

/** The sentence that a decision ends in. */
export function conclusion({ outcome, duties, steps }: WhySubject, language: Language): string {
  const deciding = duties.filter(({ decides }) => decides).map(({ id }) => `\`${id}\``);
  const named = listed(deciding, language);
  const english = language === 'en';
  switch (outcome) {
    case 'pass':
      return english ? 'So the rule is met.' : 'Aan de regel is dus voldaan.';
    case 'fail':
      return english ? `So the rule is not met: ${named}.` : `Aan de regel is dus niet voldaan: ${named}.`;
    case 'excepted':
      return english ? `So an exception applies: ${named}.` : `Er geldt dus een uitzondering: ${named}.`;
    case 'unproven':
      if (duties.length === 0) return unknownWords(steps.some(({ kind }) => kind === 'for-each'))[language];
      return english
        ? `So it is not shown that the rule is met: ${named}.`
        : `Niet aangetoond is dus dat aan de regel is voldaan: ${named}.`;
    case 'not-applicable':
      return english ? 'So the rule does not apply.' : 'De regel is dus niet van toepassing.';
  }
}

/** Some things of which each is named, joined with `and`. */
function listed(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${language === 'en' ? 'and' : 'en'} ${last}`;
}

/** That there is nothing to show among the changes, and how far was looked. */
export function nothingFound({ refused, tried, complete }: WhyChanges, asOf: string, language: Language): string {
  const english = language === 'en';
  if (refused === 'not-in-force')
    return english
      ? `No change of the manifest does: the rule is not in force on ${asOf}.`
      : `Geen wijziging van het manifest doet dat: de regel is niet van kracht op ${asOf}.`;
  if (refused === 'claim')
    return english
      ? 'This is about a claim that the policy does not allow, and no change of claims is proposed.'
      : 'Dit gaat over een beroep dat het beleid niet toestaat, en wijzigingen daarvan worden niet voorgesteld.';
  if (tried.single === 0)
    return english
      ? 'There is no field of which a change could do it.'
      : 'Er is geen veld waarvan een wijziging dat zou kunnen doen.';
  const rest = complete
    ? ''
    : english
      ? ' There are more, which were not tried.'
      : ' Er zijn er meer, die niet zijn beproefd.';
  return english
    ? `Nothing was found: none of the changes that were tried does it (${tried.single} of one field, ${tried.pairs} of two).${rest}`
    : `Niets gevonden: geen van de beproefde wijzigingen doet dat (${tried.single} van één veld, ${tried.pairs} van twee).${rest}`;
}

/** That subjects are left out, with their outcomes; nothing where none is. */
export function omittedWords(omitted: Counts, language: Language): string {
  const outcomes = (['fail', 'unproven', 'excepted', 'pass', 'not-applicable'] as const).filter(
    (each) => omitted[each] > 0,
  );
  const total = outcomes.reduce((sum, each) => sum + omitted[each], 0);
  const listed = outcomes.map((each) => `${outcomeWords[each][language]}: ${omitted[each]}`).join(', ');
  if (total === 0) return '';
  return language === 'en'
    ? `And ${total} more ${total === 1 ? 'item' : 'items'} (${listed}); --verbose shows all, --subject chooses one.`
    : `En nog ${counted(total, 'item', 'nl')} (${listed}); --verbose toont alles, --subject kiest er een.`;
}

const nouns = {
  part: { en: ['part', 'parts'], nl: ['deel', 'delen'] },
  duty: { en: ['duty', 'duties'], nl: ['plicht', 'plichten'] },
} as const;

/** How many parts, or duties, are not shown. */
export function hiddenWords(count: number, noun: keyof typeof nouns, language: Language): string {
  const one = count === 1;
  const counted = `${count} ${nouns[noun][language][one ? 0 : 1]}`;
  if (language === 'en') return `${counted} did not decide; --verbose shows ${one ? 'it' : 'them'}`;
  if (!one) return `${counted} beslisten niet; --verbose toont ze`;
  return `${counted} besliste niet; --verbose toont ${noun === 'part' ? 'het' : 'haar'}`;
}
