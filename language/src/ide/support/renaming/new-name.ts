import type { Localized } from '../../../diagnostic/diagnostic.ts';
import { neverNeedsQuotes } from '../../../format/needless-quotes.ts';
import { isIdentifier } from '../../../syntax/tokens.ts';
import type { Occurrence, SymbolKind } from '../symbol.ts';

/** A name as somebody asks for it, without back-quotes; or why it can be no name of such a thing. */
export type NewName =
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'refused'; readonly message: Localized };

/** Reads a new name for a kind of thing. Packs and vocabularies have dots in theirs; the name of a test is a text. */
export function newNameFor(kind: SymbolKind, asked: string): NewName {
  const name = kind === 'test' ? asked.trim() : asked.trim().replaceAll('`', '');
  if (kind === 'test') return /^[^\r\n]+$/.test(name) ? { kind: 'name', name } : refused(noText);
  const dotted = kind === 'pack' || kind === 'vocabulary';
  const parts = dotted ? name.split('.') : [name];
  if (parts.every(isIdentifier)) return { kind: 'name', name };
  return refused(dotted ? noDottedName : noName);
}

function refused(message: Localized): NewName {
  return { kind: 'refused', message };
}

const noText: Localized = {
  en: 'The name of a test is a text on one line',
  nl: 'De naam van een toets is een tekst op één regel',
};

const noName: Localized = {
  en: 'A name is a letter, then letters, digits, underscores, and single hyphens between them',
  nl: 'Een naam is een letter, met daarna letters, cijfers, lage streepjes en losse koppeltekens daartussen',
};

const noDottedName: Localized = {
  en: 'The name of a pack or vocabulary is made of names with dots between them',
  nl: 'De naam van een pakket of woordenlijst bestaat uit namen met punten ertussen',
};

/** A name as it is written where a thing is named: in policies and tests with back-quotes, where it may need them; those that it does not need are taken out later. */
export function writtenName(name: string, { symbol, inText }: Occurrence, syntax: string): string {
  if (symbol.of.kind === 'test') return inText ? name.replaceAll(/["\\]/g, (sign) => `\\${sign}`) : `\`${name}\``;
  return inText || syntax !== 'waarborg' ? name : quoted(name);
}

/** A name with each of its parts in back-quotes that may be a keyword somewhere. */
export function quoted(name: string): string {
  return name
    .split('.')
    .map((part) => (neverNeedsQuotes(part) ? part : `\`${part}\``))
    .join('.');
}
