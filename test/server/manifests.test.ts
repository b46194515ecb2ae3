import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CodeAction,
  CodeLens,
  CompletionItem,
  Diagnostic,
  Hover,
  Location,
  MarkupContent,
  Position,
  TextEdit,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { filesBelow } from '../../cli/src/check/find-manifests.ts';
import { studyPack, studyWords } from '../../language/src/ide/manifests-for-test.ts';
import { changed, folderWith, goodManifest, smallPack, waarborg } from '../command-line/run-waarborg.ts';
import { ableEditor, EditorForTest, programs, until, uriOf } from './editor-for-test.ts';

const manifest = `vocabulary: test.study 1
id: one
title: A
colour: blue # as found
purpose: safety
sets: [{ name: a, age: 1 months }]
`;
const files = { 'words.waarborg': studyWords, 'pack.waarborg': studyPack, 'm.analysis.yaml': manifest };

/** Where a piece of a text begins, and how far into it. */
function at(text: string, piece: string, within = 0): Position {
  const before = text.slice(0, text.indexOf(piece) + within).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** An editor that can do what manifests ask of one. */
const editorOfManifests = {
  ...ableEditor,
  workspace: { ...ableEditor.workspace, codeLens: { refreshSupport: true } },
  textDocument: {
    ...ableEditor.textDocument,
    completion: { completionItem: { snippetSupport: true } },
    codeAction: { codeActionLiteralSupport: { codeActionKind: { valueSet: ['quickfix'] } } },
  },
};

describe('manifests, over standard input and output', () => {
  const folder = folderWith(files);
  const uri = uriOf(join(folder, 'm.analysis.yaml'));
  const pack = uriOf(join(folder, 'pack.waarborg'));
  const textDocument = { uri };
  let editor: EditorForTest;
  let lensRefreshes = 0;
  beforeAll(async () => {
    editor = new EditorForTest({ folders: [folder], capabilities: editorOfManifests });
    editor.connection.onRequest('workspace/codeLens/refresh', () => {
      lensRefreshes += 1;
      return null;
    });
    await editor.open(uri, manifest, 'yaml');
  });
  afterAll(async () => {
    expect(await editor.close()).toBe(0);
  });

  it('diagnostics: a finding at the value, with its rule as a link, gone when it is mended', async () => {
    const [found, ...others] = await editor.diagnosticsOf(uri);
    expect(others).toEqual([]);
    expect(found).toMatchObject({
      range: { start: at(manifest, 'blue'), end: at(manifest, ' # as') },
      severity: 2,
      code: 'test.rules/bright',
      codeDescription: { href: `${pack}#L${at(studyPack, 'rule bright').line + 1}` },
      source: 'waarborg',
      data: { rule: 'test.rules/bright', outcome: 'fail', pointer: '/colour' },
    });
    expect(found?.message).toBe(
      '`colour` is blue, and must be red.\nIt is bright (comply or explain, chosen by us)\n`colour` must be red.',
    );
    expect(found?.relatedInformation?.[0]?.location.uri).toBe(pack);
    const range = { start: at(manifest, 'blue'), end: at(manifest, ' # as') };
    await editor.change(uri, 'red', range);
    expect(await editor.diagnosticsOf(uri)).toEqual([]);
    await editor.change(uri, manifest);
  });

  it('hover: what a value is, and what its rules made of it', async () => {
    const position = at(manifest, 'blue', 1);
    const { contents } = await editor.request<Hover>('textDocument/hover', { textDocument, position });
    expect((contents as MarkupContent).value).toBe(
      '```yaml\ncolour: one of colour\n```\n\nThe colour.\n\nblue: Blue\n\n' +
        `- **does not meet** [It is bright](<${pack}#L${at(studyPack, 'rule bright').line + 1}>) ` +
        '(comply or explain): \\`colour\\` is blue, and must be red.',
    );
  });

  it('hover in a policy is still that of policies', async () => {
    const position = at(studyPack, 'bright', 1);
    const about = { textDocument: { uri: pack }, position };
    const { contents } = await editor.request<Hover>('textDocument/hover', about);
    expect((contents as MarkupContent).value).toContain('```waarborg\nrule bright: comply or explain');
  });

  it('completion: at half a key, and in an editor without snippets', async () => {
    await editor.change(uri, `${manifest}sta`);
    const position = { line: 6, character: 3 };
    const found = await editor.request<CompletionItem[]>('textDocument/completion', { textDocument, position });
    const started = found.find(({ label }) => label === 'started');
    expect(started).toMatchObject({
      detail: 'date',
      documentation: 'The first day.',
      textEdit: { range: { start: { line: 6, character: 0 }, end: position }, newText: 'started: ' },
    });
    expect(found.map(({ label }) => label)).not.toContain('colour');
    await editor.change(uri, manifest);
  });

  it('definition and references: of a purpose, and of a rule from its pack', async () => {
    const position = at(manifest, 'safety');
    const found = await editor.request<Location>('textDocument/definition', { textDocument, position });
    expect([found.uri, found.range.start]).toEqual([pack, at(studyPack, 'safety')]);
    const context = { includeDeclaration: false };
    const references = await editor.request<Location[]>('textDocument/references', {
      textDocument: { uri: pack },
      position: at(studyPack, 'safety'),
      context,
    });
    expect(references.map((each) => [each.uri, each.range.start])).toEqual([[uri, position]]);
  });

  it('code lens: what judging came to, asked for again when a policy changes it', async () => {
    const [lens] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lens?.command).toEqual({
      title: '1 does not meet, 3 meet',
      command: 'waarborg.why',
      arguments: [{ uri, document: 0 }],
    });
    const before = lensRefreshes;
    await editor.open(pack, studyPack.replace('colour is red', 'colour is blue'));
    await until(() => lensRefreshes > before);
    const [after] = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(after?.command?.title).toBe('4 meet');
    await editor.tell('textDocument/didClose', { textDocument: { uri: pack } });
    expect(await editor.diagnosticsOf(uri)).toHaveLength(1);
  });

  it('code actions: an explanation to be filled in, and nothing for other kinds', async () => {
    const range = { start: at(manifest, 'blue'), end: at(manifest, 'blue') };
    const diagnostics = await editor.diagnosticsOf(uri);
    const ask = (only?: readonly string[]) =>
      editor.request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument,
        range,
        context: only === undefined ? { diagnostics } : { diagnostics, only },
      });
    const [explain] = (await ask()) ?? [];
    expect(explain).toMatchObject({ title: 'Explain the departure from bright (to be filled in)', kind: 'quickfix' });
    const edits: readonly TextEdit[] = explain?.edit?.changes?.[uri] ?? [];
    expect(edits.map(({ newText }) => newText).join('')).toContain('explanations:\n  - reference:\n    rule: bright\n');
    expect(await ask(['source.fixAll'])).toBeNull();
  });

  it('says nothing of other files of these languages', async () => {
    const other = { uri: uriOf(join(folder, 'package.json')) };
    await editor.open(other.uri, '{ "colour": "blue" }', 'json');
    const position = { line: 0, character: 4 };
    expect(await editor.diagnosticsOf(other.uri)).toEqual([]);
    for (const method of ['hover', 'completion', 'definition']) {
      expect(await editor.request(`textDocument/${method}`, { textDocument: other, position })).toBeNull();
    }
    expect(await editor.request('textDocument/codeLens', { textDocument: other })).toBeNull();
  });
});

