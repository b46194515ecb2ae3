import { describe, expect, it } from 'vitest';
import { markedWorkspace, withSpans, wordsFixture } from './marked-for-test.ts';
import { prepareRenameOf, renameOf } from './rename.ts';
import { type Snapshot, updateSnapshot } from './support/snapshot.ts';
import { editsByPath, withEdits } from './support/text-edits.ts';

const english = `pack p version 1.0.0
  use test.words 1
purpose order "Order"
parameter most: duration = 3 months set by "us" because "so"
rule fresh "Fresh" {
  mandatory chosen by "us" because "so"
  for each set in datasets
  require young: set.age is at most most
  except small "Small" for young when set.colour is red
}
`;
const dutch = `pakket p
regel vers "Vers" {
  verplicht gekozen door "ons" omdat "zo"
  voor elke d uit datasets
  vereist d.age is ten hoogste most
  voorheen oud
}
`;
const tests = `tests p as of 2026-11-24
test "t" {
  given { datasets: [{ name: a, age: 1 months, colour: "red" }], purpose: order }
  expect fresh passes
}
`;
const manifest = `vocabulary: test.words 1
id: x            # kept
purpose: 'p/order'
colour: red
datasets: [{name: a, age: 1 months, colour: "red"}]
`;
const files = {
  'a.waarborg': english,
  'b.waarborg': dutch,
  'r.test.waarborg': tests,
  'words.waarborg': wordsFixture,
  'm.analysis.yaml': manifest,
  'n.analysis.json': '{ "vocabulary": "test.words 1", "id": "y", "purpose": "order", "colour": "red" }',
};

/** The workspace with a cursor before the first place of a piece in one of its files. */
function at(piece: string, path: keyof typeof files = 'a.waarborg', given: Readonly<Record<string, string>> = files) {
  const text = given[path] ?? '';
  expect(text).toContain(piece);
  return markedWorkspace({ ...given, [path]: text.replace(piece, `▮${piece}`) });
}

/** What the files say where they are changed, line by line; or why they are not. */
function renamed(workspace: ReturnType<typeof markedWorkspace>, name: string): readonly string[] | string {
  const { snapshot, path, offset } = workspace;
  const result = renameOf(snapshot, path, offset, name);
  if (result === undefined) return 'nothing';
  if (result.kind === 'refused') return result.message.en;
  return changedLines(snapshot, editsByPath(result.edits));
}

function changedLines(snapshot: Snapshot, edits: ReturnType<typeof editsByPath>): readonly string[] {
  return [...edits].flatMap(([path, own]) => {
    const before = (snapshot.files.get(path)?.source.text ?? '').split('\n');
    const after = withEdits(snapshot.files.get(path)?.source.text ?? '', own).split('\n');
    return after.filter((line) => !before.includes(line)).map((line) => `${path}: ${line.trim()}`);
  });
}

