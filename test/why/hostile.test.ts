import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildProgram } from '../../language/src/check/build-program.ts';
import { decide } from '../../language/src/evaluate/decide.ts';
import { compileProgram } from '../../language/src/evaluate/judge.ts';
import { readDocuments } from '../../language/src/manifest/read-document.ts';
import { typeManifest } from '../../language/src/manifest/type-manifest.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parsePolicy } from '../../language/src/syntax/parse.ts';
import { findTurns } from '../../language/src/turn/find-turns.ts';
import { applyEdits } from '../../language/src/turn/text-edits.ts';
import { parseDate } from '../../language/src/values/calendar.ts';

const packs = join(import.meta.dirname, '../../policies');
const policies = ['nl-big-data-2016', 'waarborg.analysis'].flatMap((folder) =>
  readdirSync(join(packs, folder))
    .filter((name) => name.endsWith('.waarborg'))
    .map((name) => parsePolicy(sourceText(name, readFileSync(join(packs, folder, name), 'utf8')))),
);
const { program } = buildProgram(policies);
const compiled = compileProgram(program);
const rules = program.packs.flatMap((pack) => pack.rules.map(({ id }) => id));
const lines = readFileSync(join(packs, 'nl-big-data-2016/examples/debt-recovery.analysis.yaml'), 'utf8').split('\n');
const asOf = parseDate('2026-11-23') ?? 0;

/** What people, editors and bad merges do to a file. */
const spoil = fc.constantFrom<(line: string) => string>(
  () => '',
  (line) => line.slice(0, Math.floor(line.length / 2)),
  (line) => line.replace(/: .*/, ':'),
  (line) => line.replace(/: .*/, ': none'),
  (line) => line.replace(/: .*/, ': [1, {a: b}]'),
  (line) => `${line}\n${line}`,
  (line) => `  ${line}`,
  (line) => line.replace(/: (.*)/, ': &x $1'),
  (line) => line.replace(/: .*/, ': |\n        text'),
  (line) => line.replaceAll(' ', '\u00a0'),
);

it('no manifest, however spoilt, makes why fail, and what it proposes can be read', { timeout: 900_000 }, () => {
  let proposed = 0;
  const property = fc.property(
    fc.array(fc.tuple(fc.nat(lines.length - 1), spoil), { minLength: 1, maxLength: 4 }),
    fc.constantFrom(...rules),
    fc.constantFrom<'yaml' | 'json' | 'detect'>('yaml', 'yaml', 'yaml', 'detect', 'json'),
    (spoilt, rule, syntax) => {
      const made = [...lines];
      for (const [at, change] of spoilt) made[at] = change(made[at] ?? '');
      const source = sourceText('m', made.join('\n'));
      for (const document of readDocuments(source, syntax).documents) {
        const manifest = typeManifest(document, program);
        const decision = decide(compiled, manifest, asOf, rule);
        const [subject] = decision?.subjects ?? [];
        if (subject === undefined) continue;
        const { result } = subject;
        const search = { program, manifest, syntax, asOf, result, bounds: { single: 60, pairs: 30 } };
        for (const { edits } of findTurns(search).turns) {
          proposed += 1;
          const [read] = readDocuments(sourceText('m', applyEdits(source.text, edits)), syntax).documents;
          expect(read?.problems.length ?? 1).toBeLessThanOrEqual(document.problems.length);
        }
      }
    },
  );
  fc.assert(property);
  expect(proposed).toBeGreaterThan(20);
});
