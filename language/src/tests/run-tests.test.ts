import { describe, expect, it } from 'vitest';
import { casesOf, mistakesOf, runText } from './run-tests-for-test.ts';

/** One test with a given and expectations. */
function one(given: string, ...expectations: readonly string[]): string {
  return `manifest model is file "model.yaml"\ntest "t" {\n  given ${given}\n  expect ${expectations.join('\n  expect ')}\n}\n`;
}

describe('an expected outcome', () => {
  it.each([
    ['model', 'goal passes', 'passed pass'],
    ['model', 'aim passes', 'passed pass'],
    ['model', 'test.pack/goal passes', 'passed pass'],
    ['model but purpose is inquiry/case-7', 'goal passes', 'passed pass'],
    ['model but without purpose', 'goal is unproven because of has', 'passed unproven/has'],
    ['model but without purpose', 'goal is unproven at purpose', 'passed unproven/has'],
    ['model but out is "x"', 'goal does not apply because of scope', 'passed not-applicable/scope'],
    ['model but out is "x"', 'goal does not apply because of condition', 'failed not-applicable/scope'],
    ['model but a is no', 'limits does not apply', 'passed not-applicable/condition'],
    ['model but a is no', 'limits passes', 'failed not-applicable/condition'],
    ['model', 'limits passes', 'passed pass'],
    [
      'model but items[one/k].value is 7%',
      'limits fails at items[one/k].value because of held',
      'passed fail/held/items[one/k].value',
    ],
    ['model but items[one/k].value is 7%', 'limits for items[two/k] passes', 'passed pass'],
    ['model but items[one/k].value is 7%', 'limits for items[one/k] fails', 'passed fail/held/items[one/k].value'],
    ['model but items[one/k].value is 7%', 'limits fails at items[two/k].value', 'failed fail/held/items[one/k].value'],
    ['model but items[one/k].value is 7%', 'limits fails because of named', 'failed fail/held/items[one/k].value'],
    [
      'model but items[one/k].value is 7%',
      'limits fails because "is 7%, and must"',
      'passed fail/held/items[one/k].value',
    ],
    ['model but items[one/k].value is 7%', 'limits fails because "is 8%"', 'failed fail/held/items[one/k].value'],
    [
      'model but items[one/k].value is 7% and items[two/k].value is 8%',
      'limits fails at items[one/k].value and items[two/k].value because of held',
      'passed fail/held/items[one/k].value+items[two/k].value',
    ],
    [
      'model but items[one/k].value is 7% and items[two/k].value is 8%',
      'limits fails at items[one/k].value',
      'failed fail/held/items[one/k].value+items[two/k].value',
    ],
    ['model but items[one/k].kind is off', 'limits for items[one/off] does not apply', 'passed not-applicable/no-item'],
    ['model but items is none', 'limits is unproven because of for-each', 'passed unproven/for-each/items'],
    ['model but a is no and shut is x', 'flags fails because of first', 'passed fail/first/a'],
    ['model but n is 5 and shut is x', 'flags is excepted by away', 'passed excepted/second/n/away'],
    ['model but n is 5 and shut is x', 'flags is excepted by need', 'failed excepted/second/n/away'],
    ['model but n is 5', 'flags is excepted', 'failed fail/second/n'],
    [
      'model but a is no and exceptions[E] is { reference: E exception: flags/need ground: need by: me reason: so begins: 2026-01-01 ends: 2026-12-31 }',
      'flags is excepted by need because of first',
      'passed excepted/first/a/need',
    ],
    [
      'model but a is no and b is no and exceptions[E] is { reference: E exception: flags/need ground: need by: me reason: so begins: 2026-01-01 ends: 2026-12-31 }',
      'flags fails because of need/shown',
      'passed fail/need/shown/b/need',
    ],
    [
      'model but a is no and exceptions[E] is { reference: E exception: flags/need ground: other reason: so begins: 2026-01-01 ends: 2026-12-31 }',
      'flags fails because of first and claim/need',
      'passed fail/first+claim/need/a+exceptions[E].ground',
    ],
  ])('of %s: %s', (given, expectation, came) => {
    expect(casesOf(one(given, expectation))).toEqual([came]);
  });
});

