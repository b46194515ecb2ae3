import type { PurposeValue } from '../core/constant.ts';
import type { Condition, CoreCompatibility } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import { compileTerm, itemsWithPlaces } from './compile-term.ts';
import {
  type Compilation,
  type CompiledCondition,
  type CompiledTerm,
  type Located,
  unconditional,
} from './compiled-condition.ts';
import type { Explanation } from './explanation.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { and, False, fromBoolean, type Kleene, or, True, Unknown } from './kleene.ts';
import { leafOf } from './leaf.ts';
import { must, mustNot, wantedValue } from './phrases.ts';
import { isList, isPurpose, itemsOf } from './values.ts';

/** Whether one purpose fits another, in a frame. */
type Fits = (use: PurposeValue, collected: PurposeValue, frame: Frame) => Kleene;

/** How purposes are held together: whether one fits another, and on which conditions it depends where it is unknown. */
interface Fitting {
  readonly fits: Fits;
  readonly undecided: (use: PurposeValue, collected: PurposeValue, frame: Frame) => readonly CompiledCondition[];
}

/** `falls under` and `is within`: along the graph, from narrow to wide. */
export function compileFallsUnder(
  condition: Extract<Condition, { kind: 'falls-under' }>,
  compilation: Compilation,
): CompiledCondition {
  const fits: Fits = (use, collected, frame) => fromBoolean(frame.purposes.fallsUnder(use, collected));
  const fitting = { fits, undecided: () => [] };
  return compilePurposes(condition, compilation, fitting, { en: 'fall under', nl: 'vallen onder' });
}

/** `is compatible with`: along the graph, or by a declared compatibility whose condition holds. */
export function compileCompatible(
  condition: Extract<Condition, { kind: 'compatible' }>,
  compilation: Compilation,
): CompiledCondition {
  const compatibilities = condition.compatibilities.map((declared) => compileCompatibility(declared, compilation));
  const fits: Fits = (use, collected, frame) => {
    let truth = fromBoolean(frame.purposes.fallsUnder(use, collected));
    for (const compatible of compatibilities) truth = or(truth, compatible.judge(use, collected, frame));
    return truth;
  };
  const undecided: Fitting['undecided'] = (use, collected, frame) =>
    compatibilities
      .filter(({ judge }) => judge(use, collected, frame) === Unknown)
      .map((compatible) => compatible.condition);
  const verb = { en: 'be compatible with', nl: 'verenigbaar zijn met' };
  return compilePurposes(condition, compilation, { fits, undecided }, verb);
}

interface Compatibility {
  readonly judge: Fits;
  readonly condition: CompiledCondition;
}

/** Directed and not transitive; inherited by narrower uses, and not by narrower collections. */
function compileCompatibility(
  { collectedFor, usedFor, condition }: CoreCompatibility,
  compilation: Compilation,
): Compatibility {
  const compiled = condition === undefined ? unconditional : compilation.condition(condition);
  const from: PurposeValue = { kind: 'purpose', purpose: collectedFor, case: undefined };
  const to: PurposeValue = { kind: 'purpose', purpose: usedFor, case: undefined };
  const judge: Fits = (use, collected, frame) => {
    if (!frame.purposes.same(collected, from) || !frame.purposes.fallsUnder(use, to)) return False;
    return compiled.evaluate(frame);
  };
  return { judge, condition: compiled };
}

