import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  ClientCapabilities,
  CodeAction,
  CompletionItem,
  CompletionList,
  Position,
  SemanticTokens,
  SemanticTokensDelta,
  SignatureHelp,
  TextDocumentEdit,
  TextEdit,
} from 'vscode-languageserver';
import { ResourceOperationKind } from 'vscode-languageserver';
import { wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { folderWith } from '../command-line/run-waarborg.ts';
import { ableEditor, EditorForTest, uriOf } from './editor-for-test.ts';

const pack = `pack test.pack version 1.0.0
  use test.words 1

define bright "Helder": colour is red

rule fresh "It is fresh" {
  mandatory chosen by "us" because "so"
  for each set in datasets
  require young: set.age is at most 3 months
}
`;

/** An editor that can do what writing asks. */
const writer: ClientCapabilities = {
  ...ableEditor,
  workspace: {
    ...ableEditor.workspace,
    workspaceEdit: { documentChanges: true, resourceOperations: [ResourceOperationKind.Create] },
  },
  textDocument: {
    ...ableEditor.textDocument,
    completion: { completionItem: { snippetSupport: true, insertReplaceSupport: true } },
    codeAction: {
      codeActionLiteralSupport: { codeActionKind: { valueSet: [] } },
      resolveSupport: { properties: ['edit'] },
      dataSupport: true,
    },
    signatureHelp: { signatureInformation: { parameterInformation: { labelOffsetSupport: true } } },
  },
};

/** Where a piece of a text begins, and how far into it. */
function at(text: string, piece: string, within = 0): Position {
  const before = text.slice(0, text.indexOf(piece) + within).split('\n');
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = text.split('\n');
  const offset = ({ line, character }: Position): number =>
    lines.slice(0, line).reduce((sum, each) => sum + each.length + 1, 0) + character;
  return edits
    .toSorted((a, b) => offset(b.range.start) - offset(a.range.start))
    .reduce(
      (done, { range, newText }) => `${done.slice(0, offset(range.start))}${newText}${done.slice(offset(range.end))}`,
      text,
    );
}

describe('what helps to write, over standard input and output', () => {
  const folder = folderWith({ 'words.waarborg': wordsFixture, 'pack.waarborg': pack });
  const uri = uriOf(join(folder, 'pack.waarborg'));
  const textDocument = { uri };
  let editor: EditorForTest;
  beforeAll(async () => {
    editor = new EditorForTest({ folders: [folder], capabilities: writer, locale: 'nl' });
    await editor.open(uri, pack);
  });
  afterAll(async () => {
    expect(await editor.close()).toBe(0);
  });

  /** What can be done about a range, with what is known to be wrong there. */
  async function actionsAt(start: Position, end = start, only?: readonly string[]): Promise<readonly CodeAction[]> {
    const diagnostics = await editor.diagnosticsOf(uri);
    const context = { diagnostics, ...(only === undefined ? {} : { only }) };
    return (
      (await editor.request<CodeAction[] | null>('textDocument/codeAction', {
        textDocument,
        range: { start, end },
        context,
      })) ?? []
    );
  }

  async function textAfter(action: CodeAction | undefined, text: string): Promise<string> {
    const whole =
      action?.edit === undefined ? await editor.request<CodeAction>('codeAction/resolve', action ?? {}) : action;
    const [change] = (whole.edit?.documentChanges ?? []) as readonly TextDocumentEdit[];
    expect(change?.textDocument.uri).toBe(uri);
    expect(typeof change?.textDocument.version).toBe('number');
    return applied(text, (change?.edits ?? []) as readonly TextEdit[]);
  }

  it('completion: the fields of an item, each told of in full in the language of the reader', async () => {
    const position = at(pack, 'set.age', 4);
    const { items } = await editor.request<CompletionList>('textDocument/completion', { textDocument, position });
    const fields = items.filter(({ kind }) => kind === 5).map(({ label }) => label);
    expect(fields).toEqual(['name', 'age', 'colour']);
    const age = items.find(({ label }) => label === 'age');
    const end = { ...position, character: position.character + 3 };
    expect(age?.textEdit).toEqual({
      newText: 'age',
      insert: { start: position, end: position },
      replace: { start: position, end },
    });
    const told = await editor.request<CompletionItem>('completionItem/resolve', age ?? {});
    expect(told.documentation).toEqual({ kind: 'plaintext', value: 'veld age: termijn' });
  });

  it('completion: in a line that is being typed, and whole declarations on an empty one', async () => {
    const last = { line: pack.split('\n').length - 1, character: 0 };
    await editor.change(uri, '\ndefine x: bright and colour is ', { start: last, end: last });
    const labels = async (position: Position): Promise<readonly string[]> => {
      const { items } = await editor.request<CompletionList>('textDocument/completion', { textDocument, position });
      return items.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1)).map(({ label }) => label);
    };
    expect((await labels({ line: last.line + 1, character: 31 })).slice(0, 2)).toEqual(['red', 'blue']);
    expect(await labels({ line: last.line, character: 0 })).toEqual(expect.arrayContaining(['rule', 'rule …']));
    await editor.change(uri, pack);
  });

  it('code actions: a repair, which is preferred and says what it repairs', async () => {
    const wrong = pack.replace('colour is red', 'colour is rde');
    await editor.change(uri, wrong);
    const [fix] = (await actionsAt(at(wrong, 'rde'))).filter(({ kind }) => kind === 'quickfix');
    expect(fix).toMatchObject({ isPreferred: true, diagnostics: [{ range: { start: at(wrong, 'rde') } }] });
    expect(await textAfter(fix, wrong)).toBe(pack);
    await editor.change(uri, pack);
  });

  it('code actions: worked out when they are chosen, for the version that they were made for', async () => {
    const actions = await actionsAt(at(pack, '3 months'));
    const number = actions.find(({ title }) => title === 'Maak hier een parameter van');
    expect(number).toMatchObject({ kind: 'refactor.extract' });
    expect(number?.edit).toBeUndefined();
    expect(await textAfter(number, pack)).toContain('parameter new-parameter: duration = 3 months\n\nrule fresh');
    const convert = actions.find(({ title }) => title === 'Zet om naar de Nederlandse spelling');
    expect(await textAfter(convert, pack)).toContain('regel fresh "It is fresh" {');
    const [define] = await actionsAt(at(pack, 'colour is red'), at(pack, 'colour is red', 13), ['refactor.extract']);
    expect(await textAfter(define, pack)).toContain(
      'define new-definition: colour is red\n\ndefine bright "Helder": new-definition\n',
    );
  });

  it('code actions: a test in a file that is made for it', async () => {
    const action = (await actionsAt(at(pack, 'fresh "'))).find(({ title }) => title.startsWith('Voeg een toets'));
    const whole = await editor.request<CodeAction>('codeAction/resolve', action ?? {});
    const made = uriOf(join(folder, 'fresh.test.waarborg'));
    expect(whole.edit?.documentChanges?.[0]).toEqual({ kind: 'create', uri: made });
    expect(JSON.stringify(whole.edit?.documentChanges?.[1])).toContain('expect fresh passes');
  });

  it('code actions: none that makes a file, in an editor that does not say that it can', async () => {
    const workspace = { ...writer.workspace, workspaceEdit: { resourceOperations: [ResourceOperationKind.Create] } };
    const unable = new EditorForTest({ folders: [folder], capabilities: { ...writer, workspace } });
    await unable.open(uri, pack);
    const start = at(pack, 'fresh "');
    const asked = { textDocument, range: { start, end: start }, context: { diagnostics: [] } };
    const found = (await unable.request<CodeAction[] | null>('textDocument/codeAction', asked)) ?? [];
    expect(found.map(({ title }) => title)).toEqual(['Convert to the Dutch spelling']);
    expect(await unable.close()).toBe(0);
  });

  it('code actions: what an editor asks for when a file is saved', async () => {
    const wrong = pack
      .replace('"Helder"', '“Helder”')
      .replace('use test.words 1\n', 'use test.words 1\n  use test.words 1\n');
    await editor.change(uri, wrong);
    const start = { line: 0, character: 0 };
    const [all, ...others] = await actionsAt(start, start, ['source.fixAll']);
    expect(others).toEqual([]);
    expect(await textAfter(all, wrong)).toBe(wrong.replace('“Helder”', '"Helder"'));
    await editor.change(uri, pack);
    expect(await actionsAt(start, start, ['source'])).toEqual([]);
  });

  it('semantic tokens: all, those of a range, and what changed', async () => {
    const provider = (await editor.result).capabilities.semanticTokensProvider;
    const types = provider?.legend.tokenTypes ?? [];
    const all = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(all.data.slice(0, 10)).toEqual([
      0,
      0,
      4,
      types.indexOf('keyword'),
      0,
      0,
      5,
      9,
      types.indexOf('namespace'),
      1,
    ]);
    const [start, end] = [at(pack, 'define'), at(pack, 'define', 6)];
    const some = await editor.request<SemanticTokens>('textDocument/semanticTokens/range', {
      textDocument,
      range: { start, end },
    });
    expect(some.data).toEqual([start.line, 0, 6, types.indexOf('keyword'), 0]);
    const name = { start: at(pack, 'red'), end: at(pack, 'red', 3) };
    await editor.change(uri, 'blue', name);
    const { edits, resultId } = await editor.request<SemanticTokensDelta>('textDocument/semanticTokens/full/delta', {
      textDocument,
      previousResultId: all.resultId,
    });
    const data = [...all.data];
    for (const each of edits) data.splice(each.start, each.deleteCount, ...(each.data ?? []));
    expect(edits.flatMap((each) => each.data ?? []).length).toBeLessThan(10);
    const again = await editor.request<SemanticTokens>('textDocument/semanticTokens/full', { textDocument });
    expect(again.data).toEqual(data);
    expect(again.resultId).not.toBe(resultId);
    await editor.change(uri, pack);
  });

  it('formatting: a file, a range, and what a brace closes, with its line ends', async () => {
    const messy = pack.replaceAll('  ', ' ').replaceAll('\n', '\r\n');
    await editor.change(uri, messy);
    const options = { tabSize: 8, insertSpaces: false };
    const edits = await editor.request<TextEdit[]>('textDocument/formatting', { textDocument, options });
    expect(edits.length).toBeGreaterThan(3);
    expect(applied(messy, edits)).toBe(pack.replaceAll('\n', '\r\n'));
    const line = { start: { line: 1, character: 0 }, end: { line: 1, character: 1 } };
    const few = await editor.request<TextEdit[]>('textDocument/rangeFormatting', {
      textDocument,
      range: line,
      options,
    });
    const second = { line: 1, character: 1 };
    expect(few).toEqual([{ range: { start: second, end: second }, newText: ' ' }]);
    const position = { line: 9, character: 1 };
    const typed = await editor.request<TextEdit[]>('textDocument/onTypeFormatting', {
      textDocument,
      position,
      ch: '}',
      options,
    });
    expect(typed.map(({ range }) => range.start.line)).toEqual([6, 7, 8]);
    await editor.change(uri, pack);
  });

  it('signature help: the form that is being filled in', async () => {
    const help = await editor.request<SignatureHelp>('textDocument/signatureHelp', {
      textDocument,
      position: at(pack, 'datasets'),
    });
    expect(help.signatures[0]?.label).toBe('for each NAME in LIST [where CONDITION] [if any]');
    expect(help.activeParameter).toBe(1);
    const nothing = await editor.request('textDocument/signatureHelp', {
      textDocument,
      position: { line: 0, character: 2 },
    });
    expect(nothing).toBeNull();
  });

  it('answers nothing about a file that it does not know', async () => {
    const about = { textDocument: { uri: 'file:///nowhere/at/all.waarborg' }, position: { line: 9, character: 9 } };
    expect(await editor.request('textDocument/completion', about)).toBeNull();
    expect(await editor.request('textDocument/semanticTokens/full', about)).toEqual({ data: [] });
    expect(await editor.request('textDocument/formatting', { ...about, options: {} })).toBeNull();
    expect(await editor.request('completionItem/resolve', { label: 'x', data: 7 })).toEqual({ label: 'x', data: 7 });
  });
});
