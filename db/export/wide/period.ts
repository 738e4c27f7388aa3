import type { Phase } from '../../../model/reading.ts';

/** What a print says of its time, and what its report is. */
export interface Dated {
  readonly phase: Phase;
  readonly year: number | null;
  readonly documentYear: number | null;
  readonly documentKind: string;
}

/**
 * The phase of a print: its own, or the one that its kind of report gives to figures which name none. A final account
 * tells what was spent, of its year and of the years before; a budget plans its own year. What a budget says of other
 * years may be either, and a budget knows no result of its own year: null, as for goals and where nothing says it.
 */
export function phaseOf(dated: Dated): { readonly phase: Phase; readonly isExplicit: boolean } | null {
  const { phase, year, documentYear, documentKind } = dated;
  const isBudget = documentKind === 'budget';
  const isOwnYear = year !== null && year === documentYear;
  if (phase === 'final' && isBudget && isOwnYear) return null;
  if (phase === 'initial' || phase === 'adjusted' || phase === 'final') return { phase, isExplicit: true };
  if (phase === 'plan' || year === null || documentYear === null) return null;
  if (documentKind === 'final-account' && year <= documentYear) {
    const isTold = phase === 'prior' ? year < documentYear : true;
    return isTold ? { phase: 'final', isExplicit: false } : null;
  }
  return isBudget && isOwnYear && phase === 'unknown' ? { phase: 'initial', isExplicit: false } : null;
}
