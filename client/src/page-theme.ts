import { createHash } from 'node:crypto';

/**
 * A page of ours in the light or the dark of the editor, which a page by itself cannot know: it asks the computer. Its style
 * changes, and so does the hash by which its own policy lets that style in; nothing else may come in as before.
 */
export function pageInTheme(page: string, theme: 'light' | 'dark'): string {
  const [, style] = /<style>([\s\S]*?)<\/style>/.exec(page) ?? [];
  if (style === undefined) return page;
  const always = theme === 'dark' ? '(min-width: 0)' : '(max-width: 0)';
  const themed = style
    .replace('color-scheme: light dark;', `color-scheme: ${theme};`)
    .replaceAll('(prefers-color-scheme: dark)', always);
  return page
    .replace('<meta name="color-scheme" content="light dark">', `<meta name="color-scheme" content="${theme}">`)
    .replace(hashOf(style), hashOf(themed))
    .replace(style, () => themed);
}

function hashOf(style: string): string {
  return `sha256-${createHash('sha256').update(style).digest('base64')}`;
}
