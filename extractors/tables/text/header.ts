import { type Bit, filled, type GridRow, widthOf } from './grid.ts';
import { bare, hasHan, joinBits, printedWidth } from './join.ts';
import { isYear, kindOf } from './kind.ts';
import { isScattered } from './noise.ts';
import { isHeaderWord } from './vocabulary.ts';

const MOST_TORN_LINES = 4;

const isAmount = (text: string): boolean => {
  const kind = kindOf(text);
  return (kind === 'figure' || kind === 'percent') && !isYear(text);
};

/** True where a row holds an amount: such a row is never part of a header. */
export const hasAmount = (row: GridRow): boolean => filled(row).some(({ bit }) => isAmount(bit.text));

const bits = (row: GridRow): readonly Bit[] => filled(row).map(({ bit }) => bit);
const headWords = (row: GridRow): number => bits(row).filter((bit) => isHeaderWord(bit.text)).length;

/** True for a row whose cells read like column heads: two at least, and most of the cells. */
export function readsAsHeader(row: GridRow): boolean {
  const all = bits(row);
  const heads = headWords(row);
  return heads >= 2 && heads >= 0.6 * (all.length - 1) && !hasAmount(row);
}

/** The row of column numbers under a head (栏次 1 2 3 …). */
const isColumnNumbers = (row: GridRow): boolean => {
  const [first, ...rest] = bits(row);
  if (first === undefined || rest.length === 0 || !/^(栏次|行次|列次)$/u.test(bare(first.text))) return false;
  return rest.every((bit) => /^[\d\-—=+()（）]+$/u.test(bare(bit.text)));
};

/** Stacks torn header lines into one row: the pieces of each column joined, scraps without Chinese left out. */
function stack(rows: readonly GridRow[]): GridRow {
  const width = Math.max(...rows.map(widthOf));
  const cells = Array.from({ length: width }, (_, column) => {
    const pieces = rows.flatMap((row) => row.cells[column] ?? []);
    const chinese = pieces.filter((bit) => hasHan(bit.text) && !isScattered(bit.text));
    return joinBits(chinese.length > 0 ? chinese : pieces.slice(0, 1));
  });
  return { first: rows[0]?.first ?? 0, last: rows.at(-1)?.last ?? 0, cells };
}

/** The share of `upper`'s cells that have text right below them in `lower`. */
const stacked = (upper: GridRow, lower: GridRow): number => {
  const cells = filled(upper);
  return (
    cells.filter(({ column }) => (lower.cells[column] ?? null) !== null).length / Math.max(1, cells.length)
  );
};

/** Header rows that were read: `taken` printed rows became `levels`, one a level. */
export interface Header {
  readonly taken: number;
  readonly levels: readonly GridRow[];
}

/** A line that can be part of a torn head: several short pieces. */
const isTorn = (row: GridRow): boolean =>
  filled(row).length >= 3 &&
  bits(row).every((bit) => printedWidth(bit.text) <= 10 || isScattered(bit.text) || !hasHan(bit.text));

function tornHeader(rows: readonly GridRow[], at: number): Header | null {
  let best: { readonly taken: number; readonly row: GridRow; readonly heads: number } | null = null;
  for (let taken = 1; taken <= MOST_TORN_LINES; taken++) {
    const part = rows.slice(at, at + taken);
    const last = part.at(-1);
    if (part.length < taken || last === undefined || hasAmount(last) || !(taken === 1 || isTorn(last))) break;
    if (taken > 1 && !part.every(isTorn)) break;
    if (
      taken > 1 &&
      stacked(last, stack(part.slice(0, -1))) < 0.5 &&
      stacked(stack(part.slice(0, -1)), last) < 0.5
    )
      break;
    const row = stack(part);
    const heads = headWords(row);
    if (readsAsHeader(row) && heads > (best?.heads ?? 0)) best = { taken, row, heads };
  }
  return best === null ? null : { taken: best.taken, levels: [best.row] };
}

/**
 * The header that begins at row `at`, or null. Only at a `fresh` start (of a run, or after a gap) can it be torn or
 * garbled. A head torn over several lines becomes one level; a second level
 * (sub-heads under a group head, a row of column numbers) stays a level of its own.
 */
export function headerAt(rows: readonly GridRow[], at: number, fresh: boolean): Header | null {
  const row = rows[at];
  if (row === undefined) return null;
  const whole = readsAsHeader(row) && headWords(row) >= 0.6 * bits(row).length;
  const torn = fresh ? tornHeader(rows, at) : null;
  const base =
    whole && (torn === null || torn.taken === 1 || isSecondLevel(rows, at))
      ? { taken: 1, levels: [row] }
      : torn;
  if (base === null) return null;
  const levels = [...base.levels];
  let taken = base.taken;
  for (let next = rows[at + taken]; next !== undefined && levels.length < 4; next = rows[at + taken]) {
    const above = levels.at(-1);
    if (isColumnNumbers(next) || (above !== undefined && isSubHead(above, next))) {
      levels.push(next);
      taken += 1;
    } else break;
  }
  return { taken, levels };
}

/** A row of sub-heads: all of it column heads, and some of it in columns where the row above is blank. */
function isSubHead(above: GridRow, row: GridRow): boolean {
  const cells = filled(row);
  const heads = cells.filter(({ bit }) => isHeaderWord(bit.text) || isYear(bit.text)).length;
  const free = cells.filter(({ column }) => (above.cells[column] ?? null) === null).length;
  return (
    cells.length >= 2 &&
    heads >= 0.5 * cells.length &&
    !hasAmount(row) &&
    free >= 1 &&
    stacked(above, row) < 0.6
  );
}

const isSecondLevel = (rows: readonly GridRow[], at: number): boolean => {
  const [row, next] = [rows[at], rows[at + 1]];
  return row !== undefined && next !== undefined && isSubHead(row, next);
};
