import { resolve } from 'node:path';
import { type Language, type SourceText, vocabularySchema } from '@waarborg/language';
import { isFaulty, readPolicies, readPresentation, type WrittenPresentation } from '../arguments/common-arguments.ts';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import { checkPolicies } from '../check/load-policies.ts';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';
import { wantsColour } from '../locale.ts';
import { blank, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { ErrorReport } from '../report.ts';
import type { Surroundings } from '../surroundings.ts';
import { isTerminal, widthOf, writeFileAtomically, writeParts } from '../write-output.ts';

/** `waarborg schema` as it was written: nothing is checked yet. */
export interface WrittenSchemaArguments extends WrittenPresentation {
  readonly packs: readonly string[];
  readonly output: string | undefined;
}

/** Runs `waarborg schema`: reads policies, writes the schema of their manifests, and gives the exit code. */
export function schema(written: WrittenSchemaArguments, surroundings: Surroundings): 0 | 2 {
  const { workingFolder, environment } = surroundings;
  const read = readPresentation(written, surroundings);
  const { language, spoken, colour, project } = read.arguments;
  const { policies, diagnostics } = readPolicies(written.packs, project);
  const wrong = {
    problems: [...read.problems, ...(written.output === '' ? [noFile] : [])],
    diagnostics: [...read.diagnostics, ...diagnostics],
  };
  // In English unless another language is asked, as all JSON is: a schema that colleagues share is not to change with the
  // settings of whoever wrote it last.
  const made = isFaulty(wrong) ? wrong : makeSchema(policies, language ?? 'en', written.output, workingFolder);
  const errors = [
    ...made.problems.map((found) => problemReport(found, spoken)),
    ...made.diagnostics.map((found) => diagnosticReport(found, null, spoken)),
  ];
  const sources = new Map(made.diagnostics.map(({ span }) => [span.source.name, span.source]));
  tell(errors, sources, spoken, wantsColour(colour, environment, isTerminal(2)));
  return errors.length === 0 ? 0 : 2;
}

type Faults = Omit<ReturnType<typeof readPresentation>, 'arguments'>;

function makeSchema(
  policies: readonly string[],
  language: Language,
  output: string | undefined,
  folder: string,
): Faults {
  const { checked, problems } = checkPolicies(policies, folder);
  const diagnostics = checked.diagnostics.filter(({ severity }) => severity === 'error');
  if (isFaulty({ problems, diagnostics })) return { problems, diagnostics };
  const text = `${JSON.stringify(vocabularySchema(checked.program, language), undefined, 2)}\n`;
  return { problems: write(text, output, folder), diagnostics };
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
