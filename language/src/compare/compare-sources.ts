import type { Localized } from '../diagnostic/diagnostic.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { SourceDeclaration } from '../syntax/ast.ts';
import { alignByName } from './align.ts';
import { change, dayText, plain, wordsChange } from './change.ts';
import { compareNotes } from './compare-notes.ts';
import type { Change, ItemChange } from './comparison.ts';
import type { PackSides } from './sides.ts';

/** What changed in the sources of a pack; what their dates do is told of the rules that they keep in force. */
export function compareSources({ old, next }: PackSides): readonly ItemChange[] {
  const { pairs, added, removed } = alignByName(
    [...old.sources.values()],
    [...next.sources.values()],
    ({ name }) => name.text,
  );
  const item = (source: SourceDeclaration, status: ItemChange['status'], changes: readonly Change[]): ItemChange => ({
    kind: 'source',
    id: source.name.text,
    oldId: undefined,
    title: localizedText(source.title),
    level: undefined,
    status,
    changes,
  });
  return [
    ...pairs.flatMap(([before, after]) => {
      const changes = compareSource(before, after);
      return changes.length === 0 ? [] : [item(after, 'changed', changes)];
    }),
    ...added.map((source) => item(source, 'added', [change({ kind: 'added', nature: 'addition' })])),
    // Packs that use this one may cite it.
    ...removed.map((source) => item(source, 'removed', [change({ kind: 'removed', nature: 'name-gone' })])),
  ];
}

function compareSource(old: SourceDeclaration, next: SourceDeclaration): readonly Change[] {
  const address = ({ address: written }: SourceDeclaration): Localized | undefined =>
    written === undefined ? undefined : plain(written.text);
  return [
    ...wordsChange('title', localizedText(old.title), localizedText(next.title)),
    ...wordsChange('address', address(old), address(next)),
    ...wordsChange('in-force', datesText(old), datesText(next)),
    ...wordsChange('version-read', dayText(old.versionDay), dayText(next.versionDay)),
    ...wordsChange('gives-no-numbers', noNumbers(old), noNumbers(next)),
    ...comparePassages(old, next),
    ...compareNotes(old.notes, next.notes),
  ];
}

function datesText({ inForce }: SourceDeclaration): Localized | undefined {
  const day = (edge: 'from' | 'until'): string | undefined =>
    dayText(inForce.find((date) => date.edge === edge)?.day)?.en;
  const [from, until] = [day('from'), day('until')];
  if (from === undefined && until === undefined) return undefined;
  const words = (language: 'en' | 'nl'): string => {
    const [begin, end] = language === 'en' ? ['from', 'until'] : ['vanaf', 'tot en met'];
    return [from === undefined ? '' : `${begin} ${from}`, until === undefined ? '' : `${end} ${until}`]
      .filter((text) => text !== '')
      .join(' ');
  };
  return { en: words('en'), nl: words('nl') };
}

function noNumbers({ givesNoNumbers }: SourceDeclaration): Localized {
  return givesNoNumbers ? { en: 'yes', nl: 'ja' } : { en: 'no', nl: 'nee' };
}

function comparePassages(old: SourceDeclaration, next: SourceDeclaration): readonly Change[] {
  const textsOf = ({ passages }: SourceDeclaration): ReadonlyMap<string, Localized | undefined> =>
    new Map(passages.map(({ at, text }) => [at, localizedText(text)]));
  const [before, after] = [textsOf(old), textsOf(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((at) =>
    wordsChange('passage', before.get(at), after.get(at), at),
  );
}
