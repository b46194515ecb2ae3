import type { Obligation } from '../core/core.ts';
import { describeProposition } from './describe-condition.ts';
import type { DutyDescription, Sentence } from './description.ts';
import { inBoth, say } from './proposition.ts';
import { outlineOf, sentence } from './sentence.ts';

/** An obligation: what it asks, under which condition, and what it asks where that does not hold. */
export function describeDuty(obligation: Obligation): DutyDescription {
  const { id, level, levelChosenBy, levelBecause, otherwise, onFailure, span } = obligation;
  return {
    id,
    level,
    levelChosenBy,
    levelBecause,
    sentence: askedSentence(obligation),
    otherwise: otherwise === undefined ? undefined : otherwiseSentence(otherwise),
    isAwaited: onFailure === 'unproven',
    span,
  };
}

function askedSentence({ guard, condition }: Pick<Obligation, 'guard' | 'condition'>): Sentence {
  const asked = outlineOf(describeProposition(condition));
  if (guard === undefined) return sentence(say(asked.lead, 'must', 'main'), asked.parts);
  const given = outlineOf(describeProposition(guard));
  const when = say(given.lead, 'is', 'dependent');
  if (given.parts.length === 0) {
    const must = say(asked.lead, 'must', 'inverted');
    const text = { en: `if ${when.en}, ${must.en}`, nl: `indien ${when.nl}, ${must.nl}` };
    return sentence(text, asked.parts);
  }
  const must = say(asked.lead, 'must', 'main');
  // What has an `or` in it might be read as if the condition were that of the last part only.
  if (asked.parts.length === 0 && asked.lead.kind !== 'joined') {
    return sentence({ en: `${must.en} if ${when.en}`, nl: `${must.nl} indien ${when.nl}` }, given.parts);
  }
  return sentence({ en: 'this is asked under a condition', nl: 'dit wordt onder een voorwaarde gevraagd' }, [
    sentence({ en: `it is asked only if ${when.en}`, nl: `het wordt alleen gevraagd indien ${when.nl}` }, given.parts),
    sentence({ en: `then ${must.en}`, nl: `dan ${say(asked.lead, 'must', 'inverted').nl}` }, asked.parts),
  ]);
}

function otherwiseSentence(otherwise: NonNullable<Obligation['otherwise']>): Sentence {
  const { lead, parts } = outlineOf(describeProposition(otherwise));
  const words = say(lead, 'must', 'inverted');
  return sentence(
    inBoth((language) => `${{ en: 'otherwise,', nl: 'anders' }[language]} ${words[language]}`),
    parts,
  );
}
