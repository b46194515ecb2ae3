import type { Condition, CoreComparison, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listedBoth } from '../evaluate/explanation.ts';
import { oneThing, type Phrase, type Predicate } from '../wording/clause.ts';
import {
  contains,
  fallsUnder,
  hasOneOf,
  hasValue,
  holds,
  isAnswered,
  isCompatibleWith,
  isEqualTo,
  isInOrder,
  isRecorded,
  liesWithin,
  opposites,
} from '../wording/predicates.ts';
import { alternativeWords, asOfDate, code, termPhrase } from './describe-term.ts';
import type { Proposition } from './proposition.ts';

/**
 * A condition as what it says. Denial is pushed down to the clauses, which is sound for conditions that are true, false
 * or unknown: what denies the whole denies the parts, with `and` and `or`, `every` and `some` changed about.
 */
export function describeProposition(condition: Condition, isDenied = false): Proposition {
  switch (condition.kind) {
    case 'not':
      return describeProposition(condition.part, !isDenied);
    case 'and':
    case 'or':
      return joined(condition, isDenied);
    case 'quantified':
      return quantified(condition, isDenied);
    case 'compare':
      return comparison(condition, isDenied);
    case 'holds':
      return clause(describeTerm(condition.term), isAnswered(!isDenied), false);
    case 'recorded':
      return clause(describeTerm(condition.term), isRecorded, isDenied);
    case 'member':
      return membership(condition, isDenied);
    case 'falls-under':
      return clause(usesPhrase(condition, isDenied), fallsUnder(collectedWords(condition, isDenied)), isDenied);
    case 'compatible':
      return clause(usesPhrase(condition, isDenied), isCompatibleWith(collectedWords(condition, isDenied)), isDenied);
    case 'within-period':
      return clause(describeTerm(condition.date), liesWithin(describeTerm(condition.period).text, asOfDate), isDenied);
    case 'defined':
      return clause(oneThing(code(condition.name)), holds, isDenied);
    // Stands for what could not be read: a reader sees the words that were written.
    case 'always':
      return clause(oneThing(code(condition.text.en.replaceAll('`', ''))), holds, isDenied);
  }
}

function clause(subject: Phrase, predicate: Predicate, isDenied: boolean): Proposition {
  return { kind: 'clause', subject, predicate, isDenied };
}

type Of<K extends Condition['kind']> = Extract<Condition, { readonly kind: K }>;

function joined({ kind, parts }: Of<'and' | 'or'>, isDenied: boolean): Proposition {
  const conjunction = isDenied === (kind === 'and') ? 'or' : 'and';
  const said = parts.map((part) => describeProposition(part, isDenied));
  const flat = said.flatMap((part) => (part.kind === 'joined' && part.conjunction === conjunction ? part.parts : part));
  const merged = conjunction === 'and' ? alikeTogether(flat) : flat;
  const [only] = merged;
  return merged.length === 1 && only !== undefined ? only : { kind: 'joined', conjunction, parts: merged };
}

/** "`a` is recorded and `b` is recorded" is said as "`a` and `b` are recorded". */
function alikeTogether(parts: readonly Proposition[]): readonly Proposition[] {
  const groups: [Proposition, ...Proposition[]][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    if (group !== undefined && areAlike(group[0], part)) group.push(part);
    else groups.push([part]);
  }
  return groups.map(([first, ...more]) => {
    if (first.kind !== 'clause' || more.length === 0) return first;
    const subjects = [first, ...more].flatMap((part) => (part.kind === 'clause' ? part.subject.text : []));
    return {
      ...first,
      subject: { text: listedBoth(subjects, conjunction), isPlural: { en: true, nl: true }, endsInClause: false },
    };
  });
}

const conjunction: Localized = { en: 'and', nl: 'en' };

function areAlike(left: Proposition, right: Proposition): boolean {
  if (left.kind !== 'clause' || right.kind !== 'clause' || left.isDenied || right.isDenied) return false;
  if (left.subject.endsInClause || right.subject.endsInClause) return false;
  const [one, other] = [left.predicate, right.predicate];
  return (
    one.en.infinitive === other.en.infinitive &&
    one.en.rest === other.en.rest &&
    one.nl.infinitive === other.nl.infinitive &&
    one.nl.middle === other.nl.middle &&
    one.nl.after === other.nl.after
  );
}

