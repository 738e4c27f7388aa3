import type { TextLine } from '../../../../model/document.ts';
import type { Bit, FoundRow, Run } from '../grid.ts';

const SEPARATOR_CELL = /^:?-{2,}:?$/u;
const BREAK = /<br\s*\/?>/giu;

/** The cells of a Markdown row `| a | b |`; `\|` stands for a pipe, `<br>` for a line break inside a cell. */
function pipeCells(line: TextLine): readonly (Bit | null)[] {
  const parts: { text: string; start: number }[] = [{ text: '', start: 0 }];
  for (let at = 0; at < line.text.length; at++) {
    const character = line.text[at] ?? '';
    const escaped = character === '\\' && line.text[at + 1] === '|';
    const last = parts.at(-1);
    if (character === '|' && line.text[at - 1] !== '\\') parts.push({ text: '', start: at + 1 });
    else if (!escaped && last !== undefined) last.text += character;
  }
  const inner = parts.filter(
    (part, index) => !((index === 0 || index === parts.length - 1) && part.text.trim() === ''),
  );
  return inner.map(({ text, start }) => {
    const clean = text
      .replace(BREAK, ' ')
      .trim()
      .replace(/^\*\*(.*)\*\*$/u, '$1');
    const column = start + (text.length - text.trimStart().length) + 1;
    return clean === '' ? null : { text: clean, line: line.number, column };
  });
}

const isPipeRow = (text: string): boolean =>
  /^\s*\|.*\|\s*$/u.test(text) || /^[^|]+(\|[^|]*){2,}$/u.test(text);

const isSeparator = (cells: readonly (Bit | null)[]): boolean =>
  cells.length > 0 && cells.every((bit) => bit !== null && SEPARATOR_CELL.test(bit.text));

/** Runs of Markdown table rows. The row of dashes is no row: it says that what stands above it is the header. */
export function findPipeRuns(lines: readonly TextLine[]): readonly Run[] {
  const runs: Run[] = [];
  let rows: FoundRow[] = [];
  let span = null as { readonly first: number; readonly last: number } | null;
  let headerRows: number | null = null;
  const close = () => {
    if (span !== null && (rows.length >= 2 || headerRows !== null)) runs.push({ ...span, rows, headerRows });
    rows = [];
    span = null;
    headerRows = null;
  };
  for (const line of lines) {
    if (!isPipeRow(line.text)) {
      close();
      continue;
    }
    const cells = pipeCells(line);
    span = { first: span?.first ?? line.number, last: line.number };
    if (isSeparator(cells)) headerRows ??= rows.length;
    else rows.push({ first: line.number, last: line.number, cells, gap: false });
  }
  close();
  return runs;
}