/** A list of collected purposes satisfies if one does; a list of uses only if all do, and an empty one proves nothing. */
function compilePurposes(
  core: Extract<Condition, { kind: 'falls-under' | 'compatible' }>,
  compilation: Compilation,
  { fits, undecided }: Fitting,
  verb: Localized,
): CompiledCondition {
  const { use, collected, text } = core;
  const [uses, wide] = [compileTerm(use, compilation), compileTerm(collected, compilation)];
  const judgeUse = (narrow: Purpose, allowed: readonly Purpose[], frame: Frame): Kleene => {
    let one: Kleene = False;
    for (const purpose of allowed) {
      one = or(one, narrow === undefined || purpose === undefined ? Unknown : fits(narrow, purpose, frame));
    }
    return one;
  };
  const evaluate = (frame: Frame): Kleene => {
    const used = purposesOf(uses, frame);
    const allowed = purposesOf(wide, frame);
    if (used === undefined || allowed === undefined || used.length === 0) return Unknown;
    let all: Kleene = True;
    for (const narrow of used) all = and(all, judgeUse(narrow, allowed, frame));
    return all;
  };
  /** The conditions that would have to be known for the uses of which it is unknown whether they fit. */
  const openConditions = (frame: Frame): readonly CompiledCondition[] => {
    const allowed = purposesOf(wide, frame) ?? [];
    const open = (purposesOf(uses, frame) ?? []).filter((narrow) => judgeUse(narrow, allowed, frame) === Unknown);
    const pairs = open.flatMap((narrow) => allowed.map((purpose) => [narrow, purpose] as const));
    const asked = pairs.flatMap(([narrow, purpose]) =>
      narrow === undefined || purpose === undefined ? [] : undecided(narrow, purpose, frame),
    );
    return [...new Set(asked)];
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    const parameters = [...uses.parameters, ...wide.parameters];
    const open = truth === Unknown ? openConditions(frame) : [];
    if (open.length > 0) {
      const parts = open.map((condition) => condition.explain(frame, wanted));
      return { truth, text, leaf: undefined, parts, parameters };
    }
    const [term, required] = askedOf({ uses, wide, verb }, frame, wanted);
    const leaf = (located: Located): Explanation => leafOf({ truth, text, located, term, required, parameters }, frame);
    const allowed = purposesOf(wide, frame) ?? [];
    const items = term === uses && isList(uses.value(frame)) ? itemsWithPlaces(uses, frame) : [];
    const deciding = items.filter(({ value }) => judgeUse(purposeIn(value), allowed, frame) === truth);
    const [only, next] = deciding;
    if (truth !== True && next !== undefined) {
      return { truth, text, leaf: undefined, parts: deciding.map(leaf), parameters };
    }
    if (truth !== True && only !== undefined) return leaf(only);
    const [first] = term.locate(frame);
    const explained = leaf({ value: term.value(frame), place: first?.place });
    return truth === True ? withPath(explained, uses.value(frame), wide.value(frame), frame) : explained;
  };
  const path = (frame: Frame): string | undefined => pathFrom(uses.value(frame), wide.value(frame), frame);
  return { text, evaluate, explain, makeup: { kind: 'test', core, terms: [uses, wide], open: openConditions, path } };
}

/** A purpose, or a hole where one is absent. */
type Purpose = PurposeValue | undefined;

function purposeIn(value: Value): Purpose {
  return isPurpose(value) ? value : undefined;
}

/** The purposes of a term. That there is no purpose is recorded: it is none that another could fall under. */
function purposesOf(term: CompiledTerm, frame: Frame): readonly Purpose[] | undefined {
  const value = term.value(frame);
  return value === none && term.type.kind !== 'list' ? undefined : purposesIn(value);
}

/** The purposes of a value, one or a list; undefined where there is none, with a hole for an item that is absent. */
function purposesIn(value: Value): readonly Purpose[] | undefined {
  if (isPurpose(value)) return [value];
  return itemsOf(value)?.map(purposeIn);
}

interface Asked {
  readonly uses: CompiledTerm;
  readonly wide: CompiledTerm;
  readonly verb: Localized;
}

/** The finding points at the collected purposes where these are in the manifest: that is what does not match. */
function askedOf({ uses, wide, verb }: Asked, frame: Frame, wanted: boolean): readonly [CompiledTerm, Localized] {
  const use = uses.value(frame);
  const inManifest = wide.locate(frame).some((located) => located.place !== undefined);
  if (use === undefined || !inManifest) {
    const words = wantedValue(wide, frame);
    const asked = wanted ? must : mustNot;
    return [uses, asked(`${verb.en} ${words.en}`, `${verb.nl} ${words.nl}`)];
  }
  const words = formatValue(use, uses.type);
  const asked = wanted ? must : mustNot;
  return [wide, asked(`cover the purpose ${words.en}`, `het doel ${words.nl} omvatten`)];
}

/** The way that was taken through the graph, so that a reader can follow it. */
function withPath(explanation: Explanation, use: Value, collected: Value, frame: Frame): Explanation {
  const path = pathFrom(use, collected, frame);
  if (path === undefined || explanation.leaf === undefined) return explanation;
  return { ...explanation, leaf: { ...explanation.leaf, found: { en: path, nl: path } } };
}

/** The names of the purposes along the way from a use to what it falls under; undefined where there is none. */
function pathFrom(use: Value, collected: Value, frame: Frame): string | undefined {
  const [narrow] = present(use);
  if (narrow === undefined) return undefined;
  const paths = present(collected).flatMap((wide) => frame.purposes.path(narrow, wide)?.join(' → ') ?? []);
  return paths[0];
}

/** The purposes of a value that are there. */
function present(value: Value): readonly PurposeValue[] {
  return purposesIn(value)?.flatMap((purpose) => purpose ?? []) ?? [];
}
