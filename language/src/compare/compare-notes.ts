import type { Localized } from '../diagnostic/diagnostic.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Note } from '../syntax/ast.ts';
import { plain, wordsChange } from './change.ts';
import type { Change } from './comparison.ts';

/** What changed in notes, one change for each key. */
export function compareNotes(old: readonly Note[], next: readonly Note[]): readonly Change[] {
  const [before, after] = [textsByKey(old), textsByKey(next)];
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((key) =>
    wordsChange('note', before.get(key), after.get(key), key),
  );
}

function textsByKey(notes: readonly Note[]): ReadonlyMap<string, Localized> {
  const byKey = Map.groupBy(notes, ({ key }) => key.text);
  return new Map(
    [...byKey].map(([key, all]) => {
      const texts = all.map(({ text }) => localizedText(text) ?? plain(''));
      return [key, { en: texts.map(({ en }) => en).join('; '), nl: texts.map(({ nl }) => nl).join('; ') }];
    }),
  );
}
