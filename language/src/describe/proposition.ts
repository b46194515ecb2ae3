import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { type Clause, type Mood, type Order, oneThing, type Phrase, sayClause } from './clause.ts';
import { exists } from './predicates.ts';

/** What a condition says, in clauses: denial stands in the clauses alone. */
export type Proposition =
  | ({ readonly kind: 'clause' } & Clause)
  | { readonly kind: 'joined'; readonly conjunction: 'and' | 'or'; readonly parts: readonly Proposition[] }
  | ({ readonly kind: 'every'; readonly ifAny: boolean } & Selected)
  | ({ readonly kind: 'some'; readonly isDenied: boolean } & Selected);

interface Selected {
  /** What an item of the list is called. */
  readonly name: string;
  readonly list: Phrase;
  readonly where: Proposition | undefined;
  readonly body: Proposition;
}

/** A proposition on one line, without a capital and a full stop. */
export function say(proposition: Proposition, mood: Mood, order: Order): Localized {
  switch (proposition.kind) {
    case 'clause':
      return sayClause(proposition, mood, order);
    case 'joined':
      return sayJoined(proposition, mood, order);
    case 'every':
      return sayEvery(proposition, mood, order);
    case 'some':
      return saySome(proposition, mood, order);
  }
}

type Of<K extends Proposition['kind']> = Extract<Proposition, { readonly kind: K }>;

const conjunctions = { and: { en: 'and', nl: 'en' }, or: { en: 'or', nl: 'of' } } as const;

function sayJoined({ conjunction, parts }: Of<'joined'>, mood: Mood, order: Order): Localized {
  const said = parts.map((part) => {
    const words = say(part, mood, order);
    return part.kind === 'joined' ? bracketed(words) : words;
  });
  return inBoth((language) =>
    listed(
      said.map((words) => words[language]),
      conjunctions[conjunction][language],
    ),
  );
}

function bracketed({ en, nl }: Localized): Localized {
  return { en: `(${en})`, nl: `(${nl})` };
}

/** The same in each language. */
export function inBoth(make: (language: keyof Localized) => string): Localized {
  return { en: make('en'), nl: make('nl') };
}

/**
 * "For every `m` in `list`, …": in Dutch what follows comes behind it, so its verb comes first; and where the whole
 * comes behind something itself, or depends on it, the item is followed by `geldt dat`.
 */
function sayEvery({ name, list, where, ifAny, body }: Of<'every'>, mood: Mood, order: Order): Localized {
  const condition = where === undefined ? undefined : say(where, 'is', 'dependent');
  const any = ifAny ? { en: ' (if there are any)', nl: ' (als die er zijn)' } : { en: '', nl: '' };
  const selection = inBoth((language) => {
    const which = { en: `for every \`${name}\` in`, nl: `voor elk onderdeel \`${name}\` van` }[language];
    const that = { en: 'for which', nl: 'waarvoor geldt dat' }[language];
    const items = `${which} ${list.text[language]}`;
    return condition === undefined
      ? `${items}${any[language]}`
      : `${items} ${that} ${condition[language]}${any[language]},`;
  });
  const en = `${selection.en.replace(/,$/, '')}, ${say(body, mood, 'main').en}`;
  if (order === 'main') return { en, nl: `${selection.nl} ${say(body, mood, 'inverted').nl}` };
  const that = `dat ${say(body, 'is', 'dependent').nl}`;
  if (order === 'inverted') {
    return { en, nl: mood === 'must' ? `moet ${selection.nl} gelden ${that}` : `geldt ${selection.nl} ${that}` };
  }
  return { en, nl: `${selection.nl} ${mood === 'must' ? 'moet gelden' : 'geldt'} ${that}` };
}

function saySome({ name, list, where, body, isDenied }: Of<'some'>, mood: Mood, order: Order): Localized {
  const said = say(body, 'is', 'dependent');
  const condition = where === undefined ? undefined : say(where, 'is', 'dependent');
  const words = ({ en, nl }: Localized): Localized =>
    condition === undefined
      ? {
          en: `${en} \`${name}\` in ${list.text.en} for which ${said.en}`,
          nl: `in ${list.text.nl} ${nl} onderdeel \`${name}\``,
        }
      : {
          en: `${en} \`${name}\` in ${list.text.en}, among those for which ${condition.en}, for which ${said.en}`,
          nl: `in ${list.text.nl}, onder de onderdelen \`${name}\` waarvoor geldt dat ${condition.nl}, ${nl}`,
        };
  const predicate = exists({
    some: words({ en: 'at least one', nl: 'ten minste één' }),
    none: words({ en: 'no', nl: 'geen' }),
    after: `waarvoor geldt dat ${said.nl}`,
  });
  const there = oneThing({ en: 'there', nl: 'er' });
  return sayClause({ subject: there, predicate, isDenied }, mood, order);
}
