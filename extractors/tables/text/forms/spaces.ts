import type { TextLine } from '../../../../model/document.ts';
import { greatest } from '../greatest.ts';
import type { Bit, FoundRow, Run } from '../grid.ts';
import { hasHan } from '../join.ts';
import { isFigure, kindOf } from '../kind.ts';

/** A piece of a line between runs of spaces, with the display columns that it covers, `[from, to)`. */
interface Chunk {
  readonly bit: Bit;
  readonly from: number;
  readonly to: number;
}

interface SpacedLine {
  readonly number: number;
  readonly chunks: readonly Chunk[];
  readonly gap: boolean;
}

interface Open {
  readonly text: string;
  readonly column: number;
  readonly from: number;
  readonly to: number;
}

const MOST_BLANKS = 1;
/** A field of a form's head, 单位：万元: no cell of a table. */
const KEYED = /^[^：:]{1,12}[：:]/u;
const wide = (character: string): boolean =>
  character > '\u1100' && !/[\u2000-\u206f\uff61-\uffdc]/u.test(character);

/** Cuts a line at runs of two or more spaces; a full-width space counts as two, except inside 合　计. */
function chunksOf(line: TextLine): readonly Chunk[] {
  const chunks: Chunk[] = [];
  let display = 0;
  const done = (one: Open) => chunks.push(toChunk(one, line.number));
  let open = null as Open | null;
  let blanks = 0;
  let pending = '';
  let offset = 0;
  for (const character of line.text) {
    const size = wide(character) ? 2 : 1;
    if (/\s/u.test(character)) {
      blanks += size;
      pending += character;
    } else {
      const narrow = pending === '\u3000' && open !== null && open.text.length === 1;
      if (open !== null && (blanks < 2 || narrow)) {
        open = { ...open, text: open.text + pending + character, to: display + size };
      } else {
        if (open !== null) done(open);
        open = { text: character, column: offset + 1, from: display, to: display + size };
      }
      blanks = 0;
      pending = '';
    }
    display += size;
    offset += character.length;
  }
  if (open !== null) done(open);
  return letterSpaced(chunks, line);
}

/** Two lone characters are one word set wide: 项    目, 合    计. */
function letterSpaced(chunks: readonly Chunk[], line: TextLine): readonly Chunk[] {
  const joined: Chunk[] = [];
  for (const chunk of chunks) {
    const last = joined.at(-1);
    const lone = [last, chunk].every(
      (one) => one !== undefined && one.bit.text.length === 1 && hasHan(one.bit.text),
    );
    if (last === undefined || !lone) joined.push(chunk);
    else {
      const text = line.text.slice(last.bit.column - 1, chunk.bit.column);
      joined[joined.length - 1] = { bit: { ...last.bit, text }, from: last.from, to: chunk.to };
    }
  }
  return joined;
}

const toChunk = (open: Open, line: number): Chunk => ({
  bit: { text: open.text, line, column: open.column },
  from: open.from,
  to: open.to,
});

/** The columns of a run: stretches of display columns that chunks of its fullest rows share. */
function columnsOf(rows: readonly SpacedLine[]): readonly (readonly [number, number])[] {
  const most = greatest(rows.map((row) => row.chunks.length));
  const full = rows.filter((row) => row.chunks.length >= most - 1);
  const chunks = full.flatMap((row) => row.chunks).toSorted((a, b) => a.from - b.from);
  const columns: [number, number][] = [];
  for (const chunk of chunks) {
    const last = columns.at(-1);
    if (last !== undefined && chunk.from < last[1]) last[1] = Math.max(last[1], chunk.to);
    else columns.push([chunk.from, chunk.to]);
  }
  return columns;
}

const distance = (chunk: Chunk, [from, to]: readonly [number, number]): number => {
  const overlap = Math.min(chunk.to, to) - Math.max(chunk.from, from);
  return overlap > 0 ? -overlap : Math.min(Math.abs(chunk.from - to), Math.abs(chunk.to - from));
};

/** True where a head reaches over most of a column. */
const covers = (chunk: Chunk, [from, to]: readonly [number, number]): boolean =>
  -distance(chunk, [from, to]) >= 0.5 * Math.min(to - from, chunk.to - chunk.from);

/** Puts each chunk under its column, from left to right; a head over several columns goes to the first of them. */
function toRow(row: SpacedLine, columns: readonly (readonly [number, number])[]): FoundRow {
  const cells: (Bit | null)[] = columns.map(() => null);
  let next = 0;
  for (const [index, chunk] of row.chunks.entries()) {
    const last = columns.length - (row.chunks.length - index);
    let best = next;
    for (let column = next; column <= Math.max(last, next) && column < columns.length; column++) {
      const [here, chosen] = [columns[column], columns[best]];
      if (here !== undefined && chosen !== undefined && distance(chunk, here) < distance(chunk, chosen))
        best = column;
    }
    const spanned = columns.findIndex((column, at) => at >= next && covers(chunk, column));
    const target = spanned >= 0 && spanned < best && row.chunks.length < columns.length - 1 ? spanned : best;
    cells[target] = chunk.bit;
    next = target + 1;
  }
  return { first: row.number, last: row.number, cells, gap: row.gap };
}

/** Chunks that overlap a chunk of the row above or below, or meet its edge, stand in one column. */
const aligned = (a: SpacedLine, b: SpacedLine): boolean => {
  const meets = a.chunks.filter((one) =>
    b.chunks.some((other) => one.from < other.to + 1 && other.from < one.to + 1),
  ).length;
  return meets >= 0.5 * Math.min(a.chunks.length, b.chunks.length);
};

function isTable(rows: readonly SpacedLine[]): boolean {
  if (rows.length < 2) return false;
  const figures = rows.filter((row) => row.chunks.slice(1).some(({ bit }) => isFigure(bit.text))).length;
  const labelled = rows.filter((row) => row.chunks.some(({ bit }) => hasHan(bit.text))).length;
  const sentences = rows.filter((row) => row.chunks.some(({ bit }) => /[。；]/u.test(bit.text))).length;
  return (
    figures >= 0.4 * rows.length &&
    figures >= 1 &&
    labelled >= 0.5 * rows.length &&
    sentences <= 0.2 * rows.length
  );
}

/** Runs of lines whose parts stand one under the other with runs of spaces between them. */
export function findSpacedRuns(lines: readonly TextLine[]): readonly Run[] {
  const runs: Run[] = [];
  let rows: SpacedLine[] = [];
  let blanks = 0;
  const close = () => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first !== undefined && last !== undefined && isTable(rows)) {
      const columns = columnsOf(rows);
      runs.push({
        first: first.number,
        last: last.number,
        rows: rows.map((row) => toRow(row, columns)),
        headerRows: null,
      });
    }
    rows = [];
  };
  for (const line of lines) {
    if (line.text.trim() === '') {
      blanks += 1;
      if (blanks > MOST_BLANKS) close();
      continue;
    }
    const row: SpacedLine = { number: line.number, chunks: chunksOf(line), gap: blanks > 0 };
    const above = rows.at(-1);
    if (
      row.chunks.length < 2 ||
      row.chunks.every(({ bit }) => KEYED.test(bit.text)) ||
      row.chunks.some(({ bit }) => kindOf(bit.text) === 'text' && bit.text.length > 60)
    )
      close();
    else {
      if (above !== undefined && !aligned(above, row)) close();
      rows.push(row);
    }
    blanks = 0;
  }
  close();
  return runs;
}
