import type { CoreRule, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listedBoth } from '../evaluate/explanation.ts';
import { type Field, fieldWithRole, type Type } from '../model/types.ts';
import { localizedText } from '../model/vocabulary.ts';
import { code } from './describe-term.ts';
import type { NeededField } from './description.ts';
import { nodesOfRule } from './nodes-of-rule.ts';
import { inBoth } from './proposition.ts';

/** The fields that a rule looks at, each once, in the order in which the rule comes to them. */
export function neededFields(rule: CoreRule): readonly NeededField[] {
  const lists = new Map<number, Term>();
  const looked: Extract<Term, { kind: 'field' }>[] = [];
  for (const node of nodesOfRule(rule)) {
    if (node.kind === 'variable') lists.set(node.index, node.list);
    if (node.kind === 'term' && node.term.kind === 'field' && !node.isPart) looked.push(node.term);
  }
  const needs = new Map<string, NeededField>();
  for (const term of looked) {
    const path = fullPath(term, lists);
    if (!needs.has(path)) needs.set(path, neededField(path, term.field, isClosed(term, lists)));
  }
  const claims = rule.exceptions.some(({ claimed }) => claimed) ? fieldWithRole(rule.record, 'claims') : undefined;
  if (claims !== undefined && !needs.has(claims.name))
    needs.set(claims.name, neededField(claims.name, claims, claims.closed));
  return [...needs.values()];
}

/** A field as a manifest has to have it. */
function neededField(path: string, field: Field, absentMeansNone: boolean): NeededField {
  const { type } = field;
  const listed = type.kind === 'list' ? type.of : type;
  const choices = listed.kind === 'choice' ? listed.choices.values : [];
  return {
    path,
    type: typeWords(type),
    description: localizedText(field.text),
    choices: choices.map(({ name, text }) => ({ name, text: localizedText(text) })),
    absentMeansNone,
  };
}

type Lists = ReadonlyMap<number, Term>;

/** The path from the manifest, with `[]` after each list that is gone through. */
function fullPath(term: Term, lists: Lists): string {
  switch (term.kind) {
    case 'field': {
      const around = fullPath(term.of, lists);
      if (around === '') return term.field.name;
      return `${around}${isDeclaredList(term.of) ? '[]' : ''}.${term.field.name}`;
    }
    case 'variable': {
      const list = lists.get(term.index);
      if (list === undefined) return '';
      return `${fullPath(list, lists)}${isDeclaredList(list) ? '[]' : ''}`;
    }
    case 'defined':
      return fullPath(term.term, lists);
    case 'constant':
    case 'parameter':
    case 'list':
    case 'aggregate':
    case 'arithmetic':
    case 'as-of':
      return '';
  }
}

/** A record that every item of a list has gives a list of records, but the path has only one list in it. */
function isDeclaredList(term: Term): boolean {
  if (term.kind === 'defined') return isDeclaredList(term.term);
  return term.kind === 'field' && term.field.type.kind === 'list';
}

/** Whether a field, or one that it stands in, says that absence means none. */
function isClosed(term: Term, lists: Lists): boolean {
  switch (term.kind) {
    case 'field':
      return term.field.closed || isClosed(term.of, lists);
    case 'variable': {
      const list = lists.get(term.index);
      return list !== undefined && isClosed(list, lists);
    }
    case 'defined':
      return isClosed(term.term, lists);
    case 'constant':
    case 'parameter':
    case 'list':
    case 'aggregate':
    case 'arithmetic':
    case 'as-of':
      return false;
  }
}

const plainTypes: Readonly<
  Record<Exclude<Type['kind'], 'choice' | 'list' | 'record'>, { one: Localized; many: Localized }>
> = {
  text: { one: { en: 'a text', nl: 'een tekst' }, many: { en: 'texts', nl: 'teksten' } },
  number: { one: { en: 'a number', nl: 'een getal' }, many: { en: 'numbers', nl: 'getallen' } },
  share: {
    one: { en: 'a share, such as `5%` or `0.05`', nl: 'een aandeel, zoals `5%` of `0.05`' },
    many: { en: 'shares, such as `5%` or `0.05`', nl: 'aandelen, zoals `5%` of `0.05`' },
  },
  count: { one: { en: 'a whole number', nl: 'een aantal' }, many: { en: 'whole numbers', nl: 'aantallen' } },
  ratio: { one: { en: 'a quotient', nl: 'een verhouding' }, many: { en: 'quotients', nl: 'verhoudingen' } },
  date: { one: { en: 'a date', nl: 'een datum' }, many: { en: 'dates', nl: 'datums' } },
  duration: { one: { en: 'a period', nl: 'een termijn' }, many: { en: 'periods', nl: 'termijnen' } },
  'yes-no': {
    one: { en: 'yes or no', nl: 'ja of nee' },
    many: { en: 'answers yes or no', nl: 'antwoorden ja of nee' },
  },
  purpose: { one: { en: 'a purpose', nl: 'een doel' }, many: { en: 'purposes', nl: 'doelen' } },
  citation: { one: { en: 'a citation', nl: 'een verwijzing' }, many: { en: 'citations', nl: 'verwijzingen' } },
  unknown: { one: { en: 'unknown', nl: 'onbekend' }, many: { en: 'unknown', nl: 'onbekend' } },
};

/** A type as a reader would name it: `a date`, `one of a and b`, `a list of purposes`. */
function typeWords(type: Type): Localized {
  switch (type.kind) {
    case 'choice': {
      const names = choiceNames(type);
      return { en: `one of ${names.en}`, nl: `een van ${names.nl}` };
    }
    case 'list': {
      const items = itemWords(type.of);
      return { en: `a list of ${items.en}`, nl: `een lijst van ${items.nl}` };
    }
    case 'record':
      return { en: `a record \`${type.record.name}\``, nl: `een gegevensgroep \`${type.record.name}\`` };
    default:
      return plainTypes[type.kind].one;
  }
}

function itemWords(type: Type): Localized {
  switch (type.kind) {
    case 'choice': {
      const names = choiceNames(type);
      return { en: `values among ${names.en}`, nl: `waarden uit ${names.nl}` };
    }
    case 'record':
      return { en: `records \`${type.record.name}\``, nl: `gegevensgroepen \`${type.record.name}\`` };
    case 'list':
      return typeWords(type);
    default:
      return plainTypes[type.kind].many;
  }
}

function choiceNames({ choices }: Extract<Type, { kind: 'choice' }>): Localized {
  const names = choices.values.map(({ name }) => code(name));
  return names.length === 0 ? inBoth(() => `\`${choices.name}\``) : listedBoth(names, { en: 'and', nl: 'en' });
}
