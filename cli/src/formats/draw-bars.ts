import type { Language } from '@waarborg/language';
import { type Element, element, type Html } from '../html/html.ts';
import { outcomeSigns } from '../messages.ts';
import { columns } from '../render/text-summary.ts';
import type { Counts } from '../report.ts';

/** One bar: a name, and how many results have each outcome. */
export interface Bar {
  readonly name: string;
  readonly counts: Counts;
}

const rowHeight = 26;
const nameWidth = 260;
const barWidth = 500;
const longestName = 36;

/**
 * Bars of outcomes, each in its own pattern and with its sign and number, so that nothing hangs on colour alone. The colours come from
 * the style of the page.
 */
export function drawBars(
  bars: readonly Bar[],
  words: { readonly id: string; readonly title: string; readonly description: string; readonly language: Language },
): Element {
  const [title, description] = [`${words.id}-title`, `${words.id}-description`];
  const width = nameWidth + barWidth + 10;
  const height = (bars.length + 1) * rowHeight + 10;
  const most = Math.max(1, ...bars.map(({ counts }) => totalOf(counts)));
  return element(
    'svg',
    { width, height, viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-labelledby': `${title} ${description}` },
    element('title', { id: title }, words.title),
    element('desc', { id: description }, words.description),
    legend(words.language),
    bars.map((bar, index) => row(bar, (index + 1) * rowHeight + 6, most)),
  );
}

function totalOf(counts: Counts): number {
  return columns.reduce((sum, { outcome }) => sum + counts[outcome], 0);
}

function legend(language: Language): Html {
  const widths = columns.map(({ head }) => 48 + head[language].length * 6.6);
  const all = widths.reduce((sum, each) => sum + each, 0);
  // Over the bars where it fits, else as far to the left as it takes: a sign without its word would say nothing.
  let left = Math.max(0, Math.min(nameWidth, nameWidth + barWidth - all));
  return columns.map(({ outcome, head }, index) => {
    const x = Math.round(left * 10) / 10;
    left += widths[index] ?? 0;
    return [
      element('rect', { class: `bar ${outcome}`, x, y: 4, width: 14, height: 14 }),
      element('text', { class: 'legend', x: x + 18, y: 16 }, `${outcomeSigns[outcome]} ${head[language]}`),
    ];
  });
}

function row({ name, counts }: Bar, top: number, most: number): Html {
  let left = nameWidth;
  const short = name.length <= longestName ? name : `${name.slice(0, longestName - 1)}…`;
  return element('g', {}, [
    element('text', { class: 'name', x: nameWidth - 10, y: top + 15, 'text-anchor': 'end' }, short),
    ...columns.map(({ outcome }): Html => {
      const width = Math.round((counts[outcome] / most) * barWidth * 10) / 10;
      if (width === 0) return undefined;
      const x = left;
      left = Math.round((left + width) * 10) / 10;
      const label = `${outcomeSigns[outcome]} ${counts[outcome]}`;
      return [
        element('rect', { class: `bar ${outcome}`, x, y: top, width, height: rowHeight - 6 }),
        width < 8 + label.length * 7
          ? undefined
          : element(
              'text',
              { class: `count ${outcome}`, x: x + width / 2, y: top + 14, 'text-anchor': 'middle' },
              label,
            ),
      ];
    }),
  ]);
}
