/** A stretch of a text that the printer puts down whole: a token or comment, or a declaration that is left as it is. */
export interface Written {
  readonly start: number;
  readonly end: number;
  /** What is put down: the stretch itself, or the keyword or name as it should be. */
  readonly text: string;
}

/** The words of a text in order, with the comments that stand before each, and after the last. */
export interface WrittenWords {
  readonly text: string;
  readonly words: readonly Written[];
  /** For each word, and for the end of the text, the comments between it and the word before. */
  readonly comments: readonly (readonly Written[])[];
}

/** Puts comments (in order) into the gaps between words (in order); those inside a word belong to it. */
export function withComments(text: string, words: readonly Written[], comments: readonly Written[]): WrittenWords {
  const gaps: Written[][] = Array.from({ length: words.length + 1 }, () => []);
  let next = 0;
  for (const comment of comments) {
    while (next < words.length && (words[next]?.start ?? 0) < comment.start) next += 1;
    const before = words[next - 1];
    if (before === undefined || before.end <= comment.start) gaps[next]?.push(comment);
  }
  return { text, words, comments: gaps };
}

/** The line end that a text has: that of its first line. */
export function lineEndOf(text: string): string {
  return /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}
