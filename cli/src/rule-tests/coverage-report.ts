import { type Coverage, type CoverageItem, type Language, positionAt, wordsOfOutcome } from '@waarborg/language';
import type { RangeReport } from '../report.ts';

/** One value of a rule, condition or exception: seen by a test, missed by all, or one that cannot happen. */
export interface GoalReport {
  readonly value: CoverageItem['goals'][number]['value'];
  readonly status: 'seen' | 'missed' | 'impossible';
}

/** A rule, condition or exception with what tests saw of it. */
export interface CoverageItemReport {
  readonly kind: CoverageItem['kind'];
  readonly rule: string;
  readonly text: string;
  readonly file: string;
  readonly location: RangeReport;
  readonly goals: readonly GoalReport[];
}

/** What tests see of the rules of the packs that they are about. */
export interface CoverageReport {
  readonly packs: readonly string[];
  /** How many values can happen, and how many of them a test saw. */
  readonly goals: number;
  readonly seen: number;
  /** In per cent, rounded down to one decimal, so that 100 means all. */
  readonly percentage: number;
  /** What `--fail-under` asks; null where nothing is asked. */
  readonly failUnder: number | null;
  readonly items: readonly CoverageItemReport[];
}

/** The coverage of some packs in one language. */
export function coverageReport(
  { items, goals, seen }: Coverage,
  packs: readonly string[],
  failUnder: number | undefined,
  language: Language,
): CoverageReport {
  const percentage = goals === 0 ? 100 : Math.floor((1000 * seen) / goals) / 10;
  return {
    packs,
    goals,
    seen,
    percentage,
    failUnder: failUnder ?? null,
    items: items.map((item) => itemReport(item, language)),
  };
}

function itemReport({ kind, rule, text, span, goals }: CoverageItem, language: Language): CoverageItemReport {
  const { source, start, end } = span;
  return {
    kind,
    rule,
    text: text[language].replaceAll(/\s+/g, ' '),
    file: source.name,
    location: { start: positionAt(source, start), end: positionAt(source, end) },
    goals: goals.map(({ value, seen, impossible }) => ({
      value,
      status: seen ? 'seen' : impossible ? 'impossible' : 'missed',
    })),
  };
}

const truths = { true: 'waar', false: 'onwaar', unknown: 'onbekend' } as const;

/** A value in the words of the language. */
export function valueWords(value: GoalReport['value'], language: Language): string {
  switch (value) {
    case 'true':
    case 'false':
    case 'unknown':
      return language === 'nl' ? truths[value] : value;
    case 'pass':
    case 'fail':
    case 'unproven':
    case 'excepted':
    case 'not-applicable':
      return wordsOfOutcome({ outcome: value, exceptions: [], places: [], duties: [], words: undefined }, language);
  }
}

/** Coverage as lcov has it, for editors and forges: a line for each rule, condition and exception, its values as branches. */
export function* renderLcov({ items }: CoverageReport): Generator<string> {
  for (const [file, own] of Map.groupBy(items, (item) => item.file)) {
    yield `TN:\nSF:${file}\n`;
    const branches = own.flatMap(({ goals, location }, block) =>
      goals
        .filter(({ status }) => status !== 'impossible')
        .map(({ status }, branch) => ({ line: location.start.line, block, branch, hit: status === 'seen' ? 1 : 0 })),
    );
    for (const { line, block, branch, hit } of branches) yield `BRDA:${line},${block},${branch},${hit}\n`;
    yield `BRF:${branches.length}\nBRH:${branches.filter(({ hit }) => hit > 0).length}\n`;
    const lines = [...Map.groupBy(branches, ({ line }) => line)].sort(([left], [right]) => left - right);
    const hits = lines.map(([line, on]) => [line, on.filter(({ hit }) => hit > 0).length] as const);
    for (const [line, hit] of hits) yield `DA:${line},${hit}\n`;
    yield `LF:${hits.length}\nLH:${hits.filter(([, hit]) => hit > 0).length}\nend_of_record\n`;
  }
}
