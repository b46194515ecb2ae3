import { existsSync, globSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import * as baselineErrors from '../../cli/src/baseline/baseline-errors.ts';
import * as commandErrors from '../../cli/src/command-errors.ts';
import * as projectErrors from '../../cli/src/project/project-errors.ts';
import type { DiagnosticKind } from '../../language/src/diagnostic/diagnostic.ts';
import * as manifestErrors from '../../language/src/diagnostic/manifest-errors.ts';
import * as modelErrors from '../../language/src/diagnostic/model-errors.ts';
import { mostCandidates } from '../../language/src/diagnostic/nearest.ts';
import * as ruleErrors from '../../language/src/diagnostic/rule-errors.ts';
import * as syntaxErrors from '../../language/src/diagnostic/syntax-errors.ts';
import * as testErrors from '../../language/src/diagnostic/test-errors.ts';
import * as typeErrors from '../../language/src/diagnostic/type-errors.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'docs/reference/errors');

const areas: readonly (readonly [string, object])[] = [
  ['In the writing of policies', syntaxErrors],
  ['In how packs, vocabularies and purposes hang together', modelErrors],
  ['In names and types', typeErrors],
  ['In rules', ruleErrors],
  ['In manifests', manifestErrors],
  ['In tests of rules', testErrors],
  ['In project files', projectErrors],
  ['On the command line', commandErrors],
  ['In baselines', baselineErrors],
];

function kindsOf(area: object): readonly DiagnosticKind[] {
  const kinds = Object.values(area).filter((value): value is DiagnosticKind => isKind(value));
  return kinds.sort((a, b) => (a.code < b.code ? -1 : 1));
}

function isKind(value: unknown): value is DiagnosticKind {
  return typeof value === 'object' && value !== null && 'code' in value && 'wrong' in value;
}

const kinds = areas.flatMap(([, area]) => kindsOf(area));
const goldens = globSync('test/golden/**/*.golden', { cwd: root }).map(
  (path) => [path, readFileSync(join(root, path), 'utf8')] as const,
);

/** The golden file that shows a code with the fewest words around it. */
function goldenOf(code: string): readonly [string, string] | undefined {
  // Those about formatting and about spellings show errors too, below headings of their own.
  const showing = goldens.filter(([, text]) => text.includes('=== en\n') && text.includes(` error ${code}: `));
  return showing.sort((a, b) => a[1].length - b[1].length)[0];
}

function page({ code, title, explanation, wrong, right }: DiagnosticKind): string {
  const golden = goldenOf(code);
  const shown = golden?.[1].split('=== en\n')[1]?.split('=== nl')[0]?.trimEnd();
  return [
    `# ${code}: ${title.en}`,
    '',
    `*${title.nl}*`,
    '',
    explanation,
    '',
    'Not so:',
    '',
    fenced(wrong),
    'But so:',
    '',
    fenced(right),
    ...(shown === undefined ? [] : [`As it is shown, for ${basenameOf(golden?.[0] ?? '')}:`, '', fenced(shown)]),
  ].join('\n');
}

function basenameOf(path: string): string {
  const name = path.replaceAll('\\', '/').split('/').at(-1) ?? path;
  return `[${name}](../../../${path.replaceAll('\\', '/')})`;
}

function fenced(text: string): string {
  return `\`\`\`text\n${text}\n\`\`\`\n`;
}

function index(): string {
  const sections = areas.map(([title, area]) => {
    const rows = kindsOf(area).map(
      (kind) => `| [${kind.code}](${kind.code}.md) | ${kind.title.en} | ${kind.title.nl} |`,
    );
    return `## ${title}\n\n| code | | |\n| --- | --- | --- |\n${rows.join('\n')}\n`;
  });
  return `# Errors\n\nEvery error has a code that never changes its meaning. These pages are made from the program itself.\n\nWhere a name is not known, the message offers the nearest ones; where there are more than ${mostCandidates.toLocaleString('en')} to choose from, none is offered.\n\n${sections.join('\n')}`;
}

const pages = new Map([
  ['README.md', index()],
  ...kinds.map((kind): [string, string] => [`${kind.code}.md`, page(kind)]),
]);

if (process.env['UPDATE_GOLDEN'] === '1') {
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of pages) writeFileSync(join(folder, name), text);
}

describe('the codes of errors', () => {
  it('are each used once', () => {
    expect(kinds.map((kind) => kind.code)).toEqual([...new Set(kinds.map((kind) => kind.code))]);
    expect(kinds.length).toBeGreaterThan(100);
  });

  it('have a page each that is up to date, and no page more', () => {
    for (const [name, text] of pages) {
      const path = join(folder, name);
      expect(existsSync(path) ? readFileSync(path, 'utf8') : 'no such page', name).toBe(text);
    }
    expect(readdirSync(folder).sort()).toEqual([...pages.keys()].sort());
  });

  it('are each shown by a golden file, or by a test of the whole program', () => {
    const tests = globSync('{test,cli,language}/**/*.test.ts', { cwd: root, exclude: ['**/node_modules/**'] });
    const texts = tests
      .filter((path) => !path.includes('error-pages'))
      .map((path) => readFileSync(join(root, path), 'utf8'));
    const shown = (code: string): boolean => goldenOf(code) !== undefined || texts.some((text) => text.includes(code));
    // An error in Waarborg itself is a bug: when one is known it is mended, and cannot be shown.
    expect(kinds.map((kind) => kind.code).filter((code) => !shown(code))).toEqual([commandErrors.internalError.code]);
  });

  it('speak both languages', () => {
    for (const { code, title, explanation } of kinds) {
      expect(title.en, code).not.toBe(title.nl);
      expect(explanation.length, code).toBeGreaterThan(40);
    }
  });
});
