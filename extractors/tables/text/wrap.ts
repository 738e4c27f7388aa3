import { type Bit, filled, type GridRow } from './grid.ts';
import { bare, hasHan, joinBits, piecesOf, printedWidth } from './join.ts';
import { kindOf } from './kind.ts';
import { type ColumnProfile, profileColumns, share } from './profile.ts';
import { isTotalWord } from './vocabulary.ts';

/** A row of the table together with the printed lines it was mended from. */
export interface Block extends GridRow {
  readonly lines: readonly GridRow[];
}

const LONGEST = 14;
/** A column narrower than this wraps too soon for its margin to tell anything. */
const NARROWEST = 7;
/** A text this wide that ends without a full stop at a page's end was cut there. */
const LONG = 16;
const ENDS = /[。；;！？]$/u;
const OPENS = /^([(（]?[一二三四五六七八九十]+[)）、.]|\d+[.、．]|其中|[(（]\d+[)）])/u;

/** What is known about a table's columns before its lines are put together. */
interface Frame {
  readonly lines: readonly GridRow[];
  readonly profiles: readonly ColumnProfile[];
  /** Columns whose labels are put together elsewhere: they say nothing about rows. */
  readonly labels: ReadonlySet<number>;
  readonly values: readonly number[];
  /** The column that names the rows, -1 where there is none. */
  readonly main: number;
  /** The printed width of the widest piece a column. */
  readonly full: readonly number[];
  /** True where most rows were torn over several lines. */
  readonly torn: boolean;
  readonly percent: number | null;
  /** What `follows` found out, by line and reach. */
  readonly known: Map<number, Follow>;
}

const text = (row: GridRow | undefined, column: number): string => row?.cells[column]?.text ?? '';

function valueColumns(profiles: readonly ColumnProfile[], labels: ReadonlySet<number>): readonly number[] {
  return profiles.flatMap((profile, column) =>
    !labels.has(column) && profile.total > 0 && share(profile, 'figure', 'percent', 'dash', 'sign') >= 0.4
      ? [column]
      : [],
  );
}

const isAmount = (value: string): boolean => ['figure', 'percent', 'sign', 'dash'].includes(kindOf(value));
const proper = (value: string): boolean => !['blank', 'junk'].includes(kindOf(value));

/** True where a line holds a value of its own, so that it can carry a row. */
function carries(frame: Omit<Frame, 'torn'>, row: GridRow, torn: boolean): boolean {
  const values = frame.values.map((column) => text(row, column)).filter((value) => value !== '');
  if (values.length === 0 || !values.some(proper)) return false;
  if (!torn) return true;
  if (values.some((value) => kindOf(value) === 'junk')) return false;
  return frame.percent === null
    ? values.length >= 0.5 * frame.values.length
    : kindOf(text(row, frame.percent)) === 'percent';
}

/** Where the texts of a column break: the width of its widest pieces, where at least two reach it; else no bound. */
function margin(lines: readonly GridRow[], column: number): number {
  const widths = lines
    .flatMap((row) => piecesOf(text(row, column)).filter(hasHan).map(printedWidth))
    .toSorted((a, b) => b - a);
  const [widest, second] = widths;
  return widest !== undefined && second !== undefined && second >= widest - 1
    ? widest
    : Number.POSITIVE_INFINITY;
}

/** Wrapped text that slipped right of its column goes back: the text above is full, and a figure stands above it here. */
function unslip(lines: readonly GridRow[], frame: Frame): readonly GridRow[] {
  if (!frame.torn) return lines;
  return lines.map((row, at) => {
    const above = lines[at - 1];
    const own = filled(row).filter(({ column, bit }) => !frame.labels.has(column) && hasHan(bit.text));
    const [only] = own;
    if (above === undefined || only === undefined || own.length > 1 || !frame.values.includes(only.column))
      return row;
    const home = only.column - 1;
    const free =
      (row.cells[home] ?? null) === null && !frame.labels.has(home) && !frame.values.includes(home);
    const full = printedWidth(text(above, home)) >= (frame.full[home] ?? 0) - 1;
    if (!free || !full || !isAmount(text(above, only.column)) || /\d/u.test(only.bit.text)) return row;
    return {
      ...row,
      cells: row.cells.map((bit, column) =>
        column === home ? only.bit : column === only.column ? null : bit,
      ),
    };
  });
}

const reachesMargin = (
  lines: readonly GridRow[],
  full: readonly number[],
  column: number,
  at: number,
): boolean => printedWidth(text(lines[at], column)) >= Math.max(NARROWEST, (full[column] ?? 0) - 1);

