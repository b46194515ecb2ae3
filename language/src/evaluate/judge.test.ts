import { describe, expect, it } from 'vitest';
import { buildProgram, type CheckedProgram } from '../check/build-program.ts';
import type { CoreProgram } from '../core/core.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { sourceText } from '../source/source.ts';
import { parsePolicy } from '../syntax/parse.ts';
import { parseDate } from '../values/calendar.ts';
import { compileProgram, judge } from './judge.ts';
import { judgeText, outcomesOf, rule, type TestRun } from './judge-for-test.ts';

const items = (...values: readonly string[]): string =>
  `items: [${values.map((value, index) => `{ name: i${index}, value: ${value} }`).join(', ')}]`;

describe('the order of judging', () => {
  it.each<[string, TestRun, readonly string[]]>([
    ['passes', { rules: rule('require a'), manifest: 'a: yes' }, ['pass']],
    ['fails at the value', { rules: rule('require a'), manifest: 'a: no' }, ['fail require-1@/a']],
    [
      'is unproven at the parent',
      { rules: rule('require part.x is 1'), manifest: 'part: { y: z }' },
      ['unproven require-1@/part'],
    ],
    [
      'is not in force before its first day',
      { rules: rule('applies from 2027-01-01 require a') },
      ['not-applicable not-in-force'],
    ],
    [
      'is in force on its last day',
      { rules: rule('applies until 2026-11-23 require a'), manifest: 'a: yes' },
      ['pass'],
    ],
    [
      'is not in force after it',
      { rules: rule('applies until 2026-11-22 require a') },
      ['not-applicable not-in-force'],
    ],
    [
      'is in force while a source is',
      { rules: rule('cites law "1" require a'), manifest: 'a: yes', asOf: '2030-12-31' },
      ['pass'],
    ],
    [
      'and not after it',
      { rules: rule('cites law "1" require a'), manifest: 'a: yes', asOf: '2031-01-01' },
      ['not-applicable not-in-force'],
    ],
    [
      'is out of scope',
      { rules: rule('require a'), header: 'scope when b', manifest: 'b: no' },
      ['not-applicable scope'],
    ],
    [
      'is unproven where the scope is unknown',
      { rules: rule('require a'), header: 'scope when b', manifest: 'a: yes' },
      ['unproven scope@'],
    ],
    ['does not apply', { rules: rule('when b require a'), manifest: 'b: no' }, ['not-applicable condition']],
    [
      'is unproven where it is unknown whether it applies',
      { rules: rule('when b require a'), manifest: 'a: yes' },
      ['unproven applies@'],
    ],
    [
      'applies by any one trigger',
      { rules: rule('trigger when a trigger when b require a'), manifest: 'a: yes\nb: no' },
      ['pass'],
    ],
    [
      'does not apply where no trigger holds',
      { rules: rule('trigger when a trigger when b require a'), manifest: 'a: no\nb: no' },
      ['not-applicable condition'],
    ],
    [
      'the worst wins',
      { rules: rule('require one: a require two: b require three: n is 1'), manifest: 'a: yes\nb: no' },
      ['fail two@/b three@'],
    ],
    [
      'all satisfied clauses are one',
      { rules: rule('satisfied when a satisfied by second when b'), manifest: 'a: no\nb: yes' },
      ['pass'],
    ],
    [
      'and fail together',
      { rules: rule('satisfied when a satisfied by second when b'), manifest: 'a: no\nb: no' },
      ['fail satisfied@/a'],
    ],
    ['a guard that is false asks nothing', { rules: rule('require a when b'), manifest: 'a: no\nb: no' }, ['pass']],
    [
      'or what stands after otherwise',
      { rules: rule('require a when b otherwise n is 1'), manifest: 'b: no\nn: 2' },
      ['fail require-1@/n'],
    ],
    [
      'a guard that is unknown makes the clause unproven',
      { rules: rule('require a when b otherwise a'), manifest: 'a: yes' },
      ['unproven require-1@'],
    ],
  ])('%s', (_, run, expected) => {
    expect(outcomesOf(run)).toEqual(expected);
  });

  it('judges each item, and points at its own value', () => {
    const rules = rule('for each i in items limit i.value to at most ceiling');
    expect(outcomesOf({ rules, manifest: items('3%', '8%', 'null') })).toEqual([
      'pass /items/0',
      'fail /items/1 limit-1@/items/1/value',
      'unproven /items/2 limit-1@/items/2/value',
    ]);
    expect(judgeText({ rules, manifest: items('8%') }).results[0]?.subjectKey).toBe('i0');
  });

  it.each([
    ['', '', ['unproven for-each@']],
    ['', 'items: []', ['unproven for-each@/items']],
    ['if any', 'items: []', ['not-applicable no-item']],
    ['if any', '', ['unproven for-each@']],
    ['where i.name is "x"', items('1%'), ['unproven for-each@/items']],
    ['where i.name is "x" if any', items('1%'), ['not-applicable no-item']],
    ['where i.cases is 1', items('1%'), ['unproven /items/0 selection@/items/0']],
  ])('for each … %s over %j', (clause, manifest, expected) => {
    expect(outcomesOf({ rules: rule(`for each i in items ${clause} require i.value is recorded`), manifest })).toEqual(
      expected,
    );
  });

  it('judges a when before for each on the manifest, and one after it on the item', () => {
    const manifest = `a: no\n${items('1%', '2%')}`;
    expect(outcomesOf({ rules: rule('when a for each i in items require i.value is 1%'), manifest })).toEqual([
      'not-applicable condition',
    ]);
    expect(
      outcomesOf({ rules: rule('for each i in items when i.name is "i1" require i.value is 2%'), manifest }),
    ).toEqual(['not-applicable /items/0 condition', 'pass /items/1']);
  });
});

