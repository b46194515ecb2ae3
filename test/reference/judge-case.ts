import type { CheckedProgram } from '../../language/src/check/build-program.ts';
import { buildProgram } from '../../language/src/check/build-program.ts';
import { compileProgram, judge } from '../../language/src/evaluate/judge.ts';
import { noticesOfProgram } from '../../language/src/evaluate/program-notices.ts';
import type { Judgement } from '../../language/src/evaluate/result.ts';
import { readDocuments } from '../../language/src/manifest/read-document.ts';
import { typeManifest } from '../../language/src/manifest/type-manifest.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parsePolicy } from '../../language/src/syntax/parse.ts';
import { daysSince1970 } from './civil-date.ts';
import type { Case } from './generate.ts';
import { judgeByThePage, parametersToReview, type ReferenceJudgement } from './reference.ts';

/** What both say of a case. */
export interface BothJudgements {
  readonly evaluated: Judgement;
  readonly reference: ReferenceJudgement;
  readonly reviewsEvaluated: number;
  readonly reviewsByThePage: number;
}

const programs = new WeakMap<Case, CheckedProgram>();

/** The policies of a case, put together and checked; once, though a case is asked for its errors before it is judged. */
export function programOf(each: Case): CheckedProgram {
  const known = programs.get(each);
  if (known !== undefined) return known;
  const program = buildProgram(each.policies.map((text, index) => parsePolicy(sourceText(`policy-${index}`, text))));
  programs.set(each, program);
  return program;
}

/** Judges a case in both ways. */
export function judgeBoth(each: Case): BothJudgements {
  const { program } = programOf(each);
  const [document] = readDocuments(sourceText('manifest', each.manifest), 'yaml').documents;
  if (document === undefined) throw new Error('a text has a document');
  const manifest = typeManifest(document, program);
  const [year = 0, month = 0, dayOfMonth = 0] = each.asOf.split('-').map(Number);
  const day = daysSince1970({ year, month, day: dayOfMonth });
  return {
    evaluated: judge(compileProgram(program), manifest, day),
    reference: judgeByThePage(program, manifest, day),
    reviewsEvaluated: noticesOfProgram(program, day).length,
    reviewsByThePage: parametersToReview(program, day),
  };
}
