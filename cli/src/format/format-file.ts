import {
  convertSource,
  type Diagnostic,
  type Formatted,
  formatSource,
  type SourceText,
  type Spelling,
  sourceText,
} from '@waarborg/language';

/** What formatting the text of a file comes to, with the byte order mark that it begins with. */
export interface FormattedFile {
  readonly source: SourceText;
  readonly before: string;
  readonly after: string;
  readonly errors: readonly Diagnostic[];
  readonly extent: Formatted['extent'];
}

/** Formats the text of a file, in the spelling asked or its own. */
export function formatFile(shown: string, text: string, spelling: Spelling | undefined): FormattedFile {
  const source = sourceText(shown, text);
  const mark = text.slice(0, text.length - source.text.length);
  const formatted = spelling === undefined ? formatSource(source) : convertSource(source, spelling);
  return {
    source,
    before: text,
    after: `${mark}${formatted.text}`,
    errors: formatted.errors,
    extent: formatted.extent,
  };
}
