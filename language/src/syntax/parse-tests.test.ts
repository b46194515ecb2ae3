import { describe, expect, it } from 'vitest';
import { sourceText } from '../source/source.ts';
import { withoutSpans } from './parse-for-test.ts';
import { parseTests } from './parse-tests.ts';
import type { TestsFile, WrittenValue } from './tests-ast.ts';
import { TestsParser } from './tests-parser.ts';

function read(text: string): TestsFile {
  const { file, diagnostics } = parseTests(sourceText('a.test.waarborg', text));
  if (file === undefined || diagnostics.length > 0) throw new Error(diagnostics.map((d) => d.message.en).join('\n'));
  return file;
}

function faultsOf(text: string): readonly string[] {
  return parseTests(sourceText('a.test.waarborg', text)).diagnostics.map(
    ({ code, message }) => `${code} ${message.en}`,
  );
}

/** A value as JSON would have it, with texts in quotes where they stand in quotes. */
function shown(value: WrittenValue): unknown {
  switch (value.kind) {
    case 'scalar':
      return value.quoted ? `"${value.text}"` : value.text;
    case 'list':
      return value.items.map(shown);
    case 'map':
      return Object.fromEntries(value.entries.map((entry) => [entry.key, shown(entry.value)]));
  }
}

const english = `// What the rules ask of files.
tests nl.test/rules.of as of 2026-11-23

manifest model is file "examples/model.yaml"
manifest police is model but regime is [wpg] and without datasets[a/2].owner

test "a file" {
  given { id: a  n: -5, term: 12
    months  purpose: pack.x/inquiry/case-7
    months: 3  list: [a, "b c", { x: 1.5% }]  \`for\`: 2026-01-02 none: none }
  as of 2026-01-01
  for datasets[incidents].updated_on in 2026-01-01, { a: 1 }, nothing
  expect goal-limit for datasets[incidents] passes, fails at datasets[incidents] and id because of a and b/c,
    is unproven because "not recorded"
  expect other/rule is excepted by x and y
  expect limit does not apply because of scope
}
`;

const dutch = `toetsen nl.test/rules.of op peildatum 2026-11-23
manifest model is bestand "examples/model.yaml"
manifest police is model maar regime is [wpg] en zonder datasets[a/2].owner
toets "a file" {
  gegeven { id: a  n: -5, term: 12
    maanden  purpose: pack.x/inquiry/case-7
    maanden: 3  list: [a, "b c", { x: 1.5% }]  \`voor\`: 2026-01-02 none: none }
  op peildatum 2026-01-01
  voor datasets[incidents].updated_on achtereenvolgens 2026-01-01, { a: 1 }, niets
  verwacht dat goal-limit voor datasets[incidents] wordt nageleefd, niet wordt nageleefd bij datasets[incidents] en id wegens a en b/c,
    niet is aangetoond omdat "not recorded"
  verwacht dat other/rule is uitgezonderd door x en y
  verwacht dat limit niet van toepassing is wegens scope
}
`;

it('has a grammar without ambiguities and left recursion', () => {
  expect(() => new TestsParser({ validate: true })).not.toThrow();
});

