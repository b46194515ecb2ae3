import type { Pattern } from './text-mate.ts';

// As the lexer has them (language/src/syntax/tokens.ts); that both say the same of whole packs is tested.
const letter = 'A-Za-z\\x{00C0}-\\x{00D6}\\x{00D8}-\\x{00F6}\\x{00F8}-\\x{024F}';

/** A name. */
export const identifier = `[${letter}][${letter}0-9_]*(?:-[${letter}0-9_]+)*`;

/** A name in back-quotes, which may be anything. */
export const quotedName = '`[^`\\r\\n]+`';

/** What may not follow a keyword: then it is the beginning of a longer name. */
export const wordEnd = `(?![${letter}0-9_]|-[${letter}0-9_])`;

/** What is written alike in both spellings. */
export const literals: Readonly<Record<string, Pattern>> = {
  comment: { name: 'comment.line.double-slash.waarborg', match: '//.*$' },
  literals: {
    patterns: [
      { name: 'markup.underline.link.waarborg', match: '<[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>"]*>' },
      { include: '#text' },
      { name: 'invalid.illegal.quotes.waarborg', match: "[“”„«][^“”„»\"]*[“”»\"]|'[^']*'|[‘’‚][^‘’]*[‘’]" },
      { name: 'invalid.illegal.unclosed.waarborg', match: '["“”„«].*$' },
      { name: 'constant.numeric.date.waarborg', match: '\\d{4}-\\d{2}-\\d{2}(?![\\d-])' },
      {
        name: 'invalid.illegal.date.waarborg',
        match: '\\d{1,2}[-/]\\d{1,2}[-/]\\d{4}(?!\\d)|\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}(?!\\d)',
      },
      { name: 'constant.numeric.version.waarborg', match: '\\d+\\.\\d+\\.\\d+(?:-[A-Za-z0-9.]+)?' },
      { name: 'constant.numeric.percentage.waarborg', match: '\\d+(?:\\.\\d+)?[ \\t]?%' },
      { name: 'invalid.illegal.number.waarborg', match: '\\d+,\\d+(?:[ \\t]?%)?' },
      {
        match: `(\\.)\\s*(${identifier}|${quotedName})`,
        captures: {
          1: { name: 'punctuation.accessor.waarborg' },
          2: { name: 'variable.other.member.waarborg' },
        },
      },
    ],
  },
  text: {
    name: 'string.quoted.double.waarborg',
    // Only where it is closed on its line, as a text has to be.
    begin: '"(?=(?:[^"\\\\]|\\\\.)*")',
    end: '"',
    patterns: [{ name: 'constant.character.escape.waarborg', match: '\\\\.' }],
  },
  rest: {
    patterns: [
      { name: 'constant.numeric.waarborg', match: '\\d+(?:\\.\\d+)?' },
      { name: 'keyword.operator.waarborg', match: '<=|>=|!=|={1,3}|<|>|\\+|\\*|/|-' },
      { name: 'punctuation.section.waarborg', match: '[{}\\[\\]()]' },
      { name: 'punctuation.separator.waarborg', match: '[:,.]' },
    ],
  },
};
