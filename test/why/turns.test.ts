import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../language/src/check/build-program.ts';
import type { CoreProgram } from '../../language/src/core/core.ts';
import { type CompiledProgram, compileProgram, judge } from '../../language/src/evaluate/judge.ts';
import type { Outcome, Result } from '../../language/src/evaluate/result.ts';
import type { RawDocument, RawNode } from '../../language/src/manifest/document.ts';
import { type DocumentSyntax, readDocuments } from '../../language/src/manifest/read-document.ts';
import { typeManifest } from '../../language/src/manifest/type-manifest.ts';
import type { TypedManifest } from '../../language/src/manifest/typed-manifest.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parsePolicy } from '../../language/src/syntax/parse.ts';
import { findTurns } from '../../language/src/turn/find-turns.ts';
import { applyEdits, type TextEdit } from '../../language/src/turn/text-edits.ts';
import type { Turn } from '../../language/src/turn/turn.ts';
import { parseDate } from '../../language/src/values/calendar.ts';
import { type Case, cases } from '../reference/generate.ts';
import { programOf } from '../reference/judge-case.ts';

/** Policies and a day, and how texts of manifests are read. */
interface Bench {
  readonly program: CoreProgram;
  /** All rules of all packs, while the search compiles the one rule that it is about. */
  readonly compiled: CompiledProgram;
  readonly day: number;
  readonly syntax: DocumentSyntax;
}

