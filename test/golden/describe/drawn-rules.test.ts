import { describeRule, type RuleDescription, type Sentence } from '@waarborg/language';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cases } from '../../reference/generate.ts';
import { judgeBoth, programOf } from '../../reference/judge-case.ts';
import { allSentences } from './description-text.ts';

/** What is wrong with a sentence as a sentence. */
function faultsOf({ text, parts }: Sentence): readonly string[] {
  return (['en', 'nl'] as const).flatMap((language) => {
    const said = text[language];
    const faults = [
      ['does not begin as a sentence', !/^[A-Z0-9`"“(-]/.test(said)],
      ['does not end as one', !said.endsWith(parts.length === 0 ? '.' : ':')],
      ['has a gap in it', / {2}| [.,:)]|\( |,,|\.\.$|[.,]:$|,\.$/.test(said)],
      ['has what is no word in it', /\b(undefined|null|NaN)\b|\[object/.test(said)],
      ['opens code that it does not close', said.split('`').length % 2 === 0],
      ['names nothing', said.includes('``')],
    ] as const;
    return faults.filter(([, isFound]) => isFound).map(([fault]) => `${fault}: ${said}`);
  });
}

/** A JSON Pointer as the path of a field: `/items/0/value` as `items[].value`; drawn fields had `old_` before their names. */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? '[]' : `.${step.replace(/^old_/, '')}`))
    .join('')
    .slice(1);
}

/** Whether a rule says that it looks at a place, or at something below it. A claim of what needs none is looked at too. */
function looksAt({ needs }: RuleDescription, path: string): boolean {
  return (
    /^(claims\b|$)/.test(path) ||
    needs.some((need) => need.path === path || /^(\.|\[\])/.test(startsWith(need.path, path)))
  );
}

function startsWith(whole: string, start: string): string {
  return whole.startsWith(start) ? whole.slice(start.length) : '';
}

describe('a description of whatever can be written', () => {
  it('is made of sentences, in both languages', () => {
    fc.assert(
      fc.property(cases(), (drawn) => {
        const { program } = programOf(drawn);
        for (const rule of program.packs.flatMap((pack) => pack.rules)) {
          expect(allSentences(describeRule(program, rule)).flatMap(faultsOf)).toEqual([]);
        }
      }),
    );
  });

  it('names every field in which judging finds something', () => {
    let found = 0;
    fc.assert(
      fc.property(cases(), (drawn) => {
        const { program } = programOf(drawn);
        const rules = new Map(program.packs.flatMap((pack) => pack.rules).map((rule) => [rule.id, rule]));
        for (const { rule: id, findings } of judgeBoth(drawn).evaluated.results) {
          const rule = rules.get(id);
          if (rule === undefined) throw new Error(`the program has no rule ${id}`);
          const described = describeRule(program, rule);
          for (const { location } of findings.map((finding) => finding.explain())) {
            found += 1;
            const path = pathOf(location.pointer).replace(/\[\]$/, '');
            expect(looksAt(described, path), `${id} looks at ${path}`).toBe(true);
          }
        }
      }),
    );
    expect(found).toBeGreaterThan(10);
  });
});
