// Control characters, and the marks that reorder text: what a manifest says must never steer the reader's terminal.
const steering =
  /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff]/gu;

/** The text with every control and reordering character written out (`\u001b`), tabs and line ends included. */
export function escapeControls(text: string): string {
  return text.replace(steering, escaped);
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
