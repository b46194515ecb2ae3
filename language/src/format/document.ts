/**
 * A document: words with gaps between them, in groups. A printer decides for each group whether its gaps become line ends.
 * The tree of a file says where a line may end; the words themselves, and what stands in the gaps, come from the file.
 */
export type Document =
  | { readonly kind: 'word'; readonly word: number; readonly measure: Measure }
  | Gap
  | {
      readonly kind: 'group' | 'indent' | 'align' | 'row';
      readonly parts: readonly Document[];
      readonly measure: Measure;
    };

/** What stands before a word: blanks, and comments where the file has them. */
export interface Gap {
  readonly kind: 'gap';
  /** The word that follows. */
  readonly before: number;
  /** What stands there on one line. */
  readonly flat: '' | ' ';
  /** Whether a line ends there: `maybe` is where its group does not fit on one line, or has a line end elsewhere. */
  readonly breaks: 'never' | 'maybe' | 'always';
  readonly blankLines: BlankLines;
  readonly measure: Measure;
}

/**
 * Where blank lines stand in a gap with a line end: at its beginning (before its comments), and at its end. Between comments
 * those of the writer stay. `keep` keeps what the writer has, as at most one.
 */
export interface BlankLines {
  readonly first: 'keep' | 'none' | 'one';
  /** Before the word itself; without comments a gap has no blank line where either end has none. */
  readonly last: 'keep' | 'none';
  /** Comments stand one level deeper than the word, which is a closing brace. */
  readonly closing: boolean;
}

/** How wide a document is, worked out once, from its parts. */
export interface Measure {
  /** In one line; infinite where it cannot be. */
  readonly flat: number;
  /** Up to the first place at which a line may end. */
  readonly lead: number;
  /** Whether there is no such place, so that what follows stands on the same line. */
  readonly solid: boolean;
}

/** A word of a width; infinite where it has lines of its own. */
export function word(index: number, width: number): Document {
  return { kind: 'word', word: index, measure: { flat: width, lead: width, solid: true } };
}

/** Blank lines as they are between clauses. */
export const keptBlankLines: BlankLines = { first: 'keep', last: 'keep', closing: false };

/** A gap; `filled` is one with comments, after which a new line begins. */
export function gap(
  { before, flat = ' ', breaks = 'never', blankLines = keptBlankLines }: Partial<Gap> & { readonly before: number },
  filled: boolean,
): Gap {
  const ends = breaks === 'always' || filled;
  const width = flat.length;
  const measure = ends
    ? { flat: Number.POSITIVE_INFINITY, lead: 0, solid: false }
    : { flat: width, lead: breaks === 'maybe' ? 0 : width, solid: breaks === 'never' };
  return { kind: 'gap', before, flat, breaks, blankLines, measure };
}

/** Parts whose gaps become line ends together, or not at all. */
export function group(parts: readonly Document[]): Document {
  return { kind: 'group', parts, measure: measureOf(parts) };
}

/** Parts whose further lines stand two columns deeper. */
export function indent(parts: readonly Document[]): Document {
  return { kind: 'indent', parts, measure: measureOf(parts) };
}

/** Parts whose further lines begin in the column of the first. */
export function align(parts: readonly Document[]): Document {
  return { kind: 'align', parts, measure: measureOf(parts) };
}

/** Parts one after another. */
export function row(parts: readonly Document[]): Document {
  return { kind: 'row', parts, measure: measureOf(parts) };
}

function measureOf(parts: readonly Document[]): Measure {
  let [flat, lead, solid] = [0, 0, true];
  for (const { measure } of parts) {
    flat += measure.flat;
    if (solid) lead += measure.lead;
    solid &&= measure.solid;
  }
  return { flat, lead, solid };
}
