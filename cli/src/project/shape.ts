import { diagnostic, didYouMean, nearestNames, type RawMap, type RawNode, type Span, spanOf } from '@waarborg/language';
import { settingMissing, unknownSetting } from './project-errors.ts';
import { badWord, impossible, kindOf, kinds, leaveOut, otherKind, type Reading, textOf } from './setting-faults.ts';

// What a value in a project file may be: how it is read and how JSON Schema says it stand side by side, so that the two
// cannot come apart.

/** A part of a JSON Schema (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a value may be. `read` gives undefined after saying what is wrong. */
export interface Shape<Value> {
  readonly schema: JsonSchema;
  readonly read: (node: RawNode, reading: Reading) => Value | undefined;
}

/** A value with its place. */
export interface Located<Value> {
  readonly value: Value;
  readonly span: Span;
}

/** A setting of a group: what it may be, and what it means, which editors show. */
export interface Setting<Value> {
  readonly shape: Shape<Value>;
  readonly means: string;
  readonly required?: true;
}

/** The values of a group by the names of its settings; what is left out or wrong is undefined. */
export type Values<Settings extends SettingsOf> = {
  readonly [Name in keyof Settings]?: Settings[Name] extends Setting<infer Value> ? Located<Value> : never;
};

type SettingsOf = Readonly<Record<string, Setting<unknown>>>;

/** A text that says something. */
export const text: Shape<string> = {
  schema: { type: 'string', pattern: '\\S' },
  read: (node, reading) => {
    const scalar = textOf(node, reading);
    if (scalar === undefined || scalar.text.trim() !== '') return scalar?.text;
    const message = { en: 'This text is empty', nl: 'Deze tekst is leeg' };
    return impossible(node, message, undefined, reading);
  },
};

/** One of some words. */
export function oneOf<const Choice extends string>(choices: readonly Choice[]): Shape<Choice> {
  return {
    schema: { enum: choices },
    read: (node, reading) => {
      const scalar = textOf(node, reading);
      if (scalar === undefined) return undefined;
      return choices.find((each) => each === scalar.text) ?? badWord(node, scalar.text, choices, reading);
    },
  };
}

/** A whole number from zero. */
export const count: Shape<number> = {
  schema: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
  read: (node, reading) => {
    const isNumber = node.kind === 'scalar' && kindOf(node) === 'number';
    if (isNumber && /^\+?\d+$/.test(node.text) && Number.isSafeInteger(Number(node.text))) return Number(node.text);
    if (!isNumber) return otherKind(node, kinds.number, reading);
    const message = { en: 'This must be a whole number from 0', nl: 'Dit moet een geheel getal vanaf 0 zijn' };
    return impossible(node, message, undefined, reading);
  },
};

/** A list with at least one item. What is wrong with one item leaves the others alone. */
export function listOf<Item>(item: Shape<Item>): Shape<readonly Located<Item>[]> {
  return {
    schema: { type: 'array', items: item.schema, minItems: 1 },
    read: (node, reading) => {
      if (node.kind !== 'list') return otherKind(node, kinds.list, reading);
      if (node.items.length === 0) {
        const message = { en: 'This list is empty', nl: 'Deze lijst is leeg' };
        return impossible(node, message, leaveOut, reading);
      }
      return node.items.flatMap((each) => {
        const value = item.read(each, reading);
        return value === undefined ? [] : [{ value, span: spanOf(reading.source, each.start, each.end) }];
      });
    },
  };
}

/** A group of settings. A key that it does not have is an error with the nearest name; `elsewhere` are settings of the group around it. */
export function groupOf<const Settings extends SettingsOf>(
  settings: Settings,
  elsewhere: readonly string[] = [],
): Shape<Values<Settings>> {
  const names = Object.keys(settings);
  const required = names.filter((name) => settings[name]?.required);
  return {
    schema: {
      type: 'object',
      properties: Object.fromEntries(
        Object.entries(settings).map(([name, { shape, means }]) => [name, { description: means, ...shape.schema }]),
      ),
      ...(required.length === 0 ? {} : { required }),
      additionalProperties: false,
    },
    read: (node, reading) => {
      if (node.kind !== 'map') return otherKind(node, kinds.group, reading);
      reportKeys(node, { names, required, elsewhere }, reading);
      const values = node.entries.flatMap(({ key, value: valueNode }, index) => {
        const isSecond = node.entries.findIndex((other) => other.key === key) !== index;
        const shape = Object.hasOwn(settings, key) && !isSecond ? settings[key]?.shape : undefined;
        const value: unknown = shape?.read(valueNode, reading);
        if (value === undefined) return [];
        return [[key, { value, span: spanOf(reading.source, valueNode.start, valueNode.end) }] as const];
      });
      // Each value was read by the shape of the setting of its name, which is what the type says.
      return Object.fromEntries(values) as Values<Settings>;
    },
  };
}

interface Names {
  readonly names: readonly string[];
  readonly required: readonly string[];
  readonly elsewhere: readonly string[];
}

function reportKeys(map: RawMap, { names, required, elsewhere }: Names, { source, diagnostics }: Reading): void {
  for (const { key, keyStart, keyEnd } of map.entries) {
    if (names.includes(key)) continue;
    const message = { en: `There is no setting \`${key}\``, nl: `Er is geen instelling \`${key}\`` };
    const help = elsewhere.includes(key)
      ? {
          en: 'It holds for the whole project: write it outside `overrides`.',
          nl: 'Ze geldt voor het hele project: schrijf haar buiten `overrides`.',
        }
      : (didYouMean(nearestNames(key, names, 1)) ?? {
          en: `The settings here are: ${names.join(', ')}.`,
          nl: `De instellingen hier zijn: ${names.join(', ')}.`,
        });
    diagnostics.push(diagnostic(unknownSetting, spanOf(source, keyStart, keyEnd), message, { help }));
  }
  for (const name of required.filter((each) => !map.entries.some(({ key }) => key === each))) {
    const message = { en: `\`${name}\` is missing here`, nl: `Hier ontbreekt \`${name}\`` };
    const first = map.entries[0];
    const span = spanOf(source, first?.keyStart ?? map.start, first?.keyEnd ?? map.end);
    diagnostics.push(diagnostic(settingMissing, span, message));
  }
}
