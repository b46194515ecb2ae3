import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { convertSource, sourceText } from '@waarborg/language';
import { beforeAll, describe, expect, it } from 'vitest';
import { keywordNamed, keywordsOf } from '../../language/src/syntax/keywords.ts';
import { readTokens } from '../../language/src/syntax/tokens.ts';
import { policiesFolder } from '../policies/shipped-policies.ts';
import { type Colours, loadGrammar } from './text-mate.ts';

const folder = join(import.meta.dirname, 'grammar');
let colours: Colours;
beforeAll(async () => {
  colours = await loadGrammar();
});

/**
 * What a file of assertions says below its lines: `// ^^^ scope` is about the columns above the carets, and
 * `// ^^^ no scope` says that no part of these bears it.
 */
function brokenAssertions(text: string): { readonly broken: readonly string[]; readonly asserted: number } {
  const lines = text.split('\n');
  const coloured = colours(text);
  const broken: string[] = [];
  let [asserted, subject] = [0, 0];
  for (const [number, line] of lines.entries()) {
    const assertion = /^(\s*\/\/ *)(\^+) (no )?([\w.-]+)$/.exec(line);
    if (assertion === null) {
      if (!/^\s*\/\/ *\^/.test(line)) subject = number;
      else broken.push(`${number + 1}: ${line} cannot be read`);
      continue;
    }
    const [, lead = '', carets = '', not, scope = ''] = assertion;
    const [from, to] = [lead.length, lead.length + carets.length];
    const found = (coloured[subject] ?? []).filter(({ start, end }) => start < to && end > from);
    const bears = found.map(({ scopes }) => scopes.some((each) => each === scope || each.startsWith(`${scope}.`)));
    asserted += 1;
    if (not === undefined ? bears.length > 0 && bears.every(Boolean) : !bears.some(Boolean)) continue;
    const shown = (lines[subject] ?? '').slice(from, to);
    broken.push(`${number + 1}: \`${shown}\` is ${found.map(({ scopes }) => scopes.join(' ')).join(' | ')}`);
  }
  return { broken, asserted };
}

describe('the grammar, as VS Code reads it', () => {
  it.each(readdirSync(folder))('colours %s as its comments say', (name) => {
    const { broken, asserted } = brokenAssertions(readFileSync(join(folder, name), 'utf8'));
    expect(broken).toEqual([]);
    expect(asserted).toBeGreaterThan(10);
  });

  it('would be told of an assertion that does not hold', () => {
    const text = 'pack a\n//   ^ entity.name.namespace\n//   ^ string\n//   ^ no entity\n// ^ what?\n';
    expect(brokenAssertions(text).broken.map((each) => each.slice(0, 2))).toEqual(['3:', '4:', '5:']);
  });
});

const policies = readdirSync(policiesFolder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.waarborg'),
);

/** Where the lexer and the grammar see different things in a text: only what each can know by itself. */
function differences(text: string): readonly string[] {
  const tests = /^(?:tests|toetsen)\b/m.test(text) && !/^(?:pack|pakket|vocabulary|woordenlijst)\b/m.test(text);
  const spelling = /^(?:pakket|woordenlijst|toetsen)\b/m.test(text) ? 'nl' : 'en';
  const { tokens, groups } = readTokens(text, spelling, tests ? 'tests' : 'policy');
  const coloured = colours(text);
  const starts = [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
  const scopesAt = (offset: number): string => {
    const line = starts.findLastIndex((start) => start <= offset);
    const column = offset - (starts[line] ?? 0);
    return (coloured[line] ?? []).find(({ start, end }) => start <= column && column < end)?.scopes.join(' ') ?? '';
  };
  return [...tokens, ...(groups['comments'] ?? [])].flatMap(({ tokenType, startOffset, image }) => {
    const wanted = wantedScope(tokenType.name, image);
    if (wanted === undefined) return [];
    const found = [startOffset, startOffset + image.length - 1].map(scopesAt);
    return found.every((scopes) => wanted.test(scopes)) ? [] : [`${image} (${tokenType.name}) is ${found.join(' … ')}`];
  });
}

const ofKeywords = /^(?:keyword\.(?!operator$)|storage|support|constant\.language)/;

function wantedScope(token: string, image: string): RegExp | undefined {
  const entry = keywordNamed(token);
  if (entry !== undefined) return entry.use === 'reserved' || image.includes(' ') ? ofKeywords : undefined;
  switch (token) {
    case 'Comment':
      return /^comment/;
    case 'TextLiteral':
      return /^string/;
    case 'Iri':
      return /^markup/;
    case 'DateLiteral':
    case 'VersionLiteral':
    case 'Percentage':
    case 'NumberLiteral':
      return /^constant\.numeric/;
    case 'Identifier':
    case 'QuotedName':
      return /^(?:entity|variable)/;
    default:
      return undefined;
  }
}

describe('the grammar and the lexer', () => {
  it.each(policies)('see the same in %s, in both spellings', (name) => {
    const text = readFileSync(join(policiesFolder, name), 'utf8');
    expect(differences(text)).toEqual([]);
    const other = /^(?:pakket|woordenlijst|toetsen)\b/m.test(text) ? 'en' : 'nl';
    const converted = convertSource(sourceText(name, text), other);
    expect(converted).toMatchObject({ errors: [], extent: 'whole' });
    expect(differences(converted.text)).toEqual([]);
  });

  it('know every keyword of both spellings', () => {
    for (const set of ['policy', 'tests'] as const) {
      for (const spelling of ['en', 'nl'] as const) {
        const head = { policy: { en: 'pack', nl: 'pakket' }, tests: { en: 'tests', nl: 'toetsen' } }[set][spelling];
        const missed = keywordsOf(set).flatMap((entry) =>
          entry[spelling].filter(
            (spelled) => !placesOf(spelled).some((place) => isKeyword(`${head} a\n${place}`, spelled)),
          ),
        );
        expect(missed).toEqual([]);
      }
    }
  });
});

/** Lines on which a keyword may stand, whatever it is. */
function placesOf(spelled: string): readonly string[] {
  return [spelled, `${spelled} a`, `${spelled} "a"`, `a: ${spelled}`, `5 ${spelled}`];
}

function isKeyword(text: string, spelled: string): boolean {
  const [line = []] = colours(text).slice(-1);
  const at = text.slice(text.indexOf('\n') + 1).indexOf(spelled);
  const found = line.find(({ start, end }) => start <= at && at < end);
  return found !== undefined && found.end >= at + spelled.length && ofKeywords.test(found.scopes.join(' '));
}
