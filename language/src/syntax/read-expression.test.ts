import { describe, expect, it } from 'vitest';
import type { Expression } from './ast.ts';
import { codesOf, packOf, parseText, shown } from './parse-for-test.ts';

/** The expression of `define x: …`, which takes conditions and values alike. */
function expressionOf(written: string, head = 'pack t', define = 'define'): Expression {
  const [item] = packOf(`${head}\n${define} x: ${written}`).items;
  if (item?.kind !== 'define') throw new Error('No definition was read');
  return item.expression;
}

function errorsOf(written: string): readonly string[] {
  return codesOf(`pack t\ndefine x: ${written}`);
}

describe.each([
  ['a', 'a', 'a'],
  ['a.b.c', 'a.b.c', 'a.b.c'],
  ['a is b', 'a is b', '(a is b)'],
  ['a is not b', 'a is niet b', '(a is-not b)'],
  ['a is at least 5', 'a is ten minste 5', '(a at-least 5)'],
  ['a is at most 6.1%', 'a is ten hoogste 6.1%', '(a at-most 6.1%)'],
  ['a is more than 5', 'a is meer dan 5', '(a more 5)'],
  ['a is less than 5', 'a is minder dan 5', '(a less 5)'],
  ['a is before b', 'a is vóór b', '(a less@ b)'],
  ['a is before b', 'a is voor b', '(a less@ b)'],
  ['a is after b', 'a is na b', '(a more@ b)'],
  ['a is on or before 1970-01-02', 'a is op of vóór 1970-01-02', '(a at-most@ day 1)'],
  ['a is on or after b', 'a is op of na b', '(a at-least@ b)'],
  ['a = 5', 'a = 5', '(a is 5)'],
  ['a != 5', 'a != 5', '(a is-not 5)'],
  ['a < 5', 'a < 5', '(a less 5)'],
  ['a <= 5', 'a <= 5', '(a at-most 5)'],
  ['a > 5', 'a > 5', '(a more 5)'],
  ['a >= 5', 'a >= 5', '(a at-least 5)'],
  ['a is recorded', 'a is vastgelegd', '(a recorded)'],
  ['a is not recorded', 'a is niet vastgelegd', '(a unrecorded)'],
  ['a is one of [b, c]', 'a is een van [b, c]', '(a one-of [b, c])'],
  ['a is not one of b', 'a is geen van b', '(a not one-of b)'],
  ['a contains b', 'a bevat b', '(a contains b)'],
  ['a is within b', 'a is binnen b', '(a within b)'],
  ['a is no older than 12 months', 'a is niet ouder dan 12 maanden', '(a within 12m0d)'],
  ['a falls under b', 'a valt onder b', '(a falls-under b)'],
  ['a is compatible with b', 'a is verenigbaar met b', '(a compatible-with b)'],
  ['not a', 'niet a', '(not a)'],
  ['not not a is b', 'niet niet a is b', '(not (not (a is b)))'],
  ['a and b and c', 'a en b en c', '(a and b and c)'],
  ['a or not b', 'a of niet b', '(a or (not b))'],
  ['(a or b) and c', '(a of b) en c', '((a or b) and c)'],
  ['a + b - c', 'a + b - c', '((a add b) subtract c)'],
  ['a - b * c / d', 'a - b * c / d', '(a subtract ((b multiply c) divide d))'],
  ['(a + b) * -5', '(a + b) * -5', '((a add b) multiply -5)'],
  ['yes', 'ja', 'yes'],
  ['a is false', 'a is onwaar', '(a is no)'],
  ['"text" is a', '"text" is a', '("text" is a)'],
  ['1 day', '1 dag', '0m1d'],
  ['2 weeks', '2 weken', '0m14d'],
  ['1 month', '1 maand', '1m0d'],
  ['2 years', '2 jaar', '24m0d'],
  ['parameter p', 'parameter p', '$p'],
  ['every m in a.b: m.c', 'elke m uit a.b: m.c', '(every m in a.b: m.c)'],
  [
    'some m in a where m.c and m.d if any: not m.e',
    'ten minste één m uit a waarbij m.c en m.d indien aanwezig: niet m.e',
    '(some m in a where (m.c and m.d) if-any: (not m.e))',
  ],
  ['every a.b if any is at most 5', 'elke a.b indien aanwezig is ten hoogste 5', '((every a.b if-any) at-most 5)'],
  ['some a.b is c', 'ten minste een a.b is c', '((some a.b) is c)'],
  ['highest a.b / lowest a.b', 'hoogste a.b / laagste a.b', '((highest a.b) divide (lowest a.b))'],
  ['sum a.b is 1', 'som a.b is 1', '((sum a.b) is 1)'],
  ['count a is 1', 'aantal a is 1', '((count a) is 1)'],
  ['count m in a where m.b is 1', 'aantal m uit a waarbij m.b is 1', '(count m in a where (m.b is 1))'],
  ['[]', '[]', '[]'],
  ['[1, 2.5, 6%]', '[1, 2.5, 6%]', '[1, 2.5, 6%]'],
])('%s', (english, dutch, tree) => {
  it('is read', () => {
    expect(errorsOf(english)).toEqual([]);
    expect(shown(expressionOf(english))).toBe(tree);
  });

  it('is read in Dutch', () => {
    expect(codesOf(`pakket t\nbegrip x: ${dutch}`)).toEqual([]);
    expect(shown(expressionOf(dutch, 'pakket t', 'begrip'))).toBe(tree);
  });
});

