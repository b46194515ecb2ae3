import { describe, expect, it } from 'vitest';
import { conditionKey } from '../core/core-keys.ts';
import { type CodeAction, codeActionChangeOf, codeActionsOf } from './code-actions.ts';
import { diagnosticsOf } from './diagnostics.ts';
import { markedWorkspace, wordsFixture } from './marked-for-test.ts';
import { programOf } from './support/program.ts';
import { type Snapshot, updateSnapshot } from './support/snapshot.ts';

const head = 'pack p version 1.0.0\n  use test.words 1\n';
const dutchHead = 'pakket p versie 1.0.0\n  gebruik test.words 1\n';

interface Marked {
  readonly snapshot: Snapshot;
  readonly path: string;
  readonly selection: { readonly start: number; readonly end: number };
}

/** A workspace with a selection between two cursors, or one cursor. */
function marked(text: string, more: Readonly<Record<string, string>> = {}): Marked {
  const { snapshot, path, cursors } = markedWorkspace({ 'p.waarborg': text, 'words.waarborg': wordsFixture, ...more });
  const [start = 0, end = start] = cursors.map(({ offset }) => offset);
  return { snapshot, path, selection: { start, end } };
}

function actionsOf({ snapshot, path, selection }: Marked): readonly CodeAction[] {
  return codeActionsOf(snapshot, path, selection, diagnosticsOf(snapshot, path));
}

/** The workspace after an action was chosen; undefined where it is not offered, or does nothing. */
function after(at: Marked, wanted: (action: CodeAction) => boolean): Snapshot | undefined {
  const { snapshot, path, selection } = at;
  const action = actionsOf(at).find(wanted);
  const change = action && (action.change ?? codeActionChangeOf(snapshot, path, selection, action.id));
  if (change === undefined) return undefined;
  const texts = new Map<string, string>();
  for (const { span, text } of change.edits.toSorted((a, b) => b.span.start - a.span.start)) {
    const before = texts.get(span.source.name) ?? span.source.text;
    texts.set(span.source.name, `${before.slice(0, span.start)}${text}${before.slice(span.end)}`);
  }
  if (change.made !== undefined) texts.set(change.made.path, change.made.text);
  const changes = [...texts].map(([name, text]) => ({ kind: 'text', path: name, text, syntax: 'waarborg' }) as const);
  return updateSnapshot(snapshot, changes);
}

function textAfter(at: Marked, id: string, path = at.path): string | undefined {
  return after(at, (action) => action.id.startsWith(id))?.files.get(path)?.source.text;
}

function errorsIn(snapshot: Snapshot | undefined): readonly string[] {
  if (snapshot === undefined) return ['not done'];
  return programOf(snapshot, 'p.waarborg').checked.diagnostics.map(({ code }) => code);
}

/** What the rules of a program ask, with definitions written out. */
function meaningOf(snapshot: Snapshot | undefined): unknown {
  const packs = snapshot === undefined ? [] : programOf(snapshot, 'p.waarborg').checked.program.packs;
  const rules = packs.flatMap((pack) => pack.rules);
  expect(rules.length).toBeGreaterThan(0);
  return rules.map(({ id, applies, obligations }) => [
    id,
    applies.map((each) => conditionKey(each)),
    obligations.map(({ condition, guard }) => [conditionKey(condition), guard && conditionKey(guard)]),
  ]);
}

describe('a diagnostic', () => {
  it('has its repairs, the first of which is preferred', () => {
    const at = marked(`${head}define d: colour is ▮rde\n`);
    const fixes = actionsOf(at).filter(({ kind }) => kind === 'fix');
    expect(fixes[0]).toMatchObject({ preferred: true, diagnostic: { code: expect.stringMatching(/^WB/) } });
    expect(textAfter(at, 'fix')).toBe(`${head}define d: colour is red\n`);
  });

  it('is repaired with all others where its meaning is plain, and a name never is', () => {
    const at = marked(
      `${head}▮define d: colour is rde && id is 'x'\nparameter m: share = 5,1% set by “us” because "so"\n`,
    );
    expect(textAfter(at, 'fix-all')).toBe(
      `${head}define d: colour is rde and id is "x"\nparameter m: share = 5.1% set by "us" because "so"\n`,
    );
    expect(textAfter(marked(`${head}▮define d: colour is rde\n`), 'fix-all')).toBeUndefined();
  });
});

describe('a condition', () => {
  const rule = (condition: string): string =>
    `${head}// About it.\nrule r "R" {\n  mandatory chosen by "us" because "so"\n  require ${condition}\n}\n`;

  it('is extracted to a definition, and nothing else is asked', () => {
    const at = marked(rule('▮colour is red▮ and id is recorded'));
    const done = after(at, ({ id }) => id === 'extract-define');
    expect(done?.files.get(at.path)?.source.text).toBe(
      `${head}define new-definition: colour is red\n\n${rule('new-definition and id is recorded').slice(head.length)}`,
    );
    expect(errorsIn(done)).toEqual([]);
    expect(meaningOf(done)).toEqual(meaningOf(at.snapshot));
  });

  it('is extracted in Dutch, with the line ends of the file, by a cursor in it, and by a name that is free', () => {
    const text = `${dutchHead}begrip nieuw-begrip: colour is red\nbegrip e: nieuw-begrip en id is▮ vastgelegd\n`;
    const at = marked(text.replaceAll('\n', '\r\n'));
    expect(textAfter(at, 'extract-define')).toBe(
      `${dutchHead}begrip nieuw-begrip: colour is red\nbegrip nieuw-begrip-2: id is vastgelegd\n\nbegrip e: nieuw-begrip en nieuw-begrip-2\n`.replaceAll(
        '\n',
        '\r\n',
      ),
    );
  });

  it.each([
    ['names an item', `${head}define d: some s in datasets: ▮s.colour is red▮\n`],
    ['is not selected as a whole', rule('▮colour is red and id▮ is recorded')],
    ['is no condition', rule('▮colour▮ is red')],
  ])('is left alone where it %s', (_, text) => {
    expect(actionsOf(marked(text)).map(({ kind }) => kind)).not.toContain('extract-define');
    expect(textAfter(marked(text), 'extract-define')).toBeUndefined();
  });
});