function dayOf(text: string): number {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no day`);
  return day;
}

function documentIn(text: string, syntax: DocumentSyntax): RawDocument {
  const [document] = readDocuments(sourceText('manifest', text), syntax).documents;
  if (document === undefined) throw new Error('a text has a document');
  return document;
}

function typed(text: string, { program, syntax }: Bench): TypedManifest {
  return typeManifest(documentIn(text, syntax), program);
}

/** The outcome of the same rule for the same subject in another text, by all rules of the program together. */
function outcomeIn(text: string, result: Result, bench: Bench): Outcome | undefined {
  const { results } = judge(bench.compiled, typed(text, bench), bench.day);
  const own = results.filter(
    ({ rule, findings }) => rule === result.rule && !findings.some(({ obligation }) => obligation.startsWith('claim:')),
  );
  if (result.subject === '') {
    const order: readonly Outcome[] = ['fail', 'unproven', 'excepted', 'pass', 'not-applicable'];
    return order.find((outcome) => own.some((each) => each.outcome === outcome));
  }
  const list = (pointer: string): string => pointer.slice(0, pointer.lastIndexOf('/'));
  return own.find(({ subject, subjectKey }) =>
    result.subjectKey === undefined
      ? subject === result.subject
      : subjectKey === result.subjectKey && list(subject) === list(result.subject),
  )?.outcome;
}

/** What a document says, place by place. */
function saidIn(node: RawNode | undefined, pointer = ''): readonly (readonly [string, string])[] {
  if (node === undefined) return [];
  if (node.kind === 'scalar') return [[pointer, node.text]];
  if (node.kind === 'map') return node.entries.flatMap(({ key, value }) => saidIn(value, `${pointer}/${key}`));
  return node.items.flatMap((item, index) => saidIn(item, `${pointer}/${index}`));
}

/** The places that are not as they were, besides those that a turn names. */
function strayChanges(before: string, after: string, turn: Turn, { syntax }: Bench): readonly string[] {
  const [old, made] = [before, after].map((text) => new Map(saidIn(documentIn(text, syntax).root)));
  const named = turn.fields.map(({ location, action }) =>
    // The items after one that is dropped move up.
    action === 'drop' ? location.pointer.slice(0, location.pointer.lastIndexOf('/')) : location.pointer,
  );
  const changed = [...new Set([...(old?.keys() ?? []), ...(made?.keys() ?? [])])].filter(
    (pointer) => old?.get(pointer) !== made?.get(pointer),
  );
  return changed.filter((pointer) => !named.some((each) => pointer === each || pointer.startsWith(`${each}/`)));
}

function overlaps(edits: readonly TextEdit[]): boolean {
  return edits.some(({ start, end }, index) => end < start || start < (edits[index - 1]?.end ?? 0));
}

/** Less than is usual: there are hundreds of searches here. */
const bounds = { single: 600, pairs: 150 };

/** Holds every turn of every result to what it promises; counts what was met. */
function holdToTurns(text: string, bench: Bench, met: Map<string, number>, to?: readonly Outcome[]): void {
  const manifest = typed(text, bench);
  const source = manifest.document.source.text;
  const errors = manifest.diagnostics.length;
  const count = (what: string): Map<string, number> => met.set(what, (met.get(what) ?? 0) + 1);
  for (const result of judge(bench.compiled, manifest, bench.day).results) {
    const search = { program: bench.program, manifest, syntax: bench.syntax, asOf: bench.day, result, bounds };
    const found = findTurns(to === undefined ? search : { ...search, to });
    expect(found.turns.length === 0 || found.refused === undefined).toBe(true);
    for (const turn of found.turns) {
      expect(overlaps(turn.edits)).toBe(false);
      const changed = applyEdits(source, turn.edits);
      const told = `${result.rule} ${result.subject}: ${turn.fields.map(({ label, action }) => `${action} ${label}`)}\n${changed}`;
      expect(outcomeIn(changed, result, bench), told).toBe(turn.outcome);
      expect(found.to, told).toContain(turn.outcome);
      expect(turn.outcome, told).not.toBe(result.outcome);
      expect(typed(changed, bench).diagnostics.length, told).toBeLessThanOrEqual(errors);
      expect(strayChanges(source, changed, turn, bench), told).toEqual([]);
      expect([1, 2]).toContain(turn.fields.length);
      if (turn.fields.length === 2) {
        for (const { edits } of turn.fields) {
          const half = applyEdits(source, edits);
          expect(found.to, told).not.toContain(outcomeIn(half, result, bench));
        }
      }
      for (const { label } of turn.fields)
        expect(label, told).not.toMatch(/^(?:claims|exceptions|explanations|approvals)/);
      count(turn.fields.map(({ action }) => action).join('+'));
      count(`${result.outcome} → ${turn.outcome}`);
    }
    count(found.turns.length > 0 ? 'found' : 'not found');
  }
}

function told(met: ReadonlyMap<string, number>): string {
  return [...met]
    .map(([what, times]) => `${what} ${times}`)
    .sort()
    .join(', ');
}

// Many searches, each of which judges some hundred manifests.
describe('the smallest changes', { timeout: 900_000 }, () => {
  it('do what they say, in whatever can be written', () => {
    const met = new Map<string, number>();
    const hold = ({ policies, manifest, asOf }: Case): void => {
      const { program } = programOf({ policies, manifest, asOf });
      holdToTurns(manifest, { program, compiled: compileProgram(program), day: dayOf(asOf), syntax: 'yaml' }, met);
    };
    fc.assert(fc.property(cases(), hold), { numRuns: fc.readConfigureGlobal().numRuns ?? 50 });
    console.log(told(met));
    const wanted = ['set', 'record', 'add', 'fail → pass', 'unproven → pass', 'pass → fail'];
    expect(wanted.filter((what) => !met.has(what))).toEqual([]);
    expect([...met.keys()].some((what) => what.includes('+'))).toBe(true);
  });

  const packs = join(import.meta.dirname, '../../policies');
  const examples = join(packs, 'nl-big-data-2016/examples');
  const policies = ['nl-big-data-2016', 'waarborg.analysis'].flatMap((folder) =>
    readdirSync(join(packs, folder))
      .filter((name) => name.endsWith('.waarborg'))
      .map((name) => parsePolicy(sourceText(name, readFileSync(join(packs, folder, name), 'utf8')))),
  );
  const { program } = buildProgram(policies);
  const bench: Bench = { program, compiled: compileProgram(program), day: dayOf('2026-11-23'), syntax: 'yaml' };

  it.each(readdirSync(examples).filter((name) => name.endsWith('.yaml')))('do what they say in %s', (name) => {
    const text = readFileSync(join(examples, name), 'utf8');
    const met = new Map<string, number>();
    holdToTurns(text, bench, met);
    // Of what lies outside the scope of the pack there is nothing to say but that.
    if (name !== 'signals.analysis.yaml') expect(met.get('found')).toBeGreaterThan(0);
    // The same manifest in other clothes: with the line ends of Windows, and as JSON.
    holdToTurns(text.replaceAll('\n', '\r\n'), bench, met);
    const json = `${JSON.stringify(plain(documentIn(text, 'yaml').root), undefined, 2)}\n`;
    holdToTurns(json, { ...bench, syntax: 'json' }, met);
  });
});

/** A document as plain data. */
function plain(node: RawNode | undefined): unknown {
  if (node === undefined || node.kind === 'scalar') return node?.text ?? null;
  if (node.kind === 'list') return node.items.map(plain);
  return Object.fromEntries(node.entries.map(({ key, value }) => [key, plain(value)]));
}
