import type { RawEntry, RawNode, RawScalar } from '../manifest/document.ts';

/** Words that need no quotes wherever they stand in YAML, within brackets too. */
const plainWord = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_.%/+-]*(?: [\p{L}\p{N}][\p{L}\p{N}\p{M}_.%/+-]*)*$/u;

/** What JSON writes without quotes. */
const jsonWord = /^(?:true|false|-?(?:0|[1-9]\d*)(?:\.\d+)?)$/;

/** A node as text on one line, between brackets where it holds others; a `quoted` scalar gets quotes in any case. */
export function writeNode(node: RawNode, isJson: boolean): string {
  if (node.kind === 'scalar') return writeScalar(node, isJson);
  if (node.kind === 'list') return `[${node.items.map((item) => writeNode(item, isJson)).join(', ')}]`;
  const entries = node.entries.map((entry) => writeEntry(entry, isJson));
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** A key with its value, as text on one line. */
export function writeEntry({ key, value }: RawEntry, isJson: boolean): string {
  return `${isJson ? JSON.stringify(key) : writeKey(key)}: ${writeNode(value, isJson)}`;
}

function writeKey(key: string): string {
  return /^[A-Za-z_][\w-]*$/.test(key) ? key : JSON.stringify(key);
}

function writeScalar({ text, quoted }: RawScalar, isJson: boolean): string {
  if (isJson) return !quoted && jsonWord.test(text) ? text : JSON.stringify(text);
  return !quoted && plainWord.test(text) ? text : JSON.stringify(text);
}
