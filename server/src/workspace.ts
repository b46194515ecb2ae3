import {
  type Day,
  emptySnapshot,
  type Language,
  missingManifests,
  missingPacks,
  parseDate,
  type Root,
  rootOf,
  type Snapshot,
  type SnapshotChange,
  type SourceText,
  sourceText,
  updateSnapshot,
} from '@waarborg/language';
import type { TextDocumentContentChangeEvent, TextDocumentItem } from 'vscode-languageserver';
import { isOurs, type Surroundings, syntaxOf } from './file-system.ts';
import type { Positions } from './positions.ts';
import { noSettings, type Settings } from './settings.ts';
import { folderUri, normalUri } from './uri.ts';

/** A document that an editor has open: what stands in it counts, whatever is on disk. */
interface OpenDocument {
  /** As the client writes it. */
  readonly uri: string;
  readonly version: number;
  readonly source: SourceText;
}

/** Whether somebody typed, of which the client knows that it may matter, or something else happened. */
export type ChangeCause = 'edit' | 'elsewhere';

/**
 * The one thing in the server that changes: which files there are and what stands in them. Every change makes another
 * snapshot; handlers take the newest, and are functions of it.
 */
export class Workspace {
  readonly #surroundings: Surroundings;
  readonly #positions: Positions;
  readonly #open = new Map<string, OpenDocument>();
  readonly #folders = new Set<string>();
  readonly #libraries = new Set<string>();
  /** What was looked for and is not there, so that it is not looked for with each key that is pressed. */
  readonly #absent = new Set<string>();
  readonly #searched = new Set<string>();
  #settings: Settings = noSettings;
  #locale: Language = 'en';
  #snapshot: Snapshot;
  #reading: Promise<void> = Promise.resolve();
  readonly #listeners: ((cause: ChangeCause) => void)[] = [];

  constructor(surroundings: Surroundings, positions: Positions) {
    this.#surroundings = surroundings;
    this.#positions = positions;
    this.#snapshot = emptySnapshot(this.#today());
  }

  /** Calls a function whenever there is another snapshot or another language. */
  whenChanged(call: (cause: ChangeCause) => void): void {
    this.#listeners.push(call);
  }

  /** All files as they are now. */
  get snapshot(): Snapshot {
    const asOf = this.#settings.asOf ?? this.#today();
    this.#snapshot = updateSnapshot(this.#snapshot, [{ kind: 'as-of', asOf }]);
    return this.#snapshot;
  }

  /** The language of messages: as set, else that of the editor. */
  get language(): Language {
    return this.#settings.language ?? this.#locale;
  }

  /** Whether the value of a parameter is shown beside its use: only where that is asked for. */
  get inlayHints(): boolean {
    return this.#settings.inlayHints;
  }

