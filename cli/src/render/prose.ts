// A report that is read as a text: headings, paragraphs, lists and names with what there is to say of them. It is written
// once, and shown in a terminal or as Markdown. In every text a name between backticks is code.

/** An item of a list, with what stands below it. */
export interface ProseItem {
  readonly text: string;
  readonly items: readonly ProseItem[];
}

/** A name, what is said of it, and what stands below that. */
export interface ProseTerm {
  /** As it is written in files: shown as code. */
  readonly term: string;
  readonly text: string;
  readonly items: readonly ProseItem[];
}

/** A part of a text. */
export type ProseBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly isAside: boolean }
  | { readonly kind: 'items'; readonly items: readonly ProseItem[] }
  | { readonly kind: 'terms'; readonly terms: readonly ProseTerm[] };

/** A heading. */
export function heading(level: 1 | 2 | 3, text: string): ProseBlock {
  return { kind: 'heading', level, text };
}

/** A paragraph; an aside is shown less loudly where that can be. */
export function prose(text: string, isAside = false): ProseBlock {
  return { kind: 'paragraph', text, isAside };
}

/** An item of a list. */
export function item(text: string, items: readonly ProseItem[] = []): ProseItem {
  return { text, items };
}

/** A piece of a text: a name between backticks, or what stands around it. */
export interface Inline {
  readonly text: string;
  readonly isCode: boolean;
}

/** A text in its pieces, spaces and line ends as one space; a backtick without its fellow is a character like any other. */
export function inlinesOf(text: string): readonly Inline[] {
  const parts = text.replaceAll(/\s+/g, ' ').split(/(`[^`]+`)/);
  return parts
    .filter((part) => part !== '')
    .map((part) => {
      const isCode = part.length > 2 && part.startsWith('`') && part.endsWith('`');
      return { text: isCode ? part.slice(1, -1) : part, isCode };
    });
}
