import type { SourceDescription } from '@waarborg/language';
import { type Block, code, type Fact, type Inline, link, paragraph, type Section } from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { noteFacts } from '../notes.ts';
import { placeOfPassage, placeOfSource, ruleLinks } from '../rule-links.ts';
import { counted, dateWords, languageToMark, say } from '../say.ts';

const texts = {
  en: {
    title: 'Sources',
    within: (count: number) => counted(count, 'source', 'sources'),
    intro:
      'What the rules cite. Where the pack carries the words of a source, they stand here word for word, in the language of the source.',
    none: 'This pack cites no sources.',
    name: 'Name in the pack',
    address: 'Address',
    force: 'Applies',
    from: (date: string) => `from ${date}`,
    until: (date: string) => `until ${date} inclusive`,
    notYet: 'not yet',
    noLonger: 'no longer',
    silent: 'The pack names no dates.',
    version: 'Version that was read',
    numbers: 'Numbers',
    noNumbers: 'This source gives no numbers: every number in a rule that cites it is a parameter.',
    notCarried: 'The pack does not carry the words of this place.',
    citedBy: 'Cited by ',
    uncited: 'No rule of this pack cites it.',
  },
  nl: {
    title: 'Bronnen',
    within: (count: number) => counted(count, 'bron', 'bronnen'),
    intro:
      'Waarnaar de regels verwijzen. Als het pakket de woorden van een bron bevat, staan ze hier letterlijk, in de taal van de bron.',
    none: 'Dit pakket verwijst naar geen bronnen.',
    name: 'Naam in het pakket',
    address: 'Adres',
    force: 'Geldt',
    from: (date: string) => `vanaf ${date}`,
    until: (date: string) => `tot en met ${date}`,
    notYet: 'nog niet',
    noLonger: 'niet meer',
    silent: 'Het pakket noemt geen datums.',
    version: 'Gelezen versie',
    numbers: 'Getallen',
    noNumbers: 'Deze bron geeft geen getallen: elk getal in een regel die ernaar verwijst is een parameter.',
    notCarried: 'Het pakket bevat de woorden van deze plaats niet.',
    citedBy: 'Aangehaald door ',
    uncited: 'Geen regel van dit pakket verwijst hiernaar.',
  },
} as const;

/** Each source with its address, its dates and the passages that the rules rest on. */
export function sourcesChapter(handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  return {
    kind: 'section',
    id: 'sources',
    title: [words.title],
    within: words.within(pack.sources.length),
    blocks:
      pack.sources.length === 0
        ? [paragraph(words.none)]
        : [paragraph(words.intro), ...pack.sources.map((source) => sourceCard(source, handbook))],
  };
}

function sourceCard(source: SourceDescription, handbook: Handbook): Section {
  const { language } = handbook;
  const passages = source.passages.map((passage) => passageBlock(source, passage, handbook));
  return {
    kind: 'section',
    id: placeOfSource(source.name),
    title: [say(source.title, language)],
    card: true,
    blocks: [{ kind: 'facts', rows: factsOf(source, handbook) }, ...passages],
  };
}

function factsOf(source: SourceDescription, handbook: Handbook): readonly Fact[] {
  const { language } = handbook;
  const words = texts[language];
  const { name, address, version, givesNoNumbers, notes } = source;
  const fact = (term: string, ...of: readonly Inline[]): Fact => ({ term, blocks: [paragraph(...of)] });
  return [
    fact(words.name, code(name)),
    ...(address === undefined ? [] : [fact(words.address, link(address, address))]),
    fact(words.force, ...forceOf(source, handbook)),
    ...(version === undefined ? [] : [fact(words.version, dateWords(version, language))]),
    ...(givesNoNumbers ? [fact(words.numbers, words.noNumbers)] : []),
    ...noteFacts(notes, language),
  ];
}

/** From when until when; whether that is so on the date of the handbook is said where it is not. */
function forceOf({ from, until }: SourceDescription, { asOf, language }: Handbook): readonly Inline[] {
  const words = texts[language];
  if (from === undefined && until === undefined) return [words.silent];
  const dates = [
    ...(from === undefined ? [] : [words.from(dateWords(from, language))]),
    ...(until === undefined ? [] : [words.until(dateWords(until, language))]),
  ].join(' ');
  const wrong =
    from !== undefined && asOf < from ? words.notYet : until !== undefined && asOf > until ? words.noLonger : undefined;
  if (wrong === undefined) return [dates];
  return [`${dates}; `, { kind: 'state', tone: 'bad', text: `${wrong} (${dateWords(asOf, language)})` }];
}

function passageBlock(
  source: SourceDescription,
  { at, text, citedBy }: SourceDescription['passages'][number],
  handbook: Handbook,
): Block {
  const { language } = handbook;
  const words = texts[language];
  const rests: readonly Inline[] =
    citedBy.length === 0 ? [words.uncited] : [words.citedBy, ...ruleLinks(citedBy, handbook), '.'];
  return {
    kind: 'part',
    id: placeOfPassage(source, at),
    title: [at],
    blocks: [
      text === undefined
        ? paragraph({ kind: 'quiet', of: [words.notCarried] })
        : { kind: 'quote', language: languageToMark(text, language), text: text[text.only ?? language], from: [] },
      { kind: 'paragraph', tone: 'quiet', words: rests },
    ],
  };
}
