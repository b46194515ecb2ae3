import type { CoreCompatibility, CorePurpose, PurposeGraph } from '../core/core.ts';
import { textOfKey, writtenKey } from '../core/core-keys.ts';
import { rewriteCondition } from '../core/rewrite-core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { listed } from '../diagnostic/nearest.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { PurposeDeclaration } from '../syntax/ast.ts';
import { alignByName } from './align.ts';
import { change, nameChanges, namedThing, plain, wordsChange } from './change.ts';
import { citationsText } from './citations.ts';
import { compareNotes } from './compare-notes.ts';
import type { Change, ItemChange } from './comparison.ts';
import { declaredEffects, type Effect } from './effects.ts';
import { writingOf } from './meaning.ts';
import { graphRelation } from './purpose-relation.ts';
import { conditionSentence } from './sentences.ts';
import { compatibilitiesNow, newValues, oldMeaning, type PackSides, rulesWith, type Sides } from './sides.ts';

/** What changed in the purposes of a pack, in which may be used for which, and in what it cut. */
export function comparePurposes(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const { pairs, added, removed } = alignByName(
    [...pair.old.purposes.values()],
    [...pair.next.purposes.values()],
    ({ name }) => name,
    ({ declaration }) => declaration.was.map(({ text }) => text),
  );
  return [
    ...pairs.flatMap(([old, next]) => comparePurpose([old.id, old.declaration], [next.id, next.declaration], sides)),
    ...added.map(({ id, declaration }) => lonePurpose(id, declaration, 'added')),
    ...removed.map(({ id, declaration }) => lonePurpose(id, declaration, 'removed')),
    ...compareCuts(pair),
    ...compareCompatibilities(pair, sides),
  ];
}

function lonePurpose(id: string, { text }: PurposeDeclaration, status: 'added' | 'removed'): ItemChange {
  const only = change({ kind: status, nature: status === 'added' ? 'addition' : 'name-gone' });
  return item('purpose', id, localizedText(text), [only], status);
}

function item(
  kind: ItemChange['kind'],
  id: string,
  title: Localized | undefined,
  changes: readonly Change[],
  status: ItemChange['status'] = 'changed',
  oldId?: string,
): ItemChange {
  return { kind, id, oldId, title, level: undefined, status, changes };
}

type Named = readonly [id: string, declaration: PurposeDeclaration];

function comparePurpose([oldId, before]: Named, [id, after]: Named, sides: Sides): readonly ItemChange[] {
  const [old, next] = [oldGraph(sides).purposes.get(id), sides.next.program.purposes.purposes.get(id)];
  const changes = [
    ...nameChanges(namedThing(before), namedThing(after)),
    ...(old === undefined || next === undefined ? [] : compareWider(old, next, sides)),
    ...compareOpen(before.open, after.open),
    ...wordsChange('same-as', addressesOf(before), addressesOf(after)),
    ...wordsChange('description', localizedText(before.text), localizedText(after.text)),
    ...compareNotes(before.notes, after.notes),
  ];
  const title = localizedText(after.text);
  return changes.length === 0 ? [] : [item('purpose', id, title, changes, 'changed', oldId === id ? undefined : oldId)];
}

const graphs = new WeakMap<Sides, PurposeGraph>();

/** The old graph by the new names. */
function oldGraph(sides: Sides): PurposeGraph {
  const known = graphs.get(sides);
  if (known !== undefined) return known;
  const { purpose } = sides.names;
  const all = [...sides.old.program.purposes.purposes.values()].map((each): readonly [string, CorePurpose] => {
    const id = purpose(each.id);
    return [id, { ...each, id, wider: each.wider.map(purpose) }];
  });
  const graph = { purposes: new Map(all) };
  graphs.set(sides, graph);
  return graph;
}

/** What a purpose falls directly under. What that does is decided by the whole graph: there may be another way round. */
function compareWider(old: CorePurpose, next: CorePurpose, sides: Sides): readonly Change[] {
  const [before, after] = [old.wider, next.wider].map((wider) => [...wider].sort());
  if (textOfKey(before ?? []) === textOfKey(after ?? [])) return [];
  const { effects, reaches } = graphEffects(sides);
  return [change({ kind: 'wider', old: namesText(before), new: namesText(after), nature: 'words', effects, reaches })];
}

function namesText(ids: readonly string[] = []): Localized | undefined {
  if (ids.length === 0) return undefined;
  const names = ids.map((id) => id.slice(id.indexOf('/') + 1));
  return { en: listed(names, 'and'), nl: listed(names, 'en') };
}

interface Reaching {
  readonly effects: readonly Effect[];
  readonly reaches: readonly string[];
}

const graphEffectsOfSides = new WeakMap<Sides, Reaching>();

/** What the change of the graph as a whole does to the rules that ask about purposes. */
function graphEffects(sides: Sides): Reaching {
  const known = graphEffectsOfSides.get(sides);
  if (known !== undefined) return known;
  const relation = graphRelation(oldGraph(sides), sides.next.program.purposes);
  const rules =
    relation === 'same'
      ? []
      : rulesWith(
          sides,
          (node) =>
            node.kind === 'falls-under' ||
            node.kind === 'compatible' ||
            ('type' in node && node.type.kind === 'purpose'),
        );
  const effects = rules.flatMap(({ rule }) => {
    const meaning = oldMeaning(rule, sides);
    return declaredEffects(meaning, meaning, relation);
  });
  const found = { effects, reaches: rules.flatMap(({ now }) => now?.id ?? []) };
  graphEffectsOfSides.set(sides, found);
  return found;
}

