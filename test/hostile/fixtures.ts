import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A text that the tests of the project read, with its name. */
export interface Fixture {
  readonly name: string;
  readonly text: string;
}

function filesLike(pattern: string): readonly Fixture[] {
  return globSync(pattern, { cwd: root })
    .sort()
    .map((name) => ({ name, text: readFileSync(join(root, name), 'utf8') }));
}

/** The source at the beginning of a golden file, above its first heading. */
function goldenSource({ name, text }: Fixture): Fixture {
  const end = text.indexOf('=== ');
  return { name, text: end === -1 ? text : text.slice(0, end) };
}

/** The blocks of code in the pages for people. */
function codeBlocks({ name, text }: Fixture): readonly Fixture[] {
  return [...text.matchAll(/^```[^\n]*\n(.*?)^```/gms)].map((match, index) => ({
    name: `${name} block ${index + 1}`,
    text: match[1] ?? '',
  }));
}

const examples = filesLike('{README.md,docs/reference/*.md,policies/*/README.md}').flatMap(codeBlocks);

/** Every policy there is: those that ship, the sources of golden files, and the examples of the pages. */
export const policyFixtures: readonly Fixture[] = [
  ...filesLike('policies/**/*.waarborg').filter(({ name }) => !name.endsWith('.test.waarborg')),
  ...filesLike('test/golden/syntax/*.waarborg'),
  ...filesLike('test/golden/{policy,syntax}/*.golden').map(goldenSource),
  ...examples,
];

/** Tests of rules: those of the golden files, and the beginning of each file of the first pack. */
export const testsFixtures: readonly Fixture[] = [
  ...filesLike('test/golden/tests/*.golden').map(goldenSource),
  ...filesLike('policies/**/*.test.waarborg').map(({ name, text }) => ({ name, text: text.slice(0, 1500) })),
];

/** Every manifest there is. */
export const manifestFixtures: readonly Fixture[] = [
  ...filesLike('policies/**/*.yaml'),
  ...filesLike('test/golden/manifest/*.golden').map(goldenSource),
  ...examples,
];
