import type { Language, PackRule } from '@waarborg/language';
import {
  type Block,
  bullets,
  type Cell,
  code,
  link,
  paragraph,
  type Section,
  type Words,
} from '../../document/document.ts';
import { levelWords } from '../../messages.ts';
import type { Handbook } from '../handbook.ts';
import { citationWords, ruleTitleLink } from '../rule-links.ts';
import { counted, joined, marked, placeOf, say } from '../say.ts';

const texts = {
  en: {
    title: 'What law and policy say, and what this pack chose',
    intro:
      'A rule rests on a source, on a choice, or on both. This overview keeps the two apart. A level, a number, a term, a role or an exception stands under “the pack chose” where no source gives it; whoever uses the pack may choose otherwise, and answers for that choice. The wording of every rule is the reading of its authors.',
    counts: {
      cited: (count: number, all: number) => `${count} of ${counted(all, 'rule', 'rules')} cite a source`,
      level: (count: number) => `of ${counted(count, 'rule', 'rules')} the pack chose the level itself`,
      parameters: (count: number) =>
        `${counted(count, 'number, term or role is', 'numbers, terms and roles are')} the pack's own`,
      exceptions: (count: number, own: number) =>
        `${counted(count, 'exception', 'exceptions')}, of which ${own} cite${own === 1 ? 's' : ''} no source`,
    },
    caption: 'Source and choice, rule by rule',
    columns: ['Rule', 'The source', 'The pack chose'],
    noSource: 'Cites no source.',
    whole: 'The whole rule: it cites no source',
    nothing: 'No level, number, term, role or exception of its own',
    level: (level: string) => `The level, ${level}`,
    dutyLevel: 'The level of ',
    chosenBy: ', chosen by ',
    because: ', because: ',
    setBy: ', set by ',
    exception: 'The exception ',
    ground: ', on the ground ',
    citingNothing: '; it cites no source',
  },
  nl: {
    title: 'Wat wet en beleid zeggen, en wat dit pakket koos',
    intro:
      'Een regel rust op een bron, op een keuze, of op allebei. Dit overzicht houdt die twee uit elkaar. Een niveau, getal, termijn, rol of uitzondering staat onder “het pakket koos” als geen bron het geeft; wie het pakket gebruikt mag anders kiezen, en verantwoordt die keuze. Hoe elke regel is geformuleerd, is de lezing van de schrijvers.',
    counts: {
      cited: (count: number, all: number) =>
        `${count} van de ${counted(all, 'regel', 'regels')} ${count === 1 ? 'verwijst' : 'verwijzen'} naar een bron`,
      level: (count: number) => `van ${counted(count, 'regel', 'regels')} koos het pakket zelf het niveau`,
      parameters: (count: number) =>
        `${counted(count, 'getal, termijn of rol is', 'getallen, termijnen en rollen zijn')} een eigen keuze van het pakket`,
      exceptions: (count: number, own: number) =>
        `${counted(count, 'uitzondering', 'uitzonderingen')}, waarvan ${own} zonder bron`,
    },
    caption: 'Bron en keuze, regel voor regel',
    columns: ['Regel', 'De bron', 'Het pakket koos'],
    noSource: 'Verwijst naar geen bron.',
    whole: 'De hele regel: die verwijst naar geen bron',
    nothing: 'Geen eigen niveau, getal, termijn, rol of uitzondering',
    level: (level: string) => `Het niveau, ${level}`,
    dutyLevel: 'Het niveau van ',
    chosenBy: ', gekozen door ',
    because: ', omdat: ',
    setBy: ', vastgesteld door ',
    exception: 'De uitzondering ',
    ground: ', op de grond ',
    citingNothing: '; die verwijst naar geen bron',
  },
} as const;

/** What rests on a source beside what was chosen, for all rules together; nothing for a pack without rules. */
export function choicesChapter(handbook: Handbook): Section | undefined {
  const { pack, language } = handbook;
  const words = texts[language];
  if (pack.rules.length === 0) return undefined;
  const rows = pack.rules.map((rule): readonly Cell[] => [
    [[ruleTitleLink(rule, handbook)]],
    [
      ...(rule.cites.length === 0 ? [[words.noSource]] : rule.cites.map((cited) => citationWords(cited, handbook))),
      ...citedExceptions(rule, handbook),
    ],
    chosenBriefly(rule, handbook),
  ]);
  return {
    kind: 'section',
    id: 'choices',
    title: [words.title],
    blocks: [
      paragraph(words.intro),
      countsOf(handbook),
      { kind: 'table', id: 'choices-table', caption: words.caption, columns: words.columns, rows },
    ],
  };
}

