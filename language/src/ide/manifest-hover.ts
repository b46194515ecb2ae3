import { dutchType } from '../core/lower-literal.ts';
import { neededFields } from '../describe/needed-fields.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Outcome, Result } from '../evaluate/result.ts';
import { findPurpose } from '../manifest/find-purpose.ts';
import { describeType, rootRecord } from '../model/types.ts';
import { localizedText } from '../model/vocabulary.ts';
import { type Span, spanOf } from '../source/source.ts';
import { type Judging, judgedOf } from './support/manifests/judged.ts';
import { levelWords, outcomeWords } from './support/manifests/outcome-words.ts';
import { type ManifestPlace, placeAt } from './support/manifests/places.ts';
import { type DeclaredRule, rulesOf } from './support/manifests/rule-names.ts';
import type { RootProgram } from './support/program.ts';
import type { Snapshot } from './support/snapshot.ts';

/** What an editor shows of a key or a value of a manifest. */
export interface ManifestHover {
  readonly span: Span;
  /** The field with its type: `updated_on: date`. */
  readonly title: Localized;
  /** What the vocabulary says of the field, and of the value where it is one that is declared. */
  readonly paragraphs: readonly Localized[];
  /** The rules that look at it, those first that ask for something to be done. */
  readonly rules: readonly LookingRule[];
  /** How many more do. */
  readonly more: number;
}

/** A rule that looks at a value, and what it came to. */
export interface LookingRule {
  /** `pack/rule`. */
  readonly id: string;
  readonly title: Localized;
  readonly level: Localized;
  /** Where its name is declared. */
  readonly declared: Span;
  /** In words; undefined where the rule was not judged. */
  readonly outcome: Localized | undefined;
  /** What it says of the manifest; undefined where it says nothing. */
  readonly message: Localized | undefined;
}

/** So many rules are shown of one value. */
const mostRules = 10;

/** What there is to know of the key or value at an offset of a manifest; undefined where the vocabulary knows none there. */
export function manifestHoverOf(snapshot: Snapshot, path: string, offset: number): ManifestHover | undefined {
  for (const { document, judgings } of judgedOf(snapshot, path)) {
    const places = judgings.map(({ typed }) =>
      typed.record === undefined ? undefined : placeAt(typed.record, offset),
    );
    const place = places.find((each) => each !== undefined);
    const [judging] = judgings;
    if (place === undefined || judging === undefined) continue;
    const rules = judgings.flatMap((each) => rulesAbout(place, each)).sort((a, b) => rankOf(a) - rankOf(b));
    return {
      span: spanOf(document.source, place.start, place.end),
      title: titleOf(place),
      paragraphs: paragraphsOf(place, judging.program),
      rules: rules.slice(0, mostRules).map(({ shown }) => shown),
      more: Math.max(0, rules.length - mostRules),
    };
  }
  return undefined;
}

function titleOf({ field }: ManifestPlace): Localized {
  return { en: `${field.name}: ${describeType(field.type)}`, nl: `${field.name}: ${dutchType(field.type)}` };
}

function paragraphsOf({ part, field, type, text }: ManifestPlace, { checked }: RootProgram): readonly Localized[] {
  const closed = field.closed
    ? { en: 'Left out, it means that there is none.', nl: 'Staat het er niet, dan is het er niet.' }
    : undefined;
  const value = part === 'value' ? valueWords(type, text.trim(), checked.program.purposes) : undefined;
  return [localizedText(field.text), closed, value].filter((each) => each !== undefined);
}

function valueWords(
  type: ManifestPlace['type'],
  text: string,
  purposes: RootProgram['checked']['program']['purposes'],
): Localized | undefined {
  if (type.kind === 'choice') {
    const choice = type.choices.values.find(({ name, was }) => name === text || was.includes(text));
    return named(choice?.name, localizedText(choice?.text));
  }
  if (type.kind !== 'purpose') return undefined;
  const found = findPurpose(text, purposes);
  const purpose = found.kind === 'found' ? purposes.purposes.get(found.value.purpose) : undefined;
  return named(purpose?.id, purpose?.text);
}

function named(name: string | undefined, words: Localized | undefined): Localized | undefined {
  if (name === undefined || words === undefined) return undefined;
  return { en: `${name}: ${words.en}`, nl: `${name}: ${words.nl}` };
}

const pathsOfPrograms = new WeakMap<RootProgram['checked'], ReadonlyMap<string, readonly DeclaredRule[]>>();

/** The rules of a program by the paths of the fields that they look at. */
function rulesByPath({ checked }: RootProgram): ReadonlyMap<string, readonly DeclaredRule[]> {
  const known = pathsOfPrograms.get(checked);
  if (known !== undefined) return known;
  const byPath = new Map<string, DeclaredRule[]>();
  for (const rule of rulesOf(checked).values()) {
    for (const { path } of neededFields(rule.core)) byPath.set(path, [...(byPath.get(path) ?? []), rule]);
  }
  pathsOfPrograms.set(checked, byPath);
  return byPath;
}

interface Ranked {
  readonly worst: Outcome | undefined;
  readonly shown: LookingRule;
}

/** The rules that look at a place, or at something in it. */
function rulesAbout(place: ManifestPlace, { program, typed, judgement }: Judging): readonly Ranked[] {
  const { record } = typed;
  if (record === undefined) return [];
  const own = place.path.replace(/(?:\[\])+$/, '');
  const looking = new Set<DeclaredRule>();
  for (const [path, rules] of rulesByPath(program)) {
    const within = path === own || path.startsWith(`${own}.`) || path.startsWith(`${own}[]`);
    if (within) for (const rule of rules) looking.add(rule);
  }
  const kind = rootRecord(record.type);
  return [...looking]
    .filter(({ core }) => rootRecord(core.record) === kind)
    .map((rule) =>
      lookingRule(
        rule,
        place,
        (judgement?.results ?? []).filter(({ rule: id }) => id === rule.core.id),
      ),
    );
}

const weight: Readonly<Record<Outcome, number>> = { fail: 0, unproven: 1, excepted: 2, pass: 3, 'not-applicable': 4 };

function rankOf({ worst }: Ranked): number {
  return worst === undefined ? 5 : weight[worst];
}

function lookingRule({ core, name }: DeclaredRule, { pointer }: ManifestPlace, results: readonly Result[]): Ranked {
  const about = results.filter(({ subject }) => lies(pointer, subject) || lies(subject, pointer));
  const [worst] = about.toSorted((a, b) => weight[a.outcome] - weight[b.outcome]);
  const details = worst?.findings.map((finding) => finding.explain()) ?? [];
  const here = details.find(({ location }) => lies(location.pointer, pointer)) ?? details[0];
  return {
    worst: worst?.outcome,
    shown: {
      id: core.id,
      title: core.title,
      level: levelWords[core.level],
      declared: name,
      outcome: worst === undefined ? undefined : outcomeWords[worst.outcome],
      message: here?.message,
    },
  };
}

/** Whether a pointer leads to a place, or into it. */
function lies(pointer: string, within: string): boolean {
  return pointer === within || pointer.startsWith(`${within}/`);
}
