import { describe, expect, it } from 'vitest';
import { type Mood, type Order, oneThing, type Phrase, type Predicate, sayClause, sayDuty } from './clause.ts';
import { contains, fallsUnder, holds, isEqualTo, isInOrder, isRecorded, liesWithin } from './predicates.ts';

const five = { en: '5', nl: '5' };
const a = oneThing({ en: 'a', nl: 'a' });
const several: Phrase = { ...oneThing({ en: 'a and b', nl: 'a en b' }), isPlural: { en: true, nl: true } };
const selected: Phrase = {
  ...oneThing({ en: 'the number of i for which i is 1', nl: 'het aantal i waarvoor geldt dat i 1 is' }),
  endsInClause: true,
};

function dutch(subject: Phrase, predicate: Predicate, isDenied: boolean): readonly string[] {
  const moods: readonly Mood[] = ['is', 'must'];
  const orders: readonly Order[] = ['main', 'inverted', 'dependent'];
  return moods.flatMap((mood) => orders.map((order) => sayClause({ subject, predicate, isDenied }, mood, order).nl));
}

function english(subject: Phrase, predicate: Predicate, isDenied: boolean): readonly string[] {
  const moods: readonly Mood[] = ['is', 'must'];
  return moods.map((mood) => sayClause({ subject, predicate, isDenied }, mood, 'main').en);
}

describe('a clause in Dutch', () => {
  it.each<[string, Phrase, Predicate, boolean, readonly string[]]>([
    [
      'keeps a participle with its verb',
      a,
      isRecorded,
      false,
      [
        'a is vastgelegd',
        'is a vastgelegd',
        'a is vastgelegd',
        'a moet zijn vastgelegd',
        'moet a zijn vastgelegd',
        'a moet zijn vastgelegd',
      ],
    ],
    [
      'has the verb at the end where it depends on another',
      a,
      isInOrder('at-most', false, five),
      false,
      [
        'a is ten hoogste 5',
        'is a ten hoogste 5',
        'a ten hoogste 5 is',
        'a moet ten hoogste 5 zijn',
        'moet a ten hoogste 5 zijn',
        'a ten hoogste 5 moet zijn',
      ],
    ],
    [
      'leaves some parts behind that verb',
      a,
      isEqualTo(five),
      true,
      [
        'a is niet gelijk aan 5',
        'is a niet gelijk aan 5',
        'a niet gelijk is aan 5',
        'a mag niet gelijk zijn aan 5',
        'mag a niet gelijk zijn aan 5',
        'a niet gelijk mag zijn aan 5',
      ],
    ],
    [
      'denies behind an object with an article',
      several,
      contains(five),
      true,
      [
        'a en b bevatten de waarde 5 niet',
        'bevatten a en b de waarde 5 niet',
        'a en b de waarde 5 niet bevatten',
        'a en b mogen de waarde 5 niet bevatten',
        'mogen a en b de waarde 5 niet bevatten',
        'a en b de waarde 5 niet mogen bevatten',
      ],
    ],
    [
      'does not deny twice',
      a,
      fallsUnder({ en: 'any of c', nl: 'geen van c' }),
      true,
      [
        'a valt onder geen van c',
        'valt a onder geen van c',
        'a onder geen van c valt',
        'a mag onder geen van c vallen',
        'mag a onder geen van c vallen',
        'a onder geen van c mag vallen',
      ],
    ],
    [
      'closes a clause in the subject with a comma, where something follows',
      selected,
      holds,
      false,
      [
        'het aantal i waarvoor geldt dat i 1 is, geldt',
        'geldt het aantal i waarvoor geldt dat i 1 is',
        'het aantal i waarvoor geldt dat i 1 is, geldt',
        'het aantal i waarvoor geldt dat i 1 is, moet gelden',
        'moet het aantal i waarvoor geldt dat i 1 is, gelden',
        'het aantal i waarvoor geldt dat i 1 is, moet gelden',
      ],
    ],
  ])('%s', (_, subject, predicate, isDenied, said) => {
    expect(dutch(subject, predicate, isDenied)).toEqual(said);
  });
});

describe('a clause in English', () => {
  it('denies with `be` by itself, and with other verbs by `do`', () => {
    expect(english(a, isRecorded, true)).toEqual(['a is not recorded', 'a must not be recorded']);
    expect(english(several, isRecorded, true)).toEqual(['a and b are not recorded', 'a and b must not be recorded']);
    expect(english(a, contains(five), true)).toEqual(['a does not contain 5', 'a must not contain 5']);
    expect(english(several, holds, true)).toEqual(['a and b do not hold', 'a and b must not hold']);
  });
});

describe('a duty', () => {
  it('is what is asked of a subject that is named elsewhere', () => {
    expect(sayDuty(isInOrder('less', true, five))).toEqual({ en: 'must be before 5', nl: 'moet vóór 5 liggen' });
    expect(sayDuty(liesWithin(five, a.text), true)).toEqual({
      en: 'must not lie within 5 before a',
      nl: 'mag niet binnen 5 vóór a liggen',
    });
  });
});
