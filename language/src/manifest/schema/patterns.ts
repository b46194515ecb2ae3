// Patterns as ECMA-262 has them (JSON Schema's own dialect), kept to what other engines read alike: no flags, no names,
// digits written out, since `\d` is more than ten digits in some of them.

/** A word in any case, as a pattern. */
function inAnyCase(word: string): string {
  return [...word]
    .map((letter) => {
      const both = `${letter.toLowerCase()}${letter.toUpperCase()}`;
      // The sign of kelvin becomes a k where a text is put in small letters.
      return /[a-z]/.test(letter) ? `[${both}${letter === 'k' ? '\u212A' : ''}]` : literally(letter);
    })
    .join('');
}

/** A text that stands for itself in a pattern. */
export function literally(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** One of several patterns, to stand in another. */
export function oneOfPatterns(patterns: readonly string[]): string {
  return `(?:${patterns.join('|')})`;
}

/** The whole of a text, which blanks may surround, since a value is read without them; with `blank` also nothing but blanks. */
export function wholeText(patterns: readonly string[], blank: boolean): string {
  if (patterns.length === 0) return '^\\s*$';
  return `^\\s*${oneOfPatterns(patterns)}${blank ? '?' : ''}\\s*$`;
}

/** Yes and no, in any case. */
export const yesOrNo = oneOfPatterns(['yes', 'ja', 'true', 'no', 'nee', 'false'].map(inAnyCase));

const exponent = '[eE][+-]?[0-9]{1,3}';

/** A number in a text. */
export const numberText = `[+-]?[0-9]+(?:\\.[0-9]+)?(?:${exponent})?`;

/** A count in a text. */
export const countText = '\\+?[0-9]+';

const nought = '-?0+(?:\\.0+)?';
/** With an exponent, how large a number is takes arithmetic: these are left to the reader of manifests. */
const withExponent = `[+-]?[0-9]+(?:\\.[0-9]+)?${exponent}`;

/** A share in a text: a number from 0 to 1, or a percentage from 0 to 100. */
export const shareText = oneOfPatterns([
  `(?:${nought}|\\+?0+(?:\\.[0-9]+)?|\\+?0*1(?:\\.0+)?|${withExponent})`,
  `(?:${nought}|\\+?0*[0-9]{1,2}(?:\\.[0-9]+)?|\\+?0*100(?:\\.0+)?|${withExponent})\\s*%`,
]);

/** What stands for a number that is not there: a suppressed cell, NaN, an infinity. */
export const noNumber = oneOfPatterns([
  inAnyCase('suppressed'),
  inAnyCase('onderdrukt'),
  '\\.',
  `[+-]?\\.?${oneOfPatterns(['nan', 'infinity', 'inf'].map(inAnyCase))}`,
]);

const anyYear = '(?!0000)[0-9]{4}';
const leapYear = '(?!0000)(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)';

/** A date that the calendar has. */
export const dateText = oneOfPatterns([
  `${anyYear}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))`,
  `${leapYear}-02-29`,
]);

const units = ['days?', 'dag', 'dagen', 'weeks?', 'weken', 'months?', 'maand', 'maanden', 'years?', 'jaar', 'jaren'];

/** A duration, in words or as ISO 8601 has it. */
export const durationText = oneOfPatterns([
  `[0-9]{1,6}\\s+${oneOfPatterns(units.map((unit) => unit.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`)))}`,
  'P(?=[0-9])(?:[0-9]{1,6}Y)?(?:[0-9]{1,6}M)?(?:[0-9]{1,6}W)?(?:[0-9]{1,6}D)?',
]);
