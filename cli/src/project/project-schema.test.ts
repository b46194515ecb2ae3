import { sourceText } from '@waarborg/language';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { settingsClash } from './project-errors.ts';
import { projectSchema } from './project-shape.ts';
import { readProject } from './read-project.ts';

const ajv = new Ajv2020({ strict: true, strictTypes: false, allErrors: true });
// The calendar of JavaScript, so that our own is not the judge of itself.
ajv.addFormat('date', (text) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true);
const fits = ajv.compile(projectSchema);

/** Whether the schema accepts what a text says, as another reader of YAML has it. */
function schemaAccepts(text: string): boolean {
  const document = parseDocument(text);
  return document.errors.length === 0 && fits(document.toJS());
}

function weAccept(text: string): boolean {
  return readProject(sourceText('waarborg.yaml', text)).diagnostics.length === 0;
}

const valid = [
  '',
  '# nothing is set\n',
  '{}',
  'packs: [policies, "@ministry/packs", nl.rijk.big-data-veiligheid]',
  'manifests: ["**/*.analysis.yaml"]\nas-of: today',
  'as-of: 2024-02-29',
  'as-of: "2026-11-23"',
  'language: nl\nfail-on: recommended\nmax-warnings: 0',
  'formats: [text, json=out.json, "html=a = b.html"]',
  'overrides: [{ folder: a }, { folder: a/b, packs: [c], as-of: today, fail-on: mandatory }]',
  'max-warnings: +7',
  'baseline: accepted.yaml\nmax-warnings: 3',
  'packs: [null-like, "null", "12", "true"]',
  'packs: [yes, no, on, off, 1_000, 0b1, 12:30:45]',
  'packs: &here [a]\noverrides: [{ folder: b, packs: *here }]',
];

const invalid = [
  'null-ish',
  '[]',
  '12',
  'packs: policies',
  'packs: []',
  'packs:',
  'packs: ~',
  'packs: [null]',
  'packs: [true]',
  'packs: [12]',
  'packs: [0x1f]',
  'packs: [.inf]',
  'packs: [1e3]',
  'packs: [[a]]',
  'packs: [" "]',
  'pack: [a]',
  'as-of: 23-11-2026',
  'as-of: 2026-02-30',
  'as-of: 2026-1-1',
  'as-of: tomorrow',
  'as-of: 2026',
  'language: de',
  'language: NL',
  'fail-on: error',
  'max-warnings: -1',
  'max-warnings: 1.5',
  'max-warnings: "1"',
  'max-warnings: many',
  'max-warnings: 9007199254740993',
  'baseline:',
  'baseline: [a.yaml]',
  'baseline: " "',
  'overrides: [{ folder: a, baseline: b.yaml }]',
  'formats: text',
  'formats: [sarf]',
  'formats: [json=]',
  'formats: ["json= "]',
  'formats: [{ json: out.json }]',
  'overrides: { folder: a }',
  'overrides: [{ as-of: today }]',
  'overrides: [{ folder: "" }]',
  'overrides: [{ folder: a, language: nl }]',
  'overrides: [a]',
];

describe('the JSON Schema of a project file', () => {
  it.each(valid)('accepts, as the reader does: %s', (text) => {
    expect({ we: weAccept(text), schema: schemaAccepts(text) }).toEqual({ we: true, schema: true });
  });

  it.each(invalid)('refuses, as the reader does: %s', (text) => {
    expect({ we: weAccept(text), schema: schemaAccepts(text) }).toEqual({ we: false, schema: false });
  });

  it('agrees with the reader on settings put together at random', () => {
    const scalar = fc.constantFrom(
      ...['a', '""', '" "', 'null', '12', '-3', '2.5', 'true', 'nl', 'en', 'today', '2026-11-23', '2025-02-29'],
      ...['mandatory', 'text', 'json=o', 'json=', 'sarif=x', '0', '5', '~', '.5', '"5"', 'experiments'],
    );
    const list = fc.array(scalar, { maxLength: 3 }).map((items) => `[${items.join(', ')}]`);
    const key = fc.constantFrom(
      'packs',
      'manifests',
      'as-of',
      'language',
      'fail-on',
      'max-warnings',
      'formats',
      'folder',
    );
    const group = fc
      .uniqueArray(fc.tuple(key, fc.oneof(scalar, list)), { maxLength: 4, selector: ([name]) => name })
      .map((entries) => `{ ${entries.map(([name, value]) => `${name}: ${value}`).join(', ')} }`);
    const overrides = fc
      .array(group, { minLength: 1, maxLength: 2 })
      .map((groups) => `{ overrides: [${groups.join(', ')}] }`);
    fc.assert(
      fc.property(fc.oneof(group, overrides), (text) => {
        const { diagnostics } = readProject(sourceText('waarborg.yaml', text));
        // What excludes each other no schema can say.
        const ours = diagnostics.every(({ code }) => code === settingsClash.code);
        expect(ours, text).toBe(schemaAccepts(text));
      }),
      { numRuns: 500 },
    );
  });

  it('says of every setting what it means', () => {
    const settings = Object.entries(projectSchema['properties'] ?? {});
    expect(settings.length).toBeGreaterThan(7);
    for (const [name, setting] of settings) expect(setting, name).toHaveProperty('description');
  });
});
