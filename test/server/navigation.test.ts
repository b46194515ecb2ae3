import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  CodeLens,
  DocumentHighlight,
  DocumentLink,
  FoldingRange,
  InlayHint,
  Location,
  LocationLink,
  SelectionRange,
  SymbolInformation,
  WorkspaceEdit,
} from 'vscode-languageserver/node';
import { wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { folderWith } from '../command-line/run-waarborg.ts';
import { ableEditor, EditorForTest, until, uriOf } from './editor-for-test.ts';
import { at, documentsIn, edited } from './places-for-test.ts';

const pack = `pack test.pack version 1.0.0
  use test.words 1
purpose order "Order" { purpose traffic "Traffic" }
source law "The law" at "https://example.org/law"
parameter most: duration = 3 months
  set by "us" because "so"
define bright "It is bright": colour is red
rule fresh "It is fresh" {
  mandatory
  cites law "art. 1"
  for each set in datasets
  require young: set.age is at most most and bright
}
`;
const tests = `tests test.pack as of 2026-11-24
manifest small is file "data/m.yaml"
test "too old" {
  given small
  expect fresh fails
}
`;
const manifest =
  'vocabulary: test.words 1\nid: a\npurpose: "order" # why\ndatasets: [{name: x, age: 5 months}]\ncolour: red\n';

const files = {
  'pack.waarborg': pack,
  'words.waarborg': wordsFixture,
  'fresh.test.waarborg': tests,
  'data/m.yaml': manifest,
};

const capabilities = {
  ...ableEditor,
  workspace: {
    ...ableEditor.workspace,
    workspaceEdit: { documentChanges: true },
    fileOperations: { willRename: true },
    codeLens: { refreshSupport: true },
    inlayHint: { refreshSupport: true },
  },
  textDocument: {
    ...ableEditor.textDocument,
    rename: { prepareSupport: true },
    documentLink: { tooltipSupport: true },
    typeDefinition: { linkSupport: true },
  },
  experimental: { commands: ['waarborg.showReferences'] },
};

describe('finding one’s way, over standard input and output', () => {
  const folder = folderWith(files);
  const uri = uriOf(join(folder, 'pack.waarborg'));
  const testsUri = uriOf(join(folder, 'fresh.test.waarborg'));
  const textDocument = { uri };
  let editor: EditorForTest;
  beforeAll(async () => {
    editor = new EditorForTest({ folders: [folder], capabilities, settings: { inlayHints: true } });
    editor.connection.onRequest('workspace/codeLens/refresh', () => {
      lensRefreshes += 1;
      return null;
    });
    editor.connection.onRequest('workspace/inlayHint/refresh', () => null);
    await editor.open(uri, pack);
  });
  let lensRefreshes = 0;
  afterAll(async () => {
    expect(await editor.close()).toBe(0);
  });

  it('rename: asked first, then everywhere, in documents with their versions', async () => {
    const position = at(pack, 'order "');
    const prepared = await editor.request('textDocument/prepareRename', { textDocument, position });
    expect(prepared).toEqual({ range: { start: position, end: at(pack, ' "Order"') }, placeholder: 'order' });
    const found = await editor.request<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position,
      newName: 'peace',
    });
    const changes = documentsIn(found);
    expect(changes.map((change) => ({ uri: change.uri, version: change.version }))).toEqual([
      { uri: uriOf(join(folder, 'data/m.yaml')), version: null },
      { uri, version: 1 },
    ]);
    const texts = changes.map(({ edits }, index) => edited(index === 0 ? manifest : pack, edits));
    expect(texts).toEqual([
      manifest.replace('"order"', '"peace"'),
      pack.replace('purpose order "Order" {', 'purpose peace "Order" was order {'),
    ]);
  });

  it('rename: what is refused is an error that says why', async () => {
    const position = at(pack, 'most:');
    await expect(
      editor.request('textDocument/rename', { textDocument, position, newName: 'colour' }),
    ).rejects.toMatchObject({
      code: -32803,
      message: expect.stringContaining('The name `colour` cannot be used here'),
    });
    expect(
      await editor.request('textDocument/prepareRename', { textDocument, position: at(pack, 'version') }),
    ).toBeNull();
  });

  it('rename of a file: the tests go along', async () => {
    const moved = [{ oldUri: uriOf(join(folder, 'data')), newUri: uriOf(join(folder, 'more')) }];
    const found = await editor.request<WorkspaceEdit>('workspace/willRenameFiles', { files: moved });
    const [change] = documentsIn(found);
    expect(change?.uri).toBe(testsUri);
    expect(edited(tests, change?.edits ?? [])).toBe(tests.replace('data/m.yaml', 'more/m.yaml'));
    const none = [{ oldUri: uri, newUri: uriOf(join(folder, 'other.waarborg')) }];
    expect(await editor.request('workspace/willRenameFiles', { files: none })).toBeNull();
  });

  it('type definition, implementation and highlights', async () => {
    const [link] = await editor.request<LocationLink[]>('textDocument/typeDefinition', {
      textDocument,
      position: at(pack, 'set.age'),
    });
    expect(link?.targetSelectionRange.start).toEqual(at(wordsFixture, 'dataset {'));
    const narrower = await editor.request<Location[]>('textDocument/implementation', {
      textDocument,
      position: at(pack, 'order "'),
    });
    expect(narrower.map(({ range }) => range.start)).toEqual([at(pack, 'traffic')]);
    const marked = await editor.request<DocumentHighlight[]>('textDocument/documentHighlight', {
      textDocument,
      position: at(pack, 'most:'),
    });
    expect(marked.map(({ kind }) => kind)).toEqual([3, 2]);
  });

  it('workspace symbols, links, folds and selections', async () => {
    const symbols = await editor.request<SymbolInformation[]>('workspace/symbol', { query: 'frsh' });
    expect(symbols.map(({ name, containerName }) => `${name} in ${containerName}`)).toEqual([
      'fresh in test.pack',
      'before-sharing in nl.rijk.big-data-veiligheid/sharing-assessed',
    ]);
    const links = await editor.request<DocumentLink[]>('textDocument/documentLink', { textDocument });
    expect(links.map(({ target, tooltip }) => [target, tooltip])).toEqual([
      ['https://example.org/law', 'The law'],
      ['https://example.org/law', 'The law'],
    ]);
    const folds = await editor.request<FoldingRange[]>('textDocument/foldingRange', { textDocument });
    expect(folds).toEqual([
      { startLine: 4, endLine: 5 },
      { startLine: 7, endLine: 11 },
    ]);
    const [selection] = await editor.request<SelectionRange[]>('textDocument/selectionRange', {
      textDocument,
      positions: [at(pack, 'most and')],
    });
    expect(selection?.range).toEqual({ start: at(pack, 'most and'), end: at(pack, ' and bright') });
    expect(selection?.parent).toBeDefined();
  });

  it('call hierarchy, both ways', async () => {
    const [item] = await editor.request<CallHierarchyItem[]>('textDocument/prepareCallHierarchy', {
      textDocument,
      position: at(pack, 'bright "'),
    });
    expect(item?.name).toBe('bright');
    const up = await editor.request<CallHierarchyIncomingCall[]>('callHierarchy/incomingCalls', { item });
    expect(up.map(({ from, fromRanges }) => [from.name, fromRanges[0]?.start])).toEqual([
      ['fresh', at(pack, 'bright\n}')],
    ]);
    const down = await editor.request<CallHierarchyOutgoingCall[]>('callHierarchy/outgoingCalls', {
      item: up[0]?.from,
    });
    expect(down.map(({ to }) => to.name)).toEqual(['most', 'bright']);
  });

  it('code lenses: counted when they are seen, with what a client can do', async () => {
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.every(({ command }) => command === undefined)).toBe(true);
    const seen = await Promise.all(lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)));
    expect(seen.map(({ command }) => `${command?.title}: ${command?.command}`)).toEqual([
      'not used: ',
      'not used: ',
      'used once: waarborg.showReferences',
      'used once: waarborg.showReferences',
      'used once: waarborg.showReferences',
      'named once: waarborg.showReferences',
      'run the tests of this rule: waarborg.runTest',
    ]);
    expect(seen.at(-1)?.command?.arguments).toEqual([{ uri, rule: 'test.pack/fresh' }]);
    const before = lensRefreshes;
    await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: testsUri, type: 2 }] });
    await editor.change(uri, pack);
    await editor.open(testsUri, tests.replace('fails', 'passes'));
    await until(() => lensRefreshes > before);
    await editor.change(testsUri, tests);
  });

  it('the command that runs tests: what they came to, as data', async () => {
    const run = (about: object) =>
      editor.request<object>('workspace/executeCommand', { command: 'waarborg.runTest', arguments: [about] });
    const passed = await run({ uri, rule: 'test.pack/fresh' });
    expect(passed).toMatchObject({
      verdict: 'passed',
      files: [{ uri: testsUri, cases: [{ name: 'too old', status: 'passed' }] }],
    });
    await editor.change(testsUri, tests.replace('fails', 'passes'));
    expect(await run({ uri: testsUri, test: 'too old' })).toMatchObject({
      verdict: 'failed',
      files: [
        { cases: [{ expectations: [{ met: false, expected: 'passes', found: expect.stringContaining('fails') }] }] },
      ],
    });
    await editor.change(testsUri, tests);
    expect(await run({ uri: testsUri, test: 'another' })).toEqual({ verdict: 'none', files: [] });
    expect(await run({ uri: 'file:///nowhere.test.waarborg' })).toEqual({ verdict: 'none', files: [] });
    await expect(run({ test: 1 })).rejects.toMatchObject({ code: -32602 });
  });

  it('inlay hints: the value of a parameter, until they are turned off', async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const [hint] = await editor.request<InlayHint[]>('textDocument/inlayHint', { textDocument, range });
    expect(hint).toEqual({ position: at(pack, ' and bright'), label: ' = 3 months', tooltip: 'Set by us: so' });
    editor.settings = { asOf: '2026-11-24' };
    await editor.tell('workspace/didChangeConfiguration', { settings: null });
    expect(await editor.request('textDocument/inlayHint', { textDocument, range })).toBeNull();
  });

  it('is quiet about files that it does not know', async () => {
    const about = { textDocument: { uri: 'file:///nowhere.waarborg' }, position: { line: 3, character: 3 } };
    for (const method of [
      'rename',
      'prepareRename',
      'typeDefinition',
      'implementation',
      'documentHighlight',
      'codeLens',
      'documentLink',
      'foldingRange',
      'prepareCallHierarchy',
    ]) {
      expect(await editor.request(`textDocument/${method}`, { ...about, newName: 'x' })).toBeNull();
    }
    expect(await editor.request('textDocument/selectionRange', { ...about, positions: [about.position] })).toBeNull();
  });
});

describe('clients that can less', () => {
  it('are given plain changes and no commands that they do not have', async () => {
    const folder = folderWith(files);
    const uri = uriOf(join(folder, 'pack.waarborg'));
    const editor = new EditorForTest({ folders: [folder], capabilities: {} });
    const { capabilities: able } = await editor.result;
    expect(able.renameProvider).toBe(true);
    expect(able.workspace?.fileOperations).toBeUndefined();
    const textDocument = { uri };
    const found = await editor.request<WorkspaceEdit>('textDocument/rename', {
      textDocument,
      position: at(pack, 'most:'),
      newName: 'longest',
    });
    expect(Object.keys(found.changes ?? {})).toEqual([uri]);
    const lenses = await editor.request<CodeLens[]>('textDocument/codeLens', { textDocument });
    const seen = await Promise.all(lenses.map((lens) => editor.request<CodeLens>('codeLens/resolve', lens)));
    expect(seen.filter(({ command }) => command?.command === 'waarborg.showReferences')).toEqual([]);
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    expect(await editor.request('textDocument/inlayHint', { textDocument, range })).toBeNull();
    await editor.close();
  });
});
