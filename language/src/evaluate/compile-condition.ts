import type { Condition } from '../core/core.ts';
import { compileCompatible, compileFallsUnder } from './compile-purposes.ts';
import { compileQuantified } from './compile-quantified.ts';
import { compileCompare, compileHolds, compileMember, compileRecorded, compileWithinPeriod } from './compile-test.ts';
import { type Compilation, type CompiledCondition, settled } from './compiled-condition.ts';
import type { Explanation } from './explanation.ts';
import type { Frame } from './frame.ts';
import { and, False, fromWord, type Kleene, not, or, True, truthWord } from './kleene.ts';
import type { Observer } from './observer.ts';

/** The same condition, such that an observer is told what it comes to whenever it is judged. */
export function observed(condition: Condition, compiled: CompiledCondition, observer: Observer): CompiledCondition {
  const evaluate = (frame: Frame): Kleene => {
    const truth = compiled.evaluate(frame);
    observer.condition(condition, truthWord(truth));
    return truth;
  };
  // The observer is told of each item as well.
  return { ...compiled, evaluate, ofValue: undefined };
}

/** Compiles a condition to functions over a frame; the conditions inside it by way of the compilation. */
export function compileCondition(condition: Condition, compilation: Compilation): CompiledCondition {
  switch (condition.kind) {
    case 'and':
    case 'or':
      return compileJoined(condition, compilation);
    case 'not':
      return compileNot(condition, compilation);
    case 'compare':
      return compileCompare(condition, compilation);
    case 'holds':
      return compileHolds(condition, compilation);
    case 'recorded':
      return compileRecorded(condition, compilation);
    case 'member':
      return compileMember(condition, compilation);
    case 'falls-under':
      return compileFallsUnder(condition, compilation);
    case 'compatible':
      return compileCompatible(condition, compilation);
    case 'within-period':
      return compileWithinPeriod(condition, compilation);
    case 'quantified':
      return compileQuantified(condition, compilation);
    case 'defined':
      return compileDefined(condition, compilation);
    case 'always':
      return settled(fromWord(condition.value), condition.text);
  }
}

function compileJoined(
  { kind, parts, text }: Extract<Condition, { kind: 'and' | 'or' }>,
  compilation: Compilation,
): CompiledCondition {
  const compiled = parts.map((part) => compilation.condition(part));
  const [start, stop, join] = kind === 'and' ? ([True, False, and] as const) : ([False, True, or] as const);
  const evaluate = (frame: Frame): Kleene => {
    let truth: Kleene = start;
    for (const part of compiled) {
      truth = join(truth, part.evaluate(frame));
      if (truth === stop) return truth;
    }
    return truth;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const truth = evaluate(frame);
    // The parts that decide: those that have the value of the whole. Where the whole is true of an `and`, that is all.
    const deciding = compiled.filter((part) => part.evaluate(frame) === truth);
    const explained = deciding.map((part) => part.explain(frame, wanted));
    // Where one part would be enough, the parts are ways out; where all are asked, they are all owed.
    const alternatives = (kind === 'or') === wanted;
    return { truth, text, leaf: undefined, parts: explained, parameters: [], alternatives };
  };
  return { text, evaluate, explain, makeup: { kind: 'joined', join: kind, parts: compiled } };
}

function compileNot({ part, text }: Extract<Condition, { kind: 'not' }>, compilation: Compilation): CompiledCondition {
  const compiled = compilation.condition(part);
  const evaluate = (frame: Frame): Kleene => not(compiled.evaluate(frame));
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const inner = compiled.explain(frame, !wanted);
    // A negated leaf is one reason, not two.
    if (inner.leaf !== undefined) return { ...inner, truth: evaluate(frame), text };
    return { truth: evaluate(frame), text, leaf: undefined, parts: [inner], parameters: [] };
  };
  return { text, evaluate, explain, makeup: { kind: 'not', part: compiled } };
}

function compileDefined(
  { condition, text }: Extract<Condition, { kind: 'defined' }>,
  compilation: Compilation,
): CompiledCondition {
  const compiled = compilation.condition(condition);
  const evaluate = (frame: Frame): Kleene => {
    const known = frame.defined.get(condition);
    if (known !== undefined) return known;
    const truth = compiled.evaluate(frame);
    frame.defined.set(condition, truth);
    return truth;
  };
  const explain = (frame: Frame, wanted: boolean): Explanation => {
    const inner = compiled.explain(frame, wanted);
    return { truth: evaluate(frame), text, leaf: undefined, parts: [inner], parameters: [] };
  };
  return { text, evaluate, explain, makeup: { kind: 'defined', condition: compiled } };
}
