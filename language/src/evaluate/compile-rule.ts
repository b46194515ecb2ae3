import type { CoreCitation, CoreException, CoreParameter, CoreRule, Obligation, Term } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Day } from '../values/calendar.ts';
import { compileTerm } from './compile-term.ts';
import { type Compilation, type CompiledCondition, type CompiledTerm, unconditional } from './compiled-condition.ts';
import type { Frame } from './frame.ts';
import { and, False, type Kleene, or, True, Unknown } from './kleene.ts';
import { namesOfRule } from './names.ts';
import type { CitationUse, Result } from './result.ts';

/** An obligation, ready to be judged. */
export interface CompiledObligation {
  readonly core: Obligation;
  /** Always true, where it has none. */
  readonly guard: CompiledCondition;
  readonly condition: CompiledCondition;
  readonly otherwise: CompiledCondition | undefined;
}

/** What an obligation came to. */
export type Judged = { readonly outcome: 'pass' } | Shortfall;

/** An obligation that does not hold, with the condition that decided so. */
export interface Shortfall {
  readonly outcome: 'fail' | 'unproven';
  readonly deciding: CompiledCondition;
}

/** An exception, ready to be judged. */
export interface CompiledException {
  readonly core: CoreException;
  /** Always true, where it states none. */
  readonly condition: CompiledCondition;
  readonly approvedBy: CompiledTerm | undefined;
  readonly lastsAtMost: CompiledTerm | undefined;
  /** True where who may agree, or for how long, is a matter of the item: then each claim is tested for each item. */
  readonly claimsByItem: boolean;
  readonly residual: readonly CompiledObligation[];
  /** The parameters that its claims are held to: who may agree, and for how long. */
  readonly parameters: readonly CoreParameter[];
  /** Its citations and what stays owed, as every result that rests on it bears them. */
  readonly cites: readonly CitationUse[];
  readonly stillOwed: readonly Localized[];
}

/** Conditions for a rule to apply: all `when`, and any one `trigger` where there is one. */
export interface Applicability {
  readonly all: readonly CompiledCondition[];
  readonly any: readonly CompiledCondition[];
}

/** From a day until a day, both included. */
interface Period {
  readonly from: Day | undefined;
  readonly until: Day | undefined;
}

/** What a rule goes through: a list, the fields that are its keys, and which of its items are meant. */
export interface CompiledForEach {
  readonly list: CompiledTerm;
  readonly keys: readonly string[];
  readonly where: CompiledCondition;
  readonly ifAny: boolean;
}

/** A rule, ready to be judged. */
export interface CompiledRule {
  readonly core: CoreRule;
  /** Every way in which a manifest may name it, each once. */
  readonly names: readonly string[];
  /** The citations as every result of the rule bears them. */
  readonly cites: readonly CitationUse[];
  /** What the rule gives for a manifest that meets it: the same each time, so it is made once. */
  readonly met: Result;
  /** It is in force in any of these periods, days included; always, where there is none. */
  readonly inForce: readonly Period[];
  readonly scope: CompiledCondition;
  readonly applies: Applicability;
  /** It has no dates, scope or conditions: nothing keeps it from applying. */
  readonly alwaysApplies: boolean;
  readonly forEach: CompiledForEach | undefined;
  readonly itemApplies: Applicability;
  readonly obligations: readonly CompiledObligation[];
  readonly exceptions: readonly CompiledException[];
}

/** Compiles a rule once; judging it then only calls functions. */
export function compileRule(core: CoreRule, compilation: Compilation): CompiledRule {
  const { condition: compile } = compilation;
  const { forEach } = core;
  const cites = core.cites.map(citationUse);
  const inForce = periodsOf(core);
  const bare = core.scope === undefined && core.applies.length === 0 && core.triggers.length === 0;
  return {
    core,
    names: [...new Set(namesOfRule(core))],
    cites,
    met: {
      rule: core.id,
      title: core.title,
      level: core.level,
      levelChosenBy: core.levelChosenBy,
      outcome: 'pass',
      subject: '',
      subjectKey: undefined,
      reason: undefined,
      because: () => [],
      findings: [],
      cites,
      exceptions: [],
      explanation: undefined,
      advice: core.advice,
    },
    inForce,
    alwaysApplies: bare && inForce.length === 0,
    scope: core.scope === undefined ? unconditional : compile(core.scope.condition),
    applies: { all: core.applies.map(compile), any: core.triggers.map(compile) },
    forEach:
      forEach === undefined
        ? undefined
        : {
            list: compileTerm(forEach.list, compilation),
            keys: forEach.list.type.kind === 'list' ? forEach.list.type.keys : [],
            where: forEach.where === undefined ? unconditional : compile(forEach.where),
            ifAny: forEach.ifAny,
          },
    itemApplies: { all: core.itemApplies.map(compile), any: core.itemTriggers.map(compile) },
    obligations: core.obligations.map((each) => compileObligation(each, compilation)),
    exceptions: core.exceptions.map((each) => compileException(each, compilation)),
  };
}

