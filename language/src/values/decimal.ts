/** An exact number: a fraction, with the nearest double beside it for quick comparisons. */
export interface Decimal {
  readonly kind: 'decimal';
  readonly numerator: bigint;
  /** Always positive. */
  readonly denominator: bigint;
  readonly approximate: number;
}

/** No number that people write is longer; a longer one is refused instead of taking time. */
const longestNumber = 400;
const numberPattern = /^([+-]?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d{1,3}))?$/;

/** A number as written (`12`, `-0.5`, `1.5e-7`), exactly; undefined when it is none, or longer than 400 characters. */
export function parseDecimal(text: string): Decimal | undefined {
  const short = shortNumber(text, text.length, 0);
  return short ?? longNumber(text);
}

/** Doubles hold so many digits exactly. */
const fewDigits = 15;
const powersOfTen: readonly bigint[] = Array.from({ length: fewDigits + 3 }, (_, power) => 10n ** BigInt(power));

/**
 * The number that the first `end` characters are, its point moved to the left, where it is short and plain as nearly all
 * are; undefined says nothing: the other way of reading decides.
 */
function shortNumber(text: string, end: number, moved: 0 | 2): Decimal | undefined {
  if (end === 0 || end > fewDigits) return undefined;
  let digits = 0;
  let point = -1;
  for (let index = 0; index < end; index += 1) {
    const code = text.charCodeAt(index);
    if (code >= 0x30 && code <= 0x39) digits = digits * 10 + code - 0x30;
    else if (code === 0x2e && point === -1 && index > 0 && index < end - 1) point = index;
    else return undefined;
  }
  const places = (point === -1 ? 0 : end - 1 - point) + moved;
  const denominator = powersOfTen[places];
  if (denominator === undefined) return undefined;
  return { kind: 'decimal', numerator: BigInt(digits), denominator, approximate: digits / 10 ** places };
}

function longNumber(text: string): Decimal | undefined {
  if (text.length > longestNumber) return undefined;
  const match = numberPattern.exec(text);
  if (match === null) return undefined;
  const [, sign = '', whole = '0', fraction = '', exponent = '0'] = match;
  const power = Number(exponent) - fraction.length;
  if (Math.abs(power) > longestNumber) return undefined;
  const digits = BigInt(whole + fraction) * (sign === '-' ? -1n : 1n);
  return power >= 0 ? reduced(digits * 10n ** BigInt(power), 1n) : reduced(digits, 10n ** BigInt(-power));
}

/** A share as written: `6.1%` or `6.1 %` (divided by a hundred) or a plain number; undefined when it is neither. */
export function parseShare(text: string): { readonly decimal: Decimal; readonly percent: boolean } | undefined {
  const percent = text.endsWith('%');
  const short = percent ? shortNumber(text, text.length - 1, 2) : undefined;
  if (short !== undefined) return { decimal: short, percent };
  const decimal = parseDecimal(percent ? text.slice(0, -1).trimEnd() : text);
  if (decimal === undefined) return undefined;
  return { decimal: percent ? reduced(decimal.numerator, decimal.denominator * 100n) : decimal, percent };
}

/** A whole number, exactly. */
export function fromInteger(integer: number | bigint): Decimal {
  return { kind: 'decimal', numerator: BigInt(integer), denominator: 1n, approximate: Number(integer) };
}

/** The sum, exactly. */
export function add(left: Decimal, right: Decimal): Decimal {
  const numerator = left.numerator * right.denominator + right.numerator * left.denominator;
  return reduced(numerator, left.denominator * right.denominator);
}

/** The difference, exactly. */
export function subtract(left: Decimal, right: Decimal): Decimal {
  return add(left, { ...right, numerator: -right.numerator, approximate: -right.approximate });
}

/** The product, exactly. */
export function multiply(left: Decimal, right: Decimal): Decimal {
  return reduced(left.numerator * right.numerator, left.denominator * right.denominator);
}

/** The quotient, exactly; undefined when the divisor is zero. */
export function divide(left: Decimal, right: Decimal): Decimal | undefined {
  if (right.numerator === 0n) return undefined;
  const sign = right.numerator < 0n ? -1n : 1n;
  return reduced(left.numerator * right.denominator * sign, left.denominator * right.numerator * sign);
}

