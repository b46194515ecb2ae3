/** The words of numbers below twenty, in order. */
const small = {
  en: [
    ...['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'],
    ...['thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
  ],
  nl: [
    ...['nul', 'een', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf'],
    ...['dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien'],
  ],
} as const;

/** The words of twenty, thirty and so on. */
const tens = {
  en: ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
  nl: ['twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'],
} as const;

/** No number that is read has more words: "two hundred and twenty four". */
export const longestNumber = 5;

/**
 * The whole number from 0 to 999 that words in one language give, in plain letters and a space apart (see `plainLetters`);
 * undefined where they give none.
 */
export function numberInWords(words: string, language: 'en' | 'nl'): number | undefined {
  return numbers[language].get(words);
}

/** A text in small letters without marks: "Één" is "een", "tweeëntwintig" is "tweeentwintig", and a ligature is its letters. */
export function plainLetters(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}

const numbers: Readonly<Record<'en' | 'nl', ReadonlyMap<string, number>>> = {
  en: tableOf('en', { hundreds: englishHundreds, compound: (ten, unit) => `${ten} ${unit}` }),
  nl: tableOf('nl', { hundreds: dutchHundreds, compound: (ten, unit) => `${unit}en${ten}` }),
};

interface Habits {
  readonly compound: (ten: string, unit: string) => string;
  /** All ways to write a number of hundreds with what is left, which is empty for a round number. */
  readonly hundreds: (unit: string, rest: string) => readonly string[];
}

function tableOf(language: 'en' | 'nl', { compound, hundreds }: Habits): ReadonlyMap<string, number> {
  const units = small[language].slice(1, 10);
  const below = [
    ...small[language],
    ...tens[language].flatMap((ten) => [ten, ...units.map((unit) => compound(ten, unit))]),
  ];
  const above = units.flatMap((unit, index) =>
    below.flatMap((rest, left) =>
      hundreds(unit, left === 0 ? '' : rest).map((words) => [words, (index + 1) * 100 + left] as const),
    ),
  );
  return new Map([...below.map((words, value) => [words, value] as const), ...above]);
}

function englishHundreds(unit: string, rest: string): readonly string[] {
  const rounds = unit === 'one' ? ['one hundred', 'a hundred', 'hundred'] : [`${unit} hundred`];
  return rounds.flatMap((round) => (rest === '' ? [round] : [`${round} ${rest}`, `${round} and ${rest}`]));
}

function dutchHundreds(unit: string, rest: string): readonly string[] {
  const round = `${unit === 'een' ? '' : unit}honderd`;
  return rest === '' ? [round] : [round + rest, `${round}en${rest}`, `${round} ${rest}`, `${round} en ${rest}`];
}
