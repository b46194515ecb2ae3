import type { CoreParameter } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { CompiledTerm, Located } from './compiled-condition.ts';
import type { Explanation } from './explanation.ts';
import type { Frame } from './frame.ts';
import type { Kleene } from './kleene.ts';
import { foundWords, repairWords, subjectWords } from './phrases.ts';
import { isList } from './values.ts';

/** What a leaf needs to explain itself. */
export interface LeafParts {
  readonly truth: Kleene;
  readonly text: Localized;
  readonly located: Located;
  readonly term: CompiledTerm;
  readonly required: Localized;
  readonly parameters: readonly CoreParameter[];
}

/** The explanation of a condition that looks at one value. */
export function leafOf({ truth, text, located, term, required, parameters }: LeafParts, frame: Frame): Explanation {
  const subject = subjectWords(located, term.text);
  const missing = located.value === undefined;
  const found = foundWords(located, itemType(term, located), frame);
  const repair = located.fault === undefined ? repairWords(subject, required, missing) : checkWords(subject);
  return {
    truth,
    text,
    leaf: { subject, found, required, repair, missing, place: located.place },
    parts: [],
    parameters,
  };
}

function checkWords(subject: Localized): Localized {
  return {
    en: `Check the values from which ${subject.en} is worked out.`,
    nl: `Controleer de waarden waaruit ${subject.nl} wordt berekend.`,
  };
}

/** A projected list is located item by item, and each item has the type of the list's items. */
function itemType(term: CompiledTerm, { value }: Located): CompiledTerm['type'] {
  return term.type.kind === 'list' && !isList(value) ? term.type.of : term.type;
}
