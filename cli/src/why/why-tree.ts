import type { Language } from '@waarborg/language';
import { outcomeSigns } from '../messages.ts';
import type { Tone } from '../render/lines.ts';
import type { LocationReport } from '../report.ts';
import type {
  WhyClaim,
  WhyCondition,
  WhyDuty,
  WhyException,
  WhyPart,
  WhyStep,
  WhySubject,
  WhyValue,
} from './why-report.ts';
import { exceptionWords, hiddenWords, stepWords, words } from './why-words.ts';

/** A line of a decision with what stands below it; how it is written is for the renderers. */
export interface Branch {
  /** ✓ ✗ ? ≈ – or nothing. */
  readonly sign: string;
  readonly tone: Tone;
  readonly text: string;
  /** Where in the manifest it is; null where it is nowhere. */
  readonly location: LocationReport | null;
  /** Whether the line of the manifest itself helps. */
  readonly shown: boolean;
  /** True for what did not decide. */
  readonly quiet: boolean;
  readonly branches: readonly Branch[];
}

/** How much of a decision is shown. */
export interface Depth {
  readonly language: Language;
  /** Parts that did not decide too, and long lists whole. */
  readonly verbose: boolean;
}

/** So many of the parts that decided are shown. */
const mostParts = 8;

/** A decision as a tree: the steps before the duties, then the duties. */
export function subjectBranches({ steps, duties }: WhySubject, depth: Depth): readonly Branch[] {
  return [
    ...steps.map((step) => stepBranch(step, depth)),
    ...kept(duties, 'duty', depth, (duty) => dutyBranch(duty, depth)),
  ];
}

const signs = { true: '✓', false: '✗', unknown: '?' } as const;
const tones = { true: 'good', false: 'bad', unknown: 'unsure' } as const;

const plain = { sign: '', tone: 'plain', location: null, shown: false, quiet: false, branches: [] } as const;

/** What only let the rule go on needs no line of the manifest, and that a rule is in force no more words. */
function stepBranch({ kind, decides, condition }: WhyStep, depth: Depth): Branch {
  const own = conditionBranch(condition, depth);
  const text = `${stepWords[kind][depth.language]} ${own.text}`;
  const branches = kind === 'in-force' && !decides && !depth.verbose ? [] : own.branches;
  return {
    ...own,
    text,
    quiet: !decides,
    branches: condition.value === 'true' ? branches.map(withoutLines) : branches,
  };
}

function withoutLines(branch: Branch): Branch {
  return { ...branch, shown: false, branches: branch.branches.map(withoutLines) };
}

function dutyBranch(duty: WhyDuty, depth: Depth): Branch {
  const { language } = depth;
  const { id, outcome, decides, guard, condition, otherwise, exceptions } = duty;
  const asked = condition ?? otherwise;
  const relieved = exceptions.map((exception) => exceptionBranch(exception, depth));
  const base = { ...plain, sign: outcomeSigns[outcome], tone: toneOf(outcome), quiet: !decides };
  if (guard === null && asked !== null) {
    const own = conditionBranch(asked, depth);
    const text = `${id}: ${own.text}`;
    return { ...base, text, location: own.location, shown: own.shown, branches: [...own.branches, ...relieved] };
  }
  const parts = [
    ...(guard === null ? [] : [headed(words.onlyWhen[language], guard, depth)]),
    ...(condition === null ? [] : [headed(words.required[language], condition, depth)]),
    ...(otherwise === null ? [] : [headed(words.otherwise[language], otherwise, depth)]),
  ];
  return { ...base, text: id, branches: [...parts, ...relieved] };
}

function toneOf(outcome: WhyDuty['outcome']): Tone {
  if (outcome === 'pass') return 'good';
  return outcome === 'fail' ? 'bad' : 'unsure';
}

function headed(head: string, condition: WhyCondition, depth: Depth): Branch {
  const own = conditionBranch(condition, depth);
  return { ...own, text: `${head} ${own.text}` };
}

function exceptionBranch(exception: WhyException, depth: Depth): Branch {
  const { language } = depth;
  const { name, outcome, decides, needsClaim, condition, claims, residual } = exception;
  const concerned = claims.filter(({ concerns }) => concerns);
  const shown = concerned.length > 0 || depth.verbose ? claims : [];
  const branches = [
    ...(condition === null ? [] : [headed(words.onlyWhen[language], condition, depth)]),
    ...(needsClaim && concerned.length === 0 ? [{ ...plain, text: words.notClaimed[language] }] : []),
    ...shown.map((claim) => claimBranch(claim, depth)),
    ...residual.map((duty) => {
      const own = dutyBranch(duty, depth);
      return { ...own, text: `${words.stillOwed[language]} ${own.text}` };
    }),
  ];
  const text = `${words.exception[language]} ${name}: ${exceptionWords(exception, language)}`;
  return {
    ...plain,
    sign: outcome === null ? outcomeSigns['not-applicable'] : outcomeSigns[outcome],
    tone: outcome === null ? 'quiet' : toneOf(outcome),
    text,
    quiet: !decides && outcome !== null,
    branches,
  };
}

