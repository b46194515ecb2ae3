import type { Span } from '../source/source.ts';
import type { Text } from '../syntax/ast.ts';

/** A static type. `ratio` is what a division gives: it compares with shares and with numbers. */
export type Type =
  | {
      readonly kind:
        | 'text'
        | 'number'
        | 'share'
        | 'count'
        | 'ratio'
        | 'date'
        | 'duration'
        | 'yes-no'
        | 'purpose'
        | 'citation';
    }
  | { readonly kind: 'choice'; readonly choices: ChoicesType }
  | {
      readonly kind: 'list';
      readonly of: Type /** Names of the key fields, for lists of records. */;
      readonly keys: readonly string[];
    }
  | { readonly kind: 'record'; readonly record: RecordType }
  /** The type of a hole: checks stay silent about it. */
  | { readonly kind: 'unknown' };

/** One value of a list of choices. */
export interface Choice {
  readonly kind: 'choice';
  readonly name: string;
  readonly text: Text | undefined;
  readonly roles: readonly string[];
  readonly was: readonly string[];
  readonly span: Span;
}

/** A declared list of choices (an enumeration). */
export interface ChoicesType {
  readonly name: string;
  readonly vocabulary: string;
  readonly text: Text | undefined;
  readonly values: readonly Choice[];
  readonly span: Span;
}

/** A declared field, with the slot at which a typed record holds its value. */
export interface Field {
  readonly name: string;
  readonly slot: number;
  readonly type: Type;
  /** `absent means none`: on an absent one `is recorded` is false instead of unknown. */
  readonly closed: boolean;
  readonly roles: readonly string[];
  readonly text: Text | undefined;
  readonly notes: readonly { readonly key: string; readonly text: Text }[];
  readonly was: readonly string[];
  /** The vocabulary that declares it. */
  readonly vocabulary: string;
  readonly span: Span;
}

/**
 * A record type. An extension keeps the slots of what it extends and adds its own after them, so that a rule of the
 * base vocabulary reads a manifest of the extension, and the reverse (where the added fields are then absent).
 */
export interface RecordType {
  readonly name: string;
  readonly vocabulary: string;
  /** The record that this one extends, in the extended vocabulary. */
  readonly extends: RecordType | undefined;
  /** True for records that a manifest can be. */
  readonly manifest: boolean;
  readonly text: Text | undefined;
  /** In slot order: what is extended first. */
  readonly fields: readonly Field[];
  readonly byName: ReadonlyMap<string, Field>;
  readonly span: Span;
}

/** The first record in the chain of extensions: two record types with one root describe the same thing. */
export function rootRecord(record: RecordType): RecordType {
  return record.extends === undefined ? record : rootRecord(record.extends);
}

/** A vocabulary with everything it extends folded in. */
export interface Vocabulary {
  readonly name: string;
  readonly version: string;
  readonly major: number;
  readonly extends: Vocabulary | undefined;
  readonly records: ReadonlyMap<string, RecordType>;
  readonly choices: ReadonlyMap<string, ChoicesType>;
  readonly title: Text | undefined;
}

/**
 * The roles by which constructs and the evaluator find fields; no field name is built into the language.
 * `id`: the manifest's identifier. `claims`, `explanations`, `approvals`, `disclosures`: lists of records.
 */
export const fieldRoles = [
  'id',
  'sample-size',
  'measured-on',
  'review-stage',
  'can-overrule',
  'disclosures',
  'disclosed-item',
  'disclosed-audience',
  'disclosed-extent',
  'claims',
  'claimed-exception',
  'explanations',
  'explained-rule',
  'approvals',
  'approved-for',
  'covered-items',
  'covered-subjects',
  'ground',
  'reason',
  'accountable',
  'begins',
  'ends',
] as const;

/** The role of a field. */
export type FieldRole = (typeof fieldRoles)[number];

/** The role of a choice: the review stage that counts as prior. */
export const choiceRoles = ['before-decision'] as const;

/** The field of a record with a role, or undefined where none has it; two are a static error reported elsewhere. */
export function fieldWithRole(record: RecordType, role: FieldRole): Field | undefined {
  return record.fields.find((field) => field.roles.includes(role));
}

/** The type as a reader knows it: `share`, `one of automation`, `list of dataset`. */
export function describeType(type: Type): string {
  switch (type.kind) {
    case 'choice':
      return `one of ${type.choices.name}`;
    case 'list':
      return `list of ${describeType(type.of)}`;
    case 'record':
      return type.record.name;
    case 'text':
    case 'number':
    case 'share':
    case 'count':
    case 'ratio':
    case 'date':
    case 'duration':
    case 'yes-no':
    case 'purpose':
    case 'citation':
    case 'unknown':
      return type.kind;
  }
}
