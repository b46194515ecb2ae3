import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTokens } from '../../language/src/syntax/tokens.ts';
import { textMateGrammar } from '../../scripts/grammar/text-mate-grammar.ts';
import { policiesFolder } from '../policies/shipped-policies.ts';

const client = join(import.meta.dirname, '../../client');
const read = (path: string): string => readFileSync(join(client, path), 'utf8');
const configuration = JSON.parse(read('language-configuration.json'));
const policies = globSync('**/*.waarborg', { cwd: policiesFolder }).map((name) =>
  readFileSync(join(policiesFolder, name), 'utf8'),
);

describe('the grammar of editors', () => {
  it('is up to date', () => {
    const made = `${JSON.stringify(textMateGrammar(), undefined, 2)}\n`;
    expect(read('syntaxes/waarborg.tmLanguage.json') === made, 'run `npm run grammar`').toBe(true);
  });

  it('includes only what it has', () => {
    const grammar = textMateGrammar();
    const included = [...JSON.stringify(grammar).matchAll(/"include":"#([^"]*)"/g)].map(([, name]) => name);
    expect(included.filter((name) => !(name !== undefined && name in grammar.repository))).toEqual([]);
  });
});

describe('the language configuration', () => {
  it('takes for one word what the lexer takes for one name', () => {
    const word = new RegExp(configuration.wordPattern, 'g');
    for (const text of policies) {
      const words = new Map([...text.matchAll(word)].map((found) => [found.index, found[0]]));
      const names = readTokens(text, 'en').tokens.filter(({ tokenType }) =>
        ['Identifier', 'QuotedName', 'DateLiteral', 'Percentage'].includes(tokenType.name),
      );
      expect(names.length).toBeGreaterThan(0);
      const apart = names.filter(({ startOffset, image }) => words.get(startOffset) !== image && !/\s%/.test(image));
      expect(apart.map(({ image }) => image)).toEqual([]);
    }
  });

  it('indents after a line, and takes back before one, as the formatter does', () => {
    const { increaseIndentPattern, decreaseIndentPattern } = configuration.indentationRules;
    const [increase, decrease] = [new RegExp(increaseIndentPattern), new RegExp(decreaseIndentPattern)];
    let seen = 0;
    for (const text of policies) {
      const lines = text.split('\n').filter((line) => line.trim() !== '');
      for (const [index, line] of lines.entries()) {
        const next = lines[index + 1];
        if (next === undefined) continue;
        const deeper = indentOf(next) - indentOf(line);
        if (increase.test(line) && !decrease.test(next)) {
          // What goes on over several lines begins with its opening bracket on a line of its own.
          if (deeper <= 0) expect(line.trim(), `${line}\n${next}`).toBe('{');
          else seen += 1;
        }
        if (decrease.test(next) && !increase.test(line)) expect(deeper, `${line}\n${next}`).toBeLessThanOrEqual(0);
      }
    }
    expect(seen).toBeGreaterThan(300);
  });

  it.each([
    ['rule a "b" {', true],
    ['rule a "b {"', false],
    ['require x is in [', true],
    ['// rule a {', false],
    ['rule a "b" { // why', true],
    ['x: { a: 1 }', false],
    ['`odd { name`: text', false],
    ['"an \\" in it {"', false],
    ['a / b (', true],
  ])('after %s: %s', (line, indents) => {
    expect(new RegExp(configuration.indentationRules.increaseIndentPattern).test(line)).toBe(indents);
  });

  it.each([
    ['// one comment', 'that goes on', '// '],
    ['// one comment', '', undefined],
    ['pack nl.a version 1.0.0', '', undefined],
    ['source act "The act"', '', undefined],
    ['rule a "b" {', '}', undefined],
  ])('goes on after %j before %j with %j', (before, after, appended) => {
    const rules: readonly { beforeText: string; afterText?: string; action: { appendText?: string } }[] =
      configuration.onEnterRules;
    const found = rules.find(
      ({ beforeText, afterText }) => new RegExp(beforeText).test(before) && new RegExp(afterText ?? '').test(after),
    );
    expect(found?.action.appendText).toBe(appended);
  });

  it('indents after the head of a declaration, and not after one that is whole', () => {
    const rules: readonly { beforeText: string; action: { indent: string } }[] = configuration.onEnterRules;
    const indents = (line: string): boolean =>
      rules.some(({ beforeText, action }) => action.indent === 'indent' && new RegExp(beforeText).test(line));
    expect(['pack a version 1.0.0', 'bron wet "De wet"', 'parameter a: share = 5%'].map(indents)).toEqual([
      true,
      true,
      true,
    ]);
    expect(['rule a "b" {', 'sources', '}', 'purpose a'].map(indents)).toEqual([false, false, false, false]);
  });
});

describe('the icons', () => {
  it.each(readdirSync(join(client, 'icons')).filter((name) => name.endsWith('.svg')))(
    '%s is a drawing that loads and runs nothing',
    (name) => {
      const drawing = read(`icons/${name}`);
      expect(drawing).toMatch(
        /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="16" height="16" viewBox="0 0 16 16">\n/,
      );
      expect(drawing).not.toMatch(/<(?:script|style|image|use|foreignObject)|href|on\w+=|url\(/);
    },
  );
});

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
