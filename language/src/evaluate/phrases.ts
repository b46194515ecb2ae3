import type { CoreComparison, CoreParameter } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Type } from '../model/types.ts';
import { sayDuty } from '../wording/clause.ts';
import { isInOrder, isRecorded, opposites } from '../wording/predicates.ts';
import type { CompiledTerm, Located } from './compiled-condition.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { labelOf } from './place.ts';

// Sentences about conditions, made from the core's own nodes: there is no second description of a rule anywhere.

/** A value that was asked for, with the parameter that gives it. */
export function wantedValue(term: CompiledTerm, frame: Frame): Localized {
  const value = formatValue(term.value(frame), term.type);
  const [parameter] = term.parameters;
  if (parameter !== undefined && term.parameters.length === 1) return withParameter(value, parameter);
  const [located] = term.locate(frame);
  if (located?.value === undefined) return subjectWords(located, term.text);
  if (located?.place === undefined) return value;
  const label = labelOf(located.place);
  return { en: `${value.en} (\`${label}\`)`, nl: `${value.nl} (\`${label}\`)` };
}

function withParameter(value: Localized, parameter: CoreParameter): Localized {
  return { en: `${value.en} (${parameter.name})`, nl: `${value.nl} (${parameter.name})` };
}

/** What is asked, as the end of a sentence about a value. */
export function must(en: string, nl: string): Localized {
  return { en: `must ${en}`, nl: `moet ${nl}` };
}

/** What may not be, as the end of a sentence about a value. */
export function mustNot(en: string, nl: string): Localized {
  return { en: `must not ${en}`, nl: `mag niet ${nl}` };
}

/** That something must be recorded, whatever it is. */
export const mustBeRecorded: Localized = sayDuty(isRecorded);

/** That nothing may be recorded there. */
export const mustNotBeRecorded: Localized = sayDuty(isRecorded, true);

/** What a comparison asks, as the end of a sentence; where the opposite is wanted, the opposite. */
export function wantedComparison(operator: CoreComparison, type: Type, right: Localized, wanted: boolean): Localized {
  const asked = wanted ? operator : opposites[operator];
  if (asked === 'equal') return must(`be ${right.en}`, `${right.nl} zijn`);
  if (asked === 'not-equal') return mustNot(`be ${right.en}`, `${right.nl} zijn`);
  return sayDuty(isInOrder(asked, type.kind === 'date', right));
}

/** What is there, or why nothing can be read. */
export function foundWords(located: Located, type: Type, frame: Frame): Localized {
  if (located.value !== undefined) return formatValue(located.value, type);
  const { place, fault } = located;
  if (fault !== undefined) return fault;
  const reason = place === undefined || place.missing ? 'missing' : frame.manifest.absences.get(place.node);
  switch (reason) {
    case 'suppressed':
      return { en: 'suppressed', nl: 'onderdrukt' };
    case 'not-a-number':
      return { en: 'not a number', nl: 'geen getal' };
    case 'mistyped':
      return { en: 'not readable', nl: 'niet leesbaar' };
    case 'undeclared-purpose':
      return { en: 'an undeclared purpose', nl: 'een niet verklaard doel' };
    case 'empty-text':
    case 'null':
      return { en: 'empty', nl: 'leeg' };
    case 'missing':
    case undefined:
      return { en: 'not recorded', nl: 'niet vastgelegd' };
  }
}

/** A place by its name, for a sentence; a term without a place by its words. */
export function subjectWords(located: Located | undefined, text: Localized): Localized {
  const label = located?.place === undefined || located.calculated === true ? '' : labelOf(located.place);
  const [en, nl] = label === '' ? [text.en, text.nl] : [label, label];
  return { en: `\`${en}\``, nl: `\`${nl}\`` };
}

/** How a value that is not there, or not as asked, is repaired. */
export function repairWords(subject: Localized, required: Localized, missing: boolean): Localized {
  if (missing) return { en: `Record ${subject.en}.`, nl: `Leg ${subject.nl} vast.` };
  return { en: `${subject.en} ${required.en}.`, nl: `${subject.nl} ${required.nl}.` };
}
