import type { Language } from '../diagnostic/diagnostic.ts';
import type { Span } from '../source/source.ts';
import type { Day, Duration } from '../values/calendar.ts';
import type { Decimal } from '../values/decimal.ts';

/** A name as written, without its back-quotes; empty where recovery left a hole. */
export interface Name {
  readonly text: string;
  readonly span: Span;
}

/** A text for people, in one or more languages. */
export interface Text {
  readonly en?: string;
  readonly nl?: string;
  readonly span: Span;
}

/** `note KEY "…"`: an owner, a tag, a counterpart in another standard. */
export interface Note {
  readonly kind: 'note';
  readonly key: Name;
  readonly text: Text;
  readonly span: Span;
}

/** The spelling table that a file's first word chose. */
export type Spelling = Language;

// ---------------------------------------------------------------- expressions

export type LiteralValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly decimal: Decimal; readonly written: string }
  | { readonly kind: 'percentage'; readonly decimal: Decimal; readonly written: string }
  | { readonly kind: 'date'; readonly day: Day }
  | { readonly kind: 'duration'; readonly duration: Duration }
  | { readonly kind: 'yes-no'; readonly yes: boolean };

/** A dotted path: `dataset.further_processing.article`; one name has no steps. */
export interface PathExpression {
  readonly kind: 'path';
  readonly root: Name;
  readonly steps: readonly Name[];
  readonly span: Span;
}

export type ComparisonOperator = 'is' | 'is-not' | 'less' | 'at-most' | 'more' | 'at-least';
export type ArithmeticOperator = 'add' | 'subtract' | 'multiply' | 'divide';
export type Quantifier = 'every' | 'some';
export type AggregateFunction = 'count' | 'highest' | 'lowest' | 'sum';

