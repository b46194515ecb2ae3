import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  compileProgram,
  type Judgement,
  judge,
  parseDate,
  type Result,
  readDocuments,
  sourceText,
  typeManifest,
} from '@waarborg/language';
import { describe, expect, it } from 'vitest';
import type { RawMap, RawNode } from '../../language/src/manifest/document.ts';
import { changeNode, entryOf, textOf, writeNode } from './node-changes.ts';
import { buildShippedPolicies, packFolder, readSource } from './shipped-policies.ts';

const asOf = dayOf('2026-11-23');
const pack = 'nl.rijk.big-data-veiligheid';
const { program, diagnostics: policyErrors } = buildShippedPolicies();
const compiled = compileProgram(program);
const model = rootOf(join(packFolder, 'examples', 'model.analysis.yaml'));

/** One case of one rule, as the files in `cases/` have them. */
interface RuleCase {
  readonly rule: string;
  readonly name: string;
  readonly node: RawNode;
}

const cases: readonly RuleCase[] = readdirSync(join(packFolder, 'cases'))
  .filter((file) => file.endsWith('.yaml'))
  .sort()
  .flatMap((file) => casesOf(rootOf(join(packFolder, 'cases', file))));

function casesOf(root: RawMap): readonly RuleCase[] {
  return root.entries.flatMap(({ key, value }) =>
    (value.kind === 'list' ? value.items : []).map((node) => ({ rule: key, name: textOf(node, 'case') ?? '', node })),
  );
}

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

function changed(node: RawNode): RawNode {
  const set = entryOf(node, 'set');
  const remove = entryOf(node, 'remove');
  return changeNode(model, {
    set: set?.kind === 'map' ? set : undefined,
    remove: remove?.kind === 'list' ? remove.items.flatMap((item) => (item.kind === 'scalar' ? [item.text] : [])) : [],
  });
}

/** The results of a rule itself, without those of inadmissible claims, for the subject that a case names. */
function resultsOf(judgement: Judgement, rule: string, subject: string): readonly Result[] {
  return judgement.results.filter(
    (result) =>
      result.rule === `${pack}/${rule}` &&
      result.subject === subject &&
      !result.findings.some((finding) => finding.obligation.startsWith('claim:')),
  );
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

  it('have a passing, a failing and an unproven case for every rule, and one that does not apply where there is a condition', () => {
    const [rules] = program.packs.filter(({ name }) => name === pack).map((found) => found.rules);
    const missing = (rules ?? []).flatMap((rule) => {
      const outcomes = new Set(
        cases.filter((found) => found.rule === rule.name).map(({ node }) => textOf(node, 'expect')),
      );
      const conditional =
        rule.applies.length + rule.triggers.length + rule.itemApplies.length + rule.itemTriggers.length > 0 ||
        rule.forEach?.ifAny === true;
      const needed = ['pass', 'fail', 'unproven', ...(conditional ? ['not-applicable'] : [])];
      return needed.filter((outcome) => !outcomes.has(outcome)).map((outcome) => `${rule.name}: ${outcome}`);
    });
    expect(missing).toEqual([]);
    expect(new Set(cases.map(({ rule }) => rule)).difference(new Set((rules ?? []).map(({ name }) => name)))).toEqual(
      new Set(),
    );
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

describe.each([...new Set(cases.map(({ rule }) => rule))])('%s', (rule) => {
  it.each(cases.filter((found) => found.rule === rule))('$name', ({ node }) => {
    const { judgement, errors } = judgeNode(changed(node));
    const results = resultsOf(judgement, rule, textOf(node, 'subject') ?? '');
    expect(results).toHaveLength(1);
    const [result] = results;
    const expected = entryOf(node, 'findings');
    const findings =
      expected?.kind === 'map'
        ? expected.entries.map(({ key, value }) => [key, value.kind === 'scalar' ? value.text : ''])
        : [];
    expect({
      outcome: result?.outcome,
      reason: result?.reason,
      findings: Object.fromEntries(
        (result?.findings ?? []).map(({ obligation, explain }) => [obligation, explain().location.pointer]),
      ),
      errors: errors > 0,
    }).toEqual({
      outcome: textOf(node, 'expect'),
      reason: textOf(node, 'reason'),
      findings: Object.fromEntries(findings),
      errors: textOf(node, 'errors') === 'true',
    });
  });
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
