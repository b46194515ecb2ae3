import { longestDocument } from './document.ts';

/** So many signs between values are refused: `[,,,` takes far more memory for its length than prose does. */
const mostSigns = 8_000_000;

/** The signs that stand before or between values, in YAML and JSON: `-`, `?`, `:`, `,`, `[`, `{` and line ends. */
const signs: ReadonlySet<number> = new Set([...'-?:,[{\n\r'].map((sign) => sign.charCodeAt(0)));

/** Whether a text is longer, or has more values, than is read. */
export function isTooLarge(text: string): boolean {
  if (text.length <= mostSigns) return false;
  if (text.length > longestDocument) return true;
  let count = 0;
  for (let at = 0; at < text.length; at += 1) if (signs.has(text.charCodeAt(at))) count += 1;
  return count > mostSigns;
}
