import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  DocumentDiagnosticReport,
  DocumentSymbol,
  Hover,
  Location,
  MarkupContent,
  WorkspaceDiagnosticReport,
} from 'vscode-languageserver';
import { wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { folderWith } from '../command-line/run-waarborg.ts';
import { ableEditor, EditorForTest, programs, until, uriOf } from './editor-for-test.ts';
import { at } from './places-for-test.ts';

const head = 'pack test.pack version 1.0.0\n  use test.words 1\n';
const pack = `${head}
parameter most: duration = 3 months set by "us" because "so"

define bright "It is bright": colour is one of [red, azure]

rule fresh "It is fresh" {
  mandatory chosen by "us" because "so"
  when bright
  for each set in datasets
  require young: set.age is at most most
}
`;
const tests = `tests test.pack as of 2026-11-24
test "young" {
  given { colour: red, datasets: [{ name: a, age: 1 months }] }
  expect fresh fails
}
`;

function folderOfFiles(files: Readonly<Record<string, string>> = {}): string {
  return folderWith({ 'words.waarborg': wordsFixture, 'pack.waarborg': pack, ...files });
}

describe('features, over standard input and output', () => {
  const folder = folderOfFiles({ 'fresh.test.waarborg': tests });
  const uri = uriOf(join(folder, 'pack.waarborg'));
  const words = uriOf(join(folder, 'words.waarborg'));
  let editor: EditorForTest;
  beforeAll(async () => {
    editor = new EditorForTest({ folders: [folder] });
    await editor.open(uri, pack);
  });
  afterAll(async () => {
    expect(await editor.close()).toBe(0);
  });

  it('diagnostics: a test that fails, with why, and nothing elsewhere', async () => {
    const found = await editor.diagnosticsOf(uriOf(join(folder, 'fresh.test.waarborg')));
    expect(found.map(({ code, severity, source }) => ({ code, severity, source }))).toEqual([
      { code: 'test-failed', severity: 1, source: 'waarborg' },
    ]);
    expect(found[0]?.message).toContain('test.pack/fresh passes, and the test expects that it fails');
  });

  it('diagnostics: a mistake with its code, its page and what to do, gone when it is mended', async () => {
    const range = { start: at(pack, 'most\n}'), end: at(pack, '\n}') };
    await editor.change(uri, 'mots', range);
    const [found] = await editor.diagnosticsOf(uri);
    expect(found?.code).toBe('WB0301');
    expect(found?.message).toBe('Nothing here is called `mots`\nDid you mean `most`?');
    expect(found?.codeDescription?.href).toMatch(/docs\/reference\/errors\/WB\d{4}\.md$/);
    expect(found?.range).toEqual(range);
    await editor.change(uri, 'most', range);
    expect((await editor.diagnosticsOf(uri)).filter(({ severity }) => severity === 1)).toEqual([]);
  });

  it('diagnostics: nothing is sent twice, and the whole workspace is known', async () => {
    const textDocument = { uri };
    const first = await editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', { textDocument });
    const previousResultId = first.resultId;
    const again = await editor.request<DocumentDiagnosticReport>('textDocument/diagnostic', {
      textDocument,
      previousResultId,
    });
    expect(again).toEqual({ kind: 'unchanged', resultId: previousResultId });
    const all = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    expect(all.items.map((item) => item.uri).sort()).toEqual(
      ['fresh.test.waarborg', 'pack.waarborg', 'words.waarborg'].map((name) => uriOf(join(folder, name))),
    );
  });

  it('hover: what a parameter is', async () => {
    const hover = await editor.request<Hover>('textDocument/hover', {
      textDocument: { uri },
      position: at(pack, 'most\n}'),
    });
    const { value } = hover.contents as MarkupContent;
    expect(value).toBe('```waarborg\nparameter most: duration = 3 months\n```\n\nSet by us\n\nso');
    expect(hover.range).toEqual({ start: at(pack, 'most\n}'), end: at(pack, '\n}') });
  });

  it('definition: of a field, in the vocabulary', async () => {
    const position = at(pack, 'age is', 1);
    const found = await editor.request<Location>('textDocument/definition', { textDocument: { uri }, position });
    expect(found.uri).toBe(words);
    expect(found.range.start).toEqual(at(wordsFixture, 'age: duration'));
  });

  it('references: of a rule, in its tests too', async () => {
    const about = { textDocument: { uri }, position: at(pack, 'fresh') };
    const all = await editor.request<Location[]>('textDocument/references', {
      ...about,
      context: { includeDeclaration: true },
    });
    expect(all.map((found) => found.uri)).toEqual([uriOf(join(folder, 'fresh.test.waarborg')), uri]);
    const uses = await editor.request<Location[]>('textDocument/references', {
      ...about,
      context: { includeDeclaration: false },
    });
    expect(uses.map((found) => found.range.start)).toEqual([at(tests, 'fresh fails')]);
  });

  it('document symbols: the outline', async () => {
    const found = await editor.request<DocumentSymbol[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(found.map(({ name, detail }) => `${name}: ${detail}`)).toEqual([
      'most: ',
      'bright: It is bright',
      'fresh: It is fresh',
    ]);
    expect(found[2]?.children?.map(({ name }) => name)).toEqual(['young']);
  });

  it('answers nothing about a file that it does not know, and goes on', async () => {
    const textDocument = { uri: 'file:///nowhere/at/all.waarborg' };
    expect(
      await editor.request('textDocument/hover', { textDocument, position: { line: 9, character: 9 } }),
    ).toBeNull();
    await expect(editor.request('waarborg/unknown', {})).rejects.toThrow(/Unhandled method/);
    expect(
      await editor.request('textDocument/hover', { textDocument: { uri }, position: at(pack, 'fresh') }),
    ).not.toBeNull();
  });
});

describe('files outside the editor', () => {
  it('are read again when they change, appear and go', async () => {
    const folder = folderOfFiles();
    const words = join(folder, 'words.waarborg');
    const uri = uriOf(join(folder, 'pack.waarborg'));
    const editor = new EditorForTest({ folders: [folder] });
    const errors = async () => (await editor.diagnosticsOf(uri)).filter(({ severity }) => severity === 1).length;
    expect(await errors()).toBe(0);
    rmSync(words);
    await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(words), type: 3 }] });
    expect(await errors()).toBeGreaterThan(0);
    writeFileSync(words, wordsFixture);
    await editor.tell('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf(words), type: 1 }] });
    expect(await errors()).toBe(0);
    await until(() => editor.refreshes > 0);
    await editor.close();
  });

  it('are found in node_modules, and in what ships', async () => {
    const folder = folderWith({
      'pack.waarborg': pack,
      'shipped.waarborg': 'pack other version 1.0.0\n  use waarborg.analysis 1\n',
      'node_modules/@org/words/package.json': JSON.stringify({ name: '@org/words', keywords: ['waarborg'] }),
      'node_modules/@org/words/words.waarborg': wordsFixture,
    });
    const editor = new EditorForTest({ folders: [folder] });
    for (const name of ['pack.waarborg', 'shipped.waarborg']) {
      const found = await editor.diagnosticsOf(uriOf(join(folder, name)));
      expect(found.filter(({ severity }) => severity === 1)).toEqual([]);
    }
    const all = await editor.request<WorkspaceDiagnosticReport>('workspace/diagnostic', { previousResultIds: [] });
    expect(all.items.length).toBe(2);
    await editor.close();
  });

  it('of two folders do not get in one another’s way, and folders can be opened and closed', async () => {
    const [first, second] = [folderOfFiles(), folderOfFiles()];
    const editor = new EditorForTest({ folders: [first] });
    const uri = uriOf(join(second, 'pack.waarborg'));
    const added = [{ uri: uriOf(second), name: 'second' }];
    await editor.tell('workspace/didChangeWorkspaceFolders', { event: { added, removed: [] } });
    const about = { textDocument: { uri }, position: at(pack, 'bright'), context: { includeDeclaration: true } };
    const found = await editor.request<Location[]>('textDocument/references', about);
    expect(found.map((each) => each.uri)).toEqual([uri, uri]);
    await editor.tell('workspace/didChangeWorkspaceFolders', { event: { added: [], removed: added } });
    expect(await editor.request('textDocument/references', about)).toBeNull();
    await editor.close();
  });
});

