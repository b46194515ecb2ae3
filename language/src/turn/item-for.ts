import type { Condition, Term } from '../core/core.ts';
import type { CompiledCondition, CompiledTerm } from '../evaluate/compiled-condition.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { instanceOf } from './instance-of.ts';
import type { ItemField, ListItem } from './site.ts';
import { besides, membersOf } from './wishes.ts';

/** What is asked of the items of a list, and the variable that each of them is. */
interface Asked {
  readonly variable: number;
  readonly body: CompiledCondition;
}

/**
 * An item that does what is asked of the items of a list, as far as its parts say what values these want: a record with
 * the fields that they look at, its key fields among them. Whether it does is for the judging to say.
 */
export function itemFor(type: Type, { variable, body }: Asked, frame: Frame): ListItem | undefined {
  if (type.kind !== 'list' || type.of.kind !== 'record') return undefined;
  const fields = new Map<string, ItemField>();
  for (const field of fieldsFor(body, variable, frame)) {
    const key = JSON.stringify(field.path);
    if (!fields.has(key)) fields.set(key, field);
  }
  const keys = type.keys.flatMap((key): readonly ItemField[] => {
    const field = type.of.kind === 'record' ? type.of.record.byName.get(key) : undefined;
    if (field === undefined || fields.has(JSON.stringify([field.name]))) return [];
    return [{ path: [field.name], type: field.type, value: instanceOf(field.type, frame.asOf) }];
  });
  const all = [...keys, ...fields.values()].filter(({ value }) => value !== undefined);
  return all.length === 0 ? undefined : { kind: 'record', fields: all };
}

function fieldsFor({ makeup }: CompiledCondition, variable: number, frame: Frame): readonly ItemField[] {
  switch (makeup.kind) {
    case 'joined':
      return (makeup.join === 'and' ? makeup.parts : makeup.parts.slice(0, 1)).flatMap((part) =>
        fieldsFor(part, variable, frame),
      );
    case 'test':
      return fieldsForTest(makeup.core, makeup.terms, variable, frame);
    case 'not':
    case 'defined':
    case 'quantified':
    case 'always':
      return [];
  }
}

function fieldsForTest(
  core: Condition,
  [first, second]: readonly CompiledTerm[],
  variable: number,
  frame: Frame,
): readonly ItemField[] {
  const put = (term: CompiledTerm | undefined, value: Value): readonly ItemField[] => {
    const path = term === undefined ? undefined : pathBelow(term.core, variable);
    return term === undefined || path === undefined || value === undefined ? [] : [{ path, type: term.type, value }];
  };
  if (first === undefined) return [];
  const other = second?.value(frame);
  switch (core.kind) {
    case 'holds':
      return put(first, true);
    case 'recorded':
      return put(first, instanceOf(first.type, frame.asOf));
    case 'compare': {
      const [below, above] = besides(other, first.type) ?? [other, other];
      const value = core.operator === 'less' ? below : core.operator === 'more' ? above : other;
      return [...put(first, value), ...put(second, first.value(frame))];
    }
    case 'member':
    case 'falls-under':
    case 'compatible':
      return [...put(first, membersOf(other)[0]), ...put(second, membersOf(first.value(frame))[0])];
    case 'within-period':
      return put(first, { kind: 'date', day: frame.asOf });
    case 'and':
    case 'or':
    case 'not':
    case 'quantified':
    case 'defined':
    case 'always':
      return [];
  }
}

/** The names of the fields from a variable to a term; undefined where it is not below the variable, or is in a list. */
function pathBelow(term: Term, variable: number): readonly string[] | undefined {
  if (term.kind !== 'field' || term.of.type.kind === 'list') return undefined;
  if (term.of.kind === 'variable') return term.of.index === variable ? [term.field.name] : undefined;
  const around = pathBelow(term.of, variable);
  return around === undefined ? undefined : [...around, term.field.name];
}
