import type { CorePurpose, CoreRule, PurposeGraph } from '../core/core.ts';
import { wordsOf } from '../core/lowering.ts';
import { type Model, type Pack, packsInReach } from '../model/model.ts';
import { lookUpPurpose } from '../model/resolve-purpose.ts';
import type { Name } from '../syntax/ast.ts';
import { describeCitations } from './describe-sources.ts';
import { usedBy } from './describe-used.ts';
import type { DeclaredCompatibility, DeclaredCut, PackPurpose } from './pack-description.ts';
import { isAt, notesIn, packText } from './pack-text.ts';
import { describeCondition } from './sentence.ts';

/** The purposes of a pack and what is said between them; a line whose purposes are not known is left out. */
export interface DescribedPurposes {
  readonly purposes: readonly PackPurpose[];
  readonly compatibilities: readonly DeclaredCompatibility[];
  readonly cuts: readonly DeclaredCut[];
}

/** The purposes that a pack declares, with every wider one and those that it joins them with. */
export function describePurposes(
  pack: Pack,
  rules: readonly CoreRule[],
  model: Model,
  graph: PurposeGraph,
): DescribedPurposes {
  const lowered = rules.flatMap((rule) => [...usedBy(rule).compatibilities]);
  const compatibilities = pack.compatibles.flatMap(({ collectedFor, usedFor, condition, cites }) => {
    const [from, to] = [idOf(collectedFor, pack), idOf(usedFor, pack)];
    if (from === undefined || to === undefined) return [];
    const written = condition === undefined ? undefined : wordsOf(condition.span);
    const found = lowered.find((each) => each.condition !== undefined && isAt(each.condition.span, condition?.span));
    const sentence = found?.condition === undefined ? undefined : describeCondition(found.condition);
    return [{ collectedFor: from, usedFor: to, written, sentence, cites: describeCitations(cites, pack) }];
  });
  const cuts = pack.cuts.flatMap(({ child, parent, because }) => {
    const [narrow, wide] = [idOf(child, pack), idOf(parent, pack)];
    return narrow === undefined || wide === undefined
      ? []
      : [{ child: narrow, parent: wide, because: packText(because) }];
  });
  const joined = [
    ...compatibilities.flatMap(({ collectedFor, usedFor }) => [collectedFor, usedFor]),
    ...cuts.flatMap(({ child, parent }) => [child, parent]),
  ];
  const own = [...pack.purposes.values()].map(({ id }) => id);
  const reached = withWider([...own, ...joined], graph);
  const purposes = reached.flatMap((id) => {
    const purpose = graph.purposes.get(id);
    return purpose === undefined ? [] : [describePurpose(purpose, pack, model, graph)];
  });
  return { purposes, compatibilities, cuts };
}

function idOf(name: Name, pack: Pack): string | undefined {
  const found = lookUpPurpose(name.text, packsInReach(pack), pack.uses);
  return found.kind === 'found' ? found.purpose.id : undefined;
}

/** The purposes given and all above them, in the order in which they are met. */
function withWider(ids: readonly string[], graph: PurposeGraph): readonly string[] {
  const reached = new Set(ids);
  // A set that grows while it is gone through is gone through to its end.
  for (const id of reached) for (const wider of graph.purposes.get(id)?.wider ?? []) reached.add(wider);
  return [...reached];
}

function describePurpose(purpose: CorePurpose, pack: Pack, model: Model, graph: PurposeGraph): PackPurpose {
  const { id, name, open, wider } = purpose;
  const declaration = model.packs.find((each) => each.name === purpose.pack)?.purposes.get(name)?.declaration;
  // Equal purposes are above one another, and nothing else is: what is wider forms no circle.
  const isSame = (other: string): boolean => graph.purposes.get(other)?.wider.includes(id) === true;
  return {
    id,
    pack: purpose.pack,
    name,
    own: purpose.pack === pack.name,
    open,
    text: packText(declaration?.text),
    wider: wider.filter((each) => !isSame(each)),
    same: wider.filter(isSame),
    addresses: (declaration?.sameAs ?? []).flatMap((identity) => (identity.kind === 'iri' ? [identity.iri] : [])),
    notes: notesIn(declaration?.notes ?? []),
  };
}
