import { describe, expect, it } from 'vitest';
import { sourceText, spanOf } from '../source/source.ts';
import { type DiagnosticExtras, diagnostic } from './diagnostic.ts';
import { renderDiagnostic } from './render.ts';
import { unexpectedToken } from './syntax-errors.ts';

/** Renders an error at the text between `«` and `»`. */
function rendered(marked: string, extras: DiagnosticExtras = {}): readonly string[] {
  const [before = '', inside = '', after = ''] = marked.split(/[«»]/);
  const source = sourceText('a.waarborg', before + inside + after);
  const span = spanOf(source, before.length, before.length + inside.length);
  const message = { en: 'Something is wrong', nl: 'Er is iets mis' };
  return renderDiagnostic(diagnostic(unexpectedToken, span, message, extras), 'en').split('\n');
}

describe('a diagnostic as text', () => {
  it('has its place, code and message, and the line with carets', () => {
    expect(rendered('one\ntwo «three» four\nfive')).toEqual([
      'a.waarborg:2:5: error WB0101: Something is wrong',
      '  2 | two three four',
      '    |     ^^^^^',
    ]);
  });

  it('speaks Dutch', () => {
    const source = sourceText('a', 'b');
    const message = { en: 'Wrong', nl: 'Fout' };
    const found = diagnostic({ ...unexpectedToken, severity: 'warning' }, spanOf(source, 0, 1), message, {
      help: { en: 'Repair it.', nl: 'Herstel het.' },
    });
    expect(renderDiagnostic(found, 'nl')).toBe(
      'a:1:1: waarschuwing WB0101: Fout\n  1 | b\n    | ^\n  hulp: Herstel het.',
    );
  });

  it('shows related places and help after it', () => {
    const source = sourceText('b.waarborg', 'first line');
    const related = [{ span: spanOf(source, 0, 5), message: { en: 'the first one', nl: 'de eerste' } }];
    expect(rendered('«x»', { related, help: { en: 'Choose.', nl: 'Kies.' } })).toEqual([
      'a.waarborg:1:1: error WB0101: Something is wrong',
      '  1 | x',
      '    | ^',
      '  b.waarborg:1:1: the first one',
      '  1 | first line',
      '    | ^^^^^',
      '  help: Choose.',
    ]);
  });

  it.each([
    ['tabs', '\ta\t«b\tc»', '  1 |     a   b   c', '    |         ^^^^^'],
    ['wide characters', '日本«語»', '  1 | 日本語', '    |     ^^'],
    ['marks that stand on letters', 'e\u0301«x»', '  1 | e\u0301x', '    |  ^'],
    ['emoji', '😀«x»', '  1 | 😀x', '    |   ^'],
    ['an empty span', 'ab«»', '  1 | ab', '    |   ^'],
    ['a span of several lines', 'a «b\nc» d', '  1 | a b', '    |   ^'],
    ['a carriage return', 'a «b\r\nc» d', '  1 | a b', '    |   ^'],
  ])('lines the carets up under %s', (_, marked, line, carets) => {
    expect(rendered(marked).slice(1)).toEqual([line, carets]);
  });

  it('shows a window of a very long line', () => {
    const [, line = '', carets = ''] = rendered(`${'a'.repeat(5000)}«bbb»${'c'.repeat(5000)}`);
    expect(line.length).toBeLessThan(180);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('bbb');
  });

  it('lets no control character through', () => {
    const text = rendered('a\u001b[31m«b\u202e»\u0007').join('\n');
    expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});
