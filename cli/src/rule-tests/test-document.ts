import type { Language } from '@waarborg/language';
import {
  type Block,
  bullets,
  type Cell,
  code,
  type Inline,
  paragraph,
  type Section,
  type WrittenDocument,
} from '../document/document.ts';
import { ownVersion } from '../version.ts';
import { type CoverageItemReport, type CoverageReport, type GoalReport, valueWords } from './coverage-report.ts';
import { type TestPageTexts, testPageTexts } from './test-page-texts.ts';
import { type ExpectationReport, type TestCaseReport, type TestReport, titleOf } from './test-report.ts';

/** A run of tests as a page to read and to keep: what failed, and with coverage what tests see of each rule. */
export function testDocument(report: TestReport): WrittenDocument {
  const { language, coverage, tests, errors, asOf } = report;
  const texts = testPageTexts[language];
  const fallen = tests.filter(({ status }) => status !== 'passed');
  const sections = [
    fallen.length + errors.length === 0 ? undefined : fallenSection(report, fallen, texts),
    ...(coverage === null ? [] : coverageSections(coverage, texts)),
    testsSection(tests, texts),
  ];
  return {
    language,
    kindOf: texts.kindOf,
    title: [packNames(report).join(', ') || texts.noPack],
    lead: [texts.counted(report.counts), ...(coverage === null ? [] : [' ', texts.covered(coverage)])],
    sections: sections.filter((section) => section !== undefined),
    colophon: [[texts.colophon(ownVersion(), asOf)]],
  };
}

function packNames({ tests, coverage }: TestReport): readonly string[] {
  const named = tests.flatMap(({ expectations }) => expectations.map(({ rule }) => rule.slice(0, rule.indexOf('/'))));
  return [...new Set([...(coverage?.packs ?? []), ...named])].sort();
}

function fallenSection({ errors }: TestReport, fallen: readonly TestCaseReport[], texts: TestPageTexts): Section {
  const wrong = errors.map(({ code: name, message, file, location }) => [
    ...(file === null ? [] : [code(location === null ? file : placeOf(file, location)), ' — ']),
    `${message} (${name})`,
  ]);
  return {
    kind: 'section',
    id: 'failed',
    title: [texts.fallen],
    blocks: [
      ...(wrong.length === 0 ? [] : [bullets(wrong)]),
      ...fallen.map((test, index) => fallenTest(test, index, texts)),
    ],
  };
}

function fallenTest(test: TestCaseReport, index: number, texts: TestPageTexts): Block {
  const unmet = test.expectations.filter(({ met }) => !met);
  return {
    kind: 'part',
    id: `failed-${index + 1}`,
    title: [{ kind: 'state', tone: 'bad', text: titleOf(test) }],
    blocks: [
      paragraph(code(placeOf(test.file, (unmet[0] ?? test).location))),
      ...(test.status === 'error' ? [paragraph(texts.notRun)] : []),
      ...unmet.map((expectation) => unmetFacts(expectation, texts)),
    ],
  };
}

function unmetFacts({ rule, subject, expected, found, reasons }: ExpectationReport, texts: TestPageTexts): Block {
  const about = subject === null ? [code(rule)] : [code(rule), ` ${texts.forItem} `, code(subject)];
  return {
    kind: 'facts',
    rows: [
      { term: texts.rule, blocks: [paragraph(...about)] },
      { term: texts.expected, blocks: [paragraph(expected.text)] },
      { term: texts.found, blocks: [paragraph(found.text)] },
      ...(reasons.length === 0 ? [] : [{ term: texts.because, blocks: [bullets(reasons.map((reason) => [reason]))] }]),
    ],
  };
}

function coverageSections(coverage: CoverageReport, texts: TestPageTexts): readonly Section[] {
  const byRule = [...Map.groupBy(coverage.items, ({ rule }) => rule)];
  const missed = coverage.items.filter((item) => hasStatus(item, 'missed'));
  return [
    {
      kind: 'section',
      id: 'unseen',
      title: [texts.unseen],
      blocks: [paragraph(texts.whatCounts), unseenBlock(missed, texts)],
    },
    {
      kind: 'section',
      id: 'rules',
      title: [texts.byRule],
      blocks: byRule.map(([rule, items]) => ruleSection(rule, items, coverage, texts)),
    },
    impossibleSection(coverage, texts),
  ];
}

function unseenBlock(missed: readonly CoverageItemReport[], texts: TestPageTexts): Block {
  if (missed.length === 0) return paragraph({ kind: 'state', tone: 'good', text: texts.allSeen });
  return valuesTable('unseen-values', texts.unseen, missed, 'missed', texts);
}

