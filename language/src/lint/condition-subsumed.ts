import type { Condition, CoreRule } from '../core/core.ts';
import { conditionKey, textOfKey } from '../core/core-keys.ts';
import type { Fix } from '../diagnostic/diagnostic.ts';
import { type Span, spanOf } from '../source/source.ts';
import { conditionsOf } from './support/conditions.ts';
import { isAtMost } from './support/decide.ts';
import { formulasOf } from './support/formulas.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';
import { conditionsToApply } from './support/verdicts.ts';

/** A condition that says nothing beside another: without it everything has the same value, for every manifest. */
export const conditionSubsumed: LintRule = {
  name: 'condition-subsumed',
  title: { en: 'A condition says nothing beside another', nl: 'Een voorwaarde zegt niets naast een andere' },
  find: ({ program }) => [
    ...conditionsOf(program).flatMap(inside),
    ...program.packs.flatMap(({ rules }) => rules).flatMap(inWhens),
  ],
};

/** The idle parts of every `and` and `or` in a condition. */
function inside(condition: Condition): readonly Finding[] {
  if (condition.kind === 'not') return inside(condition.part);
  if (condition.kind !== 'and' && condition.kind !== 'or') return [];
  const { kind, parts } = condition;
  return [...idleParts(parts, kind).map((idle) => finding(idle, fixOf(idle, condition))), ...parts.flatMap(inside)];
}

/** All `when`s of a rule must be true, as the parts of an `and`; a guard is asked only where they are. */
function inWhens(rule: CoreRule): readonly Finding[] {
  const whens = conditionsToApply(rule);
  const guarded = rule.obligations.flatMap(({ guard }) =>
    guard === undefined ? [] : idleParts([...whens, guard], 'and').filter(({ part }) => part === guard),
  );
  return [...idleParts(whens, 'and'), ...guarded].map((idle) => finding(idle, undefined));
}

interface Idle {
  readonly part: Condition;
  readonly index: number;
  /** The parts beside which it says nothing. */
  readonly beside: readonly Condition[];
  /** Whether one of them says the very same. */
  readonly repeated: boolean;
}

/** More parts than this are not compared each with all the others together: nobody writes so many in one condition. */
const mostParts = 60;

/** The parts that may be left out, the later of two that say the same; what is left keeps the value of the whole. */
function idleParts(parts: readonly Condition[], kind: 'and' | 'or'): readonly Idle[] {
  if (parts.length > mostParts) return [];
  const formulas = formulasOf(parts);
  const kept = new Set(parts.keys());
  const idle: Idle[] = [];
  for (const index of [...parts.keys()].reverse()) {
    const [part, formula] = [parts[index], formulas[index]];
    if (part === undefined || formula === undefined || kept.size < 2) continue;
    const others = [...kept].filter((other) => other !== index);
    const rest = { kind, parts: others.flatMap((other) => formulas[other] ?? []) };
    if (!(kind === 'and' ? isAtMost(rest, formula) : isAtMost(formula, rest))) continue;
    kept.delete(index);
    const beside = others.flatMap((other) => parts[other] ?? []);
    const key = textOfKey(conditionKey(part));
    const same = beside.filter((other) => textOfKey(conditionKey(other)) === key);
    idle.push({ part, index, beside: same.length > 0 ? same : beside, repeated: same.length > 0 });
  }
  return idle;
}

function finding({ part, beside, repeated }: Idle, fix: Fix | undefined): Finding {
  const message = repeated
    ? { en: 'This stands here already', nl: 'Dit staat hier al' }
    : { en: 'This says nothing beside the rest', nl: 'Dit zegt niets naast de rest' };
  return {
    span: part.span,
    message,
    help: {
      en: 'Without it the answer is the same for every manifest: remove it, or say what was meant.',
      nl: 'Zonder dit is het antwoord voor elk manifest hetzelfde: verwijder het, of schrijf wat bedoeld was.',
    },
    related: beside.map(({ span }) => ({ span, message: { en: 'beside', nl: 'naast' } })),
    fixes: fix === undefined ? [] : [fix],
  };
}

/** Removes what stands twice. What only follows from the rest may be a slip of the pen, and is for its writer. */
function fixOf({ part, index, repeated }: Idle, whole: Extract<Condition, { kind: 'and' | 'or' }>): Fix | undefined {
  const neighbour = whole.parts[index === 0 ? 1 : index - 1];
  if (!repeated || neighbour === undefined) return undefined;
  const [own, other] = [part.span, neighbour.span];
  // What a construct puts together stands in several clauses.
  if (![own, other].every((span) => isWithin(span, whole.span))) return undefined;
  const { source } = whole.span;
  const removed = index === 0 ? spanOf(source, own.start, other.start) : spanOf(source, other.end, own.end);
  // A comment may be about what is left.
  if (source.text.slice(removed.start, removed.end).includes('//')) return undefined;
  const title = { en: 'Remove what stands twice', nl: 'Verwijder wat er twee keer staat' };
  return { title, edits: [{ span: removed, text: '' }] };
}

function isWithin(inner: Span, outer: Span): boolean {
  return inner.source === outer.source && outer.start <= inner.start && inner.end <= outer.end;
}
