import type { LevelName, NoteDescription, PackDescription } from '@waarborg/language';
import { type Block, bullets, code, type Fact, paragraph, type Section, type Words } from '../../document/document.ts';
import { levelWords } from '../../messages.ts';
import type { Handbook } from '../handbook.ts';
import { noteFacts } from '../notes.ts';
import { counted, dateWords, joined, say, sentenceItem } from '../say.ts';

const texts = {
  en: {
    title: 'About this pack',
    authority: 'What this pack is worth',
    meaning:
      'An analysis that meets every rule of this pack meets the rules of this pack. That is no judgement on lawfulness: the pack says what its authors read in the sources, and what they chose.',
    noOwner: 'The pack does not say who looks after it, or which body has adopted it.',
    noCheck: 'The pack does not say that a lawyer has checked it.',
    facts: {
      name: 'Name',
      version: 'Version',
      date: 'As things stood on',
      digest: 'Digest',
      judges: 'Judges',
      uses: 'Uses',
    },
    vocabulary: 'vocabulary',
    pack: 'pack',
    size: 'Size',
    scope: 'Which analyses it is about',
    everything: 'The pack names no limits: it is about every analysis that its rules judge.',
    within: 'It is only about analyses for which this holds: ',
    reading: 'How to read the rules',
    outcomes:
      'Of every rule a check says one of five things: it is met, it is not met, it is not shown to be met, an exception covers it, or it does not apply. What is not recorded is not shown: missing evidence never counts as meeting a rule.',
    levels: {
      mandatory: 'whoever does not meet it, or cannot show it, does not meet the rules of the pack.',
      'comply-or-explain':
        'whoever departs from it explains why: with a reason, a role that answers for it, a begin and an end.',
      recommended: 'departing from it gives a warning, and nothing more.',
    },
    rules: (count: number) => counted(count, 'rule', 'rules'),
    sources: (count: number) => counted(count, 'source', 'sources'),
    purposes: (count: number) => counted(count, 'purpose', 'purposes'),
    parameters: (count: number) => counted(count, 'parameter', 'parameters'),
    levelCounts: (counts: Readonly<Record<LevelName, number>>) =>
      `${counts.mandatory} mandatory, ${counts['comply-or-explain']} comply or explain, ${counts.recommended} recommended`,
  },
  nl: {
    title: 'Over dit pakket',
    authority: 'Wat dit pakket waard is',
    meaning:
      'Een analyse die aan elke regel van dit pakket voldoet, voldoet aan de regels van dit pakket. Dat is geen oordeel over rechtmatigheid: het pakket zegt wat de schrijvers in de bronnen lezen, en wat zij zelf kozen.',
    noOwner: 'Het pakket zegt niet wie het beheert, en ook niet welke instantie het heeft vastgesteld.',
    noCheck: 'Het pakket zegt niet dat een jurist het heeft nagekeken.',
    facts: {
      name: 'Naam',
      version: 'Versie',
      date: 'Naar de stand van',
      digest: 'Vingerafdruk',
      judges: 'Beoordeelt',
      uses: 'Gebruikt',
    },
    vocabulary: 'woordenlijst',
    pack: 'pakket',
    size: 'Omvang',
    scope: 'Over welke analyses het gaat',
    everything: 'Het pakket noemt geen grenzen: het gaat over elke analyse die zijn regels beoordelen.',
    within: 'Het gaat alleen over analyses waarvoor dit geldt: ',
    reading: 'Hoe de regels te lezen',
    outcomes:
      'Van elke regel zegt een toetsing een van vijf dingen: er is aan voldaan, er is niet aan voldaan, niet is aangetoond dat eraan is voldaan, er geldt een uitzondering, of de regel is niet van toepassing. Wat niet is vastgelegd, is niet aangetoond: ontbrekend bewijs telt nooit als voldoen.',
    levels: {
      mandatory: 'wie er niet aan voldoet, of dat niet kan aantonen, voldoet niet aan de regels van het pakket.',
      'comply-or-explain':
        'wie ervan afwijkt, legt uit waarom: met een reden, een rol die ervoor verantwoordelijk is, een begin en een einde.',
      recommended: 'wie ervan afwijkt, krijgt een waarschuwing en niet meer dan dat.',
    },
    rules: (count: number) => counted(count, 'regel', 'regels'),
    sources: (count: number) => counted(count, 'bron', 'bronnen'),
    purposes: (count: number) => counted(count, 'doel', 'doelen'),
    parameters: (count: number) => counted(count, 'parameter', 'parameters'),
    levelCounts: (counts: Readonly<Record<LevelName, number>>) =>
      `${counts.mandatory} verplicht, ${counts['comply-or-explain']} pas toe of leg uit, ${counts.recommended} aanbevolen`,
  },
} as const;

