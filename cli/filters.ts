import type { Filters } from '../db/query.ts';
import type { Severity } from '../model/audit.ts';

/** The options of all commands that ask a database. */
export interface FilterFlags {
  readonly code?: readonly string[];
  readonly severity?: Severity;
  readonly document?: string;
  readonly year?: number;
  readonly text?: string;
}

/** The option behind each filter, as it is written. */
export const FILTER_OPTIONS: Readonly<Record<keyof Filters, string>> = {
  codes: '--code',
  severity: '--severity',
  document: '--document',
  year: '--year',
  text: '--text',
};

/** The filters that were given, and no others. */
export const filtersOf = ({ code, severity, document, year, text }: FilterFlags): Filters => ({
  ...(code !== undefined && { codes: code }),
  ...(severity !== undefined && { severity }),
  ...(document !== undefined && { document }),
  ...(year !== undefined && { year }),
  ...(text !== undefined && { text }),
});
