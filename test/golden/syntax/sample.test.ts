import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../../../language/src/source/source.ts';
import { type ParsedFile, parsePolicy } from '../../../language/src/syntax/parse.ts';
import { withoutSpans } from '../../../language/src/syntax/parse-for-test.ts';

function parseSample(name: string): ParsedFile {
  return parsePolicy(sourceText(name, readFileSync(new URL(name, import.meta.url), 'utf8')));
}

describe('the sample with which the language was designed', () => {
  it('is read without a mistake', () => {
    const { diagnostics, file } = parseSample('sample.waarborg');
    expect(diagnostics).toEqual([]);
    expect(file.kind === 'pack' && file.items.map((item) => item.kind)).toEqual([
      ...['source', 'source', 'purpose', 'purpose', 'compatible', 'parameter', 'define'],
      ...['rule', 'rule', 'rule', 'rule', 'rule', 'rule'],
    ]);
  });

  it('says the same in Dutch', () => {
    const { diagnostics, file } = parseSample('voorbeeld.waarborg');
    expect(diagnostics).toEqual([]);
    const english = parseSample('sample.waarborg').file;
    expect(withoutSpans({ ...file, spelling: 'en' })).toEqual(withoutSpans(english));
  });
});
