import { resolve } from 'node:path';
import { type Language, type SourceText, vocabularySchema } from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { badChoice } from '../check/check-arguments.ts';
import type { Surroundings } from '../check/check-command.ts';
import { checkPolicies } from '../check/load-policies.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { languageOfEnvironment, wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';

/** `waarborg schema` as it was written: nothing is checked yet. */
export interface WrittenSchemaArguments {
  readonly packs: readonly string[];
  readonly output: string | undefined;
  readonly language: string | undefined;
  readonly color: boolean | undefined;
}

const languages = ['en', 'nl'] as const;

/** Runs `waarborg schema`: reads policies, writes the schema of their manifests, and gives the exit code. */
export function schema(written: WrittenSchemaArguments, { workingFolder, environment }: Surroundings): 0 | 2 {
  const asked = languages.find((each) => each === written.language);
  const spoken = asked ?? languageOfEnvironment(environment);
  const sources = new Map<string, SourceText>();
  const errors = wrongArgumentsIn(written).map((found) => problemReport(found, spoken));
  if (errors.length === 0) {
    const { checked, problems } = checkPolicies(written.packs, workingFolder);
    const faults = checked.diagnostics.filter(({ severity }) => severity === 'error');
    for (const { span } of faults) sources.set(span.source.name, span.source);
    errors.push(...problems.map((found) => problemReport(found, spoken)));
    errors.push(...faults.map((found) => diagnosticReport(found, null, spoken)));
    if (errors.length === 0) {
      // In English unless another language is asked, as all JSON is: a schema that colleagues share is not to change with
      // the settings of whoever wrote it last.
      const text = `${JSON.stringify(vocabularySchema(checked.program, asked ?? 'en'), undefined, 2)}\n`;
      errors.push(...write(text, written.output, workingFolder).map((found) => problemReport(found, spoken)));
    }
  }
  tell(errors, sources, spoken, wantsColour(written.color, environment, isTerminal(2)));
  return errors.length === 0 ? 0 : 2;
}

function wrongArgumentsIn({ output, language }: WrittenSchemaArguments): readonly Problem[] {
  const unknownLanguage = language !== undefined && !languages.some((each) => each === language);
  return [
    ...(unknownLanguage ? [badChoice('--language', language, languages)] : []),
    ...(output === '' ? [noFile] : []),
  ];
}

const noFile = problem(wrongArguments, { en: '-o names no file', nl: '-o noemt geen bestand' }, undefined, {
  en: 'Write -o manifest.schema.json.',
  nl: 'Schrijf -o manifest.schema.json.',
});

function write(text: string, output: string | undefined, workingFolder: string): readonly Problem[] {
  if (output !== undefined) {
    const failure = writeFileAtomically(resolve(workingFolder, output), output, [text]);
    return failure === undefined ? [] : [failure];
  }
  writeParts(1, [text]);
  return [];
}

function tell(
  errors: readonly ErrorReport[],
  sources: ReadonlyMap<string, SourceText>,
  language: Language,
  colour: boolean,
): void {
  const sourceOf = (file: string): SourceText | undefined => sources.get(file);
  const style = { language, width: widthOf(2), verbose: false, onePack: true, sourceOf };
  writeParts(
    2,
    printedLines(
      errors.flatMap((error) => [...errorLines(error, style), blank]),
      colour,
    ),
  );
}
