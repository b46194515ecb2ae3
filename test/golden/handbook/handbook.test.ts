import { buildProgram, describePack, parseDate, parsePolicy, sourceText } from '@waarborg/language';
import { describe, expect } from 'vitest';
import { renderDocumentMarkdown } from '../../../cli/src/document/document-markdown.ts';
import { runPackTests } from '../../../cli/src/handbook/run-pack-tests.ts';
import { writeHandbook } from '../../../cli/src/handbook/write-handbook.ts';
import { parseShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';

const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');
const asOf = parseDate('2026-11-23') ?? 0;

describe('handbooks in Markdown, from which the page says nothing else', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source, name) => {
    const checked = buildProgram([parsePolicy(sourceText(name, source)), ...vocabularies]);
    expect(checked.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
    const pack = describePack(checked, 'test.everything');
    if (pack === undefined) throw new Error('the pack is not there');
    const tests = runPackTests(pack.name, [], checked, asOf, import.meta.dirname);
    return (['en', 'nl'] as const).map((language) => {
      const document = writeHandbook({ pack, language, asOf, digest: 'sha256:0', tests, madeBy: '0.0.0' });
      return { heading: language, text: [...renderDocumentMarkdown(document)].join('') };
    });
  });
});
