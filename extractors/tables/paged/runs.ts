import type { Glyph } from '../../../model/document.ts';

/** Glyphs of a run are at most this part of their size apart. */
const MAX_GAP = 0.3;
/** From gap to gap of a run the spacing varies by at most this part of the size. */
const STEADY = 0.06;
/** A blank inside an amount ("1, 234. 56") is at most this part of the size wide. */
const BLANK = 0.75;

/**
 * Glyphs in runs as they were printed: drawn one after another on one baseline with steady spacing. What is printed
 * over the edge of its cell is still one run, and a figure must never lose a digit to its neighbour.
 */
export function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  for (const [index, glyph] of glyphs.entries()) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, glyph) && !isWholeAmount(run, glyph)) run.push(glyph);
    else if (run !== undefined && goesOnAfterBlank(run, glyphs, index)) run.push(glyph);
    else if (run !== undefined && closesUp(run, glyph)) runs.push([...run.splice(-1), glyph]);
    else runs.push([glyph]);
  }
  return runs;
}

function goesOn(run: readonly Glyph[], next: Glyph): boolean {
  const last = run.at(-1);
  const before = run.at(-2);
  if (last === undefined || !isBeside(last, next)) return false;
  const space = before === undefined ? Number.POSITIVE_INFINITY : last.x0 - before.x1;
  return space > MAX_GAP * last.size || Math.abs(next.x0 - last.x1 - space) <= STEADY * last.size;
}

const onOneLine = (a: Glyph, b: Glyph): boolean => Math.abs(a.baseline - b.baseline) <= 0.1 * a.size;

function isBeside(last: Glyph, next: Glyph): boolean {
  const gap = next.x0 - last.x1;
  return onOneLine(last, next) && gap <= MAX_GAP * last.size && gap >= -STEADY * last.size;
}

/** What stands before and after the comma or the point of an amount with two decimals. */
const BEFORE_COMMA = /^[-－△▲(（]?\d{1,3}(?:[,，]\d{3})*[,，]$/;
const AFTER_COMMA = /^\d{3}(?!\d)/;
const BEFORE_POINT = /^[-－△▲(（]?(?:\d+|\d{1,3}(?:[,，]\d{3})+)[.．]$/;
const AFTER_POINT = /^\d{2}(?![\d.．])/;

const textOf = (glyphs: readonly Glyph[]): string => glyphs.map((glyph) => glyph.text).join('');

/** Whether the glyph at `index` goes on with an amount printed with blanks after its commas and its point. */
function goesOnAfterBlank(run: readonly Glyph[], glyphs: readonly Glyph[], index: number): boolean {
  const [last, next] = [run.at(-1), glyphs[index]];
  if (last === undefined || next === undefined || !/[.．,，]/.test(last.text)) return false;
  const gap = next.x0 - last.x1;
  if (!onOneLine(last, next) || gap < 0 || gap > BLANK * last.size) return false;
  const ahead = glyphs.slice(index, index + 4);
  const ends = ahead.findIndex((glyph, i) => i > 0 && !isBeside(ahead[i - 1] ?? glyph, glyph));
  const [before, after] = [textOf(run), textOf(ends < 0 ? ahead : ahead.slice(0, ends))];
  return (
    (BEFORE_COMMA.test(before) && AFTER_COMMA.test(after)) ||
    (BEFORE_POINT.test(before) && AFTER_POINT.test(after))
  );
}

/** An amount with two decimals. */
const AMOUNT = /^[-－△▲(（]?\d[\d,，]*[.．]\d{2}[)）]?$/;

/** The amounts among the runs of the glyphs: whatever else is printed over them, in this order they were drawn. */
export const amountsDrawn = (glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] =>
  runsOf(glyphs).filter((run) => AMOUNT.test(textOf(run)));

/** The second glyph of a run stands nearer to the next than to the first: it begins another run. */
function closesUp(run: readonly Glyph[], next: Glyph): boolean {
  const [first, second] = run;
  if (run.length !== 2 || first === undefined || second === undefined) return false;
  return next.x0 - second.x1 < second.x0 - first.x1 - STEADY * next.size && goesOn([second], next);
}

/** Amounts have two decimals: a further digit belongs to the amount of the next cell, printed without a gap. */
const isWholeAmount = (run: readonly Glyph[], next: Glyph): boolean =>
  /^[\d０-９-]$/.test(next.text) && /[\d０-９][.．][\d０-９]{2}$/.test(textOf(run.slice(-4)));
