import {
  buildProgram,
  type CheckedProgram,
  type CoreProgram,
  parseDate,
  parsePolicy,
  parseTests,
  runTests,
  sourceText,
} from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { type ConstructExample, readConstructPages } from '../../scripts/reference/construct-pages.ts';
import { parseShippedPolicies } from '../policies/shipped-policies.ts';

const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');
const asOf = parseDate('2026-11-23') ?? 0;
const pages = readConstructPages();

function built(texts: readonly string[], name: string): CheckedProgram {
  const files = texts.map((text, index) => parsePolicy(sourceText(`${name}-${index}.waarborg`, text)));
  const checked = buildProgram([...files, ...vocabularies]);
  expect(checked.diagnostics.map(({ code, message }) => `${code} ${message.en}`)).toEqual([]);
  return checked;
}

/** What each test of an example comes to, with the reasons where it is not what the page says. */
function casesOf({ tests }: ConstructExample, checked: CheckedProgram): readonly string[] {
  const parsed = parseTests(sourceText('example.test.waarborg', tests));
  const { cases, diagnostics } = runTests([parsed], checked, { asOf, readManifest: () => undefined });
  expect(diagnostics.map(({ code, message, span }) => `${code} ${message.en} ${span.start}`)).toEqual([]);
  return cases.map(({ name, row, status, expectations }) => {
    const found = expectations.filter(({ met }) => !met).map((each) => JSON.stringify([each.found, each.reasons]));
    return [name, row, status, ...found].filter((part) => part !== undefined).join(' · ');
  });
}

/** The core without places in files and texts for readers, which differ between spellings. */
function meaningOf({ program }: CheckedProgram): string {
  const forReaders = [
    'span',
    'text',
    'title',
    'description',
    'setBy',
    'because',
    'levelChosenBy',
    'chosenBy',
    'quoting',
  ];
  const seen = new Map<object, number>();
  return JSON.stringify(program satisfies CoreProgram, (key, value: unknown) => {
    if (forReaders.includes(key)) return undefined;
    if (value instanceof Map) return [...value];
    if (value instanceof Set) return [...value];
    if (typeof value === 'bigint') return String(value);
    if (typeof value !== 'object' || value === null) return value;
    // What is reached along two ways, or round a circle, is written once.
    const before = seen.get(value);
    if (before !== undefined) return `as ${before}`;
    seen.set(value, seen.size);
    return isText(value) ? undefined : value;
  });
}

function isText(value: object): boolean {
  const keys = Object.keys(value);
  return keys.length > 0 && keys.every((key) => key === 'en' || key === 'nl');
}

describe.each(pages)('the page on $name', ({ examples }) => {
  it('has an example', () => {
    expect(examples.length).toBeGreaterThan(0);
  });

  describe.each(examples)('line $line', (example) => {
    it.each(['english', 'dutch'] as const)('comes to what the page says, in the %s spelling', (spelling) => {
      const cases = casesOf(example, built(example[spelling], spelling));
      expect(cases.filter((each) => !each.endsWith(' · passed'))).toEqual([]);
      expect(cases.length).toBeGreaterThan(0);
    });

    it('means the same in both spellings', () => {
      const [english, dutch] = [built(example.english, 'example'), built(example.dutch, 'example')];
      expect(meaningOf(dutch)).toBe(meaningOf(english));
    });

    it('expects something of each of its rules', () => {
      const { program } = built(example.english, 'example');
      const rules = program.packs.filter(({ name }) => name === 'nl.example').flatMap((pack) => pack.rules);
      const untested = rules.filter(({ id }) => !example.tests.includes(`expect ${id.replace('nl.example/', '')} `));
      expect(untested.map(({ id }) => id)).toEqual([]);
    });
  });
});
