import type { TextEdit } from '../diagnostic/diagnostic.ts';
import type { Given } from '../syntax/tests-ast.ts';
import { testsOf } from './support/parsed.ts';
import { pathBetween, pathFrom } from './support/path-from.ts';
import { rootOf, type Snapshot } from './support/snapshot.ts';
import { inOrder } from './support/text-edits.ts';

/** A file or folder that is to have another path. */
export interface FileRename {
  readonly from: string;
  readonly to: string;
}

/**
 * What files say of the paths of others, before some of these get another: tests name the files of manifests, from their
 * own folder. Packs and vocabularies are used by their names, so that a policy may be moved without a word.
 */
export function fileRenameEdits(snapshot: Snapshot, renames: readonly FileRename[]): readonly TextEdit[] {
  const moved = (path: string): string => {
    const rename = renames.find(({ from }) => path === from || path.startsWith(`${withoutSlash(from)}/`));
    return rename === undefined ? path : `${withoutSlash(rename.to)}${path.slice(withoutSlash(rename.from).length)}`;
  };
  const edits = [...snapshot.files.keys()].flatMap((path) => {
    const tests = rootOf(snapshot, path).library ? undefined : testsOf(snapshot, path)?.file;
    if (tests === undefined) return [];
    return [...tests.manifests, ...tests.tests].flatMap(({ given }) => editOf(given, path, moved));
  });
  return inOrder(edits);
}

function withoutSlash(path: string): string {
  return path.replace(/\/$/, '');
}

function editOf({ start }: Given, path: string, moved: (path: string) => string): readonly TextEdit[] {
  if (start.kind !== 'file') return [];
  const target = pathFrom(path, start.path);
  if (moved(path) === path && moved(target) === target) return [];
  const written = pathBetween(moved(path), moved(target));
  if (pathFrom(moved(path), start.path) === moved(target) || written === undefined) return [];
  return [{ span: start.span, text: `"${written.replaceAll(/["\\]/g, (sign) => `\\${sign}`)}"` }];
}
