import { expect, it } from 'vitest';
import { found, lintText } from './lint-for-test.ts';
import { quotationNotInSource } from './quotation-not-in-source.ts';

const cited = (passage: string, quoting: string): readonly string[] =>
  found(
    quotationNotInSource,
    `source law "Een wet" { "art. 5" says ${passage} }
rule r "R" { mandatory cites law "art. 5" quoting ${quoting} require a }`,
  );

const passage = '"Het is  “niet” toegestaan,  tenzij de minister\u00a0binnen 16 weken (een termijn) ‘ja’ zegt."';

it.each([
  '"verzonnen woorden"',
  '"Het is toegestaan"',
  '"binnen 6 weken"',
  '"binnen 1"',
  '"de mini"',
  '"inister"',
  '"ja … toegestaan"',
  '"het is NIET toegestaan"',
  '"een.termijn"',
])('finds %s', (quoting) => {
  expect(cited(passage, quoting)).toEqual([quoting]);
});

it.each([
  '"Het is"',
  '"het is"',
  '"Tenzij de minister"',
  '"toegestaan, tenzij de minister"',
  '"toegestaan,   tenzij de minister binnen 16"',
  '"het is … de minister … zegt."',
  '"… tenzij de minister … zegt"',
  '"het is [...] tenzij"',
  '"(een termijn)"',
  '"(een termijn) \'ja\'"',
  '"is \\"niet\\" toegestaan"',
  '"is «niet» toegestaan"',
  '"…"',
])('finds nothing in %s', (quoting) => {
  expect(cited(passage, quoting)).toEqual([]);
});

it.each([
  ['nl "zes weken" en "six weeks"', 'nl "zes weken"', 0],
  ['nl "zes weken" en "six weeks"', 'nl "six weeks"', 1],
  ['nl "zes weken" en "six weeks"', 'nl "zes weken" en "seven weeks"', 1],
  ['nl "zes weken" en "six weeks"', '"six weeks"', 0],
  ['nl "zes weken" en "six weeks"', '"zes weken"', 0],
  ['nl "zes weken" en "six weeks"', '"acht weken"', 1],
  ['nl "zes weken"', 'nl "zes weken" en "six weeks"', 0],
  ['nl "zes weken"', 'en "eight weeks"', 0],
  ['"zes weken"', 'nl "zes weken"', 0],
  ['"zes weken"', 'nl "acht weken"', 1],
])('with the passage %s finds in %s: %i', (text, quoting, count) => {
  expect(cited(text, quoting)).toHaveLength(count);
});

it('says nothing of a place that the source does not carry', () => {
  const rule = (at: string): string => `rule r "R" { mandatory cites law "${at}" quoting "verzonnen" require a }`;
  expect(found(quotationNotInSource, `source law "Een wet"\n${rule('art. 5')}`)).toEqual([]);
  expect(found(quotationNotInSource, `source law "Een wet" { "art. 5" says "Zo." }\n${rule('art. 6')}`)).toEqual([]);
});

it('looks at exceptions and compatibilities too, and points at the passage', () => {
  const law = 'source law "Een wet" { "art. 5" says "Zo." }\n';
  const rule =
    'rule r "R" { mandatory cites law "art. 5" require a except e when b { cites law "art. 5" quoting "niet" } }';
  expect(found(quotationNotInSource, law + rule)).toEqual(['"niet"']);
  const purposes = 'purpose p purpose q data collected for p may be used for q cites law "art. 5" quoting "niet"';
  expect(found(quotationNotInSource, law + purposes)).toEqual(['"niet"']);
  const [finding] = lintText(law + rule).filter(({ code }) => code === quotationNotInSource.name);
  const places = finding?.related.map(({ span }) => span.source.text.slice(span.start, span.end));
  expect(places).toEqual(['"art. 5" says "Zo."']);
});