function quantified(
  { quantifier, name, list, where, whenEmpty, body }: Of<'quantified'>,
  isDenied: boolean,
): Proposition {
  const selected = {
    name,
    list: describeTerm(list),
    where: where === undefined ? undefined : describeProposition(where),
  };
  const ifAny = whenEmpty === 'true';
  // Denied, `every` says that some item is otherwise; and that no item is so is shorter than that every one is not.
  if (quantifier === 'some') return { kind: 'some', isDenied, ...selected, body: describeProposition(body) };
  if (isDenied) return { kind: 'some', isDenied: false, ...selected, body: describeProposition(body, true) };
  return { kind: 'every', ifAny, ...selected, body: describeProposition(body) };
}

function comparison(condition: Of<'compare'>, isDenied: boolean): Proposition {
  const { operator, left, right } = aboutTheManifest(condition);
  const asked = isDenied ? opposites[operator] : operator;
  const subject = describeTerm(left);
  if (asked !== 'equal' && asked !== 'not-equal') {
    return clause(subject, isInOrder(asked, left.type.kind === 'date', describeTerm(right).text), false);
  }
  const isNot = asked === 'not-equal';
  if (right.kind === 'constant' && typeof right.value === 'boolean')
    return clause(subject, isAnswered(right.value !== isNot), false);
  const words = describeTerm(right).text;
  return clause(subject, isWritten(right) && isNamed(right) ? hasValue(words) : isEqualTo(words), isNot);
}

/** What the manifest says is the subject, wherever it stands: "5% is at least `share`" is said as "`share` is at most 5%". */
function aboutTheManifest(condition: Of<'compare'>): Pick<Of<'compare'>, 'operator' | 'left' | 'right'> {
  const { operator, left, right } = condition;
  if (!isWritten(left) || isWritten(right)) return condition;
  return { operator: turnedRound[operator], left: right, right: left };
}

const turnedRound: Readonly<Record<CoreComparison, CoreComparison>> = {
  equal: 'equal',
  'not-equal': 'not-equal',
  less: 'more',
  'at-most': 'at-least',
  more: 'less',
  'at-least': 'at-most',
};

/** Whether the policy itself writes a value down. */
function isWritten({ kind }: Term): boolean {
  return kind === 'constant' || kind === 'parameter';
}

/** Whether a value is a word and no amount. */
function isNamed({ type }: Term): boolean {
  return ['choice', 'purpose', 'text', 'citation'].includes(type.kind);
}

function membership({ item, list }: Of<'member'>, isDenied: boolean): Proposition {
  const alternatives = alternativesOf(list);
  if (alternatives !== undefined)
    return clause(describeTerm(item), hasOneOf(alternatives.each, alternatives.all), isDenied);
  const value = describeTerm(item).text;
  const words = isWritten(item) ? value : { en: `the value of ${value.en}`, nl: `van ${value.nl}` };
  return clause(describeTerm(list), contains(words), isDenied);
}

type OfPurposes = Of<'falls-under' | 'compatible'>;

/** A list of uses falls under a purpose only where each of them does: denied, one of them does not. */
function usesPhrase({ use }: OfPurposes, isDenied: boolean): Phrase {
  const { text, ...rest } = describeTerm(use);
  if (use.type.kind !== 'list') return { text, ...rest };
  const uses = isDenied
    ? { en: `at least one purpose in ${text.en}`, nl: `ten minste één doel in ${text.nl}` }
    : { en: `every purpose in ${text.en}`, nl: `elk doel in ${text.nl}` };
  return { ...rest, text: uses };
}

/** One of several collected purposes is enough: denied, it is none of them. */
function collectedWords({ collected }: OfPurposes, isDenied: boolean): Localized {
  const alternatives = alternativesOf(collected);
  if (alternatives !== undefined) return alternatives.all;
  const { text } = describeTerm(collected);
  if (collected.type.kind !== 'list') return text;
  return isDenied
    ? { en: `any of the purposes in ${text.en}`, nl: `geen van de doelen in ${text.nl}` }
    : { en: `one of the purposes in ${text.en}`, nl: `een van de doelen in ${text.nl}` };
}

/** A term as a noun in a sentence: a field by its path, a parameter by its value with its name behind it. */
export function describeTerm(term: Term): Phrase {
  return termPhrase(term, describeProposition);
}

/** The values of a list that the policy itself writes down, one by one and all in a row; undefined for other lists. */
export function alternativesOf(list: Term): ReturnType<typeof alternativeWords> {
  return alternativeWords(list, describeProposition);
}
