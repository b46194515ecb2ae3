import { terms } from './dates.ts';
import { type Declarations, drawInForce } from './declarations.ts';
import { type Draw, oneOf } from './draw.ts';
import { type Around, condition, freshName, grouped, inside, numeric } from './expressions.ts';
import { roles } from './words.ts';

/** An exception as a manifest may claim it. */
export interface ExceptionWords {
  readonly name: string;
  /** With its former name. */
  readonly names: readonly string[];
  readonly grounds: readonly string[];
  readonly approvers: readonly string[];
}

/** A generated rule, with what a manifest may name of it. */
export interface RuleWords {
  readonly lines: readonly string[];
  readonly pack: string;
  readonly name: string;
  /** With its former name. */
  readonly names: readonly string[];
  readonly obligations: readonly string[];
  readonly items: readonly string[];
  readonly exceptions: readonly ExceptionWords[];
  /** True where it judges items, so that subjects are their keys. */
  readonly forEach: boolean;
}

interface Clauses {
  readonly around: Around;
  /** Ids of the obligations so far. */
  readonly ids: string[];
  readonly items: string[];
  readonly counters: Map<string, number>;
}

const constructs = ['rule', 'rule', 'rule', 'purpose limitation', 'error margin', 'human intervention', 'transparency'];
const levels = ['mandatory', 'comply-or-explain', 'comply-or-explain', 'recommended'];

/** A rule of a pack, with a level, a reach, obligations and exceptions. */
export function drawRule(declarations: Declarations, pack: string, name: string): RuleWords {
  const { draw } = declarations.around;
  const isRenamed = draw.percent(25);
  const before = drawReach(declarations.around, declarations);
  const around = before.around;
  const clauses: Clauses = { around, ids: [], items: [], counters: new Map() };
  const obligations = Array.from({ length: draw.pick([1, 1, 2, 3]) }, () => drawObligation(clauses, true)).flat();
  const exceptions = Array.from(
    {
      length: oneOf(draw, [
        [4, () => 0],
        [4, () => 1],
        [2, () => 2],
      ]),
    },
    (_, index) => drawException(clauses, `e${index}`),
  );
  const lines = [
    `${draw.pick(constructs)} ${name} {`,
    `  ${draw.pick(levels)} chosen by "board"`,
    ...(isRenamed ? [`  was old-${name}`] : []),
    ...before.lines.map((line) => `  ${line}`),
    ...obligations.map((line) => `  ${line}`),
    ...exceptions.flatMap((each) => each.lines.map((line) => `  ${line}`)),
    '}',
  ];
  const { ids, items } = clauses;
  return {
    lines,
    pack,
    name,
    obligations: ids,
    items,
    names: isRenamed ? [name, `old-${name}`] : [name],
    exceptions: exceptions.map((each) => each.words),
    forEach: before.forEach,
  };
}

interface Reach {
  readonly lines: readonly string[];
  readonly around: Around;
  readonly forEach: boolean;
}

/** What a rule cites, when it is in force, when it applies and to which items. */
function drawReach(outer: Around, { sources }: Declarations): Reach {
  const { draw } = outer;
  const cited = draw.several(sources, 2).map((source) => `cites ${source} "1"`);
  const dates = draw.percent(12) ? [drawInForce(draw, outer.asOf, 50).trim()] : [];
  const lines = [...cited, ...dates, ...drawWhen(outer)].filter((line) => line !== '');
  if (draw.percent(50)) return { lines, around: outer, forEach: false };
  const lists = outer.paths.filter((path) => path.list && path.recordable && outer.words.records.has(path.type));
  const near = lists.filter((path) => !path.text.includes('.'));
  const list = draw.pick(draw.percent(75) ? near : lists);
  const item = freshName(outer);
  const around = inside(outer, { name: item, type: list.type });
  const where = draw.percent(25) ? ` where ${condition(around, 1)}` : '';
  const ifAny = draw.percent(30) ? ' if any' : '';
  return {
    lines: [...lines, `for each ${item} in ${list.text}${where}${ifAny}`, ...drawWhen(around)],
    around,
    forEach: true,
  };
}

function drawWhen(around: Around): readonly string[] {
  const { draw } = around;
  const all = draw.percent(22) ? [`when ${condition(around, 1)}`] : [];
  const any = draw.percent(12)
    ? Array.from({ length: 1 + draw.below(2) }, () => `trigger when ${condition(around, 1)}`)
    : [];
  return [...all, ...any];
}