/** Everything that may stand where a value or a condition is asked; what fits where is for the checker. */
export type Expression =
  | { readonly kind: 'missing'; readonly span: Span }
  | { readonly kind: 'literal'; readonly value: LiteralValue; readonly span: Span }
  | PathExpression
  /** `parameter NAME`, where a bare name would be a symbol. */
  | { readonly kind: 'parameter-reference'; readonly name: Name; readonly span: Span }
  | { readonly kind: 'list'; readonly items: readonly Expression[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Expression; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expression[]; readonly span: Span }
  /** Words and signs both: `is at most` and `<=` are one operator; dates use `less` for `is before`, `at-most` for `is on or before`. */
  | {
      readonly kind: 'compare';
      readonly operator: ComparisonOperator;
      /** True for `is before`, `is after` …, which only dates have. */
      readonly dates: boolean;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  | { readonly kind: 'recorded'; readonly operand: Expression; readonly negated: boolean; readonly span: Span }
  | {
      readonly kind: 'one-of';
      readonly operand: Expression;
      readonly list: Expression;
      readonly negated: boolean;
      readonly span: Span;
    }
  | { readonly kind: 'contains'; readonly list: Expression; readonly item: Expression; readonly span: Span }
  /** `is within` (a purpose or a period), `falls under` (a purpose only), `is compatible with`. */
  | {
      readonly kind: 'within' | 'falls-under' | 'compatible-with';
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    }
  /** `every m in list where c if any: body`. */
  | {
      readonly kind: 'quantified';
      readonly quantifier: Quantifier;
      readonly variable: Name;
      readonly list: PathExpression;
      readonly where: Expression | undefined;
      readonly ifAny: boolean;
      readonly body: Expression;
      readonly span: Span;
    }
  /** `every margin.measurements.value`, the left side of a comparison or the subject of a limit. */
  | {
      readonly kind: 'each';
      readonly quantifier: Quantifier;
      readonly path: PathExpression;
      readonly ifAny: boolean;
      readonly span: Span;
    }
  /** `highest PATH`, `count PATH`, `count m in PATH where c`. */
  | {
      readonly kind: 'aggregate';
      readonly function: AggregateFunction;
      readonly variable: Name | undefined;
      readonly list: PathExpression;
      readonly where: Expression | undefined;
      readonly span: Span;
    }
  | {
      readonly kind: 'arithmetic';
      readonly operator: ArithmeticOperator;
      readonly left: Expression;
      readonly right: Expression;
      readonly span: Span;
    };

// ---------------------------------------------------------------- files

/** `name.with.dots`, as packs and vocabularies have. */
export type QualifiedName = Name;

/** `1.0.0`, with its text as written. */
export interface Version {
  readonly text: string;
  readonly major: number;
  readonly span: Span;
}

/** `use NAME MAJOR as ALIAS`. */
export interface Use {
  readonly kind: 'use';
  readonly name: QualifiedName;
  readonly major: number | undefined;
  readonly alias: Name | undefined;
  readonly span: Span;
}

/** `scope "…" when C`: analyses for which it is false are outside the pack. */
export interface Scope {
  readonly kind: 'scope';
  readonly text: Text | undefined;
  readonly condition: Expression;
  readonly span: Span;
}

export interface PackFile {
  readonly kind: 'pack';
  readonly spelling: Spelling;
  readonly language: Language;
  readonly name: QualifiedName;
  /** Exactly one file of a pack states the version. */
  readonly version: Version | undefined;
  readonly header: readonly PackHeaderItem[];
  readonly items: readonly PackItem[];
  readonly span: Span;
}

export type PackHeaderItem =
  | { readonly kind: 'title'; readonly text: Text; readonly span: Span }
  | { readonly kind: 'judges'; readonly record: Name; readonly span: Span }
  | Use
  | Scope
  | Note
  | WasClause;

export interface VocabularyFile {
  readonly kind: 'vocabulary';
  readonly spelling: Spelling;
  readonly language: Language;
  readonly name: QualifiedName;
  readonly version: Version | undefined;
  readonly header: readonly VocabularyHeaderItem[];
  readonly items: readonly VocabularyItem[];
  readonly span: Span;
}

export type VocabularyHeaderItem =
  | { readonly kind: 'title'; readonly text: Text; readonly span: Span }
  /** `extends NAME MAJOR`. */
  | {
      readonly kind: 'extends';
      readonly name: QualifiedName;
      readonly major: number | undefined;
      readonly span: Span;
    }
  | Note;

/** A file in which not even the first word was understood. */
export interface UnknownFile {
  readonly kind: 'unknown';
  readonly spelling: Spelling;
  readonly language: Language;
  readonly span: Span;
}

export type SyntaxFile = PackFile | VocabularyFile | UnknownFile;

// ---------------------------------------------------------------- vocabulary

export type TypeExpression =
  | { readonly kind: 'missing'; readonly span: Span }
  | {
      readonly kind: 'text' | 'number' | 'share' | 'count' | 'date' | 'duration' | 'yes-no' | 'purpose' | 'citation';
      readonly span: Span;
    }
  /** `one of NAME`, or a bare NAME: a choice list or a record. */
  | { readonly kind: 'named'; readonly name: Name; readonly span: Span }
  | {
      readonly kind: 'list';
      readonly of: TypeExpression;
      readonly keys: readonly Name[];
      readonly span: Span;
    };

export interface FieldDeclaration {
  readonly kind: 'field';
  readonly name: Name;
  readonly type: TypeExpression;
  /** `absent means none`. */
  readonly closed: boolean;
  readonly roles: readonly Name[];
  readonly text: Text | undefined;
  readonly notes: readonly Note[];
  readonly was: readonly Name[];
  readonly span: Span;
}

export interface RecordDeclaration {
  readonly kind: 'record';
  /** `manifest NAME`: a record that a manifest can be. */
  readonly manifest: boolean;
  readonly name: Name;
  readonly text: Text | undefined;
  readonly fields: readonly FieldDeclaration[];
  readonly span: Span;
}

export interface ChoiceDeclaration {
  readonly name: Name;
  readonly text: Text | undefined;
  readonly roles: readonly Name[];
  readonly was: readonly Name[];
  readonly span: Span;
}

/** `choices NAME { … }`: the values that a field may take. */
export interface ChoicesDeclaration {
  readonly kind: 'choices';
  readonly name: Name;
  readonly text: Text | undefined;
  readonly values: readonly ChoiceDeclaration[];
  readonly span: Span;
}

export type VocabularyItem = RecordDeclaration | ChoicesDeclaration | Note;

// ---------------------------------------------------------------- pack items

/** `from DATE` and `until DATE`, both inclusive. */
export interface InForce {
  readonly kind: 'in-force';
  readonly edge: 'from' | 'until';
  readonly day: Day | undefined;
  readonly span: Span;
}

export interface WasClause {
  readonly kind: 'was';
  readonly name: Name;
  readonly span: Span;
}

/** `because "…"` after a level, a parameter or a cut. */
export interface SourceDeclaration {
  readonly kind: 'source';
  readonly name: Name;
  readonly title: Text;
  /** An IRI, in quotes or angle brackets. */
  readonly address: { readonly text: string; readonly span: Span } | undefined;
  readonly inForce: readonly InForce[];
  /** `version DATE`: the version of the text that the writer read. */
  readonly versionDay: Day | undefined;
  readonly givesNoNumbers: boolean;
  /** The passages whose text the pack carries. */
  readonly passages: readonly { readonly at: string; readonly text: Text; readonly span: Span }[];
  readonly notes: readonly Note[];
  readonly span: Span;
}

export interface PurposeDeclaration {
  readonly kind: 'purpose';
  readonly name: Name;
  readonly text: Text | undefined;
  readonly open: boolean;
  /** `under A, B`: more parents besides the one it is nested in. */
  readonly parents: readonly QualifiedName[];
  readonly sameAs: readonly PurposeIdentity[];
  readonly was: readonly Name[];
  readonly notes: readonly Note[];
  readonly children: readonly PurposeDeclaration[];
  readonly span: Span;
}

export type PurposeIdentity =
  | { readonly kind: 'iri'; readonly iri: string; readonly span: Span }
  | { readonly kind: 'purpose'; readonly name: QualifiedName; readonly span: Span };

/** `cut A under B because "…"`: A is no longer a narrower purpose of B. */
export interface CutDeclaration {
  readonly kind: 'cut';
  readonly child: QualifiedName;
  readonly parent: QualifiedName;
  readonly because: Text | undefined;
  readonly span: Span;
}

/** `data collected for A may be used for B when C cites …`. */
export interface CompatibleDeclaration {
  readonly kind: 'compatible';
  readonly collectedFor: QualifiedName;
  readonly usedFor: QualifiedName;
  readonly condition: Expression | undefined;
  readonly cites: readonly Citation[];
  readonly span: Span;
}

export interface ParameterDeclaration {
  readonly kind: 'parameter';
  readonly name: Name;
  readonly type: TypeExpression;
  readonly value: Expression;
  readonly setBy: Text | undefined;
  readonly because: Text | undefined;
  readonly reviewBy: { readonly day: Day | undefined; readonly span: Span } | undefined;
  readonly stricterWhen: 'lower' | 'higher' | undefined;
  readonly was: readonly Name[];
  readonly notes: readonly Note[];
  readonly span: Span;
}

export interface DefineDeclaration {
  readonly kind: 'define';
  readonly name: Name;
  readonly text: Text | undefined;
  /** `judges RECORD`; else the pack's. */
  readonly record: Name | undefined;
  readonly expression: Expression;
  readonly span: Span;
}

export type Construct = 'rule' | 'purpose-limitation' | 'error-margin' | 'human-intervention' | 'transparency';

export interface RuleDeclaration {
  readonly kind: 'rule';
  readonly construct: Construct;
  readonly name: Name;
  readonly title: Text | undefined;
  readonly clauses: readonly RuleClause[];
  readonly span: Span;
}

export type PackItem =
  | SourceDeclaration
  | PurposeDeclaration
  | CutDeclaration
  | CompatibleDeclaration
  | ParameterDeclaration
  | DefineDeclaration
  | RuleDeclaration
  | Note;

// ---------------------------------------------------------------- rule clauses

export type LevelName = 'mandatory' | 'comply-or-explain' | 'recommended';

/** A level, and who chose it where no source gives it. */
export interface LevelClause {
  readonly kind: 'level';
  readonly level: LevelName;
  readonly chosenBy: Text | undefined;
  readonly because: Text | undefined;
  readonly span: Span;
}

/** `avg "art. 5(1)(b)" quoting "…"`. */
export interface Citation {
  readonly source: Name;
  readonly at: string;
  /** The words of the source that qualify the duty, verbatim. */
  readonly quoting: Text | undefined;
  readonly span: Span;
}

export interface CitesClause {
  readonly kind: 'cites';
  readonly citations: readonly Citation[];
  readonly span: Span;
}

export interface ForEachClause {
  readonly kind: 'for-each';
  readonly variable: Name;
  readonly list: PathExpression;
  readonly where: Expression | undefined;
  readonly ifAny: boolean;
  readonly span: Span;
}

/** What every obligation clause may carry. */
export interface ObligationParts {
  /** A level of its own: the level word that stood before the clause. */
  readonly level: LevelClause | undefined;
  readonly name: Name | undefined;
  readonly guard: Expression | undefined;
  readonly span: Span;
}

/** `satisfied by NAME when C`: all of a rule's together are one obligation. */
export interface SatisfiedClause extends ObligationParts {
  readonly kind: 'satisfied';
  readonly condition: Expression;
}

export type Demand =
  | { readonly kind: 'condition'; readonly expression: Expression }
  | { readonly kind: 'review-before-decision'; readonly span: Span }
  | { readonly kind: 'reviewer-can-overrule'; readonly span: Span }
  | { readonly kind: 'approval'; readonly by: Expression; readonly span: Span };

export interface RequireClause extends ObligationParts {
  readonly kind: 'require';
  readonly demand: Demand;
  readonly otherwise: Expression | undefined;
}

export interface LimitClause extends ObligationParts {
  readonly kind: 'limit';
  readonly subject: Expression;
  readonly direction: 'at-most' | 'at-least';
  readonly bound: Expression;
  /** `otherwise to at most …`: the bound where the guard is false. */
  readonly otherwise: { readonly direction: 'at-most' | 'at-least'; readonly bound: Expression } | undefined;
}

/** `measured on at least E cases` and `measured within E`. */
export interface MeasuredClause extends ObligationParts {
  readonly kind: 'measured-cases' | 'measured-within';
  readonly bound: Expression;
}

/** `give insight in ITEM, … to AUDIENCE, … with extent SYMBOL`: one obligation for each pair. */
export interface DiscloseClause extends ObligationParts {
  readonly kind: 'disclose';
  readonly items: readonly Name[];
  readonly audiences: readonly Name[];
  readonly extent: Name | undefined;
}

export type ObligationClause = SatisfiedClause | RequireClause | LimitClause | MeasuredClause | DiscloseClause;

/** `except NAME for … when C { … }`. */
export interface ExceptClause {
  readonly kind: 'except';
  readonly name: Name;
  readonly text: Text | undefined;
  /** Names of obligations or disclosed items; empty means every obligation. */
  readonly covers: readonly Name[];
  /** `to AUDIENCE, …`: only the disclosures to these. */
  readonly audiences: readonly Name[];
  readonly condition: Expression | undefined;
  readonly clauses: readonly ExceptionItem[];
  readonly span: Span;
}

export type ExceptionItem =
  /** `ground NAME "…"`; without a name the ground is called after the exception. */
  | {
      readonly kind: 'ground';
      readonly name: Name | undefined;
      readonly text: Text | undefined;
      readonly span: Span;
    }
  | { readonly kind: 'approved-by'; readonly by: Expression; readonly span: Span }
  | { readonly kind: 'lasts-at-most'; readonly duration: Expression; readonly span: Span }
  | { readonly kind: 'still'; readonly obligation: ObligationClause; readonly span: Span }
  | CitesClause
  | Note
  | WasClause;

export type RuleClause =
  | LevelClause
  | CitesClause
  | { readonly kind: 'judges'; readonly record: Name; readonly span: Span }
  | InForce
  | { readonly kind: 'when'; readonly condition: Expression; readonly span: Span }
  | { readonly kind: 'trigger'; readonly condition: Expression; readonly span: Span }
  | ForEachClause
  | ObligationClause
  | ExceptClause
  | { readonly kind: 'next-step'; readonly text: Text; readonly span: Span }
  | Note
  | WasClause;
