import { buildProgram, type CoreProgram, parsePolicy, sourceText, vocabularySchema } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { testGoldenFiles } from '../golden/golden.ts';
import { buildShippedPolicies } from '../policies/shipped-policies.ts';
import { validatorOf, verdictsOn } from './agreement.ts';

function programOf(...texts: readonly string[]): CoreProgram {
  const { program, diagnostics } = buildProgram(
    texts.map((text, index) => parsePolicy(sourceText(`file ${index}`, text))),
  );
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  return program;
}

/** Whether the schema of a program takes a manifest. */
function takes(program: CoreProgram, manifest: string): boolean | undefined {
  return verdictsOn(manifest, 'yaml', program, validatorOf(program))[0]?.valid;
}

describe('the schema of a vocabulary', () => {
  testGoldenFiles(new URL('./', import.meta.url), (source) =>
    (['en', 'nl'] as const).map((language) => ({
      heading: language,
      text: JSON.stringify(vocabularySchema(programOf(source), language), undefined, 2),
    })),
  );
});

describe('the schema of the shipped packs', () => {
  const { program } = buildShippedPolicies();

  it('is the same each time, and says what it is of', () => {
    const schema = vocabularySchema(program, 'nl');
    expect(JSON.stringify(schema)).toBe(JSON.stringify(vocabularySchema(buildShippedPolicies().program, 'nl')));
    expect(schema['$id']).toMatch(
      /^urn:waarborg:schema:nl:waarborg\.analysis%401\.0\.0:nl\.rijk\.big-data-veiligheid%40/,
    );
    expect(schema['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
  });

  it('has a text for every field and choice, in the language that is asked', () => {
    for (const language of ['en', 'nl'] as const) {
      const without: string[] = [];
      const visit = (schema: unknown, path: string): void => {
        if (typeof schema !== 'object' || schema === null) return;
        for (const [keyword, value] of Object.entries(schema)) {
          if (keyword === 'properties') {
            for (const [name, field] of Object.entries(Object(value))) {
              if (typeof Object(field)['description'] !== 'string') without.push(`${path}/${name}`);
            }
          }
          if (keyword === 'enumDescriptions' && Object.values(Object(value)).includes('')) without.push(path);
          visit(value, `${path}/${keyword}`);
        }
      };
      visit(vocabularySchema(program, language), '');
      expect(without).toEqual([]);
    }
  });

  it('refers to nothing that it does not define', () => {
    const schema = vocabularySchema(program, 'en');
    const names = new Set(Object.keys(Object(schema['$defs'])));
    const references = [...JSON.stringify(schema).matchAll(/"\$ref":"#\/\$defs\/([^"]*)"/g)].map(([, name = '']) =>
      decodeURIComponent(name).replaceAll('~1', '/').replaceAll('~0', '~'),
    );
    expect(references.length).toBeGreaterThan(50);
    expect(references.filter((name) => !names.has(name))).toEqual([]);
    expect([...names].filter((name) => !references.includes(name))).toEqual([]);
  });

  it('suggests what rules declare, and takes other texts', () => {
    const schema = JSON.stringify(vocabularySchema(program, 'en'));
    expect(schema.includes('"examples":["data-current/reasonable-effort","openness/effectiveness"]')).toBe(true);
    expect(takes(program, 'id: a\nexplanations: [{ reference: r, rule: somebody-elses/rule }]')).toBe(true);
  });

  it('asks for nothing but what identifies', () => {
    expect(takes(program, 'id: a')).toBe(true);
    expect(takes(program, 'name: a')).toBe(false);
    expect(takes(program, 'id: a\ndatasets: [{ link: b }]')).toBe(false);
  });
});

describe('the schema of several vocabularies', () => {
  const words = 'vocabulary test.words version 3.0.0\nmanifest thing { id: text role id  size: count }\n';
  const more = 'vocabulary test.more version 1.0.0\n  extends test.words 3\nrecord thing { colour: text }\n';
  const plain = 'vocabulary waarborg.analysis version 1.0.0\nmanifest analysis { id: text role id  goal: text }\n';
  const all = programOf(words, more, plain);

  it.each([
    ['id: a\ngoal: b', true],
    ['id: a\nsize: 3', false],
    ['vocabulary: test.words 3\nid: a\nsize: 3', true],
    ['vocabulary: test.words 3\nid: a\ncolour: red', false],
    ['vocabulary: test.more 1\nid: a\ncolour: red\nsize: 1', true],
    ['vocabulary: test.more 2\nid: a', false],
    ['vocabulary: test.mroe 1\nid: a', false],
    ['vocabulary: test.more\nid: a', false],
    ['vocabulary: test.more 1\nrecord: thing\nid: a', true],
    ['vocabulary: test.more 1\nrecord: thin\nid: a', false],
  ])('%j is valid: %s', (manifest, valid) => {
    expect(takes(all, manifest)).toBe(valid);
  });

  it('asks for the vocabulary where a manifest without one would be of none', () => {
    expect(takes(programOf(words), 'id: a')).toBe(false);
    expect(takes(programOf(words), 'vocabulary: test.words 3\nid: a')).toBe(true);
  });
});

describe('what has nothing to offer', () => {
  it('takes nothing where there are no manifests', () => {
    expect(takes(programOf('vocabulary test.none version 1.0.0\nrecord part { a: text }\n'), 'id: a')).toBe(false);
  });

  it('takes no purpose where none is declared, and what holds itself', () => {
    const program = programOf(
      'vocabulary test.self version 1.0.0\nmanifest thing { id: text role id  aim: purpose  parts: list of part keyed by n }\nrecord part { n: text  parts: list of part keyed by n }\n',
    );
    const head = 'vocabulary: test.self 1\nid: a\n';
    expect(takes(program, `${head}aim: tax`)).toBe(false);
    expect(takes(program, `${head}aim: none`)).toBe(true);
    expect(takes(program, `${head}parts: [{ n: a, parts: [{ n: b, parts: [] }] }]`)).toBe(true);
    expect(takes(program, `${head}parts: [{ n: a, parts: [{ m: b }] }]`)).toBe(false);
  });
});
