import type {
  CitationUse,
  DutyDescription,
  ExceptionDescription,
  Language,
  LevelName,
  Localized,
  NeededField,
  Outcome,
  ParameterDescription,
  RuleDescription,
  SharedPart,
  Span,
} from '@waarborg/language';
import { formatDate, positionAt } from '@waarborg/language';
import type { CitationReport, ErrorReport, RangeReport } from '../report.ts';

// The explanation of rules as other programs may rely on it (`waarborg-explanation/1`): fields are added, never changed.
// Every text is in one language.

/** A sentence; where it ends in a colon its parts follow, each of them a sentence. */
export interface SentenceReport {
  readonly text: string;
  readonly parts: readonly SentenceReport[];
}

export interface DutyReport {
  readonly id: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly levelBecause: string | null;
  readonly sentence: SentenceReport;
  /** What is asked where its condition does not hold. */
  readonly otherwise: SentenceReport | null;
  /** True for an approval: as long as it is not there the duty is unproven, and not broken. */
  readonly isAwaited: boolean;
}

export interface ExceptionExplanation {
  readonly name: string;
  readonly title: string | null;
  readonly was: readonly string[];
  readonly sentences: readonly SentenceReport[];
  readonly covers: readonly string[];
  readonly residual: readonly DutyReport[];
  readonly cites: readonly CitationReport[];
}

export interface ParameterExplanation {
  /** `pack/name`. */
  readonly id: string;
  readonly name: string;
  readonly value: string;
  readonly setBy: string | null;
  readonly because: string | null;
  /** ISO date. */
  readonly reviewBy: string | null;
  readonly stricterWhen: 'lower' | 'higher' | null;
}

export interface NeedReport {
  /** With `[]` after each list. */
  readonly path: string;
  readonly type: string;
  readonly description: string | null;
  readonly choices: readonly { readonly name: string; readonly text: string | null }[];
  readonly absentMeansNone: boolean;
}

/** A place in a file. */
export interface FilePlace {
  readonly file: string;
  readonly location: RangeReport;
}

/** How one manifest stands with the rule. */
export interface ManifestStanding {
  readonly file: string;
  readonly document: number;
  readonly id: string;
  /** One for each subject; none where the manifest is of another kind. */
  readonly outcomes: readonly {
    /** JSON Pointer; empty for the whole manifest. */
    readonly subject: string;
    readonly subjectKey: string | null;
    readonly outcome: Outcome;
  }[];
  /** The claims, explanations and approvals in it that name the rule. */
  readonly statements: readonly ({
    readonly kind: 'claim' | 'explanation' | 'approval';
    readonly about: string;
  } & FilePlace)[];
}

export interface AffectedReport {
  readonly shared: readonly {
    readonly kind: SharedPart['kind'];
    readonly name: string;
    readonly rules: readonly string[];
  }[];
  readonly packs: readonly string[];
  readonly tests: readonly ({ readonly name: string } & FilePlace)[];
  /** Null where no manifests were given. */
  readonly manifests: readonly ManifestStanding[] | null;
}

export interface RuleExplanation extends FilePlace {
  /** `pack/rule`. */
  readonly rule: string;
  readonly pack: string;
  readonly packVersion: string;
  readonly name: string;
  /** As it was asked for, where that is a name that the rule had before. */
  readonly askedAs: string | null;
  readonly was: readonly string[];
  readonly title: string;
  readonly level: LevelName;
  readonly levelChosenBy: string | null;
  readonly levelBecause: string | null;
  readonly subject: SentenceReport;
  readonly whenNone: SentenceReport | null;
  readonly inForce: SentenceReport | null;
  readonly scope: SentenceReport | null;
  readonly scopeWords: string | null;
  readonly applies: readonly SentenceReport[];
  readonly duties: readonly DutyReport[];
  readonly exceptions: readonly ExceptionExplanation[];
  readonly definitions: readonly {
    readonly name: string;
    readonly words: string | null;
    readonly sentence: SentenceReport;
  }[];
  readonly compatibilities: readonly { readonly sentence: SentenceReport; readonly cites: readonly CitationReport[] }[];
  readonly parameters: readonly ParameterExplanation[];
  readonly cites: readonly CitationReport[];
  readonly needs: readonly NeedReport[];
  readonly nextStep: string | null;
  readonly affected: AffectedReport;
}

