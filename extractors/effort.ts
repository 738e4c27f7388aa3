import type { Reason } from '../model/status.ts';

/**
 * How much may still be spent on a document. Readers ask between two pages and stop while there is time left for the
 * stages behind them.
 */
export interface Effort {
  /** Why no further page is to be begun; null while all is well. */
  readonly spent: () => Reason | null;
  /** Milliseconds that one page may take until then. */
  readonly left: () => number;
}

const CODES: ReadonlySet<string> = new Set<Reason['code']>(['timeout', 'cpu-time', 'memory']);

/** Whether a reason says that nothing more may be spent on the document. */
export const isExhausted = ({ code }: Reason): boolean => CODES.has(code);

/** The reason of a document whose pages from `first` to `last` were not read. */
export const pagesLeft = (why: Reason, first: number, last: number, what = 'read'): Reason => ({
  ...why,
  message: `${first === last ? `page ${first} was` : `pages ${first} to ${last} were`} not ${what}: ${why.message}`,
});
