import type { Decimal } from 'decimal.js';

/**
 * A printed figure and what it means. `value` and `half` are in the canonical unit: 元 for money, 1 for counts,
 * points for rates. The figure stands for the interval [value − half, value + half] (half a unit of its last printed
 * place); counts and scores are exact, so their `half` is 0.
 */
export interface Quantity {
  /** As printed, with sign and separators, without the unit. */
  readonly raw: string;
  readonly value: Decimal;
  /** Canonical unit: 元, %, a counter (人, 个, 分 …), or '' where no unit is known. */
  readonly unit: string;
  /** The unit as printed or inherited (万元, 万人次 …), '' where none. */
  readonly printedUnit: string;
  /** Canonical value of one printed unit: 10000 for 万元. */
  readonly scale: Decimal;
  readonly decimals: number;
  readonly half: Decimal;
  readonly approximate: boolean;
  /** `min` for ≥, 以上, 不低于; `max` for ≤, 以下, 不超过. */
  readonly bound: 'min' | 'max' | null;
}

/** Four different things that a cell can say; blank, 0, "—" and unreadable are never mixed up. */
export type CellValue =
  | { readonly kind: 'blank' }
  | { readonly kind: 'dash'; readonly mark: string }
  | { readonly kind: 'number'; readonly quantity: Quantity }
  | { readonly kind: 'text' }
  | { readonly kind: 'unreadable'; readonly reason: string };
