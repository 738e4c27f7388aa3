import { type FoundRow, filled, type GridRow, type Run, widthOf } from './grid.ts';
import { type Header, hasAmount, headerAt } from './header.ts';
import { bare } from './join.ts';
import { kindOf } from './kind.ts';
import { isNoiseRow, isSeparatorRow } from './noise.ts';

/** One table as it was cut out of a run: its header and the printed rows below it. */
export interface Section {
  readonly first: number;
  readonly last: number;
  readonly heading: GridRow | null;
  readonly header: Header;
  readonly body: readonly FoundRow[];
}

const NOTHING: GridRow = { first: 0, last: 0, cells: [] };
const HEADING = /^([(（]?[一二三四五六七八九十]+[)）、.．]|附表?|表\s*\d)/u;

/** A row with a single cell that numbers a section of a form (二、评价小组). */
function isHeading(row: GridRow): boolean {
  const cells = filled(row);
  const [only] = cells;
  return cells.length === 1 && only !== undefined && HEADING.test(bare(only.bit.text));
}

/** A first row without amounts above rows with amounts is a head, whatever its words. */
function plainHeader(rows: readonly FoundRow[]): Header {
  const [row, next] = rows;
  const none: Header = { taken: 0, levels: [] };
  if (row === undefined || next === undefined || hasAmount(row) || widthOf(row) < 2) return none;
  const cells = filled(row);
  const dense = cells.length >= 0.6 * Math.max(widthOf(row), widthOf(next));
  const words = cells.every(({ bit }) => ['text', 'label', 'figure'].includes(kindOf(bit.text)));
  return dense && words && rows.slice(1).some(hasAmount) && hasAmount(next)
    ? { taken: 1, levels: [row] }
    : none;
}

/** Where the next header begins at or after noise rows, or null. */
function headerAfterNoise(
  rows: readonly FoundRow[],
  at: number,
): { readonly at: number; readonly header: Header } | null {
  let next = at;
  for (let row = rows[next]; row !== undefined && isNoiseRow(row) && next - at < 3; row = rows[next])
    next += 1;
  const fresh =
    next > at ||
    at === 0 ||
    (rows[at]?.gap ?? false) ||
    (rows[at - 1] !== undefined && filled(rows[at - 1] ?? NOTHING).length <= 1);
  const header = headerAt(rows, next, fresh);
  return header === null ? null : { at: next, header };
}

/** The header that the form itself marks. */
const markedHeader = (rows: readonly FoundRow[], count: number) => {
  const levels = rows.slice(0, count);
  return { at: 0, header: { taken: levels.length, levels } };
};

/** Cuts a run into tables: at every new or repeated header, and at the headings of a form's sections. */
export function splitRun(run: Run): readonly Section[] {
  const rows = run.rows.filter((row) => !isSeparatorRow(row));
  const marked = run.headerRows ?? 0;
  const sections: Section[] = [];
  let start = 0;
  let heading: GridRow | null = null;
  let header: Header | null = null;
  let body: FoundRow[] = [];
  const close = (end: number) => {
    const used = rows.slice(start, end);
    const [first, last] = [used[0], used.at(-1)];
    const kept = trimNoise(body);
    if (first !== undefined && last !== undefined && (header !== null || kept.length > 0)) {
      const own = header ?? plainHeader(kept);
      const rest = header === null ? kept.slice(own.taken) : kept;
      sections.push({ first: first.first, last: last.last, heading, header: own, body: rest });
    }
    start = end;
    [heading, header, body] = [null, null, []];
  };
  let at = 0;
  while (at < rows.length) {
    const row = rows[at];
    if (row === undefined) break;
    const found = at === 0 && marked > 0 ? markedHeader(rows, marked) : headerAfterNoise(rows, at);
    if (found !== null) {
      if (header !== null || body.length > 0) close(at);
      header = found.header;
      at = found.at + found.header.taken;
    } else {
      if (isHeading(row) && (header !== null || body.length > 0) && headerAfterNoise(rows, at + 1) !== null)
        close(at);
      if (isHeading(row) && header === null && body.length === 0 && heading === null) heading = row;
      else body.push(row);
      at += 1;
    }
  }
  close(rows.length);
  return sections;
}

/** Noise above and below a table is ruling and scraps; inside it is looked at row by row later. */
function trimNoise(rows: readonly FoundRow[]): readonly FoundRow[] {
  const first = rows.findIndex((row) => !isNoiseRow(row));
  if (first < 0) return [];
  return rows.slice(first, rows.findLastIndex((row) => !isNoiseRow(row)) + 1);
}
