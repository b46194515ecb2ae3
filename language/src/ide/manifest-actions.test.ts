import { describe, expect, it } from 'vitest';
import { applyEdits } from '../turn/text-edits.ts';
import { type ManifestAction, manifestActionsOf } from './manifest-actions.ts';
import { manifestDiagnosticsOf } from './manifest-diagnostics.ts';
import { studyWorkspace } from './manifests-for-test.ts';
import { updateSnapshot } from './support/snapshot.ts';

const head = 'vocabulary: test.study 1\nid: one\n';
const rest = 'purpose: safety\nsets: none\n';

function actions(manifest: string, name?: string): readonly ManifestAction[] {
  const { snapshot, path, offset } = studyWorkspace(manifest, name);
  return manifestActionsOf(snapshot, path, offset, offset);
}

function titles(manifest: string, language: 'en' | 'nl' = 'en'): readonly string[] {
  return actions(manifest).map(({ title }) => title[language]);
}

/** The manifest after an action, by the beginning of its title. */
function after(manifest: string, title: string, name?: string): string {
  const found = actions(manifest, name).find((each) => each.title.en.startsWith(title));
  return found === undefined ? 'not offered' : applyEdits(manifest.replace('▮', ''), found.edits);
}

/** The findings of a manifest as they are told. */
function findings(manifest: string, name?: string): readonly string[] {
  const { snapshot, path } = studyWorkspace('', name);
  const syntax = path.endsWith('.json') ? 'json' : 'yaml';
  const changed = updateSnapshot(snapshot, [{ kind: 'text', path, text: manifest.replace('▮', ''), syntax }]);
  const found = manifestDiagnosticsOf(changed, path);
  const told = found.flatMap(({ severity, finding }) =>
    finding === undefined ? [] : [`${severity} ${finding.rule} ${finding.outcome}`],
  );
  return told.sort();
}

describe('what is written wrongly', () => {
  it('is mended with a value that is allowed, in its quotation marks', () => {
    expect(titles(`${head}colour: ye▮d\n`)).toContain('Change to red');
    expect(after(`${head}colour: ye▮d\n`, 'Change to red')).toBe(`${head}colour: red\n`);
    expect(after(`${head}colour: "re▮dd" # so\n`, 'Change to red')).toBe(`${head}colour: "red" # so\n`);
    expect(after(`${head}colou▮: red\n`, 'Change to colour')).toBe(`${head}colour: red\n`);
    const json = '{ "vocabulary": "test.study 1", "id": "x", "colour": "re▮dd" }';
    expect(after(json, 'Change to red', 'm.analysis.json')).toBe(json.replace('re▮dd', 'red'));
  });
});

describe('a field that is missing', () => {
  const missing = `▮${head}sets: none\ncolour: blue # seen\n`;
  it('is added with nothing in it, at the end of what it belongs to', () => {
    expect(titles(missing)).toEqual(['Add the field title', 'Add the field purpose']);
    expect(titles(missing, 'nl')).toEqual(['Voeg het veld title toe', 'Voeg het veld purpose toe']);
    expect(after(missing, 'Add the field title')).toBe(`${head}sets: none\ncolour: blue # seen\ntitle:\n`);
    const item = `${head}sets:\n  - nam▮e: b # the only one\n    colour: red\ntitle: A\n`;
    expect(after(item, 'Add the field sets[b].age')).toBe(
      `${head}sets:\n  - name: b # the only one\n    colour: red\n    age:\ntitle: A\n`,
    );
  });

  it('keeps line ends, brackets and JSON as they are', () => {
    const crlf = missing.replaceAll('\n', '\r\n');
    expect(after(crlf, 'Add the field title')).toBe(
      `${head}sets: none\ncolour: blue # seen\ntitle:\n`.replaceAll('\n', '\r\n'),
    );
    expect(after(`${head}sets: [{ nam▮e: b }]\n`, 'Add the field sets[b].age')).toBe(
      `${head}sets: [{ name: b, age: "" }]\n`,
    );
    const json = '{\n  ▮"vocabulary": "test.study 1",\n  "id": "x"\n}\n';
    expect(after(json, 'Add the field title', 'm.analysis.json')).toBe(
      '{\n  "vocabulary": "test.study 1",\n  "id": "x",\n  "title": ""\n}\n',
    );
  });

  it('shows nothing by being there: the finding stays, until somebody fills it in', () => {
    for (const name of ['m.analysis.yaml', 'm.analysis.json']) {
      const text = name.endsWith('json') ? '{ ▮"vocabulary": "test.study 1", "id": "x", "sets": [] }' : missing;
      const before = findings(text, name);
      for (const { title } of actions(text, name)) {
        if (title.en.startsWith('Add')) expect(findings(after(text, title.en, name), name)).toEqual(before);
      }
    }
  });

  it('has the values that it may have, where it is the only one', () => {
    expect(titles(`▮${head}title: A\n${rest}`)).toEqual([
      'Add the field colour',
      'Record colour: red (Red)',
      'Record colour: blue (Blue)',
      'Record colour: light-green (Light green)',
      'Explain the departure from bright (to be filled in)',
    ]);
    expect(after(`▮${head}title: A\n${rest}`, 'Record colour: light-green')).toBe(
      `${head}title: A\n${rest}colour: light-green\n`,
    );
  });
});

