import { describe, expect, it } from 'vitest';
import { buildProgram } from '../check/build-program.ts';
import { compileProgram, judge } from '../evaluate/judge.ts';
import type { Outcome } from '../evaluate/result.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import { findTurns } from './find-turns.ts';
import { applyEdits } from './text-edits.ts';
import type { Turns } from './turn.ts';

const vocabulary = `vocabulary test.words version 1.0.0
manifest thing {
  id: text role id
  a: yes-no  b: yes-no  c: yes-no
  n: number  k: count  s: share
  word: text
  day: date
  colour: colour
  part: part
  items: list of item keyed by name
  shut: text absent means none
  purpose: purpose
  collected: list of purpose
  exceptions: list of claimed keyed by reference absent means none role claims
  approvals: list of approved keyed by reference absent means none role approvals
}
record part { x: yes-no  y: yes-no }
record item { name: text  value: share  ok: yes-no }
record claimed {
  reference: text  exception: text role claimed-exception  ground: text role ground  by: text role accountable
  begins: date role begins  ends: date role ends  reason: text role reason
}
record approved { reference: text  approves: text role approved-for  by: text role accountable  begins: date role begins  ends: date role ends }
choices colour { red green blue }
`;

const head = `pack test.pack version 1.0.0
  use test.words 1
source law "A law"
purpose safety { purpose burglary  purpose fraud }
purpose research
`;

interface Search {
  /** The clauses of the one rule. */
  readonly rule: string;
  /** YAML below the id. */
  readonly manifest: string;
  readonly to?: Outcome;
  /** The place of the result among those of the rule. */
  readonly at?: number;
  readonly bounds?: { readonly single: number; readonly pairs: number };
}

function search({ rule, manifest, to, at = 0, bounds }: Search): Turns & { readonly texts: readonly string[] } {
  const policy = `${head}rule r "R" { mandatory cites law "art. 1"\n${rule}\n}`;
  const { program, diagnostics } = buildProgram([vocabulary, policy].map((text) => parsePolicy(sourceText('p', text))));
  expect(diagnostics.map(({ message }) => message.en)).toEqual([]);
  const source = sourceText('m', `vocabulary: test.words 1\nid: test\n${manifest}`);
  const [document] = readDocuments(source, 'yaml').documents;
  const asOf = parseDate('2026-11-23');
  if (document === undefined || asOf === undefined) throw new Error('there is a document');
  const typed = typeManifest(document, program);
  const result = judge(compileProgram(program), typed, asOf).results[at];
  if (result === undefined) throw new Error('there is a result');
  const wanted = { ...(to === undefined ? {} : { to: [to] }), ...(bounds === undefined ? {} : { bounds }) };
  const found = findTurns({ program, manifest: typed, syntax: 'yaml', asOf, result, ...wanted });
  const texts = found.turns.map(({ edits }) => applyEdits(source.text, edits).replace(/^.*\n.*\n/, ''));
  return { ...found, texts };
}

/** The changes in short: `set s: 6% → 5%`. */
function inShort({ turns }: Turns): readonly string[] {
  return turns.map(({ fields }) =>
    fields
      .map(({ action, label, now, to, others }) => {
        const also = others.map(({ en }) => `|${en}`).join('');
        return `${action} ${label}: ${now.en} → ${to.en}${also}`;
      })
      .join(' + '),
  );
}

