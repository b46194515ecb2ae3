import { type DiagnosticKind, diagnostic, type Localized } from '../diagnostic/diagnostic.ts';
import {
  badAddress,
  declaredTwice,
  endBeforeBegin,
  headerTwice,
  noVocabulary,
  unknownRecord,
} from '../diagnostic/model-errors.ts';
import type { Span } from '../source/source.ts';
import type {
  Name,
  PackFile,
  PackHeaderItem,
  PackItem,
  PurposeDeclaration,
  SourceDeclaration,
  Use,
} from '../syntax/ast.ts';
import { wordsAt } from '../syntax/words-at.ts';
import type { FileGroup } from './group-files.ts';
import type { DeclaredPurpose, Pack } from './model.ts';
import { declareOnce, type Report, reportUnknown } from './report.ts';
import type { RecordType, Vocabulary } from './types.ts';

/** Puts the files of one pack together; the packs and vocabularies that it uses are complete already. */
export function buildPack(
  group: FileGroup<PackFile>,
  uses: readonly Use[],
  packs: ReadonlyMap<string, Pack>,
  vocabularies: ReadonlyMap<string, Vocabulary>,
  report: Report,
): Pack {
  const header = group.files.flatMap((file) => file.header);
  const items = group.files.flatMap((file) => file.items);
  const used = usedPacks(uses, packs, report);
  const own = uses.flatMap((use) => vocabularies.get(use.name.text) ?? []);
  const inherited = [...used.values()].flatMap((pack) => pack.vocabularies);
  const [file] = group.files;
  if (file === undefined) throw new Error('a group of files is never empty');
  const reachable = [...new Set([...own, ...inherited])];
  const titles = header.filter((item) => item.kind === 'title');
  const title = once(titles, { en: 'title', nl: 'titel' }, report);
  return {
    name: group.name,
    version: group.version,
    major: group.major,
    files: group.files,
    title: title?.text,
    scopes: header.filter((item) => item.kind === 'scope'),
    vocabularies: reachable,
    uses: used,
    record: judgedRecord(file, header, reachable, !header.some((item) => item.kind === 'use'), report),
    sources: checkedSources(items, report),
    parameters: declared(items, 'parameter', { en: 'parameter', nl: 'De parameter' }, report),
    defines: declared(items, 'define', { en: 'definition', nl: 'Het begrip' }, report),
    rules: declared(items, 'rule', { en: 'rule', nl: 'De regel' }, report),
    purposes: declaredPurposes(group.name, items, report),
    cuts: items.filter((item) => item.kind === 'cut'),
    compatibles: items.filter((item) => item.kind === 'compatible'),
    span: file.name.span,
  };
}

function usedPacks(uses: readonly Use[], packs: ReadonlyMap<string, Pack>, report: Report): ReadonlyMap<string, Pack> {
  const aliased = uses.flatMap((use) => (use.alias === undefined ? [] : [{ name: use.alias }]));
  declareOnce(aliased, declaredTwice, { en: 'alias', nl: 'De korte naam' }, report);
  const used = new Map<string, Pack>();
  for (const use of uses) {
    const pack = packs.get(use.name.text);
    if (pack === undefined) continue;
    used.set(pack.name, pack);
    if (use.alias !== undefined && use.alias.text !== '') used.set(use.alias.text, pack);
  }
  return used;
}

/** The one header item of a kind; a second is reported. */
function once<T extends { readonly span: Span }>(found: readonly T[], what: Localized, report: Report): T | undefined {
  const [first, second] = found;
  if (first !== undefined && second !== undefined) {
    const message = { en: `The pack has a ${what.en} already`, nl: `Het pakket heeft al een ${what.nl}` };
    const related = [{ span: first.span, message: { en: 'the first one', nl: 'de eerste' } }];
    const help = { en: 'Keep one of the two.', nl: 'Houd een van beide.' };
    report(diagnostic(headerTwice, second.span, message, { help, related }));
  }
  return first;
}

/** Finds the record that `judges` names, in the vocabulary that declares it last (an extension before its base). */
export function findRecord(name: Name, vocabularies: readonly Vocabulary[], report: Report): RecordType | undefined {
  const candidates = vocabularies
    .flatMap((vocabulary) => [...vocabulary.records.values()])
    .filter((record) => record.manifest);
  const named = candidates.filter((record) => record.name === name.text);
  const found = named.find((record) => !named.some((other) => isExtensionOf(other, record)));
  if (found === undefined) {
    const message = {
      en: `No vocabulary of this pack has a manifest record \`${name.text}\``,
      nl: `Geen woordenlijst van dit pakket heeft een manifest \`${name.text}\``,
    };
    reportUnknown(report, unknownRecord, name, message, new Set(candidates.map((record) => record.name)));
  }
  return found;
}

function isExtensionOf(record: RecordType, base: RecordType): boolean {
  for (let next = record.extends; next !== undefined; next = next.extends) if (next === base) return true;
  return false;
}

