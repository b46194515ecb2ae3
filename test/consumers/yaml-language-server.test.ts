import { mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { folderWith, waarborg } from '../command-line/run-waarborg.ts';
import { LanguageClient } from './language-client.ts';

const server = join(import.meta.dirname, 'node_modules/yaml-language-server/bin/yaml-language-server');
const example = resolve(import.meta.dirname, '../../policies/nl-big-data-2016/examples/model.analysis.yaml');

const folder = folderWith({});
mkdirSync(join(folder, 'manifests'));
const schemas = new Map<string, string>();
for (const language of ['en', 'nl']) {
  const file = join(folder, `manifest.${language}.schema.json`);
  waarborg(['schema', '-o', file, '--language', language], { folder });
  schemas.set(language, pathToFileURL(file).href);
}

/** What an editor is told in its settings, as docs/reference/schema.md has them. Nothing is fetched. */
const settings = {
  yaml: {
    schemaStore: { enable: false },
    schemas: { [schemas.get('en') ?? '']: '*.analysis.yaml', [schemas.get('nl') ?? '']: '*.analyse.yaml' },
    validate: true,
    completion: true,
    hover: true,
  },
};
const client = new LanguageClient([server, '--stdio'], settings);
let opened = 0;

/** A manifest that is open in an editor, with the cursor where `‸` stood, and what is said of it. */
interface Opened {
  readonly textDocument: { readonly uri: string };
  readonly position: { readonly line: number; readonly character: number };
  readonly diagnostics: readonly string[];
}

interface Diagnostic {
  readonly message: string;
  readonly range: { readonly start: { readonly line: number; readonly character: number } };
}

async function open(marked: string, ending = '.analysis.yaml'): Promise<Opened> {
  const [before = '', ...after] = marked.split('‸');
  opened += 1;
  const uri = pathToFileURL(join(folder, 'manifests', `${opened}${ending}`)).href;
  const published = client.nextDiagnostics(uri);
  const text = [before, ...after].join('');
  client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'yaml', version: 1, text } });
  // The protocol says what is published; so do the answers below.
  const { diagnostics } = (await published) as { readonly diagnostics: readonly Diagnostic[] };
  const lines = before.split('\n');
  return {
    textDocument: { uri },
    position: { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 },
    diagnostics: diagnostics.map(({ message, range: { start } }) => `${start.line}:${start.character} ${message}`),
  };
}

/** What is offered at the cursor: what would be written, and what is said of it. */
async function completions(marked: string): Promise<ReadonlyMap<string, string>> {
  const { textDocument, position } = await open(marked);
  const found = (await client.request('textDocument/completion', { textDocument, position })) as {
    readonly items: readonly { readonly label: string; readonly documentation?: string | { readonly value: string } }[];
  };
  return new Map(
    found.items.map(({ label, documentation = '' }) => [
      label,
      typeof documentation === 'string' ? documentation : documentation.value,
    ]),
  );
}

async function hover(marked: string, ending?: string): Promise<string> {
  const { textDocument, position } = await open(marked, ending);
  const found = (await client.request('textDocument/hover', { textDocument, position })) as {
    readonly contents: { readonly value: string };
  } | null;
  return found?.contents.value ?? '';
}

beforeAll(async () => {
  const textDocument = {
    hover: { contentFormat: ['markdown'] },
    completion: { completionItem: { documentationFormat: ['markdown'] } },
  };
  const capabilities = { workspace: { configuration: true }, textDocument };
  await client.request('initialize', { processId: null, rootUri: pathToFileURL(folder).href, capabilities });
  client.notify('initialized', {});
});

afterAll(async () => {
  await client.stop();
});

describe('the schema in yaml-language-server', () => {
  it('has nothing to say of the model of a manifest', async () => {
    expect((await open(readFileSync(example, 'utf8'))).diagnostics).toEqual([]);
  });

  it('completes the fields of a manifest, and of what lies below them', async () => {
    const fields = await completions('id: a\n‸');
    expect([...fields.keys()].slice(0, 3)).toEqual(['name', 'description', 'responsible']);
    expect(fields.get('name')).toContain('The name by which the analysis is known.');
    expect(fields.has('id')).toBe(false);
    const ofDataset = await completions('id: a\ndatasets:\n  - name: b\n    ‸');
    expect([...ofDataset.keys()]).toContain('collected_for');
    expect([...ofDataset.keys()]).not.toContain('purpose');
  });

  it('completes choices, purposes and what rules declare', async () => {
    const automation = await completions('id: a\ndecision:\n  automation: ‸');
    expect(automation.get('full')).toBe('The decision rests solely on automated processing');
    expect((await completions('id: a\npurpose: ‸')).get('burglary-warning')).toContain('Warning citizens');
    expect([...(await completions('id: a\nsafeguards:\n  - ‸')).keys()]).toContain('pseudonymised');
    const claimed = await completions('id: a\nexceptions:\n  - reference: b\n    exception: ‸');
    expect([...claimed.keys()]).toContain('openness/effectiveness');
  });

  it('says what a field is for, and how it is written, in the language of the schema', async () => {
    expect(await hover('id: a\ndata_sub‸jects: 5')).toContain('Write a whole number from 0, in digits only.');
    const choice = await hover('id: a\ndecision:\n  auto‸mation: full');
    expect(choice).toContain('How automated the decision is.');
    expect(choice).toContain('`partial`: The analysis supports; a person decides');
    expect(await hover('id: a\nda‸tasets: none', '.analyse.yaml')).toContain(
      'De databestanden die de analyse gebruikt.',
    );
  });

  it('reports what is misspelt, at its place, with what would be right', async () => {
    const { diagnostics } = await open(`id: a
purpose: frawd-detection
decision:
  automation: fully
  automatoin: full
data_subjects: 1.5
datasets:
  - name: b
    updated_on: 2026-02-30
    special_categories: maybe
  - link: c
`);
    expect(diagnostics.map((each) => each.slice(0, 70)).sort()).toEqual([
      '10:4 Missing property "name".',
      '1:9 Value is not accepted. Valid values: "public-security", "crime-pre',
      '3:14 Value is not accepted. Valid values: "full", "partial", "none".',
      '4:2 Property automatoin is not allowed.',
      '5:15 Incorrect type. Expected one of integer, string, null.',
      '8:16 Write year, month and day: `2026-11-23`.',
      '9:24 Write `yes` or `no`.',
    ]);
  });

  it('says nothing of what is merely not there, or said to be none', async () => {
    const { diagnostics } = await open('id: a\nname:\ndatasets: none\ndecision: none\ndata_subjects: suppressed\n');
    expect(diagnostics).toEqual([]);
  });

  it('is found by the first line of a manifest as well', async () => {
    const { diagnostics } = await open(
      `# yaml-language-server: $schema=${schemas.get('nl')}\nid: a\ndata_subjects: none of them\n`,
      '.yaml',
    );
    expect(diagnostics).toEqual(['2:15 Schrijf een geheel getal vanaf 0, alleen in cijfers.']);
  });
});
