import type { Part, Production } from '../../scripts/reference/grammar.ts';

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

/** The words of a sentence of a production. Each number decides one choice; when they are used up, the shallowest way is taken. */
export function sentence(start: string, choices: readonly number[], sentences: Sentences): readonly string[] {
  const left = [...choices];
  const words: string[] = [];
  const write = (part: Part): void => {
    switch (part.kind) {
      case 'sequence':
        for (const each of part.parts) write(each);
        return;
      case 'choice':
        write(chosen(part.parts, left.pop(), sentences));
        return;
      case 'optional':
        if ((left.pop() ?? 0) % 2 === 1) write(part.part);
        return;
      case 'repeat': {
        const times = part.least + ((left.pop() ?? 0) % 3);
        for (let time = 0; time < times; time += 1) {
          if (time > 0 && part.between !== undefined) write(part.between);
          write(part.part);
        }
        return;
      }
      case 'production': {
        const used = sentences.productions.get(part.name);
        if (used === undefined) throw new Error(`The grammar has no production ${part.name}`);
        write(used);
        return;
      }
      case 'keyword':
      case 'sign':
      case 'word':
        words.push(sentences.spell(part));
    }
  };
  write({ kind: 'production', name: start });
  return words;
}

function chosen(parts: readonly Part[], choice: number | undefined, { heights }: Sentences): Part {
  const ordered = [...parts].sort((a, b) => heightOf(a, heights) - heightOf(b, heights));
  const part = choice === undefined ? ordered[0] : parts[choice % parts.length];
  if (part === undefined) throw new Error('A choice has something to choose from');
  return part;
}
