import { describe, expect } from 'vitest';
import { buildProgram } from '../../../language/src/check/build-program.ts';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { convertSource } from '../../../language/src/format/format.ts';
import { lintProgram } from '../../../language/src/lint/lint.ts';
import { sourceText } from '../../../language/src/source/source.ts';
import { parsePolicy } from '../../../language/src/syntax/parse.ts';
import { parseDate } from '../../../language/src/values/calendar.ts';
import { parseShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const shipped = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');
const asOf = parseDate('2026-11-23') ?? 0;

/** What is wrong with a policy, or may be better, as people see it in a language. */
function seen(name: string, text: string, language: 'en' | 'nl'): string {
  const files = [parsePolicy(sourceText(name, text)), ...shipped];
  const checked = buildProgram(files);
  const found = checked.diagnostics.length > 0 ? checked.diagnostics : lintProgram(checked, files, asOf);
  expect(found.length).toBeGreaterThan(0);
  return found.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n');
}

describe('messages in the language of the reader, with the words of the file', () => {
  // A source that cannot be converted, because of its mistake, has its Dutch form below a line `---`.
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const [english = '', written] = source.split(/^---\n/m);
    const dutch = written ?? convertSource(sourceText(name, english), 'nl').text;
    expect(dutch).toMatch(/^pakket /);
    return (['en', 'nl'] as const).flatMap((language) => [
      { heading: `an English file, for a reader of ${language}`, text: seen(name, english, language) },
      { heading: `a Dutch file, for a reader of ${language}`, text: seen(name, dutch, language) },
    ]);
  });
});
