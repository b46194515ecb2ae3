import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Type } from '../model/types.ts';
import { plain } from './change.ts';

/** A type by its name in the language, enough to tell two apart: a record and a list of choices by theirs. */
export function typeText(type: Type): Localized {
  switch (type.kind) {
    case 'choice':
      return plain(type.choices.name);
    case 'record':
      return plain(type.record.name);
    case 'list': {
      const of = typeText(type.of);
      const by = type.keys.length === 0 ? '' : ` [${type.keys.join('/')}]`;
      return { en: `list of ${of.en}${by}`, nl: `lijst van ${of.nl}${by}` };
    }
    case 'text':
    case 'number':
    case 'share':
    case 'count':
    case 'ratio':
    case 'date':
    case 'duration':
    case 'yes-no':
    case 'purpose':
    case 'citation':
    case 'unknown':
      return words[type.kind];
  }
}

const words: Readonly<Record<Exclude<Type['kind'], 'choice' | 'record' | 'list'>, Localized>> = {
  text: { en: 'text', nl: 'tekst' },
  number: { en: 'number', nl: 'getal' },
  share: { en: 'share', nl: 'aandeel' },
  count: { en: 'count', nl: 'aantal' },
  ratio: { en: 'ratio', nl: 'verhouding' },
  date: { en: 'date', nl: 'datum' },
  duration: { en: 'duration', nl: 'duur' },
  'yes-no': { en: 'yes or no', nl: 'ja of nee' },
  purpose: { en: 'purpose', nl: 'doel' },
  citation: { en: 'citation', nl: 'verwijzing' },
  unknown: { en: 'unknown', nl: 'onbekend' },
};
