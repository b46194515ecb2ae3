import { type SourceText, sourceText } from '../../source/source.ts';
import type { Day } from '../../values/calendar.ts';
import { emptyMemory, forget, type Memory } from './derive.ts';

/** How the text of a file is written. */
export type FileSyntax = 'waarborg' | 'yaml' | 'json';

/** A file as it is now, in an editor or on disk. */
export interface SnapshotFile {
  /** A URI, or a path with forward slashes: also the name of its source, by which spans lead back to it. */
  readonly path: string;
  readonly source: SourceText;
  readonly syntax: FileSyntax;
}

/** A folder whose policies make one program together, with those that they use from elsewhere. */
export interface Root {
  /** As the paths of its files begin, ending in a slash. */
  readonly path: string;
  /** Installed or shipped: looked into by others, and never reported on by itself. */
  readonly library: boolean;
}

/** All that an editor knows at one moment, as a value: every feature is a function of it. */
export interface Snapshot {
  readonly files: ReadonlyMap<string, SnapshotFile>;
  /** In the order in which they are searched for a pack that is used. */
  readonly roots: readonly Root[];
  /** The date on which everything is judged that states none. */
  readonly asOf: Day;
  readonly memory: Memory;
}

/** Something that is another than it was. */
export type SnapshotChange =
  | { readonly kind: 'text'; readonly path: string; readonly text: string; readonly syntax: FileSyntax }
  | { readonly kind: 'removed'; readonly path: string }
  | { readonly kind: 'roots'; readonly roots: readonly Root[] }
  | { readonly kind: 'as-of'; readonly asOf: Day };

/** A snapshot without files. */
export function emptySnapshot(asOf: Day): Snapshot {
  return { files: new Map(), roots: [], asOf, memory: emptyMemory() };
}

/**
 * The snapshot after some changes, in order; the given one where they change nothing. Nothing is parsed or checked here:
 * that is done when a feature asks, and only for what a change reaches.
 */
export function updateSnapshot(snapshot: Snapshot, changes: readonly SnapshotChange[]): Snapshot {
  const files = new Map(snapshot.files);
  let { roots, asOf } = snapshot;
  let changed = false;
  for (const change of changes) {
    switch (change.kind) {
      case 'text': {
        const { path, text, syntax } = change;
        const source = sourceText(path, text);
        const known = files.get(path);
        if (known?.source.text === source.text && known.syntax === syntax) continue;
        files.set(path, { path, source, syntax });
        break;
      }
      case 'removed':
        if (!files.delete(change.path)) continue;
        forget(snapshot.memory, change.path);
        break;
      case 'roots':
        if (sameRoots(roots, change.roots)) continue;
        for (const { path } of roots) forget(snapshot.memory, path);
        roots = change.roots;
        break;
      case 'as-of':
        if (asOf === change.asOf) continue;
        asOf = change.asOf;
        break;
    }
    changed = true;
  }
  return changed ? { files, roots, asOf, memory: snapshot.memory } : snapshot;
}

function sameRoots(left: readonly Root[], right: readonly Root[]): boolean {
  const differs = (root: Root, index: number) =>
    root.path !== right[index]?.path || root.library !== right[index]?.library;
  return left.length === right.length && !left.some(differs);
}

/** The root of a file: the innermost that holds it, else the folder in which it stands. */
export function rootOf(snapshot: Snapshot, path: string): Root {
  const holding = snapshot.roots.filter((root) => path.startsWith(root.path));
  const [innermost] = holding.sort((a, b) => b.path.length - a.path.length);
  return innermost ?? { path: path.slice(0, path.lastIndexOf('/') + 1) || path, library: false };
}
