import { nearestNames } from '@waarborg/language';
import { type Problem, problem, wrongArguments } from '../command-errors.ts';

/** That an option has none of the values that it can have. */
export function badChoice(option: string, written: string, choices: readonly string[]): Problem {
  const near = nearestNames(written, choices)[0];
  const list = choices.join(', ');
  return problem(
    wrongArguments,
    { en: `${option} cannot be \`${written}\``, nl: `${option} kan niet \`${written}\` zijn` },
    undefined,
    near === undefined
      ? { en: `It is one of: ${list}.`, nl: `Het is een van: ${list}.` }
      : { en: `Did you mean ${near}? It is one of: ${list}.`, nl: `Bedoelde u ${near}? Het is een van: ${list}.` },
  );
}

/** That `--as-of` is no date. */
export function badDate(written: string): Problem {
  return problem(
    wrongArguments,
    { en: `--as-of is a date, and \`${written}\` is none`, nl: `--as-of is een datum, en \`${written}\` niet` },
    undefined,
    { en: 'Write year, month and day: --as-of 2026-11-23.', nl: 'Schrijf jaar, maand en dag: --as-of 2026-11-23.' },
  );
}
