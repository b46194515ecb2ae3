import type { CivilDate } from './civil-date.ts';
import { drawDate, terms, writeDate } from './dates.ts';
import { type Draw, oneOf } from './draw.ts';
import { ofType, type Path, pathsFrom, type Variable } from './paths.ts';
import type { Words } from './words.ts';

/** Where a generated expression stands: what it may name. */
export interface Around {
  readonly draw: Draw;
  readonly words: Words;
  readonly asOf: CivilDate;
  readonly variables: readonly Variable[];
  readonly purposes: readonly string[];
  /** Parameters and defined values by type, as further paths that are in no manifest. */
  readonly names: readonly Path[];
  /** False inside the condition of a compatibility, which would need itself. */
  readonly mayAskCompatible: boolean;
  /** Definitions that are conditions. */
  readonly conditions: readonly string[];
  /** The next free name of a variable. */
  readonly counter: { next: number };
  readonly paths: readonly Path[];
}

/** The surroundings with one more variable, and with the paths that it gives. */
export function inside(around: Around, variable: Variable): Around {
  const variables = [...around.variables, variable];
  return { ...around, variables, paths: [...pathsFrom(around.words, variables), ...around.names] };
}

/** A fresh name for a variable. */
export function freshName({ counter }: Around): string {
  counter.next += 1;
  return `v${counter.next}`;
}

type Numeric = 'number' | 'share' | 'count';

const literals: Readonly<Record<Numeric, readonly string[]>> = {
  number: ['0', '1', '2', '2.5', '0.1', '100'],
  share: ['5%', '5.0%', '0%', '100%', '50%', '6.1%'],
  count: ['0', '1', '2', '10', '100'],
};

/** A value of a numeric type. */
export function numeric(around: Around, type: Numeric, depth: number): string {
  const { draw, paths } = around;
  const path = (): string => draw.pick(ofType(paths, type, false)).text;
  const aggregate = (): string =>
    `${draw.pick(['highest', 'lowest', 'sum'])} ${draw.pick(ofType(paths, type, true)).text}`;
  const plain: readonly (readonly [number, () => string])[] = [
    [8, path],
    [3, () => draw.pick(literals[type])],
    [ofType(paths, type, true).length === 0 ? 0 : 4, aggregate],
    [type === 'count' ? 5 : 0, () => `(${count(around, depth)})`],
  ];
  const operator = type === 'number' ? ['+', '-', '*'] : ['+', '-'];
  const two = (): string =>
    `(${numeric(around, type, depth - 1)} ${draw.pick(type === 'count' ? ['+'] : operator)} ${numeric(around, type, depth - 1)})`;
  return oneOf(draw, depth > 0 ? [...plain, [2, two]] : plain);
}

function count(around: Around, depth: number): string {
  const { draw, paths } = around;
  const list = draw.pick(paths.filter((path) => path.list && path.recordable));
  if (depth <= 0 || draw.percent(40)) return `count ${list.text}`;
  const name = freshName(around);
  return `count ${name} in ${list.text} where ${condition(inside(around, { name, type: list.type }), depth - 1)}`;
}

/** A condition that no `and`, `or`, `:` or `when` after it can change. */
export function grouped(around: Around, depth: number): string {
  return `(${condition(around, depth)})`;
}

/** A condition of any kind, nested so deep at most. */
export function condition(around: Around, depth: number): string {
  const { draw, conditions } = around;
  const leaf = (): string => test(around, depth);
  if (depth <= 0) return leaf();
  const joined = (word: string) => (): string =>
    Array.from({ length: 2 + draw.below(2) }, () => grouped(around, depth - 1)).join(` ${word} `);
  return oneOf(draw, [
    [12, leaf],
    [3, joined('and')],
    [3, joined('or')],
    [2, () => `not ${grouped(around, depth - 1)}`],
    [4, () => quantified(around, depth)],
    [conditions.length > 0 ? 2 : 0, () => draw.pick(conditions)],
  ]);
}

function quantified(around: Around, depth: number): string {
  const { draw, paths } = around;
  const records = paths.filter((path) => path.list && around.words.records.has(path.type));
  const lists = draw.percent(70) ? records : paths.filter((path) => path.list && path.recordable);
  const list = draw.pick(lists);
  const name = freshName(around);
  const within = inside(around, { name, type: list.type });
  const where = draw.percent(35) ? ` where ${grouped(within, depth - 1)}` : '';
  const ifAny = draw.percent(30) ? ' if any' : '';
  return `${draw.pick(['every', 'some'])} ${name} in ${list.text}${where}${ifAny}: ${grouped(within, depth - 1)}`;
}

const orders = [
  'is at least',
  'is at most',
  'is more than',
  'is less than',
  '<',
  '<=',
  '>',
  '>=',
  'is',
  'is not',
  '=',
  '!=',
];
const dateOrders = ['is before', 'is after', 'is on or before', 'is on or after', 'is', '<=', '>'];

/** One test; the left side is now and then `every` or `some` path. */
function test(around: Around, depth: number): string {
  const { draw, paths } = around;
  const isEach = draw.percent(18);
  const subjects = isEach ? paths.filter((path) => path.list && path.recordable) : paths.filter((path) => !path.list);
  const subject = draw.pick(subjects);
  const left = isEach
    ? `${draw.pick(['every', 'some'])} ${subject.text}${draw.percent(25) ? ' if any' : ''}`
    : subject.text;
  if (subject.recordable && (draw.percent(12) || around.words.records.has(subject.type))) {
    return `${left} ${draw.pick(['is recorded', 'is recorded', 'is not recorded'])}`;
  }
  if (!isEach && draw.percent(22)) return ofLists(around);
  if (!isEach && draw.percent(12)) return calculated(around, depth);
  return plainTest(around, subject, left, isEach, depth);
}

