import type { CitedPassage, DutyDescription, PackRule, Sentence } from '@waarborg/language';
import { type Block, bullets, code, type Inline, type Item, paragraph, type Section } from '../../document/document.ts';
import { levelWords } from '../../messages.ts';
import type { Handbook } from '../handbook.ts';
import { notesBlock } from '../notes.ts';
import { citationWords, numberOf } from '../rule-links.ts';
import { counted, languageToMark, placeOf, say, sentenceItem } from '../say.ts';
import { chosenItems, citedExceptions } from './choices.ts';

const awaited: Sentence = {
  text: {
    en: 'As long as this is not recorded, the duty is not shown to be met, and not broken.',
    nl: 'Zolang dit niet is vastgelegd, is niet aangetoond dat aan deze plicht is voldaan, maar is zij ook niet geschonden.',
  },
  parts: [],
};

const texts = {
  en: {
    title: 'The rules',
    within: (count: number) => counted(count, 'rule', 'rules'),
    intro: 'Each rule is numbered, and so is each thing that it asks. The name in code is the one that a report uses.',
    none: 'This pack has no rules.',
    constructs: {
      rule: 'Rule',
      'purpose-limitation': 'Purpose limitation',
      'error-margin': 'Error margin',
      'human-intervention': 'Human intervention',
      transparency: 'Transparency',
    },
    about: 'About what, and when',
    asks: 'What it asks',
    exception: 'Exception ',
    stays: 'What stays owed',
    nextStep: 'Next step',
    said: 'What the source says',
    chosen: 'What this pack chose',
    noSource: 'This rule cites no source.',
    levelRests: 'Nobody is named who chose the level: it rests on what is cited here.',
    notCarried: 'The pack does not carry the words of this place.',
  },
  nl: {
    title: 'De regels',
    within: (count: number) => counted(count, 'regel', 'regels'),
    intro:
      'Elke regel is genummerd, en alles wat hij vraagt ook. De naam in schrijfmachineletter is die waaronder een rapport de regel noemt.',
    none: 'Dit pakket heeft geen regels.',
    constructs: {
      rule: 'Regel',
      'purpose-limitation': 'Doelbinding',
      'error-margin': 'Foutmarge',
      'human-intervention': 'Menselijke tussenkomst',
      transparency: 'Transparantie',
    },
    about: 'Waarover, en wanneer',
    asks: 'Wat hij vraagt',
    exception: 'Uitzondering ',
    stays: 'Wat onverminderd geldt',
    nextStep: 'Vervolgstap',
    said: 'Wat de bron zegt',
    chosen: 'Wat dit pakket koos',
    noSource: 'Deze regel verwijst naar geen bron.',
    levelRests: 'Er is niemand genoemd die het niveau koos: het rust op wat hier is aangehaald.',
    notCarried: 'Het pakket bevat de woorden van deze plaats niet.',
  },
} as const;

/** Every rule of the pack as numbered sentences, with its source beside what was chosen. */
export function rulesChapter(handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  return {
    kind: 'section',
    id: 'rules',
    title: [words.title],
    within: words.within(pack.rules.length),
    blocks:
      pack.rules.length === 0
        ? [paragraph(words.none)]
        : [paragraph(words.intro), ...pack.rules.map((rule) => ruleCard(rule, handbook))],
  };
}

function ruleCard(rule: PackRule, handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  const { description, nextStep, construct, title, notes } = rule;
  const number = numberOf(rule, pack);
  const place = placeOf('rule', description.name);
  const { subject, whenNone, inForce, applies, compatibilities } = description;
  const when = [subject, whenNone, inForce, ...applies].filter((each) => each !== undefined);
  const allowed = compatibilities.map(({ sentence }) => sentence);
  return {
    kind: 'section',
    id: place,
    number,
    title: [say(title, language)],
    card: true,
    blocks: [
      paragraph(levelOf(rule, language), ` ${words.constructs[construct]} · `, code(description.name)),
      { kind: 'part', title: [words.about], blocks: [sentences([...when, ...allowed], language)] },
      {
        kind: 'part',
        title: [words.asks],
        blocks: [duties(description.duties, { number, place }, rule, handbook)],
      },
      ...exceptionParts(rule, { number, place }, handbook),
      ...(nextStep === undefined
        ? []
        : [{ kind: 'part' as const, title: [words.nextStep], blocks: [paragraph(say(nextStep, language), '.')] }]),
      {
        kind: 'sides',
        said: { title: words.said, blocks: saidBlocks(rule, handbook) },
        chosen: { title: words.chosen, blocks: [bullets(chosenItems(rule, handbook))] },
      },
      ...notesBlock(notes, language),
    ],
  };
}

