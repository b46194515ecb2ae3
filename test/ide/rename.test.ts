import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedWorkspace, wordsFixture } from '../../language/src/ide/marked-for-test.ts';
import { renameOf } from '../../language/src/ide/rename.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { allPrograms } from '../../language/src/ide/support/program.ts';
import { emptySnapshot, type Snapshot, updateSnapshot } from '../../language/src/ide/support/snapshot.ts';
import type { NamedSymbol, Occurrence } from '../../language/src/ide/support/symbol.ts';
import { testRunOf } from '../../language/src/ide/support/test-run.ts';
import { changesOf } from '../../language/src/ide/support/text-edits.ts';
import { parseDate } from '../../language/src/values/calendar.ts';

const policies = resolve(import.meta.dirname, '../../policies');

/** Every policy, test and example that ships, in one root. */
function shipped(): Snapshot {
  const files = globSync('**/*.{waarborg,yaml}', { cwd: policies }).map((path) => {
    const syntax = path.endsWith('.yaml') ? ('yaml' as const) : ('waarborg' as const);
    const text = readFileSync(join(policies, path), 'utf8');
    return { kind: 'text', path: path.replaceAll('\\', '/'), text, syntax } as const;
  });
  const roots = [{ path: '', library: false }];
  return updateSnapshot(emptySnapshot(parseDate('2026-11-24') ?? 0), [{ kind: 'roots', roots }, ...files]);
}

const pack = `pack p version 1.0.0
  use test.words 1
  was older

purpose order "Order" was peace {
  purpose traffic "Traffic"
}

parameter most: duration = 3 months
  set by "us" because "so" // for now
  was longest

define bright "Bright": colour is red

rule fresh "Fresh" { mandatory chosen by "us" because "so" require always: bright }

rule \`when\` "When" {
  mandatory chosen by "us" because "so"
  for each set in datasets
  require young: set.age is at most most
  except small "Small" for young when set.colour is red
  except other "Other" {
    ground "Other"
    agreed by "us"
    lasts at most 2 weeks
    was another
  }
}
`;
const fixture = {
  'p.waarborg': pack,
  'crlf.waarborg': 'pakket p\nbegrip oud "Oud": elke d uit datasets: d.age is ten hoogste most\n'.replaceAll(
    '\n',
    '\r\n',
  ),
  't.test.waarborg':
    'toetsen p op peildatum 2026-11-24\nmanifest rood is { colour: red, purpose: order }\ntoets "a" {\n  gegeven rood\n  verwacht dat fresh wordt nageleefd\n}\n',
  'm.analysis.yaml':
    'vocabulary: test.words 1\nid: x\npurpose: "p/order"\ncolour: red\ndatasets: [{name: a, colour: blue}]\n',
  'words.waarborg': wordsFixture,
};

function texts({ files }: Snapshot): ReadonlyMap<string, string> {
  return new Map([...files].map(([path, { source }]) => [path, source.text]));
}

function applied(snapshot: Snapshot, at: { readonly path: string; readonly offset: number }, name: string) {
  const result = renameOf(snapshot, at.path, at.offset, name);
  if (result?.kind !== 'edits') throw new Error(result?.message.en ?? 'nothing is named there');
  return updateSnapshot(snapshot, changesOf(snapshot, result.edits));
}

/** Where a thing that bears a name is declared. */
function declarationOf(snapshot: Snapshot, path: string, name: string) {
  const found = namesIn(snapshot, path).find(({ role, symbol }) => role === 'declaration' && symbol.name === name);
  return { path, offset: found?.span.start ?? -1 };
}

/** The core of every program, without places and texts of the writing, and without what things were called before. */
function coreOf(snapshot: Snapshot): string {
  const left: ReadonlySet<string> = new Set(['span', 'source', 'raw', 'was', 'files', 'text', 'words']);
  const shown = allPrograms(snapshot).map(({ checked }) => {
    const seen = new Map<object, number>();
    return JSON.stringify(checked.program, (key, value: unknown) => {
      if (left.has(key)) return undefined;
      if (typeof value === 'bigint') return String(value);
      if (value instanceof Map) return [...value];
      if (typeof value !== 'object' || value === null) return value;
      // Records refer to one another.
      const known = seen.get(value);
      if (known === undefined) seen.set(value, seen.size);
      return known === undefined ? value : { seen: known };
    });
  });
  return shown.join('\n');
}

/** Everything that is declared and that nobody calls by a former name, so that a name given back leads to the same text. */
function renamable(snapshot: Snapshot): readonly Occurrence[] {
  const all = [...snapshot.files.keys()].flatMap((path) => namesIn(snapshot, path));
  const byFormer = new Set(all.filter(isByFormerName).map(({ symbol }) => symbol.id));
  const once = new Map<string, Occurrence>();
  for (const found of all) {
    if (found.role === 'declaration' && !byFormer.has(found.symbol.id)) once.set(found.symbol.id, found);
  }
  return [...once.values()];
}

function isByFormerName({ role, text, symbol }: Occurrence): boolean {
  return role === 'reference' && symbol.of.kind !== 'test' && text !== symbol.name;
}

/** A name that nothing has. */
function freshNameFor({ of }: NamedSymbol): string {
  return of.kind === 'pack' || of.kind === 'vocabulary' ? 'zz.renamed' : 'zz-renamed';
}

describe('a rename, there and back', () => {
  const small = markedWorkspace(fixture).snapshot;
  const crlf = markedWorkspace(
    Object.fromEntries(Object.entries(fixture).map(([path, text]) => [path, text.replaceAll(/\r?\n/g, '\r\n')])),
  ).snapshot;
  const large = shipped();

  it.each([
    ['of the fixture', small],
    ['of the fixture with CRLF', crlf],
    ['of what ships', large],
  ])('gives the same text, and means the same in between: everything %s', (_, snapshot) => {
    const candidates = renamable(snapshot);
    expect(candidates.length).toBeGreaterThan(20);
    const core = coreOf(snapshot);
    expect(core.length).toBeGreaterThan(3000);
    const some = fc.constantFrom(...candidates);
    fc.assert(
      fc.property(some, ({ symbol, span }) => {
        const path = span.source.name;
        const name = freshNameFor(symbol);
        const there = applied(snapshot, { path, offset: span.start }, name);
        expect(texts(there)).not.toEqual(texts(snapshot));
        if (snapshot === crlf) expect([...texts(there).values()].join('')).not.toMatch(/(?<!\r)\n/);
        expect(coreOf(there).replaceAll(name, symbol.name)).toBe(core);
        const back = applied(there, declarationOf(there, path, name), symbol.name);
        expect(texts(back)).toEqual(texts(snapshot));
      }),
      snapshot === large ? { numRuns: 6 } : { numRuns: candidates.length * 3 },
    );
  });

  it('changes no result of a test', () => {
    const results = (snapshot: Snapshot) =>
      [...snapshot.files.keys()].flatMap((path) =>
        (testRunOf(snapshot, path)?.cases ?? []).map(({ status }) => `${path} ${status}`),
      );
    const before = results(small);
    expect(before).toEqual(['t.test.waarborg passed']);
    for (const { symbol, span } of renamable(small)) {
      const name = freshNameFor(symbol);
      expect(results(applied(small, { path: span.source.name, offset: span.start }, name))).toEqual(before);
    }
  });
});
