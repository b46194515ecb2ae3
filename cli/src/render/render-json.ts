import type { Report } from '../report.ts';

// JSON.stringify leaves these as they are, and a terminal may take them for orders.
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;

/**
 * The report as JSON, in parts: the fields in the order of the contract, so that the same input gives the same bytes. One
 * text of thousands of manifests would be longer than a text can be.
 */
export function* renderJson(report: Report): Generator<string> {
  let before = '{\n';
  for (const [key, value] of Object.entries(report)) {
    yield `${before}  ${JSON.stringify(key)}: `;
    if (key === 'manifests') yield* listParts(report.manifests);
    else yield indented(value, '  ');
    before = ',\n';
  }
  yield '\n}\n';
}

function* listParts(items: readonly unknown[]): Generator<string> {
  let before = '[\n    ';
  for (const item of items) {
    yield `${before}${indented(item, '    ')}`;
    before = ',\n    ';
  }
  yield items.length === 0 ? '[]' : '\n  ]';
}

function indented(value: unknown, margin: string): string {
  const json = JSON.stringify(value, undefined, 2).replaceAll('\n', `\n${margin}`);
  return json.replace(steering, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
