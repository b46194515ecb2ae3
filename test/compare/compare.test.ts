import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildProgram } from '../../language/src/check/build-program.ts';
import { comparePrograms, type ProgramComparison } from '../../language/src/compare/compare-programs.ts';
import { compareVerdicts, namesNow, type VerdictChange } from '../../language/src/compare/compare-verdicts.ts';
import type { Change, Direction, ItemChange } from '../../language/src/compare/comparison.ts';
import { turnedDirection } from '../../language/src/compare/direction.ts';
import type { CoreRule } from '../../language/src/core/core.ts';
import type { Result } from '../../language/src/evaluate/result.ts';
import { sourceText } from '../../language/src/source/source.ts';
import { parsePolicy } from '../../language/src/syntax/parse.ts';
import { parseShippedPolicies } from '../policies/shipped-policies.ts';
import { drawFrom } from '../reference/draw.ts';
import { cases } from '../reference/generate.ts';
import { relayoutPack } from './mutate-pack.ts';
import { numbers, programOf, resultsOf, type Versions, versionsOf } from './versions.ts';

/** A fifth of the cases of other properties: each draws packs, and builds and compares several versions of them. */
const options = { numRuns: Math.ceil((fc.readConfigureGlobal().numRuns ?? 100) / 5), endOnFailure: true };

const vocabularies = parseShippedPolicies().filter(({ file }) => file.kind === 'vocabulary');

function itemsOf({ packs, fields }: ProgramComparison): readonly ItemChange[] {
  return [...packs.flatMap(({ items }) => items), ...fields];
}

/** Everything that is said to reach a rule. */
function changesReaching(comparison: ProgramComparison, rule: string): readonly Change[] {
  return itemsOf(comparison).flatMap(({ changes }) => changes.filter(({ reaches }) => reaches.includes(rule)));
}

/** What all that reaches a rule comes to. */
function directionOf(changes: readonly Change[]): Direction {
  const [first, ...others] = new Set(changes.map(({ direction }) => direction).filter((each) => each !== 'none'));
  return others.length > 0 ? 'open' : (first ?? 'none');
}

/** What no proof is about: names that come or go and that the manifest uses, and exceptions that leave something owed. */
function isLeftAside(changes: readonly Change[], id: string, { each, old, next }: Versions): boolean {
  const [before, after] = [old, next].map(({ program }) =>
    program.packs.flatMap(({ rules }) => rules.filter((rule) => rule.id === id)),
  );
  const owes = [...(before ?? []), ...(after ?? [])].some(({ exceptions }) =>
    exceptions.some(({ residual }) => residual.length > 0),
  );
  const [had, has] = [namesIn(before), namesIn(after)];
  const isUsed = [...had.symmetricDifference(has)].some((name) => each.manifest.includes(name));
  return isUsed || changes.some(({ stepReason }) => stepReason === 'name-gone') || (owes && changes.length > 0);
}

/** Everything of some rules that a manifest may name. */
function namesIn(rules: readonly CoreRule[] = []): ReadonlySet<string> {
  return new Set(
    rules.flatMap(({ obligations, exceptions, was }) => [
      ...was,
      ...obligations.flatMap(({ id, item = id }) => [id, item]),
      ...exceptions.flatMap(({ name, was: former, grounds }) => [name, ...former, ...grounds.map((each) => each.name)]),
    ]),
  );
}

function rulesOf({ old, next }: Versions): ReadonlySet<string> {
  return new Set([old, next].flatMap(({ program }) => program.packs.flatMap(({ rules }) => rules.map(({ id }) => id))));
}

/** What a reader needs of versions that contradict what is said of them. */
function told(
  direction: Direction,
  moved: readonly VerdictChange[],
  changes: readonly Change[],
  { texts }: Versions,
): string {
  const verdicts = moved.map(({ rule, subject, move, old, new: next }) =>
    JSON.stringify([rule, subject, move, old, next]),
  );
  const kinds = changes.map(({ kind, part, direction: own }) => JSON.stringify([kind, part, own]));
  return [direction, ...verdicts, ...kinds, texts].join('\n');
}

const allowed: Readonly<Record<Direction, readonly VerdictChange['move'][]>> = {
  none: [],
  weaker: ['milder'],
  stricter: ['stricter'],
  open: ['milder', 'stricter', 'both'],
};

describe('packs that say the same', () => {
  it('do not differ, in whatever layout', () => {
    fc.assert(
      fc.property(cases(), numbers, (each, stream) => {
        const draw = drawFrom(stream);
        const old = programOf(each.policies);
        const other = programOf(each.policies.map((text) => relayoutPack(draw, text)));
        expect(other.diagnostics).toEqual([]);
        for (const next of [programOf(each.policies), other]) {
          const comparison = comparePrograms(old, next);
          expect(itemsOf(comparison)).toEqual([]);
          const unchanged = { needed: 'none', made: 'none', tooSmall: false, reasons: [] };
          expect(comparison.packs.map(({ version }) => version)).toEqual(comparison.packs.map(() => unchanged));
        }
      }),
      options,
    );
  });

  it('do not differ where one is in English and the other in Dutch', () => {
    // A page of all constructs. It names parameters that it does not declare: so does the other, and the rest is compared.
    const [english, dutch] = ['sample.waarborg', 'voorbeeld.waarborg'].map((name) => {
      const text = readFileSync(new URL(`../golden/syntax/${name}`, import.meta.url), 'utf8');
      return buildProgram([parsePolicy(sourceText(name, text)), ...vocabularies]);
    });
    if (english === undefined || dutch === undefined) throw new Error('there are two');
    expect(english.program.packs[0]?.rules).toHaveLength(6);
    expect(dutch.diagnostics.map(({ code }) => code)).toEqual(english.diagnostics.map(({ code }) => code));
    expect(itemsOf(comparePrograms(english, dutch))).toEqual([]);
  });

  it('the shipped packs do not differ from themselves', () => {
    const [old, next] = [buildProgram(parseShippedPolicies()), buildProgram(parseShippedPolicies())];
    expect(itemsOf(comparePrograms(old, next))).toEqual([]);
  });
});

