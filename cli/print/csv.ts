import { csvLines } from '../../db/export/csv.ts';
import type { QueryRow } from '../../db/query.ts';

/** Prints rows as CSV, as exports write it: the names of the columns once, then the rows. */
export function csvPrinter(out: (text: string) => void): (row: QueryRow) => void {
  let started = false;
  return (row) => {
    if (!started) out(csvLines([Object.keys(row)]));
    started = true;
    out(csvLines([Object.values(row)]));
  };
}
