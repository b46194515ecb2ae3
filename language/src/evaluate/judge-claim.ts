import type { CoreParameter } from '../core/core.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import { none, type Value } from '../manifest/value.ts';
import { addDuration, type Day, formatDate } from '../values/calendar.ts';
import { type Entry, roleOf, textsOf } from './claims.ts';
import type { CompiledException, CompiledRule } from './compile-rule.ts';
import { formatValue } from './format-value.ts';
import type { Frame } from './frame.ts';
import { and, False, fromBoolean, type Kleene, True, Unknown } from './kleene.ts';
import { locationOf, type Place } from './place.ts';
import type { Location } from './result.ts';
import { isDate, isDuration, isList } from './values.ts';

/** One test of a claim, with what is wrong where it is not met. */
interface Test {
  readonly truth: Kleene;
  readonly fault: Localized | undefined;
  readonly place: Place;
  /** The parameters that the test rests on; none where it is left out. */
  readonly parameters?: readonly CoreParameter[];
}

/** Whether a claim is what the policy allows, and what is wrong with it where it is not. */
export interface Admissibility {
  readonly truth: Kleene;
  /** The first test that is not met: false ones before unknown ones. */
  readonly fault: Localized | undefined;
  /** Set where it is not admissible only because it is too early or too late: on its own days it is. */
  readonly lapsed: 'ended' | 'not begun' | undefined;
  /** The parameters that what is wrong rests on. */
  readonly parameters: readonly CoreParameter[];
  readonly location: Location;
}

/**
 * Tests a claim of an exception: ground, agreement, dates, term, what it covers, and reason. The exception's condition is
 * not among them: it may hold for one item and not for another.
 */
export function admissibilityOf(
  entry: Entry,
  exception: CompiledException,
  rule: CompiledRule,
  frame: Frame,
): Admissibility {
  const before = [testGround(entry, exception), testAgreement(entry, exception, frame)];
  const { begun, notEnded, term } = testDates(entry, exception, frame);
  const after = [term, testCover(entry, exception, rule), testReason(entry)];
  const tests = [...before, begun, notEnded, ...after];
  const truth = truthOf(tests);
  const isProper = truthOf([...before, ...after]) === True;
  const failing = tests.find((test) => test.truth === False) ?? tests.find((test) => test.truth === Unknown);
  const lapsed = isProper ? lapse(begun, notEnded) : undefined;
  return {
    truth,
    fault: failing?.fault,
    lapsed,
    // A claim that has ended is renewed by one that keeps to all of them.
    parameters: lapsed === undefined ? (failing?.parameters ?? []) : exception.parameters,
    location: locationOf(failing?.place ?? entry.place),
  };
}

/** What the policy does not allow of a claim whatever the day: how long it lasts, and the first of all else. */
export function faultsOf(
  entry: Entry,
  exception: CompiledException,
  rule: CompiledRule,
  frame: Frame,
): { readonly tooLong: Localized | undefined; readonly notAllowed: Localized | undefined } {
  const { term } = testDates(entry, exception, frame);
  const others = [
    testGround(entry, exception),
    testAgreement(entry, exception, frame),
    testCover(entry, exception, rule),
  ];
  return {
    tooLong: term.truth === False ? term.fault : undefined,
    notAllowed: others.find(({ truth }) => truth === False)?.fault,
  };
}

function truthOf(tests: readonly Test[]): Kleene {
  let truth: Kleene = True;
  for (const test of tests) truth = and(truth, test.truth);
  return truth;
}

/** A claim that ends before it begins holds on no day, and one of which a bound is missing is not known to hold on any. */
function lapse(begun: Test & Bound, notEnded: Test & Bound): Admissibility['lapsed'] {
  if (begun.day === undefined || notEnded.day === undefined || notEnded.day < begun.day) return undefined;
  if (begun.truth === False) return 'not begun';
  return notEnded.truth === False ? 'ended' : undefined;
}

interface Bound {
  /** Undefined where it is not recorded. */
  readonly day: Day | undefined;
}

const met = (place: Place): Test => ({ truth: True, fault: undefined, place });

function missing(place: Place, what: Localized): Test {
  return { truth: Unknown, fault: { en: `${what.en} is not recorded`, nl: `${what.nl} is niet vastgelegd` }, place };
}

function testGround(entry: Entry, { core }: CompiledException): Test {
  const { value, place } = roleOf(entry, 'ground');
  if (core.grounds.length === 0) return met(place);
  if (typeof value !== 'string') return missing(place, { en: 'the ground', nl: 'de grond' });
  const known = core.grounds.some(({ name, text }) => value === name || value === text?.en || value === text?.nl);
  const names = core.grounds.map((ground) => ground.name).join(', ');
  const fault = {
    en: `\`${value}\` is no ground of this exception (${names})`,
    nl: `\`${value}\` is geen grond van deze uitzondering (${names})`,
  };
  return { truth: fromBoolean(known), fault, place };
}

