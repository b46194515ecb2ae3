import { escapeControls } from './escape-controls.ts';

/** A text on one line of Markdown, as GitHub and GitLab read it, in which nothing that it holds is markup, HTML or a list. */
export function markdownText(text: string): string {
  return escapeControls(text.replaceAll(/\s+/g, ' '))
    .replaceAll(/[\\`*_[\]<>|~#@]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replace(/^(\s*)(-|\+(?=\s))/, '$1\\$2')
    .replace(/^(\s*):(?=:)/, '$1\\:')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}

/** A text as code in a line of Markdown: between more backticks than stand in it. */
export function markdownCode(text: string): string {
  const plain = escapeControls(text.replaceAll(/\s+/g, ' '));
  const longest = Math.max(0, ...[...plain.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = plain.startsWith('`') || plain.endsWith('`') ? ' ' : '';
  return `${fence}${space}${plain}${space}${fence}`;
}

/** A sentence in which names stand between backticks: these as code, and nothing else as markup. */
export function markdownSentence(text: string): string {
  return text
    .replaceAll(/\s+/g, ' ')
    .split(/(`[^`]+`)/)
    .map((part) => (/^`[^`]+`$/.test(part) ? markdownCode(part.slice(1, -1)) : markdownText(part)))
    .join('');
}
