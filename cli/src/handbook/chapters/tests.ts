import type { CoverageItem, PackRule, TestCase } from '@waarborg/language';
import {
  type Block,
  bullets,
  type Cell,
  code,
  type Item,
  paragraph,
  type Section,
  type Words,
} from '../../document/document.ts';
import type { Handbook } from '../handbook.ts';
import { numberOf, placeOfRule } from '../rule-links.ts';
import { counted } from '../say.ts';

const texts = {
  en: {
    title: 'Tests and coverage',
    none: 'This pack has no tests: nothing shows that its rules decide as they are meant to.',
    intro:
      'The pack was tested when this handbook was made. A test gives a manifest and says what each rule must decide; coverage says which decisions some test has seen.',
    ran: (count: number, files: number) => `${counted(count, 'test', 'tests')} in ${counted(files, 'file', 'files')}`,
    status: { passed: 'passed', failed: 'failed', error: 'not run' },
    broken:
      'Some tests are themselves at fault and could not be read or run in full, so less was tested than is written.',
    failures: 'Tests that fail',
    expected: 'expected',
    found: 'found',
    coverage: (seen: number, goals: number, share: string) =>
      `Of ${counted(goals, 'decision', 'decisions')} that can occur the tests saw ${seen}: ${share}.`,
    impossible: (count: number) =>
      `${counted(count, 'decision', 'decisions')} cannot occur, whatever a manifest says, and ${count === 1 ? 'does' : 'do'} not count.`,
    all: 'There is no decision that can occur and that no test saw.',
    missed: 'What no test saw',
    kinds: { rule: 'rule', condition: 'condition', exception: 'exception' },
    at: 'in rule ',
    caption: 'Which outcomes of each rule a test saw',
    rule: 'Rule',
    outcomes: {
      pass: 'met',
      fail: 'not met',
      unproven: 'not shown',
      excepted: 'excepted',
      'not-applicable': 'does not apply',
      true: 'true',
      false: 'false',
      unknown: 'unknown',
    },
    seen: { seen: 'seen', missed: 'not seen', impossible: 'cannot occur' },
  },
  nl: {
    title: 'Toetsen en dekking',
    none: 'Dit pakket heeft geen toetsen: niets toont aan dat de regels beslissen zoals ze bedoeld zijn.',
    intro:
      'Het pakket is getoetst toen dit handboek werd gemaakt. Een toets geeft een manifest en zegt wat elke regel moet beslissen; de dekking zegt welke beslissingen een toets heeft gezien.',
    ran: (count: number, files: number) =>
      `${counted(count, 'toets', 'toetsen')} in ${counted(files, 'bestand', 'bestanden')}`,
    status: { passed: 'geslaagd', failed: 'mislukt', error: 'niet uitgevoerd' },
    broken:
      'In sommige toetsen staan zelf fouten; die konden niet geheel worden gelezen of uitgevoerd. Er is dus minder getoetst dan er staat.',
    failures: 'Toetsen die mislukken',
    expected: 'verwacht',
    found: 'gevonden',
    coverage: (seen: number, goals: number, share: string) =>
      `Van ${counted(goals, 'beslissing die kan voorkomen', 'beslissingen die kunnen voorkomen')} zagen de toetsen er ${seen}: ${share}.`,
    impossible: (count: number) =>
      `${counted(count, 'beslissing kan', 'beslissingen kunnen')} niet voorkomen, wat een manifest ook zegt, en ${count === 1 ? 'telt' : 'tellen'} niet mee.`,
    all: 'Er is geen beslissing die kan voorkomen en die geen toets zag.',
    missed: 'Wat geen toets zag',
    kinds: { rule: 'regel', condition: 'voorwaarde', exception: 'uitzondering' },
    at: 'bij regel ',
    caption: 'Welke uitkomsten van elke regel een toets zag',
    rule: 'Regel',
    outcomes: {
      pass: 'voldaan',
      fail: 'niet voldaan',
      unproven: 'niet aangetoond',
      excepted: 'uitgezonderd',
      'not-applicable': 'niet van toepassing',
      true: 'waar',
      false: 'onwaar',
      unknown: 'onbekend',
    },
    seen: { seen: 'gezien', missed: 'niet gezien', impossible: 'kan niet voorkomen' },
  },
} as const;

/** What the tests of the pack gave, and what they did not see. */
export function testsChapter(handbook: Handbook): Section {
  const words = texts[handbook.language];
  const blocks = handbook.tests.cases.length === 0 ? [paragraph(words.none), ...faults(handbook)] : results(handbook);
  return { kind: 'section', id: 'tests', title: [words.title], blocks };
}