describe('what clients differ in', () => {
  it('the encoding of positions, with signs outside ASCII, and CRLF', async () => {
    const text = pack
      .replace('"The most"', '"Ten hoogste: é 𝄞"')
      .replace('define bright "It is bright"', 'define bright "é𝄞"');
    const crlf = text.replaceAll('\n', '\r\n');
    const line = crlf.split('\r\n').findIndex((each) => each.startsWith('define bright'));
    const before = 'define bright "é𝄞": ';
    for (const [encoding, character] of [
      ['utf-16', before.length],
      ['utf-8', Buffer.byteLength(before)],
    ] as const) {
      const general = { positionEncodings: [encoding] };
      const editor = new EditorForTest({ folders: [], capabilities: { ...ableEditor, general } });
      await editor.open('untitled:words', wordsFixture);
      await editor.open('untitled:pack', crlf);
      expect((await editor.result).capabilities.positionEncoding).toBe(encoding);
      const start = { line, character };
      const textDocument = { uri: 'untitled:pack' };
      const hover = await editor.request<Hover>('textDocument/hover', { textDocument, position: start });
      expect(hover.range).toEqual({ start, end: { line, character: character + 'colour'.length } });
      await editor.change('untitled:pack', 'nothing', hover.range);
      const [found] = await editor.diagnosticsOf('untitled:pack');
      expect(found?.range).toEqual({ start, end: { line, character: character + 'nothing'.length } });
      await editor.close();
    }
  });

  it('the language, which changes without a restart', async () => {
    const folder = folderOfFiles();
    const uri = uriOf(join(folder, 'pack.waarborg'));
    const editor = new EditorForTest({ folders: [folder], locale: 'nl-BE' });
    await editor.open(uri, pack.replace('bright\n', 'brihgt\n'));
    expect((await editor.diagnosticsOf(uri))[0]?.message).toContain('Hier heet niets `brihgt`');
    editor.settings = { language: 'en' };
    await editor.tell('workspace/didChangeConfiguration', { settings: null });
    await until(() => editor.refreshes > 0);
    expect((await editor.diagnosticsOf(uri))[0]?.message).toContain('Nothing here is called `brihgt`');
    await editor.close();
  });

  it('push, for those that cannot pull: once for each change, and empty when it is mended', async () => {
    const folder = folderOfFiles();
    const uri = uriOf(join(folder, 'pack.waarborg'));
    const editor = new EditorForTest({ folders: [folder], capabilities: {} });
    expect((await editor.result).capabilities.diagnosticProvider).toBeUndefined();
    await editor.open(uri, pack.replace('bright\n', 'brihgt\n'));
    await until(() => (editor.pushed.get(uri) ?? []).some((found) => found.some(({ code }) => code === 'WB0301')));
    await editor.change(uri, pack);
    await until(
      () =>
        editor.pushed
          .get(uri)
          ?.at(-1)
          ?.every(({ severity }) => severity !== 1) === true,
    );
    await editor.close();
  });
});

describe('waarborg lsp', () => {
  it('is the same server, as it is shipped', async () => {
    const folder = folderOfFiles({ 'fresh.test.waarborg': tests });
    const editor = new EditorForTest({ folders: [folder], program: programs.shipped });
    const found = await editor.diagnosticsOf(uriOf(join(folder, 'fresh.test.waarborg')));
    expect(found.map(({ code }) => code)).toEqual(['test-failed']);
    expect((await editor.result).serverInfo?.version).toMatch(/^\d+\.\d+\.\d+/);
    expect(await editor.close()).toBe(0);
  });
});
