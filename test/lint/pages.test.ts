import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildProgram, lintProgram, parseDate, parsePolicy, parseTests, sourceText } from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { lintRules } from '../../language/src/lint/lint-rules.ts';
import { suppressionRules } from '../../language/src/lint/suppressions.ts';
import { fencedBlocks } from '../../scripts/reference/fenced-blocks.ts';
import { parseShippedPolicies } from '../policies/shipped-policies.ts';

const folder = resolve(import.meta.dirname, '../../docs/reference/lint');
const suppressions = Object.values(suppressionRules);
const rules = [...lintRules, ...suppressions];
const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');
const asOf = parseDate('2026-11-23') ?? 0;

/** The head of the pack that an example is in, where it does not show one: nothing is found in it. */
const frame = `pack nl.example version 1.0.0
  use waarborg.analysis 1
  scope "Outside: the intelligence and security services" when not regime contains wiv

`;

function namesFound(example: string, tests: readonly string[]): readonly string[] {
  const text = example.startsWith('pack ') ? example : frame + example;
  const files = [parsePolicy(sourceText('example.waarborg', text)), ...vocabularies];
  const built = buildProgram(files);
  const errors = built.diagnostics.map(({ code, message }) => `${code} ${message.en}`);
  if (errors.length > 0) throw new Error(errors.join('\n'));
  const parsed = tests.map((each) => parseTests(sourceText('example.test.waarborg', each)));
  return lintProgram(built, files, asOf, parsed)
    .filter(({ span }) => span.source.name === 'example.waarborg')
    .map(({ code }) => code);
}

function pageOf(name: string): string {
  const path = join(folder, `${name}.md`);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function section(page: string, title: string): string {
  return page.split(`\n## ${title}\n`)[1]?.split('\n## ')[0] ?? '';
}

function blocksIn(text: string, wanted: string): readonly string[] {
  return fencedBlocks(text)
    .filter(({ language }) => language === wanted)
    .map((block) => block.text);
}

function examplesIn(text: string): readonly string[] {
  return blocksIn(text, 'waarborg');
}

function testsIn(text: string): readonly string[] {
  return blocksIn(text, 'waarborg-tests');
}

describe.each(rules)('the page of $name', ({ name, title }) => {
  const page = pageOf(name);
  it('begins with its name and title', () => {
    expect(page.split('\n', 3)).toEqual([`# ${name}: ${title.en}`, '', `*${title.nl}*`]);
    expect(title.en).not.toBe(title.nl);
  });

  it('has something to avoid, in which exactly that is found', () => {
    const examples = examplesIn(section(page, 'Avoid'));
    expect(examples).toHaveLength(1);
    // A suppression that does not count leaves what it was about.
    const left = name === suppressionRules.reason.name ? ['rule-without-source'] : [];
    for (const example of examples)
      expect(namesFound(example, testsIn(section(page, 'Avoid')))).toEqual([name, ...left]);
  });

  it('has something to prefer, in which nothing is found', () => {
    const examples = examplesIn(section(page, 'Prefer'));
    expect(examples).toHaveLength(1);
    for (const example of examples) expect(namesFound(example, testsIn(section(page, 'Prefer')))).toEqual([]);
  });

  it('says why, and other examples that nothing is found in', () => {
    const why = section(page, 'Why');
    expect(why.length).toBeGreaterThan(60);
    for (const example of examplesIn(why)) expect(namesFound(example, [])).toEqual([]);
  });
});

function index(): string {
  const rows = (listed: typeof suppressions | typeof lintRules): string =>
    listed.map(({ name, title }) => `| [${name}](${name}.md) | ${title.en} | ${title.nl} |`).join('\n');
  return `# Rules of lint

\`waarborg lint\` finds what is no error and may be better ([command line](../command-line.md#waarborg-lint)). Each rule has a page: what to avoid,
what to prefer, and why. The list is made from the program itself.

| rule | | |
| --- | --- | --- |
${rows(lintRules)}

## Of suppressions
A comment on the line before a finding suppresses it, with the reason: \`// lint: allow NAME because …\`, in Dutch \`// lint: duld NAME omdat …\`;
both may stand in files of either spelling. Why it has this form stands in [a decision](../../decisions/0009-lint.md).

| rule | | |
| --- | --- | --- |
${rows(suppressions)}
`;
}

if (process.env['UPDATE_GOLDEN'] === '1') writeFileSync(join(folder, 'README.md'), index());

describe('the rules of lint', () => {
  it('have an index that is up to date', () => {
    expect(pageOf('README')).toBe(index());
  });

  it('have a page each, and no page more', () => {
    expect(readdirSync(folder).sort()).toEqual(['README.md', ...rules.map(({ name }) => `${name}.md`)].sort());
  });

  it('have a file, a test and a golden file each, under their name', () => {
    for (const { name } of lintRules) {
      const file = resolve(folder, `../../../language/src/lint/${name}`);
      expect([`${file}.ts`, `${file}.test.ts`].filter((path) => !existsSync(path))).toEqual([]);
    }
    const goldens = readdirSync(resolve(folder, '../../../test/golden/lint')).filter((each) =>
      each.endsWith('.golden'),
    );
    expect(goldens.sort()).toEqual(rules.map(({ name }) => `${name}.golden`).sort());
  });
});
