import type { Localized } from '../diagnostic/diagnostic.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Note, RuleDeclaration } from '../syntax/ast.ts';
import { plain, wordsChange } from './change.ts';
import type { Change } from './comparison.ts';

/** What changed in the words of a rule that judging has no use for: reasons of levels, texts of exceptions, notes. */
export function compareRuleWords(
  old: RuleDeclaration | undefined,
  next: RuleDeclaration | undefined,
): readonly Change[] {
  if (old === undefined || next === undefined) return [];
  return [
    ...wordsChange('level-reason', levelReason(old), levelReason(next)),
    ...next.clauses.flatMap((clause) => {
      if (clause.kind !== 'except') return [];
      const before = exceptionText(old, clause.name.text);
      return before === undefined
        ? []
        : wordsChange('description', before.text, localizedText(clause.text), clause.name.text);
    }),
    ...compareNotes(
      old.clauses.filter((clause) => clause.kind === 'note'),
      next.clauses.filter((clause) => clause.kind === 'note'),
    ),
  ];
}

function levelReason({ clauses }: RuleDeclaration): Localized | undefined {
  return localizedText(clauses.find((clause) => clause.kind === 'level')?.because);
}

function exceptionText(
  { clauses }: RuleDeclaration,
  name: string,
): { readonly text: Localized | undefined } | undefined {
  const found = clauses.find((clause) => clause.kind === 'except' && clause.name.text === name);
  return found?.kind === 'except' ? { text: localizedText(found.text) } : undefined;
}

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
