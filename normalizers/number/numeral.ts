import { Decimal } from 'decimal.js';

/** Exact decimals for money: never a binary float. 60 digits hold every sum of a report without rounding. */
Decimal.set({ precision: 60, toExpNeg: -30, toExpPos: 40 });

export { Decimal };

export interface Numeral {
  readonly value: Decimal;
  /** Printed decimal places. */
  readonly decimals: number;
}

/** 18 digits hold any amount of public money in 分; longer runs are recognition noise or identifiers. */
const MOST_DIGITS = 18;
const GROUPED = /^\d{1,3}(?:, ?\d{3})+(?:\. ?\d+)?$/u;
const PLAIN = /^\d+(?:\. ?\d+)?$/u;

/**
 * Reads an unsigned Arabic numeral in flat text: `1,234.56`, `37, 364, 402. 61`, `5528. 78`, `12`.
 * Returns null for anything malformed (`12,34`, `1.2.3`, more than 18 digits): nothing is guessed.
 */
export function parseNumeral(text: string): Numeral | null {
  if (!GROUPED.test(text) && !PLAIN.test(text)) return null;
  const digits = text.replace(/[, ]/gu, '');
  if (digits.replace('.', '').length > MOST_DIGITS) return null;
  return {
    value: new Decimal(digits),
    decimals: digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0,
  };
}

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  壹: 1,
  二: 2,
  贰: 2,
  两: 2,
  三: 3,
  叁: 3,
  四: 4,
  肆: 4,
  五: 5,
  伍: 5,
  六: 6,
  陆: 6,
  七: 7,
  柒: 7,
  八: 8,
  捌: 8,
  九: 9,
  玖: 9,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * Reads a Chinese numeral: 十二, 三十, 二〇二四, 一千二百万, 廿三. Returns null for anything malformed.
 */
export function parseChineseNumeral(text: string): Decimal | null {
  const plain = text.replace(/^廿/u, '二十').replace(/^卅/u, '三十');
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(plain) && !/^零/u.test(plain)) {
    return new Decimal([...plain].map((digit) => DIGITS[digit] ?? 0).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  let smallest = Number.POSITIVE_INFINITY;
  for (const character of plain) {
    const value = DIGITS[character];
    const ten = TENS[character];
    const myriad = MYRIADS[character];
    if (value !== undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = value;
    } else if (ten !== undefined) {
      if (ten >= smallest || (digit === null && ten !== 10)) return null;
      section += (digit ?? 1) * ten;
      smallest = ten;
      digit = null;
    } else if (myriad !== undefined) {
      if (section === 0 && digit === null) return null;
      total += (section + (digit ?? 0)) * myriad;
      section = 0;
      digit = null;
      smallest = Number.POSITIVE_INFINITY;
    } else return null;
  }
  return plain === '' ? null : new Decimal(total + section + (digit ?? 0));
}

/** A small whole number as printed, in digits (12) or as a Chinese numeral (十二); null for anything else. */
export const countOf = (text: string): number | null =>
  /^\d+$/u.test(text) ? Number(text) : (parseChineseNumeral(text)?.toNumber() ?? null);
