import type { Quantity } from '../model/quantity.ts';
import { Decimal } from '../normalizers/number/numeral.ts';

/** Seeded numbers in [0, 1), so that a measurement can be repeated. */
export function draws(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

export interface Slip {
  readonly kind: 'larger' | 'swapped' | 'shifted';
  readonly text: string;
}

const SMALLEST = new Decimal('0.9');

/** A figure as it would be printed beside the others of its column. */
function printed(value: Decimal, like: Quantity): string {
  const text = value.toFixed(like.decimals);
  return like.raw.includes(',') ? text.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ',') : text;
}

/** Two neighbouring digits that differ, exchanged as far to the left as possible; null where there are none. */
function swapped(text: string): string | null {
  for (let i = 0; i + 1 < text.length; i++) {
    const [a, b] = [text[i] ?? '', text[i + 1] ?? ''];
    if (/\d/u.test(a) && /[1-9]/u.test(b) && a !== b) return text.slice(0, i) + b + a + text.slice(i + 2);
  }
  return null;
}

/** One slip of the hand, chosen by a number in [0, 1): 9 % more (at least 0.9), two digits exchanged, 10 or 10,000 times. */
export function changed(quantity: Quantity, choice: number): Slip {
  const value = quantity.value.div(quantity.scale);
  const shift = choice < 0.75 ? 10 : 10_000;
  if (choice >= 0.5) return { kind: 'shifted', text: printed(value.mul(shift), quantity) };
  const exchanged = choice < 0.25 ? swapped(printed(value, quantity)) : null;
  if (exchanged !== null) return { kind: 'swapped', text: exchanged };
  const more = Decimal.max(value.abs().mul('0.09'), SMALLEST);
  return { kind: 'larger', text: printed(value.plus(value.isNegative() ? more.neg() : more), quantity) };
}