  /** Waits until everything has been read that there is to read: also what the files turn out to name or to use. */
  async ready(): Promise<void> {
    for (;;) {
      const reading = this.#reading;
      await reading;
      this.#lookForMissing();
      if (reading === this.#reading) return;
    }
  }

  /** Takes the folders of the client, its language and its settings, and begins to read. */
  start(folders: readonly string[], locale: Language, settings: Settings): void {
    this.#locale = locale;
    this.#settings = settings;
    const { shipped } = this.#surroundings;
    if (shipped !== undefined) this.#addLibrary(folderUri(shipped));
    this.changeFolders(folders, []);
  }

  /** Takes other settings as soon as they are there, and before anything else is answered; no file is read again. */
  changeSettings(read: () => Promise<Settings>): void {
    this.#readLater(async () => {
      this.#settings = await read();
      this.#changed('elsewhere');
    });
  }

  /** Takes folders that the client has opened, and leaves those that it has closed. */
  changeFolders(added: readonly string[], removed: readonly string[]): void {
    for (const folder of removed.map(folderUri)) {
      this.#folders.delete(folder);
      const inside = [...this.#snapshot.files.keys()].filter(
        (path) => path.startsWith(folder) && !this.#open.has(path),
      );
      this.#update(inside.map((path) => ({ kind: 'removed', path })));
    }
    for (const folder of added.map(folderUri)) {
      this.#folders.add(folder);
      this.#readLater(() => this.#readFolder(folder));
    }
    this.#update([this.#roots()]);
  }

  /** Takes a document that was opened. */
  open({ uri, version, text, languageId }: TextDocumentItem): void {
    const path = normalUri(uri);
    this.#open.set(path, { uri, version, source: sourceText(path, text) });
    const syntax = languageId === 'waarborg' ? 'waarborg' : syntaxOf(path);
    if (syntax !== undefined) this.#update([{ kind: 'text', path, text, syntax }]);
  }

  /** Takes what was changed in an open document. */
  change(uri: string, version: number, changes: readonly TextDocumentContentChangeEvent[]): void {
    const path = normalUri(uri);
    const document = this.#open.get(path);
    if (document === undefined) return;
    const source = changes.reduce<SourceText>((before, change) => this.#changedSource(before, change), document.source);
    this.#open.set(path, { ...document, version, source });
    const syntax = this.#snapshot.files.get(path)?.syntax;
    if (syntax !== undefined) this.#update([{ kind: 'text', path, text: source.text, syntax }], 'edit');
  }

  #changedSource(source: SourceText, change: TextDocumentContentChangeEvent): SourceText {
    if (!('range' in change)) return sourceText(source.name, change.text);
    const start = this.#positions.offset(source, change.range.start);
    const end = this.#positions.offset(source, change.range.end);
    return { name: source.name, text: `${source.text.slice(0, start)}${change.text}${source.text.slice(end)}` };
  }

  /** From now on what is on disk counts again; an untitled document is gone. */
  close(uri: string): void {
    const path = normalUri(uri);
    this.#open.delete(path);
    this.#readLater(() => this.#readFiles([path]));
  }

  /** Reads files again that were made, changed or deleted outside the editor; an open one stays as the editor has it. */
  filesChanged(uris: readonly string[]): void {
    const paths = uris.map(normalUri).filter((path) => !this.#open.has(path));
    const ours = paths.filter((path) => isOurs(path) || this.#snapshot.files.has(path) || this.#absent.has(path));
    this.#absent.clear();
    this.#searched.clear();
    this.#readLater(() => this.#readFiles(ours));
  }

  /** The URI of a file as the client writes it. */
  uriOf(path: string): string {
    return this.#open.get(path)?.uri ?? path;
  }

  /** The version of an open document; undefined for a file on disk. */
  versionOf(path: string): number | undefined {
    return this.#open.get(path)?.version;
  }

  /** Whether a file is the user's own: open, or in a folder of the workspace, and not one that is only used. */
  isOwn(path: string): boolean {
    if (this.#open.has(path)) return true;
    const inside = [...this.#folders].some((folder) => path.startsWith(folder));
    return inside && !rootOf(this.#snapshot, path).library;
  }

  #changed(cause: ChangeCause): void {
    for (const call of this.#listeners) call(cause);
  }

  #today(): Day {
    return parseDate(this.#surroundings.today()) ?? 0;
  }

  #update(changes: readonly SnapshotChange[], cause: ChangeCause = 'elsewhere'): void {
    const before = this.#snapshot;
    this.#snapshot = updateSnapshot(before, changes);
    if (this.#snapshot !== before) this.#changed(cause);
  }

  /** What is read is read in order, and a mistake in reading one thing does not keep the next from being read. */
  #readLater(read: () => Promise<void>): void {
    this.#reading = this.#reading.then(read).catch(() => undefined);
  }

  async #readFolder(folder: string): Promise<void> {
    await this.#readFiles(await this.#surroundings.files.list(folder));
  }

  async #readFiles(paths: readonly string[]): Promise<void> {
    const wanted = paths.map(normalUri).filter((path) => !this.#open.has(path));
    const texts = await Promise.all(wanted.map((path) => this.#surroundings.files.read(path)));
    const changes = wanted.flatMap((path, index): readonly SnapshotChange[] => {
      const text = texts[index];
      const syntax = syntaxOf(path);
      if (text === undefined) this.#absent.add(path);
      // It may have been opened while it was read.
      if (this.#open.has(path)) return [];
      return [
        text === undefined || syntax === undefined ? { kind: 'removed', path } : { kind: 'text', path, text, syntax },
      ];
    });
    this.#update(changes);
  }

  /** Reads the manifests that tests name, and the installed packages where a pack is used that is nowhere else. */
  #lookForMissing(): void {
    const manifests = missingManifests(this.#snapshot).filter((path) => !this.#absent.has(path));
    for (const path of manifests) this.#absent.add(path);
    if (manifests.length > 0) this.#readLater(() => this.#readFiles(manifests));
    const packs = missingPacks(this.#snapshot).filter((name) => !this.#searched.has(name));
    for (const name of packs) this.#searched.add(name);
    if (packs.length > 0) for (const folder of this.#folders) this.#readLater(() => this.#readPackages(folder));
  }

  async #readPackages(folder: string): Promise<void> {
    for (const found of await this.#surroundings.files.packages(folder)) this.#addLibrary(folderUri(found));
    this.#update([this.#roots()]);
  }

  #addLibrary(folder: string): void {
    if (this.#libraries.has(folder)) return;
    this.#libraries.add(folder);
    this.#readLater(() => this.#readFolder(folder));
  }

  /** Own folders are searched first for a pack that is used, then what ships and what is installed. */
  #roots(): SnapshotChange {
    const roots: Root[] = [...this.#folders].map((path) => ({ path, library: false }));
    for (const path of this.#libraries) if (!this.#folders.has(path)) roots.push({ path, library: true });
    return { kind: 'roots', roots };
  }
}
