import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callItemAt, incomingCallsOf, outgoingCallsOf } from '../../language/src/ide/call-hierarchy.ts';
import { codeLensesOf, lensWordsOf } from '../../language/src/ide/code-lenses.ts';
import { documentHighlightsOf } from '../../language/src/ide/document-highlight.ts';
import { documentLinksOf } from '../../language/src/ide/document-links.ts';
import { fileRenameEdits } from '../../language/src/ide/file-rename.ts';
import { foldingRangesOf } from '../../language/src/ide/folding-ranges.ts';
import { implementationsOf } from '../../language/src/ide/implementation.ts';
import { inlayHintsOf } from '../../language/src/ide/inlay-hints.ts';
import { markedWorkspace, wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { prepareRenameOf, renameOf } from '../../language/src/ide/rename.ts';
import { selectionRangesOf } from '../../language/src/ide/selection-ranges.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { emptySnapshot, type Snapshot, updateSnapshot } from '../../language/src/ide/support/snapshot.ts';
import { testResultsOf } from '../../language/src/ide/test-results.ts';
import { typeDefinitionOf } from '../../language/src/ide/type-definition.ts';
import { workspaceSymbolsOf } from '../../language/src/ide/workspace-symbols.ts';
import { positionAt, type Span } from '../../language/src/source/source.ts';
import { parseDate } from '../../language/src/values/calendar.ts';

const here = import.meta.dirname;

/** The fixtures that hold every construct, each with what stands below it left out. */
const fixtures = globSync('{names,format,syntax}/*.golden', { cwd: resolve(here, '../golden') }).map((name) => {
  const text = readFileSync(resolve(here, '../golden', name), 'utf8');
  return text.split('\n=== ')[0] ?? '';
});

const policies = resolve(here, '../../policies');
const shippedFiles = globSync('**/*.{waarborg,yaml}', { cwd: policies }).map((path) => {
  const syntax = path.endsWith('.yaml') ? ('yaml' as const) : ('waarborg' as const);
  const text = readFileSync(join(policies, path), 'utf8');
  return { kind: 'text', path: path.replaceAll('\\', '/'), text, syntax } as const;
});
const roots = { kind: 'roots', roots: [{ path: '', library: false }] } as const;
const shipped = updateSnapshot(emptySnapshot(parseDate('2026-11-24') ?? 0), [roots, ...shippedFiles]);

/** A text with a piece taken out and another put in its place. */
const damaged = fc
  .record({
    text: fc.constantFrom(...fixtures),
    at: fc.nat(),
    length: fc.nat({ max: 60 }),
    piece: fc.constantFrom(
      '',
      ' ',
      '"',
      '{',
      '}',
      '[',
      '`',
      '.',
      '/',
      '(',
      ' was x',
      'rule',
      'regel x',
      '// region\n',
      '\r\n',
      '𝄞',
      '\ud800',
    ),
  })
  .map(({ text, at, length, piece }) => {
    const start = at % (text.length + 1);
    return { text: `${text.slice(0, start)}${piece}${text.slice(start + length)}`, offset: start };
  });

/** Whether a span is a stretch of a text as it is now. */
function isInside(snapshot: Snapshot, { source, start, end }: Span): boolean {
  return snapshot.files.get(source.name)?.source === source && 0 <= start && start <= end && end <= source.text.length;
}

/** All that is asked about a place. */
function spansAt(snapshot: Snapshot, path: string, offset: number): readonly Span[] {
  const type = typeDefinitionOf(snapshot, path, offset);
  const item = callItemAt(snapshot, path, offset);
  const calls = [...incomingCallsOf(snapshot, path, offset), ...outgoingCallsOf(snapshot, path, offset)];
  const prepared = prepareRenameOf(snapshot, path, offset);
  const selections = selectionRangesOf(snapshot, path, offset);
  for (const [index, span] of selections.slice(1).entries()) {
    const within = selections[index];
    expect(within !== undefined && span.start <= within.start && within.end <= span.end).toBe(true);
  }
  return [
    ...selections,
    ...documentHighlightsOf(snapshot, path, offset).map(({ span }) => span),
    ...implementationsOf(snapshot, path, offset),
    ...(type === undefined ? [] : [type.from, type.to]),
    ...(item === undefined ? [] : [item.span, item.nameSpan]),
    ...calls.flatMap(({ item: { span, nameSpan }, places }) => [span, nameSpan, ...places]),
    ...(prepared?.kind === 'renamable' ? [prepared.span] : []),
  ];
}

/** All that is asked about a file. */
function spansIn(snapshot: Snapshot, path: string): readonly Span[] {
  const source = snapshot.files.get(path)?.source;
  if (source === undefined) throw new Error('the file is there');
  const { line: lines } = positionAt(source, source.text.length);
  for (const { firstLine, lastLine } of foldingRangesOf(snapshot, path)) {
    expect(1 <= firstLine && firstLine < lastLine && lastLine <= lines).toBe(true);
  }
  for (const { offset } of inlayHintsOf(snapshot, path, { start: 0, end: source.text.length })) {
    expect(offset).toBeLessThanOrEqual(source.text.length);
  }
  const lenses = codeLensesOf(snapshot, path);
  return [
    ...lenses.flatMap((lens) => [lens.span, ...(lensWordsOf(snapshot, path, lens)?.places ?? [])]),
    ...documentLinksOf(snapshot, path).map(({ span }) => span),
    ...workspaceSymbolsOf(snapshot, '').map(({ span }) => span),
    ...testResultsOf(snapshot, path).flatMap(({ cases, notRun, mistakes }) => [
      ...cases.map(({ span }) => span),
      ...mistakes.map(({ span }) => span),
      ...(notRun === undefined ? [] : [notRun.span]),
    ]),
    ...fileRenameEdits(snapshot, [{ from: path, to: `elsewhere/${path}` }]).map(({ span }) => span),
  ];
}

describe('every feature answers, with places inside the text', () => {
  it('in files that somebody is in the middle of', () => {
    let { snapshot } = markedWorkspace({
      'words.waarborg': wordsFixture,
      'm.analysis.yaml': 'vocabulary: test.words 1\nid: x\n',
    });
    const path = 'damaged.waarborg';
    fc.assert(
      fc.property(damaged, ({ text, offset }) => {
        snapshot = updateSnapshot(snapshot, [{ kind: 'text', path, text, syntax: 'waarborg' }]);
        for (const span of [...spansAt(snapshot, path, offset), ...spansIn(snapshot, path)]) {
          expect(isInside(snapshot, span)).toBe(true);
        }
        const renamed = renameOf(snapshot, path, offset, 'another');
        if (renamed?.kind === 'edits') {
          for (const { span } of renamed.edits) expect(isInside(snapshot, span)).toBe(true);
        }
      }),
    );
  });

  it('in manifests that somebody is in the middle of', () => {
    const words = `${wordsFixture}record claim { key: text  target: text role claimed-exception  items: list of text role covered-items }\n`;
    const withClaims = words.replace(
      '  id: text role id',
      '  id: text role id\n  claims: list of claim keyed by key role claims',
    );
    const pack =
      'pack p version 1.0.0\n  use test.words 1\npurpose order\nrule r { mandatory chosen by "us" because "so" require d: colour is red except e for d when colour is blue }\n';
    const manifest =
      'vocabulary: test.words 1\nid: &a "x" # no\npurpose: \'p/order\'\nclaims:\n  - {key: k, target: "p/r/e", items: [d]}\n  - key: *a\n    target: >\n      r/e\ncolour: red\n';
    let { snapshot } = markedWorkspace({ 'w.waarborg': withClaims, 'p.waarborg': pack });
    const path = 'm.analysis.yaml';
    const piece = fc.constantFrom('', '"', "'", '/', '&b ', '*a', '\n', '\t', '{', ']', ': ', '\\', '\ud800', '---\n');
    fc.assert(
      fc.property(fc.nat({ max: manifest.length }), fc.nat({ max: 20 }), piece, (at, length, inserted) => {
        const text = `${manifest.slice(0, at)}${inserted}${manifest.slice(at + length)}`;
        snapshot = updateSnapshot(snapshot, [{ kind: 'text', path, text, syntax: 'yaml' }]);
        for (const { span, text: name } of namesIn(snapshot, path)) {
          expect(isInside(snapshot, span)).toBe(true);
          expect(text.slice(span.start, span.end)).toBe(name);
        }
        for (const span of [...spansAt(snapshot, path, at), ...spansIn(snapshot, path)]) {
          expect(isInside(snapshot, span)).toBe(true);
        }
        const renamed = renameOf(snapshot, path, at, 'another');
        if (renamed?.kind === 'edits') expect(renamed.edits.length).toBeGreaterThan(1);
      }),
    );
  });

  it('at every offset of the fixtures', () => {
    for (const text of fixtures.filter((each) => each.length < 3000)) {
      const { snapshot } = markedWorkspace({ 'f.waarborg': text, 'words.waarborg': wordsFixture });
      for (let offset = 0; offset <= text.length; offset += 1) {
        for (const span of spansAt(snapshot, 'f.waarborg', offset)) expect(isInside(snapshot, span)).toBe(true);
      }
    }
  });

  it.each(shippedFiles.map(({ path }) => path))('in %s, which ships', (path) => {
    const length = shipped.files.get(path)?.source.text.length ?? 0;
    for (let offset = 0; offset <= length; offset += 97) {
      for (const span of spansAt(shipped, path, offset)) expect(isInside(shipped, span)).toBe(true);
    }
    for (const span of spansIn(shipped, path)) expect(isInside(shipped, span)).toBe(true);
  });
});
