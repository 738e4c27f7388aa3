import type { LinkDocument, LinkFigure } from '../../model/link.ts';

/** The year and phase that a figure counts for among the documents of its entity. */
export interface LinkPeriod {
  readonly year: number;
  readonly phase: 'initial' | 'final';
  /** False for a budget of which the words do not say whether it is the initial or the adjusted one. */
  readonly named: boolean;
}

/** Funds have 预算 in their names, which then says nothing about the phase. */
const FUND_NAMES = /(?:一般公共|政府性基金|国有资本经营)预算/gu;
const INITIAL = /年初|批复/u;
const BUDGET = /预算/u;
const FINAL = /决算|执行|实际/u;
/** Before a year is over its result is a guess, and 执行数 in a budget is made before the accounts are closed. */
const GUESSED = /预计|预执行|执行/u;
const CARRIED_IN = /上年(?:度|末)?(?:财政拨款)?(?:结转|结余)/u;

/** Budgets, and the notes on the three public expenses that belong to them. */
const isBook = ({ kind, title }: LinkDocument): boolean =>
  kind === 'budget' ||
  (kind === 'three-public-note' && /预算/u.test(title ?? '') && !/决算/u.test(title ?? ''));

/**
 * Which year and phase a figure has, from its own period, its words and the kind of its document; null where that is
 * left open. What a budget says of results is taken only where it calls them 决算.
 */
export function periodOf(figure: LinkFigure): LinkPeriod | null {
  const { document, phase } = figure;
  const words = figure.label.replace(FUND_NAMES, '');
  const book = isBook(document);
  const own: LinkPeriod['phase'] = book ? 'initial' : 'final';
  const year = figure.year ?? document.year;
  if (year === null) return null;
  const planned = BUDGET.test(words) && !FINAL.test(words);
  switch (phase) {
    case 'final':
      return book && GUESSED.test(words) ? null : { year, phase, named: true };
    case 'initial':
      return { year, phase, named: book || INITIAL.test(words) };
    case 'prior': {
      // 上年结转 is what the year itself begins with.
      if (figure.metric === 'opening' && CARRIED_IN.test(words) && document.year !== null)
        return { year: document.year, phase: own, named: true };
      const past = figure.year ?? year - 1;
      if (planned) return { year: past, phase: 'initial', named: true };
      if (!book) return { year: past, phase: 'final', named: true };
      return /决算/u.test(words) ? { year: past, phase: 'final', named: true } : null;
    }
    case 'unknown':
      if (book) {
        const stated = planned || year === document.year;
        return stated && !FINAL.test(words) ? { year, phase: 'initial', named: true } : null;
      }
      return BUDGET.test(words) ? null : { year, phase: 'final', named: true };
    default:
      return null;
  }
}
