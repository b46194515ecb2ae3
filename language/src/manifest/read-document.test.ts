import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source.ts';
import type { DocumentProblem, RawFile, RawNode } from './document.ts';
import { type DocumentSyntax, readDocuments } from './read-document.ts';

/** A node as plain data; texts that are not quoted bear a mark, so that `null` and "null" stay apart. */
function plain(node: RawNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return node.quoted ? node.text : `=${node.text}`;
  if (node.kind === 'list') return node.items.map(plain);
  return node.entries.map((entry) => [entry.key, plain(entry.value)]);
}

function read(text: string, syntax: DocumentSyntax = 'yaml'): RawFile {
  return readDocuments(sourceText('x', text), syntax);
}

function roots(text: string, syntax: DocumentSyntax = 'yaml'): unknown[] {
  return read(text, syntax).documents.map((document) => plain(document.root));
}

function problems(text: string, syntax: DocumentSyntax = 'yaml'): DocumentProblem['kind'][] {
  return read(text, syntax).documents.flatMap((document) => document.problems.map((problem) => problem.kind));
}

/** The text of the value at a path of keys and numbers. */
function textAt(text: string, ...path: readonly (string | number)[]): string {
  let node = read(text).documents[0]?.root;
  for (const step of path) {
    if (node?.kind === 'list' && typeof step === 'number') node = node.items[step];
    else if (node?.kind === 'map') node = node.entries.find((entry) => entry.key === step)?.value;
  }
  return node === undefined ? '' : text.slice(node.start, node.end);
}

describe('YAML', () => {
  it('keeps the place of every value', () => {
    const text = 'name: "café 😀"\r\nlist:\r\n  - one # comment\r\n  - { a: 6.1% }\r\n';
    expect(textAt(text, 'name')).toBe('"café 😀"');
    expect(textAt(text, 'list', 0)).toBe('one');
    expect(textAt(text, 'list', 1, 'a')).toBe('6.1%');
  });

  it('shares aliases and merges maps, explicit keys first', () => {
    expect(roots('a: &x { p: 1, q: 2 }\nb: *x\nc: { q: 3, <<: *x }\nd: { <<: [{ p: 5 }, { p: 6, r: 7 }] }')).toEqual([
      [
        [
          'a',
          [
            ['p', '=1'],
            ['q', '=2'],
          ],
        ],
        [
          'b',
          [
            ['p', '=1'],
            ['q', '=2'],
          ],
        ],
        [
          'c',
          [
            ['q', '=3'],
            ['p', '=1'],
          ],
        ],
        [
          'd',
          [
            ['p', '=5'],
            ['r', '=7'],
          ],
        ],
      ],
    ]);
  });

  it('folds and keeps block scalars, and knows them for texts', () => {
    expect(roots('a: |\n  one\n  two\nb: >-\n  one\n  two\nc: null\nd: "null"\ne:')).toEqual([
      [
        ['a', 'one\ntwo\n'],
        ['b', 'one two'],
        ['c', '=null'],
        ['d', 'null'],
        ['e', '='],
      ],
    ]);
  });

  it('reads each document of a file by itself, also beside a broken one', () => {
    const file = read('a: 1\n---\nb: [\n---\nc: 3\n');
    expect(file.documents.map((document) => [document.index, plain(document.root)])).toEqual([
      [0, [['a', '=1']]],
      [1, undefined],
      [2, [['c', '=3']]],
    ]);
    expect(file.documents.map((document) => document.problems.length)).toEqual([0, 1, 0]);
  });

  it('takes keys of any name as data', () => {
    expect(roots('__proto__: 1\nconstructor: 2\ntoString: 3')).toEqual([
      [
        ['__proto__', '=1'],
        ['constructor', '=2'],
        ['toString', '=3'],
      ],
    ]);
  });

  it.each<[string, DocumentProblem['kind']]>([
    ['', 'empty'],
    ['# only a comment\n', 'empty'],
    ['a: 1\n\tb: 2', 'tab-indentation'],
    ['a: 1\na: 2', 'duplicate-key'],
    ['a: *nothing', 'unknown-alias'],
    ['a: &a [*a]', 'recursive-alias'],
    ['a: !!binary aGk=', 'unsupported-tag'],
    ['a: !run x', 'unsupported-tag'],
    ['a: "open', 'syntax'],
    ['? [a, b]\n: 1', 'complex-key'],
    ['<<: 5', 'merge-not-a-map'],
    ['a: \u0000', 'not-text'],
    ['\uFFFD\uFFFD', 'not-text'],
    ['- '.repeat(400), 'too-deep'],
    ['['.repeat(100_000), 'too-deep'],
  ])('says what is wrong with %j', (text, kind) => {
    expect(problems(text)).toContain(kind);
  });

  it('refuses a bomb of aliases before it goes off', () => {
    const levels = [...'abcdefghijk'].map((name, level) =>
      level === 0
        ? `${name}: &${name} [x, x, x, x, x, x, x, x, x, x]`
        : `${name}: &${name} [${Array(10).fill(`*${'abcdefghijk'[level - 1]}`)}]`,
    );
    expect(problems(levels.join('\n'))).toContain('too-many-aliases');
  });

  it('reads a million items in one list', () => {
    const [root] = read(`[${'a,'.repeat(1_000_000)}]`).documents.map((document) => document.root);
    expect(root?.kind === 'list' && root.items.length).toBe(1_000_000);
  });
});