describe('rename', () => {
  it('changes a parameter in both spellings, and says what it was', () => {
    expect(renamed(at('most:'), 'longest')).toEqual([
      'a.waarborg: parameter longest: duration = 3 months set by "us" because "so" was most',
      'a.waarborg: require young: set.age is at most longest',
      'b.waarborg: vereist d.age is ten hoogste longest',
    ]);
  });

  it('changes a rule in its tests, and gives it a clause of its own', () => {
    const workspace = at('fresh passes', 'r.test.waarborg');
    const found = renameOf(workspace.snapshot, workspace.path, workspace.offset, 'recent');
    const edits = found?.kind === 'edits' ? editsByPath(found.edits) : new Map();
    expect(withEdits(english, edits.get('a.waarborg') ?? [])).toBe(
      english.replace('rule fresh', 'rule recent').replace(' is red\n}', ' is red\n  was fresh\n}'),
    );
    expect(withEdits(tests, edits.get('r.test.waarborg') ?? [])).toBe(tests.replace('expect fresh', 'expect recent'));
  });

  it('says one former name more, and takes one back', () => {
    expect(renamed(at('vers "', 'b.waarborg'), 'jong')).toEqual([
      'b.waarborg: regel jong "Vers" {',
      'b.waarborg: voorheen vers',
    ]);
    expect(renamed(at('vers "', 'b.waarborg'), 'oud')).toEqual(['b.waarborg: regel oud "Vers" {']);
  });

  it('gives an exception without a body one, and a test keeps its', () => {
    expect(renamed(at('small "'), 'tiny')).toEqual([
      'a.waarborg: except tiny "Small" for young when set.colour is red { was small }',
    ]);
  });

  it('changes purposes and choices in manifests, with the quotes that they have', () => {
    expect(renamed(at('order "'), 'peace')).toEqual([
      'a.waarborg: purpose peace "Order" was order',
      "m.analysis.yaml: purpose: 'p/peace'",
      'n.analysis.json: { "vocabulary": "test.words 1", "id": "y", "purpose": "peace", "colour": "red" }',
      'r.test.waarborg: given { datasets: [{ name: a, age: 1 months, colour: "red" }], purpose: peace }',
    ]);
    expect(renamed(at('red', 'm.analysis.yaml'), 'none')).toEqual([
      'a.waarborg: except small "Small" for young when set.colour is none',
      'm.analysis.yaml: colour: none',
      'm.analysis.yaml: datasets: [{name: a, age: 1 months, colour: "none"}]',
      'n.analysis.json: { "vocabulary": "test.words 1", "id": "y", "purpose": "order", "colour": "none" }',
      'r.test.waarborg: given { datasets: [{ name: a, age: 1 months, colour: "none" }], purpose: order }',
      'words.waarborg: none "Red" was red',
    ]);
  });

  it('changes an open purpose where a case of it is named, with its pack and without', () => {
    const given = {
      ...files,
      'a.waarborg': english.replace('purpose order', 'open purpose order'),
      'm.analysis.yaml':
        'vocabulary: test.words 1\nid: x\npurpose: p/order/case 1\n---\nvocabulary: test.words 1\nid: y\npurpose: order/case/2\n',
    };
    expect(renamed(at('order "', 'a.waarborg', given), 'peace')).toEqual(
      expect.arrayContaining(['m.analysis.yaml: purpose: p/peace/case 1', 'm.analysis.yaml: purpose: peace/case/2']),
    );
  });

  it('changes fields, which are keys in manifests and tests', () => {
    expect(renamed(at('age: duration', 'words.waarborg'), 'old_for')).toEqual([
      'a.waarborg: require young: set.old_for is at most most',
      'b.waarborg: vereist d.old_for is ten hoogste most',
      'm.analysis.yaml: datasets: [{name: a, old_for: 1 months, colour: "red"}]',
      'r.test.waarborg: given { datasets: [{ name: a, old_for: 1 months, colour: "red" }], purpose: order }',
      'words.waarborg: old_for: duration was age',
    ]);
  });

  it('puts a name in back-quotes only where it is a keyword', () => {
    expect(renamed(at('set in'), 'when')).toEqual([
      'a.waarborg: for each `when` in datasets',
      'a.waarborg: require young: `when`.age is at most most',
      'a.waarborg: except small "Small" for young when `when`.colour is red',
    ]);
  });

  it('changes a pack and a vocabulary, which have dots in their names', () => {
    expect(renamed(at('p version'), 'nl.new')).toEqual([
      'a.waarborg: pack nl.new version 1.0.0',
      'a.waarborg: was p',
      'b.waarborg: pakket nl.new',
      "m.analysis.yaml: purpose: 'nl.new/order'",
      'r.test.waarborg: tests nl.new as of 2026-11-24',
    ]);
    expect(renamed(at('test.words 1', 'm.analysis.yaml'), 'my.words')).toEqual([
      'a.waarborg: use my.words 1',
      'm.analysis.yaml: vocabulary: my.words 1',
      'n.analysis.json: { "vocabulary": "my.words 1", "id": "y", "purpose": "order", "colour": "red" }',
      'words.waarborg: vocabulary my.words version 1.0.0',
    ]);
  });

  it('changes what claims, explanations and approvals are about', () => {
    const words = `vocabulary w version 1.0.0
manifest m { id: text role id
  claims: list of claim keyed by key role claims }
record claim { key: text  target: text role claimed-exception  rule: text role explained-rule
  duty: text role approved-for  items: list of text role covered-items }
`;
    const pack = `pack q version 1.0.0
  use w 1
rule r "R" { mandatory chosen by "us" because "so"
  require d: id is recorded
  except e "E" for d when id is recorded }
`;
    const data = `vocabulary: w 1
id: a
claims:
  - {key: k, target: q/r/e, rule: r, duty: "r/d", items: [d]}
`;
    const given = { 'q.waarborg': pack, 'w.waarborg': words, 'c.analysis.yaml': data };
    const workspace = (piece: string) => markedWorkspace({ ...given, 'q.waarborg': pack.replace(piece, `▮${piece}`) });
    expect(renamed(workspace('r "R"'), 's')).toContain(
      'c.analysis.yaml: - {key: k, target: q/s/e, rule: s, duty: "s/d", items: [d]}',
    );
    expect(renamed(workspace('e "E"'), 's')).toContain(
      'c.analysis.yaml: - {key: k, target: q/r/s, rule: r, duty: "r/d", items: [d]}',
    );
    expect(renamed(workspace('d: id'), 's')).toContain(
      'c.analysis.yaml: - {key: k, target: q/r/e, rule: r, duty: "r/s", items: [s]}',
    );
  });

  it.each([
    [
      'a name that is none',
      '1st',
      'A name is a letter, then letters, digits, underscores, and single hyphens between them',
    ],
    ['a name that is taken', 'colour', 'The name `colour` cannot be used here. '],
    ['a name that another thing would hide', 'set', 'The name `set` cannot be used here. '],
  ])('refuses %s', (_, name, message) => {
    expect(renamed(at('most:'), name)).toContain(message);
  });

  it('refuses what a used package declares, and says which', () => {
    const { snapshot, path, offset } = at('colour is red');
    const roots = [
      { path: '', library: false },
      { path: 'words', library: true },
    ];
    const used = updateSnapshot(snapshot, [{ kind: 'roots', roots }]);
    for (const result of [prepareRenameOf(used, path, offset), renameOf(used, path, offset, 'tone')]) {
      expect(result).toMatchObject({ kind: 'refused' });
      expect(result?.kind === 'refused' && result.message.nl).toBe(
        '`colour` (veld) kunt u hier geen andere naam geven: het staat in een pakket dat u alleen gebruikt (words.waarborg)',
      );
    }
  });

  it('changes manifests in a folder without packs, by the packs of another', () => {
    const apart = { 'rules/a.waarborg': english, 'rules/w.waarborg': wordsFixture, 'data/m.analysis.yaml': manifest };
    const workspace = markedWorkspace({ ...apart, 'data/m.analysis.yaml': manifest.replace('order', '▮order') });
    const roots = ['rules/', 'data/'].map((path) => ({ path, library: false }));
    const snapshot = updateSnapshot(workspace.snapshot, [{ kind: 'roots', roots }]);
    expect(renamed({ ...workspace, snapshot }, 'peace')).toEqual([
      "data/m.analysis.yaml: purpose: 'p/peace'",
      'rules/a.waarborg: purpose peace "Order" was order',
    ]);
  });

  it('knows what it would change, and nothing where nothing is named', () => {
    const { snapshot, path, offset } = at('order }', 'r.test.waarborg');
    const found = prepareRenameOf(snapshot, path, offset);
    expect(found?.kind === 'renamable' && withSpans(tests, [found.span])).toContain('purpose: «order»');
    expect(renamed(at('version'), 'x')).toBe('nothing');
    expect(renamed(at('azure', 'words.waarborg'), 'x')).toBe(
      '`blue` was called so before; rename it where it bears its name',
    );
  });
});