function levelOf({ description: { level } }: PackRule, language: Handbook['language']): Inline {
  return { kind: 'level', level, text: levelWords[level][language] };
}

function sentences(all: readonly Sentence[], language: Handbook['language']): Block {
  return { kind: 'list', look: 'plain', items: all.map((sentence) => sentenceItem(sentence, language)) };
}

interface Place {
  readonly number: string;
  readonly place: string;
}

/** Duties as numbered sentences; one with another level than the rule says so. */
function duties(
  all: readonly DutyDescription[],
  { number, place }: Place,
  rule: PackRule,
  { language }: Handbook,
): Block {
  const items = all.map(({ id, level, sentence, otherwise, isAwaited }, index): Item => {
    const { words, blocks = [] } = sentenceItem(sentence, language);
    const more = [otherwise, isAwaited ? awaited : undefined].filter((each) => each !== undefined);
    const own: readonly Inline[] =
      level === rule.description.level ? [] : [{ kind: 'level', level, text: levelWords[level][language] }, ' '];
    return {
      id: `${place}.${placeOf('duty', id)}`,
      mark: `${number}.${index + 1}`,
      words: [...own, ...words, ' ', { kind: 'quiet', of: [code(id)] }],
      blocks: more.length === 0 ? blocks : [...blocks, sentences(more, language)],
    };
  });
  return { kind: 'list', look: 'plain', items };
}

function exceptionParts(rule: PackRule, { number, place }: Place, handbook: Handbook): readonly Block[] {
  const { language } = handbook;
  const words = texts[language];
  return rule.description.exceptions.map(({ name, sentences: said, residual }, index): Block => {
    const basis = rule.exceptions.find((exception) => exception.name === name);
    const at: Place = { number: `${number}.${letter(index)}`, place: `${place}.${placeOf('exception', name)}` };
    const stays: readonly Block[] =
      residual.length === 0
        ? []
        : [paragraph({ kind: 'strong', of: [words.stays] }), duties(residual, at, rule, handbook)];
    return {
      kind: 'part',
      id: at.place,
      title: [words.exception, code(name), ...(basis?.text === undefined ? [] : [': ', say(basis.text, language)])],
      blocks: [sentences(said, language), ...stays, ...notesBlock(basis?.notes ?? [], language)],
    };
  });
}

/** The exceptions of a rule are lettered: `9.a`, and what stays owed `9.a.1`. */
function letter(index: number): string {
  const before = index < 26 ? '' : letter(Math.floor(index / 26) - 1);
  return `${before}${String.fromCharCode(97 + (index % 26))}`;
}

/** Each place that the rule cites, with its words: those that bear on the duty, else the whole passage. */
function saidBlocks(rule: PackRule, handbook: Handbook): readonly Block[] {
  const words = texts[handbook.language];
  const exceptions = citedExceptions(rule, handbook).map((line) => paragraph(...line, '.'));
  if (rule.cites.length === 0) return [paragraph(words.noSource), ...exceptions];
  return [
    ...rule.cites.map((cited) => citedBlock(cited, handbook)),
    ...exceptions,
    ...(rule.level.chosenBy === undefined
      ? [{ kind: 'paragraph' as const, tone: 'quiet' as const, words: [words.levelRests] }]
      : []),
  ];
}

function citedBlock(cited: CitedPassage, handbook: Handbook): Block {
  const { language } = handbook;
  const words = texts[language];
  const place = citationWords({ ...cited, quoting: undefined }, handbook);
  const text = cited.quoting ?? cited.text;
  if (text === undefined) return paragraph(...place, '. ', { kind: 'quiet', of: [words.notCarried] });
  return { kind: 'quote', language: languageToMark(text, language), text: text[text.only ?? language], from: place };
}
