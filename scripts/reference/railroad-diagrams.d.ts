/** The part of the library that the reference uses; it brings no types of its own. */
declare module 'railroad-diagrams' {
  /** Something that is drawn: its size, and its marks once it is placed. The line that it stands on is at `y`. */
  export interface Item {
    readonly width: number;
    /** How far it reaches above the line, and below it. */
    readonly up: number;
    readonly down: number;
    /** Whether the line goes on for ten units before it, and after it. */
    readonly needsSpace?: boolean;
    format(x: number, y: number, width: number): { toString(): string };
  }

  const library: {
    Sequence(...items: readonly Item[]): Item;
    Choice(straight: number, ...items: readonly Item[]): Item;
    Optional(item: Item): Item;
    OneOrMore(item: Item, between?: Item): Item;
    ZeroOrMore(item: Item, between?: Item): Item;
    Terminal(text: string): Item;
    NonTerminal(text: string): Item;
  };
  // biome-ignore lint/style/noDefaultExport: a module of CommonJS gives one object
  export default library;
}
