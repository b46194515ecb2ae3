import {
  type CoreProgram,
  type Diagnostic,
  type DocumentSyntax,
  readDocuments,
  sourceText,
  typeManifest,
  vocabularySchema,
} from '@waarborg/language';
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { CORE_SCHEMA, loadAll, mergeTag } from 'js-yaml';

/** Keywords that editors know and the standard does not. */
const ofEditors = [
  ...['markdownDescription', 'enumDescriptions', 'markdownEnumDescriptions'],
  ...['patternErrorMessage', 'deprecationMessage', 'doNotSuggest'],
];

const validators = new Map<string, ValidateFunction>();

/** The schema of a program, as a validator that knows nothing of Waarborg has it. Many programs have the same. */
export function validatorOf(program: CoreProgram): ValidateFunction {
  const schema = vocabularySchema(program, 'en');
  const text = JSON.stringify(schema);
  const known = validators.get(text);
  if (known !== undefined) return known;
  // What is strict here is that no keyword is misspelt; what could be clearer is a matter of taste.
  const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false, allErrors: true });
  ajv.addVocabulary(ofEditors);
  const validate = ajv.compile(schema);
  validators.set(text, validate);
  return validate;
}

/** What the reader of manifests and a validator each say of a document. */
export interface Verdicts {
  readonly errors: readonly Diagnostic[];
  readonly valid: boolean;
  readonly faults: string;
}

// As YAML 1.2 has it, which is what editors read: dates and yes are texts there.
const yaml12 = CORE_SCHEMA.withTags(mergeTag);

/**
 * What both say of each document of a text; nothing where the text is no JSON or YAML at all, or holds a number that JSON
 * has not: then there is no value for a schema to look at.
 */
export function verdictsOn(
  text: string,
  syntax: Exclude<DocumentSyntax, 'detect'>,
  program: CoreProgram,
  validate: ValidateFunction,
): readonly Verdicts[] {
  const { documents } = readDocuments(sourceText('manifest', text), syntax);
  if (documents.some(({ problems }) => problems.length > 0)) return [];
  const values = syntax === 'json' ? [JSON.parse(text)] : tryYaml(text);
  if (values === undefined || values.length !== documents.length) return [];
  return documents.flatMap((document, index) => {
    if (holdsNoJsonNumber(values[index])) return [];
    const valid = validate(values[index]);
    const faults = JSON.stringify(validate.errors?.map(({ instancePath, message }) => `${instancePath} ${message}`));
    return [{ errors: typeManifest(document, program).diagnostics, valid, faults }];
  });
}

/** Keys that differ as texts may be one key to others (`~` and `null`): then they read no document. */
function tryYaml(text: string): readonly unknown[] | undefined {
  try {
    return loadAll(text, { schema: yaml12 });
  } catch {
    return undefined;
  }
}

function holdsNoJsonNumber(value: unknown): boolean {
  if (typeof value === 'number') return !Number.isFinite(value);
  return typeof value === 'object' && value !== null && Object.values(value).some(holdsNoJsonNumber);
}

/** How a disagreement reads in a failed test; undefined where the two agree as far as a schema can say it. */
export function disagreement({ errors, valid, faults }: Verdicts): string | undefined {
  const shown = errors.map(({ code, message, span }) => `${code} ${message.en} at ${span.start}`).join('; ');
  if (errors.length === 0) return valid ? undefined : `the reader takes it, and the schema says ${faults}`;
  const sayable = errors.filter((error) => !isBeyondSchemas(error));
  return valid && sayable.length > 0 ? `the schema takes it, and the reader says ${shown}` : undefined;
}

/**
 * Whether an error is one that docs/reference/schema.md says no schema has: two items with one key; the plain word `none`
 * in place of a text that must be there, which is the text "none" to others; and how a number is written, or how large
 * one with an exponent is, a choice that is called like a number or `true`, or a period of several parts or of more than four digits.
 */
function isBeyondSchemas({ code, span }: Diagnostic): boolean {
  const { text } = span.source;
  const at = text.slice(span.start, span.end);
  const bare = at.replace(/^(["'])(.*)\1$/, '$2').trim();
  switch (code) {
    case 'WB0533':
      return true;
    case 'WB0525':
      return /\bid"?:\s*"?none\b/.test(text);
    case 'WB0534':
      return /:\s*"?none\b/.test(text);
    case 'WB0541':
      return bare === 'none';
    case 'WB0545':
    case 'WB0546':
    case 'WB0547':
      return readAsNumber(at) || /^[+-]?\d+(?:\.\d+)?[eE][+-]?\d{1,3}\s*%?$/.test(bare) || bare.length > 400;
    case 'WB0550':
      return /^(?:true|false|[-+.\d][\w.+-]*)$/i.test(at);
    case 'WB0549':
      return /^(?:\d{5,6}\s+[a-z]+|P[\dYMWD]*\d{4}[\dYMWD]*)$/i.test(bare);
    default:
      return false;
  }
}

/** Whether others read a plain value as a number, in a way that is none here: `0x10`, `.5`, `1.0` where a count is asked. */
function readAsNumber(written: string): boolean {
  return (
    /^(?:0x[\da-fA-F]+|0o[0-7]+|[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?)$/.test(written) && !isPlain(written)
  );
}

function isPlain(written: string): boolean {
  return /^[+-]?\d+(?:\.\d*[1-9])?$/.test(written) && !/^[+-]0+$/.test(written);
}