describe('a statement to be filled in', () => {
  const departs = `${head}title: A\ncolour: bl▮ue # as found\n${rest}`;
  const explanation =
    'explanations:\n  - reference:\n    rule: bright\n    reason:\n    accountable:\n    begins:\n    ends:\n';
  it('names what it is about, and nothing else', () => {
    expect(after(departs, 'Explain')).toBe(`${departs.replace('▮', '')}${explanation}`);
    const late = `${head}title: A\ncolour: red\npurpose: safety\nsets:\n  - name: a b\n    age: 4 mo▮nths\n`;
    expect(after(late, 'Claim the exception slow')).toBe(
      `${late.replace('▮', '')}claims:\n  - reference:\n    exception: fresh/slow\n    subjects: [a b]\n    ground:\n    agreed_by:\n    begins:\n    ends:\n    reason:\n`,
    );
  });

  it('comes after those that are there, in their style', () => {
    const one = { reference: 'e', rule: 'other' };
    const block = `explanations:\n- reference: ${one.reference} # first\n  rule: ${one.rule}\n`;
    expect(after(`${departs}${block}x_a: 1\n`, 'Explain')).toBe(
      `${departs.replace('▮', '')}${block}- reference:\n  rule: bright\n  reason:\n  accountable:\n  begins:\n  ends:\nx_a: 1\n`,
    );
    const flow = `explanations: [{ reference: e, rule: other }]\n`;
    expect(after(`${departs}${flow}`, 'Explain')).toContain(
      'explanations: [{ reference: e, rule: other }, { reference: "", rule: bright, reason: "", ',
    );
  });

  it('is made of JSON in JSON', () => {
    const json = '{ "vocabulary": "test.study 1", "id": "x", "colour": "bl▮ue" }';
    const made = after(json, 'Explain', 'm.analysis.json');
    expect(JSON.parse(made)).toEqual({
      vocabulary: 'test.study 1',
      id: 'x',
      colour: 'blue',
      explanations: [{ reference: '', rule: 'bright', reason: '', accountable: '', begins: '', ends: '' }],
    });
  });

  it('pretends no agreement: what it is about stays open, and the statement is said to be incomplete', () => {
    const late = (age: string) => `${head}title: A\ncolour: red\npurpose: safety\nsets:\n  - ${age}\n`;
    for (const [text, title, told] of [
      [departs, 'Explain', ['warning test.rules/bright fail']],
      [late('{ name: a, age: 4 mo▮nths }'), 'Claim', ['warning test.rules/fresh unproven']],
      [late('{ nam▮e: a }'), 'Claim', ['warning test.rules/fresh unproven']],
    ] as const) {
      const made = after(text, title);
      expect(findings(made)).toEqual(told);
      const { snapshot, path } = studyWorkspace(made);
      const said = manifestDiagnosticsOf(snapshot, path).filter(({ span }) => span.start > text.length - 2);
      expect(said.map(({ severity }) => severity)).toContain('error');
    }
  });

  it('counts once it is filled in', () => {
    const filled = explanation
      .replace('reference:', 'reference: e')
      .replace('reason:', 'reason: So')
      .replace('accountable:', 'accountable: chief')
      .replace('begins:', 'begins: 2026-01-01')
      .replace('ends:', 'ends: 2026-12-31');
    expect(findings(`${departs}${filled}`)).toEqual(['notice test.rules/bright fail']);
  });
});

it('nothing is offered where nothing is found, nor in a file that is no manifest', () => {
  expect(titles(`${head}title: A▮\ncolour: red\npurpose: safety\n`)).toEqual([]);
  expect(actions(`▮${head}`, 'package.json')).toEqual([]);
  expect(actions('▮: [')).toEqual([]);
});
