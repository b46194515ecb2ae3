import { lookAt } from '../evaluate/look.ts';
import type { Outcome } from '../evaluate/result.ts';
import { readDocuments } from '../manifest/read-document.ts';
import { candidatesFor } from './candidates.ts';
import { gatherSites } from './gather-sites.ts';
import { isOfClaim, ruleJudge } from './judge-change.ts';
import { type Looking, type TurnSearch, usualBounds } from './looking.ts';
import { tryPairs } from './try-pairs.ts';
import { trySingles } from './try-singles.ts';
import type { Turns } from './turn.ts';

/** What is looked for where nobody says: how a rule could be met, what would break one that is, what would make one apply. */
function usualTargets(outcome: Outcome): readonly Outcome[] {
  switch (outcome) {
    case 'pass':
      return ['fail'];
    case 'fail':
    case 'unproven':
    case 'excepted':
      return ['pass'];
    case 'not-applicable':
      return ['pass', 'fail', 'unproven', 'excepted'];
  }
}

/**
 * The smallest changes of a manifest that give another outcome: every change that is given was made in the text, and the
 * changed text read, typed and judged. Deterministic, and bounded.
 */
export function findTurns(search: TurnSearch): Turns {
  const { result, manifest, program, asOf } = search;
  const to = (search.to ?? usualTargets(result.outcome)).filter((outcome) => outcome !== result.outcome);
  const base = { from: result.outcome, to, turns: [], tried: { single: 0, pairs: 0 }, complete: true };
  const nothing: Turns = { ...base, refused: undefined, leftStatements: false };
  if (isOfClaim(result)) return { ...nothing, refused: 'claim' };
  if (result.reason === 'not-in-force') return { ...nothing, refused: 'not-in-force' };
  const { root } = manifest.document;
  if (root === undefined || to.length === 0) return nothing;
  const subject = { pointer: result.subject, key: result.subjectKey };
  const judge = ruleJudge(program, manifest, { rule: result.rule, subject, asOf });
  const sites = gatherSites(program.purposes);
  lookAt(judge.compiled, manifest, asOf, { rule: result.rule, subject: result.subject }, sites.look);
  const isJson = isJsonText(search);
  const all = sites.all().flatMap((site) => candidatesFor(site, { purposes: program.purposes, asOf, isJson }));
  const looking: Looking = { search, judge, root, isJson, to, bounds: search.bounds ?? usualBounds(root) };
  const singles = trySingles(all, looking);
  const turns =
    singles.turns.length > 0 ? { turns: singles.turns, tried: 0, complete: true } : tryPairs(singles.failed, looking);
  return {
    ...nothing,
    turns: turns.turns,
    tried: { single: singles.tried, pairs: turns.tried },
    complete: singles.complete && turns.complete,
    leftStatements: sites.leftStatements() || mayBeStated(search),
  };
}

/** Whether a claim of an exception, or an explanation, would bear on the rule: changes of these are not looked for. */
function mayBeStated({ program, result }: TurnSearch): boolean {
  const rule = program.packs.flatMap((pack) => pack.rules).find(({ id }) => id === result.rule);
  if (rule === undefined) return false;
  return (
    rule.exceptions.some(({ claimed }) => claimed) ||
    rule.obligations.some(({ level }) => level === 'comply-or-explain')
  );
}

/** Whether a text is JSON: its words then need quotes that YAML can do without. */
function isJsonText({ syntax, manifest }: TurnSearch): boolean {
  if (syntax !== 'detect') return syntax === 'json';
  const { text } = manifest.document.source;
  if (!/^\s*[{[]/.test(text)) return false;
  const [document] = readDocuments(manifest.document.source, 'json').documents;
  return document !== undefined && document.problems.length === 0;
}
