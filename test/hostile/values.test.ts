import { describe, expect, it } from 'vitest';
import { manifestCodes, policyCodes, readAsManifest, readAsPolicy } from './ordeal.ts';
import { small, smallHead, smallVocabulary } from './small-words.ts';

/** The outcomes of the small rules on a manifest, by rule. */
function outcomes(text: string, syntax: 'yaml' | 'json' = 'yaml'): Readonly<Record<string, readonly string[]>> {
  const results = readAsManifest(text, syntax, small).flatMap(({ judgement }) => judgement.results);
  const rules = new Map<string, string[]>();
  for (const { rule, outcome } of results) rules.set(rule, [...(rules.get(rule) ?? []), outcome]);
  return Object.fromEntries([...rules].map(([rule, all]) => [rule.replace('test.rules/', ''), [...new Set(all)]]));
}

function codes(text: string, syntax: 'yaml' | 'json' = 'yaml'): readonly string[] {
  return [
    ...new Set(readAsManifest(text, syntax, small).flatMap(({ typed }) => typed.diagnostics.map(({ code }) => code))),
  ].sort();
}

const deep = 100_000;

describe('a hundred thousand of one sign', () => {
  it.each(['[', '{', '{a: ', '[[a], ', '- ', '? ', '- - ? '])('%j in YAML is too deep', (sign) => {
    expect(codes(sign.repeat(deep))).toEqual(['WB0508']);
    expect(codes(`${smallHead}x_a:\n  ${sign.repeat(deep)}`)).toEqual(['WB0508']);
  });
  it.each([
    ']',
    '}',
    '(',
    ')',
    '"',
    "'",
    '&a ',
    '*a ',
    '!x ',
    '!!str ',
    '|',
    '>',
    '%',
    '@',
    '`',
    ',',
    ': ',
    '\t',
    '#',
    '<<: ',
    '\\',
  ])('%j in YAML is answered', (sign) => {
    expect(codes(sign.repeat(deep)).length).toBeGreaterThan(0);
    readAsManifest(`${smallHead}goal: ${sign.repeat(deep)}`, 'yaml', small);
  });
  it.each(['[', '{"a":', '[{"a":'])('%j in JSON is too deep', (sign) => {
    expect(codes(sign.repeat(deep), 'json')).toEqual(['WB0508']);
  });
  it.each([']', '}', '"', ',', ':', '1', '-', '/*', '//', '\\', 'null'])('%j in JSON is answered', (sign) => {
    expect(codes(sign.repeat(deep), 'json').length).toBeGreaterThan(0);
  });
  it.each(['(', '[', '{', 'not ', '((a) and ', 'every x in items: ', 'list of '])(
    '%j in a policy is too deep',
    (sign) => {
      expect(policyCodes(`pack test.p version 1.0.0\nrule r "R" { require ${sign.repeat(deep)}`)).toContain('WB0110');
    },
  );
  it.each([
    ')',
    ']',
    '}',
    '"',
    '“',
    "'",
    '`',
    '<',
    '-',
    '.',
    ':',
    ',',
    '=',
    '%',
    '§',
    '\\',
    '//',
    '1',
    '1.',
    '1-',
    'a.',
    'a-',
    '\0',
  ])('%j in a policy is answered', (sign) => {
    expect(policyCodes(`pack test.p version 1.0.0\nrule r "R" { require ${sign.repeat(deep)}`).length).toBeGreaterThan(
      0,
    );
    expect(policyCodes(sign.repeat(deep)).length).toBeGreaterThan(0);
  });
});

const names = ['__proto__', 'constructor', 'hasOwnProperty', 'toString', 'valueOf', 'prototype', '__defineGetter__'];

