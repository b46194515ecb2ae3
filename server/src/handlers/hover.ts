import { type Hover, hoverOf, type Language } from '@waarborg/language';
import { MarkupKind } from 'vscode-languageserver';
import type { Handler } from './handler.ts';

/** `textDocument/hover`. */
export const hover: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  register: ({ connection, client, answer, place, positions, workspace }) => {
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
    connection.onHover(
      answer((params) => {
        const at = place(params);
        const found = at && hoverOf(at.snapshot, at.path, at.offset);
        if (found === undefined) return null;
        const value = markdown ? inMarkdown(found, workspace.language) : inPlainText(found, workspace.language);
        const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
        return { contents: { kind, value }, range: positions.range(found.span) };
      }),
    );
  },
};

function titleOf({ kind, name, type }: Hover, language: Language): string {
  return `${kind[language]} ${name}${type === undefined ? '' : `: ${type[language]}`}`;
}

function inMarkdown(found: Hover, language: Language): string {
  const { paragraphs, written } = found;
  return [
    fenced(titleOf(found, language)),
    ...paragraphs.map((paragraph) => escaped(paragraph[language])),
    ...(written === undefined ? [] : [fenced(written)]),
  ].join('\n\n');
}

/** A block of code behind more back-quotes than stand together in it. */
function fenced(text: string): string {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}waarborg\n${text}\n${fence}`;
}

/** A text for people as Markdown: no sign of it means anything but itself. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_{}[\]<>#|~]/g, (sign) => `\\${sign}`);
}

function inPlainText(found: Hover, language: Language): string {
  const { paragraphs, written } = found;
  const parts = [titleOf(found, language), ...paragraphs.map((paragraph) => paragraph[language])];
  return [...parts, ...(written === undefined ? [] : [written])].join('\n\n');
}