describe('words that are keywords elsewhere', () => {
  it.each(['purpose', 'source', 'rule', 'count', 'parameter', 'within', 'cases', 'days', 'en', 'text', 'at', 'yes'])(
    '%s may be a field',
    (word) => {
      expect(errorsOf(`${word}.name is recorded and d.${word} is at least 5`)).toEqual([]);
      expect(shown(expressionOf(`${word}.name is recorded and d.${word} is at least 5`))).toBe(
        `((${word}.name recorded) and (d.${word} at-least 5))`,
      );
    },
  );

  it('may be a field by itself where nothing that the keyword needs follows', () => {
    expect(shown(expressionOf('count is at least sum'))).toBe('(count at-least sum)');
    expect(shown(expressionOf('parameter is recorded'))).toBe('(parameter recorded)');
  });

  it('may be a name in back-quotes even where they are reserved', () => {
    expect(shown(expressionOf('`for`.`to` is `in`'))).toBe('(for.to is in)');
  });
});

describe('what can be read in two ways', () => {
  it('is an error and a hole', () => {
    expect(errorsOf('a and b or c')).toEqual(['WB0107']);
    expect(shown(expressionOf('a and b or c'))).toBe('?');
    expect(errorsOf('a < b < c')).toEqual(['WB0108']);
    expect(shown(expressionOf('a < b < c'))).toBe('?');
    expect(shown(expressionOf('x and (a is b is c)'))).toBe('(x and ?)');
  });

  it('shows both readings in the words of the file', () => {
    const [mixed] = parseText('pakket t\nbegrip x: a en b of c').diagnostics;
    expect(mixed?.help?.nl).toBe('Schrijf `(a en b) of c`, of `a en (b of c)`.');
  });

  it('keeps the parentheses that are there', () => {
    const [mixed] = parseText('pack t\ndefine x: (a or b) and c or (d)').diagnostics;
    expect(mixed?.help?.en).toBe('Write `((a or b) and c) or (d)`, or `(a or b) and (c or (d))`.');
    const [chain] = parseText('pack t\ndefine x: (a + b) * 2 < c < d').diagnostics;
    expect(chain?.help?.en).toContain('Write `(a + b) * 2 < c and c < d` if');
  });

  it('does not list the readings of a very long mix', () => {
    const many = Array.from({ length: 1000 }, (_, index) => (index % 2 === 0 ? 'a and' : 'a or')).join(' ');
    const [mixed] = parseText(`pack t\ndefine x: ${many} a`).diagnostics;
    expect(mixed?.code).toBe('WB0107');
    expect(mixed?.help?.en.length).toBeLessThan(100);
  });
});