/** Doubles smaller than this have lost digits, so that their difference decides nothing. */
const smallestMargin = 1e-300;

/** Doubles below the one, or above the other, are of numbers that are less, or more, than this one without doubt. */
export function clearOf({ approximate }: Decimal): { readonly below: number; readonly above: number } {
  const margin = smallestMargin + 1e-9 * Math.abs(approximate);
  return { below: approximate - margin, above: approximate + margin };
}

/** The order of two numbers, exactly: by cross-multiplication wherever their doubles are not clearly apart. */
export function compareDecimals(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const gap = left.approximate - right.approximate;
  const margin = smallestMargin + 1e-9 * (Math.abs(left.approximate) + Math.abs(right.approximate));
  // An infinite double makes the margin infinite, or not a number, so that it decides nothing either.
  if (gap > margin) return 1;
  return -gap > margin ? -1 : compareExactly(left, right);
}

function compareExactly(left: Decimal, right: Decimal): -1 | 0 | 1 {
  const first = left.numerator * right.denominator;
  const second = right.numerator * left.denominator;
  if (first === second) return 0;
  return first < second ? -1 : 1;
}

/** The number without exponent: exactly where its digits end, else to six significant digits with `≈` before it. */
export function formatDecimal(decimal: Decimal): string {
  const plain = powersOfTen.indexOf(decimal.denominator);
  if (plain !== -1) return withPlaces(decimal.numerator, plain);
  const places = terminatingPlaces(decimal.denominator);
  if (places !== undefined)
    return withPlaces(decimal.numerator * (10n ** BigInt(places) / decimal.denominator), places);
  const magnitude = decimal.approximate === 0 ? 0 : Math.floor(Math.log10(Math.abs(decimal.approximate)));
  const shown = Math.max(0, Math.min(longestNumber, 5 - magnitude));
  const doubled = (decimal.numerator * 2n * 10n ** BigInt(shown)) / decimal.denominator;
  const rounded = (doubled + (decimal.numerator < 0n ? -1n : 1n)) / 2n;
  return `≈ ${withPlaces(rounded, shown)}`;
}

/** The number as a percentage: `6.1%`. */
export function formatShare(decimal: Decimal): string {
  const { numerator, denominator } = decimal;
  const places = powersOfTen.indexOf(denominator);
  if (places !== -1) return `${withPlaces(numerator * 100n, places)}%`;
  return `${formatDecimal(reduced(numerator * 100n, denominator))}%`;
}

/** How many decimal places the fraction has, or undefined when they never end. */
function terminatingPlaces(denominator: bigint): number | undefined {
  let rest = denominator;
  let twos = 0;
  let fives = 0;
  for (; rest % 2n === 0n; twos += 1) rest /= 2n;
  for (; rest % 5n === 0n; fives += 1) rest /= 5n;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

function withPlaces(digits: bigint, places: number): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(places + 1, '0');
  const whole = text.slice(0, text.length - places);
  const fraction = text.slice(text.length - places).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The fraction in lowest terms. */
function reduced(numerator: bigint, denominator: bigint): Decimal {
  if (denominator === 1n) return { kind: 'decimal', numerator, denominator, approximate: Number(numerator) };
  const divisor = greatestCommonDivisor(numerator < 0n ? -numerator : numerator, denominator);
  const lowest = { numerator: numerator / divisor, denominator: denominator / divisor };
  return { kind: 'decimal', ...lowest, approximate: approximation(lowest.numerator, lowest.denominator) };
}

function greatestCommonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}

/** The double nearest to the fraction, to within a few units in the last place, whatever the length of its parts. */
function approximation(numerator: bigint, denominator: bigint): number {
  const [top, bottom] = [Number(numerator), Number(denominator)];
  if (Number.isFinite(top) && Number.isFinite(bottom)) return top / bottom;
  // A part beyond doubles would make the quotient 0 or NaN, so it is taken in whole numbers of about 64 bits first.
  const shift = 64 - (bitLength(numerator) - bitLength(denominator));
  const quotient =
    shift >= 0 ? (numerator << BigInt(shift)) / denominator : numerator / (denominator << BigInt(-shift));
  return Number(quotient) * 2 ** -shift;
}

/** The number of bits, to within four. */
function bitLength(integer: bigint): number {
  return integer.toString(16).length * 4;
}
