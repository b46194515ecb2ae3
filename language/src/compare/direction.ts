import type { Direction } from './comparison.ts';

/**
 * How the value of a new condition stands to that of an old one, for every manifest, in the order false, unknown, true:
 * never lower is `looser`, never higher is `tighter`.
 */
export type Relation = 'same' | 'looser' | 'tighter' | 'open';

/** What several relations come to, of parts that each only pull the whole their own way. */
export function joinRelations(relations: readonly Relation[]): Relation {
  const moved = relations.filter((relation) => relation !== 'same');
  const [first] = moved;
  if (first === undefined) return 'same';
  return moved.every((relation) => relation === first) ? first : 'open';
}

/** The relation of the opposites. */
export function turnedRelation(relation: Relation): Relation {
  if (relation === 'looser') return 'tighter';
  return relation === 'tighter' ? 'looser' : relation;
}

/** What several changes that each go one way come to. */
export function joinDirections(directions: readonly Direction[]): Direction {
  const moved = directions.filter((direction) => direction !== 'none');
  const [first] = moved;
  if (first === undefined) return 'none';
  return moved.every((direction) => direction === first) ? first : 'open';
}

/** What a looser or tighter demand does to verdicts. */
export function directionOf(relation: Relation): Direction {
  switch (relation) {
    case 'same':
      return 'none';
    case 'looser':
      return 'weaker';
    case 'tighter':
      return 'stricter';
    case 'open':
      return 'open';
  }
}

/** What something does to verdicts that does the opposite of another. */
export function turnedDirection(direction: Direction): Direction {
  if (direction === 'weaker') return 'stricter';
  return direction === 'stricter' ? 'weaker' : direction;
}
