import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { load } from 'js-yaml';
import { goodManifest, type Outcome, smallPack, waarborg } from '../command-line/run-waarborg.ts';

/** Texts that would do harm where a format took them for its own. */
export const hostileTexts: readonly string[] = [
  '::error::owned',
  '  ::add-mask::e',
  '##[add-mask]e ##vso[task.setvariable variable=a]b ##teamcity[message]',
  '\u001b[31mred\u001b[2J\u009b2J\u0007\b\u007f',
  '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
  'a\u202egnp.exe\u2066b\u200f\u061c\ufeff\u2028c',
  '</script></style></title><script>alert(1)</script><img src=x onerror=alert(1)>',
  '" onmouseover="alert(1)" x=\' onfocus=\'alert(1)',
  '![x](javascript:alert(1)) [y](javascript:alert(2)) [z](data:text/html,x) <javascript:alert(3)> [r]: //evil.example',
  'a | b \\| c \\',
  '# heading',
  '- item',
  '1. item',
  '> quote',
  '---',
  '`x` ``y`` ```',
  '<details><summary>x</summary> <!-- </details> @someone #1 **b** _i_ ~~s~~ $x$',
  '%0A::error::x%0D%25%',
  ']]><x/> <!ENTITY a "b"> &amp; &lt; &#27; &a; <?x?>',
  '\u0001\u000b\ufffe\uffff',
  '=HYPERLINK("https://evil.example","x")',
  '{0} {{1}} $IFS $(id) `id` %s %n',
  "__proto__ constructor '; DROP TABLE x; --",
];

/** All of them in one text, from one on: each in a line of its own, so that each stands at a beginning once. */
function allFrom(index: number): string {
  const at = index % hostileTexts.length;
  return [...hostileTexts.slice(at), ...hostileTexts.slice(0, at)].join('\n');
}

const example = resolve(import.meta.dirname, '../../policies/nl-big-data-2016/examples/model.analysis.yaml');

type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree };

/**
 * Manifests as files: the model manifest once for each text in it, with hostile texts in its place; one with hostile keys at
 * each level; one that is no YAML; and one with a name of its own that is hostile.
 */
export function hostileManifests(): Readonly<Record<string, string>> {
  // What YAML gives, and nothing else.
  const model = load(readFileSync(example, 'utf8')) as Tree;
  const files: Record<string, string> = {};
  const add = (tree: Tree, isIdentity: boolean): void => {
    const id = `m${String(Object.keys(files).length).padStart(3, '0')}`;
    const named = isIdentity ? tree : { ...(tree as object), id };
    files[`${id}.analysis.json`] = JSON.stringify(named, undefined, 1);
  };
  const places = textPlaces(model);
  for (const [index, place] of places.entries()) {
    const [head] = place;
    add(replaced(model, place, allFrom(index)), place.length === 1 && head === 'id');
  }
  for (const [index, text] of hostileTexts.entries())
    add({ [text]: { [text]: text }, datasets: [{ [text]: text }] }, index < 0);
  files['broken.analysis.yaml'] = `id: ${hostileTexts[0]}\n${hostileTexts.slice(4, 10).join('\n')}\n`;
  files[hostileName] = JSON.stringify({ id: 'named', goal: allFrom(0) });
  return files;
}

/** A name that a file can have, with what is hostile in a path. */
export const hostileName =
  '::error::##[add-mask]a\u001b[31m\u202e<b>"\'`|%0A&\n![x](javascript:alert(1)).analysis.json';

/** Where the texts of a tree stand, as keys from the root. */
function textPlaces(tree: Tree, above: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
  if (typeof tree === 'string') return [above];
  if (typeof tree !== 'object' || tree === null) return [];
  const entries = Array.isArray(tree) ? tree.entries() : Object.entries(tree);
  return [...entries].flatMap(([key, part]) => textPlaces(part, [...above, key]));
}

function replaced(tree: Tree, [head, ...rest]: readonly (string | number)[], text: string): Tree {
  if (head === undefined) return text;
  if (Array.isArray(tree)) return tree.map((part, index) => (index === head ? replaced(part, rest, text) : part));
  if (typeof tree !== 'object' || tree === null) return tree;
  return Object.fromEntries(
    Object.entries(tree).map(([key, part]) => [key, key === head ? replaced(part, rest, text) : part]),
  );
}

