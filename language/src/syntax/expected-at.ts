import type { IToken, TokenType } from 'chevrotain';
import { isStarter } from './expected-words.ts';
import { type GrammarNetwork, type GrammarState, grammarNetwork } from './grammar-network.ts';
import { keywordNamed } from './keywords.ts';
import type { FileKind } from './parse-stretches.ts';
import { PolicyParser } from './parser.ts';
import { TestsParser } from './tests-parser.ts';
import * as token from './tokens.ts';

/** A token that may come next, and in which part of the grammar it then stands. */
export interface ExpectedToken {
  readonly type: TokenType;
  /** The rules of the grammar around it, the innermost first. */
  readonly rules: readonly string[];
  /** Which of the tokens of this type in its rule it is, from 0. */
  readonly occurrence: number;
}

/** Where the rest of a rule goes on when a rule that it calls ends. */
interface Frame {
  readonly to: GrammarState;
  readonly parent: Frame | undefined;
  /** The frames above this one, so that each is there once. */
  readonly above: Map<GrammarState, Frame>;
}

/** One of the ways in which the tokens can have been read so far. */
interface Reading {
  readonly state: GrammarState;
  readonly frame: Frame;
}

/**
 * What may come after some tokens, all that the grammar allows: for suggestions. The tokens are those of a declaration that
 * is being written, or of a file from its head on. A token that fits nowhere is passed over, or ends what it cannot be in.
 */
export function expectedAfter(kind: FileKind, tokens: readonly IToken[], withHead: boolean): readonly ExpectedToken[] {
  const network = networkOf(kind);
  const start = network.get(`${kind}${withHead ? 'File' : 'Rest'}`);
  if (start === undefined) throw new Error(`no rule of the grammar for ${kind}`);
  const bottom: Frame = { to: start, parent: undefined, above: new Map() };
  let readings = closure([{ state: start, frame: bottom }], network);
  for (const each of tokens) {
    const after = readToken(readings, each, network);
    // The token ends what it cannot be in, or means nothing.
    readings = after.length > 0 ? after : (readByEnding(readings, each, network) ?? readings);
  }
  return readings.flatMap((reading) =>
    reading.state.terminals.map(({ type, occurrence }) => ({ type, occurrence, rules: rulesAround(reading) })),
  );
}

const networks = new Map<string, GrammarNetwork>();

function networkOf(kind: FileKind): GrammarNetwork {
  const name = kind === 'tests' ? 'tests' : 'policy';
  const known = networks.get(name);
  if (known !== undefined) return known;
  const parser = kind === 'tests' ? new TestsParser({ recovery: false }) : new PolicyParser({ recovery: false });
  const made = grammarNetwork(parser.getGAstProductions());
  networks.set(name, made);
  return made;
}

function rulesAround({ state, frame }: Reading): readonly string[] {
  const rules = [state.rule];
  for (let at: Frame = frame; at.parent !== undefined; at = at.parent) rules.push(at.to.rule);
  return rules;
}

/** All readings that are reached without another token, each once. */
function closure(from: readonly Reading[], network: GrammarNetwork): readonly Reading[] {
  const seen = new Map<Frame, Set<GrammarState>>();
  const found: Reading[] = [];
  const waiting = [...from];
  for (let reading = waiting.pop(); reading !== undefined; reading = waiting.pop()) {
    const { state, frame } = reading;
    const states = seen.get(frame) ?? new Set();
    seen.set(frame, states);
    if (states.has(state)) continue;
    states.add(state);
    found.push(reading);
    for (const next of state.free) waiting.push({ state: next, frame });
    for (const { rule, to } of state.calls) {
      const called = network.get(rule);
      if (called !== undefined) waiting.push({ state: called, frame: frameAbove(frame, to) });
    }
    if (state.ends && frame.parent !== undefined) waiting.push({ state: frame.to, frame: frame.parent });
  }
  return found;
}

function frameAbove(parent: Frame, to: GrammarState): Frame {
  const known = parent.above.get(to) ?? { to, parent, above: new Map() };
  parent.above.set(to, known);
  return known;
}

function readToken(readings: readonly Reading[], read: IToken, network: GrammarNetwork): readonly Reading[] {
  const next = readings.flatMap(({ state, frame }) =>
    state.terminals.flatMap(({ type, to }) => (token.isOf(read, type) ? [{ state: to, frame }] : [])),
  );
  return closure(next, network);
}

/** The reading of a token that ends as few rules before their time as it can; undefined where it fits nowhere. */
function readByEnding(
  readings: readonly Reading[],
  read: IToken,
  network: GrammarNetwork,
): readonly Reading[] | undefined {
  if (!canEnd(read)) return undefined;
  let ended: readonly Reading[] = readings;
  while (ended.length > 0) {
    const outer = new Map<Frame, Reading>();
    for (const { frame } of ended) {
      if (frame.parent !== undefined) outer.set(frame, { state: frame.to, frame: frame.parent });
    }
    ended = [...outer.values()];
    const after = readToken(closure(ended, network), read, network);
    if (after.length > 0) return after;
  }
  return undefined;
}

const closing: ReadonlySet<TokenType> = new Set([
  token.RightBrace,
  token.RightBracket,
  token.RightParenthesis,
  token.Comma,
]);

function canEnd(read: IToken): boolean {
  return closing.has(read.tokenType) || isStarter(read) || keywordNamed(read.tokenType.name)?.use === 'reserved';
}