function frameOf(lines: readonly GridRow[], width: number, labels: ReadonlySet<number>): Frame {
  const profiles = profileColumns(lines, width);
  const values = valueColumns(profiles, labels);
  const last = values.at(-1);
  const percent = last !== undefined && share(profiles[last], 'percent') >= 0.6 ? last : null;
  const full = profiles.map((_, column) => margin(lines, column));
  const main = profiles.findIndex(
    (profile, column) => !labels.has(column) && share(profile, 'text', 'label') >= 0.5,
  );
  const base = { lines, profiles, labels, values, main, full, percent, known: new Map<number, Follow>() };
  const bareLines = lines.flatMap((row, at) => (carries(base, row, false) ? [] : [at]));
  const wrapped = bareLines.filter(
    (at) => reachesMargin(lines, full, main, at) || reachesMargin(lines, full, main, at - 1),
  );
  const torn =
    bareLines.length >= 0.2 * lines.length && (labels.size > 0 || wrapped.length >= 0.5 * bareLines.length);
  return { ...base, torn: values.length > 0 && torn };
}

/** How a line follows on the lines before it: its texts go on ('on'), begin anew ('new'), or say nothing. */
type Follow = 'on' | 'new' | 'open';
const REACH = 3;

function follows(frame: Frame, from: number, to: number): Follow {
  const key = to * (REACH + 1) + Math.min(REACH, to - from);
  const known = frame.known.get(key);
  if (known !== undefined) return known;
  const found = judge(frame, from, to);
  frame.known.set(key, found);
  return found;
}

function judge(frame: Frame, from: number, to: number): Follow {
  const row = frame.lines[to];
  if (row === undefined) return 'open';
  if (filled(row).some(({ bit }) => isTotalWord(bit.text))) return 'new';
  const votes = frame.profiles.flatMap((profile, column) => {
    if (frame.labels.has(column) || share(profile, 'text', 'label') < 0.3) return [];
    const next = text(row, column);
    if (!hasHan(next) || isAmount(next)) return [];
    let above = '';
    for (let at = to - 1; at >= from && at >= to - REACH && !hasHan(above); at--)
      above = text(frame.lines[at], column);
    if (!hasHan(above)) return [];
    if (isAmount(above)) return ['new' as const];
    if (OPENS.test(bare(next)) || isTotalWord(next) || ENDS.test(above.trim())) return ['new' as const];
    const last = piecesOf(above).at(-1) ?? '';
    const full = frame.full[column] ?? 0;
    if (printedWidth(last) < full - 1 || full === Number.POSITIVE_INFINITY)
      return column === frame.main ? ['new' as const] : [];
    if (full < NARROWEST) return column === frame.main ? ['new' as const] : [];
    return ['on' as const];
  });
  if (votes.includes('new')) return 'new';
  return votes.includes('on') ? 'on' : 'open';
}

/** How many texts of a line would be joined to a whole amount of the row that it would belong to. */
function clashes(frame: Frame, at: number, anchor: number): number {
  return frame.values.filter((column) => {
    const own = text(frame.lines[at], column);
    return hasHan(own) && !isAmount(own) && !/\d/u.test(own) && isAmount(text(frame.lines[anchor], column));
  }).length;
}

/** How little the scraps of a line look like the values of the line they would repeat: 0 … 1, 0 without scraps. */
function unlike(frame: Frame, scrap: number, anchor: number): number {
  const parts = frame.values.flatMap((column) => {
    const junk = text(frame.lines[scrap], column);
    if (kindOf(junk) !== 'junk') return [];
    const [a, b] = [junk.replace(/\D/gu, ''), text(frame.lines[anchor], column).replace(/\D/gu, '')];
    let same = 0;
    while (same < a.length && a[same] === b[same]) same += 1;
    return [1 - same / Math.max(1, a.length, b.length)];
  });
  return parts.length === 0 ? 0 : parts.reduce((sum, part) => sum + part, 0) / parts.length;
}

/** What it costs to take lines `[start, end)` as one row. */
function costOf(frame: Frame, anchors: readonly boolean[], start: number, end: number): number {
  const own = anchors.slice(start, end).flatMap((anchor, index) => (anchor ? [start + index] : []));
  if (own.length > 1) return Number.POSITIVE_INFINITY;
  let cost = own.length === 0 ? (frame.torn ? 4 : 1.5) : 0;
  for (let at = start + 1; at < end; at++) {
    const how = follows(frame, start, at);
    cost += how === 'new' ? 2.5 : how === 'open' ? 0.1 : 0;
  }
  const [anchor] = own;
  if (frame.torn && anchor !== undefined) cost += 0.5 * Math.abs((start + end - 1) / 2 - anchor);
  if (anchor !== undefined)
    for (let at = start; at < end; at++)
      if (at !== anchor) cost += 0.6 * unlike(frame, at, anchor) + clashes(frame, at, anchor);
  if (end < frame.lines.length && !(anchors[end - 1] && anchors[end]) && follows(frame, start, end) === 'on')
    cost += 1.2;
  return cost;
}

