import type { OwnParameter } from '@waarborg/language';
import { type Block, code, type Fact, type Inline, paragraph, type Section } from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { noteFacts } from '../notes.ts';
import { ruleLinks } from '../rule-links.ts';
import { counted, dateWords, marked, placeOf, say } from '../say.ts';

const texts = {
  en: {
    title: 'Parameters',
    within: (count: number) => counted(count, 'parameter', 'parameters'),
    intro:
      'Numbers, terms and roles that no source gives. Somebody chose each of them; an organisation that uses the pack can choose its own.',
    none: 'This pack has no parameters: every number, term and role in it is written in a rule.',
    setBy: 'Set by',
    because: 'Because',
    review: 'To be reconsidered by',
    noReview: 'No date is set on which it is reconsidered.',
    passed: 'This date has passed',
    stricter: 'Stricter when',
    directions: { lower: 'lower', higher: 'higher' },
    usedBy: 'Used by',
    unused: 'No rule of this pack rests on it.',
    was: 'Was called',
  },
  nl: {
    title: 'Parameters',
    within: (count: number) => counted(count, 'parameter', 'parameters'),
    intro:
      'Getallen, termijnen en rollen die geen bron geeft. Iemand koos elk ervan; een organisatie die het pakket gebruikt kan zelf kiezen.',
    none: 'Dit pakket heeft geen parameters: elk getal, elke termijn en elke rol staat in een regel zelf.',
    setBy: 'Vastgesteld door',
    because: 'Omdat',
    review: 'Herzien uiterlijk',
    noReview: 'Er is geen datum genoemd waarop deze keuze wordt herzien.',
    passed: 'Deze datum is voorbij',
    stricter: 'Strenger bij',
    directions: { lower: 'een lagere waarde', higher: 'een hogere waarde' },
    usedBy: 'Gebruikt door',
    unused: 'Geen regel van dit pakket rust erop.',
    was: 'Heette eerder',
  },
} as const;

/** Each parameter with its value, who chose it, why, until when, and which rules rest on it. */
export function parametersChapter(handbook: Handbook): Section {
  const { pack, language } = handbook;
  const words = texts[language];
  return {
    kind: 'section',
    id: 'parameters',
    title: [words.title],
    within: words.within(pack.parameters.length),
    blocks:
      pack.parameters.length === 0
        ? [paragraph(words.none)]
        : [paragraph(words.intro), ...pack.parameters.map((parameter) => parameterCard(parameter, handbook))],
  };
}

function parameterCard(parameter: OwnParameter, handbook: Handbook): Section {
  const { language } = handbook;
  const { name, value } = parameter;
  return {
    kind: 'section',
    id: placeOf('parameter', name),
    title: [code(name), ' = ', ...marked(value, language)],
    card: true,
    blocks: [{ kind: 'facts', rows: factsOf(parameter, handbook) }],
  };
}

function factsOf(parameter: OwnParameter, handbook: Handbook): readonly Fact[] {
  const { language } = handbook;
  const words = texts[language];
  const { chosenBy, reason, stricterWhen, was, notes, usedBy } = parameter;
  const fact = (term: string, ...of: readonly Inline[]): Fact => ({ term, blocks: [paragraph(...of)] });
  return [
    ...(chosenBy === undefined ? [] : [fact(words.setBy, say(chosenBy, language))]),
    ...(reason === undefined ? [] : [fact(words.because, say(reason, language))]),
    { term: words.review, blocks: [reviewOf(parameter, handbook)] },
    ...(stricterWhen === undefined ? [] : [fact(words.stricter, words.directions[stricterWhen])]),
    fact(words.usedBy, ...(usedBy.length === 0 ? [words.unused] : ruleLinks(usedBy, handbook))),
    ...(was.length === 0 ? [] : [fact(words.was, ...was.map((old) => code(old)))]),
    ...noteFacts(notes, language),
  ];
}

function reviewOf({ reviewBy }: OwnParameter, { asOf, language }: Handbook): Block {
  const words = texts[language];
  if (reviewBy === undefined) return paragraph(words.noReview);
  const date = dateWords(reviewBy, language);
  return reviewBy < asOf ? paragraph(`${date}. `, { kind: 'state', tone: 'bad', text: words.passed }) : paragraph(date);
}