describe('JSON', () => {
  it('keeps the exact text of numbers, and the place of every value', () => {
    const text = '{"n": 12345678901234567890.10, "t": "a\\u00e9", "x": [true, null]}';
    expect(roots(text, 'json')).toEqual([
      [
        ['n', '=12345678901234567890.10'],
        ['t', 'aé'],
        ['x', ['=true', '=null']],
      ],
    ]);
    const [document] = read(text, 'json').documents;
    expect(document?.root?.kind === 'map' && document.root.entries[1]?.value).toMatchObject({ start: 36, end: 45 });
  });

  it('takes "none" for the recorded absence, since JSON has no bare words', () => {
    expect(roots('{"a": "none", "b": "None"}', 'json')).toEqual([
      [
        ['a', '=none'],
        ['b', 'None'],
      ],
    ]);
  });

  it.each<[string, DocumentProblem['kind']]>([
    ['{"a": 1, "a": 2}', 'duplicate-key'],
    ['{"a": 1,}', 'syntax'],
    ['[1, 2', 'syntax'],
    ['{"a" 1}', 'syntax'],
    ['// no\n{}', 'syntax'],
    ['{"a": NaN}', 'syntax'],
    ['{} {}', 'syntax'],
    ['{"a": "x', 'syntax'],
    ["{'a': 1}", 'syntax'],
    ['  ', 'empty'],
    ['['.repeat(100_000), 'too-deep'],
  ])('says what is wrong with %j', (text, kind) => {
    expect(problems(text, 'json')).toContain(kind);
  });

  it('keeps what was complete before a mistake', () => {
    expect(roots('{"id": "x", "list": [1, 2], "bad" 3}', 'json')).toEqual([
      [
        ['id', 'x'],
        ['list', ['=1', '=2']],
      ],
    ]);
  });

  it('is recognised by its brackets, unless only YAML can read it', () => {
    expect(roots('{"a": 1}', 'detect')).toEqual([[['a', '=1']]]);
    expect(roots('{a: 1}', 'detect')).toEqual([[['a', '=1']]]);
    expect(problems('{"a": }', 'detect')).toEqual([]);
    expect(problems('{id: x, id: y}', 'detect')).toEqual(['duplicate-key']);
    expect(problems('{"a": [', 'detect')).toEqual(['syntax']);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 20 }).filter((value) => !/[\u0000\uFFFD]/.test(value));
const data = fc.letrec((tie) => ({
  value: fc.oneof({ depthSize: 'small' }, text, fc.integer(), fc.boolean(), fc.constant(null), tie('list'), tie('map')),
  list: fc.array(tie('value'), { maxLength: 4 }),
  map: fc.dictionary(text, tie('value'), { maxKeys: 4 }),
})).value;

/** True for a text that the platform reads as JSON and that holds nothing which no text has. */
function isJson(json: string): boolean {
  try {
    JSON.parse(json);
    return !/[\u0000\uFFFD]/.test(json);
  } catch {
    return false;
  }
}

/** Every span of a file, of values and of problems. */
function spans(file: RawFile): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  const visit = (node: RawNode): void => {
    found.push(node);
    if (node.kind === 'list') node.items.forEach(visit);
    if (node.kind === 'map') for (const entry of node.entries) visit(entry.value);
  };
  for (const document of file.documents) {
    found.push(...document.problems);
    if (document.root !== undefined) visit(document.root);
  }
  return found;
}

/** Where every key and value of a tree stands. */
function places(node: RawNode | undefined): unknown {
  if (node === undefined) return undefined;
  if (node.kind === 'scalar') return [node.start, node.end];
  if (node.kind === 'list') return [node.start, node.end, node.items.map(places)];
  return [node.start, node.end, node.entries.map((entry) => [entry.keyStart, entry.keyEnd, places(entry.value)])];
}

describe('any input', () => {
  it('has every value in the same place as JSON and as YAML', () => {
    fc.assert(
      fc.property(data, fc.constantFrom(undefined, 1, 3), (value, indentation) => {
        const json = JSON.stringify({ value }, undefined, indentation);
        expect(places(read(json, 'yaml').documents[0]?.root)).toEqual(places(read(json, 'json').documents[0]?.root));
      }),
    );
  });

  it('is JSON exactly where the platform says so', () => {
    const token = fc.constantFrom(
      ...'{}[],:-0123.eE"\\/*\'xu'.split(''),
      ...['"a"', '"\\n"', '"\\x"', '"\\u00e9"', '"\\ud800"', '"\t"', '"\u0001"', '1.5', '01', '1.', '1E+2', '-1'],
      ...[
        'true',
        'false',
        'null',
        'nul',
        'NaN',
        'Infinity',
        ' ',
        '\n',
        '\t',
        '\r\n',
        '\f',
        '\u00a0',
        '\u2028',
        '//',
        '/*',
        '*/',
      ],
    );
    const loose = fc.array(token, { maxLength: 6 }).map((tokens) => tokens.join(''));
    const edited = fc
      .tuple(data, fc.nat(), fc.nat(2), loose)
      .map(([value, at, removed, added]) => [JSON.stringify(value), at, removed, added] as const)
      .map(([json, at, removed, added]) => {
        const from = at % (json.length + 1);
        return json.slice(0, from) + added + json.slice(from + removed);
      });
    fc.assert(
      fc.property(fc.oneof(loose, edited), (json) => {
        const expected = isJson(json);
        const found = problems(json, 'json').filter((kind) => kind !== 'duplicate-key');
        expect(found.length === 0, json).toBe(expected);
      }),
    );
  });

  it('gives the same tree as JSON and as YAML, since JSON is YAML', () => {
    fc.assert(
      fc.property(data, (value) => {
        const json = JSON.stringify({ value });
        const [fromJson] = roots(json, 'json');
        const [fromYaml] = roots(json, 'yaml');
        expect(JSON.stringify(fromYaml)).toBe(JSON.stringify(fromJson).replaceAll('"=none"', '"none"'));
      }),
    );
  });

  it('is read without a crash, with every span inside it', () => {
    const sample = 'id: a\nlist: &l [1, "two", { three: 3% }]\nmore: *l\ntext: |\n  block\n---\n{"json": [true]}\n';
    const mutation = fc.tuple(fc.nat(sample.length), fc.nat(8), fc.string({ unit: 'binary', maxLength: 6 }));
    fc.assert(
      fc.property(fc.array(mutation, { maxLength: 4 }), fc.constantFrom('yaml', 'json', 'detect'), (edits, syntax) => {
        let mutated = sample;
        for (const [at, removed, added] of edits) mutated = mutated.slice(0, at) + added + mutated.slice(at + removed);
        const file = read(mutated, syntax as DocumentSyntax);
        for (const span of spans(file)) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeGreaterThanOrEqual(span.start);
          expect(span.end).toBeLessThanOrEqual(file.source.text.length);
        }
      }),
    );
  });

  it('survives every prefix of a manifest', () => {
    const sample = 'id: a\nlist: &l [1, "two", { three: 3% }]\nmore: *l\n<<: { a: 1 }\ntext: |\n  block\n---\nb: 2\n';
    for (let length = 0; length <= sample.length; length += 1) {
      expect(read(sample.slice(0, length)).documents.length).toBeGreaterThan(0);
      expect(read(sample.slice(0, length), 'json').documents).toHaveLength(1);
    }
  });
});
