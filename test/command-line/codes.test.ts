import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildProgram, parsePolicy, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { longestDocument } from '../../language/src/manifest/document.ts';
import { waarborg } from './run-waarborg.ts';

const folder = mkdtempSync(join(tmpdir(), 'waarborg-codes-'));

describe('errors that have no place in a text', () => {
  it.each([
    ['WB0907', ['check', '-', '--policy', 'no-such-pack']],
    ['WB0910', ['check', '--as-of', 'yesterday']],
    ['WB0911', ['import', 'algoritmeregister', 'small.json']],
  ])('%s', (code, written) => {
    writeFileSync(join(folder, 'small.json'), '{}');
    const { exit, errors } = waarborg(written, { folder });
    expect(exit).toBe(2);
    expect(errors.match(/WB\d{4}/g)).toEqual([code]);
  });

  it('WB0906: a file beyond what is read is refused without reading it', () => {
    writeFileSync(join(folder, 'large.yaml'), '');
    truncateSync(join(folder, 'large.yaml'), longestDocument + 1);
    const { exit, errors, output } = waarborg(['check', 'large.yaml'], { folder });
    expect(exit).toBe(2);
    expect(`${output}${errors}`).toContain('WB0906');
  });
});

describe('errors in manifests that the shipped vocabulary cannot show', () => {
  const vocabulary = 'vocabulary test.words version 1.0.0\nmanifest thing { id: text role id  kept: duration }';
  const { program } = buildProgram([parsePolicy(sourceText('words', vocabulary))]);
  const codesOf = (text: string): readonly string[] =>
    readDocuments(sourceText('x', text), 'yaml').documents.flatMap((document) =>
      typeManifest(document, program).diagnostics.map((found) => found.code),
    );

  it('WB0549: a duration that is none', () => {
    expect(codesOf('vocabulary: test.words 1\nid: a\nkept: 6')).toEqual(['WB0549']);
    expect(codesOf('vocabulary: test.words 1\nid: a\nkept: 6 maanden')).toEqual([]);
  });

  it('WB0509: a text beyond what is read', () => {
    expect(codesOf('a'.repeat(longestDocument + 1))).toEqual(['WB0509']);
  });
});
