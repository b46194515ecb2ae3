import type { DiagnosticKind, Localized } from '../diagnostic/diagnostic.ts';
import { diagnostic, untranslated } from '../diagnostic/diagnostic.ts';
import type { Model, Pack } from '../model/model.ts';
import type { Report } from '../model/report.ts';
import type { RecordType, Type } from '../model/types.ts';
import type { Span } from '../source/source.ts';
import type { DefineDeclaration, Expression, ParameterDeclaration } from '../syntax/ast.ts';
import type { Condition, CoreParameter, Origin, Term } from './core.ts';

/** A definition is a condition or a value. */
export type LoweredDefine = {
  readonly record: RecordType | undefined;
  /** What it says of itself in plain words. */
  readonly words: Localized | undefined;
} & ({ readonly kind: 'condition'; readonly condition: Condition } | { readonly kind: 'term'; readonly term: Term });

/** How large a definition is with those that it uses written out, as far as is known. */
export interface DefineExtent {
  /** Levels of its own expression. */
  readonly height: number;
  /** Levels of the deepest definition that it uses. */
  depth: number;
  /** How many definitions it comes to. */
  count: number;
}

/** What one lowering of a model shares: where errors go, and what has been lowered already. */
export interface Lowering {
  readonly model: Model;
  readonly report: Report;
  readonly parameters: Map<ParameterDeclaration, CoreParameter>;
  /** `open` while a definition is being lowered, so that a circle shows. */
  readonly defines: Map<DefineDeclaration, LoweredDefine | 'open'>;
  /** How large each definition is with those that it uses written out. */
  readonly extents: Map<DefineDeclaration, DefineExtent>;
  /** The extents of the definitions that are being lowered, the innermost last. */
  readonly growing: DefineExtent[];
  /** Conditions stand inside values and the reverse: the knot between the two is tied here, once. */
  readonly lowerCondition: (expression: Expression, scope: Scope) => Condition;
  /** Definitions are lowered where they are first used. */
  readonly lowerDefine: (
    declaration: DefineDeclaration,
    pack: Pack,
    lowering: Lowering,
    usedAt: Span,
  ) => LoweredDefine | undefined;
  /** The next free variable: every quantifier of a program has its own, so that a definition never disturbs a rule. */
  readonly variables: { next: number };
}

/** Starts a lowering; variables 0 and 1 are the manifest and the item of `for each`. */
export function startLowering(
  model: Model,
  report: Report,
  knot: Pick<Lowering, 'lowerCondition' | 'lowerDefine'>,
): Lowering {
  return {
    ...knot,
    model,
    report,
    parameters: new Map(),
    defines: new Map(),
    extents: new Map(),
    growing: [],
    variables: { next: 2 },
  };
}

/** A name that `for each` or a quantifier gives to an item. */
export interface ScopeVariable {
  readonly name: string;
  readonly index: number;
  readonly type: Type;
}

/** Where an expression stands: what its names may mean. */
export interface Scope {
  readonly lowering: Lowering;
  readonly pack: Pack;
  /** The judged record; undefined after an error, when fields cannot be known. */
  readonly record: RecordType | undefined;
  readonly variables: readonly ScopeVariable[];
}

/** The scope with one more variable. */
export function withVariable(scope: Scope, variable: ScopeVariable): Scope {
  return { ...scope, variables: [...scope.variables, variable] };
}

/** What a node made from source carries: its span and its own words, on one line. */
export function originOf(span: Span): Origin {
  return { span, text: untranslated(wordsOf(span)) };
}

/** The source text of a span on one line, without comments. */
export function wordsOf(span: Span): string {
  const text = span.source.text.slice(span.start, span.end);
  return text
    .replaceAll(/\/\/[^\r\n]*/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();
}

/** A condition about which nothing can be known, where an error has been reported. */
export function holeCondition(span: Span): Condition {
  return { kind: 'always', value: 'unknown', ...originOf(span) };
}

/** A term about which nothing can be known, where an error has been reported. */
export function holeTerm(span: Span): Term {
  return { kind: 'constant', value: undefined, type: { kind: 'unknown' }, ...originOf(span) };
}

/** Reports one error of a kind at a span. */
export function fail(
  scope: Scope,
  kind: DiagnosticKind,
  span: Span,
  message: Localized,
  help?: Localized | undefined,
): void {
  scope.lowering.report(diagnostic(kind, span, message, { help }));
}
