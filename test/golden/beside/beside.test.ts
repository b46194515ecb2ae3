import {
  claimsOfNobody,
  type Diagnostic,
  joinClaims,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { buildShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const { program } = buildShippedPolicies();
const mark = '--- beside\n';

describe('errors in the file beside a manifest, as people see them', () => {
  // First the manifest; below the line `--- beside` what stands in the file beside it.
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const [own = '', beside = ''] = source.split(mark);
    const stem = name.replace('.waarborg', '');
    const [document] = readDocuments(sourceText(`${stem}.analysis.yaml`, own), 'yaml').documents;
    if (document === undefined) throw new Error('a manifest is a document');
    const { documents } = readDocuments(sourceText(`${stem}.exceptions.yaml`, beside), 'yaml');
    const typed = typeManifest(document, program);
    const diagnostics: readonly Diagnostic[] = [
      ...joinClaims(typed, documents, program).diagnostics,
      ...claimsOfNobody(documents, typed.id === undefined ? [] : [typed.id]),
    ];
    // One mistake, one message, at its place in the file beside.
    expect(diagnostics.map(({ span }) => span.source.name)).toEqual([`${stem}.exceptions.yaml`]);
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
