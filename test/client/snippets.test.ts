import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  buildProgram,
  type Diagnostic,
  formatSource,
  type ParsedFile,
  parsePolicy,
  parseTests,
  sourceText,
} from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import { parseShippedPolicies } from '../policies/shipped-policies.ts';
import { fillSnippet, placesOf, type Snippet } from './fill-snippet.ts';

const folder = join(import.meta.dirname, '../../client/snippets');

function snippetsIn(name: string): ReadonlyMap<string, Snippet> {
  return new Map(Object.entries<Snippet>(JSON.parse(readFileSync(join(folder, name), 'utf8'))));
}

/** What stands around a snippet where it can be used. */
type Place = 'file' | 'declaration' | 'clause' | 'vocabulary' | 'tests';

/** Where a snippet can be used, by its prefix, and what it speaks of that has to be declared besides. */
const places: Readonly<Record<string, Place>> = {
  ...Object.fromEntries(
    ['pack', 'vocabulary', 'tests', 'pakket', 'woordenlijst', 'toetsen'].map((each) => [each, 'file']),
  ),
  ...Object.fromEntries(
    ['require', 'limit', 'satisfied', 'when', 'except', 'next-step'].map((each) => [each, 'clause'] as const),
  ),
  ...Object.fromEntries(
    ['vereist', 'begrens', 'voldaan', 'indien', 'uitzondering', 'vervolgstap'].map((each) => [each, 'clause'] as const),
  ),
  ...Object.fromEntries(['record', 'choices', 'gegevensgroep', 'keuzelijst'].map((each) => [each, 'vocabulary'])),
  ...Object.fromEntries(['manifest', 'test', 'test-values', 'toets', 'toets-waarden'].map((each) => [each, 'tests'])),
};

const words = {
  en: {
    pack: 'pack test.snippets version 1.0.0\n  use waarborg.analysis 1\n',
    rule: 'rule around "A rule" {\n  mandatory chosen by "us"\n',
    duty: '  require goal is recorded\n',
    besides: 'source act "The act"\npurpose parking\npurpose traffic\n',
    vocabulary: 'vocabulary test.words version 1.0.0\nmanifest thing { id: text role id }\n',
    tests: 'tests test.snippets as of 2026-11-23\n',
  },
  nl: {
    pack: 'pakket test.snippets versie 1.0.0\n  gebruik waarborg.analysis 1\n',
    rule: 'regel eromheen "Een regel" {\n  verplicht gekozen door "ons"\n',
    duty: '  vereist goal is vastgelegd\n',
    besides: 'bron wet "De wet"\ndoel parkeren\ndoel verkeer\n',
    vocabulary: 'woordenlijst test.woorden versie 1.0.0\nmanifest ding { id: tekst rol id }\n',
    tests: 'toetsen test.snippets op peildatum 2026-11-23\n',
  },
} as const;

const analysis: readonly ParsedFile[] = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');

/** A file in which a snippet stands, and what is wrong with that file. */
function inPlace(filled: string, place: Place, spelling: 'en' | 'nl'): { text: string; errors: readonly Diagnostic[] } {
  const around = words[spelling];
  switch (place) {
    case 'file': {
      const text = `${filled}\n`;
      return { text, errors: /^(?:tests|toetsen)/.test(filled) ? testErrors(text) : policyErrors(text) };
    }
    case 'declaration': {
      const text = `${around.pack}${around.besides}${filled}\n`;
      return { text, errors: policyErrors(text) };
    }
    case 'clause': {
      // A rule needs a duty besides what says where it applies, or what may be done; and a way besides no other duty.
      const isDuty = /^(?:require|limit|satisfied|vereist|begrens|voldaan)/.test(filled);
      const indented = filled.replaceAll(/^/gm, '  ');
      const isCondition = /^(?:when|indien)/.test(filled);
      const body = isDuty ? indented : isCondition ? `${indented}\n${around.duty}` : `${around.duty}${indented}`;
      const text = `${around.pack}${around.rule}${body}\n}\n`;
      return { text, errors: policyErrors(text) };
    }
    case 'vocabulary': {
      const text = `${around.vocabulary}${filled}\n`;
      return { text, errors: policyErrors(text) };
    }
    case 'tests': {
      const text = `${around.tests}${filled}\n`;
      return { text, errors: testErrors(text) };
    }
  }
}

function policyErrors(text: string): readonly Diagnostic[] {
  return buildProgram([...analysis, parsePolicy(sourceText('a.waarborg', text))]).diagnostics;
}

function testErrors(text: string): readonly Diagnostic[] {
  return parseTests(sourceText('a.test.waarborg', text)).diagnostics;
}

describe.each([
  ['english.json', 'en'],
  ['dutch.json', 'nl'],
] as const)('the snippets of %s', (file, spelling) => {
  const snippets = [...snippetsIn(file)];

  it.each(snippets)('%s is read without an error where it stands, whatever is chosen', (_, snippet) => {
    for (const filled of fillSnippet(snippet)) {
      // The value of another type than the first is for the writer to fill in.
      const typed = filled.replace(
        /^(parameter \S+: )(?!share|aandeel)\S+( = )\S+/,
        (_parameter, head: string) => `${head}${spelling === 'en' ? 'share' : 'aandeel'} = 5%`,
      );
      const { text, errors } = inPlace(typed, places[snippet.prefix] ?? 'declaration', spelling);
      expect(
        errors.map(({ message }) => message.en),
        text,
      ).toEqual([]);
    }
  });

  it.each(snippets)('%s is laid out as the formatter does', (_, snippet) => {
    const [filled = ''] = fillSnippet(snippet);
    const { text } = inPlace(filled, places[snippet.prefix] ?? 'declaration', spelling);
    const formatted = formatSource(sourceText('a.waarborg', text)).text;
    const flat = (each: string): string => (each.match(/\S.*\S|\S/g) ?? []).join('\n');
    expect(flat(formatted).includes(flat(filled)), `${formatted}\n${filled}`).toBe(true);
  });

  it('number their places from 1, without a gap', () => {
    for (const [name, snippet] of snippets) {
      const numbered = placesOf(snippet).filter((place) => place > 0);
      expect([name, numbered]).toEqual([name, numbered.map((_, index) => index + 1)]);
    }
  });

  it('have prefixes of their own', () => {
    const prefixes = snippets.map(([, { prefix }]) => prefix);
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });
});

describe('the snippets of both languages', () => {
  it('are the same ones', () => {
    const [english, dutch] = [[...snippetsIn('english.json').values()], [...snippetsIn('dutch.json').values()]];
    expect(dutch.map(placesOf)).toEqual(english.map(placesOf));
  });
});
