import type { Quantity } from '../../model/quantity.ts';
import { Decimal, type Numeral } from './numeral.ts';
import { parseUnit } from './unit.ts';

const ZERO = new Decimal(0);

/** Half of one unit of the last printed place, in the canonical unit; 0 for what is exact. */
function halfPlace(numeral: Numeral, family: string, canonical: string, scale: Decimal): Decimal {
  // Counts and scores are counted, not measured; 分 is the smallest coin, so 元 with two decimals is exact.
  if (family === 'count' && scale.eq(1)) return ZERO;
  if (family === 'money' && canonical === '元' && scale.eq(1) && numeral.decimals >= 2) return ZERO;
  return new Decimal(10).pow(-numeral.decimals).div(2).mul(scale);
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
  const scale = unit?.scale ?? new Decimal(1);
  const canonical = unit?.canonical ?? '';
  const magnitude = parts.numeral.value.mul(scale);
  return {
    raw: parts.raw,
    value: parts.negative === true ? magnitude.neg() : magnitude,
    unit: canonical,
    printedUnit: unit === null ? '' : parts.unit,
    scale,
    decimals: parts.numeral.decimals,
    half: halfPlace(parts.numeral, unit?.family ?? 'money', canonical, scale),
    approximate: parts.approximate ?? false,
    bound: parts.bound ?? null,
  };
}
