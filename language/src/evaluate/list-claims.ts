import type { Localized } from '../diagnostic/diagnostic.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { type FieldRole, fieldWithRole, rootRecord } from '../model/types.ts';
import { type Day, formatDate } from '../values/calendar.ts';
import { ruleNamesIn } from './claimed-entries.ts';
import { type Entry, entriesOf, roleOf, textsOf } from './claims.ts';
import type { CompiledException, CompiledRule } from './compile-rule.ts';
import { endsSoon } from './ends-soon.ts';
import type { Frame } from './frame.ts';
import type { CompiledProgram } from './judge.ts';
import { faultsOf } from './judge-claim.ts';
import { namesOfRule, namesOfTarget } from './names.ts';
import { keyOfItem, locationOf } from './place.ts';
import { startFrame } from './registers.ts';
import type { Location, Notice } from './result.ts';
import { isDate } from './values.ts';

/**
 * How something that is claimed stands on a date. What was never proper comes first: `unknown` names what no pack here
 * has, `incomplete` lacks what everything that is claimed needs, and the policy does not allow what is `too-long` or
 * `not-allowed`.
 */
export type ClaimState =
  | 'unknown'
  | 'incomplete'
  | 'too-long'
  | 'not-allowed'
  | 'ended'
  | 'not-begun'
  | 'unused'
  | 'ends-soon'
  | 'in-force';

/** Something that a manifest claims: an exception, an explanation of a departure, or an approval. */
export interface ListedClaim {
  readonly kind: 'exception' | 'explanation' | 'approval';
  readonly state: ClaimState;
  /** What is wrong with it; undefined where nothing is, or where the state says it all. */
  readonly fault: Localized | undefined;
  /** Its key in its list. */
  readonly reference: string | undefined;
  /** What it says that it is about, as written: `rule/exception`, `rule`, `rule/duty`. */
  readonly about: string | undefined;
  /** The rule that it is about, `pack/rule`, and its title; undefined where no pack here has it. */
  readonly rule: string | undefined;
  readonly title: Localized | undefined;
  /** The duties and the subjects to which it is narrowed. */
  readonly items: readonly string[];
  readonly subjects: readonly string[];
  readonly ground: string | undefined;
  readonly by: string | undefined;
  readonly reason: string | undefined;
  /** ISO dates. */
  readonly begins: string | undefined;
  readonly ends: string | undefined;
  readonly location: Location;
}

type Kind = ListedClaim['kind'];

const lists: readonly (readonly [Kind, 'claims' | 'explanations' | 'approvals', FieldRole])[] = [
  ['exception', 'claims', 'claimed-exception'],
  ['explanation', 'explanations', 'explained-rule'],
  ['approval', 'approvals', 'approved-for'],
];

/**
 * All that a manifest and the file beside it claim, in their order, and how each stands on a date. `notices` are those of
 * judging the manifest on that date: they know on what nothing rests.
 */
export function listClaims(
  compiled: CompiledProgram,
  manifest: TypedManifest,
  asOf: Day,
  notices: readonly Notice[],
): readonly ListedClaim[] {
  const { record } = manifest;
  if (record === undefined) return [];
  const about = compiled.rules.get(rootRecord(record.type));
  if (about === undefined) return [];
  const { rules, registers } = about;
  const frame = startFrame(manifest, record, asOf, compiled, registers);
  const unused = new Set(
    notices.filter(({ kind }) => kind === 'claim-unused' || kind === 'explanation-unused').map(placeKey),
  );
  return lists.flatMap(([kind, list, nameRole]) =>
    entriesOf(record, frame, list).map((entry) => listed(kind, entry, nameRole, { rules, frame, unused })),
  );
}

interface Listing {
  readonly rules: readonly CompiledRule[];
  readonly frame: Frame;
  readonly unused: ReadonlySet<string>;
}

function placeKey({ location }: { readonly location: Location | undefined }): string {
  return location === undefined ? '' : `${location.span.start} ${location.span.source.name}`;
}

function listed(kind: Kind, entry: Entry, nameRole: FieldRole, { rules, frame, unused }: Listing): ListedClaim {
  const about = textOf(entry, nameRole);
  const rule = rules.find(({ core }) => {
    const names = namesOfRule(core);
    return about !== undefined && [about, ...ruleNamesIn(about)].some((name) => names.includes(name));
  });
  const location = locationOf(entry.place);
  const found = wrongWith(kind, entry, about, rule, frame) ?? onThisDay(entry, frame);
  const isUnused = unused.has(placeKey({ location })) && (found.state === 'in-force' || found.state === 'ends-soon');
  return {
    kind,
    state: isUnused ? 'unused' : found.state,
    fault: found.fault,
    reference: keyOfItem(entry.place),
    about,
    rule: rule?.core.id,
    title: rule?.core.title,
    items: textsOf(roleOf(entry, 'covered-items').value) ?? [],
    subjects: textsOf(roleOf(entry, 'covered-subjects').value) ?? [],
    ground: textOf(entry, 'ground'),
    by: textOf(entry, 'accountable'),
    reason: textOf(entry, 'reason'),
    begins: dateOf(entry, 'begins'),
    ends: dateOf(entry, 'ends'),
    location,
  };
}