/** A rule's own dates decide; else it is in force while any source that it cites is. */
function periodsOf({ from, until, cites }: CoreRule): readonly Period[] {
  if (from !== undefined || until !== undefined) return [{ from, until }];
  return cites.map(({ source }) => source);
}

/** A citation as reports show it. */
export function citationUse({ source, at, quoting }: CoreCitation): CitationUse {
  return { source: source.name, title: source.title, at, quoting, address: source.address };
}

function compileObligation(core: Obligation, { condition: compile }: Compilation): CompiledObligation {
  return {
    core,
    guard: core.guard === undefined ? unconditional : compile(core.guard),
    condition: compile(core.condition),
    otherwise: core.otherwise === undefined ? undefined : compile(core.otherwise),
  };
}

function compileException(core: CoreException, compilation: Compilation): CompiledException {
  const approvedBy = core.approvedBy === undefined ? undefined : compileTerm(core.approvedBy, compilation);
  const lastsAtMost = core.lastsAtMost === undefined ? undefined : compileTerm(core.lastsAtMost, compilation);
  return {
    core,
    condition: core.condition === undefined ? unconditional : compilation.condition(core.condition),
    approvedBy,
    lastsAtMost,
    parameters: [...new Set([approvedBy, lastsAtMost].flatMap((term) => term?.parameters ?? []))],
    cites: core.cites.map(citationUse),
    stillOwed: core.residual.map(owedWords),
    claimsByItem: [core.approvedBy, core.lastsAtMost].some((term) => term !== undefined && looksAtItem(term)),
    residual: core.residual.map((each) => compileObligation(each, compilation)),
  };
}

/** What a duty asks, with the condition under which it does. */
function owedWords({ condition, guard, otherwise }: Obligation): Localized {
  if (guard === undefined) return condition.text;
  const or = otherwise === undefined ? { en: '', nl: '' } : otherwise.text;
  return {
    en: `${condition.text.en} when ${guard.text.en}${or.en === '' ? '' : `, otherwise ${or.en}`}`,
    nl: `${condition.text.nl} indien ${guard.text.nl}${or.nl === '' ? '' : `, anders ${or.nl}`}`,
  };
}

/** True for a term that may look at the item of `for each`; a selection is taken to. */
function looksAtItem(term: Term): boolean {
  switch (term.kind) {
    case 'constant':
    case 'parameter':
    case 'as-of':
    case 'defined':
      return false;
    case 'variable':
      return term.index === itemVariable;
    case 'field':
      return looksAtItem(term.of);
    case 'list':
      return term.items.some(looksAtItem);
    case 'aggregate':
      return term.selection !== undefined || looksAtItem(term.list);
    case 'arithmetic':
      return looksAtItem(term.left) || looksAtItem(term.right);
  }
}

/** The variable that the item of `for each` is. */
const itemVariable = 1;

/** Whether a rule applies. */
export function judgeApplicability({ all, any }: Applicability, frame: Frame): Kleene {
  let truth: Kleene = True;
  for (const condition of all) truth = and(truth, condition.evaluate(frame));
  // What does not apply anyway asks no trigger.
  if (any.length === 0 || truth === False) return truth;
  let triggered: Kleene = False;
  for (const condition of any) triggered = or(triggered, condition.evaluate(frame));
  return and(truth, triggered);
}

const holds: Judged = { outcome: 'pass' };

/**
 * What an obligation comes to: an unknown guard makes it unproven, a false one asks `otherwise`, or nothing. Only the
 * condition itself may be something that is awaited, such as an approval; what is asked instead of it fails.
 */
export function judgeObligation(obligation: CompiledObligation, frame: Frame): Judged {
  const { guard, condition, otherwise, core } = obligation;
  const applies: Kleene = guard === unconditional ? True : guard.evaluate(frame);
  if (applies === Unknown) return { outcome: 'unproven', deciding: guard };
  const asked = applies === True ? condition : otherwise;
  if (asked === undefined) return holds;
  const truth = asked.evaluate(frame);
  if (truth === True) return holds;
  const failed = asked === condition ? core.onFailure : 'fail';
  return { outcome: truth === False ? failed : 'unproven', deciding: asked };
}
