import fc from 'fast-check';
import { parseDocument } from 'htmlparser2';
import { describe, expect, it } from 'vitest';
import { escapeControls } from '../render/escape-controls.ts';
import { element, type Html, renderHtml, safeAddress } from './html.ts';

function render(html: Html): string {
  return [...renderHtml(html)].join('');
}

const hostile = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    '<script>alert(1)</script>',
    '</style><script>alert(1)</script>',
    '" onmouseover="alert(1)',
    "' onfocus='alert(1)",
    '<!--',
    ']]>',
    '&lt;b&gt;',
    '\u202egnp.exe',
    '\u0000\u001b[31m',
    '\ud800',
  ),
);

/** A text as it is shown: what steers a screen or reorders a text is written out, line by line. */
function shown(text: string): string {
  return text.replaceAll(/[^\n\t]+/g, escapeControls);
}

describe('HTML', () => {
  it('holds every text as text, whatever is in it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [paragraph, ...others] = parseDocument(render(element('p', {}, text))).children;
        expect(others.filter((node) => node.type !== 'text')).toEqual([]);
        if (paragraph?.type !== 'tag') throw new Error('no paragraph');
        expect(paragraph.children.every((child) => child.type === 'text')).toBe(true);
        expect(paragraph.children.map((child) => (child.type === 'text' ? child.data : '')).join('')).toBe(shown(text));
      }),
    );
  });

  it('holds every value of an attribute as that value, and makes no other attribute of it', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const [link] = parseDocument(render(element('a', { title: text, href: '#x' }, 'there'))).children;
        if (link?.type !== 'tag') throw new Error('no link');
        expect(link.attribs).toEqual({ title: shown(text), href: '#x' });
      }),
    );
  });

  it('writes what is nothing as nothing, and attributes without a value by their names', () => {
    expect(render(['a', undefined, [], ['b', element('br')]])).toBe('ab<br>');
    expect(render(element('details', { open: true, id: undefined, tabindex: 0 }))).toBe(
      '<details open tabindex="0"></details>\n',
    );
  });

  it('refuses what runs or loads, even where we write it ourselves', () => {
    for (const name of ['script', 'style', 'iframe', 'base']) expect(() => element(name)).toThrow(name);
    expect(() => render(element('p', { onclick: 'x()' }))).toThrow('onclick');
    expect(() => render(element('p', { style: 'color: red' }))).toThrow('style');
  });

  it('lets a reader follow pages and letters, and nothing that runs', () => {
    for (const address of ['https://example.org/a?b#c', 'http://example.org', 'mailto:a@example.org']) {
      expect(safeAddress(address)).toBe(address);
    }
    const unsafe = [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc/passwd',
      '//example.org',
    ];
    for (const address of [...unsafe, 'https://a b', 'JaVaScRiPt:x', 'vbscript:x', '']) {
      expect(safeAddress(address)).toBeUndefined();
    }
  });
});
