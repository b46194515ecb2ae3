import { code, type Fact, paragraph, type Section } from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { ruleLinks } from '../rule-links.ts';
import { counted, placeOf, say, sentenceItem } from '../say.ts';

const texts = {
  en: {
    title: 'Definitions',
    within: (count: number) => counted(count, 'definition', 'definitions'),
    intro: 'Terms that several rules use in one meaning.',
    meaning: 'Meaning',
    written: 'As written',
    usedBy: 'Used by',
    unused: 'No rule of this pack uses it.',
  },
  nl: {
    title: 'Begrippen',
    within: (count: number) => counted(count, 'begrip', 'begrippen'),
    intro: 'Woorden die meer regels in één betekenis gebruiken.',
    meaning: 'Betekenis',
    written: 'Zoals geschreven',
    usedBy: 'Gebruikt door',
    unused: 'Geen regel van dit pakket gebruikt het.',
  },
} as const;

/** The terms that the pack defines; nothing where it defines none. */
export function definitionsChapter(handbook: Handbook): Section | undefined {
  const { pack, language } = handbook;
  const words = texts[language];
  if (pack.definitions.length === 0) return undefined;
  const cards = pack.definitions.map(({ name, text, written, sentence, usedBy }): Section => {
    const meaning = sentence === undefined ? undefined : sentenceItem(sentence, language);
    const rows: readonly Fact[] = [
      ...(meaning === undefined
        ? []
        : [{ term: words.meaning, blocks: [paragraph(...meaning.words), ...(meaning.blocks ?? [])] }]),
      { term: words.written, blocks: [paragraph(code(written))] },
      {
        term: words.usedBy,
        blocks: [paragraph(...(usedBy.length === 0 ? [words.unused] : ruleLinks(usedBy, handbook)))],
      },
    ];
    return {
      kind: 'section',
      id: placeOf('definition', name),
      title: text === undefined ? [code(name)] : [say(text, language), ' (', code(name), ')'],
      card: true,
      blocks: [{ kind: 'facts', rows }],
    };
  });
  return {
    kind: 'section',
    id: 'definitions',
    title: [words.title],
    within: words.within(pack.definitions.length),
    blocks: [paragraph(words.intro), ...cards],
  };
}
