import type { CheckedProgram } from '../check/build-program.ts';
import type { Condition, CorePack, CoreParameter, CoreRule, Term } from '../core/core.ts';
import { rewriteCondition, rewriteTerm } from '../core/rewrite-core.ts';
import { nodesOfRule, type RuleNode } from '../describe/nodes-of-rule.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Pack } from '../model/model.ts';
import { type Aligned, alignByName } from './align.ts';
import { meaningOf, noReplacements, type Replacements, rewriteRule, sameNames } from './meaning.ts';
import { type Names, namesBetween } from './names.ts';

/** One pack on both sides, as it is declared and as it is lowered. */
export interface PackSides {
  readonly old: Pack;
  readonly next: Pack;
  readonly oldCore: CorePack;
  readonly nextCore: CorePack;
  readonly rules: Aligned<CoreRule>;
}

/** What a pack declares by the name of a definition. */
export interface Definition {
  readonly name: string;
  /** What it says of itself. */
  readonly words: Localized | undefined;
  readonly condition: Condition | undefined;
  readonly term: Term | undefined;
}

/** Both sides of a comparison, and what is the same in them under another name. */
export interface Sides {
  readonly old: CheckedProgram;
  readonly next: CheckedProgram;
  readonly names: Names;
  readonly packs: Aligned<PackOnSide>;
  readonly pairs: readonly PackSides[];
  /** Every old rule, with what it became; undefined where it is gone. */
  readonly oldRules: readonly { readonly rule: CoreRule; readonly now: CoreRule | undefined }[];
  /** The parameters of the new side by their ids. */
  readonly parameters: ReadonlyMap<string, CoreParameter>;
}

/** A pack on one side. */
export interface PackOnSide {
  readonly pack: Pack;
  readonly core: CorePack;
}

/** Puts two programs beside each other: packs by name, by `was`, or as the only one of each side; the rest by name or `was`. */
export function sidesOf(old: CheckedProgram, next: CheckedProgram): Sides {
  const packs = alignPacks(packsOf(old), packsOf(next));
  const pairs = packs.pairs.map(([before, after]): PackSides => {
    const rules = alignByName(
      before.core.rules,
      after.core.rules,
      ({ name }) => name,
      ({ was }) => was,
    );
    return { old: before.pack, next: after.pack, oldCore: before.core, nextCore: after.core, rules };
  });
  const kept = pairs.flatMap(({ rules }) => rules.pairs.map(([rule, now]) => ({ rule, now })));
  const gone = [...pairs.flatMap(({ rules }) => rules.removed), ...packs.removed.flatMap(({ core }) => core.rules)];
  return {
    old,
    next,
    names: namesBetween(
      next,
      pairs.map((pair) => [pair.old, pair.next]),
    ),
    packs,
    pairs,
    oldRules: [...kept, ...gone.map((rule) => ({ rule, now: undefined }))],
    parameters: new Map(next.program.packs.flatMap(({ parameters }) => parameters.map((each) => [each.id, each]))),
  };
}

function packsOf({ program, model }: CheckedProgram): readonly PackOnSide[] {
  const byName = new Map(program.packs.map((core) => [core.name, core]));
  return model.packs.flatMap((pack) => {
    const core = byName.get(pack.name);
    return core === undefined ? [] : [{ pack, core }];
  });
}

function alignPacks(old: readonly PackOnSide[], next: readonly PackOnSide[]): Aligned<PackOnSide> {
  const aligned = alignByName(
    old,
    next,
    ({ pack }) => pack.name,
    ({ pack }) =>
      pack.files.flatMap(({ header }) => header.flatMap((item) => (item.kind === 'was' ? [item.name.text] : []))),
  );
  const [before, ...otherBefore] = aligned.removed;
  const [after, ...otherAfter] = aligned.added;
  if (before === undefined || after === undefined || otherBefore.length + otherAfter.length > 0) return aligned;
  return { pairs: [...aligned.pairs, [before, after]], added: [], removed: [] };
}

/** The old rule as it means now, some of what is declared beside it replaced. */
export function oldMeaning(rule: CoreRule, sides: Sides, replacements: Partial<Replacements> = {}): CoreRule {
  return rewriteRule(rule, meaningOf(sides.names, { ...noReplacements, ...replacements }));
}

/** The new rule as it means. */
export function newMeaning(rule: CoreRule): CoreRule {
  return rewriteRule(rule, meaningOf(sameNames, noReplacements));
}

