import { blank, type Line, padEnd, paragraph, piece, printedLines, type Tone } from '../render/lines.ts';
import { type ClaimReport, type ExceptionsReport, improperStates, kindWords, stateWords } from './exceptions-report.ts';
import { exceptionsSummary, exceptionsTexts, periodWords } from './exceptions-texts.ts';

/** The list for people: each claim with its last day first, and how many there are. */
export function renderExceptionsText(
  report: ExceptionsReport,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): Generator<string> {
  const lines = report.claims.flatMap((claim) => [...claimLines(claim, report, width), blank]);
  return printedLines([...lines, ...paragraph([], exceptionsSummary(report), width, 'quiet')], colour);
}

function claimLines(claim: ClaimReport, { language }: ExceptionsReport, width: number): readonly Line[] {
  const texts = exceptionsTexts[language];
  const { start } = claim.location;
  const state = stateWords[claim.state][language];
  const fault = claim.fault === null ? '' : `: ${claim.fault}`;
  const rows: readonly (readonly [string, string])[] = [
    [texts.about, claim.title === null ? (claim.about ?? '') : `${claim.title} (${claim.about ?? ''})`],
    [texts.items, claim.items.join(', ')],
    [texts.subjects, claim.subjects.join(', ')],
    [texts.who, claim.by ?? texts.noOne],
    [texts.ground, claim.ground ?? ''],
    [texts.why, claim.reason ?? (claim.kind === 'approval' ? '' : texts.noReason)],
    [texts.period, periodWords(claim, language)],
    [texts.where, `${claim.manifest} · ${claim.file}:${start.line}:${start.column}`],
  ];
  const head = [piece(`${padEnd(claim.ends ?? texts.noEnd, 10)}  `, 'strong')];
  const name = [kindWords[claim.kind][language], ...(claim.reference === null ? [] : [claim.reference])].join(' ');
  return [
    ...paragraph(head, `${name} — ${state}${fault}`, width, toneOf(claim)),
    ...rows
      .filter(([, text]) => text !== '')
      .flatMap(([term, text]) => paragraph([piece('    '), piece(padEnd(term, 12), 'quiet')], text, width)),
  ];
}

function toneOf({ state }: ClaimReport): Tone {
  if (improperStates.has(state)) return 'bad';
  if (state === 'ends-soon' || state === 'unused') return 'unsure';
  return state === 'in-force' ? 'good' : 'quiet';
}
