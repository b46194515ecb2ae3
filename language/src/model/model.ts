import type { Span } from '../source/source.ts';
import type {
  CompatibleDeclaration,
  CutDeclaration,
  DefineDeclaration,
  PackFile,
  ParameterDeclaration,
  PurposeDeclaration,
  RuleDeclaration,
  Scope,
  SourceDeclaration,
  Text,
} from '../syntax/ast.ts';
import type { RecordType, Vocabulary } from './types.ts';

/** A purpose as declared, with the parents that nesting and `under` give it. */
export interface DeclaredPurpose {
  /** `pack/name`. */
  readonly id: string;
  readonly pack: string;
  readonly name: string;
  readonly declaration: PurposeDeclaration;
  /** The purpose that it is nested in. */
  readonly within: string | undefined;
}

/** All that the files of one pack say together, with what they use resolved. */
export interface Pack {
  readonly name: string;
  readonly version: string;
  readonly major: number;
  readonly files: readonly PackFile[];
  readonly title: Text | undefined;
  readonly scopes: readonly Scope[];
  /** The vocabularies it uses, in order of declaration. */
  readonly vocabularies: readonly Vocabulary[];
  /** The packs that it uses, by name and by alias. */
  readonly uses: ReadonlyMap<string, Pack>;
  /** What its rules judge unless they say otherwise; undefined after an error. */
  readonly record: RecordType | undefined;
  readonly sources: ReadonlyMap<string, SourceDeclaration>;
  readonly parameters: ReadonlyMap<string, ParameterDeclaration>;
  readonly defines: ReadonlyMap<string, DefineDeclaration>;
  readonly rules: ReadonlyMap<string, RuleDeclaration>;
  readonly purposes: ReadonlyMap<string, DeclaredPurpose>;
  readonly cuts: readonly CutDeclaration[];
  readonly compatibles: readonly CompatibleDeclaration[];
  /** Where the pack is declared: the name in the file that states its version. */
  readonly span: Span;
}

/** What the given files together mean, before any expression is looked at. */
export interface Model {
  /** Every pack after those that it uses, else by name. */
  readonly packs: readonly Pack[];
  readonly vocabularies: readonly Vocabulary[];
}

/** The pack itself and everything that it uses, directly or through others, each once. */
export function packsInReach(pack: Pack): readonly Pack[] {
  const reached = new Set<Pack>();
  const visit = (next: Pack): void => {
    if (reached.has(next)) return;
    reached.add(next);
    for (const used of next.uses.values()) visit(used);
  };
  visit(pack);
  return [...reached];
}
