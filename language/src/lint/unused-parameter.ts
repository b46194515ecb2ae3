import type { LintRule } from './support/lint-rule.ts';
import { namesInUse, packsThatReach, unusedFinding } from './support/used-names.ts';

/** A parameter that no rule leads to looks like a norm and binds nobody. */
export const unusedParameter: LintRule = {
  name: 'unused-parameter',
  title: { en: 'Nothing uses a parameter', nl: 'Niets gebruikt een parameter' },
  find: ({ model }) =>
    model.packs
      .filter(({ rules }) => rules.size > 0)
      .flatMap((pack) => {
        const used = namesInUse(packsThatReach(pack, model));
        const unused = [...pack.parameters.values()].filter(({ name }) => !used.has(name.text));
        return unused.map(({ name }) =>
          unusedFinding(name, { en: 'let a rule use it', nl: 'laat een regel het gebruiken' }),
        );
      }),
};
