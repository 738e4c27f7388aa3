import type { ColumnReading } from '../../../model/reading.ts';
import { CARRIED } from '../../../normalizers/keys/vocabulary.ts';
import { parseChineseNumeral } from '../../../normalizers/number/numeral.ts';
import { cellAt, isAnchor } from '../../../normalizers/table/grid.ts';
import type { Section } from '../../../normalizers/table/section.ts';
import { equalityStatement } from '../../statement.ts';
import { type Candidate, sumOf } from './claim.ts';
import { unlessLacking } from './hierarchy.ts';
import { type Hypothesis, lawful, unlessRowsLack } from './law.ts';
import { additiveColumns, blocksOf, factAt, isDifference, labelOf, leastOf, type TableView } from './view.ts';

const YEAR_TOTAL =
  /^(?:本年|当年)?(?:收入|支出|财政拨款收入|财政拨款支出)(?:合计|小计)$|^[本当]年(?:收入|支出)$/u;
const GRAND = /^(?:收入|支出|收支)?总计$/u;
/** Some provinces end on 收入合计 below 当年收入 and what is carried over. */
const GRAND_TOO = /^(?:收入|支出)合计$|^合计$/u;
const FUND = /^(?:一般公共预算|政府性基金预算?|国有资本经营预算?)(?:财政拨款|资金|拨款)?$/u;

type Codes = Readonly<Record<'items' | 'total' | 'carried', string>>;

/** Rule codes of the income and the expenditure side of the two standard tables. */
const CODES: Readonly<Record<'total' | 'fiscal', readonly [Codes, Codes]>> = {
  total: [
    { items: 'R-01-01', total: 'R-01-02', carried: 'R-01-02' },
    { items: 'R-01-05', total: 'R-01-03', carried: 'R-01-03' },
  ],
  fiscal: [
    { items: 'R-04-01', total: 'R-04-02', carried: 'R-04-02' },
    { items: 'R-04-04', total: 'R-04-04', carried: 'R-04-04' },
  ],
};

interface Side {
  readonly block: number;
  readonly columns: readonly ColumnReading[];
  /** Rows with a label, in order. */
  readonly rows: readonly number[];
  readonly yearTotal: number | null;
  readonly grandTotal: number | null;
}

function sideOf(view: TableView, section: Section, block: number): Side {
  const name = (row: number) => labelOf(view.reading, row, block).name;
  const rows = section.body.filter((row) => labelOf(view.reading, row, block).role !== 'blank');
  const last = rows.at(-1);
  const closing =
    last !== undefined &&
    GRAND_TOO.test(name(last)) &&
    rows.some((row) => row !== last && YEAR_TOTAL.test(name(row)));
  const grand = rows.findLast((row) => GRAND.test(name(row))) ?? (closing ? last : null);
  const year =
    rows.find((row) => YEAR_TOTAL.test(name(row)) && row !== grand) ??
    rows.find((row) => name(row) === '合计' && row !== grand) ??
    null;
  return { block, columns: additiveColumns(section, block), rows, yearTotal: year, grandTotal: grand };
}

/** Where a total's label covers the figures of its own block, its figure stands right of the label. */
function figureColumn(view: TableView, row: number, column: number): number {
  const cell = cellAt(view.reading.grid, row, column);
  return cell !== null && !isAnchor(cell, row, column) ? cell.column + cell.columnSpan : column;
}

function sums(
  view: TableView,
  side: Side,
  rule: string,
  stated: number,
  rows: readonly number[],
): readonly Candidate[] {
  const candidates = side.columns
    .filter((column) => !isDifference(column))
    .flatMap(
      (column) =>
        sumOf(view.reading, {
          rule,
          stated: { row: stated, column: figureColumn(view, stated, column.index) },
          terms: rows.map((row) => ({ row, column: column.index })),
        }) ?? [],
    );
  return unlessRowsLack(candidates);
}

/** Rows that another row of the side already adds up: 其中, the funds under a balance, deeper numbering. */
function topRows(view: TableView, side: Side, rows: readonly number[]): readonly number[] {
  const label = (row: number) => labelOf(view.reading, row, side.block);
  const own = rows.filter((row) => label(row).role === 'item' || label(row).role === 'subtotal');
  const numbered = own.filter((row) => label(row).ordinal !== null);
  if (numbered.length >= 2 && numbered.length * 2 >= own.length) {
    const top = leastOf(numbered.map((row) => label(row).level));
    return numbered.filter((row) => label(row).level === top);
  }
  return own;
}

