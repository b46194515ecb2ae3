import type { RawDocument, RawEntry, RawNode, RawScalar } from '../../../manifest/document.ts';
import { readDocuments } from '../../../manifest/read-document.ts';
import { applyEdits, type TextEdit, textEdits } from '../../../turn/text-edits.ts';
import { changeTree, sameTree, type TreeChange, type TreeStep } from '../../../turn/tree-change.ts';
import { writeNode } from '../../../turn/write-node.ts';

/** A value of which nothing is known yet, to be filled in: everything that reads it takes it as absent. */
export const toFillIn: RawScalar = { kind: 'scalar', text: '', quoted: false, start: 0, end: 0 };

/** A scalar as it is to be written. */
export function scalar(text: string): RawScalar {
  return { ...toFillIn, text };
}

/** A group of fields as it is to be written. */
export function group(fields: readonly (readonly [string, RawNode])[]): RawNode {
  const entries = fields.map(([key, value]): RawEntry => ({ key, keyStart: 0, keyEnd: 0, value }));
  return { kind: 'map', entries, start: 0, end: 0 };
}

/** Where a value is put: at the end of a path, or as one more item of the list there. */
export interface Put {
  readonly kind: 'set' | 'add';
  readonly path: readonly TreeStep[];
  readonly value: RawNode;
}

/** Stands for what is put until the lines of it are written. */
const mark = 'waarborg_put';

/**
 * The edits of a text that put a value into one of its documents and do nothing else: comments, line ends and the style of
 * what is around it stay, and what is new goes over lines where that does. Undefined where the text that they make would not
 * say exactly that.
 */
export function editsToPut(document: RawDocument, put: Put, isJson: boolean): readonly TextEdit[] | undefined {
  const { root, source } = document;
  if (root === undefined) return undefined;
  const change = nearestChange(root, put);
  const changed = changeTree(root, change);
  if (changed === undefined) return undefined;
  const ways = isJson ? [inBrackets] : [overLines, inBrackets];
  for (const way of ways) {
    const edits = way(root, change, source.text, isJson);
    if (edits !== undefined && edits.length > 0 && isProved(edits, changed, document, isJson)) return edits;
  }
  return undefined;
}

type PutChange = Exclude<TreeChange, { readonly kind: 'remove' }>;

/** The same change at the innermost thing that is there already, so that all that is new is one value. */
function nearestChange(root: RawNode, { kind, path, value }: Put): PutChange {
  let node: RawNode | undefined = root;
  let depth = 0;
  for (; depth < path.length; depth += 1) {
    const step = path[depth];
    const next: RawNode | undefined = childOf(node, step);
    if (next === undefined) break;
    node = next;
  }
  const missing = path.slice(depth + 1);
  if (depth === path.length) return { kind, path, value };
  const list: RawNode = { kind: 'list', items: [value], start: 0, end: 0 };
  const nested = missing.reduceRight<RawNode>(
    (inner, step) => group([[String(step), inner]]),
    kind === 'add' ? list : value,
  );
  return { kind: 'set', path: path.slice(0, depth + 1), value: nested };
}

function childOf(node: RawNode | undefined, step: TreeStep | undefined): RawNode | undefined {
  if (node?.kind === 'list') return typeof step === 'number' ? node.items[step] : undefined;
  return node?.kind === 'map' ? node.entries.find(({ key }) => key === step)?.value : undefined;
}

type Way = (root: RawNode, change: PutChange, text: string, isJson: boolean) => readonly TextEdit[] | undefined;

const inBrackets: Way = (root, change, text, isJson) => {
  const changed = changeTree(root, change);
  return changed && textEdits(root, changed, text, isJson);
};

/** In the lines of a block: where a line is added for the value, its parts come on lines below it. */
const overLines: Way = (root, change, text, isJson) => {
  const edits = inBrackets(root, { ...change, value: scalar(mark) }, text, isJson);
  const newline = text.includes('\r\n') ? '\r\n' : '\n';
  return edits?.map((edit) => {
    const line = /(?:^|[\r\n])( *)(- )?(?:[^\r\n]*: )?waarborg_put/.exec(edit.text);
    const isOwnLine = line !== null && (/^[\r\n]/.test(edit.text) || /(?:^|[\r\n])$/.test(text.slice(0, edit.start)));
    const indent = line?.[1] ?? '';
    if (!isOwnLine) return { ...edit, text: edit.text.replace(mark, () => writeNode(change.value, isJson)) };
    const isItem = line[2] !== undefined;
    const written = isItem ? itemText(change.value, `${indent}  `, newline) : behindKey(change.value, indent, newline);
    return { ...edit, text: edit.text.replace(isItem ? mark : ` ${mark}`, () => written) };
  });
};

/** A value behind a key that stands at an indentation. */
function behindKey(node: RawNode, indent: string, newline: string): string {
  const inside = `${indent}  `;
  if (node.kind === 'scalar') return node.text === '' ? '' : ` ${writeNode(node, false)}`;
  if (node.kind === 'list') {
    if (node.items.every(({ kind }) => kind === 'scalar')) return ` ${writeNode(node, false)}`;
    return node.items.map((item) => `${newline}${inside}- ${itemText(item, `${inside}  `, newline)}`).join('');
  }
  return node.entries.map((entry) => `${newline}${inside}${entryText(entry, inside, newline)}`).join('');
}

/** A value behind the dash of an item; what follows its first line stands at an indentation. */
function itemText(node: RawNode, indent: string, newline: string): string {
  if (node.kind !== 'map') return writeNode(node, false);
  return node.entries.map((entry) => entryText(entry, indent, newline)).join(`${newline}${indent}`);
}

function entryText({ key, value }: RawEntry, indent: string, newline: string): string {
  return `${key}:${behindKey(value, indent, newline)}`;
}

function isProved(edits: readonly TextEdit[], changed: RawNode, document: RawDocument, isJson: boolean): boolean {
  const text = applyEdits(document.source.text, edits);
  const { documents } = readDocuments({ name: document.source.name, text }, isJson ? 'json' : 'yaml');
  const read = documents[document.index];
  if (read?.root === undefined || read.problems.length > document.problems.length) return false;
  return sameTree(read.root, changed);
}
