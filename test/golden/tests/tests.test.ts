import { join } from 'node:path';
import { parseDate, parseTests, readDocuments, runTests, sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { buildShippedPolicies, packFolder, readSource } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const checked = buildShippedPolicies();
const model = join(packFolder, 'examples/model.analysis.yaml');

describe('errors in tests of rules, as people see them', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const parsed = parseTests(sourceText(name.replace('.waarborg', '.test.waarborg'), source));
    const { diagnostics } = runTests([parsed], checked, {
      asOf: parseDate('2026-11-23') ?? 0,
      readManifest: (path) =>
        path === 'model.analysis.yaml' ? readDocuments(readSource(path, model), 'yaml') : undefined,
    });
    // One mistake, one message.
    expect(diagnostics).toHaveLength(1);
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
