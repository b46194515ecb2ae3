import type { CheckedProgram } from '../check/build-program.ts';
import type { Localized } from '../diagnostic/diagnostic.ts';
import type { Pack } from '../model/model.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { PackHeaderItem } from '../syntax/ast.ts';
import { change, plain, wordsChange } from './change.ts';
import { compareDefinitions } from './compare-definitions.ts';
import { compareFields } from './compare-fields.ts';
import { compareNotes } from './compare-notes.ts';
import { compareParameters } from './compare-parameters.ts';
import { comparePurposes } from './compare-purposes.ts';
import { compareRules, loneRule } from './compare-rules.ts';
import { compareSources } from './compare-sources.ts';
import type { Change, ItemChange, PackChange } from './comparison.ts';
import { type PackOnSide, type PackSides, type Sides, sidesOf } from './sides.ts';
import { versionAdvice } from './version-advice.ts';

/** What changed between two checked programs, pack by pack, and what belongs together in them. */
export interface ProgramComparison {
  /** Every pack of both sides, those in which nothing changed too. */
  readonly packs: readonly PackChange[];
  /** Fields of vocabularies that rules of both sides look at. */
  readonly fields: readonly ItemChange[];
  readonly sides: Sides;
}

/** Compares two programs without errors. What is in one place by another spelling or order is no change. */
export function comparePrograms(old: CheckedProgram, next: CheckedProgram): ProgramComparison {
  const sides = sidesOf(old, next);
  const fields = compareFields(sides);
  return {
    packs: [
      ...sides.pairs.map((pair) => comparePack(pair, sides, fields)),
      ...sides.packs.added.map((pack) => lonePack(pack, 'added', next)),
      ...sides.packs.removed.map((pack) => lonePack(pack, 'removed', old)),
    ],
    fields,
    sides,
  };
}

function comparePack(pair: PackSides, sides: Sides, fields: readonly ItemChange[]): PackChange {
  const { old, next } = pair;
  const items = [
    ...compareHead(pair),
    ...compareRules(pair, sides),
    ...compareParameters(pair, sides),
    ...compareDefinitions(pair, sides),
    ...comparePurposes(pair, sides),
    ...compareSources(pair),
  ];
  const own = new Set(pair.nextCore.rules.map(({ id }) => id));
  const felt = fields.filter(({ changes }) => changes.some(({ reaches }) => reaches.some((rule) => own.has(rule))));
  return {
    name: next.name,
    oldName: old.name === next.name ? undefined : old.name,
    oldVersion: old.version,
    newVersion: next.version,
    items,
    version: versionAdvice([...items, ...felt], old.version, next.version),
  };
}

/** What a pack says before its rules; its scope is told of the rules. */
function compareHead({ old, next, nextCore, oldCore }: PackSides): readonly ItemChange[] {
  const changes: readonly Change[] = [
    ...(old.name === next.name
      ? []
      : [change({ kind: 'renamed', old: plain(old.name), new: plain(next.name), nature: 'name-gone' })]),
    ...wordsChange('title', oldCore.title, nextCore.title),
    ...wordsChange('scope', otherScopes(old), otherScopes(next)),
    ...compareNotes(notesOf(old), notesOf(next)),
  ];
  if (changes.length === 0) return [];
  const oldId = old.name === next.name ? undefined : old.name;
  return [{ kind: 'pack', id: next.name, oldId, title: nextCore.title, level: undefined, status: 'changed', changes }];
}

/** The texts of scopes after the first, which no result bears. */
function otherScopes({ scopes }: Pack): Localized | undefined {
  const texts = scopes.slice(1).flatMap(({ text }) => localizedText(text) ?? []);
  if (texts.length === 0) return undefined;
  return { en: texts.map(({ en }) => en).join('; '), nl: texts.map(({ nl }) => nl).join('; ') };
}

function notesOf({ files }: Pack): readonly Extract<PackHeaderItem, { readonly kind: 'note' }>[] {
  return files.flatMap(({ header, items }) => [...header, ...items].filter((item) => item.kind === 'note'));
}

function lonePack({ pack, core }: PackOnSide, status: 'added' | 'removed', { program }: CheckedProgram): PackChange {
  const isNew = status === 'added';
  return {
    name: pack.name,
    oldName: undefined,
    oldVersion: isNew ? undefined : pack.version,
    newVersion: isNew ? pack.version : undefined,
    items: core.rules.map((rule) => loneRule(rule, status, program)),
    version: undefined,
  };
}