describe('constructs', () => {
  it('measures on enough cases and recently', () => {
    const rules = rule(
      'limit every items.value to at most ceiling measured on at least 100 cases measured within longest',
    );
    const manifest = (cases: number, on: string): string =>
      `items: [{ name: p, value: 3%, cases: ${cases}, on: ${on} }]`;
    expect(outcomesOf({ rules, manifest: manifest(100, '2025-11-23') })).toEqual(['pass']);
    expect(outcomesOf({ rules, manifest: manifest(99, '2025-11-22') })).toEqual([
      'fail measured-cases@/items/0/cases measured-within@/items/0/on',
    ]);
    expect(outcomesOf({ rules, manifest: items('3%') })).toEqual([
      'unproven measured-cases@/items/0 measured-within@/items/0',
    ]);
  });

  it('finds the human review by its roles', () => {
    const rules = rule('require review before decision require reviewer can overrule');
    expect(outcomesOf({ rules, manifest: 'review: { stage: before, overrule: yes }' })).toEqual(['pass']);
    expect(outcomesOf({ rules, manifest: 'review: { stage: after, overrule: no }' })).toEqual([
      'fail review-before-decision@/review/stage reviewer-can-overrule@/review/overrule',
    ]);
    expect(outcomesOf({ rules })).toEqual(['unproven review-before-decision@ reviewer-can-overrule@']);
  });

  it('asks each item for each audience, with its extent', () => {
    const rules = rule('give insight in logic, data to public, court with extent full');
    const given = (...rows: readonly string[]): string => `disclosures: [${rows.join(', ')}]`;
    const all = ['logic', 'data'].flatMap((what) =>
      ['public', 'court'].map((whom) => `{ what: ${what}, whom: ${whom}, extent: full }`),
    );
    expect(outcomesOf({ rules, manifest: given(...all) })).toEqual(['pass']);
    expect(
      outcomesOf({ rules, manifest: given(...all.slice(1), '{ what: logic, whom: public, extent: partial }') }),
    ).toEqual(['fail logic/public@/disclosures/3/extent']);
    expect(outcomesOf({ rules, manifest: given() })).toEqual([
      'fail logic/public@/disclosures logic/court@/disclosures data/public@/disclosures data/court@/disclosures',
    ]);
    expect(outcomesOf({ rules })[0]).toMatch(/^unproven/);
  });

  it('awaits an approval, and never calls a missing one a fail', () => {
    const rules = rule('require approval by boss when a');
    const approval = (by: string, ends: string, what = 'r'): string =>
      `a: yes\napprovals: [{ reference: x, approves: ${what}, by: ${by}, begins: 2026-01-01, ends: ${ends} }]`;
    expect(outcomesOf({ rules, manifest: approval('boss', '2026-11-23') })).toEqual(['pass']);
    expect(outcomesOf({ rules, manifest: approval('boss', '2026-12-31', 'test.pack/r/approval-1') })).toEqual(['pass']);
    for (const manifest of [
      approval('boss', '2026-11-22'),
      approval('clerk', '2026-12-31'),
      approval('boss', '2026-12-31', 'q'),
      'a: yes',
    ]) {
      expect(outcomesOf({ rules, manifest })[0]).toMatch(/^unproven approval-1/);
    }
    expect(outcomesOf({ rules, manifest: 'a: no' })).toEqual(['pass']);
  });

  it('judges definitions once, wherever they are used', () => {
    const rules = `define bad: some i in items: i.value is more than ceiling\n${rule('for each i in items require (not bad) or i.value is recorded require every j in i.subs if any: j.value is 1')}`;
    expect(outcomesOf({ rules, manifest: 'items: [{ name: p, value: 8%, subs: [{ name: s, value: 1 }] }]' })).toEqual([
      'pass /items/0',
    ]);
  });

  it('reads the fields of a definition, whatever it is made from', () => {
    const rules = `define told: part\ndefine amount: told.x\n${rule('require c: told.x is 1 and amount is 1')}`;
    expect(outcomesOf({ rules, manifest: 'part: { x: 1 }' })).toEqual(['pass']);
    expect(outcomesOf({ rules, manifest: 'part: { x: 2 }' })).toEqual(['fail c@/part/x']);
  });
});

