import { type Day, type Language, parseDate } from '@waarborg/language';

/** What a user can set, under `waarborg` in the settings of an editor. */
export interface Settings {
  /** The language of messages; undefined for that of the editor. */
  readonly language: Language | undefined;
  /** The date on which everything is judged; undefined for today. */
  readonly asOf: Day | undefined;
  /** Whether the value of a parameter is shown beside its use. */
  readonly inlayHints: boolean;
}

/** What is set where nothing is. */
export const noSettings: Settings = { language: undefined, asOf: undefined, inlayHints: false };

/** Reads settings from whatever a client sends; what is not understood is as if it were not set. */
export function readSettings(sent: unknown): Settings {
  const language = property(sent, 'language');
  const asOf = property(sent, 'asOf');
  return {
    language: language === 'nl' || language === 'en' ? language : undefined,
    asOf: typeof asOf === 'string' ? parseDate(asOf) : undefined,
    inlayHints: property(sent, 'inlayHints') === true,
  };
}

/** A property of whatever a client sends; undefined where it has none. */
export function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

/** The language of a locale such as `nl-BE`; English for any other than Dutch. */
export function languageOfLocale(locale: string | undefined): Language {
  return /^nl\b/i.test(locale ?? '') ? 'nl' : 'en';
}
