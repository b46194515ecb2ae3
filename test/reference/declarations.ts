import type { CivilDate } from './civil-date.ts';
import { drawBound, drawDate, terms, writeDate } from './dates.ts';
import { type Draw, oneOf } from './draw.ts';
import { type Around, condition, numeric } from './expressions.ts';
import { type Path, pathsFrom } from './paths.ts';
import { roles, type Words } from './words.ts';

/** A generated purpose. */
export interface PurposeWords {
  readonly name: string;
  readonly open: boolean;
}

/** What a generated pack declares before its rules. */
export interface Declarations {
  readonly lines: readonly string[];
  readonly around: Around;
  readonly purposes: readonly PurposeWords[];
  readonly sources: readonly string[];
}

/** Purposes in a graph without circles: parents stand earlier, and what is the same as another has no parents. */
function drawPurposes(
  draw: Draw,
  prefix: string,
  earlier: readonly string[],
): { readonly lines: readonly string[]; readonly purposes: readonly PurposeWords[] } {
  const lines: string[] = [];
  const purposes: PurposeWords[] = [];
  const edges: (readonly [string, string])[] = [];
  for (let index = 0; index < 3 + draw.below(4); index += 1) {
    const name = `${prefix}${index}`;
    const known = [...earlier, ...purposes.map((purpose) => purpose.name)];
    const parents = draw.percent(75) ? draw.several(known, 2) : [];
    const same = parents.length === 0 && draw.percent(45) ? sameAs(draw, known) : '';
    const open = draw.percent(25);
    const under = parents.length === 0 ? '' : ` under ${parents.join(', ')}`;
    lines.push(`${open ? 'open ' : ''}purpose ${name}${under}${same}`);
    for (const parent of parents) edges.push([name, parent]);
    purposes.push({ name, open });
  }
  const cuts = edges.filter(() => draw.percent(12)).map(([child, parent]) => `cut ${child} under ${parent}`);
  return { lines: [...lines, ...cuts], purposes };
}

function sameAs(draw: Draw, known: readonly string[]): string {
  if (known.length === 0 || draw.percent(40)) return ' same as <https://example.org/purpose>';
  return ` same as ${draw.pick(known)}`;
}

function drawSources(
  draw: Draw,
  asOf: CivilDate,
): { readonly lines: readonly string[]; readonly names: readonly string[] } {
  const names = ['s1', 's2', 's3'];
  const lines = names.map((name) => `source ${name} "${name}"${drawInForce(draw, asOf, 30)}`);
  return { lines, names };
}

/** First and last days around the as-of date, begin before end. */
export function drawInForce(draw: Draw, asOf: CivilDate, share: number): string {
  const from = draw.percent(share) ? ` applies from ${writeDate(drawBound(draw, asOf, 'begins'))}` : '';
  // With both dates drawn at random the end may lie before the begin, which is an error of its own.
  const until = from === '' && draw.percent(share) ? ` applies until ${writeDate(drawBound(draw, asOf, 'ends'))}` : '';
  return `${from}${until}`;
}

const parameterTypes = ['share', 'number', 'count', 'duration', 'date', 'yes-no', 'text', 'roles'] as const;

function drawParameter(draw: Draw, name: string, asOf: CivilDate): { readonly line: string; readonly path: Path } {
  const type = draw.pick(parameterTypes);
  const value = parameterValue(draw, type, asOf);
  const reviewed = draw.percent(40)
    ? ` review by ${writeDate(drawBound(draw, asOf, draw.percent(50) ? 'begins' : 'ends'))}`
    : '';
  const written = type === 'roles' ? 'list of text' : type;
  const line = `parameter ${name}: ${written} = ${value} set by "board" because "chosen"${reviewed}`;
  const path: Path =
    type === 'roles'
      ? { text: name, type: 'text', list: true, recordable: false }
      : { text: name, type, list: false, recordable: false };
  return { line, path };
}

function parameterValue(draw: Draw, type: (typeof parameterTypes)[number], asOf: CivilDate): string {
  switch (type) {
    case 'share':
      return draw.pick(['5%', '50%', '0.1']);
    case 'number':
      return draw.pick(['1', '2.5', '0.3']);
    case 'count':
      return draw.pick(['1', '2', '10']);
    case 'duration':
      return draw.pick(terms)[0];
    case 'date':
      return writeDate(drawDate(draw, asOf));
    case 'yes-no':
      return draw.pick(['yes', 'no']);
    case 'text':
      return `"${draw.pick(['director', 'director', ...roles])}"`;
    case 'roles':
      return `["director", "${draw.pick(roles)}"]`;
  }
}

interface Setting {
  readonly draw: Draw;
  readonly words: Words;
  readonly asOf: CivilDate;
  /** What the names of this pack start with, so that no two packs have one name. */
  readonly prefix: string;
  /** Purposes of the pack that this one uses. */
  readonly earlier: readonly string[];
}

/** Sources, purposes, compatibilities, parameters and definitions of a pack. */
export function drawDeclarations({ draw, words, asOf, prefix, earlier }: Setting): Declarations {
  const sources = drawSources(draw, asOf);
  const { lines: purposeLines, purposes } = drawPurposes(draw, `${prefix}p`, earlier);
  const parameters = Array.from({ length: 2 + draw.below(4) }, (_, index) =>
    drawParameter(draw, `${prefix}n${index}`, asOf),
  );
  const names = parameters.map(({ path }) => path);
  const purposeNames = [...earlier, ...purposes.map(({ name }) => name)];
  let around: Around = {
    draw,
    words,
    asOf,
    variables: [],
    purposes: purposeNames,
    names,
    mayAskCompatible: true,
    conditions: [],
    counter: { next: 0 },
    paths: [...pathsFrom(words, []), ...names],
  };
  const defines: string[] = [];
  for (let index = 0; index < draw.below(4); index += 1) {
    const [line, next] = drawDefine(around, `${prefix}d${index}`);
    defines.push(line);
    around = next;
  }
  const compatible = Array.from({ length: draw.below(4) }, () => drawCompatible(around, sources.names));
  const lines = [...sources.lines, ...purposeLines, ...parameters.map(({ line }) => line), ...defines, ...compatible];
  return { lines, around, purposes, sources: sources.names };
}

/** A definition, and the surroundings in which it can be named. */
function drawDefine(around: Around, name: string): readonly [string, Around] {
  const { draw } = around;
  return oneOf(draw, [
    [
      3,
      (): readonly [string, Around] => [
        `define ${name}: ${condition(around, 1)} `.trimEnd(),
        { ...around, conditions: [...around.conditions, name] },
      ],
    ],
    [
      2,
      (): readonly [string, Around] => {
        const path: Path = { text: name, type: 'number', list: false, recordable: false };
        const names = [...around.names, path];
        return [
          `define ${name}: ${numeric(around, 'number', 1)}`,
          { ...around, names, paths: [...around.paths, path] },
        ];
      },
    ],
  ]);
}

function drawCompatible(around: Around, sources: readonly string[]): string {
  const { draw, purposes } = around;
  const alone = { ...around, conditions: [], mayAskCompatible: false };
  const when = draw.percent(50) ? ` when ${condition(alone, 0)}` : '';
  return `data collected for ${draw.pick(purposes)} may be used for ${draw.pick(purposes)}${when} cites ${draw.pick(sources)} "1"`;
}
