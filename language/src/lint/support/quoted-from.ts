/**
 * Whether a quotation is taken from a text: its words stand there, whole and in this order, with an ellipsis for what is
 * left out. White space, the shape of quotation marks and the case of the first letter of a fragment do not count.
 */
export function isQuotedFrom(quotation: string, text: string): boolean {
  const within = plain(text);
  const fragments = plain(quotation)
    .split(/\s*(?:\[…\]|\(…\)|…)\s*/)
    .filter((fragment) => fragment !== '');
  let from = 0;
  for (const fragment of fragments) {
    const pattern = patternOf(fragment);
    pattern.lastIndex = from;
    if (!pattern.test(within)) return false;
    from = pattern.lastIndex;
  }
  return true;
}

function plain(text: string): string {
  return text
    .normalize('NFC')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/[‘’‚‛‹›]/g, "'")
    .replaceAll(/[“”„‟«»]/g, '"')
    .replaceAll(/\.{3}/g, '…')
    .trim();
}

/** Finds a fragment where it neither begins nor ends inside a word or number. */
function patternOf(fragment: string): RegExp {
  const [first = '', ...rest] = fragment;
  const cases = [...new Set([first, first.toLowerCase(), first.toUpperCase()])].map(escaped).join('|');
  const before = /[\p{L}\p{N}]/u.test(first) ? '(?<![\\p{L}\\p{N}])' : '';
  const after = /[\p{L}\p{N}]$/u.test(fragment) ? '(?![\\p{L}\\p{N}])' : '';
  return new RegExp(`${before}(?:${cases})${escaped(rest.join(''))}${after}`, 'gu');
}

function escaped(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
