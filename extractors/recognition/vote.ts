import type { FigureReading } from '../../model/recognition.ts';
import { figureOf, sameFigure } from '../../normalizers/number/recognized.ts';
import type { Counted } from './sequence.ts';
import { digitsOf, type Likeness } from './typeface/likeness.ts';

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
  `${/\.(\d+)/u.exec(figure)?.[1]?.length ?? 0}${figure.includes('%') ? '%' : ''}`;

/** The pattern that most of a column's undoubted figures share is that of all; `null` where no such part does. */
const MOST = 0.7;

export function columnPattern(undoubted: readonly string[]): Pattern | null {
  const groups = Map.groupBy(undoubted.map(patternOf), (pattern) => pattern);
  const [largest] = [...groups.values()].toSorted((a, b) => b.length - a.length);
  return largest !== undefined && largest.length >= MOST * undoubted.length ? (largest[0] ?? null) : null;
}

/**
 * The figure that both of the first two passes, which share no model, read alike; `null` where they do not. The pass for
 * digits knows no brackets, and no dirt looks like a pair of them.
 */
export function undoubted([first, second]: readonly Ballot[]): string | null {
  const [a, b] = [figureOf(first?.text ?? ''), figureOf(second?.text ?? '')];
  if (a === null || b === null) return null;
  return sameFigure(a, b) ? b : sameFigure(a, `(${b})`) ? a : null;
}

/**
 * What the rest of its table says of a figure: how its column is printed, what it must be where rows are counted, and what
 * its ink is like among the digits of the same print.
 */
export interface Expectation {
  readonly pattern: Pattern | null;
  readonly counted: Counted | null;
  readonly likeness: Likeness | null;
  /** Whether its ink is too wide for a reading. */
  readonly isWider?: (figure: string) => boolean;
}

export const UNKNOWN: Expectation = { pattern: null, counted: null, likeness: null };

