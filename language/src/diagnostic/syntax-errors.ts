import type { DiagnosticKind } from './diagnostic.ts';

// What can be wrong with the writing itself, before any name is looked up.

/** A word or sign where another is expected. */
export const unexpectedToken: DiagnosticKind = {
  code: 'WB0101',
  severity: 'error',
  title: { en: 'Something else is expected here', nl: 'Hier wordt iets anders verwacht' },
  explanation:
    'The grammar expects another word or sign here. Often a word is misspelt, or a colon, a brace or a quote is missing just before.',
  wrong: 'rule dpia "A DPIA comes first" {\n  requier assessments.dpia is recorded\n}',
  right: 'rule dpia "A DPIA comes first" {\n  require assessments.dpia is recorded\n}',
};

/** A file that starts with none of the four words. */
export const unknownFileHead: DiagnosticKind = {
  code: 'WB0102',
  severity: 'error',
  title: { en: 'This is no policy file', nl: 'Dit is geen beleidsbestand' },
  explanation:
    'The first word of a file says what it is and which spelling it uses: `pack` or `vocabulary` in English, `pakket` or `woordenlijst` in Dutch.',
  wrong: 'rule x { }',
  right: 'pack nl.example version 1.0.0',
};

/** A quote that is not closed on its line. */
export const unclosedText: DiagnosticKind = {
  code: 'WB0103',
  severity: 'error',
  title: { en: 'A quote is left open', nl: 'Een aanhalingsteken is niet gesloten' },
  explanation: 'A text stands between double quotes on one line. A quote inside it is written `\\"`.',
  wrong: 'title "Cabinet position',
  right: 'title "Cabinet position"',
};

/** Quotes of a word processor, or single ones. */
export const wrongQuotes: DiagnosticKind = {
  code: 'WB0104',
  severity: 'error',
  title: { en: 'These are not the quotes of a text', nl: 'Dit zijn niet de aanhalingstekens van een tekst' },
  explanation: 'Word processors turn quotes into curly ones. A text stands between straight double quotes.',
  wrong: 'title “Cabinet position”',
  right: 'title "Cabinet position"',
};

/** A decimal comma. */
export const decimalComma: DiagnosticKind = {
  code: 'WB0105',
  severity: 'error',
  title: { en: 'A number has a comma', nl: 'Een getal heeft een komma' },
  explanation:
    'Numbers have a decimal point, in both spellings, so that a list of numbers and a number are never taken for each other.',
  wrong: 'parameter max-rate: share = 6,1%',
  right: 'parameter max-rate: share = 6.1%',
};

/** A date in another order, or one that does not exist. */
export const wrongDate: DiagnosticKind = {
  code: 'WB0106',
  severity: 'error',
  title: { en: 'A date is not written as one', nl: 'Een datum is niet als datum geschreven' },
  explanation: 'Dates are written as year, month and day: `2026-11-23`. The day must exist.',
  wrong: 'applies from 23-11-2026',
  right: 'applies from 2026-11-23',
};

/** `and` and `or` without parentheses. */
export const mixedAndOr: DiagnosticKind = {
  code: 'WB0107',
  severity: 'error',
  title: { en: '`and` and `or` are mixed', nl: '`en` en `of` staan door elkaar' },
  explanation: 'Readers disagree on what `a and b or c` means, and so do lawyers. Parentheses say which is meant.',
  wrong: 'when a and b or c',
  right: 'when (a and b) or c',
};

/** A comparison that goes on. */
export const comparisonChain: DiagnosticKind = {
  code: 'WB0108',
  severity: 'error',
  title: { en: 'A comparison goes on', nl: 'Een vergelijking gaat door' },
  explanation: 'One comparison has two sides. Two comparisons are joined by `and`.',
  wrong: 'when 1 < n < 5',
  right: 'when 1 < n and n < 5',
};

/** A brace that is not closed. */
export const unclosedBrace: DiagnosticKind = {
  code: 'WB0109',
  severity: 'error',
  title: { en: 'A brace is left open', nl: 'Een accolade is niet gesloten' },
  explanation: 'What `{` opens, `}` closes. Without it the rest of the file would belong to this rule.',
  wrong: 'rule a "…" {\n  mandatory\nrule b "…" {\n}',
  right: 'rule a "…" {\n  mandatory\n}\nrule b "…" {\n}',
};

/** Nesting beyond any use. */
export const tooDeep: DiagnosticKind = {
  code: 'WB0110',
  severity: 'error',
  title: { en: 'This is nested too deeply', nl: 'Dit is te diep genest' },
  explanation:
    'Nobody can read a condition that is nested more than 256 deep, and no computer need. Break it up with `define`. Definitions that use each other over and over until they would take pages when written out are refused too.',
  wrong: 'when ((((…))))',
  right: 'define part: …\n…\nwhen part',
};

