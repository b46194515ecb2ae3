import type { Localized } from '../diagnostic/diagnostic.ts';
import { nearestNames } from '../diagnostic/nearest.ts';
import { formatDate } from '../values/calendar.ts';
import { firstBySubject } from './claim-index.ts';
import { type Entry, roleOf } from './claims.ts';
import { endsSoon } from './ends-soon.ts';
import type { Frame } from './frame.ts';
import type { JudgedRule } from './judge-rule.ts';
import { locationOf, type Place } from './place.ts';
import type { ExplanationUse, Notice, Result } from './result.ts';
import { isDate } from './values.ts';

interface Explained {
  /** Each rule with its results. */
  readonly rules: readonly { readonly judged: JudgedRule; readonly results: readonly Result[] }[];
  readonly notices: readonly Notice[];
}

/**
 * Comply or explain: a valid explanation stands beside the results of its rule where a duty of that level falls short,
 * and changes no outcome.
 * Whether it covers all findings of a result is for the report to say.
 */
export function applyExplanations(judged: readonly JudgedRule[], entries: readonly Entry[], frame: Frame): Explained {
  const used = new Set<Entry>();
  const notices: Notice[] = [];
  const tested = entries.map((entry): TestedEntry => ({ entry, ...testExplanation(entry, frame) }));
  for (const { fault, place } of tested) {
    if (fault !== undefined) notices.push(notice('explanation-not-valid', fault, place));
  }
  const byRule = byExplainedRule(tested);
  const rules = judged.map((each) => {
    const { rule, subjects } = each;
    const own = rule.names.flatMap((name) => byRule.get(name) ?? []).sort((a, b) => a.number - b.number);
    if (own.length === 0) return { judged: each, results: subjects.map(({ result }) => result) };
    const first = firstBySubject(own, ({ entry }) => entry);
    const results = subjects.map(({ result, key }) => {
      const found = hasExplainable(result) ? first.of(key)?.value : undefined;
      if (found === undefined) return result;
      used.add(found.entry);
      return { ...result, explanation: found.use };
    });
    return { judged: each, results };
  });
  const known = new Set(judged.flatMap(({ rule }) => rule.names));
  for (const each of tested) {
    if (each.use !== undefined)
      notices.push(...(used.has(each.entry) ? noticeOfUsed(each, frame) : [noticeOfUnused(each, known, judged)]));
  }
  return { rules, notices };
}

/** The end of an explanation that something rests on, where it is near. */
function noticeOfUsed({ entry, place }: TestedEntry, { asOf }: Frame): readonly Notice[] {
  const ends = roleOf(entry, 'ends').value;
  if (!isDate(ends) || !endsSoon(ends.day, asOf)) return [];
  const day = formatDate(ends.day);
  const words = { en: `This explanation ends on ${day}.`, nl: `Deze uitleg eindigt op ${day}.` };
  return [notice('explanation-ends-soon', words, place)];
}

/** An explanation that covers nothing: of a rule that no pack here has, or of one that does not need it. */
function noticeOfUnused(
  { entry, place }: TestedEntry,
  known: ReadonlySet<string>,
  judged: readonly JudgedRule[],
): Notice {
  const { value, place: named } = roleOf(entry, 'explained-rule');
  if (typeof value !== 'string' || known.has(value)) {
    const words = {
      en: 'This explanation is not needed: it covers nothing.',
      nl: 'Deze uitleg is niet nodig: zij dekt niets.',
    };
    return notice('explanation-unused', words, place);
  }
  const names = judged.map(({ rule }) => rule.core.name);
  const [nearest] = nearestNames(value, names, 1);
  const help =
    nearest === undefined
      ? { en: '', nl: '' }
      : { en: ` Did you mean \`${nearest}\`?`, nl: ` Bedoelde u \`${nearest}\`?` };
  const words = {
    en: `This explanation is of a rule that no pack here has: \`${value}\`.${help.en}`,
    nl: `Deze uitleg is bij een regel die geen pakket hier heeft: \`${value}\`.${help.nl}`,
  };
  return notice('explanation-unknown', words, named);
}

function notice(kind: Notice['kind'], message: Localized, place: Place): Notice {
  return { kind, message, location: locationOf(place) };
}

type Numbered = { readonly number: number; readonly value: TestedEntry };

/** The valid explanations by what they say that they explain. */
function byExplainedRule(tested: readonly TestedEntry[]): ReadonlyMap<string, readonly Numbered[]> {
  const groups = new Map<string, Numbered[]>();
  for (const [number, value] of tested.entries()) {
    const rule = roleOf(value.entry, 'explained-rule').value;
    if (value.use === undefined || typeof rule !== 'string') continue;
    const group = groups.get(rule);
    if (group === undefined) groups.set(rule, [{ number, value }]);
    else group.push({ number, value });
  }
  return groups;
}

function hasExplainable(result: Result): boolean {
  return result.findings.some(
    ({ outcome, level, notExplainable }) => outcome !== 'excepted' && level === 'comply-or-explain' && !notExplainable,
  );
}

interface Tested {
  readonly use: ExplanationUse | undefined;
  readonly fault: Localized | undefined;
  readonly place: Place;
}

interface TestedEntry extends Tested {
  readonly entry: Entry;
}

/** What an explanation is, or why it does not count: it needs a reason, an accountable role, a begin and an end. */
export function testExplanation(entry: Entry, { asOf }: Frame): Tested {
  const reason = roleOf(entry, 'reason');
  const by = roleOf(entry, 'accountable');
  const begins = roleOf(entry, 'begins');
  const ends = roleOf(entry, 'ends');
  const invalid = (place: Place, en: string, nl: string): Tested => ({
    use: undefined,
    fault: { en: `This explanation does not count: ${en}.`, nl: `Deze uitleg telt niet: ${nl}.` },
    place,
  });
  if (typeof reason.value !== 'string')
    return invalid(reason.place, 'its reason is not recorded', 'de reden is niet vastgelegd');
  if (typeof by.value !== 'string')
    return invalid(by.place, 'nobody is accountable for it', 'niemand is ervoor verantwoordelijk');
  if (!isDate(begins.value))
    return invalid(begins.place, 'its first day is not recorded', 'de eerste dag is niet vastgelegd');
  if (!isDate(ends.value))
    return invalid(ends.place, 'its last day is not recorded', 'de laatste dag is niet vastgelegd');
  const [first, last] = [formatDate(begins.value.day), formatDate(ends.value.day)];
  if (asOf < begins.value.day) return invalid(begins.place, `it begins on ${first}`, `zij begint op ${first}`);
  if (asOf > ends.value.day) return invalid(ends.place, `it ended on ${last}`, `zij eindigde op ${last}`);
  return {
    use: { reason: reason.value, by: by.value, begins: first, ends: last },
    fault: undefined,
    place: entry.place,
  };
}
