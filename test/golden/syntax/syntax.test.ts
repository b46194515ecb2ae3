import { describe } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { sourceText } from '../../../language/src/source/source.ts';
import { parsePolicy } from '../../../language/src/syntax/parse.ts';
import { testGoldenFiles } from '../golden.ts';

describe('errors in the writing, as people see them', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const { diagnostics } = parsePolicy(sourceText(name, source));
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
