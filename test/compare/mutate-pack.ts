import { type Draw, oneOf } from '../reference/draw.ts';

/** What may stand for what in a line of a pack; a pack that this breaks is not compared. */
const replacements: readonly (readonly [RegExp, readonly string[]])[] = [
  [/\b(?:mandatory|comply-or-explain|recommended)\b/, ['mandatory', 'comply-or-explain', 'recommended']],
  [/\bis (?:at most|less than|at least|more than)\b/, ['is at most', 'is less than', 'is at least', 'is more than']],
  [/\bto at (?:most|least)\b/, ['to at most', 'to at least']],
  [/\b\d+(?:\.\d+)?%/, ['1%', '5%', '50%', '100%']],
  [/\b\d+ (?:days|months|years|weeks)\b/, ['1 days', '6 months', '2 years', '4 weeks']],
  [/\b\d{4}-\d\d-\d\d\b/, ['2020-02-29', '2024-12-31', '2026-11-23', '2031-01-01']],
  [/ (?:and|or) /, [' and ', ' or ']],
  [/\b(?:every|some)\b/, ['every', 'some']],
  [/ if any\b/, ['']],
  [/ where [^:]*(?=:)/, ['']],
  [/ when .*$/, ['']],
  [/ otherwise .*$/, ['']],
  [/\bnot /, ['']],
  [/ under \S+$/, ['']],
  [/ same as \S+$/, ['']],
  [/"director"/, ['"board"', '"director"']],
  [/= (?:\d+(?:\.\d+)?|yes|no)\b/, ['= 1', '= 2', '= 10', '= yes', '= no']],
];

/** The text of a pack with one to three lines of it otherwise, or gone. */
export function mutatePack(draw: Draw, text: string): string {
  let lines = text.split('\n');
  for (let times = 1 + draw.below(3); times > 0; times -= 1) {
    const at = draw.below(lines.length);
    lines = oneOf(draw, [
      [2, () => lines.filter((_, index) => index !== at)],
      [6, () => lines.map((line, index) => (index === at ? mutateLine(draw, line) : line))],
    ]);
  }
  return lines.join('\n');
}

function mutateLine(draw: Draw, line: string): string {
  const fitting = replacements.filter(([pattern]) => pattern.test(line));
  if (fitting.length === 0) return line;
  const [pattern, others] = draw.pick(fitting);
  return line.replace(pattern, draw.pick(others));
}

/** The same pack in another layout: comments, empty lines, other line ends and rules in another order. */
export function relayoutPack(draw: Draw, text: string): string {
  const lines = text
    .split('\n')
    .flatMap((line) => [
      ...(draw.percent(20) ? [`// ${draw.pick(['a note', 'when purpose is x'])}`] : []),
      draw.percent(30) && !line.includes('"')
        ? `  ${line.replaceAll(/(?<=\S) (?=\S)/g, draw.pick([' ', '  ', '\t']))}`
        : line,
      ...(draw.percent(20) ? [''] : []),
    ]);
  return lines.join(draw.pick(['\n', '\r\n']));
}
