import fc from 'fast-check';
import { buildProgram, type CheckedProgram } from '../../language/src/check/build-program.ts';
import { compileProgram, judge } from '../../language/src/evaluate/judge.ts';
import type { Result } from '../../language/src/evaluate/result.ts';
import { readDocuments } from '../../language/src/manifest/read-document.ts';
import { typeManifest } from '../../language/src/manifest/type-manifest.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parsePolicy } from '../../language/src/syntax/parse.ts';
import { parseDate } from '../../language/src/values/calendar.ts';
import { type Draw, drawFrom } from '../reference/draw.ts';
import type { Case } from '../reference/generate.ts';
import { mutatePack } from './mutate-pack.ts';

/** The checked program of some texts of policies. */
export function programOf(policies: readonly string[]): CheckedProgram {
  return buildProgram(policies.map((text, index) => parsePolicy(sourceText(`policy-${index}`, text))));
}

/** Numbers for a draw. */
export const numbers = fc.noBias(fc.infiniteStream(fc.nat(2 ** 30)));

/** A drawn case, and its packs with something otherwise. */
export interface Versions {
  readonly each: Case;
  readonly old: CheckedProgram;
  readonly next: CheckedProgram;
  readonly texts: string;
}

/** What a case draws and some versions of it without errors, each in both directions: drawing costs more than changing. */
export function versionsOf(each: Case, stream: Iterator<number>): readonly Versions[] {
  const draw = drawFrom(stream);
  return Array.from({ length: 4 }, () => versionOf(each, draw)).flatMap((versions) =>
    versions === undefined ? [] : [versions, { ...versions, old: versions.next, next: versions.old }],
  );
}

function versionOf(each: Case, draw: Draw): Versions | undefined {
  const mutated = each.policies.map((text) => (text.startsWith('pack') ? mutatePack(draw, text) : text));
  const [old, next] = [programOf(each.policies), programOf(mutated)];
  if (next.diagnostics.length > 0) return undefined;
  return { each, old, next, texts: `${each.policies.join('\n')}\n----\n${mutated.join('\n')}\n----\n${each.manifest}` };
}

/** The results of a manifest by both sides; undefined where they do not find the same errors in it. */
export function resultsOf({ each, old, next }: Versions): readonly [readonly Result[], readonly Result[]] | undefined {
  const asOf = parseDate(each.asOf);
  const judged = [old, next].map(({ program }) => {
    const [document] = readDocuments(sourceText('manifest', each.manifest), 'yaml').documents;
    if (document === undefined || asOf === undefined) throw new Error('a case has a manifest and a date');
    const manifest = typeManifest(document, program);
    const errors = manifest.diagnostics.map(({ code, span }) => `${code} ${span.start}`).join();
    return { errors, results: judge(compileProgram(program), manifest, asOf).results };
  });
  const [before, after] = judged;
  return before === undefined || before.errors !== after?.errors ? undefined : [before.results, after.results];
}