function numbered({ counters }: Clauses, kind: string): string {
  const next = (counters.get(kind) ?? 0) + 1;
  counters.set(kind, next);
  return next === 1 && kind.startsWith('measured') ? kind : `${kind}-${next}`;
}

/** A name of its own for a clause, or the number that it has without one. */
function drawName(clauses: Clauses, kind: string): string {
  const named = clauses.around.draw.percent(35);
  const id = named ? `o${clauses.ids.length}` : numbered(clauses, kind);
  clauses.ids.push(id);
  return named ? `${id}: ` : '';
}

function drawGuard(around: Around, otherwise: () => string): string {
  const { draw } = around;
  if (!draw.percent(25)) return '';
  return ` when ${condition(around, 1)}${draw.percent(45) ? ` otherwise ${otherwise()}` : ''}`;
}

/** One obligation clause of any kind; now and then with a level of its own. */
function drawObligation(clauses: Clauses, isDuty: boolean): readonly string[] {
  const { around, ids } = clauses;
  const { draw } = around;
  const level = draw.percent(20) ? `${draw.pick(levels)} chosen by "clerk" ` : '';
  const wanted = oneOf<() => readonly string[]>(draw, [
    [
      12,
      () => () => [
        `require ${drawName(clauses, 'require')}${condition(around, draw.pick([0, 0, 0, 1, 2]))}${drawGuard(around, () => condition(around, 1))}`,
      ],
    ],
    [5, () => () => [drawLimit(clauses)]],
    [2, () => () => drawMeasured(clauses)],
    [3, () => () => drawDisclosure(clauses)],
    [
      2,
      () => () => [
        `require ${drawName(clauses, 'approval')}approval by ${drawRole(around)}${drawGuard(around, () => condition(around, 0))}`,
      ],
    ],
    [1, () => () => drawOnce(clauses, 'review-before-decision', 'require review before decision')],
    [1, () => () => drawOnce(clauses, 'reviewer-can-overrule', 'require reviewer can overrule')],
    [isDuty && !ids.includes('satisfied') ? 3 : 0, () => () => drawSatisfied(clauses)],
  ]);
  const [first, ...others] = wanted();
  return first === undefined ? [] : [`${first.startsWith('satisfied') ? '' : level}${first}`, ...others];
}

function drawOnce(clauses: Clauses, id: string, words: string): readonly string[] {
  if (clauses.ids.includes(id)) return drawDisclosure(clauses);
  clauses.ids.push(id);
  return [`${words}${drawGuard(clauses.around, () => condition(clauses.around, 0))}`];
}

function drawSatisfied(clauses: Clauses): readonly string[] {
  const { around, ids } = clauses;
  ids.push('satisfied');
  return Array.from({ length: 1 + around.draw.below(3) }, () => `satisfied when ${condition(around, 1)}`);
}

function drawLimit(clauses: Clauses): string {
  const { around } = clauses;
  const { draw } = around;
  const type = draw.pick(['number', 'share', 'count'] as const);
  const bound = (): string => `${draw.pick(['to at most', 'to at least'])} ${numeric(around, type, 0)}`;
  const lists = around.paths.filter((path) => path.list && path.type === type);
  const subject =
    lists.length > 0 && draw.percent(55)
      ? `every ${draw.pick(lists).text}${draw.percent(25) ? ' if any' : ''}`
      : numeric(around, type, 1);
  return `limit ${drawName(clauses, 'limit')}${subject} ${bound()}${drawGuard(around, bound)}`;
}

/** A limit on measurements, and what is asked of those. */
function drawMeasured(clauses: Clauses): readonly string[] {
  const { around } = clauses;
  const { draw } = around;
  if (clauses.ids.some((id) => id.startsWith('measured'))) return [drawLimit(clauses)];
  const values = around.paths.filter(({ text, recordable }) => recordable && text.endsWith('cells.value'));
  const own = around.paths.filter(({ text, list, recordable }) => recordable && !list && /^v\d+\.value$/.test(text));
  const value = draw.pick([...values, ...own]);
  const limit = `limit ${drawName(clauses, 'limit')}${value.list ? 'every ' : ''}${value.text} to at most ${draw.pick(['5%', '50%'])}`;
  clauses.ids.push('measured-cases', 'measured-within');
  return [limit, `measured on at least ${draw.pick(['10', '1'])} cases`, `measured within ${draw.pick(terms)[0]}`];
}

