import type { ConstantValue } from '../core/constant.ts';
import type { Condition, CoreParameter, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listedBoth } from '../evaluate/explanation.ts';
import { formatValue } from '../evaluate/format-value.ts';
import type { Type } from '../model/types.ts';
import { oneThing, type Phrase } from '../wording/clause.ts';
import { inBoth, type Proposition, say } from './proposition.ts';

/** A selection among items is a condition: the knot between terms and conditions is tied where conditions are described. */
export type PropositionOf = (condition: Condition) => Proposition;

/** A term as a noun in a sentence: a field by its path, a parameter by its value with its name behind it. */
export function termPhrase(term: Term, propositionOf: PropositionOf): Phrase {
  switch (term.kind) {
    case 'constant':
      // What could not be read has no value: a reader sees the words that were written.
      return oneThing(term.value === undefined ? code(pathOf(term)) : constantWords(term.value, term.type));
    case 'parameter':
      return oneThing(parameterWords(term.parameter));
    case 'variable':
    case 'field':
    case 'defined':
      return oneThing(code(pathOf(term)));
    case 'list':
      return oneThing(
        listedBoth(
          term.items.map((item) => termPhrase(item, propositionOf).text),
          { en: 'and', nl: 'en' },
        ),
      );
    case 'aggregate':
      return aggregatePhrase(term, propositionOf);
    case 'arithmetic':
      return arithmeticPhrase(term, propositionOf);
    case 'as-of':
      return oneThing(asOfDate);
  }
}

/** The date on which is judged, in words. */
export const asOfDate: Localized = { en: 'the as-of date', nl: 'de peildatum' };

/** A name as it is written in policies and manifests. */
export function code(name: string): Localized {
  return { en: `\`${name}\``, nl: `\`${name}\`` };
}

/** The path of a field by the names that the rule gives: `dataset.updated_on`. */
function pathOf(term: Term): string {
  switch (term.kind) {
    case 'field': {
      const around = term.of.kind === 'variable' && term.of.index === 0 ? '' : pathOf(term.of);
      return around === '' ? term.field.name : `${around}.${term.field.name}`;
    }
    case 'variable':
    case 'defined':
      return term.name;
    case 'constant':
    case 'parameter':
    case 'list':
    case 'aggregate':
    case 'arithmetic':
    case 'as-of':
      return term.text.en.replaceAll('`', '');
  }
}

/** A value that a policy writes down: names in code, all else as a reader writes it. */
export function constantWords(value: ConstantValue, type: Type): Localized {
  if (typeof value === 'string') return inBoth(() => `"${value.replaceAll(/\s+/g, ' ')}"`);
  if (typeof value === 'object' && value.kind === 'list') return listedBoth(listWords(value.items, type), both);
  const words = formatValue(value, type);
  const isName = type.kind === 'choice' || type.kind === 'purpose';
  return isName && value !== undefined ? code(words.en) : words;
}

const both: Localized = { en: 'and', nl: 'en' };

function listWords(items: readonly ConstantValue[], type: Type): readonly Localized[] {
  return items.map((item) => constantWords(item, type.kind === 'list' ? type.of : type));
}

function parameterWords({ value, type, name }: CoreParameter): Localized {
  return named(constantWords(value, type), name);
}

function named(words: Localized, name: string): Localized {
  return inBoth((language) => `${words[language]} (\`${name}\`)`);
}

/** The values of a list that the policy itself writes down, one by one and all in a row; undefined for other lists. */
export function alternativeWords(
  list: Term,
  propositionOf: PropositionOf,
): { readonly each: readonly Localized[]; readonly all: Localized } | undefined {
  const or = { en: 'or', nl: 'of' };
  if (list.kind === 'list') {
    const each = list.items.map((item) => termPhrase(item, propositionOf).text);
    return { each, all: listedBoth(each, or) };
  }
  const value = list.kind === 'parameter' ? list.parameter.value : list.kind === 'constant' ? list.value : undefined;
  if (typeof value !== 'object' || value.kind !== 'list') return undefined;
  const each = listWords(value.items, list.type);
  const all = listedBoth(each, or);
  return list.kind === 'parameter' ? { each, all: named(all, list.parameter.name) } : { each, all };
}

type Aggregate = Extract<Term, { readonly kind: 'aggregate' }>;

const aggregates: Readonly<Record<Aggregate['function'], Localized>> = {
  count: { en: 'the number of items in', nl: 'het aantal onderdelen van' },
  highest: { en: 'the highest value of', nl: 'de hoogste waarde van' },
  lowest: { en: 'the lowest value of', nl: 'de laagste waarde van' },
  sum: { en: 'the sum of', nl: 'de som van' },
};

function aggregatePhrase({ function: name, list, selection }: Aggregate, propositionOf: PropositionOf): Phrase {
  const items = termPhrase(list, propositionOf).text;
  const words = aggregates[name];
  if (selection === undefined) return oneThing(inBoth((language) => `${words[language]} ${items[language]}`));
  const condition = say(propositionOf(selection.condition), 'is', 'dependent');
  const item = selection.name;
  const counted = {
    en: name === 'count' ? `the number of \`${item}\` in ${items.en}` : `${words.en} every \`${item}\` in ${items.en}`,
    nl:
      name === 'count'
        ? `het aantal onderdelen \`${item}\` van ${items.nl}`
        : `${words.nl} de onderdelen \`${item}\` van ${items.nl}`,
  };
  return {
    text: { en: `${counted.en} for which ${condition.en}`, nl: `${counted.nl} waarvoor geldt dat ${condition.nl}` },
    isPlural: { en: false, nl: false },
    endsInClause: true,
  };
}

type Arithmetic = Extract<Term, { readonly kind: 'arithmetic' }>;

const operators: Readonly<Record<Arithmetic['operator'], Localized>> = {
  add: { en: 'plus', nl: 'plus' },
  subtract: { en: 'minus', nl: 'min' },
  multiply: { en: 'times', nl: 'maal' },
  divide: { en: 'divided by', nl: 'gedeeld door' },
};

function arithmeticPhrase({ operator, left, right }: Arithmetic, propositionOf: PropositionOf): Phrase {
  const [before, after] = [operand(left, propositionOf), operand(right, propositionOf)];
  const comma = before.endsInClause ? ',' : '';
  const text = inBoth(
    (language) => `${before.text[language]}${comma} ${operators[operator][language]} ${after.text[language]}`,
  );
  return { ...oneThing(text), endsInClause: after.endsInClause };
}

/** What is itself worked out stands between brackets, since spoken words have no precedence. */
function operand(term: Term, propositionOf: PropositionOf): Phrase {
  const phrase = termPhrase(term, propositionOf);
  if (term.kind !== 'arithmetic') return phrase;
  return oneThing({ en: `(${phrase.text.en})`, nl: `(${phrase.text.nl})` });
}