export interface ExplanationReport {
  readonly format: 'waarborg-explanation/1';
  readonly language: Language;
  /** The day on which manifests are judged. */
  readonly asOf: string;
  readonly rules: readonly RuleExplanation[];
  readonly errors: readonly ErrorReport[];
}

/** What is said of a rule itself, in one language. */
export function describedRule(
  description: RuleDescription,
  language: Language,
): Omit<RuleExplanation, 'packVersion' | 'askedAs' | 'affected'> {
  const { text, optional, sentence, optionalSentence } = wordsIn(language);
  const { id, pack, name, was, level, definitions, compatibilities } = description;
  const cites = (uses: readonly CitationUse[]): readonly CitationReport[] => uses.map((use) => citation(use, language));
  return {
    ...{ rule: id, pack, name, was, title: text(description.title), level },
    ...placeOf(description.span),
    levelChosenBy: optional(description.levelChosenBy),
    levelBecause: optional(description.levelBecause),
    subject: sentence(description.subject),
    whenNone: optionalSentence(description.whenNone),
    inForce: optionalSentence(description.inForce),
    scope: optionalSentence(description.scope),
    scopeWords: optional(description.scopeWords),
    applies: description.applies.map(sentence),
    duties: description.duties.map((each) => duty(each, language)),
    exceptions: description.exceptions.map((each) => exception(each, language)),
    definitions: definitions.map((each) => ({
      name: each.name,
      words: optional(each.words),
      sentence: sentence(each.sentence),
    })),
    compatibilities: compatibilities.map((each) => ({ sentence: sentence(each.sentence), cites: cites(each.cites) })),
    parameters: description.parameters.map((each) => parameter(each, language)),
    cites: cites(description.cites),
    needs: description.needs.map((each) => need(each, language)),
    nextStep: optional(description.nextStep),
  };
}

function wordsIn(language: Language) {
  const text = (localized: Localized): string => localized[language];
  const optional = (localized: Localized | undefined): string | null => localized?.[language] ?? null;
  const sentence = (described: RuleDescription['subject']): SentenceReport => ({
    text: text(described.text),
    parts: described.parts.map(sentence),
  });
  const optionalSentence = (described: RuleDescription['scope']): SentenceReport | null =>
    described === undefined ? null : sentence(described);
  return { text, optional, sentence, optionalSentence };
}

/** Where something stands in a file. */
export function placeOf({ source, start, end }: Span): FilePlace {
  return { file: source.name, location: { start: positionAt(source, start), end: positionAt(source, end) } };
}

function duty({ id, level, isAwaited, ...described }: DutyDescription, language: Language): DutyReport {
  const { optional, sentence, optionalSentence } = wordsIn(language);
  return {
    id,
    level,
    levelChosenBy: optional(described.levelChosenBy),
    levelBecause: optional(described.levelBecause),
    sentence: sentence(described.sentence),
    otherwise: optionalSentence(described.otherwise),
    isAwaited,
  };
}

function exception(
  { name, was, covers, ...described }: ExceptionDescription,
  language: Language,
): ExceptionExplanation {
  const { optional, sentence } = wordsIn(language);
  return {
    name,
    title: optional(described.title),
    was,
    sentences: described.sentences.map(sentence),
    covers,
    residual: described.residual.map((each) => duty(each, language)),
    cites: described.cites.map((use) => citation(use, language)),
  };
}

function parameter(
  { id, name, reviewBy, stricterWhen, ...described }: ParameterDescription,
  language: Language,
): ParameterExplanation {
  const { text, optional } = wordsIn(language);
  return {
    id,
    name,
    value: text(described.value),
    setBy: optional(described.setBy),
    because: optional(described.because),
    reviewBy: reviewBy === undefined ? null : formatDate(reviewBy),
    stricterWhen: stricterWhen ?? null,
  };
}

function need({ path, type, description, choices, absentMeansNone }: NeededField, language: Language): NeedReport {
  const { text, optional } = wordsIn(language);
  return {
    path,
    type: text(type),
    description: optional(description),
    choices: choices.map((choice) => ({ name: choice.name, text: optional(choice.text) })),
    absentMeansNone,
  };
}

function citation({ source, at, title, quoting, address }: CitationUse, language: Language): CitationReport {
  const { text, optional } = wordsIn(language);
  return { source, at, title: text(title), quoting: optional(quoting), address: address ?? null };
}