/** What the pack is, how authoritative it is, what it is about, and how its rules are to be read. */
export function aboutChapter(handbook: Handbook): Section {
  const words = texts[handbook.language];
  return {
    kind: 'section',
    id: 'about',
    title: [words.title],
    blocks: [
      authority(handbook),
      { kind: 'facts', rows: facts(handbook) },
      { kind: 'part', title: [words.scope], blocks: scopeBlocks(handbook) },
      { kind: 'part', title: [words.reading], blocks: readingBlocks(handbook) },
    ],
  };
}

/** How far the pack may be relied on, in its own words; where it is silent, that it is. */
function authority({ pack, language }: Handbook): Block {
  const words = texts[language];
  const has = (key: string): boolean => pack.notes.some((note: NoteDescription) => note.key === key);
  return {
    kind: 'notice',
    title: words.authority,
    blocks: [
      paragraph(words.meaning),
      ...(has('owner') ? [] : [paragraph(words.noOwner)]),
      ...(has('legal-check') ? [] : [paragraph(words.noCheck)]),
    ],
  };
}

function facts({ pack, language, asOf, digest }: Handbook): readonly Fact[] {
  const words = texts[language];
  const fact = (term: string, ...of: Words): Fact => ({ term, blocks: [paragraph(...of)] });
  const uses = pack.uses.map(({ kind, name, version }): Words => [`${words[kind]} `, code(name), ` ${version}`]);
  const { record } = pack;
  return [
    fact(words.facts.name, code(pack.name)),
    fact(words.facts.version, pack.version),
    ...noteFacts(pack.notes, language),
    fact(words.size, sizeOf(pack, words)),
    ...(record === undefined
      ? []
      : [
          fact(
            words.facts.judges,
            code(record.name),
            ...(record.text === undefined ? [] : [': ', say(record.text, language)]),
          ),
        ]),
    ...(uses.length === 0 ? [] : [fact(words.facts.uses, ...joined(uses))]),
    fact(words.facts.date, dateWords(asOf, language)),
    fact(words.facts.digest, code(digest)),
  ];
}

function sizeOf({ rules, sources, purposes, parameters }: PackDescription, words: (typeof texts)['en' | 'nl']): string {
  const of = (level: LevelName): number => rules.filter(({ description }) => description.level === level).length;
  const counts = {
    mandatory: of('mandatory'),
    'comply-or-explain': of('comply-or-explain'),
    recommended: of('recommended'),
  };
  const levels = rules.length === 0 ? '' : ` (${words.levelCounts(counts)})`;
  return [
    `${words.rules(rules.length)}${levels}`,
    words.sources(sources.length),
    words.purposes(purposes.filter(({ own }) => own).length),
    words.parameters(parameters.length),
  ].join(', ');
}

function scopeBlocks({ pack: { scope }, language }: Handbook): readonly Block[] {
  const words = texts[language];
  if (scope === undefined) return [paragraph(words.everything)];
  const sentence = scope.sentence === undefined ? undefined : sentenceItem(scope.sentence, language);
  const written = scope.written.map((condition): Words => [code(condition)]);
  return [
    ...scope.texts.map((text) => paragraph(say(text, language))),
    ...(sentence === undefined ? [paragraph(words.within, ...joined(written), '.')] : [bullets([sentence])]),
  ];
}

function readingBlocks({ language }: Handbook): readonly Block[] {
  const words = texts[language];
  const level = (name: LevelName): Words => [
    { kind: 'level', level: name, text: levelWords[name][language] },
    ` ${words.levels[name]}`,
  ];
  return [bullets([level('mandatory'), level('comply-or-explain'), level('recommended')]), paragraph(words.outcomes)];
}