const excepting = (clauses: string, rest = ''): string =>
  rule(`require one: a require two: b ${rest} except e for one { ${clauses} }`);
const full = 'ground g "G" agreed by boss lasts at most longest';
const right = { exception: 'r/e', ground: 'g', by: 'boss', begins: '2026-01-01', ends: '2026-12-31', reason: 'why' };

function claims(...changes: readonly Readonly<Record<string, string | undefined>>[]): string {
  const rows = changes.map((change, index) => {
    const fields = Object.entries({ reference: `c${index}`, ...right, ...change }).filter(
      ([, value]) => value !== undefined,
    );
    return `{ ${fields.map(([key, value]) => `${key}: ${value}`).join(', ')} }`;
  });
  return `a: no\nb: yes\nexceptions: [${rows.join(', ')}]`;
}

describe('exceptions', () => {
  it.each<[string, string, string, readonly string[]]>([
    ['a right claim', full, claims({}), ['excepted one@/a']],
    ['by its full name', full, claims({ exception: 'test.pack/r/e' }), ['excepted one@/a']],
    ['on the last day', full, claims({ ends: '2026-11-23' }), ['excepted one@/a']],
    ['on the first day', full, claims({ begins: '2026-11-23' }), ['excepted one@/a']],
    ['exactly as long as allowed', full, claims({ ends: '2027-01-01' }), ['excepted one@/a']],
    ['a duty that holds needs none', full, claims({}).replace('a: no', 'a: yes'), ['pass']],
    ['no claim', full, 'a: no\nb: yes', ['fail one@/a']],
    [
      'expired yesterday',
      full,
      claims({ ends: '2026-11-22' }),
      ['fail one@/a', 'fail /exceptions/0 claim:e@/exceptions/0/ends'],
    ],
    [
      'not yet begun',
      full,
      claims({ begins: '2026-11-24' }),
      ['fail one@/a', 'fail /exceptions/0 claim:e@/exceptions/0/begins'],
    ],
    [
      'a day too long',
      full,
      claims({ ends: '2027-01-02' }),
      ['fail one@/a', 'fail /exceptions/0 claim:e@/exceptions/0/ends'],
    ],
    [
      'the wrong approver',
      full,
      claims({ by: 'clerk' }),
      ['fail one@/a', 'fail /exceptions/0 claim:e@/exceptions/0/by'],
    ],
    [
      'an unknown ground',
      full,
      claims({ ground: 'x' }),
      ['fail one@/a', 'fail /exceptions/0 claim:e@/exceptions/0/ground'],
    ],
    [
      'something else',
      full,
      claims({ items: '[two]' }).replace('b: yes', 'b: no'),
      ['fail one@/a two@/b', 'fail /exceptions/0 claim:e@/exceptions/0/items'],
    ],
    [
      'an exception that the rule does not have',
      full,
      claims({ exception: 'r/f' }),
      ['fail one@/a', 'fail /exceptions/0 claim:f@/exceptions/0/exception'],
    ],
    ['no ground stated', full, claims({ ground: undefined }), ['unproven one@/exceptions/0']],
    ['no end stated', full, claims({ ends: undefined }), ['unproven one@/exceptions/0']],
    ['no reason stated', full, claims({ reason: undefined }), ['unproven one@/exceptions/0']],
    ['the best of two claims', full, claims({ ends: undefined }, {}), ['excepted one@/a']],
    ['what stays owed holds', `${full} still require b`, claims({}), ['excepted one@/a']],
    ['what stays owed is broken', `${full} still require n is 1`, `n: 2\n${claims({})}`, ['fail e/require-1@/n']],
    ['what stays owed is unknown', `${full} still require n is 1`, claims({}), ['unproven e/require-1@']],
    ['of another subject', full, claims({ subjects: '[other]' }), ['fail one@/a']],
    ['of this subject', full, claims({ subjects: '[test]' }), ['excepted one@/a']],
  ])('%s', (_, clauses, manifest, expected) => {
    expect(outcomesOf({ rules: excepting(clauses), manifest })).toEqual(expected);
  });

  it('without ground, approver or term need no claim', () => {
    const rules = rule('require one: a except e when b { still require n is 1 }');
    expect(outcomesOf({ rules, manifest: 'a: no\nb: yes\nn: 1' })).toEqual(['excepted one@/a']);
    expect(outcomesOf({ rules, manifest: 'a: no\nb: no' })).toEqual(['fail one@/a']);
    expect(outcomesOf({ rules, manifest: 'a: no' })).toEqual(['unproven one@']);
    expect(outcomesOf({ rules, manifest: 'a: no\nb: yes\nn: 2' })).toEqual(['fail e/require-1@/n']);
  });

  it('of two for one duty the better wins, and at a tie the first', () => {
    const rules = rule('require one: a except e { ground g "G" } except f when b');
    expect(judgeText({ rules, manifest: claims({}) }).results[0]?.exceptions.map((use) => use.name)).toEqual(['e']);
    expect(
      judgeText({ rules, manifest: claims({ ground: undefined }) }).results[0]?.exceptions.map((use) => use.name),
    ).toEqual(['f']);
  });

  it('that nothing needs are a notice', () => {
    const kinds = (manifest: string): readonly string[] =>
      judgeText({ rules: excepting(full), manifest }).notices.map((notice) => notice.kind);
    expect(kinds(claims({ by: 'clerk' }).replace('a: no', 'a: yes'))).toEqual(['claim-inadmissible']);
    expect(kinds(claims({}).replace('a: no', 'a: yes'))).toEqual(['claim-unused']);
    expect(kinds(claims({ exception: 'q/e' }))).toEqual(['claim-unknown']);
    expect(kinds(claims({ ends: '2026-12-24' }))).toEqual(['claim-ends-soon']);
    expect(kinds(claims({ ends: '2026-12-25' }))).toEqual([]);
  });
});

