import type { CheckedProgram } from '../../../check/build-program.ts';
import { findPurpose } from '../../../manifest/find-purpose.ts';
import type { RecordValue } from '../../../manifest/value.ts';
import type { DeclaredPurpose, Pack } from '../../../model/model.ts';
import type { SourceText } from '../../../source/source.ts';
import { spanOf } from '../../../source/source.ts';
import type { ExceptClause, RuleDeclaration } from '../../../syntax/ast.ts';
import { derivation } from '../derive.ts';
import { dutyCalled } from '../names/name-rule.ts';
import {
  symbolOfChoice,
  symbolOfDeclaration,
  symbolOfDuty,
  symbolOfException,
  symbolOfField,
  symbolOfPack,
} from '../names/symbols-of.ts';
import type { Snapshot } from '../snapshot.ts';
import type { NamedSymbol, Occurrence } from '../symbol.ts';
import { judgedOf } from './judged.ts';
import { manifestPaths } from './manifest-files.ts';
import { type ManifestPlace, placesIn } from './places.ts';

const namesOfManifests = derivation<readonly Occurrence[]>();

/**
 * Every name in a file of manifests of something that policies declare, in the order of places: fields, choices, purposes,
 * and the rules, duties and exceptions that claims, explanations and approvals name. Quotation marks are no part of a span.
 */
export function namesInManifest(snapshot: Snapshot, path: string): readonly Occurrence[] {
  const judged = judgedOf(snapshot, path);
  return namesOfManifests(snapshot.memory, path, [judged], () => {
    const found = new Map<string, Occurrence>();
    for (const { judgings } of judged) {
      for (const { typed, program } of judgings) {
        if (typed.record === undefined) continue;
        for (const name of namesOf(typed.record, typed.document.source, program.checked)) {
          // What an alias repeats stands at one place; so does what several programs see.
          found.set(`${name.span.start} ${name.symbol.id}`, name);
        }
      }
    }
    return [...found.values()].sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  });
}

/** What is named at an offset of a manifest: in the name, or right behind it. */
export function manifestNameAt(snapshot: Snapshot, path: string, offset: number): Occurrence | undefined {
  const names = namesInManifest(snapshot, path);
  const within = names.find(({ span }) => span.start <= offset && offset < span.end);
  return within ?? names.find(({ span }) => span.end === offset);
}

/** Every place in manifests where a thing is named, in the order of files and places: for references and for renaming. */
export function occurrencesInManifests(snapshot: Snapshot, { id, span }: NamedSymbol): readonly Occurrence[] {
  return manifestPaths(snapshot).flatMap((path) =>
    namesInManifest(snapshot, path).filter(
      ({ symbol }) => symbol.id === id && symbol.span.source === span.source && symbol.span.start === span.start,
    ),
  );
}

function namesOf(manifest: RecordValue, source: SourceText, checked: CheckedProgram): readonly Occurrence[] {
  return placesIn(manifest).flatMap((place) => {
    const written = writtenAt(place, source);
    return written === undefined ? [] : symbolsAt(place, written, source, checked);
  });
}