describe('a number', () => {
  it.each([
    ['3 months', 'duration', `${head}define d: some s in datasets: s.age is at most ▮3 months\n`],
    ['2', 'number', `${head}define d: count datasets is at least ▮2\n`],
  ])('%s becomes a parameter, of which the language asks who set it', (value, type, text) => {
    const at = marked(text);
    const done = after(at, ({ id }) => id === 'number-to-parameter');
    const plain = text.replace('▮', '').slice(head.length);
    expect(done?.files.get(at.path)?.source.text).toBe(
      `${head}parameter new-parameter: ${type} = ${value}\n\n${plain.replace(value, 'new-parameter')}`,
    );
    expect(errorsIn(done)).toEqual(['WB0411']);
  });

  it('is none in a text, and in a parameter itself', () => {
    for (const text of [
      `${head}define d: id is "▮3"\n`,
      `${head}parameter m: share = ▮5% set by "us" because "so"\n`,
    ]) {
      expect(textAfter(marked(text), 'number-to-parameter')).toBeUndefined();
    }
  });
});

describe('a rule without a test', () => {
  const rule = `${head}rule ▮r "R" {\n  mandatory chosen by "us" because "so"\n  require colour is red\n}\n`;
  const test = 'test "r: is met" {\n  given {}\n  expect r passes\n}\n';

  it('gets one in the tests of the pack, which does not pass until it is filled in', () => {
    const tests = 'tests p as of 2026-01-01\ntest "other" {\n  given {}\n  expect other passes\n}\n';
    const at = marked(rule, { 't.test.waarborg': tests });
    const done = after(at, ({ id }) => id.startsWith('missing-test'));
    expect(done?.files.get('t.test.waarborg')?.source.text).toBe(`${tests}\n${test}`);
    const found = done === undefined ? [] : diagnosticsOf(done, 't.test.waarborg');
    expect(found.filter(({ code }) => code.startsWith('WB01'))).toEqual([]);
  });

  it('gets one in a file of its own where the pack has no tests', () => {
    const done = after(marked(rule), ({ id }) => id.startsWith('missing-test'));
    expect(done?.files.get('r.test.waarborg')?.source.text).toBe(`tests p\n\n${test}`);
    const found = done === undefined ? [] : diagnosticsOf(done, 'r.test.waarborg');
    expect(found.some(({ severity }) => severity === 'error')).toBe(true);
  });

  it('has none to add where a test speaks of it', () => {
    const tests = 'tests p as of 2026-01-01\ntest "r" {\n  given {}\n  expect r passes\n}\n';
    expect(textAfter(marked(rule, { 't.test.waarborg': tests }), 'missing-test')).toBeUndefined();
  });
});

describe('a file', () => {
  it('is written in the other spelling, with the same meaning', () => {
    const at = marked(
      `${head}▮define d: colour is red\nrule r "R" {\n  mandatory chosen by "us" because "so"\n  require d\n}\n`,
    );
    const done = after(at, ({ id }) => id === 'convert nl');
    expect(done?.files.get(at.path)?.source.text).toContain('begrip d: colour is red');
    expect(errorsIn(done)).toEqual([]);
    expect(meaningOf(done)).toEqual(meaningOf(at.snapshot));
  });

  const packs = {
    'b.waarborg': 'pack b version 1.0.0\n  use test.words 1\npurpose safety\n',
    'a.waarborg': 'pack a version 1.0.0\n  use test.words 1\nparameter most: share = 5% set by "us" because "so"\n',
  };

  it('uses each pack once, in order, and none of which nothing is used', () => {
    const at = marked(
      '▮pack p version 1.0.0\n  use b 1\n  use a 1 // idle\n  use test.words 1\n  use b 1\npurpose x under safety\n',
      packs,
    );
    const done = after(at, ({ id }) => id === 'organize');
    expect(done?.files.get(at.path)?.source.text).toBe(
      'pack p version 1.0.0\n  use test.words 1\n  use b 1\npurpose x under safety\n',
    );
    expect(errorsIn(done)).toEqual([]);
  });

  it('keeps a pack that is named, one with purposes, and everything where there are mistakes', () => {
    const used =
      '▮pack p version 1.0.0\n  use test.words 1\n  use a 1\n  use b 1\nparameter m: share = 1% set by "us" because "so"\ndefine d: colour is red\n';
    expect(textAfter(marked(used, packs), 'organize')).toBe(used.replace('▮', '').replace('  use a 1\n', ''));
    const named = `${used}define e: 1% is at most most\n`;
    expect(textAfter(marked(named, packs), 'organize')).toBeUndefined();
    expect(textAfter(marked(`${used}define e: nothing is recorded\n`, packs), 'organize')).toBeUndefined();
  });

  it('that is not there, or not of the language, has no actions', () => {
    const { snapshot, selection } = marked(head, { 'a.yaml': 'a: 1' });
    for (const path of ['a.yaml', 'nowhere']) expect(codeActionsOf(snapshot, path, selection, [])).toEqual([]);
  });
});
