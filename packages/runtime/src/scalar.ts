import { describe } from './data.ts';
import type { Path } from './path.ts';
import { errorAt } from './path.ts';

type Scalar = string | number | boolean | null;

/**
 * Jsonnet's `left + right` for two numbers, and for a string with any scalar. Throws for all else: Jsonnet adds an
 * object or an array to a string too, as JSON text, which in a manifest could only be a mistake.
 */
export function addScalars(left: unknown, right: unknown, path: Path): string | number {
  if (typeof left === 'number' && typeof right === 'number') return left + right;
  const isText = typeof left === 'string' || typeof right === 'string';
  if (isText && isScalar(left) && isScalar(right)) return print(left) + print(right);
  throw errorAt(path, `cannot add ${describe(right)} to ${describe(left)}`);
}

function isScalar(value: unknown): value is Scalar {
  return value === null || ['string', 'number', 'boolean'].includes(typeof value);
}

function print(value: Scalar): string {
  return typeof value === 'number' ? printNumber(value) : String(value);
}

/** A number as Jsonnet writes it into a text: an integer with all its digits, any other as C's `%.17g`. */
function printNumber(value: number): string {
  if (Number.isInteger(value)) return Object.is(value, -0) ? '-0' : String(BigInt(value));
  const [mantissa = '', exponentDigits] = toSeventeenDigits(value).split('e');
  const exponent = Number(exponentDigits);
  if (exponent < -4) {
    return `${withoutTrailingZeros(mantissa)}e-${String(-exponent).padStart(2, '0')}`;
  }
  const digits = '0'.repeat(Math.max(-exponent, 0)) + mantissa.replaceAll(/[-.]/g, '');
  const point = Math.max(exponent, 0) + 1;
  const decimal = `${digits.slice(0, point)}.${digits.slice(point)}`;
  return (value < 0 ? '-' : '') + withoutTrailingZeros(decimal);
}

/** Half-way between two decimals, C takes the one with an even digit, where JavaScript takes the larger. */
function toSeventeenDigits(value: number): string {
  // oxlint-disable-next-line oxc/number-arg-out-of-range -- it may be up to 100 since ES2018
  const halfWay = /^(-?\d\.\d{15}[02468])50*(e.*)$/.exec(value.toExponential(100));
  return halfWay === null ? value.toExponential(16) : `${halfWay[1]}${halfWay[2]}`;
}

function withoutTrailingZeros(decimal: string): string {
  return decimal.replace(/\.?0+$/, '');
}