describe('names that objects have of themselves', () => {
  it.each(names)('%s is an unknown key like any other', (name) => {
    expect(codes(`${smallHead}${name}: x\n`)).toEqual(['WB0531']);
    expect(codes(`{"vocabulary": "test.words 1", "id": "t", "${name}": {"${name}": 1}}`, 'json')).toEqual(['WB0531']);
    expect(codes(`${smallHead}items: [{name: a, ${name}: x}]\n`)).toEqual(['WB0531']);
    expect(codes(`${smallHead}x_a: &a {${name}: x}\n<<: *a\n`)).toEqual(['WB0531']);
    expect(codes(`${smallHead}x_a: &${name} {goal: x}\n<<: *${name}\n`)).toEqual([]);
  });
  it.each(names)('%s twice is a key twice', (name) => {
    expect(codes(`${smallHead}x_a: {${name}: 1, ${name}: 2}\n`)).toEqual(['WB0503']);
    expect(codes(`{"vocabulary": "test.words 1", "id": "t", "x_a": {"${name}": 1, "${name}": 2}}`, 'json')).toEqual([
      'WB0503',
    ]);
  });
  it.each(names)('%s is no purpose, choice, record, vocabulary, yes or no', (name) => {
    expect(codes(`${smallHead}purpose: ${name}\n`)).toEqual(['WB0551']);
    expect(codes(`${smallHead}purpose: test.rules/${name}\n`)).toEqual(['WB0551']);
    expect(codes(`${smallHead}colour: ${name}\n`)).toEqual(['WB0550']);
    expect(codes(`${smallHead}flag: ${name}\n`)).toEqual(['WB0544']);
    expect(codes(`${smallHead}record: ${name}\n`)).toEqual(['WB0524']);
    expect(codes(`vocabulary: ${name} 1\nid: t\n`)).toEqual(['WB0522']);
  });
  it.each(names)('%s is a key of an item, and a subject of a claim, like any other', (name) => {
    const claim = `{reference: ${name}, exception: each/waived, subjects: [${name}], ground: g, reason: x, begins: 2026-01-01, ends: 2026-12-31}`;
    const items = `items: [{name: ${name}, value: 9%}]\n`;
    expect(outcomes(smallHead + items)).toMatchObject({ each: ['fail'] });
    expect(outcomes(`${smallHead}exceptions: [${claim}]\n${items}`)).toMatchObject({ each: ['excepted'] });
    expect(
      outcomes(`${smallHead}exceptions: [${claim.replace('each/waived', `each/${name}`)}]\n${items}`),
    ).toMatchObject({
      each: ['fail'],
    });
    const [judged] = readAsManifest(
      `${smallHead}exceptions: [${claim.replace('each/waived', name)}]\n${items}`,
      'yaml',
      small,
    );
    expect(judged?.judgement.notices.map(({ kind }) => kind)).toEqual(['claim-unknown']);
  });
  it.each(names)('%s in a policy is a name like any other, or no name', (name) => {
    for (const place of [
      'rule $ "R" { mandatory chosen by "t" require flag }',
      'purpose $',
      'define $: flag',
      'source $ "S"',
      'parameter $: count = 1 set by "a" because "b"',
    ]) {
      const written = place.replace('$', name);
      const plain = place.replace('$', 'other');
      const head = 'pack test.p version 1.0.0\n  use test.words 1\n';
      const found = policyCodes(`${head}${written}\n`);
      // A name may not begin with an underscore; all others are as good as any.
      if (name.startsWith('_')) expect(found.length).toBeGreaterThan(0);
      else expect(found).toEqual(policyCodes(`${head}${plain}\n`));
    }
    expect(policyCodes(`pack ${name} version 1.0.0\n`).length).toBeGreaterThan(0);
    expect(
      policyCodes(`vocabulary test.v version 1.0.0\nmanifest m { id: text role id  a: ${name} }\n`).length,
    ).toBeGreaterThan(0);
    expect(
      policyCodes(`vocabulary test.v version 1.0.0\nmanifest m { id: text role ${name} }\n`).length,
    ).toBeGreaterThan(0);
  });
});

describe('characters that are no text', () => {
  it.each(['\0', '\uFFFD'])('%j makes a manifest no text', (sign) => {
    for (const text of [sign, `${smallHead}goal: a${sign}b\n`, `${smallHead}${sign}: 1\n`]) {
      expect(codes(text)).toEqual(['WB0512']);
      expect(codes(text, 'json')).toEqual(['WB0512']);
    }
  });
  it.each([
    '\uD800',
    '\uDC00',
    '\uDC00\uD800',
    '\u2028',
    '\u202E',
    '\u0007',
    '\u001B[31m',
    '\uFEFF',
    '\uFFFE',
    '\u{10FFFF}',
  ])('%j anywhere is answered', (sign) => {
    for (const text of [
      sign,
      `goal: ${sign}`,
      `"${sign}": 1`,
      `${smallHead}${sign}: 1`,
      `${smallHead}goal: "${sign}"\n`,
      `${smallHead}purpose: a${sign}\n`,
      `${smallHead}items: [{name: "${sign}", value: 9%}]`,
    ]) {
      readAsManifest(text, 'yaml', small);
      readAsManifest(text, 'json', small);
    }
    for (const text of [sign, `pack ${sign}`, `pack test.p version 1.0.0\nrule ${sign} "${sign}" { ${sign} }`])
      readAsPolicy(text);
  });
  it('an escaped lone surrogate in JSON is a text like any other', () => {
    expect(
      outcomes('{"vocabulary": "test.words 1", "id": "t", "items": [{"name": "\\ud800", "value": 0.9}]}', 'json'),
    ).toMatchObject({
      each: ['fail'],
    });
  });
});

