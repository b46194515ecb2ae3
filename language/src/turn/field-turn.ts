import type { Localized } from '../diagnostic/diagnostic.ts';
import { formatValue } from '../evaluate/format-value.ts';
import { itemPlace, labelOf, locationOf, type Place } from '../evaluate/place.ts';
import { isList } from '../evaluate/values.ts';
import type { Candidate } from './candidates.ts';
import type { Looking } from './looking.ts';
import type { Site } from './site.ts';
import { textEdits } from './text-edits.ts';
import { changeTree } from './tree-change.ts';
import type { FieldTurn, Turn } from './turn.ts';

/** A change that turns an outcome, in words and as edits of the text. */
export function fieldTurn(candidate: Candidate, { root, isJson, search }: Looking): FieldTurn {
  const { site, action, words, forInstance, change } = candidate;
  const place = placeOf(candidate);
  const alone = changeTree(root, change);
  return {
    label: labelOf(place),
    location: locationOf(place),
    action,
    now: nowWords(site),
    to: words,
    range: undefined,
    others: [],
    forInstance,
    edits: (alone && textEdits(root, alone, search.manifest.document.source.text, isJson)) ?? [],
  };
}

/** What a change is about: the place itself, and for an item that is dropped the item. */
function placeOf({ site, action, change }: Candidate): Place {
  const { place, value, type } = site;
  const index = change.path.at(-1);
  if (action !== 'drop' || !isList(value) || typeof index !== 'number') return place;
  return itemPlace(place, value, index, type.kind === 'list' ? type.keys : []);
}

function nowWords({ place, value, type }: Site): Localized {
  const unread = value === undefined && !place.missing && place.node.kind === 'scalar' ? place.node.text.trim() : '';
  return unread === '' ? formatValue(value, type) : { en: `"${unread}"`, nl: `"${unread}"` };
}

const rankOfAction: Readonly<Record<FieldTurn['action'], number>> = { set: 0, record: 0, add: 1, remove: 3, drop: 4 };

/** The more a change says of the same facts, the earlier: a value, then one more item, then that there is none. */
function rankOf({ fields, outcome }: Turn, { to }: Looking): number {
  const ranks = fields.map(({ action, to: words }) =>
    words.en === 'none' && action !== 'add' ? 2 : rankOfAction[action],
  );
  return to.indexOf(outcome) * 10 + ranks.reduce((sum, rank) => sum + rank, 0);
}

/** Turns, the most natural first. */
export function ranked(turns: readonly Turn[], looking: Looking): readonly Turn[] {
  return turns.toSorted((a, b) => rankOf(a, looking) - rankOf(b, looking));
}