/** The values that parameters have now in the place of those that they had. */
export function newValues({ parameters }: Sides): Pick<Replacements, 'parameter'> {
  return { parameter: (id) => parameters.get(id) };
}

const declarationsOfPacks = new WeakMap<PackSides, Partial<Replacements>>();

/** Everything that is declared now in the place of what was, so that only what rules say themselves is left to differ. */
export function newDeclarations(rule: CoreRule, sides: Sides): Partial<Replacements> {
  const pair = sides.pairs.find(({ oldCore }) => oldCore.name === rule.pack);
  if (pair === undefined) return newValues(sides);
  const known = declarationsOfPacks.get(pair);
  if (known !== undefined) return known;
  const definitions = new Map(definitionsOf(pair.nextCore).map((each) => [each.name, each]));
  const declarations = {
    ...newValues(sides),
    ...newDefinitions(pair, definitions),
    compatibilities: compatibilitiesNow(pair),
  };
  declarationsOfPacks.set(pair, declarations);
  return declarations;
}

/** Some definitions of the new pack in the place of those of the old one. */
export function newDefinitions(
  { old }: PackSides,
  definitions: ReadonlyMap<string, Definition>,
): Pick<Replacements, 'condition' | 'term'> {
  // A compatibility of another pack may use a definition of its own that has the same name.
  const own = new Set(old.files.map(({ span }) => span.source));
  const meaning = meaningOf(sameNames, noReplacements);
  return {
    condition: ({ name, span }) => {
      const found = own.has(span.source) ? definitions.get(name)?.condition : undefined;
      return found && rewriteCondition(found, meaning);
    },
    term: ({ name, span }) => {
      const found = own.has(span.source) ? definitions.get(name)?.term : undefined;
      return found && rewriteTerm(found, meaning);
    },
  };
}

/** The compatibilities that the rules of the new pack look at, brought to what they mean; undefined where none does. */
export function compatibilitiesNow({ nextCore }: PackSides): Replacements['compatibilities'] {
  const meaning = meaningOf(sameNames, noReplacements);
  for (const rule of nextCore.rules) {
    for (const node of nodesOfRule(rule)) {
      if (node.kind !== 'condition' || node.condition.kind !== 'compatible') continue;
      const rewritten = rewriteCondition(node.condition, meaning);
      if (rewritten.kind === 'compatible') return rewritten.compatibilities;
    }
  }
  return undefined;
}

/** The definitions that rules of a pack use, each once, in the order of their first use. */
export function definitionsOf({ rules }: CorePack): readonly Definition[] {
  const found = new Map<string, Definition>();
  for (const rule of rules) {
    for (const node of nodesOfRule(rule)) {
      const definition = definitionIn(node);
      if (definition !== undefined && !found.has(definition.name)) found.set(definition.name, definition);
    }
  }
  return [...found.values()];
}

function definitionIn(node: RuleNode): Definition | undefined {
  if (node.kind === 'condition' && node.condition.kind === 'defined') {
    const { name, words, condition } = node.condition;
    return { name, words, condition, term: undefined };
  }
  if (node.kind !== 'term' || node.term.kind !== 'defined') return undefined;
  const { name, words, term } = node.term;
  return { name, words, condition: undefined, term };
}

const partsOfRules = new WeakMap<CoreRule, readonly (Condition | Term)[]>();

/**
 * The conditions and terms of a rule that look at what is declared elsewhere, gathered once: each thing that changed asks
 * all rules whether they use it.
 */
function declaredParts(rule: CoreRule): readonly (Condition | Term)[] {
  const known = partsOfRules.get(rule);
  if (known !== undefined) return known;
  const parts = [...nodesOfRule(rule)].flatMap((node): readonly (Condition | Term)[] => {
    if (node.kind === 'variable') return [];
    const part = node.kind === 'condition' ? node.condition : node.term;
    return declaredKinds.has(part.kind) || ('type' in part && part.type.kind === 'purpose') ? [part] : [];
  });
  partsOfRules.set(rule, parts);
  return parts;
}

const declaredKinds: ReadonlySet<(Condition | Term)['kind']> = new Set([
  'parameter',
  'defined',
  'falls-under',
  'compatible',
]);

/** The old rules in which something holds of a condition or term that looks at what is declared elsewhere. */
export function rulesWith(
  sides: Sides,
  holds: (part: Condition | Term) => boolean,
): readonly { readonly rule: CoreRule; readonly now: CoreRule | undefined }[] {
  return sides.oldRules.filter(({ rule }) => declaredParts(rule).some(holds));
}
