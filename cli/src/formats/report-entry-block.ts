import type { Block, Fact, Inline, Item, Words } from '../document/document.ts';
import { bullets, code, link, paragraph, withNames } from '../document/document.ts';
import { chosenLevel, heads, outcomeWords, phrases } from '../messages.ts';
import type { OpenRule, Placed } from '../render/rule-groups.ts';
import { citationsOf, leavesOf, parametersOf, withoutRepeats } from '../render/text-rule.ts';
import type { CitationReport, ParameterReport } from '../report.ts';
import type { ReportTexts } from './report-texts.ts';

/** Items of one obligation that are shown one by one; beyond that nobody reads, and the JSON report has them. */
const mostItems = 500;

/** A rule with open findings, as one entry: what it asks, where each value stands, what repairs it, and what it rests on. */
export function ruleEntry(id: string, file: string, rule: OpenRule, texts: ReportTexts): Block {
  const { language } = texts;
  const [result] = rule.results;
  const all = rule.obligations.flat();
  const levels = [...new Set(all.map(({ finding }) => finding.level))];
  const marks = [rule.outcome, ...levels, ...(rule.counts ? ['counts'] : [])];
  const levelWords = levels.map((level): Inline => {
    const chooser = level === result?.level ? (result.levelChosenBy ?? null) : null;
    return { kind: 'level', level, text: chosenLevel(level, chooser, language) };
  });
  const failing = new Set(all.map((placed) => placed.result.subject)).size;
  return {
    kind: 'entry',
    id,
    marks,
    title: [result?.title ?? rule.rule],
    blocks: [
      paragraph(
        { kind: 'state', tone: rule.outcome === 'fail' ? 'bad' : 'unsure', text: outcomeWords[rule.outcome][language] },
        ' · ',
        ...levelWords.flatMap((words, index) => (index === 0 ? [words] : [' ', words])),
        ' · ',
        code(rule.rule),
        ...(rule.judged > 1 ? [` · ${texts.ofItems(failing, rule.judged)}`] : []),
        ...(rule.counts ? [] : [` · ${phrases.softer[language]}`]),
      ),
      ...rule.obligations.map((placed) => obligationBlock(file, placed, texts)),
      groundsBlock(rule, all, texts),
    ],
  };
}

function obligationBlock(file: string, all: readonly Placed[], texts: ReportTexts): Block {
  const placed = withoutRepeats(all);
  const shown = placed.slice(0, mostItems);
  const left = placed.length - shown.length;
  return bullets([
    ...shown.map((each) => findingItem(file, each, texts)),
    ...(left === 0 ? [] : [{ words: [texts.andMore(left)] }]),
  ]);
}

function findingItem(file: string, { result, finding }: Placed, { language }: ReportTexts): Item {
  const { start, file: beside } = finding.location;
  const item: Words =
    result.subjectKey === null || result.subject === '' ? [] : [{ kind: 'strong', of: [`${result.subjectKey}:`] }, ' '];
  const reasons = [
    ...new Set(
      finding.because.flatMap(leavesOf).flatMap(({ text, found }) => (found === null ? [] : [`${text}: ${found}`])),
    ),
  ];
  const facts: readonly Fact[] = [
    ...(reasons.length < 2
      ? []
      : [{ term: heads.because[language], blocks: [bullets(reasons.map((reason) => [reason]))] }]),
    { term: heads.repair[language], blocks: [paragraph(...withNames(finding.repair))] },
  ];
  return {
    words: [...item, ...withNames(finding.message)],
    blocks: [
      paragraph(code(`${beside ?? file}:${start.line}:${start.column}`), ' ', {
        kind: 'quiet',
        of: [finding.location.pointer],
      }),
      { kind: 'facts', rows: facts },
    ],
  };
}

/** What the rule rests on: sources, and what somebody chose. */
function groundsBlock({ results }: OpenRule, placed: readonly Placed[], { language }: ReportTexts): Block {
  const parameters = parametersOf(placed);
  const citations = citationsOf(results);
  const advice = results[0]?.advice ?? null;
  return {
    kind: 'facts',
    rows: [
      ...(citations.length === 0
        ? []
        : [{ term: heads.source[language], blocks: [bullets(citations.map(citationWords))] }]),
      ...(parameters.length === 0
        ? []
        : [
            {
              term: heads.parameter[language],
              blocks: [bullets(parameters.map((each) => parameterWords(each, language)))],
            },
          ]),
      ...(advice === null ? [] : [{ term: heads.nextStep[language], blocks: [paragraph(advice)] }]),
    ],
  };
}

/** A source and the place in it, with the words that are quoted. */
export function citationWords({ title, at, quoting, address }: CitationReport): Words {
  const where = `${title}, ${at}`;
  return [
    address === null ? where : link(address, where),
    ...(quoting === null ? [] : [': ', { kind: 'quoted' as const, language: undefined, text: quoting }]),
  ];
}

function parameterWords({ name, value, setBy, because }: ParameterReport, language: ReportTexts['language']): Words {
  const who = setBy === null ? '' : `, ${phrases.setBy[language]} ${setBy}`;
  const why = because === null ? '' : `, ${phrases.because[language]}: ${because}`;
  return [code(name), ` = ${value}${who}${why}`];
}
