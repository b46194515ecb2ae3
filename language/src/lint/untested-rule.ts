import type { Pack } from '../model/model.ts';
import type { RuleDeclaration } from '../syntax/ast.ts';
import type { TestsFile } from '../syntax/tests-ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { LintRule } from './support/lint-rule.ts';

/** A rule of which no test expects anything, in a pack that has tests: nobody would see it change. */
export const untestedRule: LintRule = {
  name: 'untested-rule',
  title: { en: 'No test expects anything of a rule', nl: 'Geen toets verwacht iets van een regel' },
  find: ({ model, tests }) => {
    const tested = new Set(tests.flatMap(testedRules));
    const packs = new Set(tests.map(({ pack }) => pack.text));
    return model.packs
      .filter(({ name }) => packs.has(name))
      .flatMap((pack) =>
        [...pack.rules.values()].filter((rule) => !namesOf(pack, rule).some((name) => tested.has(name))),
      )
      .map(({ name: { text, span } }) => ({
        span,
        message: { en: `No test expects anything of \`${text}\``, nl: `Geen toets verwacht iets van \`${text}\`` },
        help: {
          en: `Write a test with \`${wordsAt(span)('Expect')} ${text} …\`; \`waarborg test --coverage\` shows what else no test sees.`,
          nl: `Schrijf een toets met \`${wordsAt(span)('Expect')} ${text} …\`; \`waarborg test --coverage\` toont wat geen toets nog meer ziet.`,
        },
      }));
  },
};

/** The rules that tests expect something of, as `pack/rule`. */
function testedRules({ pack, tests }: TestsFile): readonly string[] {
  const names = tests.flatMap(({ expectations }) => expectations.map(({ rule }) => rule.text));
  return names.map((name) => (name.includes('/') ? name : `${pack.text}/${name}`));
}

function namesOf(pack: Pack, { name, clauses }: RuleDeclaration): readonly string[] {
  const former = clauses.flatMap((clause) => (clause.kind === 'was' ? [clause.name.text] : []));
  return [name.text, ...former].map((each) => `${pack.name}/${each}`);
}
