import type { DiagnosisKind } from '../../model/audit.ts';
import type { Decimal } from '../interval.ts';

const digitsOf = (value: Decimal, decimals: number): string => value.abs().toFixed(decimals).replace('.', '');

/** True where one digit string becomes the other by exchanging two neighbouring digits. */
export function transposed(a: string, b: string): boolean {
  if (a.length !== b.length || a === b) return false;
  const differing = [...a].flatMap((digit, i) => (digit === b[i] ? [] : [i]));
  const [i, j] = differing;
  return differing.length === 2 && i !== undefined && j === i + 1 && a[i] === b[j] && a[j] === b[i];
}

/** True where one digit string is the other with one digit left out or doubled. */
export function dropped(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  return [...long].some((_, i) => long.slice(0, i) + long.slice(i + 1) === short);
}

const oneDigit = (a: string, b: string): boolean =>
  a.length === b.length && [...a].filter((digit, i) => digit !== b[i]).length === 1;

/**
 * The slip of the hand that turns `right` into `printed` (D1, D8, D12 of the field's list), or null where none does.
 * @param decimals the printed decimals of the suspect
 */
export function slipBetween(printed: Decimal, right: Decimal, decimals: number): DiagnosisKind | null {
  if (printed.eq(right)) return null;
  if (printed.eq(right.neg())) return 'sign';
  const [a, b] = [digitsOf(printed, decimals), digitsOf(right, decimals)];
  // One or two digits turn into anything by one slip: that proves nothing.
  if (Math.max(a.length, b.length) < 3) return null;
  if (transposed(a, b)) return 'transposed';
  if (!right.isZero()) {
    const factor = printed.div(right).abs();
    if ([10, 100, 1000, 10_000].some((k) => factor.eq(k) || factor.eq(1 / k))) return 'scale';
  }
  if (dropped(a, b)) return 'dropped-digit';
  return oneDigit(a, b) ? 'one-cell' : null;
}