/** A line whose values only repeat those of the next line, to which its text goes on: recognition read them twice. */
function isEcho(frame: Frame, at: number): boolean {
  const [row, next] = [frame.lines[at], frame.lines[at + 1]];
  if (row === undefined || next === undefined || !frame.torn) return false;
  const same = frame.values.every((column) => text(row, column) === text(next, column));
  return (
    same &&
    follows(frame, at, at + 1) === 'on' &&
    filled(next).some(
      ({ column, bit }) => !frame.labels.has(column) && hasHan(bit.text) && printedWidth(bit.text) <= 4,
    )
  );
}

/** Cuts lines into rows so that each row has one line of values, near its middle where cells were centred. */
function cuts(frame: Frame): readonly (readonly [number, number])[] {
  const { lines } = frame;
  const anchors = lines.map((row, at) => carries(frame, row, frame.torn) && !isEcho(frame, at));
  const best: { readonly cost: number; readonly from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= lines.length; end++) {
    let choice = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let start = Math.max(0, end - LONGEST); start < end; start++) {
      const cost = (best[start]?.cost ?? 0) + costOf(frame, anchors, start, end);
      if (cost < choice.cost) choice = { cost, from: start };
    }
    best.push(choice);
  }
  const found: [number, number][] = [];
  for (let end = lines.length; end > 0; ) {
    const from = best[end]?.from ?? end - 1;
    found.push([from, end]);
    end = from;
  }
  return found.reverse();
}

/** The pieces of one cell over the lines of its row; what recognition read twice is left out. */
function mergeColumn(
  frame: Frame,
  rows: readonly GridRow[],
  anchor: GridRow | undefined,
  column: number,
): Bit | null {
  const pieces = rows.flatMap((row) => row.cells[column] ?? []);
  if (pieces.length <= 1) {
    const [only] = pieces;
    const ghost = frame.torn && only !== undefined && kindOf(only.text) === 'junk' && rows.length > 1;
    return only === undefined || ghost ? null : only;
  }
  const chinese = pieces.filter((bit) => hasHan(bit.text));
  const own = anchor?.cells[column] ?? null;
  if (frame.values.includes(column) && own !== null && proper(own.text) && !chinese.includes(own)) return own;
  return joinBits(chinese.length > 0 ? chinese : own !== null ? [own] : pieces);
}

/** One printed line a row: nothing to mend. */
const single = (row: GridRow): Block => ({ ...row, lines: [row] });

/**
 * Puts the lines of a table's body together into rows. A cell that was wrapped over several lines becomes one;
 * lines that only repeat a neighbour's glyphs as scraps are dropped with it. `labels` are the columns of merged
 * labels, which are mended afterwards (their pieces stay in `lines`).
 */
export function wrapRows(
  printed: readonly GridRow[],
  width: number,
  labels: ReadonlySet<number>,
): readonly Block[] {
  const raw = frameOf(printed, width, labels);
  if (raw.values.length === 0) return wrapProse(raw, printed, width);
  const lines = unslip(printed, raw);
  const frame = { ...raw, lines, known: new Map<number, Follow>() };
  return cuts(frame).map(([start, end]) => {
    const rows = lines.slice(start, end);
    const [first] = rows;
    if (rows.length === 1 && first !== undefined) return single(first);
    const anchor = rows.find((row) => carries(frame, row, frame.torn));
    const cells = Array.from({ length: width }, (_, column) => mergeColumn(frame, rows, anchor, column));
    return { first: first?.first ?? 0, last: rows.at(-1)?.last ?? 0, cells, lines: rows };
  });
}

/** A table without values: a line goes on where the text above it stops short of a full stop that others have. */
function wrapProse(frame: Frame, lines: readonly GridRow[], width: number): readonly Block[] {
  const closing = frame.profiles.map((_, column) => {
    const texts = lines.map((row) => text(row, column)).filter((cell) => printedWidth(cell) > 8);
    return texts.length > 1 && texts.filter((cell) => ENDS.test(cell)).length >= 0.4 * texts.length;
  });
  const blocks: Block[] = [];
  for (const row of lines) {
    const above = blocks.at(-1);
    const own = filled(row).filter(({ column }) => !frame.labels.has(column));
    const goesOn =
      above !== undefined &&
      own.every(({ bit }) => !OPENS.test(bare(bit.text).replace(/^-/u, ''))) &&
      own.some(({ column, bit }) => {
        const before = text(above, column);
        const cutByPage = row.first - above.last > 1 && printedWidth(before) >= LONG;
        return (
          ((closing[column] ?? false) || cutByPage) && before !== '' && hasHan(bit.text) && !ENDS.test(before)
        );
      });
    if (above === undefined || !goesOn) blocks.push(single(row));
    else {
      const rows = [...above.lines, row];
      const cells = Array.from({ length: width }, (_, column) =>
        joinBits(rows.flatMap((line) => line.cells[column] ?? [])),
      );
      blocks[blocks.length - 1] = { first: above.first, last: row.last, cells, lines: rows };
    }
  }
  return blocks;
}
