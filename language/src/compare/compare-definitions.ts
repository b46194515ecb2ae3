import type { Condition, Term } from '../core/core.ts';
import { textOfKey, writtenKey, writtenTermKey } from '../core/core-keys.ts';
import { rewriteCondition, rewriteTerm } from '../core/rewrite-core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { change, wordsChange } from './change.ts';
import type { Change, ItemChange } from './comparison.ts';
import { declaredEffects } from './effects.ts';
import { writingOf } from './meaning.ts';
import { conditionSentence, termWords } from './sentences.ts';
import {
  type Definition,
  definitionsOf,
  newDefinitions,
  newValues,
  oldMeaning,
  type PackSides,
  rulesWith,
  type Sides,
} from './sides.ts';

/** What changed in the definitions that rules of a pack use on both sides; others show where they are used. */
export function compareDefinitions(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const before = new Map(definitionsOf(pair.oldCore).map((each) => [each.name, each]));
  return definitionsOf(pair.nextCore).flatMap((next): readonly ItemChange[] => {
    const old = before.get(next.name);
    if (old === undefined) return [];
    const { name } = next;
    const changes = [...compareMeaning(old, next, pair, sides), ...wordsChange('description', old.words, next.words)];
    if (changes.length === 0) return [];
    const id = `${pair.next.name}/${name}`;
    return [
      { kind: 'definition', id, oldId: undefined, title: undefined, level: undefined, status: 'changed', changes },
    ];
  });
}

function compareMeaning(old: Definition, next: Definition, pair: PackSides, sides: Sides): readonly Change[] {
  if (keyOf(renamed(old, sides)) === keyOf(next)) return [];
  const uses = (node: Condition | Term): boolean => node.kind === 'defined' && node.name === old.name;
  const rules = rulesWith(sides, uses).filter(({ rule }) => rule.pack === pair.old.name);
  const only = newDefinitions(pair, new Map([[next.name, next]]));
  const effects = rules.flatMap(({ rule }) =>
    declaredEffects(
      oldMeaning(rule, sides, newValues(sides)),
      oldMeaning(rule, sides, { ...newValues(sides), ...only }),
    ),
  );
  return [
    change({
      kind: 'meaning',
      old: textOf(old),
      new: textOf(next),
      nature: 'words',
      effects,
      reaches: rules.flatMap(({ now }) => now?.id ?? []),
    }),
  ];
}

function renamed({ name, words, condition, term }: Definition, { names }: Sides): Definition {
  const writing = writingOf(names);
  return {
    name,
    words,
    condition: condition && rewriteCondition(condition, writing),
    term: term && rewriteTerm(term, writing),
  };
}

function keyOf({ condition, term }: Definition): string {
  return textOfKey([condition && writtenKey(condition), term && writtenTermKey(term)]);
}

function textOf({ condition, term }: Definition): Localized | undefined {
  return conditionSentence(condition, 'is') ?? termWords(term);
}
