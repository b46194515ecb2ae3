/** A TextMate grammar, as far as this one goes. */
export interface Grammar {
  readonly $schema: string;
  readonly name: string;
  readonly scopeName: string;
  readonly fileTypes: readonly string[];
  readonly patterns: readonly Pattern[];
  readonly repository: Readonly<Record<string, Pattern>>;
}

/** What a part of a text is: found by a pattern of Oniguruma, between two, or by one of other patterns. */
export interface Pattern {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Captures;
  readonly beginCaptures?: Captures;
  readonly include?: string;
  readonly patterns?: readonly Pattern[];
}

type Captures = Readonly<Record<number, { readonly name: string }>>;
