import { escapeControls } from '../render/escape-controls.ts';

/**
 * A piece of HTML: a text, an element, pieces after one another, or nothing. There is no way to put markup in as text, so that what a
 * pack or a manifest says can never become an element, an attribute or a script.
 */
export type Html = string | Element | readonly Html[] | undefined;

/** An element; those that HTML calls void have no children. */
export interface Element {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: Attributes;
  readonly children: Html;
}

/** Attributes by name; `true` is one without a value, and undefined is none. */
export type Attributes = Readonly<Record<string, string | number | true | undefined>>;

/** An element with its attributes and what stands in it. */
export function element(name: string, attributes: Attributes = {}, ...children: readonly Html[]): Element {
  if (forbidden.has(name)) throw new Error(`<${name}> needs what a page may not have`);
  return { kind: 'element', name, attributes, children };
}

/** The text of a piece of HTML, in parts. Control characters and marks that reorder text are written out, but for line ends and tabs. */
export function* renderHtml(html: Html): Generator<string> {
  if (html === undefined) return;
  if (typeof html === 'string') yield escapedText(html);
  else if ('kind' in html) yield* renderElement(html);
  else for (const each of html) yield* renderHtml(each);
}

function* renderElement({ name, attributes, children }: Element): Generator<string> {
  yield `<${name}${Object.entries(attributes).map(attribute).join('')}>`;
  if (empty.has(name)) return;
  yield* renderHtml(children);
  yield `</${name}>`;
  if (blocks.has(name)) yield '\n';
}

function attribute([name, value]: readonly [string, string | number | true | undefined]): string {
  // The policy of a page forbids both, and names that nobody chose cannot come here: they are written out in the code.
  if (/^on|^style$/i.test(name)) throw new Error(`the attribute ${name} needs what a page may not have`);
  if (value === undefined) return '';
  return value === true ? ` ${name}` : ` ${name}="${escapedText(String(value)).replaceAll('"', '&quot;')}"`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

function escapedText(text: string): string {
  const parts = text.split(/([\n\t])/).map((part) => (/^[\n\t]$/.test(part) ? part : escapeControls(part)));
  const escaped = parts.join('').replaceAll(/[&<>]/g, (sign) => entities[sign] ?? sign);
  // In the log of a build on GitHub a line that begins so is an order.
  return escaped.replaceAll(/(\n\s*):(?=:)/g, '$1&#58;');
}

/** An address that a reader may follow; undefined for `javascript:` and all else that is no page or letter. */
export function safeAddress(address: string): string | undefined {
  return /^(?:https?:\/\/|mailto:)[^\s]+$/i.test(address) ? address : undefined;
}

/** Elements that run, load or lay out by what is written in them. */
const forbidden: ReadonlySet<string> = new Set(['script', 'style', 'iframe', 'object', 'embed', 'base', 'template']);

const empty: ReadonlySet<string> = new Set(['br', 'hr', 'meta', 'link', 'img', 'input', 'wbr', 'col']);

/** After these a line ends, so that two versions of a page can be compared line by line. */
const blocks: ReadonlySet<string> = new Set(
  'p li article fieldset ul ol dl dt dd h1 h2 h3 h4 h5 h6 table caption thead tbody tr section header footer nav main div figure figcaption blockquote details summary head body title meta svg g'.split(
    ' ',
  ),
);
