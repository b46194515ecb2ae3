import {
  type Diagnostic,
  type DiagnosticExtras,
  type DiagnosticKind,
  diagnostic,
  type Localized,
} from '../diagnostic/diagnostic.ts';
import {
  complexKey,
  documentEmpty,
  documentNotText,
  documentSyntax,
  documentTooLarge,
  duplicateKey,
  mergeNotAMap,
  nestedTooDeep,
  recursiveAlias,
  tabIndentation,
  tooManyAliases,
  unknownAlias,
  unsupportedTag,
} from '../diagnostic/manifest-errors.ts';
import { type SourceText, spanOf } from '../source/source.ts';
import type { DocumentProblem, RawDocument } from './document.ts';

/** True for a problem after which what was read of a document is not to be trusted, so that nothing in it is judged. */
export function isFatal(problem: DocumentProblem): boolean {
  switch (problem.kind) {
    case 'syntax':
    case 'tab-indentation':
    case 'too-many-aliases':
    case 'too-deep':
    case 'too-large':
    case 'not-text':
    case 'empty':
      return true;
    case 'duplicate-key':
    case 'unknown-alias':
    case 'recursive-alias':
    case 'unsupported-tag':
    case 'merge-not-a-map':
    case 'complex-key':
      return false;
  }
}

/** All problems of a document as errors with their messages. */
export function documentDiagnostics({ problems, source }: RawDocument): readonly Diagnostic[] {
  return problems.map((problem) => documentDiagnostic(problem, source));
}

/** A problem of a document as an error with its message. */
export function documentDiagnostic(problem: DocumentProblem, source: SourceText): Diagnostic {
  const made = (kind: DiagnosticKind, message: Localized, extras: DiagnosticExtras = {}): Diagnostic =>
    diagnostic(kind, spanOf(source, problem.start, problem.end), message, extras);
  switch (problem.kind) {
    case 'syntax':
      return made(documentSyntax, {
        en: `This is no valid YAML or JSON: ${problem.detail}`,
        nl: `Dit is geen geldige YAML of JSON: ${dutchDetail(problem.detail)}`,
      });
    case 'tab-indentation':
      return made(
        tabIndentation,
        { en: 'This line is indented with a tab', nl: 'Deze regel springt in met een tab' },
        { help: { en: 'Use spaces.', nl: 'Gebruik spaties.' } },
      );
    case 'duplicate-key':
      return made(
        duplicateKey,
        {
          en: `The key \`${problem.key}\` stands here twice`,
          nl: `De sleutel \`${problem.key}\` staat hier twee keer`,
        },
        {
          help: {
            en: 'Take one of them away; the first is used.',
            nl: 'Haal een van beide weg; de eerste wordt gebruikt.',
          },
          related: [
            {
              span: spanOf(source, problem.firstStart, problem.firstEnd),
              message: { en: 'it stands here first', nl: 'hier staat hij voor het eerst' },
            },
          ],
        },
      );
    case 'too-many-aliases':
      return made(
        tooManyAliases,
        {
          en: 'The aliases up to here repeat far more than the text says',
          nl: 'De aliassen tot hier herhalen veel meer dan er staat',
        },
        { help: { en: 'Write out what is meant.', nl: 'Schrijf uit wat er bedoeld is.' } },
      );
    case 'unknown-alias':
      return made(
        unknownAlias,
        {
          en: `No value before this is marked \`&${problem.name}\``,
          nl: `Geen waarde hiervoor heeft het merk \`&${problem.name}\``,
        },
        { help: { en: 'Mark the value, or write it out here.', nl: 'Merk de waarde, of schrijf haar hier uit.' } },
      );
    case 'recursive-alias':
      return made(
        recursiveAlias,
        {
          en: `\`*${problem.name}\` stands inside the value that it repeats`,
          nl: `\`*${problem.name}\` staat in de waarde die het herhaalt`,
        },
        { help: { en: 'Write out what is meant.', nl: 'Schrijf uit wat er bedoeld is.' } },
      );
    case 'unsupported-tag':
      return made(
        unsupportedTag,
        {
          en: `The tag \`${problem.tag}\` means nothing in a manifest`,
          nl: `De tag \`${problem.tag}\` betekent niets in een manifest`,
        },
        {
          help: {
            en: 'Take the tag away: the field says what its value is.',
            nl: 'Haal de tag weg: het veld zegt wat de waarde is.',
          },
        },
      );
    case 'too-deep':
      return made(nestedTooDeep, { en: 'This is nested deeper than 256', nl: 'Dit is dieper genest dan 256' });
    case 'too-large':
      return made(documentTooLarge, {
        en: 'This document has more than 64 million characters, or too many values',
        nl: 'Dit document heeft meer dan 64 miljoen tekens, of te veel waarden',
      });
    case 'merge-not-a-map':
      return made(mergeNotAMap, {
        en: '`<<` merges something that is no map',
        nl: '`<<` voegt iets samen dat geen groep is',
      });
    case 'complex-key':
      return made(complexKey, {
        en: 'A list or a map is used as a key',
        nl: 'Een lijst of groep is als sleutel gebruikt',
      });
    case 'not-text':
      return made(documentNotText, {
        en: 'This is not text: it holds a byte that no text has',
        nl: 'Dit is geen tekst: er staat een byte in die geen tekst heeft',
      });
    case 'empty':
      return made(
        documentEmpty,
        { en: 'This document is empty', nl: 'Dit document is leeg' },
        {
          help: {
            en: 'Write a manifest, or take the document away.',
            nl: 'Schrijf een manifest, of haal het document weg.',
          },
        },
      );
  }
}

const dutchDetails: Readonly<Record<string, string>> = {
  'unexpected end': 'het houdt onverwacht op',
  'a comment, which JSON does not have': 'een opmerking, en die kent JSON niet',
  'a text without its closing quote': 'een tekst zonder aanhalingsteken aan het einde',
  'an unfinished number': 'een onvoltooid getal',
  'an invalid escape in a text': 'een ongeldig bijzonder teken in een tekst',
  'an invalid character in a text': 'een ongeldig teken in een tekst',
  'something after the end of the value': 'iets na het einde van de waarde',
  'a comma where none belongs': 'een komma waar geen komma hoort',
  'a colon where none belongs': 'een dubbele punt waar die niet hoort',
  'a value where none belongs': 'een waarde waar die niet hoort',
  'a text where none belongs': 'een tekst waar die niet hoort',
  'an object where none belongs': 'een groep waar die niet hoort',
  'a list where none belongs': 'een lijst waar die niet hoort',
  'a comma after the last value': 'een komma na de laatste waarde',
  'bad indentation of a mapping entry': 'deze sleutel springt verkeerd in',
  'bad indentation of a sequence entry': 'dit onderdeel van een lijst springt verkeerd in',
  'unexpected end of the stream within a double quoted scalar':
    'het aanhalingsteken aan het einde van een tekst ontbreekt',
  'unexpected end of the stream within a single quoted scalar':
    'het aanhalingsteken aan het einde van een tekst ontbreekt',
  'unexpected end of the stream within a flow collection': 'een ] of } ontbreekt',
};

/** What the readers say, in Dutch where we know it; else their own words. */
function dutchDetail(detail: string): string {
  return Object.hasOwn(dutchDetails, detail) ? (dutchDetails[detail] ?? detail) : detail;
}
