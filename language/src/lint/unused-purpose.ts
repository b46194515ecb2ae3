import type { Pack } from '../model/model.ts';
import type { Name, PurposeDeclaration } from '../syntax/ast.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';
import { namesInUse, packsThatReach } from './support/used-names.ts';

/** A purpose that stands apart from all others, and that nothing names. */
export const unusedPurpose: LintRule = {
  name: 'unused-purpose',
  title: { en: 'A purpose hangs together with nothing', nl: 'Een doel hangt met niets samen' },
  find: ({ model }) =>
    model.packs.flatMap((pack) => {
      const named = namesThatJoin(packsThatReach(pack, model));
      return [...pack.purposes.values()]
        .filter(({ within, declaration }) => within === undefined && standsApart(declaration))
        .filter(({ name }) => !named.has(name))
        .map(({ declaration }) => finding(declaration.name));
    }),
};

function standsApart({ parents, sameAs, children }: PurposeDeclaration): boolean {
  return parents.length === 0 && sameAs.length === 0 && children.length === 0;
}

/** The last parts of all names that stand where a purpose is named; `pack/name` names `name`. */
function namesThatJoin(packs: readonly Pack[]): ReadonlySet<string> {
  const purposes = packs.flatMap(joined).map(({ text }) => text.slice(text.lastIndexOf('/') + 1));
  return new Set([...purposes, ...namesInUse(packs), ...packs.flatMap(namesInParameters)]);
}

function joined({ purposes, cuts, compatibles }: Pack): readonly Name[] {
  const declared = [...purposes.values()].flatMap(({ declaration: { parents, sameAs } }) => [
    ...parents,
    ...sameAs.flatMap((identity) => (identity.kind === 'purpose' ? [identity.name] : [])),
  ]);
  return [
    ...declared,
    ...cuts.flatMap(({ child, parent }) => [child, parent]),
    ...compatibles.flatMap(({ collectedFor, usedFor }) => [collectedFor, usedFor]),
  ];
}

function namesInParameters({ parameters }: Pack): readonly string[] {
  return [...parameters.values()].flatMap(({ value }) => {
    const values = value.kind === 'list' ? value.items : [value];
    return values.flatMap((each) => (each.kind === 'path' ? [each.root.text] : []));
  });
}

function finding({ text, span }: Name): Finding {
  return {
    span,
    message: {
      en: `No rule names \`${text}\`, and it is neither narrower nor wider than another purpose`,
      nl: `Geen regel noemt \`${text}\`, en het is enger noch ruimer dan een ander doel`,
    },
    help: {
      en: 'Put it under a wider purpose, or remove it.',
      nl: 'Zet het onder een ruimer doel, of verwijder het.',
    },
  };
}
