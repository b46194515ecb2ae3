import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { RecordValue, Value } from '../manifest/value.ts';
import type { Field } from '../model/types.ts';
import type { Day } from '../values/calendar.ts';
import { type Frame, manifestRegister } from './frame.ts';
import type { Observer } from './observer.ts';
import { type Place, rootPlace } from './place.ts';
import type { PurposeOrder } from './purposes.ts';
import { readField } from './values.ts';

/** Fields of the record in a register, each with a register of its own. */
interface Fields {
  readonly from: number;
  readonly fields: { readonly register: number; readonly field: Field }[];
  readonly registers: Map<Field, number>;
}

/**
 * Where the values stand that are the same throughout a manifest: rules find them by number, in one array, instead of going
 * through records again and again. First come the variables (0 is the manifest, 1 the item of `for each`, then those of
 * quantifiers), then the date, then constants, fields of the manifest, and definitions, as rules ask for them. It grows
 * while rules are compiled; from then on only frames are made from it.
 */
export interface Registers {
  /** The register of the date on which is judged. */
  readonly asOf: number;
  readonly ofConstant: (value: Value) => number;
  /** The constant in a register; undefined where it is no constant that stands there. */
  readonly constantIn: (register: number) => Value;
  /** The register of a field of the record in another register. */
  readonly ofField: (from: number, field: Field) => number;
  /** The register of a term that is worked out over the manifest; `key` is what it is the value of. */
  readonly ofTerm: (key: object, value: (frame: Frame) => Value) => number;
  /** The registers of a new frame, which `fill` fills. */
  readonly start: () => Value[];
  readonly fill: (frame: Frame) => void;
}

/** Registers for rules that need so many variables, two of which every rule has. */
export function createRegisters(variables: number): Registers {
  const asOf = variables;
  const values: Value[] = new Array<Value>(asOf + 1).fill(undefined);
  const constants = new Map<Value, number>();
  const records = new Map<number, Fields>();
  const terms = new Map<object, number>();
  // In the order in which they were asked for: what is worked out from others comes after them.
  const steps: ((frame: Frame) => void)[] = [];
  const add = (value: Value): number => values.push(value) - 1;
  return {
    asOf,
    ofConstant: (value) => found(constants, value, () => add(value)),
    constantIn: (register) => values[register],
    ofField: (from, field) => {
      const { fields, registers } = found(records, from, () => {
        const record: Fields = { from, fields: [], registers: new Map() };
        steps.push((frame) => fillFields(record, frame.registers));
        return record;
      });
      return found(registers, field, () => {
        const register = add(undefined);
        fields.push({ register, field });
        return register;
      });
    },
    ofTerm: (key, value) =>
      found(terms, key, () => {
        const register = add(undefined);
        steps.push((frame) => {
          frame.registers[register] = value(frame);
        });
        return register;
      }),
    start: () => values.slice(),
    fill: (frame) => {
      for (const fillIn of steps) fillIn(frame);
    },
  };
}

function fillFields({ from, fields }: Fields, registers: Value[]): void {
  const held = registers[from];
  const slots = typeof held === 'object' && held.kind === 'record' ? held.slots : noSlots;
  for (const { register, field } of fields) registers[register] = slots[field.slot] ?? readField(held, field);
}

const noSlots: readonly Value[] = [];

/** What a map has for a key, made where it has nothing yet. */
function found<K, V>(known: Map<K, V>, key: K, make: () => V): V {
  const value = known.get(key);
  if (value !== undefined) return value;
  const made = make();
  known.set(key, made);
  return made;
}

/** A field that is there is all that judging reads, nearly always. */
export function fieldOf(value: Value, field: Field): Value {
  const found = typeof value === 'object' && value.kind === 'record' ? value.slots[field.slot] : undefined;
  return found ?? readField(value, field);
}

/** What all frames of a program share. */
export interface FrameParts {
  readonly purposes: PurposeOrder;
  readonly observer: Observer | undefined;
}

/** A frame for one manifest, of which the record could be read. */
export function startFrame(
  manifest: TypedManifest,
  record: RecordValue,
  asOf: Day,
  { purposes, observer }: FrameParts,
  registers: Registers,
): Frame {
  const values = registers.start();
  values[manifestRegister] = record;
  values[registers.asOf] = { kind: 'date', day: asOf };
  const root = rootPlace(manifest.document.source, record.raw);
  const places: (Place | undefined)[] = [root];
  const frame: Frame = { manifest, asOf, purposes, root, registers: values, places, defined: new Map(), observer };
  registers.fill(frame);
  return frame;
}