/** A manifest for the small pack with hostile texts wherever it has a text: it breaks one rule, explains that, and passes others. */
const hostileSmall: string = JSON.stringify({
  id: allFrom(0),
  goal: allFrom(1),
  method: { profiling: true },
  data_subjects: 101,
  datasets: hostileTexts.map((name) => ({ name, updated_on: '2025-01-01' })),
  legal_basis_explanation: allFrom(2),
  explanations: [
    {
      reference: allFrom(3),
      rule: 'fresh',
      reason: allFrom(4),
      accountable: allFrom(5),
      begins: '2026-01-01',
      ends: '2026-12-31',
    },
    { reference: 'x', rule: allFrom(6), reason: 'x', accountable: 'x', begins: '2026-01-01', ends: '2026-12-31' },
  ],
});

const tests = `tests test.small as of 2026-11-23
test "what is good" { given file "hostile.analysis.json" expect fresh passes, small is excepted, goal fails }
`;

/** A folder with the hostile manifests in `many/`, the small pack, its tests and a register record with hostile texts. */
export function hostileFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'waarborg-hostile-'));
  const write = (name: string, text: string): void => {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  };
  for (const [name, text] of Object.entries(hostileManifests())) write(`many/${name}`, text);
  write('pack/small.waarborg', smallPack);
  write('pack/small.test.waarborg', tests);
  write('pack/hostile.analysis.json', hostileSmall);
  write(
    'other/small.waarborg',
    smallPack.replace('version 1.2.3', 'version 2.0.0').replace('count = 100', 'count = 200'),
  );
  write('hostile.analysis.json', hostileSmall);
  write('good.analysis.yaml', goodManifest);
  const record = Object.fromEntries(
    [...recordFields, ...hostileTexts].map((field, index) => [field, allFrom(index)] as const),
  );
  write('register.json', JSON.stringify([record, { ...record, id: '../../outside' }]));
  return folder;
}

const recordFields = [
  ...['id', 'name', 'organization', 'description_short', 'contact_email', 'goal', 'status', 'begin_date', 'url'],
  ...['lawful_basis', 'source_data', 'methods_and_models', 'publiccode', 'human_intervention', 'proportionality'],
  ...['impacttoetsen', 'risks', 'provider', 'category', 'publication_category', 'process_index_url'],
];

/** Every report that a command writes of the hostile folder, by its format and a name that says where it came from. */
export interface HostileReport extends Outcome {
  readonly name: string;
  readonly format: string;
  readonly text: string;
}

const day = ['--as-of', '2026-11-23'];
const small = [...day, '--policy', 'pack/small.waarborg'];

const commands: readonly { readonly given: readonly string[]; readonly formats: readonly string[] }[] = [
  {
    given: ['check', 'many', '--verbose', ...day],
    formats: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'],
  },
  {
    given: ['check', 'hostile.analysis.json', '--verbose', ...small],
    formats: ['text', 'json', 'sarif', 'junit', 'github', 'gitlab', 'markdown', 'html'],
  },
  { given: ['why', 'hostile.analysis.json', 'fresh', '--verbose', ...small], formats: ['text', 'markdown', 'json'] },
  { given: ['why', 'hostile.analysis.json', 'goal', '--verbose', ...small], formats: ['text', 'markdown', 'json'] },
  { given: ['explain', 'fresh', '--manifests', '.', ...small], formats: ['text', 'markdown', 'json'] },
  {
    given: ['diff', 'pack/small.waarborg', 'other/small.waarborg', '--manifests', 'hostile.analysis.json', ...day],
    formats: ['text', 'markdown', 'json'],
  },
  {
    given: ['test', 'pack', '--verbose', '--coverage', ...small],
    formats: ['text', 'json', 'junit', 'tap', 'html', 'markdown'],
  },
  { given: ['docs', 'pack', ...day], formats: ['html', 'markdown'] },
  {
    given: ['exceptions', 'many', 'hostile.analysis.json', ...small],
    formats: ['text', 'json', 'markdown', 'html', 'csv'],
  },
];

/** Runs every command that says something of a manifest on the hostile folder, in every format that it has, in one language. */
export function hostileReports(folder: string, language: 'en' | 'nl'): readonly HostileReport[] {
  return commands.flatMap(({ given, formats }, at) => {
    const files = formats.map((format) => `out-${language}-${at}.${format}`);
    const wanted = formats.flatMap((format, index) => ['--format', `${format}=${files[index]}`]);
    const outcome = waarborg([...given, ...wanted, '--language', language], {
      folder,
      environment: { GITHUB_STEP_SUMMARY: `summary-${language}-${at}.md` },
    });
    const name = `${given.slice(0, 3).join(' ')} (${language})`;
    const reports = formats.map((format, index) => ({
      ...outcome,
      name: `${name} ${format}`,
      format,
      text: readFileSync(join(folder, files[index] ?? ''), 'utf8'),
    }));
    return [...reports, { ...outcome, name: `${name} standard error`, format: 'text', text: outcome.errors }];
  });
}
