import {
  type CheckedProgram,
  compareVerdicts,
  compileProgram,
  namesNow,
  type ProgramComparison,
  type VerdictChange,
} from '@waarborg/language';
import type { JudgedManifest } from '../check/build-report.ts';
import type { ManifestFile } from '../check/find-manifests.ts';
import { judgeManifests, type ReadManifestFile, readManifestFile } from '../check/judge-manifests.ts';

/** One manifest judged by both sides, and the verdicts that differ. */
export interface ComparedManifest {
  readonly old: JudgedManifest;
  readonly new: JudgedManifest;
  readonly changes: readonly VerdictChange[];
}

/** Judges every manifest once by each side, on one date. Each file is read once, standard input too. */
export function compareManifests(
  files: readonly ManifestFile[],
  [old, next]: readonly [CheckedProgram, CheckedProgram],
  { sides }: ProgramComparison,
  asOf: number,
): readonly ComparedManifest[] {
  const read = readOnce();
  const judged = ({ program }: CheckedProgram): readonly JudgedManifest[] =>
    judgeManifests(files, { program, compiled: compileProgram(program), asOf }, read).manifests;
  const [before, after] = [judged(old), judged(next)];
  const names = namesNow(sides);
  return after.flatMap((manifest, index) => {
    const other = before[index];
    if (other === undefined) return [];
    const changes = compareVerdicts(other.judgement?.results ?? [], manifest.judgement?.results ?? [], names);
    return [{ old: other, new: manifest, changes }];
  });
}

function readOnce(): ReadManifestFile {
  const texts = new Map<ManifestFile, ReturnType<ReadManifestFile>>();
  return (file) => {
    const text = texts.get(file) ?? readManifestFile(file);
    texts.set(file, text);
    return text;
  };
}
