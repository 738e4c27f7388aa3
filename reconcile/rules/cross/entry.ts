import type { Fund } from '../../../model/keys.ts';
import type { ColumnReading, Fact, Phase } from '../../../model/reading.ts';
import { Decimal } from '../../interval.ts';
import type { StatementDraft } from '../../rule.ts';
import { type Operand, operandAt } from '../tables/view.ts';
import type { Form } from './form.ts';

/** What flows: the year's income and expenditure, balances, and the totals that include balances. */
export type Flow = 'income' | 'expenditure' | 'opening' | 'closing' | 'grand-income' | 'grand-expenditure';

/** A part of expenditure that tables print side by side, or the whole of it. */
export type Measure = 'whole' | 'basic' | 'project' | 'personnel' | 'operating';

/** What a cell of a standard table states: two cells that say the same are one figure, printed twice. */
export interface Meaning {
  readonly flow: Flow;
  readonly fund: Fund;
  /** `all`, a code, or the name of a source of income. */
  readonly item: string;
  readonly measure: Measure;
  readonly phase: Phase;
}

/** A cell of a standard table with its meaning. */
export interface Entry extends Meaning {
  readonly form: Form;
  readonly state: Operand;
}

export const keyOf = ({ flow, fund, item, measure, phase }: Meaning): string =>
  `${flow}|${fund}|${item}|${measure}|${phase}`;

export const figureOf = (entry: Entry | undefined): Fact | null =>
  entry?.state.kind === 'figure' && entry.state.fact.quantity.unit === '元' ? entry.state.fact : null;

/** True where two figures can stand for one amount: the last printed place may have been rounded either way. */
export const agree = (a: Fact, b: Fact): boolean =>
  a.quantity.value.minus(b.quantity.value).abs().lte(Decimal.max(a.quantity.half, b.quantity.half).mul(2));

/** Columns beside the amounts of the year: differences, rates, the year before. */
const BESIDE = /差[异额]|增减|增长|上年(?!结转|结余)|去年|其中|比/u;

/** The phase of a column; a plain 预算数 is the initial budget, in a table of final accounts it is left open. */
export function phaseOf(form: Form, column: ColumnReading): Phase {
  if (column.phase !== 'unknown') return column.phase;
  return /预算(?!财政拨款)/u.test(form.table.title ?? '') && !/决算/u.test(form.table.title ?? '')
    ? 'initial'
    : 'unknown';
}

export const isOwnYear = (column: ColumnReading, year: number | null): boolean =>
  column.role === 'amount' &&
  column.phase !== 'prior' &&
  column.phase !== 'plan' &&
  (column.year === null || year === null || column.year === year) &&
  !BESIDE.test(column.path.join('|'));

/** The entry of a cell, or none where the cell is only the extension of a merged one. */
export function entryAt(
  form: Form,
  row: number,
  column: ColumnReading,
  meaning: Omit<Meaning, 'phase'>,
): readonly Entry[] {
  const state = operandAt(form.table, { row, column: column.index });
  if (state.kind === 'covered') return [];
  return [{ ...meaning, phase: phaseOf(form, column), form, state }];
}

/** A statement with the pair of columns that it compares. */
export interface Compared {
  readonly draft: StatementDraft;
  readonly columns: string;
}

export const columnsOf = (a: Entry, b: Entry): string =>
  [a, b]
    .map(({ form, flow, fund, measure }) => `${form.table.table.id} ${flow} ${fund} ${measure}`)
    .join('|');

/** Two columns that differ in more rows than they agree are not what they were taken for: then nothing is said of either. */
export function unlessMisread(compared: readonly Compared[]): readonly StatementDraft[] {
  const groups = Map.groupBy(compared, ({ columns }) => columns);
  return [...groups.values()].flatMap((group) => {
    const drafts = group.map(({ draft }) => draft);
    const broken = drafts.filter(({ verdict }) => verdict === 'inconsistent').length;
    const held = drafts.filter(({ verdict }) => verdict === 'exact' || verdict === 'rounding').length;
    if (broken < 2 || broken <= held) return drafts;
    return drafts.map(
      (draft): StatementDraft =>
        draft.verdict === 'inconsistent'
          ? { ...draft, verdict: 'unchecked', reason: 'no-counterpart' }
          : draft,
    );
  });
}
