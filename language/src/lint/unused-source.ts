import type { LintRule } from './support/lint-rule.ts';
import { citationsIn, packsThatReach, unusedFinding } from './support/used-names.ts';

/** A source that nothing cites suggests that it has been worked out into rules. */
export const unusedSource: LintRule = {
  name: 'unused-source',
  title: { en: 'Nothing cites a source', nl: 'Niets verwijst naar een bron' },
  find: ({ model }) =>
    model.packs.flatMap((pack) => {
      const cited = new Set(
        packsThatReach(pack, model)
          .flatMap(citationsIn)
          .map(({ source }) => source.text),
      );
      const unused = [...pack.sources.values()].filter(({ name }) => !cited.has(name.text));
      return unused.map(({ name }) => unusedFinding(name, { en: 'cite it', nl: 'verwijs ernaar' }));
    }),
};
