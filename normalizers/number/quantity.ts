import type { Quantity } from '../../model/quantity.ts';
import { squeeze } from '../text/flat.ts';
import { Decimal, type Numeral } from './numeral.ts';
import { parseUnit } from './unit.ts';

const ZERO = new Decimal(0);
const ONE = new Decimal(1);

const halfOfPlace = (decimals: number): Decimal => new Decimal(10).pow(-decimals).div(2);
/** Of nearly all figures: powers cost more than all else that is done about one. */
const HALVES = Array.from({ length: 8 }, (_, decimals) => halfOfPlace(decimals));

/** Half of one unit of the last printed place, in the canonical unit; 0 for what is exact. */
function halfPlace(decimals: number, family: string, canonical: string, scale: Decimal): Decimal {
  // Counts and scores are counted, not measured; 分 is the smallest coin, so 元 with two decimals is exact.
  if (family === 'count' && scale.eq(1)) return ZERO;
  if (family === 'money' && canonical === '元' && scale.eq(1) && decimals >= 2) return ZERO;
  return (HALVES[decimals] ?? halfOfPlace(decimals)).mul(scale);
}

export interface QuantityParts {
  readonly raw: string;
  readonly numeral: Numeral;
  readonly negative?: boolean;
  /** The printed or inherited unit; '' or an unknown one leaves the figure without a unit. */
  readonly unit: string;
  readonly approximate?: boolean;
  readonly bound?: 'min' | 'max' | null;
}

/** Builds a quantity from its printed parts. Exact: no rounding takes place. */
export function makeQuantity(parts: QuantityParts): Quantity {
  const unit = parseUnit(parts.unit);
  const scale = unit?.scale ?? ONE;
  const canonical = unit?.canonical ?? '';
  const magnitude = parts.numeral.value.mul(scale);
  return {
    raw: parts.raw,
    value: parts.negative === true ? magnitude.neg() : magnitude,
    unit: canonical,
    printedUnit: unit === null ? '' : parts.unit,
    scale,
    decimals: parts.numeral.decimals,
    half: halfPlace(parts.numeral.decimals, unit?.family ?? 'money', canonical, scale),
    approximate: parts.approximate ?? false,
    bound: parts.bound ?? null,
  };
}

/** What is kept of a quantity where only text can be kept. */
export interface StoredQuantity {
  readonly raw: string;
  /** The printed unit, '' where none. */
  readonly unit: string;
  readonly value: string;
  readonly valueUnit: string;
  readonly approximate: boolean;
  readonly bound: 'min' | 'max' | null;
}

/** The quantity that was stored: its precision follows from how it was printed. */
export function restoreQuantity(stored: StoredQuantity): Quantity {
  const unit = parseUnit(stored.unit);
  const scale = unit?.scale ?? new Decimal(1);
  const decimals = /\.(\d+)\D*$/u.exec(squeeze(stored.raw))?.[1]?.length ?? 0;
  return {
    raw: stored.raw,
    value: new Decimal(stored.value),
    unit: stored.valueUnit,
    printedUnit: stored.unit,
    scale,
    decimals,
    half: halfPlace(decimals, unit?.family ?? 'money', stored.valueUnit, scale),
    approximate: stored.approximate,
    bound: stored.bound,
  };
}
