import type { Pack } from '../../model/model.ts';
import type { Choice, ChoicesType, Field, RecordType, Type, Vocabulary } from '../../model/types.ts';
import type { Span } from '../../source/source.ts';
import type {
  DefineDeclaration,
  ExceptClause,
  ObligationClause,
  ParameterDeclaration,
  PurposeDeclaration,
  RuleDeclaration,
  SourceDeclaration,
  Use,
} from '../../syntax/ast.ts';
import type { ManifestDeclaration, TestDeclaration } from '../../syntax/tests-ast.ts';

/** What a name stands for: its kind, and what declares it. */
export type Declared =
  | { readonly kind: 'pack'; readonly pack: Pack }
  | { readonly kind: 'vocabulary'; readonly vocabulary: Vocabulary }
  | { readonly kind: 'alias'; readonly use: Use }
  | { readonly kind: 'source'; readonly pack: Pack; readonly declaration: SourceDeclaration }
  | { readonly kind: 'purpose'; readonly pack: Pack; readonly declaration: PurposeDeclaration }
  | { readonly kind: 'parameter'; readonly pack: Pack; readonly declaration: ParameterDeclaration }
  | { readonly kind: 'define'; readonly pack: Pack; readonly declaration: DefineDeclaration }
  | { readonly kind: 'rule'; readonly pack: Pack; readonly declaration: RuleDeclaration }
  | { readonly kind: 'duty'; readonly rule: RuleDeclaration; readonly declaration: ObligationClause }
  | { readonly kind: 'exception'; readonly rule: RuleDeclaration; readonly declaration: ExceptClause }
  /** The name that `for each`, `every` or a selection gives to an item of a list. */
  | { readonly kind: 'item'; readonly type: Type }
  | { readonly kind: 'record'; readonly record: RecordType }
  | { readonly kind: 'field'; readonly record: RecordType; readonly field: Field }
  | { readonly kind: 'choices'; readonly choices: ChoicesType }
  | { readonly kind: 'choice'; readonly choices: ChoicesType; readonly choice: Choice }
  | { readonly kind: 'test'; readonly declaration: TestDeclaration }
  | { readonly kind: 'test-manifest'; readonly declaration: ManifestDeclaration };

/** The kind of thing that a name stands for. */
export type SymbolKind = Declared['kind'];

/** A thing with a name, as the files of one program declare it. */
export interface NamedSymbol {
  /** The kind with the full name, the same in every snapshot: `field waarborg.analysis/analysis.purpose`. */
  readonly id: string;
  /** The name that it bears now. */
  readonly name: string;
  /** Where that name is declared. */
  readonly span: Span;
  readonly of: Declared;
}

/** A place where a thing is named. */
export interface Occurrence {
  readonly symbol: NamedSymbol;
  /** The name alone, back-quotes included: of `pack/name` either part. */
  readonly span: Span;
  /** The name as it is read there, which may be one that the thing had before. */
  readonly text: string;
  /** `former` where the declaration says what the thing was called before. */
  readonly role: 'declaration' | 'former' | 'reference';
  /** Whether it stands between quotation marks, where back-quotes would be a part of it. */
  readonly inText: boolean;
}