const explaining = (changes: Readonly<Record<string, string | undefined>> = {}): string => {
  const fields = Object.entries({
    reference: 'x',
    rule: 'r',
    reason: 'why',
    by: 'boss',
    begins: '2026-01-01',
    ends: '2026-11-23',
    ...changes,
  });
  const written = fields.filter(([, value]) => value !== undefined).map(([key, value]) => `${key}: ${value}`);
  return `a: no\nb: no\nexplanations: [{ ${written.join(', ')} }]`;
};

describe('explanations', () => {
  const explained = (level: string, manifest: string, body = 'require a'): boolean =>
    judgeText({ rules: rule(body, level), manifest }).results[0]?.explanation !== undefined;

  it('stand beside a comply-or-explain rule, and change no outcome', () => {
    expect(outcomesOf({ rules: rule('require a', 'comply-or-explain'), manifest: explaining() })).toEqual([
      'fail require-1@/a',
    ]);
    expect(explained('comply-or-explain', explaining())).toBe(true);
    expect(explained('comply-or-explain', explaining({ rule: 'test.pack/r' }))).toBe(true);
    expect(explained('mandatory', explaining())).toBe(false);
  });

  it.each([
    { ends: '2026-11-22' },
    { begins: '2026-11-24' },
    { reason: undefined },
    { by: undefined },
    { ends: undefined },
    { rule: 'q' },
    { subjects: '[other]' },
  ])('do not count with %j', (changes) => {
    expect(explained('comply-or-explain', explaining(changes))).toBe(false);
    expect(
      judgeText({ rules: rule('require a', 'comply-or-explain'), manifest: explaining(changes) }).notices,
    ).toHaveLength(1);
  });

  it('never cover a mandatory clause or what stays owed', () => {
    const body = 'require one: a mandatory chosen by "a test" require two: b';
    const [result] = judgeText({ rules: rule(body, 'comply-or-explain'), manifest: explaining() }).results;
    expect(result?.findings.map(({ obligation, notExplainable }) => [obligation, notExplainable])).toEqual([
      ['one', false],
      ['two', true],
    ]);
  });
});

