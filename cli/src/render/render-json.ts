import { inChunks } from './in-chunks.ts';

// JSON.stringify leaves these as they are, and a terminal or a build server (`##[`) may take them for orders.
const steering =
  /(?<=#)#(?=[A-Za-z]*\[)|[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** The levels below the report that are written part by part: a list of manifests, of which each has lists of results. */
const levelsInParts = 4;

/**
 * The report as JSON, in parts: the fields in the order of the contract, so that the same input gives the same bytes. One
 * text of thousands of manifests, or of one with a million items, would be longer than a text can be.
 */
export function* renderJson(report: object): Generator<string> {
  yield* inChunks(valueParts(report, '', levelsInParts));
  yield '\n';
}

function* valueParts(value: unknown, margin: string, levels: number): Generator<string> {
  if (levels === 0 || typeof value !== 'object' || value === null) {
    yield indented(value, margin);
    return;
  }
  const isList = Array.isArray(value);
  const [open, close] = isList ? ['[', ']'] : ['{', '}'];
  const inner = `${margin}  `;
  let before = `${open}\n${inner}`;
  let empty = true;
  for (const [key, part] of Object.entries(value)) {
    if (part === undefined) continue;
    yield isList ? before : `${before}${JSON.stringify(key)}: `;
    yield* valueParts(part, inner, levels - 1);
    before = `,\n${inner}`;
    empty = false;
  }
  yield empty ? `${open}${close}` : `\n${margin}${close}`;
}

function indented(value: unknown, margin: string): string {
  const json = JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${margin}`);
  return json.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