interface Standing {
  readonly state: ClaimState;
  readonly fault: Localized | undefined;
}

/** What is wrong with a claim whatever the day; undefined where nothing is. */
function wrongWith(
  kind: Kind,
  entry: Entry,
  about: string | undefined,
  rule: CompiledRule | undefined,
  frame: Frame,
): Standing | undefined {
  if (about !== undefined && rule === undefined)
    return {
      state: 'unknown',
      fault: { en: 'no pack here has this rule', nl: 'geen pakket hier heeft deze regel' },
    };
  const exception = kind === 'exception' && rule !== undefined ? exceptionOf(about ?? '', rule) : undefined;
  if (kind === 'exception' && about !== undefined && exception === undefined)
    return {
      state: 'unknown',
      fault: { en: 'the rule has no such exception', nl: 'de regel kent deze uitzondering niet' },
    };
  const missing = missingIn(kind, entry, about, exception);
  if (missing.length > 0)
    return {
      state: 'incomplete',
      fault: {
        en: `not recorded: ${missing.map(({ en }) => en).join(', ')}`,
        nl: `niet vastgelegd: ${missing.map(({ nl }) => nl).join(', ')}`,
      },
    };
  const faults = exception === undefined || rule === undefined ? undefined : faultsOf(entry, exception, rule, frame);
  if (faults?.tooLong !== undefined) return { state: 'too-long', fault: faults.tooLong };
  if (faults?.notAllowed !== undefined) return { state: 'not-allowed', fault: faults.notAllowed };
  return undefined;
}

function exceptionOf(about: string, { core, exceptions }: CompiledRule): CompiledException | undefined {
  return exceptions.find(({ core: each }) => namesOfTarget(core, [each.name, ...each.was]).includes(about));
}

/** What everything that is claimed needs, as far as the vocabulary has a field for it. */
function missingIn(
  kind: Kind,
  entry: Entry,
  about: string | undefined,
  exception: CompiledException | undefined,
): readonly Localized[] {
  const lacks = (role: FieldRole): boolean => {
    const has = fieldWithRole(entry.record.type, role) !== undefined;
    const { value } = roleOf(entry, role);
    return has && typeof value !== 'string' && !isDate(value);
  };
  const asked: readonly (readonly [boolean, Localized])[] = [
    [about === undefined, { en: 'what it is about', nl: 'waarover het gaat' }],
    [
      kind === 'exception' && (exception?.core.grounds.length ?? 0) > 0 && lacks('ground'),
      { en: 'the ground', nl: 'de grond' },
    ],
    [lacks('accountable'), { en: 'who answers for it', nl: 'wie ervoor instaat' }],
    [lacks('reason'), { en: 'the reason', nl: 'de reden' }],
    [lacks('begins'), { en: 'the first day', nl: 'de eerste dag' }],
    [lacks('ends'), { en: 'the last day', nl: 'de laatste dag' }],
  ];
  return asked.flatMap(([isMissing, words]) => (isMissing ? [words] : []));
}

/** How a claim with which nothing is wrong stands on the day of judging. */
function onThisDay(entry: Entry, { asOf }: Frame): Standing {
  const begins = roleOf(entry, 'begins').value;
  const ends = roleOf(entry, 'ends').value;
  const fault = undefined;
  if (isDate(ends) && isDate(begins) && ends.day < begins.day)
    return { state: 'not-allowed', fault: { en: 'it ends before it begins', nl: 'het eindigt voordat het begint' } };
  if (isDate(begins) && asOf < begins.day) return { state: 'not-begun', fault };
  if (isDate(ends) && ends.day < asOf) return { state: 'ended', fault };
  return { state: isDate(ends) && endsSoon(ends.day, asOf) ? 'ends-soon' : 'in-force', fault };
}

function textOf(entry: Entry, role: FieldRole): string | undefined {
  const { value } = roleOf(entry, role);
  return typeof value === 'string' ? value : undefined;
}

function dateOf(entry: Entry, role: 'begins' | 'ends'): string | undefined {
  const { value } = roleOf(entry, role);
  return isDate(value) ? formatDate(value.day) : undefined;
}
