// Control characters, and the marks that reorder text: what a manifest says must never steer the reader's terminal.
const steering =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/gu;

// Build servers take orders from their log: GitHub at `##[`, Azure at `##vso[`, TeamCity at `##teamcity[`, anywhere in a line.
const order = /##(?=[a-z]*\[)/gi;

/**
 * The text with every control and reordering character written out (`\u001b`), tabs and line ends included, and the second sign of
 * what would be an order to a build server.
 */
export function escapeControls(text: string): string {
  return text.replace(steering, escaped).replace(order, '#\\u0023');
}

/** The same for a line in which texts stand beside each other, and that GitHub would take for an order if it began with `::`. */
export function escapeOrders(line: string): string {
  return line.replace(order, '#\\u0023').replace(/^(\s*):(?=:)/, '$1\\u003a');
}

/** The escape of one character: `\t`, `\n`, `\r`, else `\u` and four hexadecimal digits. */
function escaped(character: string): string {
  switch (character) {
    case '\t':
      return '\\t';
    case '\n':
      return '\\n';
    case '\r':
      return '\\r';
  }
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}
