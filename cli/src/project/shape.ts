import {
  type Diagnostic,
  diagnostic,
  didYouMean,
  type Localized,
  nearestNames,
  type RawMap,
  type RawNode,
  type RawScalar,
  type SourceText,
  type Span,
  spanOf,
} from '@waarborg/language';
import { settingImpossible, settingMissing, settingOfOtherKind, unknownSetting } from './project-errors.ts';

// What a value in a project file may be: how it is read and how JSON Schema says it stand side by side, so that the two
// cannot come apart.

/** A part of a JSON Schema (2020-12). */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What is read from a project file, and what is wrong with it so far. */
export interface Reading {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
}

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

/** Says that a word is none of those that can stand in its place. */
export function badWord(node: RawNode, word: string, choices: readonly string[], reading: Reading): undefined {
  const near = didYouMean(nearestNames(word, choices, 1));
  const list = choices.join(', ');
  const message = { en: `This cannot be \`${word}\``, nl: `Dit kan niet \`${word}\` zijn` };
  const help = {
    en: [near?.en, `It is one of: ${list}.`].filter((each) => each !== undefined).join(' '),
    nl: [near?.nl, `Het is een van: ${list}.`].filter((each) => each !== undefined).join(' '),
  };
  return impossible(node, message, help, reading);
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

/** A scalar that is a text, as YAML reads it: `12`, `true` and `null` are none unless they are quoted. */
export function textOf(node: RawNode, reading: Reading): RawScalar | undefined {
  if (node.kind === 'scalar' && kindOf(node) === 'text') return node;
  return otherKind(node, kinds.text, reading);
}

const numbers = [
  /^[-+]?\d+$/,
  /^0o[0-7]+$/,
  /^0x[\da-fA-F]+$/,
  /^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/,
  /^(?:[-+]?\.(?:inf|Inf|INF)|\.nan|\.NaN|\.NAN)$/,
];

/** What YAML 1.2 (the core schema) makes of a scalar. */
function kindOf({ text, quoted }: RawScalar): 'text' | 'number' | 'truth' | 'nothing' {
  if (quoted) return 'text';
  if (/^(?:~|[Nn]ull|NULL)?$/.test(text)) return 'nothing';
  if (/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(text)) return 'truth';
  return numbers.some((number) => number.test(text)) ? 'number' : 'text';
}

const kinds = {
  text: { en: 'a text', nl: 'een tekst' },
  number: { en: 'a whole number', nl: 'een geheel getal' },
  truth: { en: 'true or false', nl: 'waar of onwaar' },
  list: { en: 'a list', nl: 'een lijst' },
  group: { en: 'a group of settings', nl: 'een groep instellingen' },
} as const satisfies Readonly<Record<string, Localized>>;

const leaveOut = {
  en: 'Leave the setting out, or say what it is to be.',
  nl: 'Laat de instelling weg, of zeg wat ze moet zijn.',
};

/** Says that a value is of another kind than is expected in its place. */
function otherKind(node: RawNode, expected: Localized, { source, diagnostics }: Reading): undefined {
  const kind = node.kind === 'scalar' ? kindOf(node) : node.kind === 'list' ? 'list' : 'group';
  const found = kind === 'nothing' ? undefined : kinds[kind];
  const message =
    found === undefined
      ? {
          en: `Nothing stands here, and it must be ${expected.en}`,
          nl: `Hier staat niets, en het moet ${expected.nl} zijn`,
        }
      : {
          en: `This is ${found.en}, and must be ${expected.en}`,
          nl: `Dit is ${found.nl}, en moet ${expected.nl} zijn`,
        };
  const help =
    kind === 'nothing'
      ? leaveOut
      : expected === kinds.list
        ? {
            en: 'Write each item on a line of its own, after a hyphen.',
            nl: 'Schrijf elk onderdeel op een eigen regel, na een streepje.',
          }
        : expected === kinds.text && node.kind === 'scalar'
          ? {
              en: `Quote it to make it a text: "${node.text}".`,
              nl: `Zet het tussen aanhalingstekens om er een tekst van te maken: "${node.text}".`,
            }
          : undefined;
  diagnostics.push(diagnostic(settingOfOtherKind, spanOf(source, node.start, node.end), message, { help }));
  return undefined;
}

/** Says that a setting cannot have a value. */
export function impossible(
  node: RawNode,
  message: Localized,
  help: Localized | undefined,
  { source, diagnostics }: Reading,
): undefined {
  diagnostics.push(diagnostic(settingImpossible, spanOf(source, node.start, node.end), message, { help }));
  return undefined;
}
