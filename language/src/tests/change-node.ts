import type { RawEntry, RawMap, RawNode } from '../manifest/document.ts';
import type { FoundStep } from './test-path.ts';

/** A part of a manifest that is changed: the steps to it, and what is put there; undefined takes it away. */
export interface NodeChange {
  readonly steps: readonly FoundStep[];
  readonly value: RawNode | undefined;
  /** How much further the places of the steps are in the joined text. */
  readonly moved: number;
}

/** The manifest with one part changed. What is around a part and not there yet is made. */
export function changeRoot(root: RawMap, { steps, value, moved }: NodeChange): RawMap {
  const changed = changeNode(root, steps, value, moved);
  // The first step of a path is a field, so that the manifest stays a map.
  return changed.kind === 'map' ? changed : root;
}

function changeNode(
  node: RawNode | undefined,
  steps: readonly FoundStep[],
  value: RawNode | undefined,
  moved: number,
): RawNode {
  const [step, ...rest] = steps;
  if (step === undefined) throw new Error('a change has at least one step');
  const [start, end] = [step.name.span.start + moved, step.name.span.end + moved];
  const below = (inner: RawNode | undefined): RawNode | undefined =>
    rest.length === 0 ? value : changeNode(inner, rest, value, moved);
  if (step.kind === 'field') {
    const map: RawMap = node?.kind === 'map' ? node : { kind: 'map', entries: [], start, end };
    return { ...map, entries: changedEntries(map.entries, { key: step.key, keyStart: start, keyEnd: end }, below) };
  }
  const list = node?.kind === 'list' ? node : { kind: 'list' as const, items: [], start, end };
  const put = below(list.items[step.index]);
  return { ...list, items: list.items.toSpliced(step.index, 1, ...(put === undefined ? [] : [put])) };
}

function changedEntries(
  entries: readonly RawEntry[],
  fresh: Omit<RawEntry, 'value'>,
  below: (inner: RawNode | undefined) => RawNode | undefined,
): readonly RawEntry[] {
  const old = entries.find(({ key }) => key === fresh.key);
  const value = below(old?.value);
  if (old === undefined) return value === undefined ? entries : [...entries, { ...fresh, value }];
  return entries.flatMap((entry) => (entry !== old ? [entry] : value === undefined ? [] : [{ ...old, value }]));
}
