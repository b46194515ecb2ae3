import { andMore, chosenLevel, outcomeSigns, outcomeWords, phrases } from '../messages.ts';
import type { CitationReport, FindingReport, ParameterReport, ReasonReport, ResultReport } from '../report.ts';
import { excerpt } from './excerpt.ts';
import { blank, type Line, paragraph, piece } from './lines.ts';
import { groupBy, type OpenRule, type Placed } from './rule-groups.ts';
import { headed, margin, ruleName, type TextStyle } from './text-style.ts';

/** Findings of one obligation that are shown one by one; of more there is only the number. */
const mostFindings = 8;
const mostReasons = 6;

/** A rule with open findings: what it asks, where each value stands, what to do, and what it rests on, said once. */
export function ruleLines(file: string, rule: OpenRule, style: TextStyle): readonly Line[] {
  const [result] = rule.results;
  if (result === undefined) return [];
  const all = rule.obligations.flat();
  const grounds = [
    ...parametersOf(all).flatMap((parameter) => parameterLines(parameter, style)),
    ...citationsOf(rule.results).flatMap((citation) => headed('source', citationText(citation), style)),
    ...(result.advice === null ? [] : headed('nextStep', result.advice, style)),
  ];
  return [
    ...titleLines(rule, result, style),
    ...rule.obligations.flatMap((placed) => [blank, ...obligationLines(file, placed, style)]),
    ...(grounds.length === 0 ? [] : [blank, ...grounds]),
  ];
}

function titleLines(rule: OpenRule, result: ResultReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const tone = !rule.counts ? 'unsure' : rule.outcome === 'fail' ? 'bad' : 'unsure';
  const head = [piece(`${outcomeSigns[rule.outcome]} ${outcomeWords[rule.outcome][language]}  `, tone)];
  const details = [ruleName(rule.rule, style), levelText(rule, result, style)];
  if (rule.judged > 1) {
    const failing = new Set(rule.obligations.flat().map((placed) => placed.result.subject)).size;
    details.push(language === 'en' ? `${failing} of ${rule.judged} items` : `${failing} van ${rule.judged} onderdelen`);
  }
  if (!rule.counts) details.push(phrases.softer[language]);
  return [
    ...paragraph(head, result.title, style.width, 'strong'),
    ...paragraph([piece(margin)], details.join(' · '), style.width, 'quiet'),
  ];
}

/** The levels of what stands open, and who chose the rule's. */
function levelText(rule: OpenRule, result: ResultReport, { language }: TextStyle): string {
  const levels = [...new Set(rule.obligations.flat().map(({ finding }) => finding.level))];
  const texts = levels.map((level) =>
    chosenLevel(level, level === result.level ? result.levelChosenBy : null, language),
  );
  return texts.join(', ');
}

function obligationLines(file: string, all: readonly Placed[], style: TextStyle): readonly Line[] {
  const placed = withoutRepeats(all);
  const shown = style.verbose ? placed : placed.slice(0, mostFindings);
  const [first] = shown;
  if (first === undefined) return [];
  const sameRequired = placed.every(({ finding }) => finding.required === first.finding.required);
  const sameRepair = placed.every(({ finding }) => finding.repair === first.finding.repair);
  const lines = shown.flatMap((each, index) => [
    ...(index === 0 ? [] : [blank]),
    ...findingLines(file, each, style),
    ...(sameRequired ? [] : requiredLines(each.finding, style)),
    ...(sameRepair ? [] : headed('repair', each.finding.repair, style)),
  ]);
  const left = placed.length - shown.length;
  const common = [
    ...(sameRequired ? requiredLines(first.finding, style) : []),
    ...(sameRepair ? headed('repair', first.finding.repair, style) : []),
  ];
  return [
    ...lines,
    ...(left === 0 ? [] : [blank, ...paragraph([piece(margin)], andMore(left, style.language), style.width, 'quiet')]),
    ...(placed.length > 1 && common.length > 0 ? [blank] : []),
    ...common,
  ];
}

/** One clause may ask the same of the same value in several ways: a reader needs to be told once. */
export function withoutRepeats(placed: readonly Placed[]): readonly Placed[] {
  const key = ({ finding, result }: Placed): string =>
    JSON.stringify([result.subject, finding.message, finding.location, finding.required]);
  return [...groupBy(placed, key).values()].flatMap(([first]) => first ?? []);
}

