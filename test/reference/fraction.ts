/** An exact number, as a fraction that nobody reduces: the bottom is above zero (Meaning 11). */
export interface Fraction {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The fraction with its sign above the line; undefined when the bottom is zero (Meaning 11: a zero divisor is unknown). */
function fraction(top: bigint, bottom: bigint): Fraction | undefined {
  if (bottom === 0n) return undefined;
  return bottom < 0n ? { top: -top, bottom: -bottom } : { top, bottom };
}

/** A whole number. */
export function whole(count: number): Fraction {
  return { top: BigInt(count), bottom: 1n };
}

/** One of the four operations on two numbers; undefined for a quotient by zero. */
export function calculate(
  operator: 'add' | 'subtract' | 'multiply' | 'divide',
  left: Fraction,
  right: Fraction,
): Fraction | undefined {
  switch (operator) {
    case 'add':
      return fraction(left.top * right.bottom + right.top * left.bottom, left.bottom * right.bottom);
    case 'subtract':
      return fraction(left.top * right.bottom - right.top * left.bottom, left.bottom * right.bottom);
    case 'multiply':
      return fraction(left.top * right.top, left.bottom * right.bottom);
    case 'divide':
      return fraction(left.top * right.bottom, left.bottom * right.top);
  }
}

/** Negative, zero or positive as left is less than, equal to or more than right, by cross-multiplication (Meaning 11). */
export function orderOfFractions(left: Fraction, right: Fraction): number {
  const difference = left.top * right.bottom - right.top * left.bottom;
  if (difference === 0n) return 0;
  return difference < 0n ? -1 : 1;
}
