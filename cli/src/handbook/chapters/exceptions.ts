import { bullets, code, type Item, link, paragraph, type Section } from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { notesBlock } from '../notes.ts';
import { citationWords, ruleTitleLink } from '../rule-links.ts';
import { joined, placeOf, say, sentenceItem } from '../say.ts';

const texts = {
  en: {
    title: 'Exceptions',
    none: 'No rule of this pack has an exception.',
    intro:
      'Every exception of the pack, with what it covers and what stays owed. A ground of a pack never sets a law aside.',
    cites: 'Cites ',
    citesNothing: 'Cites no source: the exception is the pack’s own.',
    stays: 'What stays owed: ',
  },
  nl: {
    title: 'Uitzonderingen',
    none: 'Geen regel van dit pakket heeft een uitzondering.',
    intro:
      'Elke uitzondering van het pakket, met wat zij dekt en wat onverminderd geldt. Een grond van een pakket zet nooit een wet opzij.',
    cites: 'Verwijst naar ',
    citesNothing: 'Verwijst naar geen bron: de uitzondering is van het pakket zelf.',
    stays: 'Wat onverminderd geldt: ',
  },
} as const;

/** The exceptions of all rules together. */
export function exceptionsChapter(handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  const items = pack.rules.flatMap((rule) =>
    rule.description.exceptions.map(({ name, sentences, residual }): Item => {
      const basis = rule.exceptions.find((exception) => exception.name === name);
      const place = `#${placeOf('rule', rule.description.name)}.${placeOf('exception', name)}`;
      const cites = basis?.cites ?? [];
      const below: readonly Item[] = [
        ...sentences.map((sentence) => sentenceItem(sentence, language)),
        ...residual.map(({ sentence }) => {
          const { words: said, blocks } = sentenceItem(sentence, language);
          return { words: [words.stays, ...said], blocks };
        }),
        cites.length === 0
          ? { words: [words.citesNothing] }
          : {
              words: [
                words.cites,
                ...joined(
                  cites.map((cited) => citationWords(cited, handbook)),
                  '; ',
                ),
                '.',
              ],
            },
      ];
      const notes = basis?.notes ?? [];
      return {
        words: [
          link(place, code(name)),
          ...(basis?.text === undefined ? [] : [': ', say(basis.text, language)]),
          ' (',
          ruleTitleLink(rule, handbook),
          ')',
        ],
        blocks: [bullets(below), ...notesBlock(notes, language)],
      };
    }),
  );
  return {
    kind: 'section',
    id: 'exceptions',
    title: [words.title],
    blocks:
      items.length === 0 ? [paragraph(words.none)] : [paragraph(words.intro), { kind: 'list', look: 'numbers', items }],
  };
}