describe('a given manifest', () => {
  it.each([
    ['{ purpose: prevention }', 'goal passes', 'passed pass'],
    ['{ id: own, purpose: "prevention" }', 'goal passes', 'passed pass'],
    ['{ a: yes items: [{ name: x kind: k value: 1% max: 2% }] b: no }', 'limits passes', 'passed pass'],
    ['{ n: 3 } but a is yes and n is 4', 'flags fails at n', 'passed fail/second/n'],
    ['file "model.yaml"', 'goal passes', 'passed pass'],
    ['file "model.yaml" but purpose is none', 'goal is unproven', 'passed unproven/has/purpose'],
    ['model but without items[one/k] and without items[two/k]', 'limits is unproven', 'passed unproven/for-each/items'],
    [
      'model but items[new/k] is { name: new kind: k max: 1% value: 2% }',
      'limits for items[new/k] fails',
      'passed fail/held/items[new/k].value',
    ],
    ['model but part.inner.y is "x"', 'goal passes', 'passed pass'],
    ['model but tags is [a, "b c", null] and without tags["b c"]', 'goal passes', 'passed pass'],
    ['model but part is { x: -5 } and part.ex is 2.5 and without part.x', 'goal passes', 'passed pass'],
  ])('%s', (given, expectation, came) => {
    expect(casesOf(one(given, expectation))).toEqual([came]);
  });

  it('may be varied by name, and again', () => {
    const text = `manifest model is file "model.yaml"
manifest quiet is model but a is no
manifest other is quiet but b is no
test "t" { given other but n is 9  expect limits does not apply  expect flags fails because of first and second }`;
    expect(casesOf(text)).toEqual(['passed not-applicable/condition fail/first+second/a+n']);
  });

  it('is judged on the date of the test, else of the file', () => {
    const dated = (date: string): string => one(`model ${date}`, 'goal passes');
    expect(casesOf(dated('as of 2020-01-01'))).toEqual(['passed pass']);
    expect(casesOf(dated('as of 2019-12-31'))).toEqual(['failed not-applicable/not-in-force']);
    const [late] = runText(one('model', 'goal passes'), 'tests test.pack as of 2019-12-31\n').cases;
    expect(late?.status).toBe('failed');
  });
});

describe('a table', () => {
  it('runs a test once for each value', () => {
    const table = (line: string): string =>
      `test "t" { given file "model.yaml" for items[one/k].value in 5.9%, 6%, 6.1%, nothing ${line} }`;
    const found = ['pass', 'pass', 'fail/held/items[one/k].value', 'unproven/held/items[one/k]'];
    const rows = ['5.9%', '6%', '6.1%', 'nothing'];
    const cameTo = (statuses: readonly string[]): readonly string[] =>
      rows.map((row, index) => `${row} ${statuses[index]} ${found[index]}`);
    expect(casesOf(table('expect limits passes, passes, fails because of held, is unproven'))).toEqual(
      cameTo(['passed', 'passed', 'passed', 'passed']),
    );
    expect(casesOf(table('expect limits passes'))).toEqual(cameTo(['passed', 'passed', 'failed', 'failed']));
  });

  it('may take away what is not there', () => {
    const text = 'test "t" { given { n: 1 } for a in yes, no, nothing expect flags passes, fails, is unproven }';
    expect(casesOf(text)).toEqual(['yes passed pass', 'no passed fail/first/a', 'nothing passed unproven/first']);
  });
});

