import type { Language } from '@waarborg/language';
import railroad, { type Item } from 'railroad-diagrams';
import type { Part, Production } from './grammar.ts';
import { nameOfProduction, nameOfWord, spellingOf } from './grammar-words.ts';
import { writtenProduction } from './written-grammar.ts';

/** Rows that are wider than this are broken, where they can be. */
const widest = 740;
const margin = 16;
const ends = 20;
const turn = 10;
const betweenRows = 14;

/**
 * A railroad diagram of a production as a picture of its own: light, on its own ground, so that it is read alike on a
 * light page and a dark one, with the production in words as its description. The same production gives the same bytes.
 */
export function diagramOf({ name, part }: Production, language: Language): string {
  const rows = rowsOf(part, language);
  const placed = placedRows(rows);
  const title = escaped(nameOfProduction(name, language));
  const description = escaped(writtenProduction(name, part, language));
  const [width, height] = [Math.ceil(placed.width), Math.ceil(placed.height)];
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description" lang="${language}">`,
    `<title id="title">${title}</title>`,
    `<desc id="description">${description}</desc>`,
    `<rect x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="6" fill="#ffffff" stroke="#d0d7de"/>`,
    `<g fill="none" stroke="#57606a" stroke-width="1.5">`,
    painted(placed.marks),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

/** A sequence broken into rows that fit; anything else is one row. */
function rowsOf(part: Part, language: Language): readonly Item[] {
  const items = part.kind === 'sequence' ? part.parts.map((each) => drawn(each, language)) : [drawn(part, language)];
  const rows: Item[][] = [];
  let room = 0;
  for (const item of items) {
    const width = item.width + (item.needsSpace === true ? 20 : 0);
    if (rows.length === 0 || room + width > widest) {
      rows.push([]);
      room = 0;
    }
    rows.at(-1)?.push(item);
    room += width;
  }
  return rows.map((row) => railroad.Sequence(...row));
}

interface Placed {
  readonly width: number;
  readonly height: number;
  readonly marks: string;
}

/** Rows below each other, with a line from the end of each to the beginning of the next. */
function placedRows(rows: readonly Item[]): Placed {
  const broadest = Math.max(...rows.map(({ width }) => width));
  const left = margin + ends + turn;
  const marks: string[] = [];
  let y = margin;
  for (const [index, row] of rows.entries()) {
    y += row.up + (index === 0 ? 6 : 0);
    marks.push(row.format(left, y, row.width).toString());
    const right = left + row.width;
    const first = index === 0;
    if (first) marks.push(line(`M${margin} ${y - 8}v16m8 -16v16m-8 -8H${left}`));
    const next = rows[index + 1];
    if (next === undefined) {
      marks.push(line(`M${right} ${y}h${turn + ends}m-8 -8v16m8 -16v16`));
    } else {
      const middle = y + row.down + betweenRows;
      const below = middle + turn + next.up;
      const edge = left + broadest + turn;
      marks.push(
        line(`M${right} ${y}H${edge - turn}q${turn} 0 ${turn} ${turn}V${middle - turn}q0 ${turn} ${-turn} ${turn}`),
      );
      marks.push(
        line(`M${edge - turn} ${middle}H${left}q${-turn} 0 ${-turn} ${turn}V${below - turn}q0 ${turn} ${turn} ${turn}`),
      );
      y = below - next.up;
    }
    if (next === undefined) y += row.down;
  }
  return { width: left + broadest + turn + ends + margin, height: y + margin + 4, marks: marks.join('\n') };
}

function line(path: string): string {
  return `<path d="${path}"></path>`;
}

function drawn(part: Part, language: Language): Item {
  const within = (each: Part): Item => drawn(each, language);
  switch (part.kind) {
    case 'sequence':
      return railroad.Sequence(...part.parts.map(within));
    case 'choice':
      return railroad.Choice(0, ...part.parts.map(within));
    case 'optional':
      return railroad.Optional(within(part.part));
    case 'repeat': {
      const between = part.between === undefined ? [] : [within(part.between)];
      return part.least === 1
        ? railroad.OneOrMore(within(part.part), ...between)
        : railroad.ZeroOrMore(within(part.part), ...between);
    }
    case 'keyword':
      return railroad.Terminal(spellingOf(part.token, language, part.form));
    case 'sign':
      return railroad.Terminal(part.text);
    case 'word':
      return railroad.NonTerminal(nameOfWord(part.token, language));
    case 'production':
      return railroad.NonTerminal(nameOfProduction(part.name, language));
  }
}

/** The marks of the library with their colours on them, since forges take style sheets out of pictures. */
function painted(marks: string): string {
  return marks
    .replaceAll(/<rect ([^>]*)rx="10" ry="10">/g, '<rect $1rx="10" ry="10" fill="#ddf4e4" stroke="#1a7f37">')
    .replaceAll(
      /<rect (x="[^"]*" y="[^"]*" width="[^"]*" height="[^"]*")>/g,
      '<rect $1 fill="#f6f8fa" stroke="#57606a">',
    )
    .replaceAll(
      /<text /g,
      '<text fill="#1f2328" stroke="none" font-family="ui-monospace, Menlo, Consolas, monospace" font-size="13" text-anchor="middle" ',
    )
    .replaceAll(/\n+/g, '\n')
    .trim();
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
