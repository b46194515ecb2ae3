import { globSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  unknownDuty,
  unknownTestedException,
  unknownTestedPack,
  unknownTestedRule,
} from '../../language/src/diagnostic/test-errors.ts';
import { namesIn } from '../../language/src/ide/support/name-index.ts';
import { allPrograms } from '../../language/src/ide/support/program.ts';
import {
  emptySnapshot,
  type Snapshot,
  type SnapshotChange,
  updateSnapshot,
} from '../../language/src/ide/support/snapshot.ts';
import type { SymbolKind } from '../../language/src/ide/support/symbol.ts';
import { testRunOf } from '../../language/src/ide/support/test-run.ts';
import { parseDate } from '../../language/src/values/calendar.ts';

const policies = resolve(import.meta.dirname, '../../policies');
const asOf = parseDate('2026-11-24') ?? 0;

/** Every policy, test and example that ships, as one root. */
function shipped(): Snapshot {
  const files = globSync('**/*.{waarborg,yaml}', { cwd: policies }).map((path): SnapshotChange => {
    const syntax = path.endsWith('.yaml') ? 'yaml' : 'waarborg';
    return { kind: 'text', path: path.replaceAll('\\', '/'), text: readFileSync(join(policies, path), 'utf8'), syntax };
  });
  return updateSnapshot(emptySnapshot(asOf), [{ kind: 'roots', roots: [{ path: '', library: false }] }, ...files]);
}

/** Gives every thing of some kinds another name, everywhere where the index says that it is named. */
function renamed(snapshot: Snapshot, kinds: readonly SymbolKind[]): Snapshot {
  const changes = [...snapshot.files.values()].flatMap(({ path, source, syntax }): readonly SnapshotChange[] => {
    const names = namesIn(snapshot, path).filter(
      ({ symbol, role }) => kinds.includes(symbol.of.kind) && role !== 'former',
    );
    let { text } = source;
    for (const { span, symbol } of names.toReversed()) {
      const name = symbol.of.kind === 'test' ? `${symbol.name}-renamed` : `\`${symbol.name}-renamed\``;
      text = `${text.slice(0, span.start)}${name}${text.slice(span.end)}`;
    }
    return [{ kind: 'text', path, text, syntax }];
  });
  return updateSnapshot(snapshot, changes);
}

function errorsOf(snapshot: Snapshot): readonly string[] {
  return allPrograms(snapshot).flatMap(({ checked }) =>
    checked.diagnostics.map(({ code, span, message }) => `${span.source.name}:${span.start} ${code} ${message.en}`),
  );
}

const namesInTests = [unknownDuty, unknownTestedException, unknownTestedPack, unknownTestedRule].map(
  ({ code }) => code,
);

/** What tests name that is not there: the manifests in files keep their old names, so that what these say is left out. */
function unknownInTests(snapshot: Snapshot): readonly string[] {
  return [...snapshot.files.keys()].flatMap((path) =>
    (testRunOf(snapshot, path)?.diagnostics ?? [])
      .filter(({ code }) => namesInTests.includes(code))
      .map(({ span, message }) => `${path}:${span.start} ${message.en}`),
  );
}

function casesOf(snapshot: Snapshot): readonly string[] {
  return [...snapshot.files.keys()].flatMap((path) =>
    (testRunOf(snapshot, path)?.cases ?? []).map(({ status, row }) => `${path} ${row ?? ''} ${status}`),
  );
}

/** What no manifest names, so that a test means the same when it bears another name. */
const ownKinds: readonly SymbolKind[] = ['source', 'parameter', 'define', 'duty', 'item', 'test', 'test-manifest'];

describe('a name that the index misses would be an error after everything is renamed', () => {
  const before = shipped();

  it('has policies and tests to start from', () => {
    expect(errorsOf(before)).toEqual([]);
    expect(casesOf(before).length).toBeGreaterThan(400);
  });

  it('finds every name that a pack declares for itself, and its tests pass as before', () => {
    const after = renamed(before, ownKinds);
    expect(errorsOf(after)).toEqual([]);
    expect(casesOf(after).filter((each) => !each.endsWith('passed'))).toEqual([]);
    expect(casesOf(after).length).toBe(casesOf(before).length);
  });

  it.each<[SymbolKind]>([
    ['field'],
    ['choice'],
    ['choices'],
    ['record'],
    ['purpose'],
    ['rule'],
    ['exception'],
    ['pack'],
    ['vocabulary'],
  ])('finds every %s', (kind) => {
    const after = renamed(before, [kind]);
    expect(errorsOf(after)).toEqual([]);
    expect(unknownInTests(after)).toEqual([]);
  });
});