describe('the smallest changes', () => {
  it('stop at the boundary, and say on which side of it', () => {
    const found = search({ rule: 'require s is at most 5%', manifest: 's: 6.1%   # measured\n' });
    expect(inShort(found)).toEqual(['set s: 6.1% → 5%']);
    expect(found.texts).toEqual(['s: 5%   # measured\n']);
    expect(found.turns[0]?.fields[0]?.range).toEqual({
      dates: false,
      from: undefined,
      to: { value: { en: '5%', nl: '5%' }, open: false },
    });
  });

  it('do not reach a boundary that is left out', () => {
    const [turn] = search({ rule: 'require n is more than 2', manifest: 'n: 1\n' }).turns;
    expect(turn?.fields[0]?.range?.from).toEqual({ value: { en: '2', nl: '2' }, open: true });
    const [counted] = search({ rule: 'require k is more than 2', manifest: 'k: 1\n' }).turns;
    expect(counted?.fields[0]?.range?.from).toEqual({ value: { en: '3', nl: '3' }, open: false });
  });

  it('are of two fields only where no single one does it', () => {
    expect(inShort(search({ rule: 'require a\nrequire b', manifest: 'a: no\n' }))).toEqual([
      'set a: no → yes + record b: not recorded → yes',
    ]);
    expect(inShort(search({ rule: 'require (a or b)', manifest: 'a: no\nb: no\n' }))).toEqual([
      'set a: no → yes',
      'set b: no → yes',
    ]);
  });

  it('are none where three fields would have to change, and say how much was tried', () => {
    const found = search({ rule: 'require a\nrequire b\nrequire c', manifest: 'a: no\nb: no\nc: no\n' });
    expect(found).toMatchObject({ turns: [], complete: true });
    expect(found.tried.single).toBeGreaterThan(5);
    expect(found.tried.pairs).toBeGreaterThan(10);
  });

  it('say where there was more to try', () => {
    const three = { rule: 'require a\nrequire b\nrequire c', manifest: 'a: no\nb: no\nc: no\n' };
    expect(search({ ...three, bounds: { single: 2, pairs: 100 } })).toMatchObject({
      complete: false,
      tried: { single: 2 },
    });
    expect(search({ ...three, bounds: { single: 100, pairs: 4 } })).toMatchObject({
      complete: false,
      tried: { pairs: 4 },
    });
  });

  it('make what is around two fields once', () => {
    const found = search({ rule: 'require part.x\nrequire part.y', manifest: 'a: no\n' });
    expect(found.texts).toEqual(['a: no\npart: { x: yes, y: yes }\n']);
  });

  it('name all choices that do it together', () => {
    const found = search({ rule: 'require colour is not red', manifest: 'colour: red\n' });
    expect(inShort(found)[0]).toBe('set colour: red → green|blue');
  });

  it('find purposes within reach', () => {
    const found = search({
      rule: 'require purpose falls under collected',
      manifest: 'purpose: research\ncollected: [safety]\n',
    });
    expect(inShort(found)).toEqual(
      expect.arrayContaining(['set purpose: research → safety|burglary|fraud', 'add collected: safety → research']),
    );
  });

  it('turn what is met, too', () => {
    expect(inShort(search({ rule: 'require shut is recorded', manifest: 'shut: here\n' }))).toEqual([
      'set shut: "here" → none',
      'remove shut: "here" → not recorded',
    ]);
  });

  it('give any outcome that is asked for', () => {
    const found = search({ rule: 'when a\nrequire b', manifest: 'a: yes\nb: no\n', to: 'not-applicable' });
    expect(inShort(found)).toEqual(['set a: yes → no']);
    expect(inShort(search({ rule: 'when a\nrequire b', manifest: 'a: yes\nb: no\n', to: 'unproven' }))).toContain(
      'remove b: no → not recorded',
    );
  });

  it('keep the subject: an item is not met by leaving it out', () => {
    const items = 'items:\n  - { name: one, ok: yes }\n  - { name: two, ok: no }\n';
    const found = search({ rule: 'for each item in items\nrequire item.ok', manifest: items, at: 1 });
    expect(inShort(found)).toEqual(['set items[two].ok: no → yes']);
  });

  it('propose nobody to agree, and say so', () => {
    const rule = 'require approval by "boss" when a';
    const found = search({ rule, manifest: 'a: yes\n' });
    expect(found.leftStatements).toBe(true);
    expect(inShort(found).filter((text) => /approvals|exceptions/.test(text))).toEqual([]);
  });

  it('look for nothing where no change could do it', () => {
    expect(search({ rule: 'applies from 2030-01-01\nrequire a', manifest: 'a: yes\n' })).toMatchObject({
      refused: 'not-in-force',
      turns: [],
    });
    const claimed = `a: no
exceptions:
  - { reference: e, exception: r/x, ground: g, by: nobody, begins: 2026-01-01, ends: 2027-01-01, reason: So }
`;
    const rule = 'require a\nexcept x { ground g "G" agreed by "boss" }';
    expect(search({ rule, manifest: claimed, at: 1 })).toMatchObject({ refused: 'claim', turns: [] });
    expect(inShort(search({ rule, manifest: claimed }))).toEqual(['set a: no → yes']);
  });

  it('mend an error, and make none', () => {
    const found = search({ rule: 'require k is at least 1', manifest: 'k: many\n' });
    expect(inShort(found)[0]).toBe('record k: "many" → 1');
    // An item without its key would be an error.
    expect(inShort(search({ rule: 'require some item in items: item.ok', manifest: 'items: none\n' }))).toEqual([
      'add items: an empty list → name: "…", ok: yes',
    ]);
  });

  it('leave alone what an alias or a merge says elsewhere too', () => {
    const rule = 'require part.x\nrequire every item in items: item.ok';
    const shared = 'part: &shared { x: no, y: yes }\nitems:\n  - { name: one, ok: yes }\n';
    expect(search({ rule, manifest: shared }).texts).toEqual([
      'part: &shared { x: yes, y: yes }\nitems:\n  - { name: one, ok: yes }\n',
    ]);
    const twice = 'a: &it no\nb: *it\n';
    expect(search({ rule: 'require a', manifest: twice }).turns).toEqual([]);
    const merged = 'x_base: &base { x: no }\npart: { <<: *base, y: yes }\n';
    for (const text of search({ rule: 'require part.x', manifest: merged }).texts)
      expect(text).toContain('x_base: &base { x: no }');
  });

  it('are the same each time', () => {
    const wide = {
      rule: 'require (a or b or s is at most 5% or colour is red)',
      manifest: 'a: no\nb: no\ns: 9%\ncolour: blue\n',
    };
    expect(search(wide)).toEqual(search(wide));
  });
});
