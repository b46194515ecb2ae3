import { type Event, parseEvents, YAMLException } from 'js-yaml';
import { type DocumentProblem, deepestNesting } from './document.ts';

/** The parser counts the levels of some forms double: room for all that are allowed, whatever their form. */
const roomyNesting = 2 * deepestNesting + 8;

/** The events of a text, or the first mistake in its syntax. */
type EventsOrProblem =
  | { readonly kind: 'events'; readonly events: readonly Event[]; readonly text: string }
  | { readonly kind: 'problem'; readonly problem: DocumentProblem };

/** Parses a text as YAML, or says at which place of it that does not go. Levels near the deepest are the builder's to count. */
export function tryEvents(text: string): EventsOrProblem {
  const read = parse(text, deepestNesting);
  if (read.kind === 'events' || read.problem.kind !== 'too-deep') return read;
  const roomy = parse(text, roomyNesting);
  // Brackets that are opened without end are too deep before they are unclosed.
  return roomy.kind === 'events' ? roomy : read;
}

function parse(text: string, maxDepth: number): EventsOrProblem {
  try {
    return { kind: 'events', events: parseEvents(text, { maxDepth }), text };
  } catch (error) {
    return { kind: 'problem', problem: problemOf(error, text) };
  }
}

function problemOf(error: unknown, text: string): DocumentProblem {
  if (error instanceof RangeError) return { kind: 'too-deep', start: 0, end: Math.min(1, text.length) };
  if (!(error instanceof YAMLException)) throw error;
  const at = Math.min(error.mark?.position ?? 0, text.length);
  const place = { start: at, end: Math.min(text.length, at + 1) };
  if (/depth|nesting/i.test(error.reason)) return { kind: 'too-deep', ...place };
  if (/tab characters/.test(error.reason)) return { kind: 'tab-indentation', ...place };
  const tab = /indentation/.test(error.reason) ? tabBefore(text, at) : undefined;
  if (tab !== undefined) return { kind: 'tab-indentation', start: tab, end: tab + 1 };
  const alias = /unidentified alias "?([^"]*)"?/.exec(error.reason);
  if (alias !== null) return { kind: 'unknown-alias', name: alias[1] ?? '', ...place };
  return { kind: 'syntax', detail: error.reason, ...place };
}

/** The first tab in the indentation of the line that an offset lies in. */
function tabBefore(text: string, offset: number): number | undefined {
  const lineStart = Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
  let at = lineStart;
  while (text[at] === ' ') at += 1;
  return text[at] === '\t' ? at : undefined;
}

/** The parts between `---` and after `...`, without those that hold only comments, blank lines and directives. */
export function splitDocuments(text: string): readonly { readonly text: string; readonly offset: number }[] {
  const starts = [0];
  for (const { 0: mark, index } of text.matchAll(/^(?:---|\.\.\.)(?=[ \t\r\n]|$)/gm)) {
    if (mark === '...') starts.push(index + mark.length);
    else if (index > 0) starts.push(index);
  }
  const parts = starts.map((offset, index) => ({ text: text.slice(offset, starts[index + 1] ?? text.length), offset }));
  return parts.filter(
    (part) => part.text.length > 2000 || !/^(?:[ \t]*(?:[#%][^\r\n]*)?(?:\r\n|\r|\n|$))*$/.test(part.text),
  );
}
