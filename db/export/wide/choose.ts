import { Decimal, parseNumeral } from '../../../normalizers/number/numeral.ts';
import { makeQuantity } from '../../../normalizers/number/quantity.ts';
import { flatten } from '../../../normalizers/text/flat.ts';

/** One print of an amount in 元. */
export interface Print {
  readonly raw: string;
  /** The unit as printed (万元 …). */
  readonly unit: string;
  /** The exact value in 元. */
  readonly value: string;
  /** False for what is no whole 分. */
  readonly isWhole: boolean;
  /** Whether the print says itself which phase it is of, or only the kind of its report does. */
  readonly isExplicit: boolean;
  /** Whether a finding names it. */
  readonly isNamed: boolean;
}

export type Choice =
  | { readonly kind: 'value'; readonly value: string; readonly isDoubtful: boolean }
  | { readonly kind: 'conflict' };

interface Measured {
  readonly print: Print;
  readonly value: Decimal;
  /** Half of the last printed place in 元; 0 where the print is not a plain numeral, so that it must be met exactly. */
  readonly half: Decimal;
}

const SIGNS = /^[-−–－△▲+(]+|\)+$/gu;

function measured(print: Print): Measured {
  const { raw, unit, value } = print;
  const numeral = parseNumeral(flatten(raw).text.replace(SIGNS, ''));
  const half = numeral === null ? new Decimal(0) : makeQuantity({ raw, numeral, unit }).half;
  return { print, value: new Decimal(value), half };
}

/**
 * Whether two prints can be of one amount. At equal precision they must be equal; else the intervals that they stand
 * for must share more than a point, unless that point is one of the prints.
 */
function agree(a: Measured, b: Measured): boolean {
  const distance = a.value.minus(b.value).abs();
  if (a.half.eq(b.half)) return distance.isZero();
  const reach = a.half.plus(b.half);
  return distance.lt(reach) || (distance.eq(reach) && (a.half.isZero() || b.half.isZero()));
}

/** A report may print an amount a hundred times; prints that say the same are held against others once. */
const distinct = (prints: readonly Measured[]): readonly Measured[] => [
  ...new Map(prints.map((print) => [`${print.value.toFixed()}|${print.half.toFixed()}`, print])).values(),
];

/**
 * The amount that prints of one metric, fund, year and phase stand for: the value of the most exact one where they
 * all agree, a conflict where they do not. Prints that name their phase come before those that do not.
 * @returns null where there is no print
 */
export function choose(prints: readonly Print[]): Choice | null {
  const explicit = prints.filter((print) => print.isExplicit);
  const eligible = (explicit.length > 0 ? explicit : prints).map(measured);
  const different = distinct(eligible);
  const [first] = different;
  if (first === undefined) return null;
  const best = different.reduce((finest, print) => (print.half.lt(finest.half) ? print : finest), first);
  const isOne = different.every((a, i) => different.slice(i + 1).every((b) => agree(a, b)));
  if (!isOne || !best.print.isWhole) return { kind: 'conflict' };
  const isDoubtful =
    eligible.some(({ print }) => print.isNamed) || !prints.map(measured).every((print) => agree(print, best));
  return { kind: 'value', value: best.print.value, isDoubtful };
}