function results(handbook: Handbook): readonly Block[] {
  const { tests, language } = handbook;
  const words = texts[language];
  const count = (status: TestCase['status']): number => tests.cases.filter((each) => each.status === status).length;
  const counts = (['passed', 'failed', 'error'] as const)
    .filter((status) => status === 'passed' || count(status) > 0)
    .map((status) => `${count(status)} ${words.status[status]}`);
  const whole = count('passed') === tests.cases.length;
  return [
    paragraph(words.intro),
    paragraph(
      `${words.ran(tests.cases.length, tests.files.length)}: `,
      {
        kind: 'state',
        tone: whole ? 'good' : 'bad',
        text: counts.join(', '),
      },
      '.',
    ),
    ...faults(handbook),
    ...failures(handbook),
    ...coverageBlocks(handbook),
  ];
}

function faults({ tests, language }: Handbook): readonly Block[] {
  if (tests.diagnostics.length === 0) return [];
  return [paragraph({ kind: 'state', tone: 'bad', text: texts[language].broken })];
}

function failures({ tests, language }: Handbook): readonly Block[] {
  const words = texts[language];
  const items = tests.cases
    .filter(({ status }) => status === 'failed')
    .map(({ name, row, expectations }): Item => {
      const unmet = expectations
        .filter(({ met }) => !met)
        .map(
          ({ rule, subject, expected, found }): Words => [
            code(subject === undefined ? rule : `${rule} ${subject}`),
            `: ${words.expected} ${words.outcomes[expected.outcome]}, ${words.found} ${words.outcomes[found.outcome]}`,
          ],
        );
      return { words: [row === undefined ? name : `${name} [${row}]`], blocks: [bullets(unmet)] };
    });
  return items.length === 0 ? [] : [{ kind: 'part', title: [words.failures], blocks: [bullets(items)] }];
}

function coverageBlocks(handbook: Handbook): readonly Block[] {
  const { tests, language } = handbook;
  const words = texts[language];
  const { items, goals, seen } = tests.coverage;
  // Rounded down, so that 100 means all.
  const percentage = goals === 0 ? 100 : Math.floor((1000 * seen) / goals) / 10;
  const share = `${language === 'nl' ? String(percentage).replace('.', ',') : percentage}%`;
  const impossible = items.flatMap((item) => item.goals).filter((goal) => goal.impossible).length;
  const missed = items.flatMap((item) => missedItem(item, handbook));
  return [
    paragraph(words.coverage(seen, goals, share), ...(impossible === 0 ? [] : [` ${words.impossible(impossible)}`])),
    ...(missed.length === 0
      ? [paragraph(words.all)]
      : [{ kind: 'part' as const, title: [words.missed], blocks: [bullets(missed)] }]),
    outcomesTable(handbook),
  ];
}

function missedItem({ kind, rule, text, goals }: CoverageItem, { language }: Handbook): readonly Words[] {
  const words = texts[language];
  const values = goals.filter(({ seen, impossible }) => !seen && !impossible).map(({ value }) => words.outcomes[value]);
  if (values.length === 0) return [];
  const name = rule.slice(rule.indexOf('/') + 1);
  const place: Words = kind === 'rule' ? [] : [` (${words.at}`, code(name), ')'];
  return [[`${words.kinds[kind]} `, code(text[language]), ...place, `: ${values.join(', ')}`]];
}

function outcomesTable(handbook: Handbook): Block {
  const { pack, tests, language } = handbook;
  const words = texts[language];
  const covered = tests.coverage.items.filter(({ kind }) => kind === 'rule');
  const values = covered[0]?.goals.map(({ value }) => value) ?? [];
  const rows = covered.flatMap(({ rule: id, goals }): readonly (readonly Cell[])[] => {
    const rule = pack.rules.find(({ description }) => description.id === id);
    if (rule === undefined) return [];
    return [[[ruleCell(rule, handbook)], ...goals.map((goal): Cell => [[stateOf(goal, language)]])]];
  });
  return {
    kind: 'table',
    id: 'outcomes-table',
    caption: words.caption,
    columns: [words.rule, ...values.map((value) => words.outcomes[value])],
    rows,
  };
}

function ruleCell(rule: PackRule, { pack }: Handbook): Words {
  return [{ kind: 'link', to: placeOfRule(rule), of: [`${numberOf(rule, pack)} `, code(rule.description.name)] }];
}

function stateOf({ seen, impossible }: CoverageItem['goals'][number], language: Handbook['language']): Words[number] {
  const words = texts[language].seen;
  if (seen) return { kind: 'state', tone: 'good', text: words.seen };
  return impossible
    ? { kind: 'state', tone: 'plain', text: words.impossible }
    : { kind: 'state', tone: 'bad', text: words.missed };
}