/** A case of a purpose that is no longer open is an error in the manifest that names it. */
function compareOpen(old: boolean, next: boolean): readonly Change[] {
  if (old === next) return [];
  const words = (open: boolean): Localized => (open ? { en: 'yes', nl: 'ja' } : { en: 'no', nl: 'nee' });
  return [change({ kind: 'open', old: words(old), new: words(next), nature: next ? 'addition' : 'name-gone' })];
}

function addressesOf({ sameAs }: PurposeDeclaration): Localized | undefined {
  const addresses = sameAs.flatMap((identity) => (identity.kind === 'iri' ? [identity.iri] : []));
  return addresses.length === 0 ? undefined : plain(addresses.sort().join(', '));
}

/** Cuts show in what purposes fall under as well; what is told here is that the pack made them, and why. */
function compareCuts({ old, next }: PackSides): readonly ItemChange[] {
  const nameOf = ({ child, parent }: (typeof old.cuts)[number]): string => `${child.text} → ${parent.text}`;
  const { pairs, added, removed } = alignByName(old.cuts, next.cuts, nameOf);
  return [
    ...pairs.flatMap(([before, after]) => {
      const changes = wordsChange('reason', localizedText(before.because), localizedText(after.because));
      return changes.length === 0 ? [] : [item('cut', nameOf(after), undefined, changes)];
    }),
    ...added.map((cut) =>
      item(
        'cut',
        nameOf(cut),
        undefined,
        [change({ kind: 'added', new: localizedText(cut.because), nature: 'addition' })],
        'added',
      ),
    ),
    ...removed.map((cut) =>
      item(
        'cut',
        nameOf(cut),
        undefined,
        [change({ kind: 'removed', old: localizedText(cut.because), nature: 'words' })],
        'removed',
      ),
    ),
  ];
}

function compareCompatibilities(pair: PackSides, sides: Sides): readonly ItemChange[] {
  const writing = writingOf(sides.names);
  const old = pair.oldCore.compatibilities.map(
    (each): CoreCompatibility => ({
      ...each,
      collectedFor: sides.names.purpose(each.collectedFor),
      usedFor: sides.names.purpose(each.usedFor),
      condition: each.condition && rewriteCondition(each.condition, writing),
    }),
  );
  const { pairs, added, removed } = alignByName(
    numbered(old),
    numbered(pair.nextCore.compatibilities),
    ({ name }) => name,
  );
  const reaching = compatibilityEffects(sides);
  const lone = ({ name, declared }: Numbered, status: 'added' | 'removed'): ItemChange => {
    const text = conditionSentence(declared.condition, 'is');
    const shown = status === 'added' ? { new: text } : { old: text };
    return item(
      'compatibility',
      name,
      undefined,
      [change({ kind: status, ...shown, nature: 'words', ...reaching })],
      status,
    );
  };
  return [
    ...pairs.flatMap(([{ declared: before }, { declared: after, name }]) => {
      const same = keyOf(before) === keyOf(after);
      const changes = [
        ...(same
          ? []
          : [
              change({
                kind: 'condition',
                old: conditionSentence(before.condition, 'is'),
                new: conditionSentence(after.condition, 'is'),
                nature: 'words',
                ...reaching,
              }),
            ]),
        ...wordsChange('citation', citationsText(before.cites), citationsText(after.cites)),
      ];
      return changes.length === 0 ? [] : [item('compatibility', name, undefined, changes)];
    }),
    ...added.map((each) => lone(each, 'added')),
    ...removed.map((each) => lone(each, 'removed')),
  ];
}

interface Numbered {
  readonly name: string;
  readonly declared: CoreCompatibility;
}

/** Compatibilities by their purposes; a second one of the same two has a number. */
function numbered(all: readonly CoreCompatibility[]): readonly Numbered[] {
  const counts = new Map<string, number>();
  return all.map((declared) => {
    const [from, to] = [declared.collectedFor, declared.usedFor].map((id) => id.slice(id.indexOf('/') + 1));
    const name = `${from} → ${to}`;
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return { name: count === 1 ? name : `${name} (${count})`, declared };
  });
}

function keyOf({ condition }: CoreCompatibility): string | undefined {
  return condition && textOfKey(writtenKey(condition));
}

/** What the new compatibilities together do to the rules that ask about them, those of packs that use this one too. */
function compatibilityEffects(sides: Sides): Reaching {
  const rules = rulesWith(sides, (node) => node.kind === 'compatible').flatMap(({ rule, now }) => {
    const pair = sides.pairs.find(({ old }) => old.name === rule.pack);
    if (pair === undefined) return [];
    const values = newValues(sides);
    const compatibilities = compatibilitiesNow(pair);
    const effects = declaredEffects(
      oldMeaning(rule, sides, values),
      oldMeaning(rule, sides, { ...values, compatibilities }),
    );
    return effects.every(({ direction }) => direction === 'none') ? [] : [{ effects, now }];
  });
  return { effects: rules.flatMap(({ effects }) => effects), reaches: rules.flatMap(({ now }) => now?.id ?? []) };
}