function drawDisclosure(clauses: Clauses): readonly string[] {
  const { around, ids, items } = clauses;
  const { draw } = around;
  const free = ['logic', 'data', 'margins'].filter((item) => !items.includes(item));
  if (free.length === 0) return [drawLimit(clauses)];
  const given = draw.percent(50) ? free.slice(0, 1) : free.slice(0, 2);
  const audiences = draw.percent(50) ? ['public'] : ['public', 'court'];
  items.push(...given);
  ids.push(...given.flatMap((item) => audiences.map((audience) => `${item}/${audience}`)));
  const extent = draw.percent(25) ? ' with extent full' : '';
  const guard = draw.percent(15) ? ` when ${condition(around, 0)}` : '';
  return [`give insight in ${given.join(', ')} to ${audiences.join(', ')}${extent}${guard}`];
}

/** Who may agree: mostly the director, as a text, a parameter, or something that the manifest says. */
function drawRole(around: Around): string {
  const { draw, names, paths } = around;
  const given = names.filter(({ type, recordable }) => type === 'text' && !recordable);
  const said = paths.filter(({ type, list, recordable }) => type === 'text' && recordable && !list);
  return oneOf(draw, [
    [4, () => '"director"'],
    [1, () => `"${draw.pick(roles)}"`],
    [given.length > 0 ? 4 : 0, () => draw.pick(given).text],
    [1, () => draw.pick(said).text],
  ]);
}

/** How long an exception may last: as the policy says, or as the manifest does. */
function drawTerm({ draw, paths }: Around): string {
  const said = paths.filter(({ type, list }) => type === 'duration' && !list);
  return draw.percent(20)
    ? draw.pick(said).text
    : draw.pick(['12 months', '12 months', ...terms.map(([term]) => term)]);
}

/** An exception with all, some or none of ground, approver and term. */
function drawException(
  clauses: Clauses,
  name: string,
): { readonly lines: readonly string[]; readonly words: ExceptionWords } {
  const { around, ids, items } = clauses;
  const { draw } = around;
  const covers = draw.percent(50) ? [] : draw.several([...ids.filter((id) => !id.includes('/')), ...items], 2);
  const reach =
    covers.length === 0
      ? ''
      : ` for ${covers.map((cover) => (cover === 'satisfied' ? '`satisfied`' : cover)).join(', ')}`;
  const audience =
    items.length > 0 && covers.every((cover) => items.includes(cover)) && draw.percent(30) ? ' to public' : '';
  const when = draw.percent(45) ? ` when ${condition(around, 1)}` : '';
  const residual: Clauses = { around, ids: [], items: [], counters: new Map() };
  const grounds = drawGrounds(draw, name);
  const still = draw.percent(45) ? drawObligation(residual, false).filter((line) => !line.includes('measured')) : [];
  const isRenamed = draw.percent(25);
  const body = [
    ...(isRenamed ? [`was old-${name}`] : []),
    ...grounds.lines,
    ...(draw.percent(45) ? [`agreed by ${drawRole(around)}`] : []),
    ...(draw.percent(45) ? [`lasts at most ${drawTerm(around)}`] : []),
    ...still.map((line) => `still ${line}`),
  ];
  const head = `except ${name}${reach}${audience}${when}`;
  const lines = body.length === 0 ? [head] : [`${head} {`, ...body.map((line) => `  ${line}`), '}'];
  return {
    lines,
    words: {
      name,
      names: isRenamed ? [name, `old-${name}`] : [name],
      grounds: grounds.names,
      approvers: ['director', 'director', 'director', 'director', ...roles],
    },
  };
}

function drawGrounds(
  draw: Draw,
  name: string,
): { readonly lines: readonly string[]; readonly names: readonly string[] } {
  return oneOf(draw, [
    [5, () => ({ lines: [], names: [] })],
    [
      3,
      () => ({ lines: ['ground g1 "First ground"', 'ground g2 "Second ground"'], names: ['g1', 'g2', 'First ground'] }),
    ],
    [2, () => ({ lines: ['ground "Only ground"'], names: [name, 'Only ground'] })],
  ]);
}

/** The scope of a pack, now and then. */
export function drawScope(around: Around): readonly string[] {
  return around.draw.percent(20) ? [`  scope when ${grouped(around, 0)}`] : [];
}
