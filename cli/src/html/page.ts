import { createHash } from 'node:crypto';
import type { Language } from '@waarborg/language';
import { inChunks } from '../render/in-chunks.ts';
import { element, type Html, renderHtml } from './html.ts';

/** A page: one file that needs nothing else, runs nothing and loads nothing. */
export interface Page {
  readonly language: Language;
  /** The text of the window. */
  readonly title: string;
  /** Rules of style, written by us: the one text of a page that is not escaped. */
  readonly style: string;
  /** The text of the link that leads past the contents. */
  readonly skip: string;
  readonly header: Html;
  readonly navigation: Html;
  readonly main: Html;
  readonly footer: Html;
}

/** The text of a page. Its policy lets a browser use the page's own style, known by its digest, and nothing else. */
export function* renderPage(page: Page): Generator<string> {
  yield* inChunks(partsOf(page));
}

function* partsOf({ language, title, style, skip, header, navigation, main, footer }: Page): Generator<string> {
  if (style.includes('</')) throw new Error('a style cannot hold the end of an element');
  const digest = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`;
  yield `<!DOCTYPE html>\n<html lang="${language}">\n<head>\n<meta charset="utf-8">\n`;
  yield* renderHtml([
    element('meta', { 'http-equiv': 'Content-Security-Policy', content: policy }),
    '\n',
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    '\n',
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    '\n',
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    '\n',
    element('title', {}, title),
  ]);
  yield `<style>${style}</style>\n</head>\n<body>\n`;
  yield* renderHtml([
    element('a', { class: 'skip', href: '#main' }, skip),
    '\n',
    element('header', { class: 'masthead' }, header),
    element('div', { class: 'frame' }, navigation, element('main', { id: 'main', tabindex: -1 }, main)),
    element('footer', { class: 'colophon' }, footer),
  ]);
  yield '</body>\n</html>\n';
}
