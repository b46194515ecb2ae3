import type { PackPurpose } from '@waarborg/language';
import {
  type Block,
  bullets,
  code,
  type Inline,
  type Item,
  link,
  paragraph,
  type Section,
  type Words,
} from '../../document/document.ts';
import { drawPurposes } from '../draw-purposes.ts';
import type { Handbook } from '../handbook.ts';
import { type LaidOutPurposes, layOutPurposes } from '../lay-out-purposes.ts';
import { listOfPurposes } from '../list-purposes.ts';
import { citationWords } from '../rule-links.ts';
import { counted, joined, placeOf, say, sentenceItem } from '../say.ts';

const texts = {
  en: {
    title: 'Purposes',
    intro: 'Data collected for a purpose may be used for that purpose and for narrower ones, never for wider ones.',
    label: (count: number) => `Drawing of ${count} purposes`,
    drawing: (first: string, count: number) => `${first}, and ${counted(count, 'other purpose', 'other purposes')}`,
    described:
      'Boxes are purposes; an arrow leads from a purpose to the wider one that it falls under. The list of purposes says the same in words.',
    legend: 'An arrow leads from a purpose to the wider one that it falls under. ',
    open: 'A broken border: below it a case or inquiry may be named that is a purpose of its own. ',
    may: 'A broken arrow: data collected for the one may be used for the other. ',
    cut: 'A crossed arrow: no longer falls under it. ',
    same: 'A thick line: the same purpose. ',
    same_in_words: 'The same in words',
    list: 'List of purposes',
    compatible: 'Uses that are compatible',
    collected: 'Data collected for ',
    use: ' may be used for ',
    when: ', if this holds:',
    cites: 'This rests on ',
    cuts: 'Lines that are cut',
    cut_of: ' no longer falls under ',
    because: ', because: ',
  },
  nl: {
    title: 'Doelen',
    intro:
      'Gegevens die voor een doel zijn verzameld, mogen voor dat doel en voor engere doelen worden gebruikt, nooit voor ruimere.',
    label: (count: number) => `Tekening van ${count} doelen`,
    drawing: (first: string, count: number) => `${first}, en ${counted(count, 'ander doel', 'andere doelen')}`,
    described:
      'Vakken zijn doelen; een pijl leidt van een doel naar het ruimere doel waar het onder valt. De lijst van doelen zegt hetzelfde in woorden.',
    legend: 'Een pijl leidt van een doel naar het ruimere doel waar het onder valt. ',
    open: 'Een onderbroken rand: daaronder kan een zaak of onderzoek worden genoemd dat een eigen doel is. ',
    may: 'Een onderbroken pijl: gegevens die voor het ene doel zijn verzameld, mogen voor het andere worden gebruikt. ',
    cut: 'Een pijl met een kruis: valt er niet meer onder. ',
    same: 'Een dikke lijn: hetzelfde doel. ',
    same_in_words: 'Hetzelfde in woorden',
    list: 'Lijst van doelen',
    compatible: 'Gebruik dat verenigbaar is',
    collected: 'Gegevens die zijn verzameld voor ',
    use: ' mogen worden gebruikt voor ',
    when: ', indien dit geldt:',
    cites: 'Dit berust op ',
    cuts: 'Lijnen die zijn doorgeknipt',
    cut_of: ' valt niet meer onder ',
    because: ', omdat: ',
  },
} as const;

/** The purposes as a drawing and as a list, and what is said between them; nothing for a pack without purposes. */
export function purposesChapter(handbook: Handbook): Section | undefined {
  const { pack, language } = handbook;
  const words = texts[language];
  if (pack.purposes.length === 0) return undefined;
  const drawings = layOutPurposes(pack, language).map((drawing, index) => drawingBlock(drawing, index, handbook));
  return {
    kind: 'section',
    id: 'purposes',
    title: [words.title],
    blocks: [
      paragraph(words.intro),
      ...drawings,
      { kind: 'part', id: 'purposes-list', title: [words.list], blocks: [listOfPurposes(handbook)] },
      ...compatibleBlocks(handbook),
      ...cutBlocks(handbook),
    ],
  };
}

function drawingBlock(drawing: LaidOutPurposes, index: number, { language }: Handbook): Block {
  const words = texts[language];
  const { boxes, ways } = drawing;
  const first = boxes.find(({ purpose }) => purpose.wider.length === 0)?.purpose ?? boxes[0]?.purpose;
  const name = first?.text?.[language] ?? first?.name ?? '';
  const has = (kind: (typeof ways)[number]['kind']): boolean => ways.some((way) => way.kind === kind);
  const legend = [
    words.legend,
    boxes.some(({ purpose }) => purpose.open) ? words.open : '',
    has('may') ? words.may : '',
    has('cut') ? words.cut : '',
    has('same') ? words.same : '',
  ].join('');
  return {
    kind: 'drawing',
    label: `${words.label(boxes.length)}: ${name}`,
    drawing: drawPurposes(drawing, {
      language,
      id: `purposes-${index + 1}`,
      title: words.drawing(name, boxes.length - 1),
      description: words.described,
    }),
    caption: [legend, link('#purposes-list', words.same_in_words), '.'],
  };
}

function compatibleBlocks(handbook: Handbook): readonly Block[] {
  const { pack, language } = handbook;
  const words = texts[language];
  if (pack.compatibilities.length === 0) return [];
  const items = pack.compatibilities.map(({ collectedFor, usedFor, written, sentence, cites }): Item => {
    const condition: readonly Item[] =
      sentence === undefined
        ? written === undefined
          ? []
          : [{ words: [code(written)] }]
        : [sentenceItem(sentence, language)];
    const basis: readonly Item[] =
      cites.length === 0
        ? []
        : [
            {
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
    return {
      words: [
        words.collected,
        purposeLink(collectedFor, handbook),
        words.use,
        purposeLink(usedFor, handbook),
        condition.length === 0 ? '.' : words.when,
      ],
      blocks: [bullets([...condition, ...basis])],
    };
  });
  return [{ kind: 'part', id: 'compatible', title: [words.compatible], blocks: [bullets(items)] }];
}

function cutBlocks(handbook: Handbook): readonly Block[] {
  const { pack, language } = handbook;
  const words = texts[language];
  if (pack.cuts.length === 0) return [];
  const items = pack.cuts.map(
    ({ child, parent, because }): Words => [
      purposeLink(child, handbook),
      words.cut_of,
      purposeLink(parent, handbook),
      ...(because === undefined ? [] : [words.because, say(because, language)]),
      '.',
    ],
  );
  return [{ kind: 'part', id: 'cuts', title: [words.cuts], blocks: [bullets(items)] }];
}

function purposeLink(id: string, { pack, language }: Handbook): Inline {
  const purpose: PackPurpose | undefined = pack.purposes.find((each) => each.id === id);
  const text = purpose?.text === undefined ? code(id) : say(purpose.text, language);
  return purpose === undefined ? text : link(`#${placeOf('purpose', id)}`, text);
}
