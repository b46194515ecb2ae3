import { describe, expect, it } from 'vitest';
import { type ManifestCompletion, manifestCompletionsOf } from './manifest-completion.ts';
import { manifestDiagnosticsOf } from './manifest-diagnostics.ts';
import { studyWorkspace } from './manifests-for-test.ts';
import { updateSnapshot } from './support/snapshot.ts';

const head = 'vocabulary: test.study 1\nid: one\n';

function found(manifest: string, name?: string): readonly ManifestCompletion[] {
  const { snapshot, path, offset } = studyWorkspace(manifest, name);
  return manifestCompletionsOf(snapshot, path, offset);
}

function labels(manifest: string, name?: string): readonly string[] {
  return found(manifest, name).map(({ label }) => label);
}

/** The text after a completion is taken, with the caret in it. */
function taken(manifest: string, label: string, name?: string): string {
  const text = manifest.replace('▮', '');
  const item = found(manifest, name).find((each) => each.label === label);
  if (item === undefined) return 'not offered';
  const { span, text: put, caret } = item;
  return `${text.slice(0, span.start)}${put.slice(0, caret)}▮${put.slice(caret)}${text.slice(span.end)}`;
}

const fields = [
  'title',
  'purpose',
  'colour',
  'secret',
  'started',
  'regions',
  'method',
  'sets',
  'claims',
  'explanations',
];

describe('completion of keys', () => {
  it('offers those that are not there, in the order of the vocabulary, at half a key and at none', () => {
    expect(labels(`${head}▮`)).toEqual(fields);
    expect(labels(`${head}col▮`)).toEqual(fields);
    expect(labels(`${head}tint: red\n▮\ntitle: A\n`)).toEqual(
      fields.filter((each) => each !== 'title' && each !== 'colour'),
    );
    expect(labels(`${head}col▮our: red\n`)).toEqual(fields);
  });

  it('of an item, of a group of fields, and between brackets', () => {
    expect(labels(`${head}sets:\n  - name: a\n    a▮\n  - name: b\n`)).toEqual(['age', 'colour']);
    expect(labels(`${head}sets:\n  - ▮\n`)).toEqual(['name', 'age', 'colour']);
    expect(labels(`${head}sets:\n  ▮\n`)).toEqual(['name', 'age', 'colour', 'none']);
    expect(labels(`${head}method:\n  ▮\ntitle: A\n`)).toEqual(['name', 'checked', 'none']);
    expect(labels(`${head}method: { name: x, ▮ }\n`)).toEqual(['checked']);
    expect(labels(`${head}method: { ch▮\n`)).toEqual(['name', 'checked']);
    expect(labels(`${head}sets: [{ name: a }, { ▮ }]\n`)).toEqual(['name', 'age', 'colour']);
  });

  it('at the head of a manifest that has nothing yet', () => {
    expect(labels('▮')).toEqual(['vocabulary']);
    expect(labels('voc▮')).toEqual(['vocabulary']);
    expect(labels('vocabulary: ▮')).toEqual(['test.study 1']);
    expect(labels('vocabulary: test.study 1\n▮')[0]).toBe('id');
  });

  it('in a text of which the rest cannot be read', () => {
    expect(labels(`${head}col▮\nsets: [\n`)).toEqual(fields.filter((each) => each !== 'sets'));
    expect(labels(`${head}x: "\nsets:\n  - name: a\n    ▮`)).toEqual(['age', 'colour']);
  });

  it('in long texts that cannot be read, at once', () => {
    const lines = `\n\n\n${'  - x: "\n'.repeat(3000)}`;
    const begin = performance.now();
    for (const end of ['\n', '\r\n']) expect(labels(`${lines}${head}▮`.replaceAll('\n', end))).toEqual(fields);
    expect(performance.now() - begin).toBeLessThan(10_000);
  });

  it('writes a key as its type asks, and leaves alone what stands behind it', () => {
    expect(taken(`${head}col▮\n`, 'colour')).toBe(`${head}colour: ▮\n`);
    expect(taken(`${head}se▮\n`, 'sets')).toBe(`${head}sets:▮\n`);
    expect(taken(`${head}▮: red\n`, 'colour')).toBe(`${head}colour▮: red\n`);
    expect(taken(`${head}method: { ▮ }\n`, 'name')).toBe(`${head}method: { name: ▮ }\n`);
    expect(taken(`${head}sets:\n  ▮\n`, 'name')).toBe(`${head}sets:\n  - name: ▮\n`);
    const crlf = `${head}sets:\n  - name: a\n    ▮\n`.replaceAll('\n', '\r\n');
    expect(taken(crlf, 'age')).toBe(crlf.replace('▮', 'age: ▮'));
  });

  it('the same in JSON', () => {
    const json = '{ "vocabulary": "test.study 1", "id": "x", ▮ }';
    const name = 'm.analysis.json';
    expect(labels(json, name)).toEqual(fields);
    expect(labels(json.replace(', ▮ }', ',\n  "col▮'), name)).toEqual(fields);
    expect(labels(json.replace('▮', '"sets": [{ "name": "a", ▮ }]'), name)).toEqual(['age', 'colour']);
    expect(taken(json, 'colour', name)).toBe(json.replace('▮', '"colour": "▮"'));
    expect(taken(json.replace('▮ }', '"re▮"\n  "title": "A" }'), 'regions', name)).toBe(
      json.replace('▮ }', '"regions": [▮],\n  "title": "A" }'),
    );
    expect(taken(json.replace('▮', '▮: 1'), 'secret', name)).toBe(json.replace('▮', '"secret"▮: 1'));
  });
});

