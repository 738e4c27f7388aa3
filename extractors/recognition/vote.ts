import type { FigureReading } from '../../model/recognition.ts';
import { figureOf, sameFigure } from '../../normalizers/number/recognized.ts';

/** What one pass read of a figure. */
export interface Ballot {
  readonly text: string;
  /** 0 … 1, as the engine says. */
  readonly confidence: number;
}

export interface Vote extends FigureReading {
  readonly text: string;
}

/** How figures of a column are printed: decimals and percent sign. */
export type Pattern = string;

export const patternOf = (figure: string): Pattern =>
  `${figure.split('.')[1]?.replace('%', '').length ?? 0}${figure.endsWith('%') ? '%' : ''}`;

/** The pattern that most of a column's undoubted figures share is that of all; `null` where no such part does. */
const MOST = 0.7;

export function columnPattern(undoubted: readonly string[]): Pattern | null {
  const groups = Map.groupBy(undoubted.map(patternOf), (pattern) => pattern);
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return largest !== undefined && largest.length >= MOST * undoubted.length ? (largest[0] ?? null) : null;
}

/** The figure that both of the first two passes, which share no model, read alike; `null` where they do not. */
export function undoubted([first, second]: readonly Ballot[]): string | null {
  const [a, b] = [figureOf(first?.text ?? ''), figureOf(second?.text ?? '')];
  return a !== null && b !== null && sameFigure(a, b) ? b : null;
}

/** What the rest of its column says of a figure: how it is printed, and where rows are counted, what it must be. */
export interface Expectation {
  readonly pattern: Pattern | null;
  readonly counted: string | null;
}

export const UNKNOWN: Expectation = { pattern: null, counted: null };

const WORDS = /\p{Script=Han}{2}/u;

/** A reading as a figure; where its column has decimals, what stands behind them is dirt or a badly printed percent sign. */
function figureIn(text: string, pattern: Pattern | null): string | null {
  const figure = figureOf(text);
  const decimals = Number(pattern?.replace('%', '') ?? 0);
  if (figure !== null || pattern === null || decimals === 0) return figure;
  const number = new RegExp(`^(.*[.,]\\d{${decimals}})\\D{1,2}$`, 'u').exec(text.trim())?.[1];
  const isPercent = pattern.endsWith('%');
  return number === undefined ? null : figureOf(`${number}${isPercent ? '%' : ''}`);
}

/**
 * The figure that is printed like the rest of its column and that most passes read; among equals one with a sign, for dirt
 * is seldom taken for a minus but a thin minus easily lost, then that of the pass for digits. Only a figure of one accord
 * that fits its column, or that its neighbours call for, is sure (`voted`); any other waits for arithmetic as `unproved`.
 * `null` where no pass read a figure, or the third read words and
 * the figure is not like the others of its column.
 */
export function voteOn(ballots: readonly Ballot[], { pattern, counted }: Expectation): Vote | null {
  const [page, ...digits] = ballots;
  const ordered = [...digits, ...(page === undefined ? [] : [page])];
  const figures = ordered.flatMap(({ text, confidence }) => {
    const figure = figureIn(text, pattern);
    return figure === null ? [] : [{ figure, confidence }];
  });
  const fits = (figure: string): boolean => pattern === null || patternOf(figure) === pattern;
  const supporters = (figure: string) => figures.filter((other) => sameFigure(other.figure, figure));
  const rank = (figure: string): number =>
    (figure === counted ? 1000 : 0) +
    (fits(figure) ? 100 : 0) +
    10 * supporters(figure).length +
    (figure.startsWith('-') && fits(figure) && pattern !== '0' ? 15 : 0);
  const [best] = figures.toSorted((a, b) => rank(b.figure) - rank(a.figure));
  if (best === undefined) return null;
  const isWords = WORDS.test(ballots[2]?.text ?? '') && (pattern === null || !fits(best.figure));
  if (isWords) return null;
  const agreeing = supporters(best.figure);
  const doubt = agreeing.reduce((product, { confidence }) => product * (1 - confidence), 1);
  const agreed = undoubted(ballots);
  const isAgreed = agreed !== null && fits(agreed) && sameFigure(agreed, best.figure);
  const isSure = counted === null ? isAgreed : best.figure === counted;
  return {
    text: best.figure,
    how: isSure ? 'voted' : 'unproved',
    confidence: (1 - doubt) * (agreeing.length / Math.max(1, ballots.length)),
    readings: ballots.map(({ text }) => text),
  };
}
