import { sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { readProject } from '../../../cli/src/project/read-project.ts';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { testGoldenFiles } from '../golden.ts';

describe('errors in project files, as people see them', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source) => {
    const { diagnostics } = readProject(sourceText('waarborg.yaml', source));
    // One mistake, one message.
    expect(diagnostics).toHaveLength(1);
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