/** A character that means nothing. */
export const unknownCharacter: DiagnosticKind = {
  code: 'WB0111',
  severity: 'error',
  title: { en: 'A character means nothing here', nl: 'Een teken betekent hier niets' },
  explanation:
    'This character is no part of the language outside texts and comments. It often comes along with text that was copied.',
  wrong: 'require purpose is recorded;',
  right: 'require purpose is recorded',
};

/** `==`, `&&`, `||`: signs of programming languages. */
export const wrongSign: DiagnosticKind = {
  code: 'WB0112',
  severity: 'error',
  title: { en: 'This sign belongs to a programming language', nl: 'Dit teken hoort bij een programmeertaal' },
  explanation: 'Policies are read aloud. Write `is`, `and`, `or`.',
  wrong: 'when method.profiling == yes && purpose is recorded',
  right: 'when method.profiling is yes and purpose is recorded',
};

/** A minus without spaces. */
export const tightMinus: DiagnosticKind = {
  code: 'WB0113',
  severity: 'error',
  title: { en: 'A minus sign needs a space on both sides', nl: 'Een minteken heeft aan beide kanten een spatie' },
  explanation: 'Names have hyphens, so `a-b` is one name. With spaces it is clear that a subtraction is meant.',
  wrong: 'limit a -b to at most 5',
  right: 'limit a - b to at most 5',
};

/** A file of tests, which is read elsewhere. */
export const testsFile: DiagnosticKind = {
  code: 'WB0114',
  severity: 'error',
  title: { en: 'Files of tests are no policies', nl: 'Bestanden met toetsen zijn geen beleid' },
  explanation:
    'A file that starts with `tests` or `toetsen` holds tests of rules, which `waarborg test` runs. It cannot be given as a policy.',
  wrong: 'tests nl.example',
  right: 'pack nl.example version 1.0.0',
};

/** A number beyond what is read. */
export const wrongNumber: DiagnosticKind = {
  code: 'WB0115',
  severity: 'error',
  title: { en: 'A number cannot be read', nl: 'Een getal is niet te lezen' },
  explanation:
    'A number has at most 400 digits, and a length of time at most 100,000 months or days, in whole numbers.',
  wrong: 'lasts at most 1.5 months',
  right: 'lasts at most 6 weeks',
};

/** The same part of a declaration twice. */
export const partTwice: DiagnosticKind = {
  code: 'WB0116',
  severity: 'error',
  title: { en: 'A part stands twice', nl: 'Een onderdeel staat er twee keer' },
  explanation:
    'A parameter has one `set by`, one `because` and one date to reconsider it; an exception has one approver and one term. Which of the two counts cannot be known.',
  wrong: 'parameter x: share = 5% set by "A" set by "B" because "…"',
  right: 'parameter x: share = 5% set by "A" because "…"',
};

/** A part of the head after a declaration, or a `when` after the clause that it could belong to. */
export const misplacedPart: DiagnosticKind = {
  code: 'WB0117',
  severity: 'error',
  title: { en: 'A part stands in the wrong place', nl: 'Een onderdeel staat op de verkeerde plaats' },
  explanation:
    'What a file says about itself comes first, so that a reader knows what the rest is about. A `when` before the first obligation is about the whole rule; one after an obligation is about that obligation alone, and each has one.',
  wrong: 'require purpose is recorded when method.profiling when goal is recorded',
  right: 'require purpose is recorded when method.profiling and goal is recorded',
};

/** A percent sign apart from its number. */
export const percentApart: DiagnosticKind = {
  code: 'WB0118',
  severity: 'error',
  title: { en: 'A percent sign stands apart', nl: 'Een procentteken staat los' },
  explanation: 'The percent sign is part of the number and stands right after it.',
  wrong: 'parameter max-rate: share = 6.1 %',
  right: 'parameter max-rate: share = 6.1%',
};

/** A backslash that escapes nothing. */
export const wrongEscape: DiagnosticKind = {
  code: 'WB0119',
  severity: 'error',
  title: { en: 'A backslash stands alone', nl: 'Een backslash staat alleen' },
  explanation: 'In a text a backslash only stands before a quote or another backslash.',
  wrong: 'title "C:\\cases"',
  right: 'title "C:\\\\cases"',
};

/** Every kind of error in the writing, in the order of their codes. */
export const syntaxErrors: readonly DiagnosticKind[] = [
  unexpectedToken,
  unknownFileHead,
  unclosedText,
  wrongQuotes,
  decimalComma,
  wrongDate,
  mixedAndOr,
  comparisonChain,
  unclosedBrace,
  tooDeep,
  unknownCharacter,
  wrongSign,
  tightMinus,
  testsFile,
  wrongNumber,
  partTwice,
  misplacedPart,
  percentApart,
  wrongEscape,
];
