import type { Language, Localized, NoteDescription } from '@waarborg/language';
import { type Block, type Fact, paragraph } from '../document/document.ts';
import { say } from './say.ts';

/** Notes that packs have by custom; any other is shown under its own key. */
const known: Readonly<Record<string, Localized>> = {
  owner: { en: 'Looked after by', nl: 'Beheer' },
  contact: { en: 'Contact', nl: 'Contact' },
  'written-on': { en: 'Written on', nl: 'Geschreven op' },
  'legal-check': { en: 'Legal check', nl: 'Juridische toets' },
  'rests-on': { en: 'Rests on', nl: 'Berust op' },
  'read-from': { en: 'Read from', nl: 'Gelezen uit' },
  basis: { en: 'Where it comes from', nl: 'Waar het vandaan komt' },
};

/** The notes of a declaration, each with what it is called. */
export function noteFacts(notes: readonly NoteDescription[], language: Language): readonly Fact[] {
  return notes.map(({ key, text }) => ({
    term: (Object.hasOwn(known, key) ? known[key]?.[language] : undefined) ?? key,
    blocks: [paragraph(say(text, language))],
  }));
}

/** The notes of a declaration as a block; nothing where it has none. */
export function notesBlock(notes: readonly NoteDescription[], language: Language): readonly Block[] {
  return notes.length === 0 ? [] : [{ kind: 'facts', rows: noteFacts(notes, language) }];
}
