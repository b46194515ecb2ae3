import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CstNode, IToken } from 'chevrotain';
import { describe, expect, it } from 'vitest';
import { completionsOf } from '../../language/src/ide/completion.ts';
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

/** The keywords of a file that stand as keywords, and not as names. */
function keywordsIn(text: string): readonly IToken[] {
  const { concrete } = parseSource(sourceText('x', text));
  const found: IToken[] = [];
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

describe('measure', () => {
  it('x', { timeout: 600000 }, () => {
    const snapshot = shipped();
    let n = 0;
    const missed: Record<string, string[]> = {};
    const t0 = performance.now();
    for (const { path, source, syntax } of snapshot.files.values()) {
      if (syntax !== 'waarborg') continue;
      for (const token of keywordsIn(source.text)) {
        for (const offset of [token.startOffset, token.startOffset + token.image.length - 1]) {
          n += 1;
          const found = completionsOf(snapshot, path, offset);
          if (!found.some(({ text, span }) => text === token.image && span.start === token.startOffset))
            (missed[`kw ${token.image}`] ??= []).push(`${path}:${source.text.slice(0, offset).split('\n').length}`);
        }
      }
      const t1 = performance.now();
      for (const { span, role, symbol } of namesIn(snapshot, path)) {
        if (role !== 'reference') continue;
        n += 1;
        const found = completionsOf(snapshot, path, span.start);
        if (!found.some(({ id, label }) => id === symbol.id || (symbol.of.kind==='item'||symbol.of.kind==='vocabulary'||symbol.of.kind==='pack') && label === symbol.name))
          (missed[symbol.of.kind] ??= []).push(`${path}:${source.text.slice(0, span.start).split('\n').length} ${symbol.name} [${found.slice(0, 4).map((f) => f.label).join()}]`);
      }
    }
    console.log(n, performance.now() - t0);
    for (const [k, v] of Object.entries(missed)) console.log(k, v.length, v.slice(0, 4).join('\n     '));
  });
});
