import { Decimal } from 'decimal.js';

const YUAN = '元';
const MOST_FEN = new Decimal(Number.MAX_SAFE_INTEGER);

/** Amounts as nearly all are printed; so many digits in 分 are exact as a number. */
const PLAIN = /^(-?\d{1,13})(?:\.(\d{1,2}))?$/u;

/**
 * An amount in 元 as whole 分, for sums and comparisons inside SQL; null for other units and for what is no whole 分.
 * A bigint, because better-sqlite3 rounds larger numbers in silence.
 */
export function fenOf(value: string | undefined, unit: string | undefined): bigint | null {
  if (value === undefined || unit !== YUAN) return null;
  const [, whole, cents = ''] = PLAIN.exec(value) ?? [];
  if (whole !== undefined) return BigInt(whole + cents.padEnd(2, '0'));
  const fen = new Decimal(value).times(100);
  return fen.isInteger() && fen.abs().lte(MOST_FEN) ? BigInt(fen.toFixed()) : null;
}
