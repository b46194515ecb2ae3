import type { Localized } from '../diagnostic/diagnostic.ts';
import type {
  ExceptClause,
  PackFile,
  PackItem,
  PurposeDeclaration,
  RuleClause,
  SyntaxFile,
  Text,
  VocabularyFile,
} from '../syntax/ast.ts';
import type { Finding, LintRule } from './support/lint-rule.ts';

/**
 * A text for readers in one language, in a pack or vocabulary that has others in both. Quotations and passages stay in the
 * language of their source, and names of people and bodies are left alone, as are notes.
 */
export const oneLanguageText: LintRule = {
  name: 'one-language-text',
  title: { en: 'A text is in one language only', nl: 'Een tekst staat in maar één taal' },
  find: ({ files }) => [...Map.groupBy(files.filter(isNamed), ({ name }) => name.text).values()].flatMap(findings),
};

type NamedFile = PackFile | VocabularyFile;

function isNamed(file: SyntaxFile): file is NamedFile {
  return file.kind !== 'unknown';
}

function findings(files: readonly NamedFile[]): readonly Finding[] {
  const texts = files.flatMap(textsOf);
  if (!texts.some(({ en, nl }) => en !== undefined && nl !== undefined)) return [];
  return texts.flatMap((text) => (text.en === undefined || text.nl === undefined ? finding(text) : []));
}

function finding({ en, span }: Text): Finding {
  const missing: Localized = en === undefined ? { en: 'English', nl: 'Engels' } : { en: 'Dutch', nl: 'Nederlands' };
  return {
    span,
    message: {
      en: `This text has no ${missing.en}, which other texts here have`,
      nl: `Deze tekst heeft geen ${missing.nl}, en andere teksten hier wel`,
    },
    help: {
      en: 'Write both: `nl "…" en "…"`.',
      nl: 'Schrijf beide: `nl "…" en "…"`.',
    },
  };
}

function textsOf(file: NamedFile): readonly Text[] {
  const head = [...file.header].flatMap((item) =>
    item.kind === 'title' || item.kind === 'scope' ? present(item.text) : [],
  );
  if (file.kind === 'pack') return [...head, ...file.items.flatMap(textsOfItem)];
  const parts = file.items.flatMap((item) => {
    if (item.kind === 'note') return [];
    const inside = item.kind === 'record' ? item.fields : item.values;
    return [...present(item.text), ...inside.flatMap(({ text }) => present(text))];
  });
  return [...head, ...parts];
}

function textsOfItem(item: PackItem): readonly Text[] {
  switch (item.kind) {
    case 'source':
      return present(item.title);
    case 'purpose':
      return textsOfPurpose(item);
    case 'cut':
    case 'parameter':
      return present(item.because);
    case 'define':
      return present(item.text);
    case 'rule':
      return [...present(item.title), ...item.clauses.flatMap(textsOfClause)];
    case 'compatible':
    case 'note':
      return [];
  }
}

function textsOfPurpose({ text, children }: PurposeDeclaration): readonly Text[] {
  return [...present(text), ...children.flatMap(textsOfPurpose)];
}

function textsOfClause(clause: RuleClause): readonly Text[] {
  if (clause.kind === 'level') return present(clause.because);
  if (clause.kind === 'next-step') return [clause.text];
  if (clause.kind === 'except') return textsOfException(clause);
  return 'level' in clause ? present(clause.level?.because) : [];
}

function textsOfException({ text, clauses }: ExceptClause): readonly Text[] {
  return [...present(text), ...clauses.flatMap((item) => (item.kind === 'ground' ? present(item.text) : []))];
}

function present(text: Text | undefined): readonly Text[] {
  return text === undefined ? [] : [text];
}
