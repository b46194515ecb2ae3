import type { SourceText } from '@waarborg/language';
import { exitCodeOf, type ManifestReport, type Report } from '../report.ts';
import { blank, type Line, piece, printedLines } from './lines.ts';
import { errorLines, manifestLines } from './text-manifest.ts';
import type { TextStyle } from './text-style.ts';
import { summaryLines, verdictLines } from './text-summary.ts';

/** What a text report needs besides the report itself. */
export interface TextOptions {
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
  readonly verbose: boolean;
  /** Only what fails, and nothing where all is well. */
  readonly quiet?: boolean;
  /** Whether the errors of the run go into the text; on a terminal they go to standard error. */
  readonly runErrors: boolean;
  /** The texts of manifests and policies by the name under which the report has them. */
  readonly sources: ReadonlyMap<string, SourceText>;
}

/** The report for people, in parts: each manifest with its findings, then what all come to. */
export function* renderText(report: Report, options: TextOptions): Generator<string> {
  const style = textStyle(report, options);
  const print = (lines: readonly Line[]): Generator<string> => printedLines(lines, options.colour);
  const rule: Line = [piece('─'.repeat(Math.min(options.width, 100)), 'quiet')];
  const { quiet = false } = options;
  const shown = quiet ? failingParts(report) : report.manifests;
  for (const [index, manifest] of shown.entries()) {
    yield* print([...(index === 0 ? [] : [blank, rule]), ...manifestLines(manifest, style)]);
  }
  if (options.runErrors) yield* print(report.errors.flatMap((error) => [blank, ...errorLines(error, style)]));
  if (report.manifests.length === 0) return;
  if (!quiet) yield* print([...(report.manifests.length > 1 ? [blank, rule] : []), ...summaryLines(report, style)]);
  // Where nothing stands above the verdict, no empty line does either.
  else if (exitCodeOf(report.verdict) !== 0)
    yield* print(verdictLines(report, style, true).slice(shown.length > 0 ? 0 : 1));
}

/** The manifests that fail or have errors, with nothing but the findings that make them fail. */
function failingParts({ manifests }: Report): readonly ManifestReport[] {
  return manifests
    .filter(({ verdict }) => exitCodeOf(verdict) !== 0)
    .map((manifest) => ({
      ...manifest,
      results: manifest.results.flatMap((result) => {
        const findings = result.findings.filter(({ counts }) => counts);
        return findings.length === 0 ? [] : { ...result, findings };
      }),
    }));
}

/** The errors of a run that belong to no manifest, or of all of it where nothing else shows them. */
export function renderErrors(report: Report, options: TextOptions, withManifests: boolean): Generator<string> {
  const style = textStyle(report, options);
  const own = withManifests ? report.manifests.flatMap((manifest) => manifest.errors) : [];
  return printedLines(
    [...report.errors, ...own].flatMap((error) => [...errorLines(error, style), blank]),
    options.colour,
  );
}

function textStyle(report: Report, options: TextOptions): TextStyle {
  return {
    language: report.language,
    width: options.width,
    verbose: options.verbose,
    onePack: report.packs.length <= 1,
    sourceOf: (file) => options.sources.get(file),
  };
}
