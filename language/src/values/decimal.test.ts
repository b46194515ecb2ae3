import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  add,
  clearOf,
  compareDecimals,
  type Decimal,
  divide,
  formatDecimal,
  formatShare,
  fromInteger,
  multiply,
  parseDecimal,
  parseShare,
  subtract,
} from './decimal.ts';

function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new Error(`${text} is a number`);
  return parsed;
}

const anyDecimal = fc.tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.nat(20)).map(([digits, places]) => {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const point = text.length - places;
  return `${digits < 0n ? '-' : ''}${text.slice(0, point)}${places === 0 ? '' : `.${text.slice(point)}`}`;
});

describe('reading numbers', () => {
  it.each(['12', '-3', '+4', '0.061', '1e3', '1.5E-7', '00012.50'])('reads %s', (text) => {
    expect(Number(formatDecimal(decimal(text)))).toBe(Number(text));
  });

  it.each(['', '.5', '5.', '1_000', '1,5', '0x10', 'NaN', 'Infinity', '1e9999', 'e5', ' 1', '9'.repeat(500)])(
    'does not take %s for a number',
    (text) => {
      expect(parseDecimal(text)).toBeUndefined();
    },
  );

  it('reads shares with and without their sign', () => {
    expect(compareDecimals(parseShare('6.1%')?.decimal ?? fromInteger(9), decimal('0.061'))).toBe(0);
    expect(compareDecimals(parseShare('6.1 %')?.decimal ?? fromInteger(9), decimal('0.061'))).toBe(0);
    expect(parseShare('61')).toMatchObject({ percent: false });
    expect(parseShare('%')).toBeUndefined();
  });

  it('refuses a megabyte of digits at once', () => {
    expect(parseDecimal('1'.repeat(1_000_000))).toBeUndefined();
  });
});

describe('calculating', () => {
  it('is exact where doubles are not', () => {
    expect(formatDecimal(add(decimal('0.1'), decimal('0.2')))).toBe('0.3');
    expect(compareDecimals(divide(decimal('0.07'), decimal('100')) ?? fromInteger(1), decimal('0.0007'))).toBe(0);
    expect(compareDecimals(decimal('9007199254740993'), decimal('9007199254740992'))).toBe(1);
  });

  it('compares quotients by cross-multiplication', () => {
    const third = divide(fromInteger(1), fromInteger(3)) ?? fromInteger(0);
    expect(compareDecimals(multiply(third, fromInteger(3)), fromInteger(1))).toBe(0);
    expect(compareDecimals(third, decimal('0.3333333333333333'))).toBe(1);
  });

  it('gives nothing for a zero divisor', () => {
    expect(divide(fromInteger(1), fromInteger(0))).toBeUndefined();
  });

  it('writes numbers without exponent, and says when it rounds', () => {
    expect(formatDecimal(decimal('1e21'))).toBe('1000000000000000000000');
    expect(formatDecimal(decimal('1.50'))).toBe('1.5');
    expect(formatDecimal(divide(fromInteger(2), fromInteger(3)) ?? fromInteger(0))).toBe('≈ 0.666667');
    expect(formatDecimal(divide(fromInteger(-2), fromInteger(3)) ?? fromInteger(0))).toBe('≈ -0.666667');
    expect(formatShare(decimal('0.061'))).toBe('6.1%');
    expect(formatShare(decimal('0'))).toBe('0%');
  });

  it('calls a number clear of another only where their order is sure', () => {
    const nudge = fc
      .tuple(fc.constantFrom(-1, 0, 1), fc.nat(330))
      .map(([step, places]) => decimal(`${step}e-${places}`));
    const huge = fc.constantFrom('1e308', '1.7e308', '1.8e308', '1e399', '-1e308', '-1.8e308', '1e-308', '5e-324', '0');
    const written = fc.oneof(anyDecimal, huge).map(decimal);
    fc.assert(
      fc.property(written, written, nudge, fc.boolean(), (limit, other, step, near) => {
        const value = near ? add(limit, step) : other;
        const { below, above } = clearOf(limit);
        if (value.approximate < below) expect(compareDecimals(value, limit)).toBe(-1);
        if (value.approximate > above) expect(compareDecimals(value, limit)).toBe(1);
      }),
      { numRuns: 2000 },
    );
    const { below, above } = clearOf(decimal('0.05'));
    expect([decimal('0.04').approximate < below, decimal('0.06').approximate > above]).toEqual([true, true]);
  });

  it('keeps the laws of arithmetic', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (left, right) => {
        const [a, b] = [decimal(left), decimal(right)];
        expect(compareDecimals(subtract(add(a, b), b), a)).toBe(0);
        expect(compareDecimals(a, b) + compareDecimals(b, a)).toBe(0);
        const quotient = divide(a, b);
        if (quotient !== undefined) expect(compareDecimals(multiply(quotient, b), a)).toBe(0);
        else expect(b.numerator).toBe(0n);
      }),
    );
  });

  it('writes what it read', () => {
    fc.assert(
      fc.property(anyDecimal, (text) => {
        expect(compareDecimals(decimal(formatDecimal(decimal(text))), decimal(text))).toBe(0);
      }),
    );
  });

  it('sees through digits that are more than doubles can hold', () => {
    for (let places = 300; places < 395; places += 1) {
      const long = decimal(`0.17${'0'.repeat(places - 3)}1`);
      expect(compareDecimals(long, decimal('0.05')), `${places} places`).toBe(1);
      expect(compareDecimals(long, decimal('0.17')), `${places} places`).toBe(1);
      expect(compareDecimals(long, decimal('0.18')), `${places} places`).toBe(-1);
    }
  });

  it('orders numbers of any length as their fractions', () => {
    const digits = fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: 1, maxLength: 190 });
    const long = fc
      .tuple(fc.constantFrom('', '-'), digits, digits, fc.integer({ min: -200, max: 200 }))
      .map(([sign, whole, fraction, exponent]) => parseDecimal(`${sign}${whole}.${fraction}e${exponent}`))
      .filter((number) => number !== undefined);
    fc.assert(
      fc.property(long, long, long, (a, b, c) => {
        for (const [left, right] of [
          [a, b],
          [a, add(a, c)],
          [multiply(a, b), multiply(b, c)],
          [divide(a, b) ?? a, divide(c, b) ?? c],
        ] as const) {
          const first = left.numerator * right.denominator;
          const second = right.numerator * left.denominator;
          expect(compareDecimals(left, right)).toBe(first < second ? -1 : first > second ? 1 : 0);
        }
      }),
    );
  });

  it('orders as the exact fractions do, near and far', () => {
    fc.assert(
      fc.property(anyDecimal, fc.bigInt({ min: -3n, max: 3n }), (text, step) => {
        const a = decimal(text);
        const b = add(a, divide(fromInteger(step), fromInteger(10n ** 30n)) ?? fromInteger(0));
        expect(compareDecimals(b, a)).toBe(step > 0n ? 1 : step < 0n ? -1 : 0);
      }),
    );
  });
});
