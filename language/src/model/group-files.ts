import { diagnostic } from '../diagnostic/diagnostic.ts';
import { packVersion } from '../diagnostic/model-errors.ts';
import type { PackFile, Version, VocabularyFile } from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { Report } from './report.ts';

/** The files that together are one pack or one vocabulary, and its version, which exactly one of them states. */
export interface FileGroup<T extends PackFile | VocabularyFile> {
  readonly name: string;
  readonly version: string;
  readonly major: number;
  /** The file that states the version first, then the others as they came. */
  readonly files: readonly T[];
}

/** Groups files by name and checks that each group states one version once. */
export function groupFiles<T extends PackFile | VocabularyFile>(files: readonly T[], report: Report): FileGroup<T>[] {
  const byName = new Map<string, T[]>();
  for (const file of files) {
    if (file.name.text === '') continue;
    const group = byName.get(file.name.text);
    if (group === undefined) byName.set(file.name.text, [file]);
    else group.push(file);
  }
  return [...byName].map(([name, group]) => fileGroup(name, group, report));
}

function fileGroup<T extends PackFile | VocabularyFile>(
  name: string,
  files: readonly T[],
  report: Report,
): FileGroup<T> {
  const stating = files.filter((file) => file.version !== undefined);
  const [first, ...others] = stating;
  const version: Version | undefined = first?.version;
  if (version === undefined) reportNoVersion(name, files, report);
  for (const other of others) reportSecondVersion(name, version, other.version, report);
  const rest = files.filter((file) => file !== first);
  return {
    name,
    version: version?.text ?? '0.0.0',
    major: version?.major ?? 0,
    files: first === undefined ? files : [first, ...rest],
  };
}

function reportNoVersion(name: string, files: readonly (PackFile | VocabularyFile)[], report: Report): void {
  const [file] = files;
  if (file === undefined) return;
  const message = {
    en: `No file states the version of \`${name}\``,
    nl: `Geen bestand noemt de versie van \`${name}\``,
  };
  const word = wordsAt(file.span);
  const help = {
    en: `Add \`${word('Version')} 1.0.0\` after the name in one of its files. If it is part of a pack in other files, give those files too.`,
    nl: `Zet \`${word('Version')} 1.0.0\` achter de naam in een van de bestanden. Hoort het bij een pakket in andere bestanden, geef die dan ook mee.`,
  };
  report(diagnostic(packVersion, file.name.span, message, { help }));
}

function reportSecondVersion(
  name: string,
  first: Version | undefined,
  second: Version | undefined,
  report: Report,
): void {
  if (first === undefined || second === undefined) return;
  const same = first.text === second.text;
  const message = same
    ? { en: `The version of \`${name}\` is stated twice`, nl: `De versie van \`${name}\` staat er twee keer` }
    : {
        en: `\`${name}\` is given in two versions, ${first.text} and ${second.text}`,
        nl: `\`${name}\` is in twee versies gegeven, ${first.text} en ${second.text}`,
      };
  const help = same
    ? { en: 'Leave it out in this file.', nl: 'Laat hem in dit bestand weg.' }
    : { en: 'Give the files of one version only.', nl: 'Geef alleen de bestanden van één versie mee.' };
  const related = [{ span: first.span, message: { en: 'stated here first', nl: 'hier voor het eerst genoemd' } }];
  report(diagnostic(packVersion, second.span, message, { help, related }));
}