describe('reasons', () => {
  it('name all deciding parts, in source order, without short cut', () => {
    const [result] = judgeText({
      rules: rule('require a and (b or n is 1) and word is "x"'),
      manifest: 'a: no\nb: no\nn: 2\nword: x',
    }).results;
    expect(result?.findings[0]?.explain().because.map((reason) => reason.text.en)).toEqual(['a', '(b or n is 1)']);
  });

  it('of an unknown and are all unknown parts', () => {
    const [result] = judgeText({ rules: rule('require a and b and word is "x"'), manifest: 'b: yes' }).results;
    expect(result?.findings[0]?.explain().because.map((reason) => reason.text.en)).toEqual(['a', 'word is "x"']);
  });

  it('say what was found, required and how to repair it, in both languages', () => {
    const [result] = judgeText({ rules: rule('limit s to at most ceiling'), manifest: 's: 8%' }).results;
    expect(result?.findings[0]?.explain()).toMatchObject({
      message: {
        en: '`s` is 8%, and must be at most 5% (ceiling).',
        nl: '`s` is 8%, en moet ten hoogste 5% (ceiling) zijn.',
      },
      required: { en: 'must be at most 5% (ceiling)', nl: 'moet ten hoogste 5% (ceiling) zijn' },
      found: { en: '8%', nl: '8%' },
      parameters: [{ name: 'test.pack/ceiling', value: { en: '5%' }, setBy: { en: 'a test' } }],
    });
  });
});

