import { describe, expect } from 'vitest';
import { buildProgram } from '../../../language/src/check/build-program.ts';
import { renderDiagnostic } from '../../../language/src/diagnostic/render.ts';
import { sourceText } from '../../../language/src/source/source.ts';
import { parsePolicy } from '../../../language/src/syntax/parse.ts';
import { parseShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const shipped = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');

describe('errors in policies, as people see them', () => {
  // A line `--- name` starts another file.
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const [first = '', ...others] = source.split(/^--- (.*)\n/m);
    const files = [parsePolicy(sourceText(name, first))];
    for (let index = 0; index < others.length; index += 2) {
      files.push(parsePolicy(sourceText(others[index] ?? '', others[index + 1] ?? '')));
    }
    const { diagnostics } = buildProgram([...files, ...shipped]);
    // One mistake, one message; a file that shows two says so in its name.
    expect(diagnostics).toHaveLength(name.startsWith('two-slips') ? 2 : 1);
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: diagnostics.map((diagnostic) => renderDiagnostic(diagnostic, language)).join('\n'),
    }));
  });
});
