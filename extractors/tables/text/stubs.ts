import type { GridRow } from './grid.ts';
import { surelyWraps } from './group-labels.ts';
import { bare, hasHan } from './join.ts';
import { profileColumns, share } from './profile.ts';
import { isTotalWord } from './vocabulary.ts';

/** How the labels of a column are merged: indicator labels, labels beside the rows, or labels of the whole grid. */
export type StubKind = 'first-level' | 'second-level' | 'side' | 'group';
export interface Stub {
  readonly column: number;
  readonly kind: StubKind;
}

const headOf = (levels: readonly GridRow[], column: number): string =>
  bare(levels.map((row) => row.cells[column]?.text ?? '').join(''));

/**
 * The columns that hold merged labels: 一级/二级 of an indicator grid with what stands left of them, or else the
 * leading text columns that are blank in some rows.
 */
export function stubColumns(
  levels: readonly GridRow[],
  body: readonly GridRow[],
  width: number,
): readonly Stub[] {
  const heads = Array.from({ length: width }, (_, column) => headOf(levels, column));
  const first = heads.findIndex((head) => /^一级/u.test(head));
  const second = heads.findIndex((head) => /^二级/u.test(head));
  if (first >= 0 || second >= 0) {
    const edge = first >= 0 ? first : second;
    const side = heads.slice(0, edge).map((_, column): Stub => ({ column, kind: 'side' }));
    const found: Stub[] = [...side];
    if (first >= 0) found.push({ column: first, kind: 'first-level' });
    if (second >= 0) found.push({ column: second, kind: 'second-level' });
    return found;
  }
  return groupColumn(heads, body, width);
}

/** Vertical print: short pieces one under the other. */
function isVertical(body: readonly GridRow[], column: number): boolean {
  const pieces = body.flatMap((row, at) => {
    const bit = row.cells[column] ?? null;
    return bit === null ? [] : [{ at, text: bare(bit.text) }];
  });
  const steps = pieces.slice(1).filter((piece, index) => piece.at - (pieces[index]?.at ?? 0) === 1);
  const beside = pieces.length <= 0.5 * body.length;
  return (
    beside &&
    pieces.length >= 3 &&
    steps.length >= pieces.length - 2 &&
    pieces.every(({ text }) => text.length <= 3)
  );
}

/** Labels without blanks between them that were wrapped from row to row. */
function isWrapped(body: readonly GridRow[], column: number): boolean {
  const texts = body.map((row) => row.cells[column]?.text ?? '');
  return texts.some((text, at) => at > 0 && hasHan(text) && surelyWraps(texts[at - 1] ?? '', text));
}

function isGroup(body: readonly GridRow[], column: number): boolean {
  const profiles = profileColumns(body, column + 2);
  const [profile, next] = [profiles[column], profiles[column + 1]];
  if (profile === undefined || next === undefined) return false;
  const sums = body.filter((row) =>
    row.cells.slice(0, column).some((bit) => bit !== null && isTotalWord(bit.text)),
  ).length;
  const blanks = body.length - profile.total - sums;
  const totals = body.some(
    (row) => (row.cells[column] ?? null) === null && isTotalWord(row.cells[column + 1]?.text ?? ''),
  );
  return (
    (blanks > 0 || isWrapped(body, column)) &&
    !totals &&
    share(profile, 'text', 'label', 'junk') >= 0.5 &&
    next.total >= 0.7 * body.length
  );
}

/** The leading columns of labels with blanks between them, where the next column names the rows. */
function groupColumn(heads: readonly string[], body: readonly GridRow[], width: number): readonly Stub[] {
  const found: Stub[] = [];
  for (let column = 0; column < Math.min(2, width - 1); column++) {
    const head = heads[column] ?? '';
    const some = body.some((row) => hasHan(row.cells[column]?.text ?? ''));
    const side =
      some &&
      (isVertical(body, column) ||
        (column === 0 && (head === '' || /^年度/u.test(head)) && isGroup(body, 0)));
    if (side) found.push({ column, kind: 'side' });
    else {
      if (some && width >= 3 && isGroup(body, column)) found.push({ column, kind: 'group' });
      break;
    }
  }
  return found;
}
