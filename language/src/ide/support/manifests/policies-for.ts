import { type CompiledProgram, compileProgram } from '../../../evaluate/judge.ts';
import { derivation } from '../derive.ts';
import { allPrograms, type RootProgram } from '../program.ts';
import { rootOf, type Snapshot } from '../snapshot.ts';

const compiledPrograms = derivation<CompiledProgram>();

/** The rules of a program, ready to judge: compiled once, however many manifests there are. */
export function compiledOf({ memory }: Snapshot, { root, checked }: RootProgram): CompiledProgram {
  return compiledPrograms(memory, root.path, [checked.program], () => compileProgram(checked.program));
}

/** Whether policies have errors, so that nothing can be judged by them. */
export function hasErrors({ checked }: RootProgram): boolean {
  return checked.diagnostics.some(({ severity }) => severity === 'error');
}

/**
 * The programs by which a manifest is judged: those of the workspace's own packs that speak of its vocabulary, that of its
 * own root alone where it is one; else what ships with Waarborg. Where none speaks of it the first is given all the same, to
 * say so. Empty only where there are no packs at all.
 */
export function policiesFor(snapshot: Snapshot, path: string, vocabulary: string): readonly RootProgram[] {
  const programs = allPrograms(snapshot).filter(hasPacks);
  const own = rootOf(snapshot, path).path;
  const mine = programs.filter(({ root }) => !root.library).sort((a, b) => rankOf(a, own) - rankOf(b, own));
  const libraries = programs.filter(({ root }) => root.library);
  const speaking = mine.filter((program) => speaksOf(program, vocabulary));
  const nearest = speaking.filter(({ root }) => root.path === own);
  if (nearest.length > 0) return nearest;
  if (speaking.length > 0) return speaking;
  const library = libraries.find((program) => speaksOf(program, vocabulary));
  return [library ?? mine[0] ?? libraries[0]].filter((program) => program !== undefined);
}

function rankOf({ root }: RootProgram, own: string): number {
  return root.path === own ? 0 : 1;
}

/** Whether a root has packs of its own; one that only tests another's, or has only words, judges nothing. */
function hasPacks({ own }: RootProgram): boolean {
  return own.some(({ file }) => file.kind === 'pack');
}

function speaksOf({ checked }: RootProgram, vocabulary: string): boolean {
  return checked.program.manifestRecords.some((record) => record.vocabulary === vocabulary);
}
