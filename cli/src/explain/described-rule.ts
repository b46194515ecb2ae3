import {
  type CitationUse,
  type DutyDescription,
  type ExceptionDescription,
  formatDate,
  type Language,
  type Localized,
  type NeededField,
  type ParameterDescription,
  positionAt,
  type RuleDescription,
  type Span,
} from '@waarborg/language';
import type { CitationReport } from '../report.ts';
import type {
  DutyReport,
  ExceptionExplanation,
  FilePlace,
  NeedReport,
  ParameterExplanation,
  RuleExplanation,
  SentenceReport,
} from './explanation-report.ts';

/** What is said of a rule itself, in one language. */
export function describedRule(
  description: RuleDescription,
  language: Language,
): Omit<RuleExplanation, 'packVersion' | 'askedAs' | 'affected'> {
  const { text, optional, sentence, optionalSentence } = wordsIn(language);
  const { id, pack, name, was, level, definitions, purposes, compatibilities } = description;
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
    purposes: purposes.map((each) => ({ id: each.id, name: each.name, words: optional(each.words) })),
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
