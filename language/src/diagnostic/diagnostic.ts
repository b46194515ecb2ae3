import type { Span } from '../source/source.ts';

/** A language in which people read messages. */
export type Language = 'en' | 'nl';

/** One text in every language that Waarborg speaks. */
export interface Localized {
  readonly en: string;
  readonly nl: string;
}

/** Errors stop a verdict (exit 2); warnings and notices never change one. */
export type Severity = 'error' | 'warning' | 'notice';

/** What every occurrence of one error code has in common; its page in the reference is made from it. */
export interface DiagnosticKind {
  /** Stable for ever: `WB` and four digits. */
  readonly code: string;
  readonly severity: Severity;
  readonly title: Localized;
  /** Why it is an error and how one gets out of it, for the page (English, a few sentences). */
  readonly explanation: string;
  /** A small piece of source that gives this code. */
  readonly wrong: string;
  /** The same piece, repaired. */
  readonly right: string;
}

/** A second place that helps to understand the first. */
export interface RelatedPlace {
  readonly span: Span;
  readonly message: Localized;
}

/** Replaces the text of the span. */
export interface TextEdit {
  readonly span: Span;
  readonly text: string;
}

/** A repair that an editor can apply. */
export interface Fix {
  readonly title: Localized;
  readonly edits: readonly TextEdit[];
}

/** An error as data: the message states the fact, the help the repair. */
export interface Diagnostic {
  readonly code: string;
  readonly severity: Severity;
  readonly span: Span;
  readonly message: Localized;
  readonly help: Localized | undefined;
  readonly related: readonly RelatedPlace[];
  readonly fixes: readonly Fix[];
}

/** What a diagnostic may carry beyond its message. */
export interface DiagnosticExtras {
  readonly help?: Localized | undefined;
  readonly related?: readonly RelatedPlace[];
  readonly fixes?: readonly Fix[];
}

/** Makes a diagnostic of a kind, at a span, with a message that states the fact. */
export function diagnostic(
  kind: DiagnosticKind,
  span: Span,
  message: Localized,
  extras: DiagnosticExtras = {},
): Diagnostic {
  return {
    code: kind.code,
    severity: kind.severity,
    span,
    message,
    help: extras.help,
    related: extras.related ?? [],
    fixes: extras.fixes ?? [],
  };
}

/** The same words in every language: names, values and source text. */
export function untranslated(text: string): Localized {
  return { en: text, nl: text };
}
