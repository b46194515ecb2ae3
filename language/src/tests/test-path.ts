import { diagnostic } from '../diagnostic/diagnostic.ts';
import { didYouMean, listed, nearestNames } from '../diagnostic/nearest.ts';
import { nothingAtTestPath, unknownTestPath } from '../diagnostic/test-errors.ts';
import { keyOf } from '../evaluate/place.ts';
import { entryNamed } from '../manifest/entry-named.ts';
import { pointerTo } from '../manifest/pointer.ts';
import { fieldsOf } from '../manifest/type-record.ts';
import type { RecordValue, Value } from '../manifest/value.ts';
import { isHole, type Report, reportUnknown } from '../model/report.ts';
import { describeType, type Type } from '../model/types.ts';
import type { Name } from '../syntax/ast.ts';
import type { TestPath } from '../syntax/tests-ast.ts';

/** A step to a field or an item that is there, or to where it would be. */
export type FoundStep =
  | { readonly kind: 'field'; readonly name: Name; readonly key: string }
  /** The index is the length of the list where there is no such item. */
  | { readonly kind: 'item'; readonly name: Name; readonly index: number; readonly keys: readonly string[] };

/** Where a path leads in a manifest. */
export interface FoundPath {
  readonly steps: readonly FoundStep[];
  /** How many of the steps lead to something that stands in the manifest. */
  readonly there: number;
  /** The first item that is not there, with the keys of those that are. */
  readonly lacking: { readonly name: Name; readonly keys: readonly string[] } | undefined;
}

/** Follows a path through a typed manifest; undefined after saying that the vocabulary does not know it, or for a hole. */
export function followPath(path: TestPath, root: RecordValue, report: Report): FoundPath | undefined {
  // A hole that recovery left has been reported.
  if (path.steps.length === 0) return undefined;
  const steps: FoundStep[] = [];
  let there = 0;
  let lacking: FoundPath['lacking'];
  let type: Type = { kind: 'record', record: root.type };
  let value: Value = root;
  for (const step of path.steps) {
    const standing: boolean = there === steps.length;
    if (step.kind === 'field') {
      const found = fieldStep(step.name, type, value, report);
      if (found === undefined) return undefined;
      ({ type, value } = found);
      steps.push({ kind: 'field', name: step.name, key: found.key });
      if (standing && found.there) there += 1;
      continue;
    }
    const found = itemStep(step.key, type, value, report);
    if (found === undefined) return undefined;
    ({ type, value } = found);
    steps.push({ kind: 'item', name: step.key, index: found.index, keys: found.keys });
    if (standing && found.there) there += 1;
    else lacking ??= { name: step.key, keys: found.others };
  }
  return { steps, there, lacking };
}

/** The JSON Pointer of the deepest part of a path that stands in the manifest: findings about what is missing stand there. */
export function pointerOfPath({ steps, there }: FoundPath): string {
  return steps
    .slice(0, there)
    .reduce((pointer, step) => pointerTo(pointer, step.kind === 'field' ? step.key : step.index), '');
}

interface FieldStep {
  readonly type: Type;
  readonly value: Value;
  /** The key as it stands in the manifest, which may be a former name. */
  readonly key: string;
  readonly there: boolean;
}

function fieldStep(name: Name, type: Type, value: Value, report: Report): FieldStep | undefined {
  if (isHole(name)) return undefined;
  if (type.kind !== 'record') {
    const inList = type.kind === 'list';
    const message = {
      en: `\`${name.text}\` is asked of a ${describeType(type)}, which has no fields`,
      nl: `\`${name.text}\` wordt gevraagd van iets zonder velden (${describeType(type)})`,
    };
    const help = inList
      ? {
          en: 'Say which item of the list with its key between brackets.',
          nl: 'Zeg met de sleutel tussen rechte haken welk onderdeel van de lijst.',
        }
      : undefined;
    report(diagnostic(unknownTestPath, name.span, message, { help }));
    return undefined;
  }
  const fields = fieldsOf(type.record);
  const field = fields.get(name.text);
  if (field === undefined) {
    const message = {
      en: `\`${type.record.name}\` has no field \`${name.text}\``,
      nl: `\`${type.record.name}\` heeft geen veld \`${name.text}\``,
    };
    reportUnknown(report, unknownTestPath, name, message, type.record.byName.keys());
    return undefined;
  }
  const record = isRecord(value) ? value : undefined;
  const entry = record === undefined ? undefined : entryNamed(record.raw, field.name, field.was);
  return {
    type: field.type,
    value: record?.slots[field.slot],
    key: entry?.key ?? field.name,
    there: entry !== undefined,
  };
}

interface ItemStep {
  readonly type: Type;
  readonly value: Value;
  readonly index: number;
  readonly keys: readonly string[];
  readonly there: boolean;
  readonly others: readonly string[];
}

function itemStep(name: Name, type: Type, value: Value, report: Report): ItemStep | undefined {
  if (type.kind !== 'list') {
    const message = {
      en: `\`[${name.text}]\` is asked of a ${describeType(type)}, which has no items`,
      nl: `\`[${name.text}]\` wordt gevraagd van iets zonder onderdelen (${describeType(type)})`,
    };
    report(diagnostic(unknownTestPath, name.span, message));
    return undefined;
  }
  const items = isList(value) ? value.items : [];
  const keys = items.map((item, index) => keyOf(item, type.keys) ?? textOfItem(value, index));
  const index = keys.indexOf(name.text);
  return {
    type: type.of,
    value: items[index],
    index: index === -1 ? items.length : index,
    keys: type.keys,
    there: index !== -1,
    others: keys.filter((key) => key !== undefined),
  };
}

/** An item of a list without keys is called by what it says. */
function textOfItem(list: Value, index: number): string | undefined {
  const node = isList(list) ? list.raw?.items[index] : undefined;
  return node?.kind === 'scalar' ? node.text : undefined;
}

function isRecord(value: Value): value is RecordValue {
  return typeof value === 'object' && value.kind === 'record';
}

function isList(value: Value): value is Extract<Value, { readonly kind: 'list' }> {
  return typeof value === 'object' && value.kind === 'list';
}

/** That a path leads to an item or value that is not in the manifest. */
export function reportNothingThere(path: TestPath, found: FoundPath, report: Report): void {
  const { lacking } = found;
  if (lacking === undefined) {
    const message = { en: 'There is nothing here in this manifest', nl: 'Hier staat in dit manifest niets' };
    report(diagnostic(nothingAtTestPath, path.span, message));
    return;
  }
  const { name, keys } = lacking;
  const message = {
    en: `There is no item \`${name.text}\` in this manifest`,
    nl: `Er is in dit manifest geen onderdeel \`${name.text}\``,
  };
  const near = nearestNames(name.text, keys);
  const some = keys.slice(0, 8).map((key) => `\`${key}\``);
  const fixes = near.map((key) => ({
    title: { en: `Change to ${key}`, nl: `Wijzig in ${key}` },
    edits: [{ span: name.span, text: /^[\p{L}\w/-]+$/u.test(key) ? key : JSON.stringify(key) }],
  }));
  const help =
    didYouMean(near) ??
    (some.length === 0
      ? { en: 'The list is empty, or is not there.', nl: 'De lijst is leeg, of is er niet.' }
      : { en: `There are ${listed(some, 'and')}.`, nl: `Er zijn ${listed(some, 'en')}.` });
  report(diagnostic(nothingAtTestPath, name.span, message, { help, fixes }));
}
