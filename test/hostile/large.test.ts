import { describe, expect, it } from 'vitest';
import { phrases } from '../../cli/src/messages.ts';
import { folderWith, goodManifest, judged, smallPack, waarborg } from '../command-line/run-waarborg.ts';
import { readAsManifest, readAsPolicy } from './ordeal.ts';
import { small, smallHead } from './small-words.ts';

const million = 1_000_000;

function codesOf(text: string, syntax: 'yaml' | 'json' = 'yaml'): readonly string[] {
  const ordeals = readAsManifest(text, syntax, small);
  return [...new Set(ordeals.flatMap(({ typed }) => typed.diagnostics.map(({ code }) => code)))];
}

// A million of anything takes a while on a machine with other work.
describe('a very large manifest', { timeout: 300_000 }, () => {
  it('of a million items is judged by `for each` and by `every`', () => {
    const items = Array.from({ length: million }, (_, index) => `- {name: ${index}, value: 1%}\n`).join('');
    const [judgement] = readAsManifest(`${smallHead}items:\n${items}`, 'yaml', small).map((each) => each.judgement);
    expect(judgement?.results.filter(({ rule }) => rule === 'test.rules/each')).toHaveLength(million);
    expect(judgement?.results.filter(({ outcome }) => outcome === 'pass')).toHaveLength(million + 1);
  });
  it('of a million items that all fail says so of each, and explains any', () => {
    const items = Array.from({ length: million }, (_, index) => `- {name: ${index}, value: 9%}\n`).join('');
    const [judgement] = readAsManifest(`${smallHead}items:\n${items}`, 'yaml', small).map((each) => each.judgement);
    const failed = judgement?.results.filter(({ rule, outcome }) => rule === 'test.rules/each' && outcome === 'fail');
    expect(failed).toHaveLength(million);
    const [first, last] = [failed?.[0]?.findings[0]?.explain(), failed?.at(-1)?.findings[0]?.explain()];
    expect([first?.found.en, first?.location.pointer]).toEqual(['9%', '/items/0/value']);
    expect([last?.found.en, last?.location.pointer]).toEqual(['9%', `/items/${million - 1}/value`]);
  });
  it('with a hundred thousand findings, claims and explanations is judged', () => {
    const row = (index: number): string =>
      `- {reference: ${index}, exception: each/waived, rule: each, subjects: [${index}], ground: g, reason: x, by: b, begins: 2026-01-01, ends: 2026-12-31}\n`;
    const rows = Array.from({ length: million / 10 }, (_, index) => row(index)).join('');
    const items = Array.from({ length: million / 10 }, (_, index) => `- {name: ${index}, value: 9%}\n`).join('');
    const withClaims = readAsManifest(`${smallHead}exceptions:\n${rows}items:\n${items}`, 'yaml', small);
    const excepted = withClaims
      .flatMap(({ judgement }) => judgement.results)
      .filter(({ outcome }) => outcome === 'excepted');
    expect(excepted).toHaveLength(million / 10);
    const withExplanations = readAsManifest(`${smallHead}explanations:\n${rows}items:\n${items}`, 'yaml', small);
    const explained = withExplanations
      .flatMap(({ judgement }) => judgement.results)
      .filter(({ explanation }) => explanation !== undefined);
    expect(explained).toHaveLength(million / 10);
  });
  it('with a hundred thousand of the same key, or documents, says so of each', () => {
    const [same] = readAsManifest(smallHead + 'goal: x\n'.repeat(million / 10), 'yaml', small);
    expect(same?.typed.diagnostics.filter(({ code }) => code === 'WB0503')).toHaveLength(million / 10 - 1);
    expect(readAsManifest(`---\n${smallHead}`.repeat(million / 10), 'yaml', small)).toHaveLength(million / 10);
    expect(readAsManifest('---\n['.concat('\n').repeat(million / 10), 'yaml', small)).toHaveLength(million / 10);
  });
  it.each<[string, () => string, readonly string[]]>([
    ['a line of 50 million letters', () => `${smallHead}goal: ${'x'.repeat(50 * million)}`, []],
    ['50 million digits', () => `${smallHead}n: ${'9'.repeat(50 * million)}`, ['WB0545']],
    ['50 million spaces', () => ' '.repeat(50 * million), ['WB0513']],
    ['50 million line ends', () => '\n'.repeat(50 * million), ['WB0509']],
    ['50 million brackets', () => '['.repeat(50 * million), ['WB0509']],
    ['50 million dashes and line ends', () => '-\n'.repeat(25 * million), ['WB0509']],
    ['12 million items in a line', () => `${smallHead}x_a: [${'a,'.repeat(12 * million)}]`, ['WB0509']],
    ['12 million groups in a number', () => `${smallHead}k: 1${'.000'.repeat(12 * million)}`, ['WB0547']],
    ['a key of 50 million letters', () => `${smallHead}${'x'.repeat(50 * million)}: 1`, ['WB0531']],
    ['a purpose with 25 million slashes', () => `${smallHead}purpose: ${'x/'.repeat(25 * million)}`, ['WB0551']],
  ])('%s is answered', (_, make, codes) => {
    expect(codesOf(make())).toEqual(codes);
  });
  it('of 50 million characters in JSON is answered', () => {
    expect(
      codesOf(`{"vocabulary": "test.words 1", "id": "t", "goal": "${'\\n'.repeat(25 * million)}"}`, 'json'),
    ).toEqual([]);
    expect(codesOf('['.repeat(50 * million), 'json')).toEqual(['WB0509']);
  });
});