/** True where the numbering of the rows starts late or leaps: rows were left out in print, or lost. */
function leaps(view: TableView, block: number, rows: readonly number[]): boolean {
  const numbers = rows.flatMap((row) => {
    const ordinal = labelOf(view.reading, row, block).ordinal?.replace(/[、.()]/gu, '') ?? '';
    return parseChineseNumeral(ordinal)?.toNumber() ?? [];
  });
  return numbers.some((number, i) => number !== i + 1);
}

/** Year total = Σ items above it; grand total = year total + what is carried over. */
function sideSums(view: TableView, side: Side, codes: Codes): readonly Candidate[] {
  const { yearTotal, grandTotal, rows } = side;
  const label = (row: number) => labelOf(view.reading, row, side.block);
  const result: Candidate[] = [];
  if (yearTotal !== null) {
    const above = topRows(
      view,
      side,
      rows.filter((row) => row < yearTotal && (grandTotal === null || row !== grandTotal)),
    );
    if (above.length >= 2) {
      const candidates = lawful([
        { support: 'known', candidates: sums(view, side, codes.items, yearTotal, above) },
      ]);
      result.push(...unlessLacking(candidates, leaps(view, side.block, above)));
    }
  }
  if (grandTotal === null) return result;
  const between = rows.filter((row) => row < grandTotal && row > (yearTotal ?? -1));
  const added = between.filter((row) => label(row).role !== 'of-which');
  const balances = added.filter((row) => CARRIED.test(label(row).name));
  const funds = added.filter((row) => FUND.test(label(row).name));
  const readings: Hypothesis[] = [];
  const say = (parts: readonly number[]) => {
    if (parts.length >= 2)
      readings.push({ support: 'known', candidates: sums(view, side, codes.total, grandTotal, parts) });
  };
  if (yearTotal === null) say(topRows(view, side, added));
  else {
    say([yearTotal, ...added.filter((row) => !funds.includes(row))]);
    say([yearTotal, ...balances]);
    say([yearTotal, ...topRows(view, side, added)]);
  }
  result.push(...lawful(readings));
  const [balance] = balances;
  if (
    balance !== undefined &&
    balances.length === 1 &&
    funds.length >= 2 &&
    funds.every((row) => row > balance)
  )
    result.push(
      ...lawful([{ support: 'known', candidates: sums(view, side, codes.carried, balance, funds) }]),
    );
  return result;
}

/** The two sides of a balance table come to the same total (R-01-04, R-04-05). */
function sidesMeet(view: TableView, rule: string, left: Side, right: Side): readonly Candidate[] {
  if (left.grandTotal === null || right.grandTotal === null) return [];
  return left.columns.flatMap((column, k) => {
    const other = right.columns[k];
    if (other === undefined || (k > 0 && left.columns.length !== right.columns.length)) return [];
    const a = factAt(view.reading, left.grandTotal ?? -1, column.index);
    const b = factAt(view.reading, right.grandTotal ?? -1, other.index);
    if (a === null || b === null || a.quantity.unit !== b.quantity.unit) return [];
    return [{ draft: equalityStatement({ rule, stated: a }, b, true), blanks: false, telling: true }];
  });
}

/** The identities of the two-sided standard tables: R-01-01…05 and R-04-01, 02, 04, 05. */
export function sideStatements(view: TableView): readonly Candidate[] {
  const { kind } = view.reading;
  if (kind !== 'total' && kind !== 'fiscal') return [];
  return view.sections.flatMap((section) => {
    const blocks = blocksOf(section);
    const [left, ...others] = blocks.map((block) => sideOf(view, section, block));
    if (left === undefined || others.length === 0) return [];
    const [income, expenditure] = CODES[kind];
    return [
      ...sideSums(view, left, income),
      ...others.flatMap((right) => sideSums(view, right, expenditure)),
      ...others.flatMap((right) => sidesMeet(view, kind === 'total' ? 'R-01-04' : 'R-04-05', left, right)),
    ];
  });
}
