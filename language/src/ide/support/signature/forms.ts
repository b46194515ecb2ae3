import type { Localized } from '../../../diagnostic/diagnostic.ts';
import type { KeywordToken } from '../../../syntax/keywords.ts';

/** A word of a form, and what is filled in behind it. */
export interface FormPart {
  /** A keyword, or the sign that stands there. */
  readonly word: KeywordToken | 'Colon' | 'Equals';
  /** What is filled in; undefined where nothing is. */
  readonly hole: Localized | undefined;
  readonly about: Localized | undefined;
  readonly optional: boolean;
}

/** A form of the language that takes several things, as a function takes arguments. */
export interface Form {
  /** The rule of the grammar that it is. */
  readonly rule: string;
  readonly parts: readonly [FormPart, ...FormPart[]];
}

function part(word: FormPart['word'], hole?: Localized, about?: Localized): FormPart {
  return { word, hole, about, optional: false };
}

function optional(word: FormPart['word'], hole?: Localized, about?: Localized): FormPart {
  return { word, hole, about, optional: true };
}

const name = { en: 'NAME', nl: 'NAAM' };
const list = { en: 'LIST', nl: 'LIJST' };
const value = { en: 'VALUE', nl: 'WAARDE' };
const condition = { en: 'CONDITION', nl: 'VOORWAARDE' };
const text = { en: '"…"', nl: '"…"' };
const date = { en: 'DATE', nl: 'DATUM' };

const ifAny = optional('IfAny', undefined, {
  en: 'An empty list is then fine; a missing one never is.',
  nl: 'Een lege lijst is dan goed; een lijst die ontbreekt nooit.',
});
const itemName = part('In', list);
const where = optional('Where', condition, {
  en: 'Only items for which this holds.',
  nl: 'Alleen onderdelen waarvoor dit geldt.',
});
const when = optional('When', condition, { en: 'Only where this holds.', nl: 'Alleen waar dit geldt.' });
const ofEach = { en: 'The name that each item has here.', nl: 'De naam die elk onderdeel hier heeft.' };

const bounds = (['ToAtMost', 'ToAtLeast'] as const).map(
  (bound): Form => ({
    rule: 'limit',
    parts: [
      part('Limit', value, { en: 'What is measured.', nl: 'Wat wordt gemeten.' }),
      part(bound, value),
      when,
      optional('Otherwise'),
    ],
  }),
);

const quantified = (['Every', 'Some'] as const).map(
  (word): Form => ({
    rule: 'quantified',
    parts: [part(word, name, ofEach), itemName, where, ifAny, part('Colon', condition)],
  }),
);

const aggregates = (['Count', 'Highest', 'Lowest', 'Sum'] as const).map(
  (word): Form => ({
    rule: 'aggregate',
    parts: [
      part(word, list, {
        en: 'A list, or a field of the items of one.',
        nl: 'Een lijst, of een veld van de onderdelen ervan.',
      }),
    ],
  }),
);

/** The forms that help is given with, in both spellings. */
export const forms: readonly Form[] = [
  { rule: 'forEach', parts: [part('ForEach', name, ofEach), itemName, where, ifAny] },
  ...quantified,
  { rule: 'countWhere', parts: [part('Count', name, ofEach), itemName, where] },
  ...aggregates,
  ...bounds,
  {
    rule: 'measured',
    parts: [
      part('Measured'),
      part(
        'OnAtLeast',
        { en: 'NUMBER', nl: 'GETAL' },
        { en: 'How many cases a measurement rests on.', nl: 'Op hoeveel gevallen een meting rust.' },
      ),
      part('Cases'),
      when,
    ],
  },
  {
    rule: 'measured',
    parts: [
      part('Measured'),
      part(
        'Within',
        { en: 'PERIOD', nl: 'TERMIJN' },
        { en: 'How old a measurement may be.', nl: 'Hoe oud een meting mag zijn.' },
      ),
      when,
    ],
  },
  {
    rule: 'disclose',
    parts: [
      part('Disclose', { en: 'ITEMS', nl: 'ONDERDELEN' }),
      part('To', { en: 'AUDIENCES', nl: 'DOELGROEPEN' }),
      optional('WithExtent', { en: 'EXTENT', nl: 'OMVANG' }),
      when,
    ],
  },
  {
    rule: 'except',
    parts: [
      part('Except', name),
      optional(
        'For',
        { en: 'DUTIES', nl: 'PLICHTEN' },
        { en: 'What it covers; everything where this is left out.', nl: 'Waarvoor zij geldt; zonder dit voor alles.' },
      ),
      optional('To', { en: 'AUDIENCES', nl: 'DOELGROEPEN' }),
      when,
    ],
  },
  {
    rule: 'exceptionItem',
    parts: [
      part(
        'AgreedBy',
        { en: 'ROLE', nl: 'ROL' },
        { en: 'Who has to agree: a text or a parameter.', nl: 'Wie akkoord moet gaan: een tekst of een parameter.' },
      ),
    ],
  },
  {
    rule: 'exceptionItem',
    parts: [
      part(
        'LastsAtMost',
        { en: 'PERIOD', nl: 'TERMIJN' },
        { en: 'Such as `6 months`, or a parameter.', nl: 'Zoals `6 maanden`, of een parameter.' },
      ),
    ],
  },
  {
    rule: 'parameter',
    parts: [
      part('Parameter', name),
      part('Colon', { en: 'TYPE', nl: 'TYPE' }),
      part('Equals', value),
      part('SetBy', text, { en: 'Who chose the value.', nl: 'Wie de waarde koos.' }),
      part('Because', text, { en: 'Why it has this value.', nl: 'Waarom het deze waarde is.' }),
      optional('ReconsiderBy', date),
    ],
  },
  {
    rule: 'compatible',
    parts: [
      part('DataCollectedFor', { en: 'PURPOSE', nl: 'DOEL' }),
      part('MayBeUsedFor', { en: 'PURPOSE', nl: 'DOEL' }),
      when,
      optional('Cites', { en: 'SOURCE', nl: 'BRON' }),
    ],
  },
  {
    rule: 'cites',
    parts: [
      part(
        'Cites',
        { en: 'SOURCE "…"', nl: 'BRON "…"' },
        { en: 'A source of the pack, and the place in it.', nl: 'Een bron van het pakket, en de vindplaats erin.' },
      ),
      optional('Quoting', text),
    ],
  },
];
