import { type Block, type Cell, code, link, type Section } from '../document/document.ts';
import { knownWords, levelWords, phrases } from '../messages.ts';
import { openRules } from '../render/rule-groups.ts';
import { columns, outcomesByRule } from '../render/text-summary.ts';
import type { Report } from '../report.ts';
import { type Bar, drawBars } from './draw-bars.ts';
import type { ReportTexts } from './report-texts.ts';

/** Bars of manifests that are drawn; the table has them all. */
const mostBars = 100;

/** The verdict, a picture of the outcomes by rule and by manifest, and the same as tables. */
export function summarySection(report: Report, texts: ReportTexts): Section {
  const { language } = texts;
  return {
    kind: 'section',
    id: 'summary',
    title: [phrases.summary[language]],
    blocks: [
      {
        kind: 'notice',
        title: texts.meaning,
        blocks: [{ kind: 'paragraph', words: [texts.standing] }],
      },
      {
        kind: 'facts',
        rows: [
          { term: texts.judgedOn, blocks: [{ kind: 'paragraph', words: [report.asOf] }] },
          { term: texts.failOn, blocks: [{ kind: 'paragraph', words: [levelWords[report.failOn][language]] }] },
          { term: texts.results, blocks: [{ kind: 'paragraph', words: [countsText(report, texts)] }] },
        ],
      },
      ...byRule(report, texts),
      ...byManifest(report, texts),
    ],
  };
}

function countsText({ counts, baseline }: Report, { language }: ReportTexts): string {
  const shown = columns.filter(({ outcome }) => counts[outcome] > 0);
  const words = shown.map(({ outcome, head }) => `${counts[outcome]} ${head[language]}`).join(', ') || '0';
  return baseline === null ? words : `${words}; ${baseline.file}: ${knownWords(baseline.known, language)}`;
}

function byRule(report: Report, texts: ReportTexts): readonly Block[] {
  const rules = [...outcomesByRule(report)];
  if (rules.length === 0) return [];
  const name = (rule: string): string => (report.packs.length === 1 ? rule.slice(rule.indexOf('/') + 1) : rule);
  return outcomeBlocks(
    'by-rule',
    texts.byRule,
    texts.rule,
    rules.map(([rule, counts]) => ({ name: name(rule), counts })),
    texts,
  );
}

function byManifest({ manifests }: Report, texts: ReportTexts): readonly Block[] {
  if (manifests.length < 2) return [];
  const rows = manifests.map((manifest, index) => {
    const { id, file, counts, errors } = manifest;
    const isOpen = errors.length > 0 || openRules(manifest).length > 0;
    return { name: id === '' ? file : id, counts, to: isOpen ? `#manifest-${index + 1}` : undefined };
  });
  return outcomeBlocks('by-manifest', texts.byManifest, texts.manifest, rows, texts);
}

function outcomeBlocks(
  id: string,
  title: string,
  first: string,
  rows: readonly (Bar & { readonly to?: string | undefined })[],
  texts: ReportTexts,
): readonly Block[] {
  const { language } = texts;
  const drawn = rows.slice(0, mostBars);
  const caption = drawn.length === rows.length ? texts.sameAsTable : texts.firstOf(drawn.length, rows.length);
  return [
    {
      kind: 'drawing',
      label: texts.picture(title),
      drawing: drawBars(drawn, { id: `${id}-drawing`, title: texts.picture(title), description: caption, language }),
      caption: [caption],
    },
    {
      kind: 'table',
      id: `${id}-table`,
      caption: title,
      columns: [first, ...columns.map(({ head }) => head[language])],
      rows: rows.map(({ name, counts, to }): readonly Cell[] => [
        [[to === undefined ? code(name) : link(to, code(name))]],
        ...columns.map(({ outcome }) => [[String(counts[outcome])]]),
      ]),
    },
  ];
}
