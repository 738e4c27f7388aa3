import type { TextLine } from '../../../../model/document.ts';
import type { Bit, FoundRow, Run } from '../grid.ts';

const MARKUP = /<\/?(?:u|b|i|br|sub|sup|strong|em|span|p)\s*\/?>/giu;

/** The cells of a tab-separated line. HTML leftovers are blanked, so that columns keep their places. */
export function tabCells(line: TextLine): readonly (Bit | null)[] {
  const clean = line.text.replace(MARKUP, (tag) => ' '.repeat(tag.length));
  let offset = 0;
  return clean.split('\t').map((part) => {
    const start = offset + part.length - part.trimStart().length;
    offset += part.length + 1;
    const text = part.trim();
    return text === '' ? null : { text, line: line.number, column: start + 1 };
  });
}

const isBlank = (text: string): boolean => text.trim() === '';
const hasTabs = (text: string): boolean => text.trimEnd().includes('\t') || /\S\t/u.test(text);
const MOST_BLANKS = 4;

/** Runs of tab-separated lines; blank lines inside a run are kept as gaps. */
export function findTabRuns(lines: readonly TextLine[]): readonly Run[] {
  const runs: Run[] = [];
  let rows: FoundRow[] = [];
  let blanks = 0;
  const close = () => {
    const [first, last] = [rows[0], rows.at(-1)];
    if (first !== undefined && last !== undefined)
      runs.push({ first: first.first, last: last.last, rows, headerRows: null });
    rows = [];
  };
  for (const line of lines) {
    if (hasTabs(line.text)) {
      rows.push({ first: line.number, last: line.number, cells: tabCells(line), gap: blanks > 0 });
      blanks = 0;
    } else if (isBlank(line.text)) {
      blanks += 1;
      if (blanks > MOST_BLANKS) close();
    } else {
      close();
      blanks = 0;
    }
  }
  close();
  return runs;
}
