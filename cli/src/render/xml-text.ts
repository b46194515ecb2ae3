import { escapeControls } from './escape-controls.ts';

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * A text as XML can hold it, with its line ends: control characters and marks that reorder text are written out, and what XML has
 * no way to write becomes a sign in its place. No line begins with what GitHub takes for an order.
 */
export function xmlText(text: string): string {
  return text
    .split('\n')
    .map(escapeControls)
    .join('\n')
    .replaceAll(/[&<>"]/g, (sign) => entities[sign] ?? sign)
    .replaceAll(/^(\s*):(?=:)/gm, '$1&#58;')
    .replaceAll(/[\uFFFE\uFFFF]/g, '\uFFFD');
}