function countsOf({ pack: { rules, parameters }, language }: Handbook): Block {
  const { counts } = texts[language];
  const exceptions = rules.flatMap((rule) => rule.exceptions);
  return bullets(
    [
      counts.cited(rules.filter(({ cites }) => cites.length > 0).length, rules.length),
      counts.level(rules.filter(({ level }) => level.chosenBy !== undefined).length),
      counts.parameters(parameters.length),
      counts.exceptions(exceptions.length, exceptions.filter(({ cites }) => cites.length === 0).length),
    ].map((line, index, all): Words => [`${line}${index === all.length - 1 ? '.' : ';'}`]),
  );
}

/** What the pack chose in a rule, a line each, without who and why: these stand with the rule. */
function chosenBriefly(rule: PackRule, handbook: Handbook): Cell {
  return choicesOf(rule, handbook, false);
}

/** What the pack chose in a rule, with who chose it and why. */
export function chosenItems(rule: PackRule, handbook: Handbook): readonly Words[] {
  return choicesOf(rule, handbook, true).map((line) => [...line, '.']);
}

function choicesOf(rule: PackRule, handbook: Handbook, withReasons: boolean): Cell {
  const words = texts[handbook.language];
  const lines = [
    ...(rule.cites.length === 0 ? [[words.whole]] : []),
    ...levelLines(rule, handbook.language, withReasons),
    ...rule.description.parameters.map((parameter) => parameterLine(parameter, handbook, withReasons)),
    ...rule.exceptions
      .filter(({ cites }) => cites.length === 0)
      .map((exception) => ownException(exception, handbook, withReasons)),
  ];
  return lines.length === 0 ? [[words.nothing]] : lines;
}

function levelLines({ level, dutyLevels }: PackRule, language: Language, withReasons: boolean): readonly Words[] {
  const words = texts[language];
  const by = ({ chosenBy, reason }: typeof level): Words =>
    withReasons && chosenBy !== undefined
      ? [
          words.chosenBy,
          say(chosenBy, language),
          ...(reason === undefined ? [] : [words.because, say(reason, language)]),
        ]
      : [];
  return [
    ...(level.chosenBy === undefined ? [] : [[words.level(levelWords[level.level][language]), ...by(level)]]),
    ...dutyLevels
      .filter(({ chosenBy }) => chosenBy !== undefined)
      .map(
        (own): Words => [
          words.dutyLevel,
          ...joined(own.duties.map((duty): Words => [code(duty)])),
          `, ${levelWords[own.level][language]}`,
          ...by(own),
        ],
      ),
  ];
}

/** Why a parameter has its value stands with the parameter. */
function parameterLine(
  { id, name, value, setBy }: PackRule['description']['parameters'][number],
  { pack, language }: Handbook,
  withReasons: boolean,
): Words {
  const own = pack.parameters.find((parameter) => parameter.id === id);
  const by = own?.chosenBy ?? (setBy === undefined ? undefined : { ...setBy, only: undefined });
  return [
    own === undefined ? code(id) : link(`#${placeOf('parameter', name)}`, code(name)),
    ' = ',
    ...marked(value, language),
    ...(withReasons && by !== undefined ? [texts[language].setBy, say(by, language)] : []),
  ];
}

/** An exception that rests on no source. */
function ownException(
  { name, grounds }: PackRule['exceptions'][number],
  { language }: Handbook,
  withReasons: boolean,
): Words {
  const words = texts[language];
  const [ground] = grounds;
  return [
    words.exception,
    code(name),
    ...(withReasons && ground?.text !== undefined ? [words.ground, '“', say(ground.text, language), '”'] : []),
    words.citingNothing,
  ];
}

/** The exceptions of a rule that rest on a source, a line each. */
export function citedExceptions({ exceptions }: PackRule, handbook: Handbook): readonly Words[] {
  const words = texts[handbook.language];
  return exceptions
    .filter(({ cites }) => cites.length > 0)
    .map(({ name, cites }) => [
      words.exception,
      code(name),
      ': ',
      ...joined(
        cites.map((cited) => citationWords(cited, handbook)),
        '; ',
      ),
    ]);
}
