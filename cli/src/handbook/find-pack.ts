import { readdirSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { nearestNames } from '@waarborg/language';
import { type PolicyFile, type PolicyFiles, readPolicyFiles } from '../check/load-policies.ts';
import { installedPackage } from '../check/policy-paths.ts';
import { noPolicy, type Problem, problem, wrongArguments } from '../command-errors.ts';

/** The pack that an argument names, with the files that it is made of and those that it uses; or why there is none. */
export interface FoundPack {
  /** Undefined where no pack, or more than one, is named. */
  readonly name: string | undefined;
  readonly own: readonly PolicyFile[];
  readonly used: readonly PolicyFile[];
  readonly problems: readonly Problem[];
}

/**
 * Finds a pack: a .waarborg file (with the other files of its pack beside it), a folder, an installed package, or the
 * name of a pack that ships with Waarborg.
 */
export function findPack(written: string, workingFolder: string): FoundPack {
  const isPlace = statSync(resolve(workingFolder, written), { throwIfNoEntry: false }) !== undefined;
  if (isPlace || installedPackage(written, workingFolder) !== undefined) {
    const files = readPolicyFiles(placesOf(written, workingFolder), workingFolder);
    return onlyPack(written, files);
  }
  const shipped = readPolicyFiles([], workingFolder);
  const own = shipped.given.filter((file) => packOf(file) === written);
  if (own.length > 0) return { name: written, ...shipped, own, used: [...others(shipped.given, own), ...shipped.used] };
  return { name: undefined, own: [], used: [], problems: [...shipped.problems, noSuchPack(written, shipped)] };
}

/** A file, with the files beside it that go on with its pack: read alone, a part of a pack would look like the whole. */
function placesOf(written: string, workingFolder: string): readonly string[] {
  const path = resolve(workingFolder, written);
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return [written];
  const { given } = readPolicyFiles([written], workingFolder);
  const [file] = given;
  if (file === undefined || packOf(file) === undefined) return [written];
  const folder = dirname(path);
  const beside = readdirSync(folder)
    .filter((name) => name.endsWith('.waarborg') && !name.endsWith('.test.waarborg'))
    .map((name) => resolve(folder, name))
    .filter((other) => other !== path);
  const parts = readPolicyFiles(beside.length === 0 ? [written] : beside, workingFolder)
    .given.filter((other) => packOf(other) === packOf(file))
    // A file that states a version of its own is a pack of its own.
    .filter((other) => !statesVersion(other) || !statesVersion(file));
  // In the order of a folder, so that the same pack gives the same handbook, however it is named.
  return parts.length === 0 ? [written] : [path, ...parts.map((other) => other.path)].sort();
}

function packOf({ parsed: { file } }: PolicyFile): string | undefined {
  return file.kind === 'pack' && file.name.text !== '' ? file.name.text : undefined;
}

function statesVersion({ parsed: { file } }: PolicyFile): boolean {
  return file.kind === 'pack' && file.version !== undefined;
}

function others(files: readonly PolicyFile[], own: readonly PolicyFile[]): readonly PolicyFile[] {
  return files.filter((file) => !own.includes(file));
}

/** The pack that the files given are about; there must be one. */
function onlyPack(written: string, { given, used, problems }: PolicyFiles): FoundPack {
  const names = [...new Set(given.flatMap((file) => packOf(file) ?? []))].sort();
  const [name] = names;
  if (name !== undefined && names.length === 1) {
    const own = given.filter((file) => packOf(file) === name);
    return { name, own, used: [...others(given, own), ...used], problems };
  }
  // What cannot be read at all says so itself.
  const unread = given.some(({ parsed }) => parsed.file.kind === 'unknown');
  const wrong =
    problems.length > 0 || unread ? [] : [name === undefined ? noPackHere(written) : severalPacks(written, names)];
  return { name: undefined, own: given, used, problems: [...problems, ...wrong] };
}

function noPackHere(written: string): Problem {
  return problem(noPolicy, { en: 'There is no pack here', nl: 'Hier is geen pakket' }, written, {
    en: 'A handbook is of a pack; a vocabulary has none.',
    nl: 'Een handboek gaat over een pakket; een woordenlijst heeft er geen.',
  });
}

function severalPacks(written: string, names: readonly string[]): Problem {
  const list = names.map((name) => `\`${name}\``).join(', ');
  return problem(
    wrongArguments,
    { en: `There are several packs here: ${list}`, nl: `Hier staan meer pakketten: ${list}` },
    written,
    {
      en: 'A handbook is of one pack. Name its folder, or one of its files.',
      nl: 'Een handboek gaat over één pakket. Noem de map ervan, of een van zijn bestanden.',
    },
  );
}

function noSuchPack(written: string, { given }: PolicyFiles): Problem {
  const names = [...new Set(given.flatMap((file) => packOf(file) ?? []))];
  const near = nearestNames(written, names);
  const list = names.map((name) => `\`${name}\``).join(', ');
  return problem(
    noPolicy,
    {
      en: `There is no file, folder, installed package or shipped pack \`${written}\``,
      nl: `Er is geen bestand, map, geïnstalleerd of meegeleverd pakket \`${written}\``,
    },
    written,
    near.length > 0
      ? { en: `Did you mean \`${near.join('`, `')}\`?`, nl: `Bedoelde u \`${near.join('`, `')}\`?` }
      : { en: `These packs ship with Waarborg: ${list}.`, nl: `Deze pakketten horen bij Waarborg: ${list}.` },
  );
}
