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
    kind === 'cut' ? element('path', { class: 'cross', d: cross(points) }) : undefined,
  ];
}

/** A line through the first and last of some points, bent towards those between. */
function curve(points: readonly Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (first === undefined || last === undefined) return '';
  const bends = others.slice(0, -1).map((point, index) => {
    const next = others[index + 1] ?? last;
    const end = index === others.length - 2 ? last : { x: (point.x + next.x) / 2, y: (point.y + next.y) / 2 };
    return `Q${at(point)} ${at(end)}`;
  });
  return `M${at(first)}${bends.length === 0 ? `L${at(last)}` : bends.join('')}`;
}

function tip(before: Point, last: Point): string {
  const length = Math.hypot(last.x - before.x, last.y - before.y) || 1;
  const [x, y] = [(last.x - before.x) / length, (last.y - before.y) / length];
  const back = { x: last.x - 9 * x, y: last.y - 9 * y };
  return [last, { x: back.x - 4.5 * y, y: back.y + 4.5 * x }, { x: back.x + 4.5 * y, y: back.y - 4.5 * x }]
    .map(at)
    .join(' ');
}

function cross(points: readonly Point[]): string {
  const middle = points[Math.floor(points.length / 2)] ?? { x: 0, y: 0 };
  const [left, right] = [middle.x - 6, middle.x + 6];
  const [top, bottom] = [middle.y - 6, middle.y + 6];
  return `M${at({ x: left, y: top })}L${at({ x: right, y: bottom })}M${at({ x: left, y: bottom })}L${at({ x: right, y: top })}`;
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10},${Math.round(y * 10) / 10}`;
}
