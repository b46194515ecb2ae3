import type { Localized } from '../diagnostic/diagnostic.ts';
import { localizedText } from '../model/vocabulary.ts';
import type { Span } from '../source/source.ts';
import type {
  Name,
  PackItem,
  PurposeDeclaration,
  RuleClause,
  SyntaxFile,
  Text,
  VocabularyItem,
} from '../syntax/ast.ts';
import type { TestsFile } from '../syntax/tests-ast.ts';
import { policyOf, testsOf } from './support/parsed.ts';
import type { Snapshot } from './support/snapshot.ts';
import type { SymbolKind } from './support/symbol.ts';

/** A part of a file with a name, and what it holds. */
export interface OutlineItem {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What it says of itself; undefined where it says nothing. */
  readonly detail: Localized | undefined;
  readonly span: Span;
  /** Its name, within the span. */
  readonly nameSpan: Span;
  readonly children: readonly OutlineItem[];
}

/** The outline of a file: everything in it that has a name, as it is nested; empty where nothing could be read. */
export function documentSymbolsOf(snapshot: Snapshot, path: string): readonly OutlineItem[] {
  const tests = testsOf(snapshot, path)?.file;
  if (tests !== undefined) return outlineOfTests(tests);
  const file = policyOf(snapshot, path)?.file;
  return file === undefined ? [] : outlineOfPolicy(file);
}

function outlineOfTests({ manifests, tests }: TestsFile): readonly OutlineItem[] {
  return [
    ...manifests.flatMap(({ name, span }) => item('test-manifest', name, undefined, span)),
    ...tests.flatMap(({ name, span }) => item('test', name, undefined, span)),
  ];
}

function outlineOfPolicy(file: SyntaxFile): readonly OutlineItem[] {
  switch (file.kind) {
    case 'pack':
      return file.items.flatMap(outlineOfPackItem);
    case 'vocabulary':
      return file.items.flatMap(outlineOfVocabularyItem);
    case 'unknown':
      return [];
  }
}

function outlineOfPackItem(declaration: PackItem): readonly OutlineItem[] {
  switch (declaration.kind) {
    case 'source':
      return item('source', declaration.name, declaration.title, declaration.span);
    case 'purpose':
      return outlineOfPurpose(declaration);
    case 'parameter':
      return item('parameter', declaration.name, undefined, declaration.span);
    case 'define':
      return item('define', declaration.name, declaration.text, declaration.span);
    case 'rule':
      return item(
        'rule',
        declaration.name,
        declaration.title,
        declaration.span,
        declaration.clauses.flatMap(outlineOfClause),
      );
    case 'cut':
    case 'compatible':
    case 'note':
      return [];
  }
}

function outlineOfPurpose({ name, text, span, children }: PurposeDeclaration): readonly OutlineItem[] {
  return item('purpose', name, text, span, children.flatMap(outlineOfPurpose));
}

function outlineOfClause(clause: RuleClause): readonly OutlineItem[] {
  switch (clause.kind) {
    case 'satisfied':
    case 'require':
    case 'limit':
    case 'measured-cases':
    case 'measured-within':
    case 'disclose':
      return clause.name === undefined ? [] : item('duty', clause.name, undefined, clause.span);
    case 'except':
      return item('exception', clause.name, clause.text, clause.span);
    case 'level':
    case 'cites':
    case 'judges':
    case 'in-force':
    case 'when':
    case 'trigger':
    case 'for-each':
    case 'next-step':
    case 'note':
    case 'was':
      return [];
  }
}

function outlineOfVocabularyItem(declaration: VocabularyItem): readonly OutlineItem[] {
  switch (declaration.kind) {
    case 'record': {
      const fields = declaration.fields.flatMap(({ name, text, span }) => item('field', name, text, span));
      return item('record', declaration.name, declaration.text, declaration.span, fields);
    }
    case 'choices': {
      const values = declaration.values.flatMap(({ name, text, span }) => item('choice', name, text, span));
      return item('choices', declaration.name, declaration.text, declaration.span, values);
    }
    case 'note':
      return [];
  }
}

/** A part with its name; what recovery left without one gives its children alone. */
function item(
  kind: SymbolKind,
  name: Name,
  text: Text | undefined,
  span: Span,
  children: readonly OutlineItem[] = [],
): readonly OutlineItem[] {
  if (name.text === '') return children;
  return [{ kind, name: name.text, detail: localizedText(text), span, nameSpan: name.span, children }];
}
