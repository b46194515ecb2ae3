import { escapeControls } from './escape-controls.ts';

/** A text on one line of Markdown, as GitHub and GitLab read it, in which nothing that it holds is markup. */
export function markdownText(text: string): string {
  return escapeControls(text.replaceAll(/\s+/g, ' '))
    .replaceAll(/[\\`*_[\]<>|~#]/g, (sign) => `\\${sign}`)
    .replaceAll('&', '&amp;')
    .replace(/^(\s*)([-+])(?=\s)/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s)/, '$1\\$2');
}
