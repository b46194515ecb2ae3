import {
  applyEdits,
  type ClaimDecision,
  type DecisionStep,
  type DutyDecision,
  type ExceptionDecision,
  formatDate,
  type Language,
  type Location,
  lineText,
  type Outcome,
  positionAt,
  type RuleDecision,
  type SourceText,
  type SubjectDecision,
  sourceText,
  spanOf,
  type TextEdit,
  type Trace,
  type TracedPart,
  type TracedValue,
  type Turn,
  type Turns,
} from '@waarborg/language';
import {
  citationReports,
  exceptionUseReport,
  locationReport,
  parameterReport,
  rangeReport,
} from '../check/build-report.ts';
import { type Counts, type ErrorReport, type LocationReport, noCounts } from '../report.ts';
import { turnWords } from './turn-words.ts';
import type {
  WhyChange,
  WhyChanges,
  WhyClaim,
  WhyCondition,
  WhyDuty,
  WhyException,
  WhyLines,
  WhyPart,
  WhyReport,
  WhyRule,
  WhyStep,
  WhySubject,
  WhyValue,
} from './why-report.ts';

/** What a run of `why` found, before it is put into one language. */
export interface WhyRun {
  readonly asOf: number;
  readonly file: string;
  readonly document: number;
  readonly manifest: string;
  readonly source: SourceText | undefined;
  /** The texts beside the manifest. */
  readonly beside: readonly SourceText[];
  /** Undefined where nothing could be decided. */
  readonly decision: RuleDecision | undefined;
  /** The subjects to show, in their order, with the changes that turn them where these were looked for. */
  readonly subjects: readonly { readonly decision: SubjectDecision; readonly turns: Turns | undefined }[];
  /** The outcomes of the subjects that are left out. */
  readonly omitted: readonly Outcome[];
  readonly errors: (language: Language) => readonly ErrorReport[];
}

/** In which language a report is, and the file of the manifest. */
interface View {
  readonly language: Language;
  readonly file: string;
}

/** The report of a run in one language. */
export function buildWhyReport(run: WhyRun, language: Language): WhyReport {
  const { decision, source } = run;
  const view: View = { language, file: run.file };
  return {
    format: 'waarborg-why/1',
    language,
    asOf: formatDate(run.asOf),
    file: run.file,
    document: run.document,
    manifest: run.manifest,
    rule: decision === undefined ? null : ruleReport(decision, view),
    subjects: run.subjects.map((each) => subjectReport(each, source, view)),
    omitted: countsOf(run.omitted),
    explanations: (decision?.explanations ?? []).map(({ use, fault, location }) => ({
      counts: use !== undefined,
      fault: fault?.[language] ?? null,
      explanation: use ?? null,
      location: locationReport(location, run.file),
    })),
    errors: run.errors(language),
  };
}

function countsOf(outcomes: readonly Outcome[]): Counts {
  const counts = { ...noCounts };
  for (const outcome of outcomes) counts[outcome] += 1;
  return counts;
}

function ruleReport({ rule, subjects }: RuleDecision, view: View): WhyRule {
  const cites = subjects[0]?.result.cites ?? [];
  return {
    id: rule.id,
    title: rule.title[view.language],
    level: rule.level,
    levelChosenBy: rule.levelChosenBy?.[view.language] ?? null,
    cites: citationReports(cites, view.language),
    nextStep: rule.advice?.[view.language] ?? null,
  };
}

function subjectReport(
  { decision, turns }: WhyRun['subjects'][number],
  source: SourceText | undefined,
  view: View,
): WhySubject {
  const { result, label, location, steps, duties } = decision;
  return {
    subject: result.subject,
    subjectKey: result.subjectKey ?? null,
    label,
    location: location === undefined ? null : locationReport(location, view.file),
    outcome: result.outcome,
    reason: result.reason ?? null,
    messages: result.findings.map((finding) => finding.explain().message[view.language]),
    steps: steps.map((step) => stepReport(step, view)),
    duties: duties.map((duty) => dutyReport(duty, view)),
    exceptions: result.exceptions.map((exception) => exceptionUseReport(exception, view.language)),
    explanation: result.explanation ?? null,
    changes: turns === undefined || source === undefined ? null : changesReport(turns, source, view),
  };
}

function stepReport({ kind, decides, trace }: DecisionStep, view: View): WhyStep {
  return { kind, decides, condition: conditionReport(trace, view) };
}

function dutyReport(duty: DutyDecision, view: View): WhyDuty {
  const { obligation, outcome, decides, by, exceptions } = duty;
  const report = (trace: Trace | undefined): WhyCondition | null =>
    trace === undefined ? null : conditionReport(trace, view);
  return {
    id: obligation.id,
    level: obligation.level,
    outcome,
    decides,
    by,
    guard: report(duty.guard),
    condition: report(duty.condition),
    otherwise: report(duty.otherwise),
    exceptions: exceptions.map((each) => exceptionReport(each, view)),
  };
}

