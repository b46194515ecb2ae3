import type { Localized } from '../diagnostic/diagnostic.ts';
import type { TextRange } from '../format/format.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { ParameterDeclaration } from '../syntax/ast.ts';
import { namesIn } from './support/name-index.ts';
import type { Snapshot } from './support/snapshot.ts';

/** Something that an editor shows in the text, and that is not in it. */
export interface InlayHint {
  /** Behind which sign it is shown. */
  readonly offset: number;
  /** The value of the parameter before it, as its declaration has it. */
  readonly value: string;
  /** Who set it, and why; undefined where nothing is said. */
  readonly about: Localized | undefined;
}

/** No value is shown longer than this (in UTF-16 units). */
const longest = 40;

/** The value of each parameter that is used in a part of a file, behind its name, in order. */
export function inlayHintsOf(snapshot: Snapshot, path: string, range: TextRange): readonly InlayHint[] {
  return namesIn(snapshot, path).flatMap(({ symbol, role, span }) => {
    const { of } = symbol;
    if (of.kind !== 'parameter' || role !== 'reference' || span.end < range.start || span.start > range.end) return [];
    const { source, start, end } = of.declaration.value.span;
    const written = source.text.slice(start, end).replaceAll(/\s+/g, ' ').trim();
    const value = written.length > longest ? `${written.slice(0, longest - 1)}…` : written;
    return value === '' ? [] : [{ offset: span.end, value, about: aboutOf(of.declaration) }];
  });
}

function aboutOf({ setBy, because }: ParameterDeclaration): Localized | undefined {
  const [who, why] = [localizedText(setBy), localizedText(because)];
  if (who === undefined) return why;
  return {
    en: `Set by ${who.en}${why === undefined ? '' : `: ${why.en}`}`,
    nl: `Vastgesteld door ${who.nl}${why === undefined ? '' : `: ${why.nl}`}`,
  };
}
