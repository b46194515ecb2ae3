import type { Localized } from '../../../diagnostic/diagnostic.ts';
import { positionAt } from '../../../source/source.ts';
import { namesWithin, pathsOf } from '../name-index.ts';
import { fileNameOf } from '../path-from.ts';
import { allPrograms, type RootProgram } from '../program.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Occurrence } from '../symbol.ts';

/** Two snapshots of the same files, of which the second bears another name for something. */
export interface Renamed {
  readonly before: Snapshot;
  readonly after: Snapshot;
  /** Where an offset of a file is after the edits. */
  readonly moved: (path: string, offset: number) => number;
}

/**
 * Why a program does not mean the same after something in it was renamed: an error that it had not, or a name that means
 * another thing now. Undefined where it does.
 */
export function changedMeaning(renamed: Renamed): Localized | undefined {
  const after = new Map(allPrograms(renamed.after).map((program) => [program.root.path, program]));
  for (const program of allPrograms(renamed.before)) {
    const next = after.get(program.root.path);
    const found = next && (newError(program, next) ?? otherName(renamed, program, next));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** An error of a kind of which a file has more than before: offsets and names in messages differ for good reasons. */
function newError(before: RootProgram, after: RootProgram): Localized | undefined {
  if (before.checked === after.checked) return undefined;
  const counts = new Map<string, number>();
  for (const { code, span } of errorsOf(before)) {
    const key = `${span.source.name}\u0000${code}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const extra = errorsOf(after).find(({ code, span }) => {
    const key = `${span.source.name}\u0000${code}`;
    const left = (counts.get(key) ?? 0) - 1;
    counts.set(key, left);
    return left < 0;
  });
  return extra?.message;
}

function errorsOf({ checked, tests }: RootProgram) {
  const all = [...checked.diagnostics, ...tests.flatMap(({ diagnostics }) => diagnostics)];
  return all.filter(({ severity }) => severity === 'error');
}

/** A place where a name means another thing than it did, or where the new name has come to mean the renamed thing. */
function otherName({ before, after, moved }: Renamed, program: RootProgram, next: RootProgram): Localized | undefined {
  if (program.checked === next.checked) return undefined;
  for (const path of pathsOf(before, program)) {
    const meant = new Set(
      namesWithin(before, path, program)
        .filter(({ role }) => role !== 'former')
        .map(({ span, symbol }) => {
          const { source, start } = symbol.span;
          return keyOf(moved(path, span.start), source.name, moved(source.name, start));
        }),
    );
    const now = namesWithin(after, path, next).filter(({ role }) => role !== 'former');
    const other = now.find(
      ({ span, symbol }) => !meant.delete(keyOf(span.start, symbol.span.source.name, symbol.span.start)),
    );
    if (other !== undefined) return meansAnother(other);
    if (meant.size > 0) return lost(path);
  }
  return undefined;
}

function keyOf(start: number, declaredIn: string, declaredAt: number): string {
  return `${start}\u0000${declaredIn}\u0000${declaredAt}`;
}

function meansAnother({ text, span }: Occurrence): Localized {
  const { line } = positionAt(span.source, span.start);
  const where = `${fileNameOf(span.source.name)}:${line}`;
  return {
    en: `\`${text}\` in ${where} would mean another thing`,
    nl: `\`${text}\` in ${where} zou iets anders betekenen`,
  };
}

function lost(path: string): Localized {
  return {
    en: `${fileNameOf(path)} names it in a way that cannot be changed`,
    nl: `${fileNameOf(path)} noemt het op een manier die niet kan worden gewijzigd`,
  };
}