function testAgreement(entry: Entry, { approvedBy }: CompiledException, frame: Frame): Test {
  const { value, place } = roleOf(entry, 'accountable');
  if (approvedBy === undefined) return met(place);
  if (typeof value !== 'string') return missing(place, { en: 'who agreed', nl: 'wie akkoord ging' });
  const roles = approvedBy.value(frame);
  const allowed = isList(roles) ? roles.items : [roles];
  const isUnknown = !allowed.includes(value) && allowed.some((role) => role === undefined || role === none);
  if (isUnknown) return missing(place, { en: 'who may agree', nl: 'wie akkoord mag gaan' });
  const words = formatValue(roles, approvedBy.type);
  const fault = {
    en: `"${value}" agreed, and ${words.en} may agree`,
    nl: `"${value}" ging akkoord, en ${words.nl} mag akkoord gaan`,
  };
  return { truth: fromBoolean(allowed.includes(value)), fault, place, parameters: approvedBy.parameters };
}

interface DateTests {
  readonly begun: Test & Bound;
  readonly notEnded: Test & Bound;
  readonly term: Test;
}

function testDates(entry: Entry, { lastsAtMost }: CompiledException, frame: Frame): DateTests {
  const begins = roleOf(entry, 'begins');
  const ends = roleOf(entry, 'ends');
  const asOf = formatDate(frame.asOf);
  const begun = isDate(begins.value)
    ? {
        day: begins.value.day,
        truth: fromBoolean(begins.value.day <= frame.asOf),
        fault: {
          en: `it begins on ${formatDate(begins.value.day)}, after ${asOf}`,
          nl: `zij begint op ${formatDate(begins.value.day)}, na ${asOf}`,
        },
        place: begins.place,
      }
    : {
        ...missing(begins.place, { en: 'the day on which it begins', nl: 'de dag waarop zij begint' }),
        day: undefined,
      };
  const notEnded = isDate(ends.value)
    ? {
        day: ends.value.day,
        truth: fromBoolean(frame.asOf <= ends.value.day),
        fault: { en: `it ended on ${formatDate(ends.value.day)}`, nl: `zij eindigde op ${formatDate(ends.value.day)}` },
        place: ends.place,
      }
    : { ...missing(ends.place, { en: 'the day on which it ends', nl: 'de dag waarop zij eindigt' }), day: undefined };
  const term = testTerm({ begins: begins.value, ends: ends.value, place: ends.place }, lastsAtMost, frame);
  return { begun, notEnded, term };
}

interface Dates {
  readonly begins: Value;
  readonly ends: Value;
  readonly place: Place;
}

function testTerm({ begins, ends, place }: Dates, lastsAtMost: CompiledException['lastsAtMost'], frame: Frame): Test {
  if (lastsAtMost === undefined) return met(place);
  const longest = lastsAtMost.value(frame);
  if (!isDate(begins) || !isDate(ends)) return missing(place, { en: 'its term', nl: 'haar duur' });
  if (!isDuration(longest)) return missing(place, { en: 'the longest term', nl: 'de langste duur' });
  const last = addDuration(begins.day, longest.duration);
  const words = formatValue(longest, lastsAtMost.type);
  const fault = {
    en: `it lasts longer than ${words.en}: at most until ${formatDate(last)}`,
    nl: `zij duurt langer dan ${words.nl}: ten hoogste tot en met ${formatDate(last)}`,
  };
  return { truth: fromBoolean(ends.day <= last), fault, place, parameters: lastsAtMost.parameters };
}

function testCover(entry: Entry, { core }: CompiledException, rule: CompiledRule): Test {
  const { value, place } = roleOf(entry, 'covered-items');
  const items = textsOf(value);
  if (items === undefined) return met(place);
  const outside = items.filter((item) => !coversItem(item, core.covers, rule));
  const names = outside.map((item) => `\`${item}\``).join(', ');
  const fault = {
    en: `it claims ${names}, which this exception does not cover`,
    nl: `zij beroept zich op ${names}, wat deze uitzondering niet dekt`,
  };
  return { truth: fromBoolean(outside.length === 0), fault, place };
}

/** An item is an obligation, a disclosed item, or both `item/audience`; all that it names must be covered. */
function coversItem(item: string, covers: readonly string[], rule: CompiledRule): boolean {
  const named = rule.obligations.filter(({ core }) => core.id === item || core.item === item);
  return named.some(({ core }) => covers.includes(core.id));
}

function testReason(entry: Entry): Test {
  const { value, place } = roleOf(entry, 'reason');
  if (typeof value === 'string') return met(place);
  const test = missing(place, { en: 'the reason', nl: 'de reden' });
  // That there is no reason is recorded, so it is not for want of evidence.
  return value === none ? { ...test, truth: False } : test;
}

/** What is wrong with a claim where the condition of its exception does not hold for a subject, or may not. */
export function conditionFault({ condition: { text } }: CompiledException): Localized {
  return { en: `it is allowed only when ${text.en}`, nl: `zij is alleen toegestaan indien ${text.nl}` };
}

/** Whether a claim is about an obligation: those that it lists, else all that the exception covers. */
export function concerns(
  entry: Entry,
  obligation: { readonly id: string; readonly item: string | undefined },
): boolean {
  const items = textsOf(roleOf(entry, 'covered-items').value);
  return items === undefined || items.some((item) => item === obligation.id || item === obligation.item);
}

/** The keys of the subjects that a claim or explanation is about; undefined where it is about all. */
export function subjectsOf(entry: Entry): readonly string[] | undefined {
  return textsOf(roleOf(entry, 'covered-subjects').value);
}