const digits = '9'.repeat(1_000_000);

describe('numbers', () => {
  it.each([
    ['9007199254740992', 'pass'],
    ['9007199254740993', 'pass'],
    ['9007199254740993.0', 'pass'],
    ['9007199254740993.0000000000000001', 'fail'],
    ['9007199254740994', 'fail'],
    ['-9007199254740994', 'pass'],
    ['1e15', 'pass'],
    ['1e16', 'fail'],
    ['NaN', 'unproven'],
    ['.nan', 'unproven'],
    ['.inf', 'unproven'],
    ['-.INF', 'unproven'],
    ['Infinity', 'unproven'],
  ])('%s is compared exactly with a limit past 2^53: %s', (number, outcome) => {
    // Something was meant by what is no number, so it is not known whether the rule applies.
    expect(outcomes(`${smallHead}n: ${number}\n`)['numbers']).toEqual([outcome]);
    if (/^[-\d.e]+$/.test(number)) {
      expect(outcomes(`{"vocabulary": "test.words 1", "id": "t", "n": ${number}}`, 'json')['numbers']).toEqual([
        outcome,
      ]);
    }
  });
  it.each([
    ...['1e999999999', '1e-999999999', '-1e999999999', `1e${digits}`, `1e-${digits}`, digits, `-${digits}`],
    ...[`0.${digits}`, `0.${'0'.repeat(1_000_000)}1`, `${'0'.repeat(1_000_000)}1`, `1${'.000'.repeat(300_000)}`],
    ...['1_000', '0x10', '0o17', '0b1', '1:30', '+1', '.5', '5.', '1e', 'e1', '--1', '1..2', '١', '１'],
  ])('a number of whatever size or form is answered', (number) => {
    for (const field of ['n', 'k', 's', 'day', 'term', 'flag', 'purpose', 'colour']) {
      readAsManifest(`${smallHead}${field}: ${number}\n`, 'yaml', small);
    }
    readAsManifest(
      `{"vocabulary": "test.words 1", "id": "t", "n": ${number}, "items": [{"name": "a", "value": ${number}}]}`,
      'json',
      small,
    );
    readAsPolicy(`pack test.p version 1.0.0\nparameter p: number = ${number} set by "a" because "b"\n`);
    readAsPolicy(`pack test.p version 1.0.0\n  use test.words 1\nrule r "R" { limit a: n to at most ${number} }\n`);
  });
});

describe('dates', () => {
  it.each([
    '0000-01-01',
    '0000-00-00',
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-32',
    '99999-01-01',
    '-2026-01-01',
    '+002026-01-01',
    '2026-1-1',
    '2026-01-01T25:00:00Z',
    '2026-W01',
    '01-01-2026',
    `${digits}-01-01`,
  ])('%.40s is no date, or one that is answered', (date) => {
    expect(codes(`${smallHead}day: ${date}\n`)).toEqual(['WB0548']);
    readAsPolicy(`pack test.p version 1.0.0\nsource s "S" applies from ${date} applies until ${date}\n`);
  });
  it.each(['0001-01-01', '9999-12-31', '2024-02-29', '1600-02-29'])('%s is a date', (date) => {
    expect(codes(`${smallHead}day: ${date}\n`)).toEqual([]);
  });
  it.each([
    '999999 years',
    '999999 months',
    'P999999Y999999M',
    '9999999999 years',
    `${digits} days`,
    '-1 day',
    '0 days',
    'P',
    'PT1H',
  ])('the duration %.40s is answered', (duration) => {
    readAsManifest(`${smallHead}term: ${duration}\n`, 'yaml', small);
  });
  it.each(['0001-01-01', '9999-12-31'])('a claim and an explanation that begin or end on %s are answered', (date) => {
    for (const [begins, ends] of [
      [date, date],
      ['2026-01-01', date],
      [date, '2026-12-31'],
    ]) {
      const row = `{reference: a, exception: each/waived, rule: each, ground: g, reason: x, by: b, begins: ${begins}, ends: ${ends}}`;
      readAsManifest(
        `${smallHead}exceptions: [${row}]\nexplanations: [${row}]\nitems: [{name: a, value: 9%}]\n`,
        'yaml',
        small,
      );
    }
  });
});

