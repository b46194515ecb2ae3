import type { Localized } from '../../diagnostic/diagnostic.ts';
import type { Type } from '../../model/types.ts';

/** How a value of each type is written: a sentence below a field's own text, and the message where something else stands. */
export const written: Readonly<Partial<Record<Type['kind'], Localized>>> = {
  'yes-no': { en: 'Write `yes` or `no`.', nl: 'Schrijf `ja` of `nee`.' },
  number: {
    en: 'Write a number, with a point before decimals: `1.5`.',
    nl: 'Schrijf een getal, met een punt voor de decimalen: `1.5`.',
  },
  ratio: {
    en: 'Write a number, with a point before decimals: `1.5`.',
    nl: 'Schrijf een getal, met een punt voor de decimalen: `1.5`.',
  },
  share: {
    en: 'Write a share from 0 to 1: `6.1%` or `0.061`.',
    nl: 'Schrijf een aandeel van 0 tot en met 1: `6.1%` of `0.061`.',
  },
  count: {
    en: 'Write a whole number from 0, in digits only.',
    nl: 'Schrijf een geheel getal vanaf 0, alleen in cijfers.',
  },
  date: { en: 'Write year, month and day: `2026-11-23`.', nl: 'Schrijf jaar, maand en dag: `2026-11-23`.' },
  duration: {
    en: 'Write a number and a unit: `12 months`, or `P1Y`.',
    nl: 'Schrijf een getal en een eenheid: `12 maanden`, of `P1Y`.',
  },
  list: {
    en: 'A list, also where it has one item; `none` is the empty list.',
    nl: 'Een lijst, ook met één onderdeel; `none` is de lege lijst.',
  },
};

/** What a field that is left out means, where that is more than not shown. */
export const absentMeansNone: Localized = {
  en: 'Left out, it means that there is none.',
  nl: 'Weggelaten betekent dat er geen is.',
};

/** What yes and no are suggested as. */
export const yesAndNo: { readonly en: readonly string[]; readonly nl: readonly string[] } = {
  en: ['yes', 'no'],
  nl: ['ja', 'nee'],
};

/** What is said of a field by a name that it had. */
export function formerName(name: string): Localized {
  return { en: `This field is called \`${name}\` now.`, nl: `Dit veld heet nu \`${name}\`.` };
}

/** What the keys say that are the language's own. */
export const ownKeyTexts = {
  vocabulary: {
    en: 'The vocabulary that the fields come from, and its major version.',
    nl: 'De woordenlijst waar de velden uit komen, met de hoofdversie.',
  },
  record: {
    en: 'Which record of the vocabulary this manifest is.',
    nl: 'Welke gegevensgroep van de woordenlijst dit manifest is.',
  },
  purpose: { en: 'A purpose that a pack declares.', nl: 'Een doel dat een pakket verklaart.' },
  otherPurpose: {
    en: 'A purpose by its pack, by a name that it had, or as a case of an open purpose.',
    nl: 'Een doel met zijn pakket, met een vroegere naam, of als zaak van een open doel.',
  },
  extension: {
    en: 'A key of your own: it and all below it is ignored.',
    nl: 'Een eigen sleutel: deze en alles eronder wordt overgeslagen.',
  },
  title: { en: 'Manifests', nl: 'Manifesten' },
  valid: {
    en: 'That a manifest is valid by this schema says nothing of the rules: `waarborg check` judges those.',
    nl: 'Dat een manifest aan dit schema voldoet, zegt niets over de regels: die beoordeelt `waarborg check`.',
  },
} as const satisfies Readonly<Record<string, Localized>>;
