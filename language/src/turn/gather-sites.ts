import type { PurposeValue } from '../core/constant.ts';
import type { Condition } from '../core/core.ts';
import type { CompiledTerm } from '../evaluate/compiled-condition.ts';
import type { Frame } from '../evaluate/frame.ts';
import type { Look, Seen } from '../evaluate/look.ts';
import type { Place } from '../evaluate/place.ts';
import { isDate, isDuration, isList, isPurpose } from '../evaluate/values.ts';
import type { SchemaPurposes } from '../manifest/manifest-schema.ts';
import type { Value } from '../manifest/value.ts';
import type { Type } from '../model/types.ts';
import { itemFor } from './item-for.ts';
import { type ListItem, leftAlone, pathOf, type Site } from './site.ts';
import { besides, membersOf, startOfPeriod, typeAt, type Wish, wishesForAny } from './wishes.ts';

/** The places on which a decision rests, gathered as it is looked at. */
export interface Sites {
  readonly look: Look;
  /** In the order in which they were looked at. */
  readonly all: () => readonly Site[];
  /** Whether places were left alone in which somebody states what was agreed or explained. */
  readonly leftStatements: () => boolean;
}

/** So many purposes are tried at one place. */
const mostPurposes = 60;

/** Gathers sites from what a decision looks at. */
export function gatherSites(purposes: SchemaPurposes): Sites {
  const sites = new Map<string, Site>();
  let statements = false;
  const siteAt = (place: Place, type: Type, value: Value): Site | undefined => {
    const reason = leftAlone(place);
    if (reason === 'statement') statements = true;
    if (reason !== undefined || place.step === undefined) return undefined;
    const path = pathOf(place);
    const key = JSON.stringify(path);
    const known = sites.get(key);
    if (known !== undefined) return known;
    const site: Site = { place, path, type, value, wishes: [], boundaries: [], items: [], needsAny: false };
    sites.set(key, site);
    return site;
  };
  /** The places of a term, or of all that it is worked out from. */
  const sitesOf = (term: CompiledTerm, frame: Frame): readonly Site[] => {
    if (term.core.kind === 'constant' || term.core.kind === 'parameter') return [];
    if (term.operands.length > 0) return term.operands.flatMap((operand) => sitesOf(operand, frame));
    return term.locate(frame).flatMap(({ place, value }) => {
      return place === undefined ? [] : (siteAt(place, typeAt(place, term), value) ?? []);
    });
  };
  const wish = (wishes: readonly Wish[], areBoundaries: boolean): void => {
    for (const { place, type, now, value } of wishes) {
      const site = siteAt(place, type, now);
      site?.wishes.push(value);
      if (!areBoundaries) continue;
      site?.boundaries.push(value);
      // What a calculation gives beside its boundary may be far from the boundary of the place itself.
      site?.wishes.push(...around(value, type));
    }
  };
  /** One side of a comparison takes the value of the other, or one beside it. */
  const wishAround = (
    core: Condition & { readonly kind: 'compare' },
    term: CompiledTerm,
    other: CompiledTerm,
    frame: Frame,
  ): void => {
    const boundary = other.value(frame);
    if (boundary === undefined || isList(boundary)) return;
    wish(wishesForAny(term, [boundary], frame), true);
    if (core.operator !== 'equal') wish(wishesForAny(term, around(boundary, other.type), frame), false);
  };
  const wishMembers = (term: CompiledTerm, values: readonly Value[], frame: Frame): void => {
    for (const site of sitesOf(term, frame)) {
      const { type } = site;
      if (type.kind !== 'list') site.wishes.push(...values);
      else site.items.push(...values.map((value): ListItem => ({ kind: 'value', value, type: type.of })));
    }
  };
  const takeTest = ({ core, terms }: Seen & { readonly kind: 'test' }, frame: Frame): void => {
    const [first, second] = terms;
    const found = terms.flatMap((term) => sitesOf(term, frame));
    if (core.kind === 'recorded') for (const site of found) site.needsAny = true;
    if (first === undefined || second === undefined) return;
    if (core.kind === 'compare') {
      wishAround(core, first, second, frame);
      wishAround(core, second, first, frame);
    }
    if (core.kind === 'member') {
      wishMembers(first, membersOf(second.value(frame)), frame);
      wishMembers(second, membersOf(first.value(frame)), frame);
    }
    if (core.kind === 'falls-under' || core.kind === 'compatible') {
      wishMembers(first, narrower(second.value(frame), purposes, frame), frame);
      wishMembers(second, wider(first.value(frame), purposes, frame), frame);
    }
    if (core.kind === 'within-period') wish(wishesOfPeriod(first, second, frame), false);
  };
  const look: Look = (seen, frame) => {
    if (seen.kind === 'test') {
      takeTest(seen, frame);
      return;
    }
    for (const site of sitesOf(seen.list, frame)) {
      const item = seen.asked === undefined ? undefined : itemFor(site.type, seen.asked, frame);
      if (item !== undefined) site.items.push(item);
    }
  };
  return { look, all: () => [...sites.values()], leftStatements: () => statements };
}

/** Two steps to both sides of a boundary: the second shows that what the first does goes on. */
function around(boundary: Value, type: Type): readonly Value[] {
  const [below, above] = besides(boundary, type) ?? [undefined, undefined];
  const further: readonly Value[] = [besides(below, type)?.[0], besides(above, type)?.[1]];
  const all: readonly Value[] = [below, above, ...further];
  return all.filter((value) => value !== undefined);
}

/** The last day of a period, the first, and the days around it; or the length that would reach back to the date. */
function wishesOfPeriod(date: CompiledTerm, period: CompiledTerm, frame: Frame): readonly Wish[] {
  const asOf: Value = { kind: 'date', day: frame.asOf };
  const start = startOfPeriod(period.value(frame), asOf);
  const days = isDate(start)
    ? [0, 1, -1, 2, 3, -2].map((more): Value => ({ kind: 'date', day: start.day + more }))
    : [];
  const after = [1, 2].map((more): Value => ({ kind: 'date', day: frame.asOf + more }));
  const from = date.value(frame);
  const lengths: readonly Value[] =
    isDate(from) && from.day <= frame.asOf
      ? [0, 1, -1].map((more) => ({ kind: 'duration', duration: { months: 0, days: frame.asOf - from.day + more } }))
      : [];
  return [
    ...wishesForAny(date, [asOf, ...after, ...days], frame),
    ...wishesForAny(period, lengths.filter(isDuration), frame),
  ];
}

/** Purposes that fall under one of some purposes: these themselves, then narrower ones. */
function narrower(value: Value, purposes: SchemaPurposes, frame: Frame): readonly Value[] {
  const wide = membersOf(value).filter(isPurpose);
  const all = declared(purposes).filter((narrow) => wide.some((each) => frame.purposes.fallsUnder(narrow, each)));
  return [...wide, ...all].slice(0, mostPurposes);
}

/** Purposes under which some purposes fall: these themselves, then wider ones, then all others, for compatibilities. */
function wider(value: Value, purposes: SchemaPurposes, frame: Frame): readonly Value[] {
  const narrow = membersOf(value).filter(isPurpose);
  const all = declared(purposes).filter((wide) => narrow.some((each) => frame.purposes.fallsUnder(each, wide)));
  return [...narrow, ...all].slice(0, mostPurposes);
}

function declared(purposes: SchemaPurposes): readonly PurposeValue[] {
  return [...purposes.purposes.keys()].map((purpose) => ({ kind: 'purpose', purpose, case: undefined }));
}