/** What stands between the quotation marks, if any; undefined where it is not written as it is read (escapes, folding). */
function writtenAt(place: ManifestPlace, source: SourceText): Written | undefined {
  const raw = source.text.slice(place.start, place.end);
  const quotes = /^(["']).*\1$/s.test(raw) && raw.length > 1 ? 1 : 0;
  const text = raw.slice(quotes, raw.length - quotes);
  return text === place.text && text !== '' ? { text, start: place.start + quotes } : undefined;
}

interface Written {
  readonly text: string;
  readonly start: number;
}

/** A stretch of what is written, and what it names. */
interface Named {
  readonly from: number;
  readonly length: number;
  readonly symbol: NamedSymbol | undefined;
}

function symbolsAt(
  place: ManifestPlace,
  { text, start }: Written,
  source: SourceText,
  checked: CheckedProgram,
): readonly Occurrence[] {
  const all =
    place.part === 'key' ? [whole(text, symbolOfField(place.field, place.record))] : namedBy(place, text, checked);
  return all.flatMap(({ from, length, symbol }): readonly Occurrence[] => {
    if (symbol === undefined || length === 0) return [];
    const span = spanOf(source, start + from, start + from + length);
    return [{ symbol, span, text: text.slice(from, from + length), role: 'reference' }];
  });
}

function whole(text: string, symbol: NamedSymbol | undefined): Named {
  const from = text.length - text.trimStart().length;
  return { from, length: text.trim().length, symbol };
}

function namedBy({ type, field }: ManifestPlace, text: string, checked: CheckedProgram): readonly Named[] {
  if (type.kind === 'choice') {
    const name = text.trim();
    const choice = type.choices.values.find((each) => each.name === name || each.was.includes(name));
    return choice === undefined ? [] : [whole(text, symbolOfChoice(choice, type.choices))];
  }
  if (type.kind === 'purpose') return namedPurpose(text, checked);
  const isAbout = ['claimed-exception', 'explained-rule', 'approved-for'].some((role) => field.roles.includes(role));
  return isAbout ? namedRule(text, checked) : [];
}

/** `name`, `pack/name`, and a case of either: the pack and the purpose are named, and the case is anybody's. */
function namedPurpose(text: string, { program, model }: CheckedProgram): readonly Named[] {
  const found = findPurpose(text.trim(), program.purposes);
  if (found.kind !== 'found') return [];
  const id = found.value.purpose;
  const pack = model.packs.find(({ name }) => id.startsWith(`${name}/`));
  const declared = pack === undefined ? undefined : purposeIn(pack, id);
  if (pack === undefined || declared === undefined) return [];
  const parts = partsOf(text);
  const names = [declared.name, ...declared.declaration.was.map((name) => name.text)];
  const [first, second] = parts;
  const qualified = first?.text === pack.name && second !== undefined && names.includes(second.text);
  const symbol = symbolOfDeclaration(declared.declaration, pack);
  if (first === undefined) return [];
  if (!qualified) return [{ from: first.from, length: first.text.length, symbol }];
  return [
    { from: first.from, length: first.text.length, symbol: symbolOfPack(pack) },
    { from: second.from, length: second.text.length, symbol },
  ];
}

function purposeIn({ purposes }: Pack, id: string): DeclaredPurpose | undefined {
  return [...purposes.values()].find((purpose) => purpose.id === id);
}

/** `rule`, `rule/part`, and either after `pack/`: parts are exceptions and duties. */
function namedRule(text: string, { model }: CheckedProgram): readonly Named[] {
  const parts = partsOf(text);
  for (const skip of [0, 1]) {
    const [first, second] = parts.slice(skip);
    if (first === undefined) return [];
    for (const pack of model.packs) {
      if (skip === 1 && parts[0]?.text !== pack.name) continue;
      const rule = ruleCalled(pack, first.text);
      if (rule === undefined) continue;
      const before = skip === 0 ? undefined : parts[0];
      return [
        ...(before === undefined ? [] : [{ ...lengthOf(before), symbol: symbolOfPack(pack) }]),
        { ...lengthOf(first), symbol: symbolOfDeclaration(rule, pack) },
        ...(second === undefined ? [] : [{ ...lengthOf(second), symbol: partOfRule(rule, second.text, pack) }]),
      ];
    }
  }
  return [];
}

function ruleCalled({ rules }: Pack, name: string): RuleDeclaration | undefined {
  const wasCalled = ({ clauses }: RuleDeclaration): boolean =>
    clauses.some((clause) => clause.kind === 'was' && clause.name.text === name);
  return rules.get(name) ?? [...rules.values()].find(wasCalled);
}

function partOfRule(rule: RuleDeclaration, name: string, pack: Pack): NamedSymbol | undefined {
  const isCalled = (clause: ExceptClause): boolean =>
    clause.name.text === name || clause.clauses.some((item) => item.kind === 'was' && item.name.text === name);
  const exception = rule.clauses.filter((clause) => clause.kind === 'except').find(isCalled);
  if (exception !== undefined) return symbolOfException(exception, rule, pack);
  const duty = dutyCalled(name, rule);
  return duty?.name === undefined ? undefined : symbolOfDuty(duty, duty.name, rule, pack);
}

interface Part {
  readonly text: string;
  readonly from: number;
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = [];
  let from = text.length - text.trimStart().length;
  for (const part of text.trim().split('/')) {
    parts.push({ text: part, from });
    from += part.length + 1;
  }
  return parts;
}

function lengthOf({ text, from }: Part): Pick<Named, 'from' | 'length'> {
  return { from, length: text.length };
}
