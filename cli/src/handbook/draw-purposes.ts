import type { Language } from '@waarborg/language';
import { type Element, element, type Html } from '../html/html.ts';
import { type LaidOutPurposes, type Point, type PurposeBox, type PurposeWay, shownName } from './lay-out-purposes.ts';

/** What a drawing says to who does not see it. */
export interface DrawingWords {
  readonly language: Language;
  /** Unique in the document. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
}

/** Purposes as an image: boxes with arrows to what is wider. The colours come from the style of the page. */
export function drawPurposes({ width, height, boxes, ways }: LaidOutPurposes, words: DrawingWords): Element {
  const [title, description] = [`${words.id}-title`, `${words.id}-description`];
  return element(
    'svg',
    {
      // A little too wide for most screens: better a little smaller than cut off.
      class: width > 800 && width <= 1000 ? 'snug' : undefined,
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      'aria-labelledby': `${title} ${description}`,
    },
    element('title', { id: title }, words.title),
    element('desc', { id: description }, words.description),
    ways.map(drawWay),
    boxes.map((box) => drawBox(box, words.language)),
  );
}

function drawBox({ purpose, x, y, width, height, lines }: PurposeBox, language: Language): Html {
  const [left, top] = [x - width / 2, y - height / 2];
  const look = ['box', purpose.open ? 'open' : '', purpose.own ? '' : 'elsewhere'].filter((name) => name !== '');
  const only = purpose.text?.only;
  return element(
    'g',
    {},
    element('rect', { class: look.join(' '), x: left, y: top, width, height, rx: 6 }),
    lines.map((line, index) =>
      element('text', { x: left + 12, y: top + 21 + index * 17, lang: only === language ? undefined : only }, line),
    ),
    element('text', { class: 'name', x: left + 12, y: top + height - 10 }, shownName(purpose)),
  );
}

function drawWay({ kind, points }: PurposeWay): Html {
  const [last, before] = [points.at(-1), points.at(-2)];
  if (last === undefined || before === undefined) return undefined;
  const look = kind === 'wider' ? '' : ` ${kind}`;
  return [
    element('path', { class: `way${look}`, d: curve(points) }),
    kind === 'same' ? undefined : element('polygon', { class: `tip${look}`, points: tip(before, last) }),
    // A cut is not told by its colour or its dots alone.
    kind === 'cut' ? element('path', { class: 'cross', d: cross(before, last) }) : undefined,
  ];
}

/** A line through some points that lies flat at each of them. */
function curve(points: readonly Point[]): string {
  return points
    .map((point, index) => {
      const before = points[index - 1];
      if (before === undefined) return `M${at(point)}`;
      const middle = (before.x + point.x) / 2;
      return `C${at({ x: middle, y: before.y })} ${at({ x: middle, y: point.y })} ${at(point)}`;
    })
    .join('');
}

function tip(before: Point, { x, y }: Point): string {
  const back = before.x > x ? 9 : -9;
  return [
    { x, y },
    { x: x + back, y: y - 4.5 },
    { x: x + back, y: y + 4.5 },
  ]
    .map(at)
    .join(' ');
}

/** In the middle of the last bend, where the line is halfway between two columns. */
function cross(before: Point, last: Point): string {
  const [x, y] = [(before.x + last.x) / 2, (before.y + last.y) / 2];
  return `M${at({ x: x - 6, y: y - 6 })}L${at({ x: x + 6, y: y + 6 })}M${at({ x: x - 6, y: y + 6 })}L${at({ x: x + 6, y: y - 6 })}`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
