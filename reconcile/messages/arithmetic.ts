import type { Computed, Formula } from '../../model/audit.ts';
import type { Quantity } from '../../model/quantity.ts';
import type { Decimal } from '../interval.ts';

/** Anything that a printed figure is part of: a fact, or a figure of another document. */
interface Printed {
  readonly quantity: Quantity;
}

/** A claim with its figures, as far as its arithmetic is concerned. */
export interface Arithmetic {
  readonly formula: Formula;
  readonly stated: Printed | null;
  readonly operands: readonly Printed[];
  readonly computed: Computed | null;
}

/** A figure as it is shown in a message: as printed, with its unit. */
export const shown = (fact: Printed): string =>
  `${fact.quantity.raw.replace(/\s/gu, '')}${fact.quantity.printedUnit}`;

/** A computed value in the stated figure's own unit and decimals (one more where that hides the gap). */
export function inUnitOf(fact: Printed, value: Decimal): string {
  const { scale, decimals, printedUnit } = fact.quantity;
  const own = value.div(scale);
  const plain = own.toFixed(decimals);
  const hidden =
    own.minus(plain).abs().gt(0) &&
    value
      .minus(fact.quantity.value)
      .abs()
      .lt(scale.div(10 ** Math.min(decimals, 15)));
  const digits = hidden ? own.toFixed(decimals + 2) : plain;
  return `${/[,，]/u.test(fact.quantity.raw) ? grouped(digits) : digits}${printedUnit}`;
}

const grouped = (digits: string): string => digits.replace(/\B(?=(?:\d{3})+(?!\d))(?<!\.\d*)/gu, ',');

const MOST_TERMS = 8;

function expression({ formula, operands }: Arithmetic): string | null {
  const terms = operands.map(shown);
  const [first, second] = terms;
  switch (formula.kind) {
    case 'sum': {
      const { signs } = formula;
      const written = terms.map((term, i) => `${(signs[i] ?? 1) < 0 ? '− ' : i === 0 ? '' : '+ '}${term}`);
      const cut =
        written.length > MOST_TERMS
          ? [...written.slice(0, MOST_TERMS - 1), `+ … (${written.length})`]
          : written;
      return cut.join(' ');
    }
    case 'share':
    case 'quotient':
      return `${first} ÷ ${second}`;
    case 'deviation':
      return `(${first} − ${second}) ÷ ${second}`;
    case 'growth':
      return `${first} ÷ (${second} ${formula.sign > 0 ? '−' : '+'} ${first})`;
    case 'rest':
      return `${formula.whole}% − ${terms.join(' − ')}`;
    // Two prints, or a part and its bound: the message itself shows both figures.
    case 'equal':
    case 'at-most':
      return null;
    default:
      return terms.length === 0 ? null : terms.join(', ');
  }
}

/** "12.32万元 ÷ 18.52万元 = 66.52%": the left side and what it comes to; null where nothing is computed. */
export function arithmeticOf(claim: Arithmetic): { expression: string; result: string } | null {
  const left = expression(claim);
  const { stated, computed } = claim;
  if (left === null || stated === null || computed === null) return null;
  return { expression: left, result: resultOf(stated, computed) };
}

const resultOf = (stated: Printed, computed: Computed): string => inUnitOf(stated, computed.value);
