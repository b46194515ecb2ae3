/** A snippet, as editors have it. */
export interface Snippet {
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

/**
 * The texts that a snippet can be left as: with what each place suggests, and once with each of the choices of a place
 * that has some. Throws where a place is written as no editor reads it.
 */
export function fillSnippet({ body }: Snippet): readonly string[] {
  const text = body.join('\n');
  const most = Math.max(1, ...[...text.matchAll(choicesOf)].map(([, choices = '']) => choices.split(',').length));
  return Array.from({ length: most }, (_, number) => {
    const filled = text
      .replaceAll(choicesOf, (_place, choices: string) => {
        const all = choices.split(',');
        return all[number % all.length] ?? '';
      })
      .replaceAll(/\$\{\d+:((?:[^}\\]|\\.)*)\}/g, (_place, suggested: string) => suggested.replaceAll(/\\(.)/g, '$1'))
      .replaceAll(/\$\d+/g, '');
    if (/[$|\\]/.test(filled)) throw new Error(`this is no place of a snippet: ${filled}`);
    return filled;
  });
}

const choicesOf = /\$\{\d+\|([^|]*)\|\}/g;

/** The numbers of a snippet's places: each from 1 has to be there. */
export function placesOf({ body }: Snippet): readonly number[] {
  return [...new Set([...body.join('\n').matchAll(/\$\{?(\d+)/g)].map(([, number]) => Number(number)))].sort(
    (first, second) => first - second,
  );
}
