import { buildProgram, lintProgram, parseDate, parsePolicy, parseTests, sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { parseShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');
const asOf = parseDate('2026-11-23') ?? 0;

function testsOf(text: string | undefined): readonly ReturnType<typeof parseTests>[] {
  return text === undefined ? [] : [parseTests(sourceText('example.test.waarborg', text))];
}

describe('findings of lint, as people see them', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const [policy = '', tests] = source.split('// In a file of tests:\n');
    const files = [parsePolicy(sourceText(name, policy)), ...vocabularies];
    const built = buildProgram(files);
    expect(built.diagnostics).toEqual([]);
    const found = lintProgram(built, files, asOf, testsOf(tests)).filter(({ span }) => span.source.name === name);
    expect(found.map(({ code }) => code)).toContain(name.replace('.waarborg', ''));
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: found.map((finding) => renderDiagnostic(finding, language)).join('\n'),
    }));
  });
});