function plainTest(around: Around, subject: Path, left: string, isEach: boolean, depth: number): string {
  const { draw, words } = around;
  const choices = words.choices.get(subject.type);
  if (choices !== undefined) return choiceTest(draw, left, choices);
  switch (subject.type) {
    case 'yes-no':
      return draw.percent(60) && !isEach ? left : `${left} ${draw.pick(['is yes', 'is no', 'is not no'])}`;
    case 'number':
    case 'share':
    case 'count':
      return `${left} ${draw.pick(orders)} ${numeric(around, subject.type, depth - 1)}`;
    case 'date':
      return draw.percent(40)
        ? `${left} ${draw.pick(['is within', 'is no older than'])} ${duration(around)}`
        : `${left} ${draw.pick(dateOrders)} ${date(around)}`;
    case 'duration':
      return `${left} ${draw.pick(orders)} ${duration(around)}`;
    case 'purpose':
      return purposeTest(around, left);
    default:
      return `${left} ${draw.pick(['is', 'is not'])} "${draw.pick(['x', 'y', 'X'])}"`;
  }
}

function choiceTest(draw: Draw, left: string, choices: readonly string[]): string {
  const listed = draw.several(choices, 3).join(', ');
  return oneOf(draw, [
    [3, () => `${left} is ${draw.pick(choices)}`],
    [1, () => `${left} is not ${draw.pick(choices)}`],
    [2, () => `${left} ${draw.pick(['is one of', 'is not one of'])} [${listed === '' ? draw.pick(choices) : listed}]`],
  ]);
}

function duration({ draw, paths }: Around): string {
  return draw.percent(30) ? draw.pick(ofType(paths, 'duration', false)).text : draw.pick(terms)[0];
}

function date(around: Around): string {
  const { draw, paths, asOf } = around;
  const path = (): string => draw.pick(ofType(paths, 'date', false)).text;
  return oneOf(draw, [
    [3, () => writeDate(drawDate(draw, asOf))],
    [3, path],
    [2, () => `${path()} ${draw.pick(['+', '-'])} ${duration(around)}`],
    [1, () => `${draw.pick(['highest', 'lowest'])} ${draw.pick(ofType(paths, 'date', true)).text}`],
  ]);
}

function purposeRelation({ draw, mayAskCompatible }: Around): string {
  return mayAskCompatible && draw.percent(50) ? 'is compatible with' : 'falls under';
}

function purposeTest(around: Around, left: string): string {
  const { draw, paths, purposes } = around;
  const relation = purposeRelation(around);
  return oneOf(draw, [
    [4, () => `${left} ${relation} ${draw.pick(purposes)}`],
    [
      4,
      () =>
        `${left} ${relation} ${draw.pick(paths.filter(({ type, recordable }) => type === 'purpose' && recordable)).text}`,
    ],
    [2, () => `${left} ${relation} [${draw.pick(purposes)}, ${draw.pick(purposes)}]`],
    [2, () => `${left} ${draw.pick(['is', 'is not'])} ${draw.pick(purposes)}`],
    [1, () => `${left} is one of [${draw.pick(purposes)}, ${draw.pick(purposes)}]`],
  ]);
}

/** A test of a list as a whole. */
function ofLists(around: Around): string {
  const { draw, paths, words } = around;
  const any = paths.filter(({ list, recordable }) => list && recordable);
  if (draw.percent(20)) return `${draw.pick(any).text} ${draw.pick(['is recorded', 'is not recorded'])}`;
  const plain = paths.filter(({ list, type, recordable }) => list && recordable && !words.records.has(type));
  const list = draw.pick(plain.filter(({ type }) => ['colour', 'text', 'purpose', 'number'].includes(type)));
  if (list.type === 'purpose' && draw.percent(60)) return purposeListTest(around, list);
  switch (list.type) {
    case 'purpose':
      return `${list.text} contains ${draw.pick(around.purposes)}`;
    case 'text':
      return `${list.text} contains "${draw.pick(['x', 'y'])}"`;
    case 'number':
      return `${list.text} contains ${draw.pick(literals.number)}`;
    default:
      return draw.percent(60)
        ? `${list.text} contains ${draw.pick(words.choices.get(list.type) ?? [])}`
        : `${draw.pick(ofType(paths, list.type, false)).text} is one of ${list.text}`;
  }
}

function purposeListTest(around: Around, list: Path): string {
  const { draw, paths, purposes } = around;
  const relation = purposeRelation(around);
  const uses = draw.percent(50)
    ? list.text
    : draw.pick(
        ofType(
          paths.filter((path) => path.recordable),
          'purpose',
          false,
        ),
      ).text;
  return `${uses} ${relation} ${draw.percent(60) ? list.text : draw.pick(purposes)}`;
}

/** A comparison of two calculated values, a quotient among them. */
function calculated(around: Around, depth: number): string {
  const { draw } = around;
  const order = draw.pick(orders);
  const type = draw.pick(['number', 'share', 'count'] as const);
  const ratio = (): string => `${numeric(around, type, depth - 1)} / ${numeric(around, type, depth - 1)}`;
  return oneOf(draw, [
    [3, () => `${ratio()} ${order} ${draw.pick(['1', '2', '0.5', '1.25', '50%'])}`],
    [2, () => `${numeric(around, type, depth)} ${order} ${numeric(around, type, depth)}`],
    [1, () => `${ratio()} ${order} ${ratio()}`],
  ]);
}