describe('a file of tests', () => {
  it('says what it is about, and when', () => {
    const { pack, asOf, spelling } = read(english);
    expect({ pack: pack.text, day: asOf?.day, spelling }).toEqual({
      pack: 'nl.test/rules.of',
      day: 20780,
      spelling: 'en',
    });
  });

  it('names manifests, from a file, from one another and with changes', () => {
    const [model, police] = read(english).manifests;
    expect(withoutSpans(model?.given)).toEqual({ start: { kind: 'file', path: 'examples/model.yaml' }, changes: [] });
    expect(withoutSpans(police?.given)).toMatchObject({
      start: { kind: 'named', name: { text: 'model' } },
      changes: [
        { kind: 'set', path: { steps: [{ kind: 'field', name: { text: 'regime' } }] } },
        {
          kind: 'remove',
          path: {
            steps: [
              { name: { text: 'datasets' } },
              { kind: 'item', key: { text: 'a/2' } },
              { name: { text: 'owner' } },
            ],
          },
        },
      ],
    });
  });

  it('writes out a manifest whose nodes stand where its words do', () => {
    const [test] = read(english).tests;
    const start = test?.given.start;
    if (start?.kind !== 'written') throw new Error('the manifest is written out');
    expect(shown(start.group)).toEqual({
      id: 'a',
      n: '-5',
      term: '12 months',
      purpose: 'pack.x/inquiry/case-7',
      months: '3',
      list: ['a', '"b c"', { x: '1.5%' }],
      for: '2026-01-02',
      none: 'none',
    });
    const [, number] = start.group.entries;
    const text = english;
    expect(text.slice(number?.keyStart, number?.value.end)).toBe('n: -5');
  });

  it('expects outcomes, with as much of the reason as it wants', () => {
    const [test] = read(english).tests;
    const words = test?.expectations.map(({ rule, subject, outcomes }) => [
      rule.text,
      subject?.steps.length,
      ...outcomes.map((each) => [
        each.outcome,
        each.exceptions.map(({ text }) => text),
        each.places.length,
        each.duties.map(({ text }) => text),
        each.words?.text,
      ]),
    ]);
    expect(words).toEqual([
      [
        'goal-limit',
        2,
        ['pass', [], 0, [], undefined],
        ['fail', [], 2, ['a', 'b/c'], undefined],
        ['unproven', [], 0, [], 'not recorded'],
      ],
      ['other/rule', undefined, ['excepted', ['x', 'y'], 0, [], undefined]],
      ['limit', undefined, ['not-applicable', [], 0, ['scope'], undefined]],
    ]);
  });
});

describe('the two spellings', () => {
  it('say the same', () => {
    const shapeOf = (file: TestsFile): unknown => withoutSpans({ ...file, spelling: '', language: '' });
    const inEnglish = JSON.stringify(shapeOf(read(english))).replaceAll(/"(?:start|end|keyStart|keyEnd)":\d+,?/g, '');
    const inDutch = JSON.stringify(shapeOf(read(dutch))).replaceAll(/"(?:start|end|keyStart|keyEnd)":\d+,?/g, '');
    const translated = inDutch
      .replace('12 maanden', '12 months')
      .replace('"key":"maanden"', '"key":"months"')
      .replace('"key":"voor"', '"key":"for"');
    expect(translated).toBe(inEnglish);
  });
});

const head = 'tests p\n';
const good = 'test "b" {\n  given model\n  expect r passes\n}\n';

describe('a mistake', () => {
  it.each([
    ['', 'WB0102 This file says nothing'],
    ['test p', 'WB0102 A file of tests does not start with `test`'],
    [`${head}test "a" {\n  given model\n  expect r passes\n${good}`, 'WB0109 This brace is not closed'],
    [`${head}test "a" {\n  given model\n}\n${good}`, 'WB0101 `expect` is expected after `model`'],
    [`${head}test "a" {\n  expect r passes\n}\n${good}`, 'WB0101 `given` is expected after'],
    [`${head}test "a" {\n  given model\n  expect r pases\n}\n${good}`, 'WB0101 `passes`'],
    [`${head}test a {\n  given model\n  expect r passes\n}\n${good}`, 'WB0101 A text between quotes is expected here'],
    [
      `${head}test "a" {\n  given { x 5 }\n  expect r passes\n}\n${good}`,
      'WB0101 `:` is expected here, and `5` is found',
    ],
    [`${head}test "a" {\n  given model as of 23-11-2026\n  expect r passes\n}\n${good}`, 'WB0106 '],
    [`${head}test "a" {\n  given model\n  for x in 4,9%\n  expect r passes\n}\n${good}`, 'WB0105 A number has a point'],
    [`${head}pack x\n${good}`, 'WB0101 '],
    [`${head}test "a" {\n  given model zonder x\n  expect r passes\n}\n${good}`, 'WB0101 '],
  ])('in %j is one message, and leaves the next test alone', (text, message) => {
    const found = faultsOf(text);
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(message);
    if (text.startsWith(head)) {
      const { file } = parseTests(sourceText('a.test.waarborg', text));
      expect(file?.tests.at(-1)?.name.text).toBe('b');
    }
  });

  it('offers the nearest word of tests', () => {
    const { diagnostics } = parseTests(sourceText('a', `${head}test "a" {\n  gven model\n  expect r passes\n}`));
    expect(diagnostics[0]?.help?.en).toBe('Did you mean `given`?');
  });
});
