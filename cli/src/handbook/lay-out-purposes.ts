import { Graph, layout } from '@dagrejs/dagre';
import type { Language, PackDescription, PackPurpose } from '@waarborg/language';

/** Purposes that hang together, with a place for each on a plane; lengths in pixels. */
export interface LaidOutPurposes {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PurposeBox[];
  readonly ways: readonly PurposeWay[];
}

export interface PurposeBox {
  readonly purpose: PackPurpose;
  /** Of the middle. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** What stands in it, above its name. */
  readonly lines: readonly string[];
}

/** A line from a purpose to the wider one, to one that it no longer falls under, from collection to use, or between equal ones. */
export interface PurposeWay {
  readonly kind: 'wider' | 'cut' | 'may' | 'same';
  /** Where it begins, where it passes between boxes, and where it ends; at each of them it lies flat. */
  readonly points: readonly Point[];
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

type Purposes = Pick<PackDescription, 'purposes' | 'compatibilities' | 'cuts'>;

/** More than these in one drawing nobody reads, and to lay them out takes long; the list has them all. */
export const mostDrawn = 400;

/**
 * Lays out the purposes of a pack, a drawing for each group that hangs together: wider ones on the left. Purposes that stand alone and
 * groups that are too large are left out. The same purposes give the same places.
 */
export function layOutPurposes(all: Purposes, language: Language): readonly LaidOutPurposes[] {
  const lines = linesBetween(all);
  return groupsOf(all.purposes, lines)
    .filter(({ length }) => length > 1 && length <= mostDrawn)
    .map((group) => layOut(group, lines, language));
}

interface Line {
  readonly kind: PurposeWay['kind'];
  readonly from: string;
  readonly to: string;
}

function linesBetween({ purposes, compatibilities, cuts }: Purposes): readonly Line[] {
  const known = new Set(purposes.map(({ id }) => id));
  const lines: readonly Line[] = [
    ...purposes.flatMap(({ id, wider }) => wider.map((to) => ({ kind: 'wider' as const, from: id, to }))),
    // Equal purposes name one another; one line is enough.
    ...purposes.flatMap(({ id, same }) =>
      same.filter((to) => id < to).map((to) => ({ kind: 'same' as const, from: id, to })),
    ),
    ...cuts.map(({ child, parent }) => ({ kind: 'cut' as const, from: child, to: parent })),
    ...compatibilities.map(({ collectedFor, usedFor }) => ({ kind: 'may' as const, from: collectedFor, to: usedFor })),
  ];
  return lines.filter(({ from, to }) => from !== to && known.has(from) && known.has(to));
}

/** The groups of purposes that lines join, in the order of their first purposes. */
function groupsOf(purposes: readonly PackPurpose[], lines: readonly Line[]): readonly (readonly PackPurpose[])[] {
  const beside = new Map<string, string[]>(purposes.map(({ id }) => [id, []]));
  for (const { from, to } of lines) {
    beside.get(from)?.push(to);
    beside.get(to)?.push(from);
  }
  const done = new Set<string>();
  return purposes.flatMap(({ id }) => {
    if (done.has(id)) return [];
    const group = new Set([id]);
    for (const member of group) for (const other of beside.get(member) ?? []) group.add(other);
    for (const member of group) done.add(member);
    return [purposes.filter((purpose) => group.has(purpose.id))];
  });
}

function layOut(group: readonly PackPurpose[], lines: readonly Line[], language: Language): LaidOutPurposes {
  const graph = new Graph({ directed: true, multigraph: true });
  graph.setGraph({ rankdir: 'LR', align: 'UL', nodesep: 14, ranksep: 44, edgesep: 12, marginx: 4, marginy: 4 });
  const sized = group.map((purpose) => sizedBox(purpose, language));
  // All as wide as the widest, so that the boxes of a column begin and end together, and lines bend between columns only.
  const width = Math.max(...sized.map((box) => box.width));
  for (const { purpose, height } of sized) graph.setNode(purpose.id, { width, height });
  const ids = new Set(group.map(({ id }) => id));
  const own = lines.filter(({ from }) => ids.has(from));
  // From wide to narrow, so that wide stands on the left.
  for (const { kind, from, to } of own) graph.setEdge(to, from, { weight: kind === 'wider' ? 2 : 1 }, kind);
  layout(graph);
  const boxes = new Map(
    sized.map((box): [string, PurposeBox] => {
      const { x = 0, y = 0 } = graph.node(box.purpose.id);
      return [box.purpose.id, { ...box, width, x: rounded(x), y: rounded(y) }];
    }),
  );
  const ways = own.map(({ kind, from, to }): PurposeWay => {
    const between: readonly Point[] = graph.edge(to, from, kind)?.points ?? [];
    return { kind, points: flatPoints(boxes.get(from), boxes.get(to), between, [...boxes.values()]) };
  });
  const size = graph.graph();
  return { width: Math.ceil(size.width ?? 0), height: Math.ceil(size.height ?? 0), boxes: [...boxes.values()], ways };
}

/** The points of a line: from the side of one box to the facing side of the other, and straight past the boxes of a column between. */
function flatPoints(
  from: PurposeBox | undefined,
  to: PurposeBox | undefined,
  between: readonly Point[],
  boxes: readonly PurposeBox[],
): readonly Point[] {
  if (from === undefined || to === undefined) return [];
  const leftwards = from.x > to.x;
  const half = (leftwards ? -1 : 1) * (from.width / 2);
  const columns = new Set(boxes.map(({ x }) => x));
  const passed = between
    .map(({ x, y }) => ({ x: rounded(x), y: rounded(y) }))
    .filter(({ x }) => columns.has(x) && x !== from.x && x !== to.x)
    .sort((left, right) => (leftwards ? right.x - left.x : left.x - right.x))
    .flatMap(({ x, y }) => [
      { x: x - half, y },
      { x: x + half, y },
    ]);
  return [{ x: from.x + half, y: from.y }, ...passed, { x: to.x - half, y: to.y }];
}

/** Whole tenths: what comes after them differs between machines. */
function rounded(length: number): number {
  return Math.round(length * 10) / 10;
}

const longestLine = 24;

/** A box as large as its text needs. No font is measured, since the reader's is not known: a sign is taken to be wide. */
function sizedBox(purpose: PackPurpose, language: Language): Omit<PurposeBox, 'x' | 'y'> {
  const lines = wrapped(purpose.text?.[language] ?? '', longestLine);
  const longest = Math.max(40, ...lines.map(({ length }) => length * 7), shownName(purpose).length * 6.7);
  return { purpose, lines, width: Math.ceil(longest + 22), height: lines.length * 17 + 16 + 14 };
}

/** The name of a purpose, with its pack where that is another. */
export function shownName({ own, id, name }: PackPurpose): string {
  return own ? name : id;
}

/** A text in lines of at most so many signs, broken between words where it can be; at most four. */
function wrapped(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= most) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word.length > most ? `${word.slice(0, most - 1)}…` : word);
  }
  return lines.length <= 4 ? lines : [...lines.slice(0, 3), `${lines[3]} …`];
}
