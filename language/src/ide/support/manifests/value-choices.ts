import type { CoreProgram } from '../../../core/core.ts';
import type { Localized } from '../../../diagnostic/diagnostic.ts';
import { findPurpose } from '../../../manifest/find-purpose.ts';
import type { Field, Type } from '../../../model/types.ts';
import { localizedText } from '../../../model/vocabulary.ts';

/** A value that a field may have. */
export interface ValueChoice {
  readonly kind: 'choice' | 'purpose' | 'rule' | 'word';
  readonly name: string;
  /** What it means; undefined where nobody says. */
  readonly words: Localized | undefined;
}

const none: ValueChoice = {
  kind: 'word',
  name: 'none',
  words: { en: 'On record: there is none.', nl: 'Vastgelegd: er is geen.' },
};

/** The values of a type that can be listed, in the order of their declarations; empty for a text, a number or a date. */
export function valueChoices(type: Type, field: Field | undefined, program: CoreProgram): readonly ValueChoice[] {
  switch (type.kind) {
    case 'choice': {
      const { values } = type.choices;
      return values.map(({ name, text }) => ({ kind: 'choice', name, words: localizedText(text) }));
    }
    case 'yes-no':
      return [
        { kind: 'word', name: 'yes', words: undefined },
        { kind: 'word', name: 'no', words: undefined },
      ];
    case 'purpose':
      return purposeChoices(program);
    case 'list':
      return [...valueChoices(type.of, field, program), none];
    case 'record':
      return [none];
    case 'text':
      return ruleChoices(field, program);
    case 'citation':
    case 'number':
    case 'share':
    case 'count':
    case 'ratio':
    case 'date':
    case 'duration':
    case 'unknown':
      return [];
  }
}

/** Purposes by the shortest name that means them alone. */
function purposeChoices({ purposes }: CoreProgram): readonly ValueChoice[] {
  return [...purposes.purposes.values()].map(({ id, name, text }) => {
    const found = findPurpose(name, purposes);
    const isPlain = found.kind === 'found' && found.value.purpose === id;
    return { kind: 'purpose', name: isPlain ? name : id, words: text };
  });
}

/** What claims, explanations and approvals may name. */
function ruleChoices(field: Field | undefined, { packs }: CoreProgram): readonly ValueChoice[] {
  const rules = packs.flatMap((pack) => pack.rules);
  const times = new Map<string, number>();
  for (const { name } of rules) times.set(name, (times.get(name) ?? 0) + 1);
  const nameOf = ({ name, id }: (typeof rules)[number]): string => ((times.get(name) ?? 0) > 1 ? id : name);
  const has = (role: string): boolean => field?.roles.includes(role) === true;
  if (has('explained-rule')) {
    return rules
      .filter(({ obligations }) => obligations.some(({ level }) => level === 'comply-or-explain'))
      .map((rule) => ({ kind: 'rule', name: nameOf(rule), words: rule.title }));
  }
  if (has('claimed-exception')) {
    return rules.flatMap((rule) =>
      rule.exceptions
        .filter(({ claimed }) => claimed)
        .map(({ name, title }) => ({ kind: 'rule', name: `${nameOf(rule)}/${name}`, words: title ?? rule.title })),
    );
  }
  if (!has('approved-for')) return [];
  return rules.flatMap((rule) =>
    rule.obligations
      .filter(({ onFailure }) => onFailure === 'unproven')
      .map(({ id }) => ({ kind: 'rule', name: `${nameOf(rule)}/${id}`, words: rule.title })),
  );
}