describe('a compiled program', () => {
  const words = `vocabulary test.words version 1.0.0
manifest thing { id: text role id  a: yes-no  items: list of item keyed by name
  explanations: list of explained keyed by reference absent means none role explanations }
record item { name: text  value: number }
record explained { reference: text  rule: text role explained-rule  reason: text role reason }
manifest other { id: text role id  a: yes-no }
`;
  const pack = `pack test.pack version 1.0.0
  use test.words 1
  judges thing
rule r "R" { mandatory chosen by "a test" require a }
`;
  const programOf = (rules: string): CheckedProgram =>
    buildProgram([words, pack + rules].map((text, index) => parsePolicy(sourceText(`file-${index}`, text))));
  const manifestOf = (text: string, program: CoreProgram): TypedManifest => {
    const [document] = readDocuments(sourceText('manifest', `vocabulary: test.words 1\n${text}`), 'yaml').documents;
    if (document === undefined) throw new Error('a text has a document');
    return typeManifest(document, program);
  };
  const day = parseDate('2026-11-23') ?? 0;

  it('explains what it said of one manifest after it has judged another', () => {
    const { program } = programOf(
      'rule s "S" { mandatory chosen by "a test" for each i in items require i.value is 1 }',
    );
    const compiled = compileProgram(program);
    const first = judge(
      compiled,
      manifestOf('record: thing\nid: one\na: no\nitems: [{ name: i, value: 2 }]', program),
      day,
    );
    judge(compiled, manifestOf('record: thing\nid: two\na: yes\nitems: [{ name: i, value: 1 }]', program), day);
    const found = first.results.flatMap(({ findings }) => findings.map((finding) => finding.explain().found.en));
    expect(found).toEqual(['no', '2']);
  });

  it('gives the same result each time that a rule is met, made once', () => {
    const { program } = programOf('');
    const compiled = compileProgram(program);
    const plain = 'record: thing\nid: one\na: yes';
    const explaining = `${plain}\nexplanations: [{ reference: x, rule: r }]`;
    const [first] = judge(compiled, manifestOf(plain, program), day).results;
    expect(first?.outcome).toBe('pass');
    for (const text of [plain, explaining]) {
      expect(judge(compiled, manifestOf(text, program), day).results[0]).toBe(first);
    }
  });

  it('says nothing of a manifest that no rule is about, or that cannot be read', () => {
    const { program } = programOf('');
    const compiled = compileProgram(program);
    expect(judge(compiled, manifestOf('record: other\nid: one\na: no', program), day)).toEqual({
      results: [],
      notices: [],
    });
    expect(judge(compiled, manifestOf('record: none such\nid: one', program), day)).toEqual({
      results: [],
      notices: [],
    });
  });

  it('does not know whether a rule applies by conditions that could not be read', () => {
    const rule = 'rule s "S" { mandatory chosen by "a test" when unheard-of is 1 when not-heard is 2 require a }';
    const { program } = programOf(rule);
    const { results } = judge(compileProgram(program), manifestOf('record: thing\nid: one\na: yes', program), day);
    expect(results[1]?.findings.map(({ obligation, explain }) => [obligation, explain().message])).toEqual([
      [
        'applies',
        {
          en: 'Not shown: unheard-of is 1; not-heard is 2',
          nl: 'Niet aangetoond: unheard-of is 1; not-heard is 2',
        },
      ],
    ]);
  });

  it('proves nothing by a condition that could not be read', () => {
    const { program, diagnostics } = programOf('rule s "S" { mandatory chosen by "a test" require unheard-of is 1 }');
    expect(diagnostics).toHaveLength(1);
    const { results } = judge(compileProgram(program), manifestOf('record: thing\nid: one\na: yes', program), day);
    expect(results.map(({ outcome }) => outcome)).toEqual(['pass', 'unproven']);
    expect(results[1]?.findings[0]?.explain()).toMatchObject({
      message: { en: 'Not shown: unheard-of is 1', nl: 'Niet aangetoond: unheard-of is 1' },
      required: { en: 'unheard-of is 1' },
      found: { en: 'nothing', nl: 'niets' },
      repair: { en: 'unheard-of is 1' },
      location: { pointer: '' },
      parameters: [],
      because: [],
    });
  });
});
