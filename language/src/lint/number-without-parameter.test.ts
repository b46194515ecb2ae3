import { expect, it } from 'vitest';
import { found, ruleOf } from './lint-for-test.ts';
import { numberWithoutParameter } from './number-without-parameter.ts';

it.each([
  ['require n is at least 16', '16'],
  ['require s is at most 5%', '5%'],
  ['require day is after 2020-01-01', '2020-01-01'],
  ['require day is within 12 months', '12 months'],
  ['require a when n is more than 2', '2'],
  ['limit n to at most 3', '3'],
  ['require a except e { ground "x" lasts at most 6 months }', '6 months'],
  ['require some i in items: i.value is more than 2', '2'],
])('finds the number in: %s', (body, number) => {
  expect(found(numberWithoutParameter, ruleOf(body))).toEqual([number]);
});

it('finds a number in a definition', () => {
  expect(found(numberWithoutParameter, `define old: n is at least 65\n${ruleOf('require old')}`)).toEqual(['65']);
});

it.each(['require count items is at least 1', 'require n is more than 0', 'require word is "12"', 'require a is yes'])(
  'finds nothing in: %s',
  (body) => {
    expect(found(numberWithoutParameter, ruleOf(body))).toEqual([]);
  },
);

it('finds nothing where a parameter says who chose it', () => {
  const parameter = 'parameter most: number = 3 set by "us" because "few" reconsider by 2030-01-01\n';
  expect(found(numberWithoutParameter, parameter + ruleOf('limit n to at most most'))).toEqual([]);
});

it.each([
  ['from the age of 16 years', []],
  ['in 2016, and not before', ['16']],
  ['no less than 16,5', ['16']],
])('looks in the words that are quoted: %s', (words, numbers) => {
  const text = `source law "A law" rule r "R" { mandatory cites law "1" quoting "${words}" require n is at least 16 }`;
  expect(found(numberWithoutParameter, text)).toEqual(numbers);
});

const within = (term: string, quoting: string, pack = ''): readonly string[] =>
  found(
    numberWithoutParameter,
    `${pack}source law "A law" rule r "R" { mandatory cites law "1" quoting ${quoting} require day is within ${term} }`,
  );

it.each([
  ['3 months', 'nl "ten minste elke drie maanden"'],
  ['6 weeks', 'nl "telkens voor ten hoogste zes weken"'],
  ['6 weeks', '"telkens voor ten hoogste zes weken"'],
  ['42 days', 'nl "zes weken"'],
  ['12 months', 'nl "binnen een jaar"'],
  ['1 year', 'nl "binnen één jaar"'],
  ['1 day', 'nl "binnen vierentwintig uur"'],
  ['2 days', 'nl "binnen tweemaal, ten laatste achtenveertig uren"'],
  ['22 days', 'nl "tweeëntwintig dagen"'],
  ['5 years', 'nl "v\u0133f jaren"'],
  ['3 months', 'nl "drie of zes volle maanden"'],
  ['3 months', 'nl "3 maanden"'],
  ['6 weeks', 'en "for no more than six weeks"'],
  ['10 weeks', 'en "ten weeks"'],
  ['24 months', 'en "within twenty-four calendar months"'],
  ['120 days', 'en "one hundred and twenty days"'],
])('takes %s as given by %s', (term, quoting) => {
  expect(within(term, quoting)).toEqual([]);
});

it.each([
  ['3 years', 'nl "elke drie maanden"'],
  ['3 years', 'nl "3 maanden"'],
  ['6 weeks', 'nl "zestig weken"'],
  ['20 days', 'en "twenty-four days"'],
  ['4 days', 'en "twenty-four days"'],
  ['1 year', 'nl "een half jaar"'],
  ['5 days', 'nl "vijf werkdagen"'],
  ['5 days', 'en "five thousand days"'],
  ['100 days', 'nl "honderdtwintig dagen"'],
  ['1 month', 'nl "een aantal maanden"'],
  ['6 weeks', 'en "zes weken"'],
])('does not take %s as given by %s', (term, quoting) => {
  expect(within(term, quoting)).toEqual([term]);
});

it.each([
  ['n is at least 16', 'nl "de leeftijd van zestien jaren"', []],
  ['n is at least 10', 'nl "ten minste tien personen"', []],
  ['n is at least 10', '"ten minste drie van de personen"', ['10']],
  ['n is at least 10', 'en "at least ten persons"', []],
  ['s is at most 5%', 'nl "vijf procent"', []],
  ['s is at most 5%', 'en "five per cent"', []],
  ['s is at most 5%', 'nl "vijf personen"', ['5%']],
  ['n is at least 2.5', 'nl "2,5"', []],
])('looks for %s in the words %s', (condition, quoting, numbers) => {
  const text = `source law "A law" rule r "R" { mandatory cites law "1" quoting ${quoting} require ${condition} }`;
  expect(found(numberWithoutParameter, text)).toEqual(numbers);
});

it('takes what an exception quotes for the numbers of that exception alone', () => {
  const rule = (term: string): string =>
    `source law "A law" rule r "R" { mandatory cites law "1" require day is within ${term}
      except e { cites law "2" quoting "telkens zes weken" ground "x" lasts at most 6 weeks } }`;
  expect(found(numberWithoutParameter, rule('6 weeks'))).toEqual(['6 weeks']);
  expect(found(numberWithoutParameter, rule('12 months'))).toEqual(['12 months']);
});
