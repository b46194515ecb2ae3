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

/** That `--max-warnings` is no number. */
export function badAmount(written: string): Problem {
  return problem(
    wrongArguments,
    {
      en: `--max-warnings is a whole number, and \`${written}\` is none`,
      nl: `--max-warnings is een geheel getal, en \`${written}\` niet`,
    },
    undefined,
    { en: 'Write how many may stand: --max-warnings 0.', nl: 'Schrijf hoeveel er mogen staan: --max-warnings 0.' },
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
