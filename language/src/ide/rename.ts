import type { Localized, TextEdit } from '../diagnostic/diagnostic.ts';
import { needlessQuotes } from '../format/needless-quotes.ts';
import { type Span, sourceText } from '../source/source.ts';
import { memoryForTrial } from './support/derive.ts';
import { kindWords } from './support/kind-words.ts';
import { occurrenceAt, occurrencesOf } from './support/name-index.ts';
import { fileNameOf } from './support/path-from.ts';
import { formerNameEdits } from './support/renaming/former-names.ts';
import { newNameFor, writtenName } from './support/renaming/new-name.ts';
import { changedMeaning } from './support/renaming/same-meaning.ts';
import { rootOf, type Snapshot, updateSnapshot } from './support/snapshot.ts';
import type { NamedSymbol, Occurrence } from './support/symbol.ts';
import { changesOf, editsByPath, inOrder, offsetAfter, withEdits } from './support/text-edits.ts';

/** Why something keeps the name that it has. */
export interface RenameRefused {
  readonly kind: 'refused';
  readonly message: Localized;
}

/** What an editor asks a new name for. */
export interface Renamable {
  readonly kind: 'renamable';
  /** The name at the cursor. */
  readonly span: Span;
  /** That name without back-quotes. */
  readonly name: string;
}

/** The edits that rename something everywhere, in the order of files and places. */
export interface RenameEdits {
  readonly kind: 'edits';
  readonly edits: readonly TextEdit[];
}

/** What would be renamed at an offset, or why it cannot be; undefined where nothing is named that is known. */
export function prepareRenameOf(
  snapshot: Snapshot,
  path: string,
  offset: number,
): Renamable | RenameRefused | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return undefined;
  return refusal(snapshot, found) ?? { kind: 'renamable', span: found.span, name: found.text };
}

/**
 * Renames what is named at an offset wherever it is named: in policies, tests and manifests. What can say what it was called
 * before says so, unless it takes such a name back. Refused where the name is none, is taken, or would change what a
 * program means; undefined where nothing is named that is known.
 */
export function renameOf(
  snapshot: Snapshot,
  path: string,
  offset: number,
  asked: string,
): RenameEdits | RenameRefused | undefined {
  const found = occurrenceAt(snapshot, path, offset);
  if (found === undefined) return undefined;
  const refused = refusal(snapshot, found);
  if (refused !== undefined) return refused;
  const { symbol } = found;
  const read = newNameFor(symbol.of.kind, asked);
  if (read.kind === 'refused') return read;
  if (read.name === symbol.name) return { kind: 'edits', edits: [] };
  const edits = withoutNeedlessQuotes(snapshot, editsFor(snapshot, symbol, read.name));
  const reason = changedBy(snapshot, edits);
  return reason === undefined ? { kind: 'edits', edits } : taken(read.name, reason);
}

function refusal(snapshot: Snapshot, { symbol, role }: Occurrence): RenameRefused | undefined {
  if (role === 'former') {
    const message = {
      en: `\`${symbol.name}\` was called so before; rename it where it bears its name`,
      nl: `\`${symbol.name}\` heette vroeger zo; wijzig de naam waar die nu staat`,
    };
    return { kind: 'refused', message };
  }
  const { name } = symbol.span.source;
  if (!rootOf(snapshot, name).library) return undefined;
  const { en, nl } = kindWords[symbol.of.kind];
  const file = fileNameOf(name);
  const message = {
    en: `\`${symbol.name}\` (${en}) cannot be renamed here: it stands in a package that is only used (${file})`,
    nl: `\`${symbol.name}\` (${nl}) kunt u hier geen andere naam geven: het staat in een pakket dat u alleen gebruikt (${file})`,
  };
  return { kind: 'refused', message };
}

function taken(name: string, reason: Localized): RenameRefused {
  const message = {
    en: `The name \`${name}\` cannot be used here. ${reason.en}`,
    nl: `De naam \`${name}\` kan hier niet worden gebruikt. ${reason.nl}`,
  };
  return { kind: 'refused', message };
}

/** A name that may be a keyword is in back-quotes for now; what is only used here stays as it is. */
function editsFor(snapshot: Snapshot, symbol: NamedSymbol, name: string): readonly TextEdit[] {
  const named = occurrencesOf(snapshot, symbol).filter(
    ({ role, span }) => role !== 'former' && !rootOf(snapshot, span.source.name).library,
  );
  const renamed = named.map((occurrence): TextEdit => {
    const syntax = snapshot.files.get(occurrence.span.source.name)?.syntax ?? 'waarborg';
    return { span: occurrence.span, text: writtenName(name, occurrence, syntax) };
  });
  return inOrder([...renamed, ...formerNameEdits(snapshot, symbol, name)]);
}

/** Takes out the back-quotes that the names do not need where they are to stand. */
function withoutNeedlessQuotes({ files }: Snapshot, edits: readonly TextEdit[]): readonly TextEdit[] {
  return [...editsByPath(edits)].flatMap(([path, own]) => {
    const file = files.get(path);
    if (file?.syntax !== 'waarborg' || !own.some(({ text }) => text.includes('`'))) return own;
    const needless = needlessQuotes(sourceText(path, withEdits(file.source.text, own)));
    let shift = 0;
    return own.map((edit) => {
      const start = edit.span.start + shift;
      const end = start + edit.text.length;
      shift += edit.text.length - (edit.span.end - edit.span.start);
      const within = needless.filter((range) => range.start >= start && range.end <= end).toReversed();
      const text = within.reduce(
        (written, range) => unquoted(written, range.start - start, range.end - start),
        edit.text,
      );
      return { ...edit, text };
    });
  });
}

function unquoted(text: string, start: number, end: number): string {
  return `${text.slice(0, start)}${text.slice(start + 1, end - 1)}${text.slice(end)}`;
}

/** Tries the edits, and says what would then mean another thing; nothing of the trial is remembered. */
function changedBy(snapshot: Snapshot, edits: readonly TextEdit[]): Localized | undefined {
  const trial = { ...snapshot, memory: memoryForTrial(snapshot.memory) };
  const after = updateSnapshot(trial, changesOf(snapshot, edits));
  const byPath = editsByPath(edits);
  const moved = (path: string, offset: number): number => offsetAfter(offset, byPath.get(path) ?? []);
  return changedMeaning({ before: snapshot, after, moved });
}
