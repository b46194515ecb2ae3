import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packFolder } from '../policies/shipped-policies.ts';
import { folderWith, type Outcome, smallPack, waarborg } from './run-waarborg.ts';

const tests = `tests test.small
test "a goal is recorded" { given { goal: "To know" } expect goal passes }
`;

function docs(folder: string, ...more: readonly string[]): Outcome {
  return waarborg(['docs', ...more, '--as-of', '2026-11-23'], { folder });
}

interface Tag {
  readonly name: string;
  readonly attribs: Readonly<Record<string, string>>;
}

/** The elements of a page. No value of an attribute holds a `<` or `>`: that every text is escaped is tested where pages are made. */
function pageOf(folder: string, name: string): readonly Tag[] {
  const page = readFileSync(join(folder, name), 'utf8').replace(/<style>.*?<\/style>/s, '<style>');
  return [...page.matchAll(/<([a-z][a-z0-9]*)([^>]*)>/g)].map(([, tag = '', written = '']) => ({
    name: tag,
    attribs: Object.fromEntries(
      [...written.matchAll(/([\w:-]+)(?:="([^"]*)")?/g)].map((found) => [found[1], found[2] ?? '']),
    ),
  }));
}

describe('waarborg docs', () => {
  it('writes Markdown to standard output, and says where there are no tests', () => {
    const folder = folderWith({ 'small.waarborg': smallPack });
    const { exit, output, errors } = docs(folder, 'small.waarborg');
    expect([exit, errors]).toEqual([0, '']);
    expect(output).toMatch(/^Handbook of a policy pack\n\n# Small rules\n/);
    expect(output).toContain('### 2 The analysis is small');
    expect(output).toContain('[`most-subjects`](#parameter-most-subjects) = 100, set by the test.');
    expect(output).toContain('This pack has no tests: nothing shows that its rules decide as they are meant to.');
    expect(output).toContain('That is no judgement on lawfulness');
    expect(output).toContain('The pack does not say who looks after it');
  });

  it('writes HTML or Markdown to a file by its ending, or in the format that is asked', () => {
    const folder = folderWith({ 'small.waarborg': smallPack });
    expect(docs(folder, 'small.waarborg', '-o', 'a.html')).toEqual({ exit: 0, output: '', errors: '' });
    expect(docs(folder, 'small.waarborg', '-o', 'a.md').exit).toBe(0);
    expect(docs(folder, 'small.waarborg', '-o', 'a.txt', '--format', 'html', '--format', 'markdown=b.txt').exit).toBe(
      0,
    );
    const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
    expect(read('a.html')).toMatch(/^<!DOCTYPE html>\n<html lang="en">/);
    expect(read('a.txt')).toBe(read('a.html'));
    expect(read('b.txt')).toBe(read('a.md'));
    expect(docs(folder, 'small.waarborg', '--format', 'html').output).toBe(read('a.html'));
    expect(docs(folder, 'small.waarborg').output).toBe(read('a.md'));
  });

  it('gives the same bytes for the same pack', () => {
    const folder = folderWith({});
    const pack = 'nl.rijk.big-data-veiligheid';
    const [first, second] = [1, 2].map(() => docs(folder, pack, '--format', 'html', '--language', 'nl').output);
    expect(first?.length).toBeGreaterThan(100_000);
    expect(first).toBe(second);
  });

  it('finds a pack by the name of one that ships, and by a file of it, with the rest of the pack', () => {
    const named = docs(folderWith({}), 'nl.rijk.big-data-veiligheid');
    expect(named.output).toContain('42 rules');
    expect(named.output).toMatch(/\d+ tests in \d+ files: \*\*\d+ passed\*\*/);
    expect(docs(folderWith({}), join(packFolder, 'rules-03-care.waarborg')).output).toBe(named.output);
  });

  it('finds a pack by its folder or its package, with the tests in it', () => {
    const files = { 'a.waarborg': smallPack, 'b/a.test.waarborg': tests };
    expect(docs(folderWith(files), '.').output).toContain('1 test in 1 file: **1 passed**');
    const folder = folderWith({
      'node_modules/small-rules/package.json': '{ "name": "small-rules" }',
      'node_modules/small-rules/a.waarborg': smallPack,
      'node_modules/small-rules/a.test.waarborg': tests,
    });
    expect(docs(folder, 'small-rules').output).toContain('1 test in 1 file: **1 passed**');
  });

  it('says what no test saw', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'deep/small.test.waarborg': tests });
    const { output } = docs(folder, '.');
    expect(output).toContain('### What no test saw');
    expect(output).toContain('- rule `small`: met, not met, not shown, does not apply');
    expect(output).toContain('- condition `goal is recorded` (in rule `goal`): false, unknown');
  });

  it('is written all the same where a test fails, and says so in it and beside it', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'small.test.waarborg': tests.replace('passes', 'fails') });
    const { exit, output, errors } = docs(folder, 'small.waarborg');
    expect([exit, errors]).toEqual([
      0,
      '! 1 test of this pack fails, and the handbook says so. `waarborg test` shows why.\n',
    ]);
    expect(output).toContain('1 test in 1 file: **0 passed, 1 failed**.');
    expect(output).toContain('- a goal is recorded\n  - `test.small/goal`: expected not met, found met');
  });

  it('is written all the same where tests cannot be read, and says so', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'small.test.waarborg': `${tests}\ntest "x" { expect` });
    const { exit, output, errors } = docs(folder, 'small.waarborg');
    expect(exit).toBe(0);
    expect(errors).toContain('small.test.waarborg:4:');
    expect(errors).toContain('! Tests of this pack could not be run, and the handbook says so: see the errors.');
    expect(output).toContain('**Some tests are themselves at fault');
  });

  it.each([
    [['nothing-there'], 'WB0907', 'There is no file, folder, installed package or shipped pack `nothing-there`'],
    [['nl.rijk.big-data-veiligheit'], 'WB0907', 'Did you mean `nl.rijk.big-data-veiligheid`?'],
    [['.'], 'WB0910', 'There are several packs here: `test.broken`, `test.other`, `test.small`'],
    [['words'], 'WB0907', 'There is no pack here'],
    [['small.waarborg', '-o', 'a.pdf'], 'WB0910', '`a.pdf` does not say which format it is to have'],
    [['small.waarborg', '-o', ''], 'WB0910', '-o names no file'],
    [['small.waarborg', '--format', 'pdf'], 'WB0910', '--format cannot be `pdf`'],
    [['small.waarborg', '--language', 'fr'], 'WB0910', '--language cannot be `fr`'],
    [['small.waarborg', '-o', 'missing/a.html'], 'WB0909', 'This cannot be written'],
    [['apart/broken.waarborg'], 'WB0301', 'apart/broken.waarborg:'],
    [[], 'WB0910', 'argument'],
  ])('exits with 2 for %j', (written, code, words) => {
    const folder = folderWith({
      'small.waarborg': smallPack,
      'other.waarborg': smallPack.replace('test.small', 'test.other'),
      'words/a.waarborg': 'vocabulary test.words version 1.0.0\n',
      'apart/broken.waarborg': smallPack.replace('test.small', 'test.broken').replace('goal is', 'gaol is'),
    });
    const { exit, output, errors } = docs(folder, ...written);
    expect([exit, output]).toEqual([2, '']);
    expect(errors).toContain(code);
    expect(errors).toContain(words);
  });

  it('speaks Dutch', () => {
    const folder = folderWith({ 'small.waarborg': smallPack, 'small.test.waarborg': tests.replace('passes', 'fails') });
    const { output, errors } = docs(folder, 'small.waarborg', '--language', 'nl');
    expect(output).toContain('# Kleine regels');
    expect(output).toContain('## Wat wet en beleid zeggen, en wat dit pakket koos');
    expect(output).toContain('Dat is geen oordeel over rechtmatigheid');
    expect(errors).toContain('1 toets van dit pakket mislukt, en het handboek zegt dat.');
  });

  describe('the page', () => {
    const folder = folderWith({});
    docs(folder, 'nl.rijk.big-data-veiligheid', '-o', 'page.html', '--language', 'en');
    const elements = pageOf(folder, 'page.html');

    it('lets a browser do nothing but show it', () => {
      const policy = elements.find(({ attribs }) => attribs['http-equiv'] === 'Content-Security-Policy');
      expect(policy?.attribs['content']).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; base-uri 'none'; form-action 'none'$/,
      );
      const names = new Set(elements.map(({ name }) => name));
      for (const name of ['script', 'link', 'img', 'iframe', 'object', 'base', 'form'])
        expect(names).not.toContain(name);
      const attributes = new Set(elements.flatMap(({ attribs }) => Object.keys(attribs)));
      expect([...attributes].filter((name) => name.startsWith('on') || name === 'style' || name === 'src')).toEqual([]);
    });

    it('has headings in order, with one at the top', () => {
      const levels = elements.filter(({ name }) => /^h[1-6]$/.test(name)).map(({ name }) => Number(name.slice(1)));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      for (const [index, level] of levels.entries())
        expect(level - (levels[index - 1] ?? level)).toBeLessThanOrEqual(1);
    });

    it('has a card for each rule, with what the source says beside what the pack chose', () => {
      const cards = elements.filter(({ name, attribs }) => name === 'section' && /^rule-/.test(attribs['id'] ?? ''));
      expect(cards).toHaveLength(42);
      const count = (className: string): number =>
        elements.filter(({ attribs }) => attribs['class'] === className).length;
      expect([count('said'), count('chosen')]).toEqual([42, 42]);
    });
  });
});