describe('a very large policy', () => {
  const head = 'pack test.p version 1.0.0\n';
  it('beyond four million characters is refused', () => {
    const { parsed } = readAsPolicy(`${head}// ${'x'.repeat(5 * million)}\n`);
    expect(parsed.diagnostics.map(({ code }) => code)).toEqual(['WB0509']);
  });
  function readFull(part: string, length: number): void {
    const text = part.repeat((length - head.length) / part.length);
    readAsPolicy(head + text);
    readAsPolicy(`${head}rule r "${text.slice(20)}"`);
  }
  it.each(['x', 'x-', ' ', '\n', '//\n', '('])('of nearly four million characters of %j is answered', (part) => {
    readFull(part, 3_990_000);
  });
  it.each(['{}', '"', '\\', '"\n', 'and ', '1.', '<a', '“', '`', "'", 'rule r "R" { requre a }\n'])(
    'of two hundred thousand characters of %j is answered',
    (part) => {
      readFull(part, 200_000);
    },
  );
});

describe('the command line on a very large file', () => {
  it('answers, with an excerpt that fits the terminal', () => {
    const long = goodManifest.replace('goal: To know', `goal: ${'x'.repeat(50 * million)}`);
    const wrong = goodManifest.replace(
      'method: { profiling: no }',
      `method: { profiling: "${'x'.repeat(20 * million)}" }`,
    );
    const folder = folderWith({
      'small.waarborg': smallPack,
      'long.analysis.yaml': long,
      'wrong.analysis.yaml': wrong.replace('id: good', 'id: wrong'),
    });
    const { exit, output, errors } = waarborg(['check', 'long.analysis.yaml', 'wrong.analysis.yaml', ...judged], {
      folder,
    });
    expect(output + errors).not.toContain(phrases.internal.en);
    expect(exit).toBe(2);
    expect(output).toContain('WB0544');
    expect(Math.max(...output.split('\n').map((line) => line.length))).toBeLessThan(200);
  });
  it('writes a report with a hundred thousand findings', () => {
    const datasets = Array.from({ length: million / 10 }, (_, index) => `  - name: d${index}\n`).join('');
    const many = goodManifest.replace('  - name: incidents\n    updated_on: 2026-10-01\n', datasets);
    const folder = folderWith({ 'small.waarborg': smallPack, 'many.analysis.yaml': many });
    const run = ['check', 'many.analysis.yaml', ...judged];
    const text = waarborg(run, { folder });
    expect(text.exit).toBe(1);
    expect(text.output.length).toBeLessThan(10_000);
    const json = waarborg([...run, '--format', 'json=report.json', '--format', 'text', '--verbose'], { folder });
    expect(json.exit).toBe(1);
    expect(json.output.match(/many\.analysis\.yaml:\d+:\d+/g)?.length).toBe(million / 10);
  });
});
