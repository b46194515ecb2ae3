import { diagnostic } from '../diagnostic/diagnostic.ts';
import { ambiguousPurpose, cyclicPurpose, nothingToCut, unknownPurpose } from '../diagnostic/model-errors.ts';
import { didYouMean, nearestNames } from '../diagnostic/nearest.ts';
import { type DeclaredPurpose, type Model, type Pack, packsInReach } from '../model/model.ts';
import { isHole, type Report } from '../model/report.ts';
import { lookUpPurpose } from '../model/resolve-purpose.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Name } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { CorePurpose, PurposeGraph } from './core.ts';

/** A purpose while its edges are being gathered. */
interface Node {
  readonly purpose: DeclaredPurpose;
  readonly parents: Set<string>;
  readonly same: Set<string>;
}

/** The purposes of all packs as one graph: edges to wider purposes, cut ones left out, equal ones joined both ways. */
export function lowerPurposes(model: Model, report: Report): PurposeGraph {
  const nodes = new Map<string, Node>();
  for (const pack of model.packs) {
    for (const purpose of pack.purposes.values()) {
      nodes.set(purpose.id, { purpose, parents: new Set(), same: new Set() });
    }
  }
  for (const pack of model.packs) gatherEdges(pack, nodes, report);
  joinByAddress(nodes);
  for (const pack of model.packs) cutEdges(pack, nodes, report);
  reportCycles(nodes, report);
  return { purposes: new Map([...nodes].map(([id, node]) => [id, corePurpose(node)])) };
}

function corePurpose({ purpose, parents, same }: Node): CorePurpose {
  const { declaration } = purpose;
  return {
    id: purpose.id,
    pack: purpose.pack,
    name: purpose.name,
    open: declaration.open,
    text: localizedText(declaration.text),
    was: declaration.was.map((name) => name.text),
    wider: [...parents, ...same],
    span: declaration.name.span,
  };
}

function gatherEdges(pack: Pack, nodes: ReadonlyMap<string, Node>, report: Report): void {
  for (const purpose of pack.purposes.values()) {
    const node = nodes.get(purpose.id);
    if (node === undefined) continue;
    if (purpose.within !== undefined) node.parents.add(purpose.within);
    for (const parent of purpose.declaration.parents) {
      const found = resolve(parent, pack, report);
      if (found !== undefined) node.parents.add(found);
    }
    for (const identity of purpose.declaration.sameAs) {
      if (identity.kind === 'iri') continue;
      const found = resolve(identity.name, pack, report);
      if (found === undefined || found === purpose.id) continue;
      node.same.add(found);
      nodes.get(found)?.same.add(purpose.id);
    }
  }
}

/** The id of the purpose that a name means in a pack; undefined after saying what is wrong with it. */
function resolve(name: Name, pack: Pack, report: Report): string | undefined {
  if (isHole(name)) return undefined;
  const found = lookUpPurpose(name.text, packsInReach(pack), pack.uses);
  switch (found.kind) {
    case 'found':
      return found.purpose.id;
    case 'ambiguous': {
      const message = {
        en: `\`${name.text}\` could be ${found.ids.join(' or ')}`,
        nl: `\`${name.text}\` kan ${found.ids.join(' of ')} zijn`,
      };
      const help = { en: 'Write the pack before the name.', nl: 'Zet het pakket voor de naam.' };
      report(diagnostic(ambiguousPurpose, name.span, message, { help }));
      return undefined;
    }
    case 'unknown': {
      const message = {
        en: `The purpose \`${name.text}\` is not declared`,
        nl: `Het doel \`${name.text}\` is niet verklaard`,
      };
      const help = didYouMean(nearestNames(name.text, found.candidates));
      report(diagnostic(unknownPurpose, name.span, message, { help }));
      return undefined;
    }
  }
}

/** Purposes that are the same as one address are the same as each other. */
function joinByAddress(nodes: ReadonlyMap<string, Node>): void {
  const byAddress = new Map<string, Node[]>();
  for (const node of nodes.values()) {
    for (const identity of node.purpose.declaration.sameAs) {
      if (identity.kind !== 'iri') continue;
      const group = byAddress.get(identity.iri);
      if (group === undefined) byAddress.set(identity.iri, [node]);
      else group.push(node);
    }
  }
  for (const group of byAddress.values()) {
    // Each is joined with each, which shows the shortest way; in a large group all are joined with the first.
    const centre = group.length > largestClique ? group.slice(0, 1) : group;
    for (const node of group) {
      for (const other of centre) {
        if (other === node) continue;
        node.same.add(other.purpose.id);
        other.same.add(node.purpose.id);
      }
    }
  }
}

const largestClique = 32;

function cutEdges(pack: Pack, nodes: ReadonlyMap<string, Node>, report: Report): void {
  for (const cut of pack.cuts) {
    const child = resolve(cut.child, pack, report);
    const parent = resolve(cut.parent, pack, report);
    if (child === undefined || parent === undefined) continue;
    if (nodes.get(child)?.parents.delete(parent) === true) continue;
    const message = {
      en: `\`${cut.child.text}\` is not directly under \`${cut.parent.text}\``,
      nl: `\`${cut.child.text}\` valt niet rechtstreeks onder \`${cut.parent.text}\``,
    };
    const parents = [...(nodes.get(child)?.parents ?? [])].join(', ');
    const help =
      parents === ''
        ? { en: 'It has no wider purpose.', nl: 'Het heeft geen ruimer doel.' }
        : { en: `It is directly under: ${parents}.`, nl: `Het valt rechtstreeks onder: ${parents}.` };
    report(diagnostic(nothingToCut, cut.span, message, { help }));
  }
}

/** A purpose on the way that is being followed, with the wider purposes that are still to be looked at. */
interface Step {
  readonly id: string;
  readonly node: Node;
  readonly parents: readonly string[];
  next: number;
}

/**
 * Reports each circle once, and opens it, so that what follows always ends. Not by recursion: a text can chain more
 * purposes than a stack holds.
 */
function reportCycles(nodes: ReadonlyMap<string, Node>, report: Report): void {
  const done = new Set<string>();
  for (const start of nodes.keys()) {
    const path: Step[] = [];
    const places = new Map<string, number>();
    const enter = (id: string): void => {
      const node = nodes.get(id);
      if (node === undefined || done.has(id)) return;
      places.set(id, path.length);
      path.push({ id, node, parents: [...node.parents], next: 0 });
    };
    enter(start);
    for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
      const parent = top.parents[top.next];
      top.next += 1;
      if (parent === undefined) {
        done.add(top.id);
        places.delete(top.id);
        path.pop();
        continue;
      }
      const place = places.get(parent);
      if (place === undefined) enter(parent);
      else openCircle(path.slice(place), parent, report);
    }
  }
}

function openCircle(steps: readonly Step[], parent: string, report: Report): void {
  const last = steps.at(-1)?.node;
  if (last === undefined) return;
  last.parents.delete(parent);
  const circle = [...steps.map((step) => step.id), parent].join(' → ');
  const message = { en: `These purposes form a circle: ${circle}`, nl: `Deze doelen vormen een kring: ${circle}` };
  const word = wordsAt(last.purpose.declaration.name.span);
  const help = {
    en: `Take one of the parents away; if two are the same purpose, say \`${word('SameAs')}\`.`,
    nl: `Haal een van de ruimere doelen weg; zijn twee doelen hetzelfde, schrijf dan \`${word('SameAs')}\`.`,
  };
  report(diagnostic(cyclicPurpose, last.purpose.declaration.name.span, message, { help }));
}
