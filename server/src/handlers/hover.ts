import { type Hover, hoverOf, type Language } from '@waarborg/language';
import { HoverRequest, MarkupKind } from 'vscode-languageserver';
import { escaped, fenced } from '../markdown.ts';
import type { Handler } from './handler.ts';

/** `textDocument/hover`. */
export const hover: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ client, answerFor, place, positions, workspace }) => {
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
    answerFor('policy', HoverRequest.type, (params) => {
      const at = place(params);
      const found = at && hoverOf(at.snapshot, at.path, at.offset);
      if (found === undefined) return null;
      const value = markdown ? inMarkdown(found, workspace.language) : inPlainText(found, workspace.language);
      const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: positions.range(found.span) };
    });
  },
};

function titleOf({ kind, name, type }: Hover, language: Language): string {
  return `${kind[language]} ${name}${type === undefined ? '' : `: ${type[language]}`}`;
}

function inMarkdown(found: Hover, language: Language): string {
  const { paragraphs, written } = found;
  return [
    fenced(titleOf(found, language), 'waarborg'),
    ...paragraphs.map((paragraph) => escaped(paragraph[language])),
    ...(written === undefined ? [] : [fenced(written, 'waarborg')]),
  ].join('\n\n');
}

function inPlainText(found: Hover, language: Language): string {
  const { paragraphs, written } = found;
  const parts = [titleOf(found, language), ...paragraphs.map((paragraph) => paragraph[language])];
  return [...parts, ...(written === undefined ? [] : [written])].join('\n\n');
}