function findingLines(file: string, { result, finding }: Placed, style: TextStyle): readonly Line[] {
  const item = result.subjectKey === null || result.subject === '' ? '' : `${result.subjectKey}: `;
  const level =
    finding.level === result.level ? '' : ` — ${chosenLevel(finding.level, finding.levelChosenBy, style.language)}`;
  const reasons = reasonLines(finding, style);
  // Several deciding parts say what was found, each of its own; one that the sentence says already needs no line.
  const found = reasons.length > 0 || isSaid(finding.found, finding) ? [] : headed('found', finding.found, style);
  return [
    ...paragraph([piece(margin)], `${item}${finding.message}${level}`, style.width),
    ...placeLines(file, finding, style),
    ...found,
    ...reasons,
  ];
}

/** What must be, unless the sentence of the finding says it in the same words. */
function requiredLines(finding: FindingReport, style: TextStyle): readonly Line[] {
  return isSaid(finding.required, finding) || decidedByOne(finding) ? [] : headed('required', finding.required, style);
}

/** Where one value decided, the sentence says what it is and what it must be. */
function decidedByOne(finding: FindingReport): boolean {
  return finding.because.flatMap(leavesOf).filter((leaf) => leaf.found !== null).length === 1;
}

function isSaid(text: string, finding: FindingReport): boolean {
  return text === '' || finding.message.includes(text);
}

/**
 * The line of the manifest with carets under the value. Where the value is missing and its parent is of several lines there
 * is only the place: carets under the parent's first value would accuse one that is right.
 */
function placeLines(own: string, { location, outcome }: FindingReport, style: TextStyle): readonly Line[] {
  const file = location.file ?? own;
  const source = style.sourceOf(file);
  if (source === undefined || location.pointer === '') return [];
  const { start, end } = location;
  const onlyPlace = outcome === 'unproven' && start.line !== end.line;
  return [
    [piece(margin), piece(`${file}:${start.line}:${start.column}`, 'quiet')],
    ...(onlyPlace ? [] : excerpt(source, location, margin, style.width)),
  ];
}

/** The parts that decided, where there are several or where the one lies elsewhere than the finding. */
function reasonLines(finding: FindingReport, style: TextStyle): readonly Line[] {
  const leaves = finding.because.flatMap(leavesOf).filter((leaf) => leaf.found !== null);
  const texts = [...new Set(leaves.map((leaf) => `${leaf.text}: ${leaf.found}`))];
  if (texts.length < 2) return [];
  const shown = style.verbose ? texts : texts.slice(0, mostReasons);
  const left = texts.length - shown.length;
  return [
    ...shown.flatMap((text) => headed('because', text, style)),
    ...(left === 0 ? [] : headed('because', andMore(left, style.language), style, 'quiet')),
  ];
}

/** The parts that decided, without those that only join them. */
export function leavesOf(reason: ReasonReport): readonly ReasonReport[] {
  return reason.because.length === 0 ? [reason] : reason.because.flatMap(leavesOf);
}

/** The parameters that some findings rest on, each once. */
export function parametersOf(placed: readonly Placed[]): readonly ParameterReport[] {
  const parameters = placed.flatMap(({ finding }) => finding.parameters);
  return [...groupBy(parameters, (parameter) => parameter.name).values()].flatMap(([first]) => first ?? []);
}

/** A parameter with its value, who set it and why. */
export function parameterLines(parameter: ParameterReport, style: TextStyle): readonly Line[] {
  const { language } = style;
  const who = parameter.setBy === null ? '' : `, ${phrases.setBy[language]} ${parameter.setBy}`;
  const why = parameter.because === null ? '' : `, ${phrases.because[language]}: ${parameter.because}`;
  return headed('parameter', `${ruleName(parameter.name, style)} = ${parameter.value}${who}${why}`, style);
}

/** The sources of some results and of the exceptions that they rest on, each place once. */
export function citationsOf(results: readonly ResultReport[]): readonly CitationReport[] {
  const citations = results.flatMap(({ cites, exceptions }) => [
    ...cites,
    ...exceptions.flatMap((exception) => exception.cites),
  ]);
  return [...groupBy(citations, ({ source, at }) => `${source} ${at}`).values()].flatMap(([first]) => first ?? []);
}

/** A source and the place in it, with the words that are quoted. */
export function citationText({ title, at, quoting, address }: CitationReport): string {
  const quote = quoting === null ? '' : ` — “${quoting}”`;
  return `${title}, ${at}${quote}${address === null ? '' : ` <${address}>`}`;
}
