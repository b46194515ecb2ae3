import type { Span } from '../source/source.ts';
import type { Note, Text } from '../syntax/ast.ts';
import type { NoteDescription, PackText } from './pack-description.ts';

/** A text in both languages, each falling back on the other, with the language that it is in where it has but one. */
export function packText(text: Text): PackText;
export function packText(text: Text | undefined): PackText | undefined;
export function packText(text: Text | undefined): PackText | undefined {
  if (text === undefined) return undefined;
  const { en, nl } = text;
  const only = en === undefined ? ('nl' as const) : nl === undefined ? ('en' as const) : undefined;
  return { en: en ?? nl ?? '', nl: nl ?? en ?? '', only };
}

/** A name that stands for a text where there is none; it is in no language. */
export function nameAsText(name: string): PackText {
  return { en: name, nl: name, only: undefined };
}

/** The notes among the parts of a declaration. */
export function notesIn(parts: readonly { readonly kind: string }[]): readonly NoteDescription[] {
  return parts
    .filter((part): part is Note => part.kind === 'note')
    .map(({ key, text }) => ({ key: key.text, text: packText(text) }));
}

/** Whether two spans are one place: what a declaration says and what was made of it stand in the same words. */
export function isAt(left: Span, right: Span | undefined): boolean {
  return right !== undefined && left.source === right.source && left.start === right.start && left.end === right.end;
}