describe('slips', () => {
  it('are read as what was meant', () => {
    expect(errorsOf('a == 6,1%')).toEqual(['WB0112', 'WB0105']);
    expect(shown(expressionOf('a == 6,1%'))).toBe('(a is 6,1%)');
    expect(shown(expressionOf('a && “b” = c'))).toBe('(a and ("b" is c))');
    expect(errorsOf('a -5')).toEqual(['WB0113']);
    expect(shown(expressionOf('a -5'))).toBe('(a subtract 5)');
  });

  it('leave a hole where a value cannot be known', () => {
    expect(shown(expressionOf('a is before 2026-02-30'))).toBe('(a less@ ?)');
    expect(errorsOf('a is within 1.5 months')).toEqual(['WB0115']);
    expect(errorsOf(`a is ${'9'.repeat(500)}`)).toEqual(['WB0115']);
    expect(errorsOf('a is at most -5')).toEqual([]);
  });

  it('leave a hole where something is missing', () => {
    expect(shown(expressionOf('a is\n'))).toBe('(a is ?)');
    expect(shown(expressionOf('(a and'))).toBe('(a and ?)');
    expect(shown(expressionOf('a.'))).toBe('a.');
    expect(shown(expressionOf(''))).toBe('?');
  });
});

describe('depth', () => {
  const nested = (open: string, middle: string, close: string, times: number): string =>
    `${open.repeat(times)}${middle}${close.repeat(times)}`;

  it.each([
    ['parentheses', nested('(', 'a', ')', 256), nested('(', 'a', ')', 257)],
    ['lists', nested('[', 'a', ']', 256), nested('[', 'a', ']', 257)],
    ['not', nested('not ', 'a', '', 256), nested('not ', 'a', '', 100_000)],
    ['quantifiers', nested('every m in p: ', 'a', '', 256), nested('every m in p: ', 'a', '', 5000)],
    ['sums', nested('', 'a', ' + a', 256), nested('', 'a', ' + a', 100_000)],
    ['products', nested('', 'a', ' / a', 200), nested('', 'a', ' * a', 100_000)],
    ['sums in sums', nested('(a + ', 'a', ')', 100), nested('(a + a + a + ', 'a', ' + a)', 150)],
  ])('%s: up to 256 are read, and more refused', (_, fine, tooDeep) => {
    expect(errorsOf(fine)).toEqual([]);
    expect(errorsOf(tooDeep)).toEqual(['WB0110']);
  });

  it('does not limit how many conditions stand in a row', () => {
    expect(errorsOf(`a${' and a'.repeat(100_000)}`)).toEqual([]);
    expect(errorsOf(`a${'.a'.repeat(100_000)}`)).toEqual([]);
  });

  it('does not add up over declarations', () => {
    expect(codesOf(`pack t\n${'define x: every m in p: m.a - 1 is 2\n'.repeat(1000)}`)).toEqual([]);
    expect(codesOf(`pack t rule r { mandatory ${'require some m in p: m '.repeat(1000)} }`)).toEqual([]);
    expect(codesOf(`vocabulary t record r { ${'f: list of text '.repeat(1000)} }`)).toEqual([]);
  });

  it('refuses braces in braces, and lists of lists', () => {
    expect(codesOf(`pack t ${'purpose p { '.repeat(2000)}`)).toEqual(['WB0110']);
    expect(codesOf(`pack t ${'purpose p { ) '.repeat(2000)}`)).toContain('WB0110');
    expect(codesOf(`vocabulary t record r { f: ${'list of '.repeat(2000)} text }`)).toEqual(['WB0110']);
  });
});
