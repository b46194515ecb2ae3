import { type SemanticToken, type SnapshotFile, semanticTokensOf } from '@waarborg/language';
import { SemanticTokenModifiers, type SemanticTokens, SemanticTokenTypes } from 'vscode-languageserver';
import type { Handler, HandlerContext } from './handler.ts';

/** `textDocument/semanticTokens`: full, a range, and what changed since the last answer. */
export const semanticTokens: Handler = {
  capabilities: () => ({ semanticTokensProvider: { legend, full: { delta: true }, range: true } }),
  register: (context) => {
    const { connection, answer, file, workspace, positions } = context;
    const results = new Results();
    connection.languages.semanticTokens.on(
      answer(({ textDocument }) => {
        const found = file(textDocument);
        if (found === undefined) return { data: [] };
        return results.keep(found.path, encoded(semanticTokensOf(workspace.snapshot, found.path), found, context));
      }),
    );
    connection.languages.semanticTokens.onDelta(
      answer(({ textDocument, previousResultId }) => {
        const found = file(textDocument);
        if (found === undefined) return { data: [] };
        const before = results.of(found.path, previousResultId);
        const data = encoded(semanticTokensOf(workspace.snapshot, found.path), found, context);
        const kept = results.keep(found.path, data);
        return before === undefined ? kept : { resultId: kept.resultId, edits: changesBetween(before, data) };
      }),
    );
    connection.languages.semanticTokens.onRange(
      answer(({ textDocument, range }) => {
        const found = file(textDocument);
        if (found === undefined) return { data: [] };
        const start = positions.offset(found.source, range.start);
        const end = positions.offset(found.source, range.end);
        const tokens = semanticTokensOf(workspace.snapshot, found.path);
        return {
          data: [
            ...encoded(
              tokens.filter((each) => each.start < end && each.end > start),
              found,
              context,
            ),
          ],
        };
      }),
    );
  },
};

const legend = {
  tokenTypes: [
    ...[SemanticTokenTypes.keyword, SemanticTokenTypes.comment, SemanticTokenTypes.string, SemanticTokenTypes.number],
    ...[
      SemanticTokenTypes.operator,
      SemanticTokenTypes.variable,
      SemanticTokenTypes.namespace,
      SemanticTokenTypes.type,
    ],
    ...[SemanticTokenTypes.class, SemanticTokenTypes.function, SemanticTokenTypes.method, SemanticTokenTypes.event],
    ...[SemanticTokenTypes.struct, SemanticTokenTypes.property, SemanticTokenTypes.enum, SemanticTokenTypes.enumMember],
    SemanticTokenTypes.interface,
  ] as string[],
  tokenModifiers: [SemanticTokenModifiers.declaration, SemanticTokenModifiers.readonly] as string[],
};

const types: Readonly<Record<SemanticToken['kind'], SemanticTokenTypes>> = {
  keyword: SemanticTokenTypes.keyword,
  comment: SemanticTokenTypes.comment,
  text: SemanticTokenTypes.string,
  number: SemanticTokenTypes.number,
  operator: SemanticTokenTypes.operator,
  name: SemanticTokenTypes.variable,
  pack: SemanticTokenTypes.namespace,
  vocabulary: SemanticTokenTypes.namespace,
  alias: SemanticTokenTypes.namespace,
  source: SemanticTokenTypes.interface,
  purpose: SemanticTokenTypes.type,
  parameter: SemanticTokenTypes.variable,
  define: SemanticTokenTypes.function,
  rule: SemanticTokenTypes.class,
  duty: SemanticTokenTypes.method,
  exception: SemanticTokenTypes.event,
  item: SemanticTokenTypes.variable,
  record: SemanticTokenTypes.struct,
  field: SemanticTokenTypes.property,
  choices: SemanticTokenTypes.enum,
  choice: SemanticTokenTypes.enumMember,
  test: SemanticTokenTypes.function,
  'test-manifest': SemanticTokenTypes.variable,
};

/** The tokens as the protocol has them: five numbers each, places from the token before; a token is within a line. */
function encoded(tokens: readonly SemanticToken[], { source }: SnapshotFile, { positions }: HandlerContext): number[] {
  const data: number[] = [];
  let [line, character] = [0, 0];
  for (const token of tokens) {
    const type = legend.tokenTypes.indexOf(types[token.kind]);
    const modifiers = (token.declares ? 1 : 0) + (token.kind === 'parameter' ? 2 : 0);
    for (const { start, end } of linesOf(token, source.text)) {
      const range = positions.range({ source, start, end });
      const onSameLine = range.start.line === line;
      const from = onSameLine ? range.start.character - character : range.start.character;
      data.push(range.start.line - line, from, range.end.character - range.start.character, type, modifiers);
      ({ line, character } = range.start);
    }
  }
  return data;
}

/** The parts of a token on each of its lines: the words of a keyword may have a line end between them. */
function linesOf(
  { start, end }: SemanticToken,
  text: string,
): readonly { readonly start: number; readonly end: number }[] {
  const parts = [...text.slice(start, end).matchAll(/[^\r\n]*[^\s]/g)];
  return parts.map(({ index, 0: part }) => {
    const from = start + index + (part.length - part.trimStart().length);
    return { start: from, end: start + index + part.length };
  });
}

/** The last answer about each file, for the next one to be the difference. */
class Results {
  readonly #last = new Map<string, { readonly id: string; readonly data: readonly number[] }>();
  #next = 0;

  keep(path: string, data: number[]): SemanticTokens & { readonly resultId: string } {
    this.#next += 1;
    const id = String(this.#next);
    this.#last.set(path, { id, data });
    return { resultId: id, data };
  }

  of(path: string, id: string): readonly number[] | undefined {
    const last = this.#last.get(path);
    return last?.id === id ? last.data : undefined;
  }
}

/** What leads from one list to another: a single stretch, between what is the same before it and behind it. */
function changesBetween(
  before: readonly number[],
  after: readonly number[],
): { start: number; deleteCount: number; data: number[] }[] {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1;
  let same = 0;
  const most = Math.min(before.length, after.length) - start;
  while (same < most && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  const data = after.slice(start, after.length - same);
  const deleteCount = before.length - same - start;
  return data.length === 0 && deleteCount === 0 ? [] : [{ start, deleteCount, data }];
}