describe('what is said of a change', () => {
  it('holds for whatever manifest: weaker is never stricter, stricter never milder, none changes nothing', () => {
    const met: Record<Direction | 'moved', number> = { weaker: 0, stricter: 0, open: 0, none: 0, moved: 0 };
    fc.assert(
      fc.property(cases(), numbers, (each, stream) => {
        for (const versions of versionsOf(each, stream)) {
          const results = resultsOf(versions);
          if (results === undefined) continue;
          const comparison = comparePrograms(versions.old, versions.next);
          const verdicts = compareVerdicts(...results, namesNow(comparison.sides));
          for (const rule of rulesOf(versions)) {
            const changes = changesReaching(comparison, rule);
            if (isLeftAside(changes, rule, versions)) continue;
            const direction = directionOf(changes);
            const moved = verdicts.filter((verdict) => verdict.rule === rule);
            met[direction] += 1;
            met.moved += moved.length;
            if (moved.some(({ move }) => !allowed[direction].includes(move))) {
              throw new Error(told(direction, moved, changes, versions));
            }
          }
        }
      }),
      options,
    );
    expect(Object.entries(met).filter(([, times]) => times === 0)).toEqual([]);
  });

  it('is turned round where the versions are', () => {
    let turned = 0;
    fc.assert(
      fc.property(cases(), numbers, (each, stream) => {
        for (const { old, next } of versionsOf(each, stream)) {
          const [there, back] = [comparePrograms(old, next), comparePrograms(next, old)];
          const named = (comparison: ProgramComparison, status: ItemChange['status']): readonly string[] =>
            itemsOf(comparison)
              .flatMap((item) => (item.status === status ? [`${item.kind} ${item.id}`] : []))
              .sort();
          expect(named(back, 'added')).toEqual(named(there, 'removed'));
          expect(named(back, 'removed')).toEqual(named(there, 'added'));
          // What is declared beside a rule is measured with the other side's values, which are not the same both ways.
          if (itemsOf(there).some(({ kind }) => kind !== 'rule')) continue;
          for (const item of itemsOf(there).filter(({ status }) => status === 'changed')) {
            const mirror = itemsOf(back).find(({ kind, id }) => kind === item.kind && id === (item.oldId ?? item.id));
            expect(directionsOf(mirror).toSorted()).toEqual(directionsOf(item).map(turnedDirection).toSorted());
            turned += 1;
          }
        }
      }),
      options,
    );
    expect(turned).toBeGreaterThan(0);
  });
});

/** The directions of what changed in a thing, but for names, which come for some and go for others. */
function directionsOf(item: ItemChange | undefined): readonly Direction[] {
  return item?.changes.flatMap(({ kind, direction }) => (kind === 'former-name' ? [] : [direction])) ?? [];
}

describe('verdicts that change', () => {
  it('are those that judging by both sides says', () => {
    let changed = 0;
    fc.assert(
      fc.property(cases(), numbers, (each, stream) => {
        for (const versions of versionsOf(each, stream)) {
          const results = resultsOf(versions);
          if (results === undefined) continue;
          const verdicts = compareVerdicts(...results, namesNow(comparePrograms(versions.old, versions.next).sides));
          const [before, after] = [worstBySubject(results[0]), worstBySubject(results[1])];
          for (const key of new Set([...before.keys(), ...after.keys()])) {
            const [was, is] = [before.get(key) ?? 'not-applicable', after.get(key) ?? 'not-applicable'];
            if (was === is) continue;
            const found = verdicts.find(({ rule, subject, subjectKey }) => `${rule} ${subjectKey ?? subject}` === key);
            changed += 1;
            expect([outcomeOf(found?.old), outcomeOf(found?.new)]).toEqual([was, is]);
          }
          expect(compareVerdicts(results[0], results[0], { rules: new Map(), duties: new Map() })).toEqual([]);
        }
      }),
      options,
    );
    expect(changed).toBeGreaterThan(0);
  });
});

function outcomeOf(side: VerdictChange['old']): Result['outcome'] {
  return side?.outcome ?? 'not-applicable';
}

const order = ['not-applicable', 'pass', 'excepted', 'unproven', 'fail'] as const;

/** The worst outcome of each rule and subject. */
function worstBySubject(results: readonly Result[]): ReadonlyMap<string, Result['outcome']> {
  const worst = new Map<string, Result['outcome']>();
  for (const { rule, subject, subjectKey, outcome } of results) {
    const key = `${rule} ${subjectKey ?? subject}`;
    const known = worst.get(key) ?? 'not-applicable';
    worst.set(key, order.indexOf(outcome) > order.indexOf(known) ? outcome : known);
  }
  return worst;
}
