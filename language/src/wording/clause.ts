import type { Localized } from '../diagnostic/diagnostic.ts';

// A clause in pieces that word order moves, so that nothing has to be worded twice. English keeps one order. Dutch has
// three: "`a` is vastgelegd", "is `a` vastgelegd" after whatever stands before it, and "`a` ten hoogste 5 is" in a
// clause that depends on another.

/** What something is said of, as a noun. */
export interface Phrase {
  readonly text: Localized;
  /** Whether it is more than one thing, which the languages may count differently. */
  readonly isPlural: { readonly en: boolean; readonly nl: boolean };
  /** True where it ends in a clause of its own, which in Dutch a comma closes before anything that follows. */
  readonly endsInClause: boolean;
}

/** The name of one thing. */
export function oneThing(text: Localized): Phrase {
  return { text, isPlural: { en: false, nl: false }, endsInClause: false };
}

/** What is said of it: the verb, and what the verb takes with it. */
export interface Predicate {
  readonly en: EnglishPredicate;
  readonly nl: DutchPredicate;
}

export interface EnglishPredicate {
  /** `is`, `falls`. */
  readonly singular: string;
  /** `are`, `fall`. */
  readonly plural: string;
  /** `be`, `fall`. */
  readonly infinitive: string;
  /** What follows the verb. */
  readonly rest: string;
  /** What follows it where it is denied, for verbs that are not denied with `not`: `neither a nor b`. */
  readonly denied?: string;
}

export interface DutchPredicate {
  /** `is`, `valt`. */
  readonly singular: string;
  /** `zijn`, `vallen`. */
  readonly plural: string;
  /** `zijn`, `vallen`. */
  readonly infinitive: string;
  /** What stands before a verb at the end: `onder x` in "`a` onder x valt". */
  readonly middle: string;
  /** A participle, which goes with the verb: `vastgelegd`. */
  readonly participle?: string;
  /** What stays behind a verb at the end: `aan x` in "`a` gelijk is aan x". */
  readonly after?: string;
  /** Where `niet` stands: before the middle, unless that is an object with an article. */
  readonly notAfterMiddle?: boolean;
  /** What replaces the middle where it is denied, instead of `niet`, and whether it then must or may be. */
  readonly denied?: { readonly middle: string; readonly modal: 'moet' | 'mag' };
}

export interface Clause {
  readonly subject: Phrase;
  readonly predicate: Predicate;
  readonly isDenied: boolean;
}

/** How something is said: that it is so, or that it has to be. */
export type Mood = 'is' | 'must';

/** Where a clause stands: by itself, behind what begins the sentence, or inside another clause. */
export type Order = 'main' | 'inverted' | 'dependent';

/** A clause in words, without a capital and a full stop. */
export function sayClause(clause: Clause, mood: Mood, order: Order): Localized {
  return { en: sayEnglish(clause, mood), nl: sayDutch(clause, mood, order) };
}

/** What is asked of a subject that is named elsewhere: `must be at most 5%`, `moet ten hoogste 5% zijn`. */
export function sayDuty(predicate: Predicate, isDenied = false): Localized {
  return sayClause({ subject: oneThing({ en: '', nl: '' }), predicate, isDenied }, 'must', 'main');
}

function sayEnglish({ subject, predicate, isDenied }: Clause, mood: Mood): string {
  const { singular, plural, infinitive, rest, denied } = predicate.en;
  const withNot = isDenied && denied === undefined;
  const isPlural = subject.isPlural.en;
  const finite = isPlural ? plural : singular;
  return inRow([subject.text.en, ...verb(), isDenied ? (denied ?? rest) : rest]);

  function verb(): readonly string[] {
    if (mood === 'must') return ['must', withNot ? 'not' : '', infinitive];
    if (!withNot) return [finite];
    return infinitive === 'be' ? [finite, 'not'] : [isPlural ? 'do' : 'does', 'not', infinitive];
  }
}

function sayDutch({ subject, predicate, isDenied }: Clause, mood: Mood, order: Order): string {
  const { singular, plural, infinitive, participle = '', after = '', denied, notAfterMiddle } = predicate.nl;
  const withNot = isDenied && denied === undefined;
  const middle = isDenied ? (denied?.middle ?? predicate.nl.middle) : predicate.nl.middle;
  const said = withNot ? (notAfterMiddle === true ? [middle, 'niet'] : ['niet', middle]) : [middle];
  const isPlural = subject.isPlural.nl;
  const name = subject.endsInClause ? `${subject.text.nl},` : subject.text.nl;
  const modal = modals[isDenied ? (denied?.modal ?? 'mag') : 'moet'][isPlural ? 'plural' : 'singular'];
  const finite = mood === 'must' ? modal : isPlural ? plural : singular;
  const verbs = mood === 'must' ? [infinitive, participle] : [participle];
  switch (order) {
    case 'main':
      return inRow([name, finite, ...said, ...verbs, after]);
    case 'inverted': {
      const rest = inRow([...said, ...verbs, after]);
      return inRow([finite, rest === '' ? subject.text.nl : name, rest]);
    }
    case 'dependent':
      return inRow([name, ...said, finite, ...verbs, after]);
  }
}

const modals = {
  moet: { singular: 'moet', plural: 'moeten' },
  mag: { singular: 'mag', plural: 'mogen' },
} as const;

function inRow(words: readonly string[]): string {
  return words.filter((word) => word !== '').join(' ');
}
