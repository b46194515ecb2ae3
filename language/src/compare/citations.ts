import type { CoreCitation } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';

/** A citation in words: the source by its name in the pack, the place, and what is quoted. */
function citationText({ source, at, quoting }: CoreCitation): Localized {
  const words = (quote: string | undefined): string =>
    `${source.name} ${at}${quote === undefined ? '' : ` «${quote}»`}`;
  return { en: words(quoting?.en), nl: words(quoting?.nl) };
}

/** Citations in one text, in their order; undefined for none. */
export function citationsText(cites: readonly CoreCitation[]): Localized | undefined {
  if (cites.length === 0) return undefined;
  const texts = cites.map(citationText);
  return { en: texts.map(({ en }) => en).join('; '), nl: texts.map(({ nl }) => nl).join('; ') };
}
