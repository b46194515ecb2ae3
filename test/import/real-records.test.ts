import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileProgram, judge, parseDate, readDocuments, sourceText, typeManifest } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { identifierOf, recordToManifest } from '../../cli/src/import/record-to-manifest.ts';
import { formOf, isRecord, recordsIn } from '../../cli/src/import/register-record.ts';
import { buildShippedPolicies } from '../policies/shipped-policies.ts';

const folder = fileURLToPath(new URL('../../../shared/data/nl-algoritmeregister/records/', import.meta.url));
const there = existsSync(folder);
const files = there
  ? ['register-2026-08-08.sample.json', 'register-2022.pub_data.json', ...templates('supplier-templates-v1.0')]
  : [];

function templates(name: string): readonly string[] {
  const names = readdirSync(join(folder, name)).filter((file) => file.endsWith('.json'));
  return names.map((file) => `${name}/${file}`);
}

// Records of the register that nobody here wrote; they are read where they lie, and never copied into the project.
describe.skipIf(!there)('real records of the Dutch Algorithm Register (skipped where shared/data is absent)', () => {
  const { program } = buildShippedPolicies();
  const compiled = compileProgram(program);
  const asOf = parseDate('2026-11-23') ?? 0;
  const records = files.flatMap((file) => {
    const found = recordsIn(JSON.parse(readFileSync(join(folder, file), 'utf8'))) ?? [];
    return found.filter(isRecord).map((record) => ({ file, record }));
  });

  it('are all there', () => {
    expect(records.length).toBe(371 + 117 + 27);
  });

  it('import without an error, read without a diagnostic, and pass no rule', () => {
    const seen = { manifests: 0, results: 0, passed: [] as string[] };
    for (const { file, record } of records) {
      const form = formOf(record);
      expect(form, file).toBeDefined();
      if (form === undefined) continue;
      const { text } = recordToManifest(record, identifierOf(record, form) ?? 'no-identifier');
      const [document, ...more] = readDocuments(sourceText(file, text), 'yaml').documents;
      expect(more).toEqual([]);
      if (document === undefined) continue;
      const manifest = typeManifest(document, program);
      expect(manifest.diagnostics.map((found) => `${file}: ${found.message.en}`)).toEqual([]);
      const { results } = judge(compiled, manifest, asOf);
      seen.manifests += 1;
      seen.results += results.length;
      seen.passed.push(...results.filter((result) => result.outcome === 'pass').map((result) => result.rule));
    }
    // No record says which law applies, collected-for purposes or error margins: whatever passed would be made up.
    expect(seen).toEqual({ manifests: records.length, results: expect.any(Number), passed: [] });
    expect(seen.results).toBeGreaterThan(records.length * 40);
  });

  it('would not pass by a law alone: with the regime filled in, what a record does not say stays unproven', () => {
    const outcomes = new Set<string>();
    const passed = new Set<string>();
    for (const { file, record } of records) {
      const { text } = recordToManifest(record, 'x');
      const [document] = readDocuments(sourceText(file, `${text}\nregime: [avg]\n`), 'yaml').documents;
      if (document === undefined) continue;
      for (const result of judge(compiled, typeManifest(document, program), asOf).results) {
        outcomes.add(result.outcome);
        if (result.outcome === 'pass') passed.add(result.rule.split('/')[1] ?? '');
      }
    }
    expect([...passed]).toEqual([]);
    expect(outcomes).toContain('unproven');
  });
});
