import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileProgram,
  coverageOf,
  type Judgement,
  judge,
  parseDate,
  parseTests,
  readDocuments,
  runTests,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import type { RawMap, RawNode } from '../../language/src/manifest/document.ts';
import { changeNode, writeNode } from './node-changes.ts';
import { buildShippedPolicies, packFolder, readSource } from './shipped-policies.ts';

const asOf = dayOf('2026-11-23');
const pack = 'nl.rijk.big-data-veiligheid';
const checked = buildShippedPolicies();
const { program, diagnostics: policyErrors } = checked;
const compiled = compileProgram(program);
const model = rootOf(join(packFolder, 'examples', 'model.analysis.yaml'));

function rootOf(path: string): RawMap {
  const [document, ...others] = readDocuments(readSource(path, path), 'yaml').documents;
  if (document?.root?.kind !== 'map' || others.length > 0 || document.problems.length > 0) {
    throw new Error(`${path} cannot be read: ${JSON.stringify(document?.problems)}`);
  }
  return document.root;
}

function dayOf(text: string): ReturnType<typeof mustParseDate> {
  return mustParseDate(text);
}

function mustParseDate(text: string): NonNullable<ReturnType<typeof parseDate>> {
  const day = parseDate(text);
  if (day === undefined) throw new Error(`${text} is no date`);
  return day;
}

/** Judges a manifest that is written down again, so that reading it is part of the test. */
function judgeNode(root: RawNode): { readonly judgement: Judgement; readonly errors: number } {
  const [document] = readDocuments(sourceText('changed.analysis.yaml', writeNode(root)), 'yaml').documents;
  if (document === undefined) throw new Error('a written manifest has one document');
  const manifest = typeManifest(document, program);
  const judgement = judge(compiled, manifest, asOf);
  return { judgement, errors: document.problems.length + manifest.diagnostics.length };
}

describe('the shipped policies', () => {
  it('have no errors', () => {
    expect(
      policyErrors.map(({ code, message, span }) => `${span.source.name}@${span.start} ${code} ${message.en}`),
    ).toEqual([]);
  });

  it('pass the model manifest, in every rule that applies to it', () => {
    const { judgement, errors } = judgeNode(model);
    const short = judgement.results.filter(({ outcome }) => outcome !== 'pass' && outcome !== 'not-applicable');
    expect({
      errors,
      short: short.map(({ rule, subject, outcome, findings }) => ({
        rule,
        subject,
        outcome,
        findings: findings.map((f) => f.explain().message.en),
      })),
    }).toEqual({ errors: 0, short: [] });
  });

  it('say of an analysis under the intelligence services act that it is out of scope, in every rule', () => {
    const regime = rootOf(join(packFolder, 'examples', 'signals.analysis.yaml'));
    const { judgement } = judgeNode(regime);
    expect(new Set(judgement.results.map(({ outcome, reason }) => `${outcome} ${reason}`))).toEqual(
      new Set(['not-applicable scope']),
    );
  });

  it('pass nothing of a manifest that records only its id', () => {
    const bare = changeNode(model, {
      set: undefined,
      remove: model.entries.filter(({ key }) => key !== 'id').map(({ key }) => `/${key}`),
    });
    const { judgement } = judgeNode(bare);
    expect(new Set(judgement.results.map(({ outcome }) => outcome))).toEqual(new Set(['unproven']));
  });
});

describe('the tests of the rules', () => {
  const folder = join(packFolder, 'tests');
  const files = readdirSync(folder)
    .filter((name) => name.endsWith('.test.waarborg'))
    .sort()
    .map((name) => parseTests(readSource(name, join(folder, name))));
  const readManifest = (path: string): ReturnType<typeof readDocuments> =>
    readDocuments(readSource(path, join(folder, path)), 'yaml');
  const run = runTests(files, checked, { asOf, readManifest, observe: true });

  it('pass, each of them', () => {
    const failed = run.cases.filter(({ status }) => status !== 'passed');
    expect({ errors: run.diagnostics.map(({ message }) => message.en), failed }).toEqual({ errors: [], failed: [] });
    expect(run.cases.length).toBeGreaterThan(500);
  });

  it('see every outcome of every rule, and every value of every condition and exception, that can happen', () => {
    const { items, goals, seen } = coverageOf(program, run.observations, new Set([pack]));
    const missed = items.flatMap(({ rule, text, goals: own }) =>
      own.filter((each) => !each.seen && !each.impossible).map(({ value }) => `${rule}: ${text.en}: ${value}`),
    );
    expect(missed).toEqual([]);
    expect(seen).toBe(goals);
  });

  it('are about rules of the pack, each of which has one that passes, fails and is unproven', () => {
    for (const rule of program.packs.find(({ name }) => name === pack)?.rules ?? []) {
      expect([...(run.observations.outcomes.get(rule) ?? [])], rule.id).toEqual(
        expect.arrayContaining(['pass', 'fail', 'unproven']),
      );
    }
  });
});

it('a month is no date: an error of the manifest, after which the date is missing', () => {
  const month: RawNode = { kind: 'scalar', text: '2026-10', quoted: false, start: 0, end: 0 };
  const set: RawMap = {
    kind: 'map',
    entries: [{ key: '/datasets/0/updated_on', keyStart: 0, keyEnd: 0, value: month }],
    start: 0,
    end: 0,
  };
  const { judgement, errors } = judgeNode(changeNode(model, { set, remove: [] }));
  const found = judgement.results.filter(
    ({ rule, subject }) => rule === `${pack}/data-current` && subject === '/datasets/0',
  );
  expect({ errors, outcomes: found.map(({ outcome }) => outcome) }).toEqual({ errors: 1, outcomes: ['unproven'] });
});

describe('the other examples', () => {
  const verdictOf = (name: string): Readonly<Record<string, number>> => {
    const { judgement, errors } = judgeNode(rootOf(join(packFolder, 'examples', `${name}.analysis.yaml`)));
    const counts: Record<string, number> = { errors };
    for (const { outcome } of judgement.results) counts[outcome] = (counts[outcome] ?? 0) + 1;
    return counts;
  };

  it('show what fails, in a manifest without errors of form', () => {
    expect(verdictOf('debt-recovery')).toMatchObject({ errors: 0, fail: expect.any(Number) });
  });

  it('show what is unproven, where nothing fails', () => {
    const counts = verdictOf('forensic-search');
    expect(counts).toMatchObject({ errors: 0, unproven: expect.any(Number) });
    expect(counts).not.toHaveProperty('fail');
  });

  it('show an exception and an explanation that leave nothing owed', () => {
    const { judgement, errors } = judgeNode(rootOf(join(packFolder, 'examples', 'burglary-warning.analysis.yaml')));
    const owed = judgement.results.filter(
      ({ outcome, explanation }) => (outcome === 'fail' || outcome === 'unproven') && explanation === undefined,
    );
    expect({
      errors,
      owed: owed.map(({ rule, subject, findings }) => ({
        rule,
        subject,
        findings: findings.map((f) => f.explain().message.en),
      })),
    }).toEqual({ errors: 0, owed: [] });
    expect(judgement.results.filter(({ outcome }) => outcome === 'excepted').map(({ rule }) => rule)).toEqual([
      `${pack}/data-current`,
      `${pack}/openness`,
    ]);
    expect(judgement.results.filter(({ explanation }) => explanation !== undefined).map(({ rule }) => rule)).toEqual([
      `${pack}/expert-validation`,
    ]);
  });
});
