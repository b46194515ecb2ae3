import { projectSchema } from '../../cli/src/project/project-shape.ts';
import { readConstructPages } from './construct-pages.ts';
import { constructsIndex, inReadingOrder } from './constructs-index.ts';
import { grammarPages } from './grammar-pages.ts';
import { keywordsPage } from './keywords-page.ts';

/** Every generated file of the reference, by its path below `docs/reference`, with forward slashes. */
export function generatedPages(): ReadonlyMap<string, string> {
  const constructs = inReadingOrder(readConstructPages());
  return new Map([
    ['keywords.md', keywordsPage(constructs)],
    ['constructs/README.md', constructsIndex(constructs)],
    ...grammarPages(),
    // Not a page: the package ships it, for editors that check project files.
    ['../../cli/schemas/project-file.schema.json', `${JSON.stringify(projectSchema, null, 2)}\n`],
  ]);
}