function claimBranch(claim: WhyClaim, { language }: Depth): Branch {
  const { admissible, fault, ground, approvedBy, begins, expires, location, concerns } = claim;
  const verdict = { true: words.admissible, false: words.notAdmissible, unknown: words.notTested }[admissible][
    language
  ];
  const english = language === 'en';
  const facts = [
    ground === null ? '' : `${english ? 'ground' : 'grond'} “${ground}”`,
    approvedBy === null ? '' : `${english ? 'agreed by' : 'met akkoord van'} ${approvedBy}`,
    begins === null ? '' : `${english ? 'from' : 'van'} ${begins}`,
    expires === null ? '' : `${english ? 'until' : 'tot en met'} ${expires}`,
  ].filter((fact) => fact !== '');
  const head = concerns ? words.claim[language] : words.elsewhere[language];
  const told = [`${head}: ${verdict}`, ...(fault === null ? [] : [fault]), ...facts].join('; ');
  return { ...plain, sign: signs[admissible], tone: tones[admissible], text: told, location, quiet: !concerns };
}

function conditionBranch(condition: WhyCondition, depth: Depth): Branch {
  const { kind, value, values, parts, parameters, path } = condition;
  const { language } = depth;
  const found = values.flatMap((each) => valueBranches(each, value !== 'true'));
  const parameterBranches = parameters.map((parameter) => ({
    ...plain,
    text: `${nameOf(parameter.name)} = ${parameter.value}${setBy(parameter.setBy, language)}`,
  }));
  const way = path === null ? [] : [{ ...plain, text: `${words.by[language]} ${path}` }];
  const below = kept(parts, 'part', depth, (part) => partBranch(part, condition, depth), condition);
  // Of many items none of which fits, the lines would bury what is missing.
  const isMany = kind === 'some' && value !== 'true' && parts.length > 1;
  const branches = [...found, ...way, ...parameterBranches, ...(isMany ? below.map(withoutLines) : below)];
  return { ...plain, sign: signs[value], tone: tones[value], text: shortText(condition, language), branches };
}

/** Conditions longer than this are not said twice, as a whole and then in their parts. */
const longestWhole = 60;

function shortText({ kind, text, parts }: WhyCondition, language: Language): string {
  if (parts.length < 2 || text.length <= longestWhole) return text;
  if (kind === 'all') return words.allOf[language];
  return kind === 'any' ? words.anyOf[language] : text;
}

function nameOf(id: string): string {
  return id.slice(id.indexOf('/') + 1);
}

function setBy(who: string | null, language: Language): string {
  if (who === null) return '';
  return language === 'en' ? ` (set by ${who})` : ` (vastgesteld door ${who})`;
}

function valueBranches(
  { label, found, location, missing, from, omitted }: WhyValue,
  shown: boolean,
): readonly Branch[] {
  const branches = from.flatMap((each) => valueBranches(each, false));
  const own = { ...plain, text: `${label}: ${found}`, location, shown: shown && !missing, branches };
  return omitted === 0 ? [own] : [own, { ...plain, text: `… (+${omitted})` }];
}

/** A part: of a list the item first, and whether it is meant at all where that is what was asked. */
function partBranch({ item, condition, decides }: WhyPart, whole: WhyCondition, depth: Depth): Branch {
  const own = conditionBranch(condition, depth);
  if (item === null) return { ...own, quiet: !decides };
  const meant = item.selected === 'true' ? '' : ` ${words.meant[depth.language]}`;
  const asked = condition.text === whole.text ? '' : ` ${own.text}`;
  return { ...own, text: `${item.label}${meant === '' && asked === '' ? '' : ':'}${meant}${asked}`, quiet: !decides };
}

/** What decided, as far as there is room; with `verbose` all. Of the rest there is the number. */
function kept<T extends { readonly decides: boolean }>(
  all: readonly T[],
  noun: 'part' | 'duty',
  { verbose, language }: Depth,
  branch: (part: T) => Branch,
  { omitted, omittedDeciding }: Pick<WhyCondition, 'omitted' | 'omittedDeciding'> = { omitted: 0, omittedDeciding: 0 },
): readonly Branch[] {
  const deciding = all.filter(({ decides }) => decides);
  const shown = verbose ? all : deciding.slice(0, mostParts);
  const more = verbose ? omitted : deciding.length - shown.length + omittedDeciding;
  const hidden = verbose ? 0 : all.length - deciding.length + omitted - omittedDeciding;
  return [
    ...shown.map(branch),
    ...(more > 0 ? [{ ...plain, text: language === 'en' ? `and ${more} more` : `en nog ${more}`, quiet: true }] : []),
    ...(hidden > 0 ? [{ ...plain, text: hiddenWords(hidden, noun, language), quiet: true }] : []),
  ];
}