describe('a mistake in a test', () => {
  it.each([
    [one('model', 'gaol passes'), 'WB0602 `test.pack` has no rule `gaol` «gaol»'],
    [one('model', 'other.pack/goal passes'), 'WB0602 The policies have no rule `other.pack/goal` «other.pack/goal»'],
    [one('modle', 'goal passes'), 'WB0603 These tests have no manifest `modle` «modle»'],
    [one('file "modle.yaml"', 'goal passes'), 'WB0604 There is no file `modle.yaml` that can be read «"modle.yaml"»'],
    [one('file "two.yaml"', 'goal passes'), 'WB0604 This file holds several manifests «"two.yaml"»'],
    [one('file "broken.yaml"', 'goal passes'), 'WB0604 This file holds no readable manifest «"broken.yaml"»'],
    [one('file "wrong.yaml"', 'goal passes'), 'WB0604 The manifest in this file has errors «"wrong.yaml"»'],
    [one('model but colur is red', 'goal passes'), 'WB0605 `thing` has no field `colur` «colur»'],
    [one('model but part.z is 5', 'goal passes'), 'WB0605 `part` has no field `z` «z»'],
    [
      one('model but items.value is 5%', 'goal passes'),
      'WB0605 `value` is asked of a list of item, which has no fields «value»',
    ],
    [one('model but a[x] is yes', 'goal passes'), 'WB0605 `[x]` is asked of a yes-no, which has no items «x»'],
    [one('model but items[on/k].value is 5%', 'goal passes'), 'WB0606 There is no item `on/k` in this manifest «on/k»'],
    [one('model but without colour', 'goal passes'), 'WB0606 There is nothing here in this manifest «colour»'],
    [one('model but colour is rood', 'goal passes'), 'WB0550 `rood` is not one of the choices of `colour` «rood»'],
    [one('model but s is 61', 'goal passes'), 'WB0546'],
    [one('model but purpose is preventoin', 'goal passes'), 'WB0551'],
    [one('{ color: red }', 'goal passes'), 'WB0531 `thing` has no field `color` «color»'],
    [one('{ a: yes a: no }', 'goal passes'), 'WB0503 The key `a` stands here twice «a»'],
    [one('model but part is { x: 1 x: 2 }', 'goal passes'), 'WB0503 The key `x` stands here twice «x»'],
    [
      one('model but items[new/k] is { value: 5% }', 'goal passes'),
      'WB0534 This item of `items` has no `name` and `kind`',
    ],
    [one('model', 'limits fails because of heeld'), 'WB0607 `limits` has no duty `heeld` «heeld»'],
    [one('model', 'limits does not apply because of held'), 'WB0607 `limits` has no duty `held` «held»'],
    [one('model', 'flags is excepted by ned'), 'WB0608 `flags` has no exception `ned` «ned»'],
    [one('model', 'goal is excepted'), 'WB0608 `goal` has no exceptions «is excepted»'],
    [one('model', 'goal passes, fails'), 'WB0609 Here are 2 outcomes for one manifest «expect goal passes, fails»'],
    [one('model for n in 1, 2, 3', 'goal passes, fails'), 'WB0609 The table has 3 values, and here are 2 outcomes'],
    [one('model', 'limits for items[x/k] passes'), 'WB0606 There is no item `x/k` in this manifest «x/k»'],
    [one('model', 'goal for items[one/k] passes'), 'WB0606 `goal` judges nothing here «items[one/k]»'],
    [one('model', 'limits for purpose passes'), 'WB0606 `limits` judges nothing here «purpose»'],
    [one('model', 'limits fails at items[one/k].valu'), 'WB0605 `item` has no field `valu` «valu»'],
    [one('model', 'limits fails at items[x/k].value'), 'WB0606 There is no item `x/k` in this manifest «x/k»'],
    [
      `${one('model', 'goal passes')}${one('model', 'goal passes').split('\n').slice(1).join('\n')}`,
      'WB0610 The name `t` is taken already «"t"»',
    ],
    ['manifest a is b\nmanifest b is a\ntest "t" { given a expect goal passes }', 'WB0603 `a` is made from itself «a»'],
  ])('%j', (text, mistake) => {
    const [found, ...more] = mistakesOf(text);
    expect(more).toEqual([]);
    expect(found).toContain(mistake);
  });

  it('in the pack that is tested stops all', () => {
    const { cases, diagnostics } = runText('test "t" { given { a: yes } expect goal passes }', 'tests test.pak\n');
    expect(diagnostics.map(({ code, help }) => [code, help?.en])).toEqual([['WB0601', 'Did you mean `test.pack`?']]);
    expect(cases.map(({ status }) => status)).toEqual(['error']);
  });

  it('leaves the other tests alone', () => {
    const text = `${one('model', 'gaol passes')}test "u" { given model expect goal passes }`;
    expect(runText(text).cases.map(({ status }) => status)).toEqual(['error', 'passed']);
  });
});