describe('completion of values', () => {
  it('offers the choices of a field, with what they mean', () => {
    expect(labels(`${head}colour: ▮\n`)).toEqual(['red', 'blue', 'light-green']);
    expect(labels(`${head}colour: re▮\ntitle: A\n`)).toEqual(['red', 'blue', 'light-green']);
    expect(found(`${head}colour: ▮`).map(({ words }) => words?.nl)).toEqual(['Rood', 'Blauw', 'Lichtgroen']);
    expect(taken(`${head}colour:▮\n`, 'red')).toBe(`${head}colour: red▮\n`);
  });

  it('purposes, yes and no, and what is on record as none', () => {
    expect(labels(`${head}purpose: ▮\n`)).toEqual(['research', 'safety']);
    expect(labels(`${head}secret: ▮\n`)).toEqual(['yes', 'no']);
    expect(labels(`${head}sets: ▮\n`)).toEqual(['none']);
    expect(labels(`${head}x_a: ja\nsecret: ▮\n`)).toEqual(['ja', 'nee']);
    expect(taken('{ "vocabulary": "test.study 1", "secret": ▮ }', 'true', 'm.analysis.json')).toBe(
      '{ "vocabulary": "test.study 1", "secret": true▮ }',
    );
  });

  it('items of a list that are not there yet, and a list where there is none', () => {
    expect(labels(`${head}regions: [red, ▮]\n`)).toEqual(['blue', 'light-green']);
    expect(labels(`${head}regions:\n  - red\n  - ▮\n`)).toEqual(['blue', 'light-green']);
    expect(taken(`${head}regions: ▮\n`, 'red')).toBe(`${head}regions: [red▮\n`.replace('▮', ']▮'));
    expect(taken(`${head}regions:\n  ▮\n`, 'red')).toBe(`${head}regions:\n  - red▮\n`);
  });

  it('what explanations and claims may name', () => {
    expect(labels(`${head}explanations:\n  - rule: ▮\n`)).toEqual(['bright']);
    expect(labels(`${head}claims:\n  - exception: ▮\n`)).toEqual(['fresh/slow']);
  });

  it('nothing in a free text, a comment, an unknown place, or another file', () => {
    expect(labels(`${head}title: ▮\n`)).toEqual([]);
    expect(labels(`${head}colour: red # ▮\n`)).toEqual([]);
    expect(labels(`${head}x_own: ▮\n`)).toEqual([]);
    expect(labels(`${head}x_own:\n  ▮\n`)).toEqual([]);
    expect(labels(`${head}sets:\n  -▮\n`)).toEqual([]);
    expect(labels(`${head}▮`, 'package.json')).toEqual([]);
  });

  it('that are taken are no mistakes', () => {
    for (const [text, label] of [
      [`${head}colour: b▮\n`, 'light-green'],
      [`${head}purpose: ▮\n`, 'safety'],
      [`${head}regions: ▮\n`, 'blue'],
      [`${head}sets: ▮\n`, 'none'],
    ] as const) {
      const { snapshot, path } = studyWorkspace('');
      const changed = taken(text, label).replace('▮', '');
      const after = updateSnapshot(snapshot, [{ kind: 'text', path, text: changed, syntax: 'yaml' }]);
      expect(manifestDiagnosticsOf(after, path).filter(({ code }) => code.startsWith('WB'))).toEqual([]);
    }
  });
});
