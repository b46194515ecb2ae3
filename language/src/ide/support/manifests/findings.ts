import type { Finding, FindingDetails, Result } from '../../../evaluate/result.ts';
import type { Span } from '../../../source/source.ts';
import type { Judging } from './judged.ts';
import { placeOfFinding } from './place-of-finding.ts';

/** A duty that did not simply pass, with what it says and where an editor shows it. */
export interface PlacedFinding {
  readonly result: Result;
  readonly finding: Finding;
  readonly details: FindingDetails;
  readonly span: Span;
}

/** The findings of a judging that are worded, and how many are not. */
export interface PlacedFindings {
  readonly shown: readonly PlacedFinding[];
  readonly left: number;
}

/** So many findings of one document are told apart: nobody reads more, and working out their words takes time. */
const mostFindings = 1000;

const findingsOfJudgings = new WeakMap<Judging, PlacedFindings>();

/** The findings of a judging, in the order of its results; of very many those that are open before those that are excepted. */
export function findingsOf(judging: Judging): PlacedFindings {
  const known = findingsOfJudgings.get(judging);
  if (known !== undefined) return known;
  const all = (judging.judgement?.results ?? []).flatMap((result) =>
    result.findings.map((finding) => ({ result, finding })),
  );
  const isOpen = ({ finding }: (typeof all)[number]): boolean => finding.outcome !== 'excepted';
  const ordered = all.length > mostFindings ? [...all.filter(isOpen), ...all.filter((each) => !isOpen(each))] : all;
  const shown = ordered.slice(0, mostFindings).map(({ result, finding }): PlacedFinding => {
    const details = finding.explain();
    return { result, finding, details, span: placeOfFinding(details.location, judging.typed) };
  });
  const findings = { shown, left: all.length - shown.length };
  findingsOfJudgings.set(judging, findings);
  return findings;
}