function exceptionReport(each: ExceptionDecision, view: View): WhyException {
  const { exception, outcome, decides, condition, claims, residual } = each;
  return {
    name: exception.name,
    outcome: outcome ?? null,
    decides,
    needsClaim: exception.claimed,
    condition: condition === undefined ? null : conditionReport(condition, view),
    claims: claims.map((claim) => claimReport(claim, view)),
    residual: residual.map((duty) => dutyReport(duty, view)),
  };
}

function claimReport({ use, location, admissible, fault, concerns }: ClaimDecision, view: View): WhyClaim {
  const { name: _, cites: __, stillOwed: ___, ...rest } = exceptionUseReport(use, view.language);
  return {
    ...rest,
    location: locationReport(location, view.file),
    admissible,
    fault: fault?.[view.language] ?? null,
    concerns,
  };
}

function conditionReport(trace: Trace, view: View): WhyCondition {
  const { kind, text, truth, values, parameters, path, parts, omitted, omittedDeciding } = trace;
  return {
    kind,
    text: text[view.language],
    value: truth,
    values: values.map((value) => valueReport(value, view)),
    parameters: [...new Set(parameters)].map((parameter) => parameterReport(parameter, view.language)),
    path: path ?? null,
    parts: parts.map((part) => partReport(part, view)),
    omitted,
    omittedDeciding,
  };
}

function partReport({ decides, item, trace }: TracedPart, view: View): WhyPart {
  return {
    decides,
    item:
      item === undefined
        ? null
        : {
            label: item.label[view.language],
            location: optionalLocation(item.location, view),
            selected: item.selected,
          },
    condition: conditionReport(trace, view),
  };
}

function valueReport({ label, found, location, missing, from, omitted }: TracedValue, view: View): WhyValue {
  return {
    label: label[view.language],
    found: found[view.language],
    missing,
    location: optionalLocation(location, view),
    from: from.map((each) => valueReport(each, view)),
    omitted,
  };
}

function optionalLocation(location: Location | undefined, view: View): LocationReport | null {
  return location === undefined ? null : locationReport(location, view.file);
}

function changesReport(turns: Turns, source: SourceText, view: View): WhyChanges {
  const { to, tried, complete, refused, leftStatements } = turns;
  return {
    to,
    found: turns.turns.map((turn) => changeReport(turn, source, view)),
    tried,
    complete,
    refused: refused ?? null,
    leftStatements,
  };
}

function changeReport(turn: Turn, source: SourceText, view: View): WhyChange {
  return {
    outcome: turn.outcome,
    text: turnWords(turn, view.language),
    fields: turn.fields.map(({ label, location, action, now, to, others, forInstance }) => ({
      label,
      location: locationReport(location, view.file),
      action,
      now: now[view.language],
      to: to[view.language],
      others: others.map((other) => other[view.language]),
      forInstance,
    })),
    edits: turn.edits.map(({ start, end, text }) => ({ ...rangeReport(spanOf(source, start, end)), text })),
    lines: changedLines(turn, source),
  };
}

/** The whole lines that edits change; edits of one line stand together. */
function changedLines({ edits }: Turn, source: SourceText): readonly WhyLines[] {
  const groups: TextEdit[][] = [];
  for (const edit of edits) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const shares = last !== undefined && lineOf(source, last.end) === lineOf(source, edit.start);
    if (shares) group?.push(edit);
    else groups.push([edit]);
  }
  return groups.map((group) => linesOf(group, source));
}

function linesOf(edits: readonly TextEdit[], source: SourceText): WhyLines {
  const [first] = edits;
  const last = edits.at(-1);
  if (first === undefined || last === undefined) return { line: 1, before: [], after: [] };
  const changed = sourceText(source.name, applyEdits(source.text, edits));
  const grown = edits.reduce((sum, { start, end, text }) => sum + text.length - (end - start), 0);
  const line = lineOf(source, first.start);
  const lines = (of: SourceText, to: number): readonly string[] =>
    Array.from({ length: to - line + 1 }, (_, index) => lineText(of, line + index));
  return {
    line,
    ...withoutSame(lines(source, lineOf(source, last.end)), lines(changed, lineOf(changed, last.end + grown))),
  };
}

function lineOf(source: SourceText, offset: number): number {
  return positionAt(source, offset).line;
}

/** Without the lines at both ends that are the same. */
function withoutSame(before: readonly string[], after: readonly string[]): Pick<WhyLines, 'before' | 'after'> {
  const shared = Math.min(before.length, after.length);
  let first = 0;
  while (first < shared && before[first] === after[first]) first += 1;
  let last = 0;
  while (last < shared - first && before.at(-1 - last) === after.at(-1 - last)) last += 1;
  return { before: before.slice(first, before.length - last), after: after.slice(first, after.length - last) };
}
