import type { CoreParameter } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { type Kleene, truthWord } from './kleene.ts';
import { locationOf, type Place } from './place.ts';
import type { Reason } from './result.ts';

/** What a deciding part found, in words. */
export interface Leaf {
  /** The place by its name: `datasets[registrations].updated_on`. */
  readonly subject: Localized;
  readonly found: Localized;
  /** What was asked of it, as the end of a sentence: `must be at most 5%`, `moet ten hoogste 5% zijn`. */
  readonly required: Localized;
  readonly repair: Localized;
  /** The whole sentence, where "is … and must …" would not read well. */
  readonly sentence?: Localized;
  /** True where nothing could be read there. */
  readonly missing: boolean;
  readonly place: Place | undefined;
}

/** Why a condition has the value that it has, down to the values that it looked at. */
export interface Explanation {
  readonly truth: Kleene;
  readonly text: Localized;
  readonly leaf: Leaf | undefined;
  /** The deciding parts, in source order. */
  readonly parts: readonly Explanation[];
  readonly parameters: readonly CoreParameter[];
  /** True where any one of the parts would have been enough. */
  readonly alternatives?: boolean;
}

/** An explanation as data for a report. */
export function toReason({ truth, text, leaf, parts }: Explanation): Reason {
  return {
    text,
    value: truthWord(truth),
    found: leaf?.found,
    location: leaf?.place === undefined ? undefined : locationOf(leaf.place),
    because: parts.map(toReason),
  };
}

/** The leaves of an explanation: the values that decided. */
export function leavesOf(explanation: Explanation): readonly Leaf[] {
  if (explanation.leaf !== undefined) return [explanation.leaf];
  return explanation.parts.flatMap(leavesOf);
}

/** The parameters that a decision rests on, each once, in source order. */
export function parametersOf(explanation: Explanation): readonly CoreParameter[] {
  const { parameters, parts } = explanation;
  if (parts.length === 0 && parameters.length < 2) return parameters;
  return [...new Set([...parameters, ...parts.flatMap(parametersOf)])];
}

/** Words in both languages, joined with commas and `and`. */
export function listedBoth(words: readonly Localized[], conjunction: Localized): Localized {
  return {
    en: listed(
      words.map((word) => word.en),
      conjunction.en,
    ),
    nl: listed(
      words.map((word) => word.nl),
      conjunction.nl,
    ),
  };
}
