import { type Language, type LookingRule, type ManifestHover, manifestHoverOf, positionAt } from '@waarborg/language';
import { HoverRequest, MarkupKind } from 'vscode-languageserver';
import { escaped, fenced } from '../markdown.ts';
import type { Handler, HandlerContext } from './handler.ts';

/** `textDocument/hover` in manifests. */
export const manifestHover: Handler = {
  capabilities: () => ({ hoverProvider: true }),
  register: (context) => {
    const { client, answerFor, place, positions, workspace } = context;
    const markdown = client.textDocument?.hover?.contentFormat?.includes(MarkupKind.Markdown) === true;
    answerFor('manifest', HoverRequest.type, (params) => {
      const at = place(params);
      const found = at && manifestHoverOf(at.snapshot, at.path, at.offset);
      if (found === undefined) return null;
      const value = markdown ? inMarkdown(found, context) : inPlainText(found, workspace.language);
      const kind = markdown ? MarkupKind.Markdown : MarkupKind.PlainText;
      return { contents: { kind, value }, range: positions.range(found.span) };
    });
  },
};

const moreRules = {
  en: (count: number) => `and ${count} more ${count === 1 ? 'rule' : 'rules'}`,
  nl: (count: number) => `en nog ${count} ${count === 1 ? 'regel' : 'regels'}`,
} as const;

function inMarkdown({ title, paragraphs, rules, more }: ManifestHover, context: HandlerContext): string {
  const { language } = context.workspace;
  const lines = rules.map((rule) => {
    const { uri } = context.location(rule.declared);
    const line = positionAt(rule.declared.source, rule.declared.start).line;
    return `- **${outcomeOf(rule, language)}** [${escaped(rule.title[language])}](<${uri}#L${line}>)${tailOf(rule, language, escaped)}`;
  });
  const list = [...lines, ...(more === 0 ? [] : [`- ${moreRules[language](more)}`])].join('\n');
  const texts = paragraphs.map((paragraph) => escaped(paragraph[language]));
  return [fenced(title[language], 'yaml'), ...texts, ...(list === '' ? [] : [list])].join('\n\n');
}

function inPlainText({ title, paragraphs, rules, more }: ManifestHover, language: Language): string {
  const lines = rules.map(
    (rule) => `- ${outcomeOf(rule, language)}: ${rule.title[language]}${tailOf(rule, language, (text) => text)}`,
  );
  const list = [...lines, ...(more === 0 ? [] : [`- ${moreRules[language](more)}`])].join('\n');
  return [title[language], ...paragraphs.map((each) => each[language]), ...(list === '' ? [] : [list])].join('\n\n');
}

function outcomeOf({ outcome }: LookingRule, language: Language): string {
  return outcome?.[language] ?? (language === 'en' ? 'not judged' : 'niet beoordeeld');
}

function tailOf({ level, message }: LookingRule, language: Language, write: (text: string) => string): string {
  return ` (${level[language]})${message === undefined ? '' : `: ${write(message[language])}`}`;
}
