import type { CheckedProgram } from '../check/build-program.ts';
import type { ConstantValue } from '../core/constant.ts';
import type { Pack } from '../model/model.ts';
import type { Choice, ChoicesType, Field, RecordType, Type } from '../model/types.ts';
import { alignByName } from './align.ts';

/** What the things of the old side are called on the new one: by `was`, and by the new name of a pack. */
export interface Names {
  /** Of `pack/name`. */
  readonly parameter: (id: string) => string;
  readonly purpose: (id: string) => string;
  readonly pack: (name: string) => string;
  /** The field of the new side that a field of a record is, or the field itself where there is none. */
  readonly field: (record: RecordType | undefined, field: Field) => Field;
  readonly value: (value: ConstantValue, type: Type) => ConstantValue;
}

/** Two packs of which the one became the other. */
export type PackPair = readonly [old: Pack, next: Pack];

/** The names of the things of some packs that became others, and of all vocabularies of the new side. */
export function namesBetween(next: CheckedProgram, packs: readonly PackPair[]): Names {
  const packNames = new Map(packs.map(([before, after]) => [before.name, after.name]));
  const pack = (name: string): string => packNames.get(name) ?? name;
  const moved = (id: string): string => {
    const slash = id.indexOf('/');
    return `${pack(id.slice(0, slash))}${id.slice(slash)}`;
  };
  const parameters = new Map(packs.flatMap(renamedParameters));
  const purposes = new Map(packs.flatMap(renamedPurposes));
  const records = recordsOf(next);
  const choices = choicesOf(next);
  const purpose = (id: string): string => purposes.get(id) ?? moved(id);
  const valueNow = (value: ConstantValue, type: Type): ConstantValue => {
    if (typeof value !== 'object') return value;
    if (value.kind === 'purpose') return { ...value, purpose: purpose(value.purpose) };
    if (value.kind === 'choice')
      return type.kind === 'choice' ? choiceNow(value, choices.get(keyOf(type.choices))) : value;
    if (value.kind !== 'list') return value;
    const of = type.kind === 'list' ? type.of : type;
    return { ...value, items: value.items.map((item) => valueNow(item, of)) };
  };
  return {
    parameter: (id) => parameters.get(id) ?? moved(id),
    purpose,
    pack,
    field: (record, field) => (record === undefined ? field : fieldNow(field, records.get(keyOf(record)))),
    value: valueNow,
  };
}

function renamedParameters([old, next]: PackPair): readonly (readonly [string, string])[] {
  const { pairs } = alignByName(
    [...old.parameters.values()],
    [...next.parameters.values()],
    ({ name }) => name.text,
    ({ was }) => was.map(({ text }) => text),
  );
  return pairs.map(([before, after]) => [`${old.name}/${before.name.text}`, `${next.name}/${after.name.text}`]);
}

function renamedPurposes([old, next]: PackPair): readonly (readonly [string, string])[] {
  const { pairs } = alignByName(
    [...old.purposes.values()],
    [...next.purposes.values()],
    ({ name }) => name,
    ({ declaration }) => declaration.was.map(({ text }) => text),
  );
  return pairs.map(([before, after]) => [before.id, after.id]);
}

/** Records and lists of choices by their vocabulary and name. */
function keyOf({ vocabulary, name }: RecordType | ChoicesType): string {
  return JSON.stringify([vocabulary, name]);
}

function recordsOf({ model }: CheckedProgram): ReadonlyMap<string, RecordType> {
  const all = model.vocabularies.flatMap(({ records }) => [...records.values()]);
  return new Map(all.map((record) => [keyOf(record), record]));
}

function choicesOf({ model }: CheckedProgram): ReadonlyMap<string, ChoicesType> {
  const all = model.vocabularies.flatMap(({ choices }) => [...choices.values()]);
  return new Map(all.map((each) => [keyOf(each), each]));
}

function fieldNow(field: Field, record: RecordType | undefined): Field {
  if (record === undefined) return field;
  return record.byName.get(field.name) ?? record.fields.find(({ was }) => was.includes(field.name)) ?? field;
}

function choiceNow(choice: Choice, choices: ChoicesType | undefined): Choice {
  if (choices === undefined || choices.values.some(({ name }) => name === choice.name)) return choice;
  return choices.values.find(({ was }) => was.includes(choice.name)) ?? choice;
}
