import { type Part, type Production, productionsIn } from '../../scripts/reference/grammar.ts';

/** Words of a grammar, and how deep the shallowest tree of each production is. */
interface Sentences {
  readonly productions: ReadonlyMap<string, Part>;
  readonly heights: ReadonlyMap<string, number>;
  /** How a keyword, a sign or a kind of word is written. */
  readonly spell: (part: Part) => string;
}

/** Prepares the writing of sentences; `spell` gives the text of a keyword, sign or kind of word. */
export function sentencesOf(grammar: readonly Production[], spell: (part: Part) => string): Sentences {
  const productions = new Map(grammar.map(({ name, part }) => [name, part]));
  const heights = new Map<string, number>();
  // Each round finds the productions that need no other than those found before.
  for (let before = -1; before !== heights.size; ) {
    before = heights.size;
    for (const [name, part] of productions) {
      const height = heightOf(part, heights);
      if (!heights.has(name) && Number.isFinite(height)) heights.set(name, height + 1);
    }
  }
  return { productions, heights, spell };
}

function heightOf(part: Part, heights: ReadonlyMap<string, number>): number {
  switch (part.kind) {
    case 'sequence':
      return Math.max(...part.parts.map((each) => heightOf(each, heights)));
    case 'choice':
      return Math.min(...part.parts.map((each) => heightOf(each, heights)));
    case 'optional':
      return 0;
    case 'repeat':
      return part.least === 0 ? 0 : heightOf(part.part, heights);
    case 'production':
      return heights.get(part.name) ?? Number.POSITIVE_INFINITY;
    case 'keyword':
    case 'sign':
    case 'word':
      return 0;
  }
}

/**
 * The words of a sentence of a production that has another production in it. Each number decides one choice; when they are
 * used up, the shallowest way is taken. The way to the wanted production is the shortest.
 */
export function sentence(
  { start, wanted }: { readonly start: string; readonly wanted: string },
  choices: readonly number[],
  sentences: Sentences,
): readonly string[] {
  const left = [...choices];
  const words: string[] = [];
  const distances = distancesTo(wanted, sentences);
  /** Writes a part; `toward` is whether the wanted production is to be in it. */
  const write = (part: Part, toward: boolean): void => {
    switch (part.kind) {
      case 'sequence': {
        const near = toward ? nearest(part.parts, distances) : undefined;
        for (const each of part.parts) write(each, each === near);
        return;
      }
      case 'choice':
        write(toward ? nearest(part.parts, distances) : chosen(part.parts, left.pop(), sentences), toward);
        return;
      case 'optional':
        if (toward || (left.pop() ?? 0) % 2 === 1) write(part.part, toward);
        return;
      case 'repeat': {
        const times = Math.max(part.least, toward ? 1 : 0) + ((left.pop() ?? 0) % 3);
        for (let time = 0; time < times; time += 1) {
          if (time > 0 && part.between !== undefined) write(part.between, false);
          write(part.part, toward && time === 0);
        }
        return;
      }
      case 'production':
        write(partNamed(part.name, sentences), toward && part.name !== wanted);
        return;
      case 'keyword':
      case 'sign':
      case 'word':
        words.push(sentences.spell(part));
    }
  };
  write({ kind: 'production', name: start }, true);
  return words;
}

function partNamed(name: string, { productions }: Sentences): Part {
  const part = productions.get(name);
  if (part === undefined) throw new Error(`The grammar has no production ${name}`);
  return part;
}

/** How many productions lie between each one and the wanted one. */
function distancesTo(wanted: string, { productions }: Sentences): ReadonlyMap<string, number> {
  const distances = new Map([[wanted, 0]]);
  // Each round finds those that are one further away than those found before.
  for (let before = 0; before !== distances.size; ) {
    before = distances.size;
    const found = [...productions].filter(([name]) => !distances.has(name));
    const near = found.map(([name, part]): [string, number] => [name, distanceOf(part, distances) + 1]);
    for (const [name, distance] of near) if (Number.isFinite(distance)) distances.set(name, distance);
  }
  return distances;
}

const namesIn = new WeakMap<Part, readonly string[]>();

function distanceOf(part: Part, distances: ReadonlyMap<string, number>): number {
  const names = namesIn.get(part) ?? productionsIn(part);
  namesIn.set(part, names);
  return Math.min(...names.map((name) => distances.get(name) ?? Number.POSITIVE_INFINITY));
}

function nearest(parts: readonly Part[], distances: ReadonlyMap<string, number>): Part {
  const [part] = [...parts].sort((a, b) => distanceOf(a, distances) - distanceOf(b, distances));
  if (part === undefined) throw new Error('A choice has something to choose from');
  return part;
}

function chosen(parts: readonly Part[], choice: number | undefined, { heights }: Sentences): Part {
  const ordered = [...parts].sort((a, b) => heightOf(a, heights) - heightOf(b, heights));
  const part = choice === undefined ? ordered[0] : parts[choice % parts.length];
  if (part === undefined) throw new Error('A choice has something to choose from');
  return part;
}
