import type { Report } from '../../model/report.ts';
import type { Context } from '../context.ts';

/** One document as it is told of: its report with the findings that are shown, those that are waived marked so. */
export interface Reported {
  readonly path: string;
  readonly report: Report;
  /** How many findings were left out because the baseline has them. */
  readonly known: number;
}

/** Prints documents as they come. */
export interface Reporter {
  add(reported: Reported): void;
  end(): void;
}

/** A form of what `check` prints: makes a reporter for one run, over one or several documents. */
export type ReportFormat = (several: boolean, context: Context) => Reporter;
