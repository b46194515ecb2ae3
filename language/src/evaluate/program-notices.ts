import type { CoreProgram } from '../core/core.ts';
import { type Day, formatDate } from '../values/calendar.ts';
import type { Notice } from './result.ts';

/** What a reader should know of the packs themselves on a date: parameters whose review date has passed. */
export function noticesOfProgram(program: CoreProgram, asOf: Day): readonly Notice[] {
  return program.packs
    .flatMap((pack) => pack.parameters)
    .flatMap((parameter): readonly Notice[] => {
      if (parameter.reviewBy === undefined || parameter.reviewBy >= asOf) return [];
      const day = formatDate(parameter.reviewBy);
      const message = {
        en: `The parameter \`${parameter.id}\` was to be reconsidered by ${day}.`,
        nl: `De parameter \`${parameter.id}\` zou uiterlijk op ${day} worden herzien.`,
      };
      return [{ kind: 'review-date-passed', message, location: undefined }];
    });
}
