import { expect, it } from 'vitest';
import { found } from './lint-for-test.ts';
import { oneLanguageText } from './one-language-text.ts';

const head = `pack test.pack version 1.0.0 title nl "Proef" en "Test" use test.words 1
  scope nl "Alles" en "All" when a
source law nl "Een wet" en "A law"
`;
const inBoth = 'rule s nl "S" en "S" { mandatory cites law "1" require a }\n';

it.each([
  ['rule r nl "R" { mandatory cites law "1" require b }', 'nl "R"'],
  ['rule r "R" { mandatory cites law "1" require b }', '"R"'],
  ['rule r nl "R" en "R" { mandatory cites law "1" require b next step "Do" }', '"Do"'],
  ['rule r nl "R" en "R" { mandatory cites law "1" require b except e "E" when a }', '"E"'],
  ['purpose wide nl "W" en "W" { purpose narrow nl "N" }', 'nl "N"'],
  ['define d en "D": a', 'en "D"'],
  ['parameter p: count = 1 set by "us" because nl "zo" reconsider by 2030-01-01', 'nl "zo"'],
])('finds the text in: %s', (item, text) => {
  expect(found(oneLanguageText, head + inBoth + item)).toEqual([text]);
});

it('leaves names, quotations, passages and notes alone', () => {
  const item = `source book nl "Boek" en "Book" note owner "us" { "p. 1" says nl "Woorden" }
rule r nl "R" en "R" { mandatory chosen by "us" cites book "p. 1" quoting nl "Woorden" require b }`;
  expect(found(oneLanguageText, head + inBoth + item)).toEqual([]);
});

it('finds nothing where all texts are in one language', () => {
  const pack = 'pack p version 1.0.0 use test.words 1 scope "All" when a source law "A law"';
  expect(found(oneLanguageText, `${pack} rule r "R" { mandatory cites law "1" require b }`)).toEqual([]);
});

it('looks at vocabularies too', () => {
  const words = 'vocabulary v version 1.0.0 record r nl "R" en "R" { x: text nl "X" }  choices c { y en "Y" }';
  expect(found(oneLanguageText, words)).toEqual(['nl "X"', 'en "Y"']);
});
