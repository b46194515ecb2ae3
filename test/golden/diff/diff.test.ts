import { buildProgram, comparePrograms, parsePolicy, sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { diffReport } from '../../../cli/src/diff/diff-report.ts';
import { renderDiffText } from '../../../cli/src/diff/render-diff-text.ts';
import { parseShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');

/** The head of a pack whose example shows none; what became of it has the next minor version. */
const head = (version: string): string => `pack test.pack version ${version}
  use waarborg.analysis 1

source act "The act"

`;

/** The policies of a side: a file for each text between lines of its own. */
function programOf(side: string, version: string) {
  const texts = side
    .split('// and\n')
    .map((text) => (/^(?:pack|pakket|vocabulary) /m.test(text) ? text : head(version) + text));
  const files = texts.map((text, index) => parsePolicy(sourceText(`${index}.waarborg`, text)));
  const ownWords = files.some(({ file }) => file.kind === 'vocabulary');
  const built = buildProgram([...files, ...(ownWords ? [] : vocabularies)]);
  expect(built.diagnostics.map(({ message }) => message.en)).toEqual([]);
  return built;
}

describe('what changed between two versions, as people see it', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source) => {
    const [old = '', next = ''] = source.split('// becomes\n');
    const { packs, fields } = comparePrograms(programOf(old, '1.0.0'), programOf(next, '1.1.0'));
    const side = { path: '', packs: [] };
    const run = {
      asOf: 0,
      old: side,
      new: side,
      packs,
      fields,
      manifests: [],
      problems: [],
      diagnostics: [],
      gate: 'none' as const,
    };
    return (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: [...renderDiffText(diffReport(run, language), { colour: false, width: 100, sources: new Map() })]
        .join('')
        .trimEnd(),
    }));
  });
});
