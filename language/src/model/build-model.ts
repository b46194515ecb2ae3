import { type Diagnostic, diagnostic } from '../diagnostic/diagnostic.ts';
import { declaredTwice } from '../diagnostic/model-errors.ts';
import type { PackFile, SyntaxFile, VocabularyFile } from '../syntax/ast.ts';
import { buildPack } from './build-pack.ts';
import { type FileGroup, groupFiles } from './group-files.ts';
import type { Model, Pack } from './model.ts';
import type { Report } from './report.ts';
import { findUsed, inOrder, type Reference } from './resolve-uses.ts';
import type { Vocabulary } from './types.ts';
import { buildVocabulary, checkListKeys } from './vocabulary.ts';

/** Puts parsed files together to packs and vocabularies; what is wrong is reported and left out. */
export function buildModel(files: readonly SyntaxFile[]): {
  readonly model: Model;
  readonly diagnostics: readonly Diagnostic[];
} {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (found) => diagnostics.push(found);
  const vocabularyFiles = files.filter((file) => file.kind === 'vocabulary');
  const packFiles = files.filter((file) => file.kind === 'pack');
  const vocabularyGroups = byName(groupFiles(vocabularyFiles, report));
  const packGroups = byName(groupFiles(packFiles, report));
  reportSharedNames(packGroups, vocabularyGroups, report);
  const vocabularies = buildVocabularies(vocabularyGroups, report);
  const packs = buildPacks(packGroups, vocabularyGroups, vocabularies, report);
  return { model: { packs, vocabularies: [...vocabularies.values()] }, diagnostics };
}

function byName<T extends { readonly name: string }>(groups: readonly T[]): ReadonlyMap<string, T> {
  const sorted = [...groups].sort((a, b) => (a.name < b.name ? -1 : 1));
  return new Map(sorted.map((group) => [group.name, group]));
}

function reportSharedNames(
  packs: ReadonlyMap<string, FileGroup<PackFile>>,
  vocabularies: ReadonlyMap<string, FileGroup<VocabularyFile>>,
  report: Report,
): void {
  for (const [name, pack] of packs) {
    const [file] = pack.files;
    if (file === undefined || !vocabularies.has(name)) continue;
    const message = {
      en: `\`${name}\` is a pack and a vocabulary at once`,
      nl: `\`${name}\` is tegelijk een pakket en een woordenlijst`,
    };
    const help = { en: 'Give one of them another name.', nl: 'Geef een van beide een andere naam.' };
    report(diagnostic(declaredTwice, file.name.span, message, { help }));
  }
}

function buildVocabularies(
  groups: ReadonlyMap<string, FileGroup<VocabularyFile>>,
  report: Report,
): ReadonlyMap<string, Vocabulary> {
  const found = new Map<
    FileGroup<VocabularyFile>,
    readonly { readonly to: FileGroup<VocabularyFile>; readonly reference: Reference }[]
  >();
  for (const group of groups.values()) {
    const references = group.files.flatMap((file) => file.header).filter((item) => item.kind === 'extends');
    const resolved = references.flatMap((reference) => {
      const to = findUsed(reference, groups, groups.keys(), report);
      return to === undefined ? [] : [{ to, reference }];
    });
    found.set(group, resolved);
  }
  const edges = (group: FileGroup<VocabularyFile>) =>
    (found.get(group) ?? []).map(({ to, reference }) => ({ to, span: reference.span }));
  const { ordered, cut } = inOrder([...groups.values()], edges, report);
  const built = new Map<string, Vocabulary>();
  for (const group of ordered) {
    const base = found.get(group)?.find(({ reference }) => !cut.has(reference.span))?.to;
    const vocabulary = buildVocabulary(group, group.files, base && built.get(base.name), report);
    checkListKeys(vocabulary, group.files, report);
    built.set(group.name, vocabulary);
  }
  return built;
}

function buildPacks(
  groups: ReadonlyMap<string, FileGroup<PackFile>>,
  vocabularyGroups: ReadonlyMap<string, FileGroup<VocabularyFile>>,
  vocabularies: ReadonlyMap<string, Vocabulary>,
  report: Report,
): readonly Pack[] {
  const all = new Map<string, FileGroup<PackFile> | FileGroup<VocabularyFile>>([...vocabularyGroups, ...groups]);
  const usesOf = (group: FileGroup<PackFile>) =>
    group.files.flatMap((file) => file.header).filter((item) => item.kind === 'use');
  const resolved = new Map<string, ReadonlySet<Reference>>();
  for (const group of groups.values()) {
    const known = usesOf(group).filter((use) => findUsed(use, all, all.keys(), report) !== undefined);
    resolved.set(group.name, new Set(known));
  }
  const edges = (group: FileGroup<PackFile>) =>
    usesOf(group).flatMap((use) => {
      const to = resolved.get(group.name)?.has(use) ? groups.get(use.name.text) : undefined;
      return to === undefined ? [] : [{ to, span: use.span }];
    });
  const { ordered, cut } = inOrder([...groups.values()], edges, report);
  const built = new Map<string, Pack>();
  for (const group of ordered) {
    const uses = usesOf(group).filter((use) => resolved.get(group.name)?.has(use) === true && !cut.has(use.span));
    built.set(group.name, buildPack(group, uses, built, vocabularies, report));
  }
  return [...built.values()];
}