const hostileTags = [
  ...['!!js/function', '!!js/regexp', '!!js/undefined', '!!python/object/apply:os.system', '!!python/name:os.system'],
  ...['!ruby/object:Gem::Installer', '!!javax.script.ScriptEngineManager', '!include', '!env', '!!binary', '!!set'],
  ...['!!omap', '!!pairs', '!!timestamp', '!<tag:yaml.org,2002:js/function>', '!<x>', '!!__proto__', '!constructor'],
];

describe('YAML that would be more than data', () => {
  it.each(hostileTags)('the tag %s means nothing', (tag) => {
    expect(codes(`${smallHead}goal: ${tag} "function () { throw 1 }"\n`)).toEqual(['WB0507']);
    expect(codes(`${smallHead}x_a: ${tag} {a: [1]}\n`)).toEqual(['WB0507']);
    expect(codes(`${smallHead}items: ${tag} [{name: a, value: 1%}]\n`)).toContain('WB0507');
    readAsManifest(`${tag}\n${smallHead}`, 'yaml', small);
    readAsManifest(`${smallHead}? ${tag} goal\n: x\n`, 'yaml', small);
  });
  it.each([
    '%TAG ! tag:example.org,2026:\n---\n',
    '%TAG !! tag:example.org,2026:\n---\n',
    '%YAML 9.9\n---\n',
    '%YAML 1.2\n%YAML 1.2\n---\n',
    '%FOO bar\n---\n',
    '%TAG !a! !b\n%TAG !a! !c\n---\n',
  ])('the directive %j is answered', (directive) => {
    readAsManifest(`${directive}${smallHead}goal: !a!x y\n`, 'yaml', small);
    readAsManifest(`${directive}${smallHead}goal: !!str y\n`, 'yaml', small);
  });
  it('an alias of itself, of what comes later, and of another document, is of nothing', () => {
    expect(codes(`${smallHead}items: &a [*a]\n`)).toContain('WB0506');
    expect(codes(`${smallHead}x_a: &a {b: {c: *a}}\n`)).toEqual(['WB0506']);
    expect(codes(`&a\nx: {<<: *a}\n`)).not.toEqual([]);
    expect(codes(`${smallHead}goal: *later\nx_a: &later x\n`)).toEqual(['WB0505']);
    expect(codes(`${smallHead}x_a: &a x\n---\n${smallHead}goal: *a\n`)).toEqual(['WB0505']);
    expect(codes(`${smallHead}x_a: &a x\nx_b: &a y\ngoal: *a\n`)).toEqual([]);
  });
  it('a bomb of aliases or merges goes off in nobody’s memory', () => {
    const levels = Array.from(
      { length: 30 },
      (_, level) =>
        `x_${level}: &a${level} [${
          level === 0
            ? '1'
            : Array(10)
                .fill(`*a${level - 1}`)
                .join(', ')
        }]\n`,
    );
    expect(codes(smallHead + levels.join(''))).toEqual(['WB0504']);
    const maps = Array.from(
      { length: 30 },
      (_, level) =>
        `x_${level}: &a${level} {${level === 0 ? 'a: 1' : Array.from({ length: 10 }, (__, key) => `k${key}: *a${level - 1}`).join(', ')}}\n`,
    );
    expect(codes(smallHead + maps.join(''))).toEqual(['WB0504']);
    expect(
      codes(`${smallHead}x_a: &a ${'9'.repeat(1_000_000)}\nitems: [${'{name: a, value: *a}, '.repeat(100_000)}]\n`),
    ).toContain('WB0504');
    const documents = levels.slice(0, 5).join('');
    expect(codes(`---\n${documents}`.repeat(1000))).toContain('WB0504');
  });
});

describe('the small vocabulary', () => {
  it('is without mistakes, and the first pack reads hostile texts too', () => {
    expect(policyCodes(smallVocabulary)).toEqual([]);
    expect(manifestCodes('__proto__: 1')).toEqual(['WB0521']);
  });
});
