import type { LintRule } from './support/lint-rule.ts';
import { namesInUse, packsThatReach, unusedFinding } from './support/used-names.ts';

/** A definition that no rule leads to says something that nobody is held to. */
export const unusedDefine: LintRule = {
  name: 'unused-define',
  title: { en: 'Nothing uses a definition', nl: 'Niets gebruikt een begrip' },
  find: ({ model }) =>
    model.packs
      .filter(({ rules }) => rules.size > 0)
      .flatMap((pack) => {
        const used = namesInUse(packsThatReach(pack, model));
        const unused = [...pack.defines.values()].filter(({ name }) => !used.has(name.text));
        return unused.map(({ name }) =>
          unusedFinding(name, { en: 'let a rule use it', nl: 'laat een regel het gebruiken' }),
        );
      }),
};
