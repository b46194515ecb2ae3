import type { CoreProgram, CoreRule } from '../core/core.ts';
import { diagnostic } from '../diagnostic/diagnostic.ts';
import {
  testedTwice,
  unevenTable,
  unknownDuty,
  unknownTestedException,
  unknownTestedPack,
  unknownTestedRule,
} from '../diagnostic/test-errors.ts';
import type { NotApplicableReason } from '../evaluate/result.ts';
import { isHole, type Report, reportUnknown } from '../model/report.ts';
import type { Name } from '../syntax/ast.ts';
import type { Expectation, ExpectedOutcome, TestDeclaration, TestsFile } from '../syntax/tests-ast.ts';

/** An expectation of which every name is known. */
export interface ResolvedExpectation {
  readonly expectation: Expectation;
  readonly rule: CoreRule;
}

/** The rules that tests may name, by all their names. */
export interface TestedRules {
  readonly pack: string;
  readonly byName: ReadonlyMap<string, CoreRule>;
}

/** The rules that a file of tests may name; undefined after saying that its pack is not there. */
export function testedRules({ pack }: TestsFile, program: CoreProgram, report: Report): TestedRules | undefined {
  if (isHole(pack)) return undefined;
  const names = program.packs.map(({ name }) => name);
  if (!names.includes(pack.text)) {
    const message = {
      en: `The policies have no pack \`${pack.text}\``,
      nl: `Het beleid heeft geen pakket \`${pack.text}\``,
    };
    reportUnknown(report, unknownTestedPack, pack, message, names, {
      en: 'Give it with --policy, or put the tests in its folder.',
      nl: 'Geef het mee met --policy, of zet de toetsen in de map ervan.',
    });
    return undefined;
  }
  const byName = new Map<string, CoreRule>();
  const rules = program.packs.flatMap((each) => each.rules);
  // Present names first: a former name never hides a rule that bears it now.
  for (const names of [(rule: CoreRule) => [rule.name], (rule: CoreRule) => rule.was]) {
    for (const rule of rules) {
      for (const name of names(rule)) {
        const known = [`${rule.pack}/${name}`, ...(rule.pack === pack.text ? [name] : [])];
        for (const each of known) if (!byName.has(each)) byName.set(each, rule);
      }
    }
  }
  return { pack: pack.text, byName };
}

/** The expectations of a test of which every name is known; what is not known is reported. */
export function resolveExpectations(
  test: TestDeclaration,
  rules: TestedRules,
  report: Report,
): readonly ResolvedExpectation[] {
  return test.expectations.flatMap((expectation) => {
    const rule = rules.byName.get(expectation.rule.text);
    if (rule === undefined) {
      reportNoRule(expectation.rule, rules, report);
      return [];
    }
    const wrong = [
      checkCount(expectation, test, report),
      ...expectation.outcomes.map((outcome) => checkNames(outcome, rule, report)),
    ];
    return wrong.includes(false) ? [] : [{ expectation, rule }];
  });
}

function reportNoRule(name: Name, { pack, byName }: TestedRules, report: Report): void {
  const message = name.text.includes('/')
    ? { en: `The policies have no rule \`${name.text}\``, nl: `Het beleid heeft geen regel \`${name.text}\`` }
    : { en: `\`${pack}\` has no rule \`${name.text}\``, nl: `\`${pack}\` heeft geen regel \`${name.text}\`` };
  reportUnknown(report, unknownTestedRule, name, message, byName.keys());
}

/** One outcome is that of all values; else each has its own. */
function checkCount({ outcomes, span }: Expectation, { table }: TestDeclaration, report: Report): boolean {
  const values = table?.cells.length ?? 1;
  if (outcomes.length === 1 || outcomes.length === values) return true;
  if (outcomes.length === 0) return false;
  const message =
    table === undefined
      ? {
          en: `Here are ${outcomes.length} outcomes for one manifest`,
          nl: `Hier staan ${outcomes.length} uitkomsten voor één manifest`,
        }
      : {
          en: `The table has ${values} values, and here are ${outcomes.length} outcomes`,
          nl: `De tabel heeft ${values} waarden, en hier staan ${outcomes.length} uitkomsten`,
        };
  const related = table === undefined ? [] : [{ span: table.span, message: { en: 'the values', nl: 'de waarden' } }];
  const help = {
    en: 'Give each value its outcome, or all of them one.',
    nl: 'Geef elke waarde een uitkomst, of alle samen één.',
  };
  report(diagnostic(unevenTable, span, message, { help, related }));
  return false;
}

const notApplicableReasons: readonly NotApplicableReason[] = ['scope', 'condition', 'no-item', 'not-in-force'];

/** What keeps it unknown whether a rule applies, as findings call it. */
const applicability: readonly string[] = ['scope', 'applies', 'selection', 'for-each'];

function checkNames(outcome: ExpectedOutcome, rule: CoreRule, report: Report): boolean {
  const duties = outcome.outcome === 'not-applicable' ? notApplicableReasons : dutiesOf(rule);
  const known = outcome.duties.map((duty) => {
    if (duties.includes(duty.text)) return true;
    const message = {
      en: `\`${rule.name}\` has no duty \`${duty.text}\``,
      nl: `\`${rule.name}\` heeft geen plicht \`${duty.text}\``,
    };
    reportUnknown(report, unknownDuty, duty, message, duties);
    return false;
  });
  const exceptions = rule.exceptions.flatMap(({ name, was }) => [name, ...was]);
  const named = outcome.exceptions.map((name) => {
    if (exceptions.includes(name.text)) return true;
    const message = {
      en: `\`${rule.name}\` has no exception \`${name.text}\``,
      nl: `\`${rule.name}\` heeft geen uitzondering \`${name.text}\``,
    };
    reportUnknown(report, unknownTestedException, name, message, exceptions);
    return false;
  });
  if (outcome.outcome === 'excepted' && exceptions.length === 0) {
    const message = {
      en: `\`${rule.name}\` has no exceptions`,
      nl: `\`${rule.name}\` heeft geen uitzonderingen`,
    };
    report(diagnostic(unknownTestedException, outcome.span, message));
    return false;
  }
  return ![...known, ...named].includes(false);
}

/** The names of what may fall short in a rule: its duties, what exceptions leave owed, claims, and whether it applies. */
function dutiesOf({ obligations, exceptions }: CoreRule): readonly string[] {
  return [
    ...obligations.map(({ id }) => id),
    ...exceptions.flatMap(({ name, residual }) => [...residual.map(({ id }) => `${name}/${id}`), `claim/${name}`]),
    ...applicability,
  ];
}

/** Reports the tests and manifests of a file that have the name of an earlier one. */
export function reportNamesTwice({ tests, manifests }: TestsFile, report: Report): void {
  for (const group of [tests, manifests]) {
    const firsts = new Map<string, Name>();
    for (const { name } of group) {
      const first = firsts.get(name.text);
      if (first === undefined) firsts.set(name.text, name);
      else {
        const message = {
          en: `The name \`${name.text}\` is taken already`,
          nl: `De naam \`${name.text}\` is al in gebruik`,
        };
        const related = [{ span: first.span, message: { en: 'here first', nl: 'hier voor het eerst' } }];
        report(diagnostic(testedTwice, name.span, message, { related }));
      }
    }
  }
}
