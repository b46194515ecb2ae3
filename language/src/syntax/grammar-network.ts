import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  type Rule,
  Terminal,
  type TokenType,
} from 'chevrotain';

/** A place between two parts of a rule of the grammar, and where it goes on from there. */
export interface GrammarState {
  readonly number: number;
  /** The rule of the grammar that it is in. */
  readonly rule: string;
  /** Whether the rule may end here. */
  ends: boolean;
  readonly terminals: { readonly type: TokenType; readonly occurrence: number; readonly to: GrammarState }[];
  readonly calls: { readonly rule: string; readonly to: GrammarState }[];
  readonly free: GrammarState[];
}

/** Where each rule of a grammar begins. */
export type GrammarNetwork = ReadonlyMap<string, GrammarState>;

/**
 * The rules of a parser as networks of states: the same grammar, for whoever asks what may come next and not what is wrong.
 * What the parser decides by looking further ahead is left open in it.
 */
export function grammarNetwork(rules: Readonly<Record<string, Rule>>): GrammarNetwork {
  let made = 0;
  const state = (rule: string): GrammarState => {
    made += 1;
    return { number: made, rule, ends: false, terminals: [], calls: [], free: [] };
  };
  const network = new Map<string, GrammarState>();
  for (const { name, definition } of Object.values(rules)) {
    const start = state(name);
    addAll(definition, start, state).ends = true;
    network.set(name, start);
  }
  return network;
}

type MakeState = (rule: string) => GrammarState;

function addAll(parts: readonly IProduction[], from: GrammarState, state: MakeState): GrammarState {
  return parts.reduce((at, part) => add(part, at, state), from);
}

/** Adds a part of a rule behind a state, and gives the state behind the part. */
function add(part: IProduction, from: GrammarState, state: MakeState): GrammarState {
  const to = state(from.rule);
  if (part instanceof Terminal) {
    from.terminals.push({ type: part.terminalType, occurrence: part.idx, to });
    return to;
  }
  if (part instanceof NonTerminal) {
    from.calls.push({ rule: part.nonTerminalName, to });
    return to;
  }
  if (part instanceof Option) {
    from.free.push(to);
    addAll(part.definition, from, state).free.push(to);
    return to;
  }
  if (part instanceof Alternative) {
    addAll(part.definition, from, state).free.push(to);
    return to;
  }
  if (part instanceof Alternation) {
    for (const each of part.definition) add(each, from, state).free.push(to);
    return to;
  }
  if (isRepeated(part)) {
    if (part instanceof Repetition || part instanceof RepetitionWithSeparator) from.free.push(to);
    addRepeated(part, { from, to, state });
    return to;
  }
  throw new Error(`the grammar has a part of a kind that is not known here: ${part.constructor.name}`);
}

type RepeatedPart = Repetition | RepetitionWithSeparator | RepetitionMandatory | RepetitionMandatoryWithSeparator;

function isRepeated(part: IProduction): part is RepeatedPart {
  return [Repetition, RepetitionWithSeparator, RepetitionMandatory, RepetitionMandatoryWithSeparator].some(
    (kind) => part instanceof kind,
  );
}

interface Repeated {
  readonly from: GrammarState;
  readonly to: GrammarState;
  readonly state: MakeState;
}

function addRepeated(part: RepeatedPart, { from, to, state }: Repeated): void {
  const start = state(from.rule);
  from.free.push(start);
  const end = addAll(part.definition, start, state);
  end.free.push(to);
  if ('separator' in part) end.terminals.push({ type: part.separator, occurrence: part.idx, to: start });
  else end.free.push(start);
}