/** What cannot happen does not count, and is listed, so that a reader can doubt it. */
function impossibleSection({ items }: CoverageReport, texts: TestPageTexts): Section {
  const never = items.filter((item) => hasStatus(item, 'impossible'));
  return {
    kind: 'section',
    id: 'impossible',
    title: [texts.impossible],
    blocks: [
      paragraph(texts.whyImpossible),
      ...(never.length === 0 ? [] : [valuesTable('impossible-values', texts.impossible, never, 'impossible', texts)]),
    ],
  };
}

function valuesTable(
  id: string,
  caption: string,
  items: readonly CoverageItemReport[],
  status: GoalReport['status'],
  texts: TestPageTexts,
): Block {
  const rows = items.map((item): readonly Cell[] => [
    nameCell(item, texts),
    [[valuesOf(item, status, texts.language)]],
    [[code(item.rule)], [code(placeOf(item.file, item.location))]],
  ]);
  return { kind: 'table', id, caption, columns: [texts.what, texts.values, texts.where], rows };
}

function ruleSection(
  rule: string,
  items: readonly CoverageItemReport[],
  { packs }: CoverageReport,
  texts: TestPageTexts,
): Section {
  const goals = items.flatMap((item) => item.goals).filter(({ status }) => status !== 'impossible');
  const seen = goals.filter(({ status }) => status === 'seen').length;
  const rows = items.map((item): readonly Cell[] => [
    nameCell(item, texts),
    [[valuesOf(item, 'seen', texts.language) || texts.none]],
    [missedWords(item, texts)],
    [[code(`${item.location.start.line}`)]],
  ]);
  const [first] = items;
  return {
    kind: 'section',
    id: `rule--${rule.replaceAll('/', '--')}`,
    card: true,
    title: [packs.length === 1 ? rule.slice(rule.indexOf('/') + 1) : rule],
    blocks: [
      paragraph(
        { kind: 'state', tone: seen === goals.length ? 'good' : 'bad', text: texts.seenOf(seen, goals.length) },
        ...(first === undefined ? [] : [' · ', code(first.file)]),
      ),
      {
        kind: 'table',
        id: `values--${rule.replaceAll('/', '--')}`,
        caption: texts.valuesOfRule,
        columns: [texts.what, texts.seen, texts.missed, texts.line],
        rows,
      },
    ],
  };
}

function missedWords(item: CoverageItemReport, texts: TestPageTexts): readonly Inline[] {
  const missed = valuesOf(item, 'missed', texts.language);
  return missed === '' ? [texts.none] : [{ kind: 'state', tone: 'bad', text: missed }];
}

function nameCell({ kind, text }: CoverageItemReport, texts: TestPageTexts): Cell {
  switch (kind) {
    case 'rule':
      return [[texts.outcomeOfRule]];
    case 'exception':
      return [[`${texts.exception} `, code(text)]];
    case 'condition':
      return [[code(text)]];
  }
}

function valuesOf({ goals }: CoverageItemReport, wanted: GoalReport['status'], language: Language): string {
  return goals
    .filter(({ status }) => status === wanted)
    .map(({ value }) => valueWords(value, language))
    .join(', ');
}

function hasStatus({ goals }: CoverageItemReport, wanted: GoalReport['status']): boolean {
  return goals.some(({ status }) => status === wanted);
}

function testsSection(tests: readonly TestCaseReport[], texts: TestPageTexts): Section {
  const files = [...Map.groupBy(tests, ({ file }) => file)];
  return {
    kind: 'section',
    id: 'tests',
    title: [texts.tests],
    blocks: files.map(([file, own], index): Section => {
      const passed = own.filter(({ status }) => status === 'passed').length;
      return {
        kind: 'section',
        id: `file-${index + 1}`,
        title: [code(file)],
        blocks: [paragraph(texts.passedOf(passed, own.length)), bullets(own.map((test) => [testWords(test, texts)]))],
      };
    }),
  };
}

function testWords(test: TestCaseReport, texts: TestPageTexts): Inline {
  if (test.status === 'passed') return { kind: 'state', tone: 'good', text: titleOf(test) };
  const how = test.status === 'error' ? texts.wasNotRun : texts.hasFailed;
  return { kind: 'state', tone: 'bad', text: `${titleOf(test)} — ${how}` };
}

function placeOf(file: string, { start }: TestCaseReport['location']): string {
  return `${file}:${start.line}:${start.column}`;
}
