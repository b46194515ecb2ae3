import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source.ts';
import { deepestNesting, type RawFile, type RawNode } from './document.ts';
import { readJson } from './read-json.ts';
import { readYaml } from './read-yaml.ts';

function read(text: string): RawFile {
  return readYaml(sourceText('x', text));
}

/** The text that each value at the root of the first document covers, by its key. */
function covered(text: string): Record<string, string> {
  const root = read(text).documents[0]?.root;
  if (root?.kind !== 'map') throw new Error('the document is a map');
  return Object.fromEntries(root.entries.map(({ key, value }) => [key, text.slice(value.start, value.end)]));
}

/** Each problem with its document and the text that it points at. */
function pointedAt(text: string): unknown[] {
  return read(text).documents.flatMap(({ index, problems }) =>
    problems.map(({ kind, start, end }) => [index, kind, start, text.slice(start, end)]),
  );
}

function kinds(file: RawFile): string[] {
  return file.documents.flatMap(({ problems }) => problems.map(({ kind }) => kind));
}

/** How deep a node is, with its aliases written out. */
function depthOf(node: RawNode): number {
  let [depth, level] = [0, [node]];
  for (; level.length > 0; depth += 1) {
    const inside = level.flatMap((each) =>
      each.kind === 'list' ? each.items : each.kind === 'map' ? each.entries.map(({ value }) => value) : [],
    );
    level = [...new Set(inside)];
  }
  return depth - 1;
}

describe('the place of a collection', () => {
  it('reaches past its closing bracket', () => {
    expect(
      covered(
        'a: []\nb: { }\nc: [1, 2, ] # ]\nd: { x: [1], y: }\ne: &e [ # ]\n  1 # }\n ]\nf: [*e, *e]\ng: [&n , !!str ]\nh: [p: 1]\n',
      ),
    ).toEqual({
      a: '[]',
      b: '{ }',
      c: '[1, 2, ]',
      d: '{ x: [1], y: }',
      e: '[ # ]\n  1 # }\n ]',
      f: '[*e, *e]',
      g: '[&n , !!str ]',
      h: '[p: 1]',
    });
  });

  it('ends with its last value where it has no brackets', () => {
    expect(covered('a:\n  - 1\n  - [2]\n\nb:\n  c: d # e\n')).toEqual({ a: '- 1\n  - [2]', b: 'c: d' });
  });

  it('is that of the value which an alias names', () => {
    expect(covered('a: &x [1]\nb: *x\n')).toEqual({ a: '[1]', b: '[1]' });
  });
});

describe('the place of a mistake', () => {
  it('is the mark of the document that is empty', () => {
    expect(pointedAt('a: 1\n---\n---\nb: 2\n---\n# none\n')).toEqual([
      [1, 'empty', 5, '---'],
      [3, 'empty', 18, '---'],
    ]);
    expect(pointedAt('a: |\n  ---\n--- # first\n--- !!null\n')).toEqual([
      [1, 'empty', 11, '---'],
      [2, 'empty', 23, '---'],
    ]);
  });

  it('is the tab, wherever in the indentation it stands', () => {
    expect(pointedAt('a:\n\t- b\n')).toEqual([[0, 'tab-indentation', 3, '\t']]);
    expect(pointedAt('a: b\r\n \tc: d\r\n')).toEqual([[0, 'tab-indentation', 7, '\t']]);
    expect(kinds(read('a: b\n  c: "\t"\n'))).toEqual(['syntax']);
  });

  it('is counted in the whole text, also in a part that is read by itself', () => {
    const text = 'a: [\n---\nb: 1\nb: 2\n---\n---\n';
    expect(pointedAt(text).slice(1)).toEqual([
      [1, 'duplicate-key', 14, 'b'],
      [2, 'empty', 19, '---'],
      [3, 'empty', 23, '---'],
    ]);
  });
});

describe('documents beside a broken one', () => {
  it('are read where the end of a document or a directive is written', () => {
    const file = read('a: 1\n... # end\n# next\n%YAML 1.2\n---\nb: [\n---\nc: 3\n...\n');
    expect(file.documents.map(({ index, root }) => [index, root?.kind])).toEqual([
      [0, 'map'],
      [1, undefined],
      [2, 'map'],
    ]);
  });
});

describe('tags', () => {
  it('mean the same written out', () => {
    const [document] = read('a: !<tag:yaml.org,2002:str> null\nb: !!str null\nc: null\n').documents;
    expect(document?.root).toMatchObject({
      entries: [{ value: { quoted: true } }, { value: { quoted: true } }, { value: { quoted: false } }],
    });
    expect(pointedAt('a: !<tag:yaml.org,2002:binary> aGk=\n')).toEqual([
      [0, 'unsupported-tag', 3, '!<tag:yaml.org,2002:binary>'],
    ]);
  });
});

describe('nesting', () => {
  const forms: readonly [string, (levels: number) => string][] = [
    ['lists in brackets', (levels) => `${'['.repeat(levels)}1${']'.repeat(levels)}`],
    ['lists in JSON that are empty', (levels) => '['.repeat(levels) + ']'.repeat(levels)],
    ['maps in braces', (levels) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`],
    ['lists with dashes', (levels) => `${'- '.repeat(levels)}1`],
    ['maps by indentation', (levels) => Array.from({ length: levels }, (_, at) => `${' '.repeat(at)}a:`).join('\n')],
    ['keys with marks', (levels) => `${'? '.repeat(levels - 1)}a: 1`],
    ['pairs in brackets', (levels) => `${'[a: '.repeat(levels / 2)}1${']'.repeat(levels / 2)}`],
  ];

  it.each(forms)('is allowed to the same depth as %s', (_, text) => {
    expect(kinds(read(text(deepestNesting)))).not.toContain('too-deep');
    expect(kinds(read(text(deepestNesting + 2)))).toContain('too-deep');
  });

  it('is allowed to the same depth in JSON', () => {
    for (const levels of [deepestNesting, deepestNesting + 1]) {
      const source = sourceText('x', '['.repeat(levels) + ']'.repeat(levels));
      expect(kinds(readYaml(source))).toEqual(kinds(readJson(source)));
    }
  });

  it('is what is wrong with brackets that are opened without end', () => {
    for (const bracket of ['[', '{', '{a: ']) {
      expect(kinds(read(bracket.repeat(300)))).toEqual(['too-deep']);
      expect(kinds(read(bracket.repeat(100_000)))).toEqual(['too-deep']);
    }
  });

  it('counts what aliases repeat', () => {
    const chain = (levels: number): string =>
      Array.from({ length: levels }, (_, at) => `- &a${at} [${at === 0 ? 'x' : `*a${at - 1}`}]`).join('\n');
    // Aliases may repeat more in a longer text, so that here depth alone is what is refused.
    const filler = `\n# ${'long enough to repeat much '.repeat(200_000)}`;
    const [allowed] = read(chain(deepestNesting - 1) + filler).documents;
    expect(allowed?.problems).toEqual([]);
    expect(allowed?.root && depthOf(allowed.root)).toBe(deepestNesting);
    const [refused] = read(chain(2000) + filler).documents;
    expect(refused?.problems.map(({ kind }) => kind)).toEqual(['too-deep']);
    expect(refused?.root && depthOf(refused.root)).toBeLessThanOrEqual(deepestNesting);
  });
});
