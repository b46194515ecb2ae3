import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { pageInTheme } from './page-theme.ts';

const style =
  '\n:root { color-scheme: light dark; }\n@media screen and (prefers-color-scheme: dark) { a { color: $& } }\n';

function page(written: string, scheme: string): string {
  const hash = createHash('sha256').update(written).digest('base64');
  return `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'"><meta name="color-scheme" content="${scheme}"><style>${written}</style>`;
}

it('a page takes the theme of the editor, and its policy lets in that style alone', () => {
  const dark = style.replace('light dark', 'dark').replace('(prefers-color-scheme: dark)', '(min-width: 0)');
  const light = style.replace('light dark', 'light').replace('(prefers-color-scheme: dark)', '(max-width: 0)');
  expect(pageInTheme(page(style, 'light dark'), 'dark')).toBe(page(dark, 'dark'));
  expect(pageInTheme(page(style, 'light dark'), 'light')).toBe(page(light, 'light'));
  expect(pageInTheme('<p>no style</p>', 'dark')).toBe('<p>no style</p>');
});
