import type { CoreParameter, Obligation } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { type Explanation, type Leaf, leavesOf, listedBoth, parametersOf, toReason } from './explanation.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { must, mustBeRecorded } from './phrases.ts';
import { locationOf } from './place.ts';
import type { Finding, FindingDetails, ParameterUse } from './result.ts';

/** A finding about an obligation; its words are made when they are asked for. */
export function findingOf(
  { id, level, levelChosenBy }: Obligation,
  outcome: Finding['outcome'],
  explain: Finding['explain'],
): Finding {
  return { obligation: id, outcome, level, levelChosenBy, notExplainable: level === 'mandatory', explain };
}

/** As many values are named in a sentence; the reasons have them all. */
const mostNamed = 3;

/** What a finding says, from why a condition did not hold. */
export function detailsFrom(explanation: Explanation, frame: Frame): FindingDetails {
  return detailsOf(explanation, leavesOf(explanation), frame);
}

/** What a finding says, from why it is not known whether the rule or the clause applies. */
export function detailsToKnow(explanation: Explanation, frame: Frame): FindingDetails {
  // Each of the parts has to be known: none of them is a way out.
  return detailsOf({ ...explanation, alternatives: false }, leavesOf(explanation).map(askedToKnow), frame);
}

function detailsOf(explanation: Explanation, leaves: readonly Leaf[], frame: Frame): FindingDetails {
  const [first] = leaves;
  const place = leaves.find((leaf) => leaf.place !== undefined)?.place;
  return {
    message: message(leaves, explanation),
    required: required(leaves, explanation.text),
    found: first === undefined ? { en: 'nothing', nl: 'niets' } : found(leaves),
    repair: first === undefined ? explanation.text : repair(leaves, explanation),
    location: locationOf(place ?? frame.root),
    parameters: parametersOf(explanation).map(parameterUse),
    because: explanation.leaf === undefined ? explanation.parts.map(toReason) : [toReason(explanation)],
  };
}

/** Nothing is asked of a value that only decides whether something applies, but that it is there. */
function askedToKnow(leaf: Leaf): Leaf {
  const required = must('be recorded, to know whether this applies', 'zijn vastgelegd, om te weten of dit geldt');
  return { ...leaf, required };
}

const usesOfParameters = new WeakMap<CoreParameter, ParameterUse>();

/** A parameter as a decision rests on it; the same object for the same parameter. */
export function parameterUse(parameter: CoreParameter): ParameterUse {
  const known = usesOfParameters.get(parameter);
  if (known !== undefined) return known;
  const { id, setBy, because } = parameter;
  const use = { name: id, value: formatValue(parameter.value, parameter.type), setBy, because };
  usesOfParameters.set(parameter, use);
  return use;
}

function sentence(leaf: Leaf): Localized {
  const { subject, found: words, required: asked, missing } = leaf;
  if (leaf.sentence !== undefined) return leaf.sentence;
  // That it must be recorded is what "not recorded" says already.
  if (missing && asked === mustBeRecorded)
    return { en: `${subject.en} is ${words.en}`, nl: `${subject.nl} is ${words.nl}` };
  return {
    en: `${subject.en} is ${words.en}, and ${asked.en}`,
    nl: `${subject.nl} is ${words.nl}, en ${asked.nl}`,
  };
}

function message(leaves: readonly Leaf[], { text, alternatives, parts }: Explanation): Localized {
  const [first] = leaves;
  if (first === undefined) return { en: `Not shown: ${text.en}`, nl: `Niet aangetoond: ${text.nl}` };
  const opening = sentence(first);
  const more = leaves.length - 1;
  if (alternatives === true && parts.length > 1) {
    const words =
      parts.length === 2
        ? { en: 'the other way', nl: 'de andere mogelijkheid' }
        : { en: 'any other way', nl: 'een andere mogelijkheid' };
    return {
      en: `${opening.en}; nor is ${words.en} met.`,
      nl: `${opening.nl}; ook aan ${words.nl} is niet voldaan.`,
    };
  }
  if (more === 0) return { en: `${opening.en}.`, nl: `${opening.nl}.` };
  return {
    en: `${opening.en} (and ${more} more).`,
    nl: `${opening.nl} (en nog ${more}).`,
  };
}

function required(leaves: readonly Leaf[], text: Localized): Localized {
  const [first] = leaves;
  if (first === undefined) return text;
  const same = leaves.every((leaf) => leaf.required.en === first.required.en);
  if (!same) return text;
  return first.required;
}

function found(leaves: readonly Leaf[]): Localized {
  const [first] = leaves;
  if (leaves.length === 1 && first !== undefined) return first.found;
  const named = leaves.slice(0, mostNamed).map((leaf) => ({
    en: `${leaf.found.en} (${leaf.subject.en})`,
    nl: `${leaf.found.nl} (${leaf.subject.nl})`,
  }));
  return withRest(listedBoth(named, { en: 'and', nl: 'en' }), leaves.length - named.length);
}

function withRest(words: Localized, rest: number): Localized {
  if (rest <= 0) return words;
  return { en: `${words.en}, and ${rest} more`, nl: `${words.nl}, en nog ${rest}` };
}

/** Each way out by itself where one is enough, else all that is owed. */
function repair(leaves: readonly Leaf[], { alternatives, parts }: Explanation): Localized {
  if (alternatives !== true || parts.length < 2) return repairAll(leaves);
  const ways = parts
    .map((part) => repairAll(leavesOf(part)))
    .map(({ en, nl }, index) => ({
      en: `(${index + 1}) ${en}`,
      nl: `(${index + 1}) ${nl}`,
    }));
  return {
    en: `One of these is enough. ${ways.map((way) => way.en).join(' ')}`,
    nl: `Eén van deze volstaat. ${ways.map((way) => way.nl).join(' ')}`,
  };
}

function repairAll(leaves: readonly Leaf[]): Localized {
  const unique = [...new Map(leaves.map((leaf) => [leaf.repair.en, leaf.repair])).values()];
  const shown = unique.slice(0, mostNamed);
  const rest = unique.length - shown.length;
  const en = shown.map((words) => words.en).join(' ');
  const nl = shown.map((words) => words.nl).join(' ');
  return rest > 0 ? { en: `${en} And ${rest} more.`, nl: `${nl} En nog ${rest}.` } : { en, nl };
}
