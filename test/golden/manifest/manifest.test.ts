import { readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { buildShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const { program } = buildShippedPolicies();

describe('errors in manifests, as people see them', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const syntax = source.startsWith('{') ? 'json' : 'yaml';
    const file = sourceText(name.replace('.waarborg', `.analysis.${syntax}`), source);
    const { documents } = readDocuments(file, syntax);
    const diagnostics = documents.flatMap((document) => typeManifest(document, program).diagnostics);
    // One mistake, one message; a file that shows two says so in its name.
    expect(diagnostics).toHaveLength(name.startsWith('two-slips') ? 2 : 1);
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
