import type { Localized } from '../diagnostic/diagnostic.ts';
import { formatDate } from '../values/calendar.ts';
import type { Applicability, CompiledForEach, CompiledRule } from './compile-rule.ts';
import type { CompiledCondition } from './compiled-condition.ts';
import { type Explanation, toReason } from './explanation.ts';
import { detailsToKnow } from './finding.ts';
import type { Frame } from './frame.ts';
import { False, Unknown } from './kleene.ts';
import { must } from './phrases.ts';
import type { FindingDetails, Reason } from './result.ts';
import { itemsOf } from './values.ts';

/** The false conditions that keep a rule from applying. */
export function falseReasons({ all, any }: Applicability, frame: Frame): readonly Reason[] {
  return [...all, ...any].filter((each) => each.evaluate(frame) === False).map((each) => reasonFor(each, frame));
}

function reasonFor(condition: CompiledCondition, frame: Frame): Reason {
  return toReason(condition.explain(frame, true));
}

/** A pack may say in its own words what is outside its scope; these are shown, with what was found. */
export function outOfScope({ scope, core }: CompiledRule, frame: Frame): readonly Reason[] {
  const reason = reasonFor(scope, frame);
  const text = core.scope?.text;
  return [text === undefined ? reason : { ...reason, text }];
}

/** That none of a rule's periods, its own or those of its sources, holds the date of judging. */
export function notInForce({ inForce }: CompiledRule, frame: Frame): Reason {
  const asOf = formatDate(frame.asOf);
  const text: Localized = { en: `in force on ${asOf}`, nl: `van kracht op ${asOf}` };
  const later = inForce.flatMap(({ from = frame.asOf }) => (from > frame.asOf ? [from] : []));
  const begins = (): string => formatDate(Math.min(...later));
  const found =
    later.length === 0 ? { en: 'no longer', nl: 'niet meer' } : { en: `from ${begins()}`, nl: `vanaf ${begins()}` };
  return { text, value: 'false', found, location: undefined, because: [] };
}

/** What has to be known, of the unknown conditions that keep it unknown whether a rule applies. */
export function detailsOfUnknown({ all, any }: Applicability, frame: Frame): FindingDetails {
  const unknown = [...all, ...any].filter((condition) => condition.evaluate(frame) === Unknown);
  const text = {
    en: unknown.map((condition) => condition.text.en).join('; '),
    nl: unknown.map((condition) => condition.text.nl).join('; '),
  };
  const parts = unknown.map((condition) => condition.explain(frame, true));
  return detailsToKnow({ truth: Unknown, text, leaf: undefined, parts, parameters: [] }, frame);
}

/** Why there is nothing to go through: the list is not there, is empty, or nothing in it is selected. */
export function listExplanation({ list }: CompiledForEach, frame: Frame): Explanation {
  const { text } = list;
  const located = list.locate(frame).find((part) => part.place !== undefined);
  const value = list.value(frame);
  const subject = { en: `\`${text.en}\``, nl: `\`${text.nl}\`` };
  const count = itemsOf(value)?.length;
  const found: Localized =
    count === undefined
      ? { en: 'not recorded', nl: 'niet vastgelegd' }
      : count === 0
        ? { en: 'an empty list', nl: 'een lege lijst' }
        : { en: 'without an item that is meant', nl: 'zonder onderdeel dat is bedoeld' };
  const leaf = {
    subject,
    found,
    required: must('have at least one item', 'ten minste één onderdeel hebben'),
    repair: { en: `Record ${subject.en}.`, nl: `Leg ${subject.nl} vast.` },
    missing: count === undefined,
    place: located?.place,
  };
  return { truth: Unknown, text, leaf, parts: [], parameters: [] };
}
