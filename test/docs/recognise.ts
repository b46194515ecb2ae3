import type { Part, Production } from '../../scripts/reference/grammar.ts';

/** A grammar to recognise sentences with. */
interface Recogniser {
  readonly productions: ReadonlyMap<string, Part>;
  /** How a keyword, a sign or a kind of word is written. */
  readonly spell: (part: Part) => string;
}

/**
 * How many words of a sentence can be read as a production: all of them, or fewer where the grammar does not have the
 * sentence. The grammar may be ambiguous, and no production may begin with itself.
 */
export function wordsRead(start: string, words: readonly string[], { productions, spell }: Recogniser): number {
  let furthest = 0;
  const known = new Map<Part, Map<number, ReadonlySet<number>>>();

  const ends = (part: Part, at: number): ReadonlySet<number> => {
    const before = known.get(part)?.get(at);
    if (before !== undefined) return before;
    const found = endsOf(part, at);
    const ofPart = known.get(part) ?? new Map<number, ReadonlySet<number>>();
    known.set(part, ofPart.set(at, found));
    return found;
  };

  const endsOf = (part: Part, at: number): ReadonlySet<number> => {
    switch (part.kind) {
      case 'sequence': {
        let reached: ReadonlySet<number> = new Set([at]);
        for (const each of part.parts) reached = new Set([...reached].flatMap((place) => [...ends(each, place)]));
        return reached;
      }
      case 'choice':
        return new Set(part.parts.flatMap((each) => [...ends(each, at)]));
      case 'optional':
        return new Set([at, ...ends(part.part, at)]);
      case 'repeat':
        return repeated(part.part, at);
      case 'production': {
        const used = productions.get(part.name);
        if (used === undefined) throw new Error(`The grammar has no production ${part.name}`);
        return ends(used, at);
      }
      case 'keyword':
      case 'sign':
      case 'word': {
        // A phrase of the one grammar may be two words of the other: `satisfied by`.
        const spelled = spell(part).split(' ');
        if (spelled.some((word, index) => words[at + index] !== word)) return new Set();
        furthest = Math.max(furthest, at + spelled.length);
        return new Set([at + spelled.length]);
      }
    }
  };

  const repeated = (part: Part, at: number): ReadonlySet<number> => {
    const reached = new Set([at]);
    for (const place of reached) for (const end of ends(part, place)) reached.add(end);
    return reached;
  };

  return ends({ kind: 'production', name: start }, 0).has(words.length)
    ? words.length
    : Math.min(furthest, words.length - 1);
}

/** The productions of a grammar by their names. */
export function recogniserOf(grammar: readonly Production[], spell: (part: Part) => string): Recogniser {
  return { productions: new Map(grammar.map(({ name, part }) => [name, part])), spell };
}
