import type { Reading } from '../../../model/reading.ts';
import type { Fund } from '../../agreement/metric.ts';
import { codedEntries, incomeEntries } from './coded.ts';
import { type Entry, figureOf, keyOf, type Meaning } from './entry.ts';
import { type Form, formsOf } from './form.ts';
import { twoSidedEntries } from './two-sided.ts';

/** The cells of all standard tables of a report by what they state. */
export interface Ledger {
  readonly entries: readonly Entry[];
  /** Entries of one meaning, at most one a table. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  /** Pairs of funds of which the wider holds nothing but the narrower: all they state is one figure. */
  readonly same: (wider: Fund, narrower: Fund) => 'yes' | 'likely' | 'no';
}

function entriesOf(form: Form, year: number | null): readonly Entry[] {
  const read =
    form.name === 'total' || form.name === 'fiscal'
      ? twoSidedEntries(form, year)
      : form.name === 'income'
        ? incomeEntries(form, year)
        : codedEntries(form, year);
  // A meaning that two cells of one table claim is no meaning: rows repeat for several units, or columns were misread.
  const counts = Map.groupBy(read, keyOf);
  return read.filter((entry) => counts.get(keyOf(entry))?.length === 1);
}

const TOTALS = new Set<Meaning['flow']>(['income', 'expenditure', 'grand-income', 'grand-expenditure']);

/**
 * Whether a wider fund holds nothing but a narrower one, told by the figures: every total that both state is equal; one
 * may differ where some other total and all classes and items are equal, as it is then the one that is wrong.
 */
function sameness(entries: readonly Entry[], wider: Fund, narrower: Fund): 'yes' | 'likely' | 'no' {
  const values = (fund: Fund) =>
    new Map(
      entries.flatMap((entry) => {
        const fact = entry.fund === fund ? figureOf(entry) : null;
        return fact === null ? [] : [[keyOf({ ...entry, fund: 'all' }), { entry, fact }] as const];
      }),
    );
  const inner = values(narrower);
  let [totalsEqual, totalsUnequal, itemsEqual, itemsUnequal] = [0, 0, 0, 0];
  for (const [key, { entry, fact }] of values(wider)) {
    const other = inner.get(key);
    if (other === undefined || (fact.quantity.value.isZero() && other.fact.quantity.value.isZero())) continue;
    const gap = fact.quantity.value.minus(other.fact.quantity.value).abs();
    const equal = gap.lte(fact.quantity.half.plus(other.fact.quantity.half));
    const total = entry.item === 'all' && entry.measure === 'whole' && TOTALS.has(entry.flow);
    if (total) equal ? totalsEqual++ : totalsUnequal++;
    else if (entry.flow === 'expenditure') equal ? itemsEqual++ : itemsUnequal++;
  }
  if (totalsEqual > 0 && totalsUnequal === 0) return itemsUnequal > Math.max(2, itemsEqual) ? 'no' : 'yes';
  return totalsEqual > 0 && totalsUnequal === 1 && itemsEqual >= 2 && itemsUnequal === 0 ? 'likely' : 'no';
}

const cache = new WeakMap<Reading, Ledger>();

/** The ledger of a report, once a reading. */
export function ledgerOf(reading: Reading): Ledger {
  const known = cache.get(reading);
  if (known !== undefined) return known;
  const entries = formsOf(reading).flatMap((form) => entriesOf(form, reading.profile.year));
  const memo = new Map<string, 'yes' | 'likely' | 'no'>();
  const same = (wider: Fund, narrower: Fund) => {
    const key = `${wider}|${narrower}`;
    const value = memo.get(key) ?? sameness(entries, wider, narrower);
    memo.set(key, value);
    return value;
  };
  const ledger: Ledger = { entries, byKey: Map.groupBy(entries, keyOf), same };
  cache.set(reading, ledger);
  return ledger;
}
