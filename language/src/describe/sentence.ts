import type { Condition } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { type Mood, oneThing, type Phrase } from '../wording/clause.ts';
import { holds } from '../wording/predicates.ts';
import { describeProposition } from './describe-condition.ts';
import type { Sentence } from './description.ts';
import { inBoth, type Proposition, say } from './proposition.ts';

/** A sentence longer than this is taken apart, in either language. */
const longest = 190;

/** What is said of the items of a list has no parts to be taken into, so that it may be longer. */
const longestOfItems = 300;

/** A clause with a capital and a full stop, or a colon where parts follow. */
export function sentence(text: Localized, parts: readonly Sentence[] = []): Sentence {
  const end = parts.length === 0 ? '.' : ':';
  return { text: inBoth((language) => `${capital(text[language])}${end}`), parts };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** What a proposition says, on one line where it fits, else as a line with parts. */
function sentenceOf(proposition: Proposition, mood: Mood): Sentence {
  const { lead, parts } = outlineOf(proposition);
  return sentence(say(lead, mood, 'main'), parts);
}

/** The first line of a proposition, and what stands below it: nothing where all of it fits on the line. */
export interface Outline {
  readonly lead: Proposition;
  readonly parts: readonly Sentence[];
}

/** A proposition taken apart where one line cannot bear it. */
export function outlineOf(proposition: Proposition): Outline {
  if (fitsOnLine(proposition)) return { lead: proposition, parts: [] };
  switch (proposition.kind) {
    case 'clause':
      return { lead: proposition, parts: [] };
    case 'joined': {
      const parts = proposition.parts.map((part) => sentenceOf(part, 'is'));
      return { lead: following(proposition.conjunction === 'and' ? allOf : oneOf), parts };
    }
    case 'every':
    case 'some': {
      const body = outlineOf(proposition.body);
      if (body.parts.length > 0) return { lead: { ...proposition, body: body.lead }, parts: body.parts };
      if (lengthOf(proposition) <= longestOfItems) return { lead: proposition, parts: [] };
      return { lead: { ...proposition, body: following(theFollowing) }, parts: [sentenceOf(proposition.body, 'is')] };
    }
  }
}

function following(text: Phrase): Proposition {
  return { kind: 'clause', subject: text, predicate: holds, isDenied: false };
}

const allOf: Phrase = {
  text: { en: 'all of the following', nl: 'al het volgende' },
  isPlural: { en: true, nl: false },
  endsInClause: false,
};

const oneOf = oneThing({ en: 'at least one of the following', nl: 'ten minste één van het volgende' });

const theFollowing = oneThing({ en: 'the following', nl: 'het volgende' });

/** Whether a reader can bear it on one line: it is short, and no `and` stands among an `or` or the reverse. */
function fitsOnLine(proposition: Proposition): boolean {
  if (mixes(proposition)) return false;
  return lengthOf(proposition) <= longest;
}

function lengthOf(proposition: Proposition): number {
  const { en, nl } = say(proposition, 'must', 'main');
  return Math.max(en.length, nl.length);
}

function mixes(proposition: Proposition): boolean {
  switch (proposition.kind) {
    case 'clause':
      return false;
    case 'joined':
      return proposition.parts.some((part) => part.kind === 'joined' || mixes(part));
    case 'every':
    case 'some':
      return mixes(proposition.body);
  }
}

/** A condition as a sentence by itself: that it is so, or that it has to be. */
export function describeCondition(condition: Condition, mood: Mood = 'is'): Sentence {
  return sentenceOf(describeProposition(condition), mood);
}
