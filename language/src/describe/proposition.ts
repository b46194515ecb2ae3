import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { type Clause, type Mood, type Order, oneThing, type Phrase, sayClause } from '../wording/clause.ts';
import { exists } from '../wording/predicates.ts';

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
 * "For every `m` in `list`, …": in Dutch what follows comes behind it, so its verb comes first. Where the whole comes
 * behind something itself, or depends on it, it holds for every item that …
 */
function sayEvery({ name, list, where, ifAny, body }: Of<'every'>, mood: Mood, order: Order): Localized {
  const condition = where === undefined ? undefined : say(where, 'is', 'dependent');
  const any = ifAny ? { en: ' (if there are any)', nl: ' (als die er zijn)' } : { en: '', nl: '' };
  const items = {
    en: `for every \`${name}\` in ${list.text.en}`,
    nl: `voor elk onderdeel \`${name}\` van ${list.text.nl}`,
  };
  const each =
    condition === undefined
      ? { en: `${items.en}${any.en}`, nl: `${items.nl}${any.nl}` }
      : {
          en: `${items.en} for which ${condition.en}${any.en}`,
          nl: `${items.nl} waarvoor geldt dat ${condition.nl}${any.nl},`,
        };
  if (order === 'main') {
    const { en, nl } = say(body, mood, 'inverted');
    return { en: `${each.en}, ${en}`, nl: `${each.nl} ${nl}` };
  }
  const { en, nl } = say(body, 'is', 'dependent');
  const must = mood === 'must';
  const holds = must ? `moet ${each.nl} gelden` : `geldt ${each.nl}`;
  return {
    en: `it ${must ? 'must hold' : 'holds'} ${each.en} that ${en}`,
    nl: order === 'inverted' ? `${holds} dat ${nl}` : `${each.nl} ${must ? 'moet gelden' : 'geldt'} dat ${nl}`,
  };
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
          nl: `in ${list.text.nl}, onder de onderdelen \`${name}\` waarvoor geldt dat ${condition.nl}, ${nl} onderdeel`,
        };
  const predicate = exists({
    some: words({ en: 'at least one', nl: 'ten minste één' }),
    none: words({ en: 'no', nl: 'geen' }),
    after: `waarvoor geldt dat ${said.nl}`,
  });
  const there = oneThing({ en: 'there', nl: 'er' });
  return sayClause({ subject: there, predicate, isDenied }, mood, order);
}
