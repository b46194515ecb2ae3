import { lineText, positionAt, type SourceText, type Span } from '../source/source.ts';
import type { Diagnostic, Language, Severity } from './diagnostic.ts';

const severities: Readonly<Record<Severity, Readonly<Record<Language, string>>>> = {
  error: { en: 'error', nl: 'fout' },
  warning: { en: 'warning', nl: 'waarschuwing' },
  notice: { en: 'notice', nl: 'melding' },
};

const helpWord: Readonly<Record<Language, string>> = { en: 'help', nl: 'hulp' };

/**
 * A diagnostic as plain text in one language, without colours and without a line end at its end: the place, the code
 * and the message; the line of the source with carets under the span; related places; the help.
 */
export function renderDiagnostic(diagnostic: Diagnostic, language: Language): string {
  const { span, severity, code, message, related, help } = diagnostic;
  const lines = [
    `${place(span)}: ${severities[severity][language]} ${code}: ${visible(message[language])}`,
    ...excerpt(span),
    ...related.flatMap((other) => [
      `  ${place(other.span)}: ${visible(other.message[language])}`,
      ...excerpt(other.span),
    ]),
  ];
  if (help !== undefined) lines.push(`  ${helpWord[language]}: ${visible(help[language])}`);
  return lines.join('\n');
}

function place(span: Span): string {
  const { line, column } = positionAt(span.source, span.start);
  return `${visible(span.source.name)}:${line}:${column}`;
}

/** The first line of a span and, under it, a caret for each column that the span takes there. */
function excerpt(span: Span): readonly string[] {
  const { line, column } = positionAt(span.source, span.start);
  const text = lineText(span.source, line);
  const end = endOnLine(span.source, span, line, text);
  const [start, stop] = windowAround(text, column - 1, end);
  const before = shown(text.slice(start, column - 1));
  const marked = shown(text.slice(column - 1, Math.min(end, stop)), before.width);
  const after = shown(text.slice(Math.max(column - 1, Math.min(end, stop)), stop), before.width + marked.width);
  const [lead, trail] = [start > 0 ? '…' : '', stop < text.length ? '…' : ''];
  const number = String(line);
  const carets = ' '.repeat(lead.length + before.width) + '^'.repeat(Math.max(1, marked.width));
  return [
    `  ${number} | ${`${lead}${before.text}${marked.text}${after.text}${trail}`.trimEnd()}`,
    `  ${' '.repeat(number.length)} | ${carets}`,
  ];
}

function endOnLine(source: SourceText, span: Span, line: number, text: string): number {
  const end = positionAt(source, span.end);
  return end.line === line ? Math.min(end.column - 1, text.length) : text.trimEnd().length;
}

const longestLine = 160;

/** The part of a line to show: all of it, or a stretch around the span where it is long. */
function windowAround(text: string, from: number, to: number): readonly [number, number] {
  if (text.length <= longestLine) return [0, text.length];
  const room = Math.max(20, longestLine - Math.min(to - from, longestLine));
  const start = Math.max(0, from - Math.floor(room / 2));
  return [onCharacter(text, start), onCharacter(text, Math.min(text.length, start + longestLine))];
}

/** An offset that does not cut a pair of surrogates. */
function onCharacter(text: string, offset: number): number {
  return /[\uDC00-\uDFFF]/.test(text.charAt(offset)) ? offset - 1 : offset;
}

interface Shown {
  readonly text: string;
  /** In columns of a terminal. */
  readonly width: number;
}

const tabStop = 4;

/** A text as it is shown from a column on: tabs as spaces up to the next stop, control characters as a mark. */
function shown(text: string, column = 0): Shown {
  let result = '';
  let width = 0;
  for (const character of text) {
    const written = character === '\t' ? ' '.repeat(tabStop - ((column + width) % tabStop)) : visible(character);
    result += written;
    width += character === '\t' ? written.length : widthOf(written);
  }
  return { text: result, width };
}

const combining = /^[\p{Mark}\p{Default_Ignorable_Code_Point}]$/u;
const wide =
  /^[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uA960-\uA97C\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$/u;

function widthOf(character: string): number {
  if (character <= '~') return 1;
  if (combining.test(character)) return 0;
  return wide.test(character) ? 2 : 1;
}

/** Control characters could move the cursor or recolour a terminal, and direction marks could reorder a line. */
function visible(text: string): string {
  return text.replaceAll(/[\p{Cc}\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069]/gu, '\uFFFD');
}
