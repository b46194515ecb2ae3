import type { CoreProgram } from '../core/core.ts';
import { type Diagnostic, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import { unknownTestManifest, unusableTestFile } from '../diagnostic/test-errors.ts';
import type { DocumentProblem, RawEntry, RawFile, RawMap, RawNode } from '../manifest/document.ts';
import { isFatal } from '../manifest/document-diagnostic.ts';
import { typeManifest } from '../manifest/type-manifest.ts';
import type { TypedManifest } from '../manifest/typed-manifest.ts';
import { type Report, reportUnknown } from '../model/report.ts';
import { fieldWithRole, type RecordType } from '../model/types.ts';
import type { SourceText, Span } from '../source/source.ts';
import type { Given, GivenChange, ManifestDeclaration, TestCell, TestPath, TestsFile } from '../syntax/tests-ast.ts';
import { changeRoot } from './change-node.ts';
import { type JoinedText, joinTexts, moved, placeBefore } from './joined-text.ts';
import { followPath, reportNothingThere } from './test-path.ts';

/**
 * The documents of a file that a test names, from the path as written and the file of tests that it stands in; undefined
 * where there is no such file.
 */
export type ReadManifest = (path: string, from: SourceText) => RawFile | undefined;

/** A manifest as a test gives it: nodes over the text of its file and that of the tests. */
export interface GivenManifest {
  readonly text: JoinedText;
  readonly root: RawMap;
  readonly problems: readonly DocumentProblem[];
}

/** What giving the manifests of one file of tests needs. */
export interface GivingContext {
  readonly program: CoreProgram;
  readonly source: SourceText;
  /** The record that the tested pack judges, for manifests that do not say what they are. */
  readonly record: RecordType | undefined;
  readonly readManifest: ReadManifest;
  /** The manifests of the file by their names. */
  readonly declared: ReadonlyMap<string, ManifestDeclaration>;
  /** Those that have been made; undefined where one cannot be. */
  readonly made: Map<string, GivenManifest | undefined>;
  /** The files that have been read, each with its text before that of the tests. */
  readonly files: Map<string, GivenManifest | undefined>;
  readonly report: Report;
}

/** The context for one file of tests. */
export function givingContext(
  file: TestsFile,
  shared: Pick<GivingContext, 'program' | 'record' | 'readManifest' | 'report'>,
): GivingContext {
  const declared = new Map(file.manifests.map((manifest) => [manifest.name.text, manifest]));
  return { ...shared, source: file.span.source, declared, made: new Map(), files: new Map() };
}

/** The manifest that a test gives, with its changes; undefined after saying why there is none. */
export function giveManifest(given: Given, context: GivingContext): GivenManifest | undefined {
  let manifest = startOf(given, context);
  for (const change of given.changes) {
    if (manifest === undefined) return undefined;
    const { path } = change;
    manifest = withChange(manifest, path, change, context);
  }
  return manifest;
}

/** The manifest with a value of a table in its place. */
export function giveCell(
  manifest: GivenManifest,
  path: TestPath,
  { value }: TestCell,
  context: GivingContext,
): GivenManifest | undefined {
  const span = path.span;
  return withChange(manifest, path, value === undefined ? { kind: 'clear' } : { kind: 'set', value, span }, context);
}

function startOf({ start }: Given, context: GivingContext): GivenManifest | undefined {
  switch (start.kind) {
    case 'missing':
      return undefined;
    case 'written':
      return { text: joinTexts(undefined, context.source), ...completed(start.group, context) };
    case 'file':
      return fromFile(start.path, start.span, context);
    case 'named':
      return named(start.name, context);
  }
}

function named(
  name: { readonly text: string; readonly span: Span },
  context: GivingContext,
): GivenManifest | undefined {
  const { declared, made, report } = context;
  if (made.has(name.text)) return made.get(name.text);
  const declaration = declared.get(name.text);
  if (declaration === undefined) {
    const message = {
      en: `These tests have no manifest \`${name.text}\``,
      nl: `Deze toetsen hebben geen manifest \`${name.text}\``,
    };
    reportUnknown(report, unknownTestManifest, name, message, declared.keys());
    return undefined;
  }
  const around = nameInside(declaration, context);
  if (around !== undefined) {
    const message = {
      en: `\`${name.text}\` is made from itself`,
      nl: `\`${name.text}\` wordt uit zichzelf gemaakt`,
    };
    report(diagnostic(unknownTestManifest, around.span, message));
    made.set(name.text, undefined);
    return undefined;
  }
  const manifest = giveManifest(declaration.given, context);
  made.set(name.text, manifest);
  return manifest;
}

/** The name by which a manifest leads to itself. */
function nameInside(
  declaration: ManifestDeclaration,
  { declared }: GivingContext,
): ManifestDeclaration['name'] | undefined {
  const seen = new Set<ManifestDeclaration>();
  for (let next: ManifestDeclaration | undefined = declaration; next !== undefined; ) {
    seen.add(next);
    const { start }: Given = next.given;
    if (start.kind !== 'named') return undefined;
    next = declared.get(start.name.text);
    if (next !== undefined && seen.has(next)) return start.name;
  }
  return undefined;
}

function fromFile(path: string, span: Span, context: GivingContext): GivenManifest | undefined {
  const { files, readManifest, source, report } = context;
  if (files.has(path)) return files.get(path);
  const found = readManifest(path, source);
  const made = found === undefined ? undefined : usable(found, source);
  const refused = (message: Localized, help?: Localized, first?: Diagnostic): void => {
    const related = first === undefined ? [] : [{ span: first.span, message: first.message }];
    report(diagnostic(unusableTestFile, span, message, { help, related }));
  };
  if (found === undefined) {
    const words = `\`${path}\``;
    refused(
      { en: `There is no file ${words} that can be read`, nl: `Er is geen bestand ${words} dat kan worden gelezen` },
      { en: 'The path is read from the folder of the tests.', nl: 'Het pad geldt vanuit de map van de toetsen.' },
    );
  } else if (found.documents.length > 1) {
    refused({ en: 'This file holds several manifests', nl: 'Dit bestand bevat meer manifesten' });
  } else if (made === undefined) {
    refused({ en: 'This file holds no readable manifest', nl: 'Dit bestand bevat geen leesbaar manifest' });
  } else {
    const [first] = typed(made, context).diagnostics;
    // A misspelt field would count as missing in every test that starts from it.
    if (first !== undefined) {
      refused(
        { en: 'The manifest in this file has errors', nl: 'Het manifest in dit bestand heeft fouten' },
        undefined,
        first,
      );
      files.set(path, undefined);
      return undefined;
    }
  }
  files.set(path, made);
  return made;
}

function usable({ source, documents }: RawFile, tests: SourceText): GivenManifest | undefined {
  const [document, second] = documents;
  if (document?.root?.kind !== 'map' || second !== undefined || document.problems.some(isFatal)) return undefined;
  return { text: joinTexts(source, tests), root: document.root, problems: document.problems };
}

/** A manifest that is written out, with what it is where it does not say so, and with an id. */
function completed(written: RawMap, { record, program }: GivingContext): Pick<GivenManifest, 'root' | 'problems'> {
  const { node: group, problems } = readMap(written);
  if (record === undefined) return { root: group, problems };
  const vocabulary = program.vocabularies.find(({ name }) => name === record.vocabulary);
  const several = program.manifestRecords.filter((each) => each.vocabulary === record.vocabulary).length > 1;
  const id = fieldWithRole(record, 'id');
  const missing = [
    ['vocabulary', `${record.vocabulary} ${vocabulary?.major ?? 1}`],
    ...(several ? [['record', record.name] as const] : []),
    ...(id === undefined ? [] : [[id.name, 'test'] as const]),
  ] as const;
  const added = missing.flatMap(([key, text]): readonly RawEntry[] => {
    if (group.entries.some((entry) => entry.key === key || (id?.name === key && id.was.includes(entry.key)))) return [];
    const at = { start: group.start, end: group.start };
    return [{ key, keyStart: group.start, keyEnd: group.start, value: { kind: 'scalar', text, quoted: false, ...at } }];
  });
  return { root: { ...group, entries: [...group.entries, ...added] }, problems };
}

/** A node without the keys that stand a second time, and these: as reading YAML gives it. */
function read(node: RawNode): { readonly node: RawNode; readonly problems: readonly DocumentProblem[] } {
  if (node.kind === 'scalar') return { node, problems: [] };
  if (node.kind === 'map') return readMap(node);
  const items = node.items.map(read);
  return {
    node: { ...node, items: items.map((item) => item.node) },
    problems: items.flatMap(({ problems }) => problems),
  };
}

function readMap(map: RawMap): { readonly node: RawMap; readonly problems: readonly DocumentProblem[] } {
  const firsts = new Map<string, RawEntry>();
  const problems = map.entries.flatMap((entry): readonly DocumentProblem[] => {
    const { key, keyStart: start, keyEnd: end } = entry;
    const first = firsts.get(key);
    if (first !== undefined) {
      return [{ kind: 'duplicate-key', key, start, end, firstStart: first.keyStart, firstEnd: first.keyEnd }];
    }
    const value = read(entry.value);
    firsts.set(key, { ...entry, value: value.node });
    return value.problems;
  });
  return { node: { ...map, entries: [...firsts.values()] }, problems };
}

type Change =
  | Pick<Extract<GivenChange, { kind: 'set' }>, 'kind' | 'value' | 'span'>
  | { readonly kind: 'remove' | 'clear' };

function withChange(
  manifest: GivenManifest,
  path: TestPath,
  change: Change,
  context: GivingContext,
): GivenManifest | undefined {
  const { record } = typed(manifest, context);
  if (record === undefined) return manifest;
  const found = followPath(path, record, context.report);
  if (found === undefined) return undefined;
  const { steps, there } = found;
  const { offset } = manifest.text;
  if (change.kind === 'set') {
    // An item that is not there yet may be added, and not be looked into.
    const adds = found.lacking === undefined || found.lacking.name === steps.at(-1)?.name;
    if (!adds) {
      reportNothingThere(path, found, context.report);
      return undefined;
    }
    const { node: value, problems } = read(moved(change.value, offset));
    return {
      ...manifest,
      root: changeRoot(manifest.root, { steps, value, moved: offset }),
      problems: [...manifest.problems, ...problems],
    };
  }
  if (there < steps.length) {
    // A table may have `nothing` among its values where there was nothing before.
    if (change.kind === 'clear' && found.lacking === undefined) return manifest;
    reportNothingThere(path, found, context.report);
    return undefined;
  }
  return { ...manifest, root: changeRoot(manifest.root, { steps, value: undefined, moved: offset }) };
}

/** A given manifest, typed as any other; the places of its errors are those in the text that they came from. */
export function typed(
  { text, root, problems }: GivenManifest,
  { program }: Pick<GivingContext, 'program'>,
): TypedManifest {
  const manifest = typeManifest({ source: text.source, index: 0, root, problems }, program);
  return { ...manifest, diagnostics: manifest.diagnostics.map((found) => diagnosticBefore(found, text)) };
}

function diagnosticBefore(found: Diagnostic, text: JoinedText): Diagnostic {
  return {
    ...found,
    span: placeBefore(found.span, text),
    related: found.related.map((place) => ({ ...place, span: placeBefore(place.span, text) })),
    fixes: found.fixes.map((fix) => ({
      ...fix,
      edits: fix.edits.map((edit) => ({ ...edit, span: placeBefore(edit.span, text) })),
    })),
  };
}
