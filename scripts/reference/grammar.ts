/** A part of a production, as readers see it: signs of the parser that mean nothing to them are gone. */
export type Part =
  | { readonly kind: 'sequence'; readonly parts: readonly Part[] }
  | { readonly kind: 'choice'; readonly parts: readonly Part[] }
  | { readonly kind: 'optional'; readonly part: Part }
  /** What may stand several times, with something between; `least` is how often it must stand. */
  | { readonly kind: 'repeat'; readonly part: Part; readonly between: Part | undefined; readonly least: 0 | 1 }
  /** A phrase of the keyword table, by its token; `form` is which of its spellings, the first where it is left out. */
  | { readonly kind: 'keyword'; readonly token: string; readonly form?: number }
  /** A sign that stands as it is written, such as `{`. */
  | { readonly kind: 'sign'; readonly text: string }
  /** A kind of word, such as a name or a date, by its token. */
  | { readonly kind: 'word'; readonly token: string }
  /** Another production, by its name. */
  | { readonly kind: 'production'; readonly name: string };

/** A production: its name in the parser, and what it is made of. */
export interface Production {
  readonly name: string;
  readonly part: Part;
}

/** The parts one after another; a single one is itself. */
export function sequenceOf(parts: readonly Part[]): Part {
  const flat = parts.flatMap((part) => (part.kind === 'sequence' ? part.parts : [part]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind: 'sequence', parts: flat };
}

/** One of the parts; a single one is itself. */
export function choiceOf(parts: readonly Part[]): Part {
  const flat = parts.flatMap((part) => (part.kind === 'choice' ? part.parts : [part]));
  const [only] = flat;
  return only !== undefined && flat.length === 1 ? only : { kind: 'choice', parts: flat };
}

/** Another production. */
export function productionNamed(name: string): Part {
  return { kind: 'production', name };
}

/** A part with each production in it replaced by what a function gives for it. */
export function replaceProductions(part: Part, replacement: (name: string) => Part): Part {
  const within = (each: Part): Part => replaceProductions(each, replacement);
  switch (part.kind) {
    case 'sequence':
      return sequenceOf(part.parts.map(within));
    case 'choice':
      return choiceOf(part.parts.map(within));
    case 'optional':
      return { kind: 'optional', part: within(part.part) };
    case 'repeat':
      return {
        ...part,
        part: within(part.part),
        between: part.between === undefined ? undefined : within(part.between),
      };
    case 'production':
      return replacement(part.name);
    case 'keyword':
    case 'sign':
    case 'word':
      return part;
  }
}

/** A part without the alternatives and other parts that a test finds. */
export function without(part: Part, unwanted: (part: Part) => boolean): Part {
  const within = (each: Part): Part => without(each, unwanted);
  switch (part.kind) {
    case 'sequence':
      return sequenceOf(part.parts.filter((each) => !unwanted(each)).map(within));
    case 'choice':
      return choiceOf(part.parts.filter((each) => !unwanted(each)).map(within));
    case 'optional':
      return { kind: 'optional', part: within(part.part) };
    case 'repeat':
      return { ...part, part: within(part.part) };
    case 'production':
    case 'keyword':
    case 'sign':
    case 'word':
      return part;
  }
}

/** The names of the productions that a part uses, in the order in which they stand. */
export function productionsIn(part: Part): readonly string[] {
  switch (part.kind) {
    case 'sequence':
    case 'choice':
      return part.parts.flatMap(productionsIn);
    case 'optional':
      return productionsIn(part.part);
    case 'repeat':
      return [...productionsIn(part.part), ...(part.between === undefined ? [] : productionsIn(part.between))];
    case 'production':
      return [part.name];
    case 'keyword':
    case 'sign':
    case 'word':
      return [];
  }
}