/** A figure that is printed as a negative one. */
const SIGNED = /^[-△▲(]/u;
/** Nought has no sign. */
const NOTHING = /^[^1-9]*$/u;
/** A minus before it is dirt. */
const MINUS_NOTHING = /^-(?=[^1-9]*\d$)/u;
const WORDS = /\p{Script=Han}{2}/u;

/**
 * A reading as a figure. Where its column has decimals, what stands behind them is dirt or a badly printed percent sign; where
 * it has none, three digits behind a point are a group, and a separator at the end is dirt.
 */
function figureIn(text: string, pattern: Pattern | null): string | null {
  const figure = figureOf(text);
  if (pattern === null || (figure !== null && patternOf(figure) === pattern)) return figure;
  const decimals = Number(pattern.replace('%', ''));
  if (decimals === 0) return figureOf(text.trim().replace(/[.,]$/u, '').replace(GROUP_BEHIND_POINT, '$1,$2'));
  const isPercent = pattern.endsWith('%');
  const behind = isPercent ? '(?:\\d|\\D{1,2})' : '\\D{1,2}';
  const number = new RegExp(`^(.*[.,]\\d{${decimals}})${behind}$`, 'u').exec(text.trim())?.[1];
  return number === undefined ? figure : figureOf(`${number}${isPercent ? '%' : ''}`);
}

const GROUP_BEHIND_POINT = /^(\D*[1-9]\d{0,2})\.(\d{3}\D*)$/u;

interface Candidate {
  readonly figure: string;
  /** 0 … 1, of the engine that read it; `null` where only its print is like it. */
  readonly confidence: number | null;
}

/** What speaks for a reading, in the order of its weight. */
const WEIGHT = { counted: 1000, fits: 100, agreed: 50, likeness: 25, sign: 15, supporter: 10 } as const;

/**
 * The figure that is printed like the rest of its column, that both first passes read or its print is like, and that most
 * passes read; among equals one with a sign where ink stands left of the digits, for dirt is seldom taken for a minus but a
 * thin minus easily lost, then that of the pass for digits. Only a figure of one accord, of the first passes or of one and
 * the print itself, that fits its column and is as wide as its ink, or that its neighbours call for, is sure (`voted`); any other waits for arithmetic
 * as `unproved`. Where the numbers above and below a row number call for one that no pass read, it is `repaired`.
 * `null` where nothing read a figure, or a pass read words and the figure is not like the others of its column.
 */
export function voteOn(
  ballots: readonly Ballot[],
  { pattern, counted, likeness, isWider }: Expectation,
): Vote | null {
  const candidates = candidatesOf(ballots, pattern, likeness);
  const agreed = undoubted(ballots);
  const fits = (figure: string): boolean => pattern === null || patternOf(figure) === pattern;
  const isLike = (figure: string): boolean => likeness?.digits === digitsOf(figure);
  const isAgreed = (figure: string): boolean => agreed !== null && fits(agreed) && sameFigure(agreed, figure);
  const supporters = (figure: string) =>
    candidates.filter((other) => other.confidence !== null && sameFigure(other.figure, figure));
  const signWeight = (figure: string): number => {
    if (!SIGNED.test(figure) || !fits(figure) || pattern === '0' || NOTHING.test(figure)) return 0;
    return likeness?.isBare === true && isLike(figure) ? -WEIGHT.sign : WEIGHT.sign;
  };
  const rank = (figure: string): number =>
    (figure === counted?.text ? WEIGHT.counted : 0) +
    (fits(figure) ? WEIGHT.fits : 0) +
    (isAgreed(figure) ? WEIGHT.agreed : 0) +
    (isLike(figure) ? WEIGHT.likeness : 0) +
    signWeight(figure) +
    WEIGHT.supporter * supporters(figure).length;
  const [best] = candidates.toSorted((a, b) => rank(b.figure) - rank(a.figure));
  const readings = ballots.map(({ text }) => text);
  if (counted?.isFramed === true && best?.figure !== counted.text)
    return { text: counted.text, how: 'repaired', confidence: 0, readings };
  if (best === undefined) return null;
  const { figure } = best;
  if (readings.some((text) => WORDS.test(text)) && (pattern === null || !fits(figure))) return null;
  const agreeing = supporters(figure);
  const isContradicted = likeness?.isPlain === true && !isLike(figure);
  const isRival = (other: string): boolean =>
    isLike(other) && fits(other) && !(likeness?.isBare === true && SIGNED.test(other));
  const isOnlyOne = candidates.every((other) => sameFigure(other.figure, figure) || !isRival(other.figure));
  const isSeen = agreeing.length > 0 && isLike(figure) && fits(figure) && isOnlyOne;
  const isAccepted = isAgreed(figure) && !isContradicted && isWider?.(figure) !== true;
  const isSure = isAccepted || isSeen || figure === counted?.text;
  const doubt = agreeing.reduce((product, { confidence }) => product * (1 - (confidence ?? 0)), 1);
  return {
    text: figure,
    how: isSure ? 'voted' : 'unproved',
    confidence: (1 - doubt) * (agreeing.length / Math.max(1, ballots.length)),
    readings,
  };
}

/** What the passes read, that of the whole page last, and what the print is like where no pass read those digits. */
function candidatesOf(
  [page, ...digits]: readonly Ballot[],
  pattern: Pattern | null,
  likeness: Likeness | null,
): readonly Candidate[] {
  const ordered = [...digits, ...(page === undefined ? [] : [page])];
  const read = ordered.flatMap(({ text, confidence }): readonly Candidate[] => {
    const figure = figureIn(text, pattern)?.replace(MINUS_NOTHING, '');
    return figure === undefined ? [] : [{ figure, confidence }];
  });
  if (likeness === null || read.some(({ figure }) => digitsOf(figure) === likeness.digits)) return read;
  const like = figureIn(likeness.text, pattern);
  return like === null ? read : [...read, { figure: like, confidence: null }];
}
