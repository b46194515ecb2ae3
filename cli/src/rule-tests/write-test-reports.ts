import { resolve } from 'node:path';
import { isatty } from 'node:tty';
import type { Language, SourceText } from '@waarborg/language';
import { renderDocumentHtml } from '../document/document-html.ts';
import { renderDocumentMarkdown } from '../document/document-markdown.ts';
import { wantsColour } from '../locale.ts';
import { renderJson } from '../render/render-json.ts';
import type { Surroundings } from '../surroundings.ts';
import { widthOf, writeFileAtomically, writeParts } from '../write-output.ts';
import { renderLcov } from './coverage-report.ts';
import { renderJunit } from './render-junit.ts';
import { renderTap } from './render-tap.ts';
import { renderTestErrors, renderTestText, type TestStyle } from './render-test-text.ts';
import type { TestArguments, TestDestination } from './test-arguments.ts';
import { testDocument } from './test-document.ts';
import { type FinishedRun, type TestReport, testReport } from './test-report.ts';

/** Writes the reports that were asked for, and the errors to standard error; gives the exit code. */
export function writeTestReports(
  run: FinishedRun,
  sources: ReadonlyMap<string, SourceText>,
  options: TestArguments,
  { workingFolder, environment }: Surroundings,
): 0 | 1 | 2 {
  const { spoken: language } = options;
  const style = (descriptor: 1 | 2): TestStyle => {
    const colour = wantsColour(options.colour, environment, isatty(descriptor));
    return { colour, width: widthOf(descriptor), verbose: options.verbose, sources };
  };
  const plain: TestStyle = { colour: false, width: 100, verbose: options.verbose, sources };
  const inLanguage = (wanted: Language): TestReport => testReport(run, wanted);
  const render = ({ format, file }: TestDestination): Iterable<string> => {
    switch (format) {
      case 'text':
        return renderTestText(inLanguage(language), file === undefined ? style(1) : plain);
      case 'json':
        return renderJson(inLanguage(options.language ?? 'en'));
      case 'junit':
        return renderJunit(inLanguage(options.language ?? 'en'));
      case 'tap':
        return renderTap(inLanguage(options.language ?? 'en'));
      case 'html':
        return renderDocumentHtml(testDocument(inLanguage(language)));
      case 'markdown':
        return renderDocumentMarkdown(testDocument(inLanguage(language)));
      case 'lcov': {
        const { coverage } = inLanguage('en');
        return coverage === null ? [] : renderLcov(coverage);
      }
    }
  };
  const failures = options.destinations.flatMap((destination) => {
    if (destination.file !== undefined) {
      return writeFileAtomically(resolve(workingFolder, destination.file), destination.file, render(destination)) ?? [];
    }
    if (destination.format !== 'text' || run.cases.length > 0) writeParts(1, render(destination));
    return [];
  });
  const report = testReport({ ...run, problems: [...run.problems, ...failures] }, language);
  writeParts(2, renderTestErrors(report, style(2)));
  return exitCodes[report.verdict];
}

const exitCodes = { passed: 0, failed: 1, error: 2 } as const;
