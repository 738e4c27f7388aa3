import type { ColumnRole, Phase } from '../../model/reading.ts';

export interface Period {
  readonly year: number | null;
  readonly phase: Phase;
}

const YEAR = /(20\d{2})(?:年|$)/u;

function wordedPhase(words: string): Phase | null {
  if (/上年(?!结转|结余)|上年度|去年|上期/u.test(words)) return 'prior';
  if (/年初.{0,3}预算|年初数|批复预算|预算批复/u.test(words)) return 'initial';
  if (/(?:全年|调整|变动|调整后).{0,4}预算|^调整(?:数|后)?$/u.test(words)) return 'adjusted';
  if (/决算|执行数|执行金额|实际支出/u.test(words)) return 'final';
  return null;
}

/**
 * Year and phase of a column from its header words, then from the table's title.
 * @param documentYear the year that the report is about, or null
 */
export function periodOf(
  role: ColumnRole,
  path: readonly string[],
  title: string,
  documentYear: number | null,
): Period {
  if (role === 'target') return { year: documentYear, phase: 'plan' };
  if (role === 'actual') return { year: documentYear, phase: 'final' };
  const words = path.join('|');
  if (/差[额异]|增减/u.test(path.at(-1) ?? '')) return { year: documentYear, phase: 'unknown' };
  const printed = YEAR.exec(path.findLast((word) => YEAR.test(word)) ?? '')?.[1];
  const phase = wordedPhase(words);
  if (printed !== undefined) {
    const year = Number(printed);
    const own = phase ?? (/预算/u.test(words) ? 'unknown' : null);
    return { year, phase: own ?? (documentYear !== null && year < documentYear ? 'prior' : 'final') };
  }
  if (phase === 'prior') return { year: documentYear === null ? null : documentYear - 1, phase };
  if (phase !== null) return { year: documentYear, phase };
  if (path.some((word) => /^(?:本年)?预算(?:数|金额)?(?:\(.*\))?$/u.test(word)))
    return { year: documentYear, phase: 'unknown' };
  const titled: Phase =
    /决算/u.test(title) && !/预.{0,3}决算/u.test(title)
      ? 'final'
      : /预算/u.test(title) && !/决算|预算财政拨款/u.test(title)
        ? 'initial'
        : 'unknown';
  return { year: documentYear, phase: titled };
}
