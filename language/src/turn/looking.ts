import type { CoreProgram } from '../core/core.ts';
import type { Outcome, Result } from '../evaluate/result.ts';
import type { RawNode } from '../manifest/document.ts';
import { type DocumentSyntax, readDocuments } from '../manifest/read-document.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import type { Day } from '../values/calendar.ts';
import type { Candidate } from './candidates.ts';
import type { RuleJudge } from './judge-change.ts';
import { applyEdits, type TextEdit, textEdits } from './text-edits.ts';
import { changeTree, sameTree } from './tree-change.ts';

/** What is looked for: how a rule could come to another outcome for a subject. */
export interface TurnSearch {
  readonly program: CoreProgram;
  readonly manifest: TypedManifest;
  /** How the text of the manifest is read. */
  readonly syntax: DocumentSyntax;
  readonly asOf: Day;
  /** The result that is to be another. */
  readonly result: Result;
  /** The outcomes that are looked for; without any: see `usualTargets`. */
  readonly to?: readonly Outcome[];
  /** How many changes of one field, and of two, are judged at most; `usualBounds` where it is not given. */
  readonly bounds?: Bounds;
}

/** How much is tried. */
export interface Bounds {
  readonly single: number;
  readonly pairs: number;
}

/** So many changes of one field, and of two, are judged at most, and each as often as so many nodes in all allow. */
const mostTried = 3000;
const mostNodes = 3_000_000;
const leastTried = 30;

/** As much as a person waits for: each change of a large manifest takes longer, so fewer are tried. */
export function usualBounds(root: RawNode): Bounds {
  const most = Math.max(leastTried, Math.min(mostTried, Math.floor(mostNodes / nodesIn(root))));
  return { single: most, pairs: most };
}

function nodesIn(node: RawNode): number {
  if (node.kind === 'scalar') return 1;
  const inside = node.kind === 'list' ? node.items : node.entries.map(({ value }) => value);
  return inside.reduce((sum, each) => sum + nodesIn(each), 1);
}

/** A search under way. */
export interface Looking {
  readonly search: TurnSearch;
  readonly judge: RuleJudge;
  readonly root: RawNode;
  readonly isJson: boolean;
  readonly to: readonly Outcome[];
  readonly bounds: Bounds;
}

/** Whether an outcome is one that is looked for. */
export function isWanted(outcome: Outcome | undefined, { to }: Looking): outcome is Outcome {
  return outcome !== undefined && to.includes(outcome);
}

/** The outcome where all of some changes are made. */
export function outcomeWith(candidates: readonly Candidate[], { root, judge, search }: Looking): Outcome | undefined {
  const changed = changedRoot(candidates, root);
  return changed === undefined ? undefined : judge.outcomeOf({ ...search.manifest.document, root: changed });
}

function changedRoot(candidates: readonly Candidate[], root: RawNode): RawNode | undefined {
  let changed: RawNode | undefined = root;
  for (const { change } of candidates) changed = changed === undefined ? undefined : changeTree(changed, change);
  return changed;
}

/** The edits that make some changes, once the changed text was read and judged; undefined where that says something else. */
export function prove(
  candidates: readonly Candidate[],
  { search, judge, root, isJson, to }: Looking,
): readonly TextEdit[] | undefined {
  const { document } = search.manifest;
  const { source, index } = document;
  const changed = changedRoot(candidates, root);
  const edits = changed === undefined ? undefined : textEdits(root, changed, source.text, isJson);
  if (changed === undefined || edits === undefined || edits.length === 0) return undefined;
  const text = applyEdits(source.text, edits);
  const { documents } = readDocuments({ name: source.name, text }, search.syntax);
  const read = documents[index];
  if (read?.root === undefined || read.problems.length > document.problems.length) return undefined;
  if (!sameTree(read.root, changed)) return undefined;
  const outcome = judge.outcomeOf(read);
  return outcome !== undefined && to.includes(outcome) ? edits : undefined;
}
