import type { CoreRule } from '../core/core.ts';
import { nodesOfRule } from '../describe/nodes-of-rule.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { ChoicesType, Field, RecordType, Type } from '../model/types.ts';
import { localizedText } from '../model/vocabulary.ts';
import { alignByName } from './align.ts';
import { change, nameChanges, plain, wordsChange } from './change.ts';
import type { Change, ItemChange } from './comparison.ts';
import { type Effect, levelOfRule } from './effects.ts';
import { recordOf } from './meaning.ts';
import type { Sides } from './sides.ts';
import { typeText } from './type-text.ts';

interface UsedField {
  readonly record: RecordType;
  readonly field: Field;
  readonly rules: readonly CoreRule[];
}

/** What changed in the fields of the vocabularies that rules of both sides look at. */
export function compareFields(sides: Sides): readonly ItemChange[] {
  const old = usedFields(sides.oldRules.map(({ rule }) => rule));
  const now = new Map(sides.oldRules.map(({ rule, now: after }) => [rule, after?.id]));
  return old.flatMap(({ record, field, rules }): readonly ItemChange[] => {
    const next = sides.names.field(record, field);
    const reaches = rules.flatMap((rule) => now.get(rule) ?? []);
    const effects = rules.map((rule): Effect => ({ direction: 'open', level: levelOfRule(rule) }));
    const changes = compareField(field, next, { effects, reaches });
    if (changes.length === 0) return [];
    const id = `${record.name}.${next.name}`;
    const oldId = next.name === field.name ? undefined : `${record.name}.${field.name}`;
    const title = localizedText(next.text);
    return [{ kind: 'field', id, oldId, title, level: undefined, status: 'changed', changes }];
  });
}

/** Each field that rules look at, in the order of its first use. */
function usedFields(rules: readonly CoreRule[]): readonly UsedField[] {
  const found = new Map<string, UsedField & { readonly rules: CoreRule[] }>();
  for (const rule of rules) {
    for (const node of nodesOfRule(rule)) {
      if (node.kind !== 'term' || node.term.kind !== 'field') continue;
      const { of, field } = node.term;
      const record = recordOf(of.type);
      if (record === undefined) continue;
      const key = JSON.stringify([record.vocabulary, record.name, field.name]);
      const known = found.get(key);
      if (known === undefined) found.set(key, { record, field, rules: [rule] });
      else if (known.rules.at(-1) !== rule) known.rules.push(rule);
    }
  }
  return [...found.values()];
}

/** What a changed field may do to the rules that look at it: nothing of that is proved. */
interface Reaching {
  readonly effects: readonly Effect[];
  readonly reaches: readonly string[];
}

function compareField(old: Field, next: Field, reaching: Reaching): readonly Change[] {
  if (old === next) return [];
  const [before, after] = [typeText(old.type), typeText(next.type)];
  const yes = (closed: boolean): Localized => (closed ? { en: 'yes', nl: 'ja' } : { en: 'no', nl: 'nee' });
  return [
    ...nameChanges(old, next),
    ...(before.en === after.en
      ? []
      : [change({ kind: 'type', old: before, new: after, nature: 'name-gone', ...reaching })]),
    ...(old.closed === next.closed
      ? []
      : [
          change({
            kind: 'absent-means-none',
            old: yes(old.closed),
            new: yes(next.closed),
            nature: 'words',
            ...reaching,
          }),
        ]),
    ...compareChoices(choicesOf(old.type), choicesOf(next.type), reaching),
    ...wordsChange('description', localizedText(old.text), localizedText(next.text)),
  ];
}

function choicesOf(type: Type): ChoicesType | undefined {
  if (type.kind === 'list') return choicesOf(type.of);
  return type.kind === 'choice' ? type.choices : undefined;
}

function compareChoices(
  old: ChoicesType | undefined,
  next: ChoicesType | undefined,
  reaching: Reaching,
): readonly Change[] {
  if (old === undefined || next === undefined) return [];
  const { pairs, added, removed } = alignByName(
    old.values,
    next.values,
    ({ name }) => name,
    ({ was }) => was,
  );
  return [
    ...pairs.flatMap(([before, after]) => nameChanges(before, after)),
    ...added.map(({ name }) => change({ kind: 'choice-added', new: plain(name), nature: 'addition', ...reaching })),
    ...removed.map(({ name }) =>
      change({ kind: 'choice-removed', old: plain(name), nature: 'name-gone', ...reaching }),
    ),
  ];
}
