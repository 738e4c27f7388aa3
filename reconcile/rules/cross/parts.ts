import type { Fund } from '../../../model/keys.ts';
import type { Fact, Reading } from '../../../model/reading.ts';
import type { StatementDraft } from '../../rule.ts';
import { sumStatement, unchecked } from '../../statement.ts';
import { atMost } from '../tables/claim.ts';
import { labelOf } from '../tables/view.ts';
import {
  agree,
  type Compared,
  columnsOf,
  type Entry,
  figureOf,
  isOwnYear,
  keyOf,
  phaseOf,
  unlessMisread,
} from './entry.ts';
import { type Ledger, ledgerOf } from './ledger.ts';

const FUNDS: readonly Fund[] = ['general-public', 'government-fund', 'state-capital'];

const inForm = (ledger: Ledger, entry: Entry, name: string, fund: Fund): Entry | undefined =>
  ledger.byKey.get(keyOf({ ...entry, fund }))?.find(({ form }) => form.name === name);

/** stated = Σ of the given cells; what holds within a rounding a cell is rounding, and a blank cell proves nothing. */
function sum(rule: string, stated: Fact, parts: readonly Entry[]): readonly StatementDraft[] {
  const operands = parts.flatMap((entry) => figureOf(entry) ?? []);
  if (operands.length < 2) return [];
  const claim = { rule, stated, operands, statedTotal: false };
  const draft = sumStatement(claim);
  const blank = operands.length < parts.length;
  return [
    draft.verdict === 'inconsistent' && blank ? unchecked({ ...claim, kind: 'sum' }, 'operand-blank') : draft,
  ];
}

/** The budgets of which the fiscal table says that the unit has money; null where it does not say. */
function fundsInUse(ledger: Ledger): ReadonlySet<Fund> | null {
  const fiscal = ledger.entries.filter(
    ({ form, flow, item, measure }) =>
      form.name === 'fiscal' && flow === 'expenditure' && item === 'all' && measure === 'whole',
  );
  if (!fiscal.some(({ fund }) => fund === 'general-public')) return null;
  return new Set(
    fiscal.filter((entry) => figureOf(entry)?.quantity.value.isZero() === false).map(({ fund }) => fund),
  );
}

/**
 * The whole by code against the tables of the single budgets: R-11-02 for all expenditure where the unit has no money but
 * the appropriation, R-11-01 for the total of the appropriation.
 */
export function fundSums(reading: Reading, rule: 'R-11-01' | 'R-11-02'): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  const inUse = fundsInUse(ledger);
  if (inUse === null || ledger.same('fiscal', 'general-public') !== 'no') return [];
  if (rule === 'R-11-02' && ledger.same('all', 'fiscal') !== 'yes') return [];
  const bound = (fund: Fund) =>
    ledger.entries.some(({ form }) => form.name === 'by-code' && form.fund === fund);
  if (!FUNDS.every((fund) => !inUse.has(fund) || bound(fund))) return [];
  const name = rule === 'R-11-02' ? 'expenditure' : 'fiscal';
  const compared = ledger.entries.flatMap((entry) => {
    const whole = entry.form.name === name && entry.fund === entry.form.fund && entry.flow === 'expenditure';
    const stated = figureOf(entry);
    if (!whole || stated === null || (rule === 'R-11-01' && entry.item !== 'all')) return [];
    return sum(
      rule,
      stated,
      FUNDS.flatMap((fund) => inForm(ledger, entry, 'by-code', fund) ?? []),
    ).map((draft) => ({ draft, columns: columnsOf(entry, entry) }));
  });
  return unlessMisread(compared);
}

/** R-20-01 where the total table prints the appropriation by budget only: their sum is a column of the income table. */
export function appropriationSums(reading: Reading): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  return ledger.entries.flatMap((entry) => {
    const stated = figureOf(entry);
    if (entry.form.name !== 'income' || entry.fund !== 'fiscal' || stated === null) return [];
    if (inForm(ledger, entry, 'total', 'fiscal') !== undefined) return [];
    return sum(
      'R-20-01',
      stated,
      FUNDS.flatMap((fund) => inForm(ledger, entry, 'total', fund) ?? []),
    );
  });
}

/** R-20-05 where the basic table closes on personnel and public use without adding them up. */
export function basicSums(reading: Reading): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  return ledger.entries.flatMap((entry) => {
    const stated = figureOf(entry);
    const { form, fund, item, measure, flow } = entry;
    if (form.name !== 'by-code' || item !== 'all' || measure !== 'basic' || flow !== 'expenditure') return [];
    const basic = ledger.entries.find((other) => other.form.name === 'basic' && other.fund === fund)?.form;
    if (stated === null || basic === undefined || inForm(ledger, entry, 'basic', fund) !== undefined)
      return [];
    const named = (words: RegExp) =>
      basic.table.columns
        .filter((column) => isOwnYear(column, reading.profile.year) && phaseOf(basic, column) === entry.phase)
        .flatMap((column) =>
          basic.table.rows.flatMap(({ index }) =>
            words.test(labelOf(basic.table, index, column.block).name)
              ? (basic.table.facts.get(`${index},${column.index}`) ?? [])
              : [],
          ),
        );
    const [people, ...more] = named(/^人员(?:经费|支出)合计$/u);
    const [use, ...others] = named(/^公用(?:经费|支出)合计$/u);
    if (people === undefined || use === undefined || more.length + others.length > 0) return [];
    return [sumStatement({ rule: 'R-20-05', stated, operands: [people, use], statedTotal: false })];
  });
}

/** A part is at most its whole, and counts as rounding within the last place. */
function limit(rule: string, part: Entry, whole: Entry | undefined, warn: boolean): readonly Compared[] {
  const [small, large] = [figureOf(part), figureOf(whole)];
  if (whole === undefined || small === null || large === null) return [];
  const draft = atMost(rule, small, large, warn ? 'warning' : 'error')?.draft;
  if (draft === undefined) return [];
  const near = draft.verdict === 'inconsistent' && agree(small, large);
  return [{ draft: near ? { ...draft, verdict: 'rounding' } : draft, columns: columnsOf(part, whole) }];
}

/** R-20-07: the expenditure of one budget on a code is at most that of all money on it. */
export function codeLimits(reading: Reading): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  const summed = new Set(fundSums(reading, 'R-11-02').map(({ stated }) => stated?.id));
  const compared = ledger.entries.flatMap((entry) => {
    const { form, fund, flow } = entry;
    if (form.name !== 'by-code' || flow !== 'expenditure' || fund === 'fiscal') return [];
    if (
      fund === 'general-public' &&
      ledger.same('all', 'fiscal') !== 'no' &&
      ledger.same('fiscal', 'general-public') !== 'no'
    )
      return [];
    const whole = inForm(ledger, entry, 'expenditure', 'all');
    return summed.has(figureOf(whole)?.id) ? [] : limit('R-20-07', entry, whole, false);
  });
  return unlessMisread(compared);
}

/** R-20-09: balances of the appropriation are a part of all balances. */
export function balanceLimits(reading: Reading): readonly StatementDraft[] {
  const ledger = ledgerOf(reading);
  const compared = ledger.entries.flatMap((entry) => {
    const { form, fund, flow } = entry;
    if (form.name !== 'fiscal' || fund !== 'fiscal' || (flow !== 'opening' && flow !== 'closing')) return [];
    return limit('R-20-09', entry, inForm(ledger, entry, 'total', 'all'), true);
  });
  return unlessMisread(compared);
}
