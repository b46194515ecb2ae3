import type { Language, LevelName } from '@waarborg/language';
import type { Html } from '../html/html.ts';

// What a report or handbook says, before it is HTML or Markdown: both say the same, since both are made from this.

/** Words in a line, with what marks them. */
export type Inline =
  | string
  /** A name or a condition as written in a policy or manifest. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong' | 'quiet'; readonly of: Words }
  /** To an address, or with `#` to a place in the document. */
  | { readonly kind: 'link'; readonly to: string; readonly of: Words }
  /** A text in a language of its own, where that is not the document's. */
  | { readonly kind: 'foreign'; readonly language: Language; readonly text: string }
  /** The words of a source, in their own language. */
  | { readonly kind: 'quoted'; readonly language: Language | undefined; readonly text: string }
  | { readonly kind: 'level'; readonly level: LevelName; readonly text: string }
  | { readonly kind: 'state'; readonly tone: 'good' | 'bad' | 'unsure' | 'plain'; readonly text: string };

export type Words = readonly Inline[];

/** An item of a list, with what stands below it. */
export interface Item {
  readonly id?: string | undefined;
  /** A number of its own: `4.2`. */
  readonly mark?: string | undefined;
  readonly words: Words;
  readonly blocks?: readonly Block[] | undefined;
}

/** A cell of a table: lines below one another. */
export type Cell = readonly Words[];

/** A part of a document that stands on lines of its own. */
export type Block =
  | { readonly kind: 'paragraph'; readonly words: Words; readonly tone?: 'lead' | 'quiet' | undefined }
  | { readonly kind: 'list'; readonly look: 'bullets' | 'numbers' | 'plain'; readonly items: readonly Item[] }
  /** Names with what they are. */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[] }
  /** The first cell of each row names it. */
  | {
      readonly kind: 'table';
      readonly id: string;
      readonly caption: string;
      readonly columns: readonly string[];
      readonly rows: readonly (readonly Cell[])[];
    }
  /** `from` is empty where what stands around it says where it comes from. */
  | { readonly kind: 'quote'; readonly language: Language | undefined; readonly text: string; readonly from: Words }
  /** What a source says, beside what the pack chose itself. */
  | { readonly kind: 'sides'; readonly said: Side; readonly chosen: Side }
  | { readonly kind: 'notice'; readonly title: string; readonly blocks: readonly Block[] }
  /** A drawing; `equivalent` is the place that says the same in words. */
  | { readonly kind: 'drawing'; readonly label: string; readonly drawing: Html; readonly caption: Words }
  /** A title within a section that is not in the contents. */
  | {
      readonly kind: 'part';
      readonly id?: string | undefined;
      readonly title: Words;
      readonly blocks: readonly Block[];
    }
  /** One of many alike, that filters show or hide by its marks. */
  | {
      readonly kind: 'entry';
      readonly id: string;
      readonly marks: readonly string[];
      readonly title: Words;
      readonly blocks: readonly Block[];
    }
  /** Choices of what to show of the entries, which only a page on a screen can offer. */
  | { readonly kind: 'filters'; readonly label: string; readonly groups: readonly FilterGroup[] }
  | Section;

/** One choice among several; the first, which has no mark, shows all. */
export interface FilterGroup {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly mark: string | undefined; readonly label: string }[];
}

export interface Fact {
  readonly term: string;
  readonly blocks: readonly Block[];
}

export interface Side {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** A part of a document with a title and a place, which the contents list. */
export interface Section {
  readonly kind: 'section';
  readonly id: string;
  /** A number before the title. */
  readonly number?: string | undefined;
  readonly title: Words;
  /** What the contents call the sections within: `42 rules`. */
  readonly within?: string | undefined;
  /** Set apart with a border, as one of many alike. */
  readonly card?: boolean | undefined;
  readonly blocks: readonly Block[];
}

/** A whole document. */
export interface WrittenDocument {
  readonly language: Language;
  /** What kind of document it is, above the title. */
  readonly kindOf: string;
  readonly title: Words;
  readonly lead: Words;
  readonly sections: readonly Section[];
  /** By what it was made, from what. */
  readonly colophon: readonly Words[];
}

/** A paragraph of words. */
export function paragraph(...words: readonly Inline[]): Block {
  return { kind: 'paragraph', words };
}

/** A list with a sign before each item. */
export function bullets(items: readonly (Item | Words)[]): Block {
  return { kind: 'list', look: 'bullets', items: items.map((item) => ('words' in item ? item : { words: item })) };
}

/** A name or condition as written. */
export function code(text: string): Inline {
  return { kind: 'code', text };
}

/** Words that lead somewhere. */
export function link(to: string, ...of: readonly Inline[]): Inline {
  return { kind: 'link', to, of };
}

/** The words of a sentence: what stands in back-quotes is a name as written. */
export function withNames(text: string): Words {
  return text
    .split(/(`[^`]+`)/)
    .filter((part) => part !== '')
    .map((part) => (/^`[^`]+`$/.test(part) ? code(part.slice(1, -1)) : part));
}
