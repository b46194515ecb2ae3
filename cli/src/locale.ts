import type { Language } from '@waarborg/language';

/** The variables of the environment that a command looks at. */
export interface Environment {
  readonly LC_ALL?: string | undefined;
  readonly LC_MESSAGES?: string | undefined;
  readonly LANG?: string | undefined;
  readonly NO_COLOR?: string | undefined;
  readonly NODE_DISABLE_COLORS?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
  /** The file that GitHub shows as the summary of a step. */
  readonly GITHUB_STEP_SUMMARY?: string | undefined;
  /** Where checked policies are kept; empty for nowhere. */
  readonly WAARBORG_CACHE?: string | undefined;
  readonly XDG_CACHE_HOME?: string | undefined;
  readonly LOCALAPPDATA?: string | undefined;
  readonly HOME?: string | undefined;
}

/** The language of the environment's locale: Dutch for `nl`, `nl_NL.UTF-8`, `nl-BE`; else English. */
export function languageOfEnvironment(environment: Environment): Language {
  const locale = [environment.LC_ALL, environment.LC_MESSAGES, environment.LANG].find(
    (value) => value !== undefined && value !== '',
  );
  return /^nl(?:$|[_.@-])/i.test(locale ?? '') ? 'nl' : 'en';
}

/**
 * Whether to colour what goes to a stream: `--color` decides, then FORCE_COLOR, then NODE_DISABLE_COLORS and NO_COLOR, then
 * whether it is a terminal that can: as `util.styleText` of Node.js does.
 */
export function wantsColour(asked: boolean | undefined, environment: Environment, isTerminal: boolean): boolean {
  if (asked !== undefined) return asked;
  const forced = environment.FORCE_COLOR;
  if (forced !== undefined) return ['', '1', 'true', '2', '3'].includes(forced);
  if ((environment.NODE_DISABLE_COLORS ?? '') !== '' || (environment.NO_COLOR ?? '') !== '') return false;
  return isTerminal && environment.TERM !== 'dumb';
}