describe('a client that cannot pull', () => {
  it('is sent what is found in manifests too, in its language', async () => {
    const folder = folderWith(files);
    const editor = new EditorForTest({ folders: [folder], capabilities: {}, locale: 'nl' });
    await editor.open(uriOf(join(folder, 'pack.waarborg')), studyPack);
    const uri = uriOf(join(folder, 'm.analysis.yaml'));
    await until(() => editor.pushed.has(uri));
    expect(
      editor.pushed
        .get(uri)
        ?.at(-1)
        ?.map(({ message }) => String(message).split('\n')[0]),
    ).toEqual(['`colour` is blue, en moet red zijn.']);
    await editor.close();
  });
});

/** What the command line finds in a folder: file, rule, place and outcome of each finding, and each error with its place. */
function byCommandLine(folder: string, options: readonly string[] = []): readonly string[] {
  const { output } = waarborg(['check', '--format', 'json', '--as-of', '2026-11-24', ...options], { folder });
  const report = JSON.parse(output);
  const found: string[] = [];
  for (const { file, document, errors, results } of report.manifests) {
    for (const { code, location } of errors) found.push([file, code, location.start.line].join(' '));
    for (const { rule, findings } of results) {
      for (const { outcome, location, obligation } of findings) {
        found.push([file, document, rule, obligation, outcome, location.pointer].join(' '));
      }
    }
  }
  return found.sort();
}

/** The same as an editor is told. */
async function byServer(folder: string, program: readonly string[]): Promise<readonly string[]> {
  const editor = new EditorForTest({ folders: [folder], program });
  const all = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
  await editor.close();
  const inManifests = all.items.filter(({ uri }) => uri.includes('.analysis.'));
  const found = inManifests.flatMap((item) =>
    item.kind === 'full' ? item.items.map((each) => told(item.uri, each)) : [],
  );
  const start = `${uriOf(folder)}/`;
  return found.flatMap((each) => (each === undefined ? [] : [decodeURI(each.slice(start.length))])).sort();
}

function told(uri: string, { code, data, range, severity }: Diagnostic): string | undefined {
  if (data === undefined) return severity === 1 ? `${uri} ${code} ${range.start.line + 1}` : undefined;
  return [uri, data.document, data.rule, data.obligation, data.outcome, data.pointer].join(' ');
}

describe('an editor is told what the command line finds', () => {
  it('in every example that ships, by the packs that ship', async () => {
    const examples = resolve(import.meta.dirname, '../../policies');
    const paths = filesBelow(examples, (name) => /\.analysis\.(?:ya?ml|json)$/.test(name));
    expect(paths.length).toBeGreaterThan(10);
    const texts = paths.map((path) => [path.slice(examples.length + 1), readFileSync(path, 'utf8')] as const);
    const folder = folderWith(Object.fromEntries(texts));
    const found = byCommandLine(folder);
    expect(found.length).toBeGreaterThan(100);
    expect(await byServer(folder, programs.sources)).toEqual(found);
  });

  it('in manifests with mistakes, in several documents and in JSON, by the pack of the folder', async () => {
    const two = `${changed('2026-10-01', '2020-01-01', 'first')}---\n${changed('goal: To know', 'gaol: 1', 'second')}`;
    const folder = folderWith({
      'good.analysis.yaml': goodManifest,
      'two.analysis.yml': two,
      'sub/m.analysis.json': JSON.stringify({ id: 'json', goal: null, method: { profiling: 'maybe' }, datasets: [{}] }),
      'broken.analysis.yaml': 'id: [',
    });
    writeFileSync(join(folder, 'small.waarborg'), smallPack);
    const found = byCommandLine(folder, ['--policy', 'small.waarborg']);
    expect(found.length).toBeGreaterThan(5);
    expect(await byServer(folder, programs.sources)).toEqual(found);
  });
});
