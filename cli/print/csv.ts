import type { QueryRow } from '../../db/query.ts';

const field = (value: string | number | null): string => {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

/** One line of CSV (RFC 4180, but with a bare line feed). */
export const csvLine = (values: readonly (string | number | null)[]): string =>
  `${values.map(field).join(',')}\n`;

/** Prints rows as CSV: the names of the columns once, then the rows. */
export function csvPrinter(out: (text: string) => void): (row: QueryRow) => void {
  let started = false;
  return (row) => {
    if (!started) out(csvLine(Object.keys(row)));
    started = true;
    out(csvLine(Object.values(row)));
  };
}
