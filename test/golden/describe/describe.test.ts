import { readFileSync } from 'node:fs';
import { describeCondition, describeRule, type Language, parsePolicy, sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../../language/src/check/build-program.ts';
import type { Condition, CoreProgram } from '../../../language/src/core/core.ts';
import { buildShippedPolicies } from '../../policies/shipped-policies.ts';
import { testGoldenFiles } from '../golden.ts';
import { allSentences, descriptionText, sentenceLines } from './description-text.ts';

const conformance = new URL('../../conformance/', import.meta.url);
const words = parsePolicy(sourceText('words.waarborg', readFileSync(new URL('words.waarborg', conformance), 'utf8')));
const head = readFileSync(new URL('pack.waarborg', conformance), 'utf8');

function built(declarations: string): CoreProgram {
  const { program, diagnostics } = buildProgram([
    words,
    parsePolicy(sourceText('a.waarborg', `${head}${declarations}`)),
  ]);
  expect(diagnostics.map(({ message, span }) => `${message.en} (${span.start})`)).toEqual([]);
  return program;
}

const languages = ['en', 'nl'] as const;

describe('every form of condition and value in words', () => {
  // Each line is a condition; each is said as a duty, as a fact, as what something depends on, and denied.
  testGoldenFiles(new URL('forms/', import.meta.url), (source) => {
    const lines = source.split('\n').filter((line) => line !== '' && !line.startsWith('//'));
    const rules = lines.map((line, index) => `rule r${index} { mandatory chosen by "us"\n require ${line}\n }\n`);
    const conditions = built(`define easy: a and b\ndefine latest: highest items.on\n${rules.join('')}`).packs.flatMap(
      (pack) => pack.rules.map(({ obligations: [first] }) => first?.condition),
    );
    return languages.map((language) => ({
      heading: language,
      text: conditions.flatMap((condition, index) => sayings(condition, lines[index], language)).join('\n'),
    }));
  });
});

function sayings(condition: Condition | undefined, line: string | undefined, language: Language): readonly string[] {
  if (condition === undefined || line === undefined) throw new Error('every line is a condition');
  const not: Condition = { kind: 'not', part: condition, span: condition.span, text: condition.text };
  const depends = dependent(condition);
  return [
    line,
    ...sentenceLines(describeCondition(condition, 'must'), '  ', language),
    ...sentenceLines(describeCondition(condition), '  ', language),
    ...sentenceLines(describeCondition(not), '  ', language),
    ...sentenceLines(depends, '  ', language),
  ];
}

/** The condition as that of a duty, so that it depends on another clause and the duty stands behind it. */
function dependent(condition: Condition): ReturnType<typeof describeRule>['duties'][number]['sentence'] {
  const rule = built('rule r { mandatory chosen by "us"\n require word is recorded when a\n }').packs[0]?.rules[0];
  const [first] = rule?.obligations ?? [];
  if (rule === undefined || first === undefined) throw new Error('the rule was written here');
  const changed = { ...rule, obligations: [{ ...first, guard: condition, condition }] };
  const described = describeRule(built(''), changed).duties[0];
  if (described === undefined) throw new Error('the duty was written here');
  return described.sentence;
}

describe('every construct in words', () => {
  testGoldenFiles(new URL('constructs/', import.meta.url), (source) => {
    const program = built(source);
    return languages.map((language) => ({
      heading: language,
      text: program.packs
        .flatMap((pack) => pack.rules.map((rule) => descriptionText(describeRule(program, rule), language)))
        .join('\n'),
    }));
  });
});

describe('the rules of the first pack in words', () => {
  const { program } = buildShippedPolicies();
  const rules = program.packs.flatMap((pack) => pack.rules);

  it('has them all', () => {
    expect(rules).toHaveLength(42);
  });

  testGoldenFiles(new URL('pack/', import.meta.url), (_, name) => {
    const language = name === 'nl.waarborg' ? 'nl' : 'en';
    return rules.map((rule) => ({ heading: rule.name, text: descriptionText(describeRule(program, rule), language) }));
  });

  it('has sentences that are not repeated within a list of parts', () => {
    for (const rule of rules) {
      for (const { parts } of allSentences(describeRule(program, rule))) {
        expect(new Set(parts.map(({ text }) => text.nl)).size).toBe(parts.length);
      }
    }
  });
});

describe('a rule in which something could not be read', () => {
  it('is described all the same, with what was written', () => {
    const source =
      'rule r { mandatory chosen by "us"\n require wrod is recorded\n require number is at most nubmer\n }\n';
    const { program } = buildProgram([words, parsePolicy(sourceText('a.waarborg', `${head}${source}`))]);
    const rule = program.packs[0]?.rules[0];
    if (rule === undefined) throw new Error('the rule was written here');
    expect(describeRule(program, rule).duties.map(({ sentence }) => sentence.text.en)).toMatchInlineSnapshot(`
      [
        "\`wrod is recorded\` must hold.",
        "\`number is at most nubmer\` must hold.",
      ]
    `);
  });
});
