import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelTwice } from '../../language/src/diagnostic/rule-errors.ts';
import { type Completion, completionsOf } from '../../language/src/ide/completion.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import {
  emptySnapshot,
  type Snapshot,
  type SnapshotChange,
  updateSnapshot,
} from '../../language/src/ide/support/snapshot.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { keywordNamed } from '../../language/src/syntax/keywords.ts';
import { treesOf } from '../../language/src/syntax/parse-concrete.ts';
import { parseSource } from '../../language/src/syntax/parse-source.ts';
import type { isOf } from '../../language/src/syntax/tokens.ts';
import { parseDate } from '../../language/src/values/calendar.ts';

const policies = resolve(import.meta.dirname, '../../policies');

function shipped(): Snapshot {
  const files = globSync('**/*.{waarborg,yaml}', { cwd: policies }).map((path): SnapshotChange => {
    const syntax = path.endsWith('.yaml') ? 'yaml' : 'waarborg';
    return { kind: 'text', path: path.replaceAll('\\', '/'), text: readFileSync(join(policies, path), 'utf8'), syntax };
  });
  const empty = emptySnapshot(parseDate('2026-11-24') ?? 0);
  return updateSnapshot(empty, [{ kind: 'roots', roots: [{ path: '', library: false }] }, ...files]);
}

type CstNode = ReturnType<typeof treesOf>[number];
type Token = Parameters<typeof isOf>[0];

/** The keywords of a file that stand as keywords, and not as names. */
function keywordsIn(text: string): readonly Token[] {
  const { concrete } = parseSource(sourceText('x', text));
  const found: Token[] = [];
  const walk = (node: CstNode): void => {
    for (const [name, children] of Object.entries(node.children)) {
      for (const child of children) {
        if ('children' in child) walk(child);
        else if (keywordNamed(name) !== undefined) found.push(child);
      }
    }
  };
  for (const tree of concrete === undefined ? [] : treesOf(concrete)) walk(tree);
  return found;
}

/** Every word of what ships that can be suggested: a keyword, or a name that refers to something. */
interface Word {
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly isIt: (found: Completion) => boolean;
}

function wordsOf(snapshot: Snapshot, path: string, text: string): readonly Word[] {
  const keywords = keywordsIn(text).map(({ startOffset: start, image }): Word => {
    const isIt = ({ text: put, span }: Completion): boolean =>
      put === image.replaceAll(/\s+/g, ' ') && span.start === start;
    return { path, start, end: start + image.length, isIt };
  });
  // What stands between quotation marks is text, in which nothing is suggested.
  const references = namesIn(snapshot, path).filter(({ role, inText }) => role === 'reference' && !inText);
  const names = references.map(({ span: { start, end }, symbol, text: name }): Word => {
    const whole = wordWithSlashes(text, start);
    // Items and packs are known by their names alone, and `exception/duty` in a test is one name.
    const isIt = ({ id, label }: Completion): boolean => id === symbol.id || label === name || label === whole;
    return { path, start, end, isIt };
  });
  return [...keywords, ...names];
}

function wordWithSlashes(text: string, start: number): string {
  const before = /[\w/`-]*$/.exec(text.slice(0, start))?.[0] ?? '';
  return `${before}${/^[\w/`-]*/.exec(text.slice(start))?.[0]}`;
}

const snapshot = shipped();
const policyFiles = [...snapshot.files.values()].filter(({ syntax }) => syntax === 'waarborg');
const words = policyFiles.flatMap(({ path, source }) => wordsOf(snapshot, path, source.text));

/** Where a word is, for a message. */
function placeOf({ path, start, end }: Word): string {
  const text = snapshot.files.get(path)?.source.text ?? '';
  return `${path}:${text.slice(0, start).split('\n').length} ${text.slice(start, end)}`;
}

const anyWord = fc.nat({ max: words.length - 1 }).map((index) => words[index] ?? never());

function never(): never {
  throw new Error('a word by its own index');
}

/** Where a word is not among the suggestions that a file gets with it. */
function missedAt(word: Word): readonly string[] {
  const offsets = new Set([word.start, word.start + 1, word.end - 1, word.end]);
  return [...offsets].flatMap((offset) =>
    completionsOf(snapshot, word.path, offset).some(word.isIt) ? [] : `${placeOf(word)} at ${offset - word.start}`,
  );
}

/** What is only still to come where a text ends is no mistake of what stands before: a brace, and what a level belongs to. */
const toCome: ReadonlySet<string> = new Set(['WB0109', levelTwice.code]);

/** The mistakes that a file has before a suggested keyword is put at a word, as it is written up to there. */
function mistakesBefore(word: Word): readonly string[] {
  const text = snapshot.files.get(word.path)?.source.text ?? '';
  const keywords = completionsOf(snapshot, word.path, word.start).filter(({ kind }) => kind === 'keyword');
  return keywords.flatMap(({ text: put, span }) => {
    const { diagnostics } = parseSource(sourceText('x', `${text.slice(0, span.start)}${put} `));
    const early = diagnostics.filter((found) => found.span.start < span.start && !toCome.has(found.code));
    return early.map(
      ({ message, span: { start } }) => `${placeOf(word)}: ${put}: ${message.en} at ${start - span.start}`,
    );
  });
}

describe('what stands in the policies that ship', () => {
  it('is among the suggestions, at its beginning, in its middle and behind it', () => {
    expect(words.length).toBeGreaterThan(8000);
    expect(words.filter((_, index) => index % 40 === 0).flatMap(missedAt)).toEqual([]);
    fc.assert(
      fc.property(anyWord, (word) => {
        expect(missedAt(word)).toEqual([]);
      }),
    );
  });

  it('could be followed by any keyword that is suggested: nothing before it is a mistake then', () => {
    fc.assert(
      fc.property(anyWord, (word) => {
        expect(mistakesBefore(word)).toEqual([]);
      }),
    );
  });
});
