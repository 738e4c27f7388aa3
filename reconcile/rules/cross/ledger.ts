import type { Fund } from '../../../model/keys.ts';
import type { Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { codedEntries, incomeEntries } from './coded.ts';
import { agree, type Entry, figureOf, keyOf, type Meaning } from './entry.ts';
import { type Form, formsOf } from './form.ts';
import { twoSidedEntries } from './two-sided.ts';

/** The cells of all standard tables of a report by what they state. */
export interface Ledger {
  readonly entries: readonly Entry[];
  /** Entries of one meaning, at most one a table. */
  readonly byKey: ReadonlyMap<string, readonly Entry[]>;
  /** Whether the wider of two funds holds nothing but the narrower: then all that they state is one figure. */
  readonly same: (wider: Fund, narrower: Fund) => Sameness;
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

export type Sameness = 'yes' | 'likely' | 'no';

/** The figures of a fund by what they state, whichever table they stand in. */
const figuresOf = (entries: readonly Entry[], fund: Fund): ReadonlyMap<string, readonly Entry[]> =>
  Map.groupBy(
    entries.filter((entry) => entry.fund === fund && figureOf(entry) !== null),
    (entry) => keyOf({ ...entry, fund: 'all' }),
  );

const isTotal = ({ item, measure, flow }: Entry): boolean =>
  item === 'all' && measure === 'whole' && TOTALS.has(flow);

/**
 * Whether a wider fund holds nothing but a narrower one, told by the figures: every total that both state is equal; one
 * may differ where some other total and all classes and items are equal, as it is then the one that is wrong.
 */
function sameness(entries: readonly Entry[], wider: Fund, narrower: Fund): Sameness {
  const inner = figuresOf(entries, narrower);
  const totals = { equal: 0, unequal: 0 };
  const items = { equal: 0, unequal: 0 };
  for (const [key, outer] of figuresOf(entries, wider)) {
    const [first] = outer;
    const facts = [outer, inner.get(key) ?? []].map((side) => side.flatMap((entry) => figureOf(entry) ?? []));
    const [wide = [], narrow = []] = facts;
    const telling = facts.flat().some(({ quantity }) => !quantity.value.isZero());
    if (first === undefined || narrow.length === 0 || !telling) continue;
    const equal = wide.some((a) => narrow.some((b) => agree(a, b)));
    const tally = isTotal(first) ? totals : first.flow === 'expenditure' ? items : null;
    if (tally !== null) tally[equal ? 'equal' : 'unequal'] += 1;
  }
  if (totals.equal === 0) return 'no';
  if (totals.unequal === 0) return items.unequal > Math.max(2, items.equal) ? 'no' : 'yes';
  return totals.unequal === 1 && items.equal >= 2 && items.unequal === 0 ? 'likely' : 'no';
}

/** A meaning that more tables claim is that of many units one behind the other, whose tables hold nothing in common. */
const MOST_TABLES = 50;

/** The ledger of a report. */
export const ledgerOf = onceFor((reading: Reading): Ledger => {
  const read = formsOf(reading).flatMap((form) => entriesOf(form, reading.profile.year));
  const claims = Map.groupBy(read, keyOf);
  const entries = read.filter((entry) => (claims.get(keyOf(entry))?.length ?? 0) <= MOST_TABLES);
  const memo = new Map<string, Sameness>();
  const same = (wider: Fund, narrower: Fund) => {
    const key = `${wider}|${narrower}`;
    const value = memo.get(key) ?? sameness(entries, wider, narrower);
    memo.set(key, value);
    return value;
  };
  return { entries, byKey: Map.groupBy(entries, keyOf), same };
});
