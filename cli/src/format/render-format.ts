import type { Diagnostic, Language } from '@waarborg/language';
import { diagnosticReport, problemReport } from '../check/build-report.ts';
import type { Problem } from '../command-errors.ts';
import { blank, type Line, paragraph, printedLines } from '../render/lines.ts';
import { errorLines } from '../render/text-manifest.ts';
import type { TextStyle } from '../render/text-style.ts';
import type { FormattedFile } from './format-file.ts';

/** How errors are to look. */
export interface FormatStyle {
  readonly language: Language;
  readonly colour: boolean;
  readonly width: number;
}

/** What could not be read or written, what is wrong in the project file, the errors in files, and what was done with each file that has some. */
export function renderFormatErrors(
  files: readonly FormattedFile[],
  problems: readonly Problem[],
  diagnostics: readonly Diagnostic[],
  { language, colour, width }: FormatStyle,
): Iterable<string> {
  const sources = new Map(
    [...files, ...diagnostics.map(({ span }) => span)].map(({ source }) => [source.name, source]),
  );
  const text: TextStyle = { language, width, verbose: false, onePack: true, sourceOf: (file) => sources.get(file) };
  const lines = [
    ...problems.flatMap((found) => [...errorLines(problemReport(found, language), text), blank]),
    ...diagnostics.flatMap((found) => [...errorLines(diagnosticReport(found, null, language), text), blank]),
    ...files.flatMap((file): readonly Line[] => {
      const errors = file.errors.map((found) => diagnosticReport(found, null, language));
      if (errors.length === 0) return [];
      const done = paragraph([], `${file.source.name}: ${extents[file.extent][language]}`, width);
      return [...errors.flatMap((error) => [...errorLines(error, text), blank]), ...done, blank];
    }),
  ];
  return printedLines(lines, colour);
}

const extents: Readonly<Record<FormattedFile['extent'], Readonly<Record<Language, string>>>> = {
  whole: { en: 'formatted', nl: 'opgemaakt' },
  'around-errors': {
    en: 'what has an error in it was left as it is, and the rest formatted',
    nl: 'wat een fout bevat is gelaten zoals het is, en de rest opgemaakt',
  },
  nothing: { en: 'left as it is because of the error', nl: 'vanwege de fout gelaten zoals het is' },
};

/** How many files were looked at, and how many of them were, or would be, changed. */
export function summaryOf(
  files: readonly FormattedFile[],
  { mode, language }: { readonly mode: 'write' | 'check' | 'diff'; readonly language: Language },
): string {
  const changed = files.filter(({ before, after }) => before !== after).length;
  const count = files.length;
  // What was left because of an error is not formatted, though it does not change.
  const isDone = changed === 0 && files.every(({ errors }) => errors.length === 0);
  if (language === 'nl') {
    const bestanden = `${count} ${count === 1 ? 'bestand' : 'bestanden'}`;
    if (isDone) return count === 1 ? '1 bestand is al opgemaakt' : `Alle ${bestanden} zijn al opgemaakt`;
    const zou = changed === 1 ? 'zou veranderen' : 'zouden veranderen';
    return mode === 'write' ? `${changed} van ${bestanden} opgemaakt` : `${changed} van ${bestanden} ${zou}`;
  }
  if (isDone) return count === 1 ? '1 file is formatted already' : `All ${count} files are formatted already`;
  const ofFiles = `${changed} of ${count} ${count === 1 ? 'file' : 'files'}`;
  return mode === 'write' ? `Formatted ${ofFiles}` : `${ofFiles} would change`;
}