function judgedRecord(
  file: PackFile,
  header: readonly PackHeaderItem[],
  vocabularies: readonly Vocabulary[],
  usesNothing: boolean,
  report: Report,
): RecordType | undefined {
  const found = header.filter((item) => item.kind === 'judges');
  const word = wordsAt(file.span);
  const judges = once(found, { en: 'judged record', nl: 'beoordeelde gegevensgroep' }, report);
  if (vocabularies.length === 0) {
    if (usesNothing) {
      const message = { en: 'This pack uses no vocabulary', nl: 'Dit pakket gebruikt geen woordenlijst' };
      const help = {
        en: `Add \`${word('Use')} waarborg.analysis 1\`.`,
        nl: `Voeg \`${word('Use')} waarborg.analysis 1\` toe.`,
      };
      report(diagnostic(noVocabulary, file.name.span, message, { help }));
    }
    return undefined;
  }
  if (judges !== undefined) return findRecord(judges.record, vocabularies, report);
  const records = vocabularies
    .flatMap((vocabulary) => [...vocabulary.records.values()])
    .filter((record) => record.manifest);
  const leaves = records.filter((record) => !records.some((other) => isExtensionOf(other, record)));
  const [only, second] = leaves;
  if (only !== undefined && second === undefined) return only;
  const names = leaves.map((record) => `\`${record.name}\``).join(', ');
  const message = {
    en:
      leaves.length === 0
        ? 'No vocabulary of this pack has a manifest record'
        : `The pack does not say which record its rules judge: ${names}`,
    nl:
      leaves.length === 0
        ? 'Geen woordenlijst van dit pakket heeft een manifest'
        : `Het pakket zegt niet wat zijn regels beoordelen: ${names}`,
  };
  const help = {
    en: `Add \`${word('Judges')}\` and the name of the record.`,
    nl: `Voeg \`${word('Judges')}\` toe, met de naam van de gegevensgroep.`,
  };
  report(diagnostic(unknownRecord, file.name.span, message, { help }));
  return undefined;
}

function declared<K extends 'parameter' | 'define' | 'rule' | 'source'>(
  items: readonly PackItem[],
  kind: K,
  what: Localized,
  report: Report,
): ReadonlyMap<string, Extract<PackItem, { readonly kind: K }>> {
  const found = items.filter((item): item is Extract<PackItem, { readonly kind: K }> => item.kind === kind);
  return declareOnce(found, declaredTwice, what, report);
}

function checkedSources(items: readonly PackItem[], report: Report): ReadonlyMap<string, SourceDeclaration> {
  const sources = declared(items, 'source', { en: 'source', nl: 'De bron' }, report);
  for (const source of sources.values()) checkSource(source, report);
  return sources;
}

function checkSource(source: SourceDeclaration, report: Report): void {
  const { address } = source;
  if (address !== undefined && !/^[a-z][a-z0-9+.-]*:\S+$/i.test(address.text)) {
    const message = { en: `\`${address.text}\` is no address`, nl: `\`${address.text}\` is geen adres` };
    const help = {
      en: 'Write a whole address, such as "https://…".',
      nl: 'Schrijf een volledig adres, zoals "https://…".',
    };
    report(diagnostic(badAddress, address.span, message, { help }));
  }
  checkPeriod(source.inForce, endBeforeBegin, report);
}

/** Reports dates of force that end before they begin. */
export function checkPeriod(dates: SourceDeclaration['inForce'], kind: DiagnosticKind, report: Report): void {
  const from = dates.find((date) => date.edge === 'from');
  const until = dates.find((date) => date.edge === 'until');
  if (from?.day === undefined || until?.day === undefined || from.day <= until.day) return;
  const message = { en: 'It ends before it begins', nl: 'Het eindigt voor het begint' };
  const help = { en: 'Swap the dates, or correct one of them.', nl: 'Wissel de datums om, of verbeter er een.' };
  report(diagnostic(kind, until.span, message, { help }));
}

function declaredPurposes(
  pack: string,
  items: readonly PackItem[],
  report: Report,
): ReadonlyMap<string, DeclaredPurpose> {
  const flat: (DeclaredPurpose & { readonly nameNode: Name })[] = [];
  const collect = (declaration: PurposeDeclaration, within: string | undefined): void => {
    const name = declaration.name.text;
    flat.push({ id: `${pack}/${name}`, pack, name, declaration, within, nameNode: declaration.name });
    for (const child of declaration.children) collect(child, name === '' ? within : `${pack}/${name}`);
  };
  for (const item of items) if (item.kind === 'purpose') collect(item, undefined);
  const named = flat.map((purpose) => ({ name: purpose.nameNode, purpose }));
  const kept = declareOnce(named, declaredTwice, { en: 'purpose', nl: 'Het doel' }, report);
  return new Map([...kept].map(([name, { purpose }]) => [name, purpose]));
}
