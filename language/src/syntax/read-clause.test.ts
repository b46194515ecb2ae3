import { describe, expect, it } from 'vitest';
import type { RuleClause } from './ast.ts';
import { codesOf, packOf, rulesOf, shown, withoutSpans } from './parse-for-test.ts';

const english = (clauses: string): string => `pack t\nrule r "R" {\n${clauses}\n}`;
const dutch = (clauses: string): string => `pakket t\nregel r nl "R" {\n${clauses}\n}`;

function clausesOf(text: string): readonly RuleClause[] {
  return rulesOf(packOf(text))[0]?.clauses ?? [];
}

describe.each([
  ['mandatory', 'verplicht'],
  ['comply-or-explain chosen by nl "A" because nl "B"', 'pas-toe-of-leg-uit gekozen door "A" omdat "B"'],
  ['recommended because nl "B"', 'aanbevolen omdat "B"'],
  [
    'cites avg "art. 5", brief "§ 3" quoting nl "steeds"',
    'verwijst naar avg "art. 5", brief "§ 3" met de woorden "steeds"',
  ],
  ['judges analysis', 'beoordeelt analysis'],
  ['applies from 2026-01-01 applies until 2026-12-31', 'geldt van 2026-01-01 geldt tot en met 2026-12-31'],
  ['in force from 2026-01-01', 'in werking vanaf 2026-01-01'],
  ['when a trigger when b', 'indien a aanleiding indien b'],
  ['for each d in datasets where d.a if any', 'per d uit datasets waarbij d.a indien aanwezig'],
  ['for each d in datasets', 'voor elke d uit datasets'],
  ['satisfied by x when a', 'voldaan door x indien a'],
  ['satisfied when a', 'voldaan indien a'],
  ['allow x when a', 'voldaan x indien a'],
  ['require x: a when b otherwise c', 'vereist x: a indien b anders c'],
  ['require review before decision', 'vereist beoordeling vóór het besluit'],
  ['require reviewer can overrule when b', 'vereist beoordelaar kan afwijken indien b'],
  ['require approval by parameter p', 'vereist akkoord van parameter p'],
  [
    'limit x: a to at most 5% when b otherwise to at least 1%',
    'begrens x: a tot ten hoogste 5% indien b anders tot ten minste 1%',
  ],
  ['limit every a.b to at most c', 'begrens elke a.b tot ten hoogste c'],
  ['measured x: on at least 5 cases when b', 'gemeten x: aan ten minste 5 gevallen indien b'],
  ['measured within 12 months', 'gemeten binnen 12 maanden'],
  ['give insight in a, b to c, d with extent full when e', 'geef inzicht in a, b aan c, d in omvang full indien e'],
  ['disclose a to c', 'geef inzicht in a aan c'],
  ['mandatory recommended require a', 'verplicht aanbevolen vereist a'],
  ['except e', 'uitgezonderd e'],
  ['except e nl "E" for a, b to c when d { }', 'uitgezonderd e "E" voor a, b aan c indien d { }'],
  [
    `except e { ground nl "A" ground x ground y nl "B" agreed by p lasts at most 6 months
       still recommended require a when b cites avg "art. 23" note owner nl "C" was f }`,
    `uitgezonderd e { grond "A" grond x grond y "B" met akkoord van p geldt ten hoogste 6 maanden
       onverminderd aanbevolen vereist a indien b verwijst naar avg "art. 23" aantekening owner "C" voorheen f }`,
  ],
  ['except e { approved by p }', 'uitgezonderd e { met akkoord van p }'],
  ['next step nl "A" en "B"', 'vervolgstap nl "A" en "B"'],
  ['advice nl "A"', 'vervolgstap nl "A"'],
  ['note owner nl "A" was old', 'aantekening owner "A" voorheen old'],
])('%s', (inEnglish, inDutch) => {
  it('is read the same in both spellings', () => {
    expect(codesOf(english(inEnglish))).toEqual([]);
    expect(codesOf(dutch(inDutch))).toEqual([]);
    expect(clausesOf(english(inEnglish))).not.toEqual([]);
    expect(withoutSpans(clausesOf(dutch(inDutch)))).toEqual(withoutSpans(clausesOf(english(inEnglish))));
  });
});

describe('the kinds of rules', () => {
  it.each([
    ['rule', 'regel', 'rule'],
    ['purpose limitation', 'doelbinding', 'purpose-limitation'],
    ['error margin', 'foutmarge', 'error-margin'],
    ['human intervention', 'menselijke tussenkomst', 'human-intervention'],
    ['transparency', 'transparantie', 'transparency'],
  ])('%s', (inEnglish, inDutch, construct) => {
    expect(rulesOf(packOf(`pack t ${inEnglish} r "R" { }`))[0]?.construct).toBe(construct);
    expect(rulesOf(packOf(`pakket t ${inDutch} r "R" { }`))[0]?.construct).toBe(construct);
  });
});

describe('levels', () => {
  it('belong to the rule first, then to the obligation that follows', () => {
    const [level, first, second] = clausesOf(english('mandatory require a recommended require b'));
    expect(level?.kind === 'level' && level.level).toBe('mandatory');
    expect(first?.kind === 'require' && first.level).toBeUndefined();
    expect(second?.kind === 'require' && second.level?.level).toBe('recommended');
  });

  it('that belong to nothing are reported', () => {
    expect(codesOf(english('mandatory recommended cites avg "5" require a'))).toEqual(['WB0414']);
    expect(codesOf(english('mandatory require a recommended'))).toEqual(['WB0414']);
    expect(codesOf(english('mandatory mandatory recommended require a'))).toEqual(['WB0414']);
  });
});

describe('`when`', () => {
  it('belongs to the rule before the first obligation, and to the clause before it afterwards', () => {
    const [, when, require, limit] = clausesOf(english('mandatory when a require b when c limit d to at most 5'));
    expect(when?.kind === 'when' && shown(when.condition)).toBe('a');
    expect(require?.kind === 'require' && require.guard !== undefined && shown(require.guard)).toBe('c');
    expect(limit?.kind === 'limit' && limit.guard).toBeUndefined();
  });

  it('is refused where it could only widen or narrow the whole rule by accident', () => {
    expect(codesOf(english('mandatory require a when b when c'))).toEqual(['WB0117']);
    expect(codesOf(english('mandatory satisfied when a when b'))).toEqual(['WB0117']);
    expect(clausesOf(english('mandatory satisfied when a when b')).map((clause) => clause.kind)).toEqual([
      'level',
      'satisfied',
    ]);
  });
});

describe('exceptions', () => {
  it('have one approver and one term', () => {
    expect(codesOf(english('except e { agreed by a lasts at most 5 days agreed by b lasts at most 6 days }'))).toEqual([
      'WB0116',
      'WB0116',
    ]);
  });

  it('may have a ground without a name whose text names its language', () => {
    const [except] = clausesOf(english('except e { ground nl "A" en "B" ground en }'));
    expect(except?.kind === 'except' && withoutSpans(except.clauses)).toEqual([
      { kind: 'ground', name: undefined, text: { nl: 'A', en: 'B' } },
      { kind: 'ground', name: { text: 'en' }, text: undefined },
    ]);
  });
});
