import {
  type Diagnostic,
  diagnostic,
  didYouMean,
  type Localized,
  nearestNames,
  type RawNode,
  type RawScalar,
  type SourceText,
  spanOf,
} from '@waarborg/language';
import { settingImpossible, settingOfOtherKind } from './project-errors.ts';

/** What is read from a project file, and what is wrong with it so far. */
export interface Reading {
  readonly source: SourceText;
  readonly diagnostics: Diagnostic[];
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
export function kindOf({ text, quoted }: RawScalar): 'text' | 'number' | 'truth' | 'nothing' {
  if (quoted) return 'text';
  if (/^(?:~|[Nn]ull|NULL)?$/.test(text)) return 'nothing';
  if (/^(?:[Tt]rue|TRUE|[Ff]alse|FALSE)$/.test(text)) return 'truth';
  return numbers.some((number) => number.test(text)) ? 'number' : 'text';
}

/** The kinds of values in words. */
export const kinds = {
  text: { en: 'a text', nl: 'een tekst' },
  number: { en: 'a whole number', nl: 'een geheel getal' },
  truth: { en: 'true or false', nl: 'waar of onwaar' },
  list: { en: 'a list', nl: 'een lijst' },
  group: { en: 'a group of settings', nl: 'een groep instellingen' },
} as const satisfies Readonly<Record<string, Localized>>;

/** The help where a setting has nothing in it. */
export const leaveOut = {
  en: 'Leave the setting out, or say what it is to be.',
  nl: 'Laat de instelling weg, of zeg wat ze moet zijn.',
};

/** Says that a value is of another kind than is expected in its place. */
export function otherKind(node: RawNode, expected: Localized, { source, diagnostics }: Reading): undefined {
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
