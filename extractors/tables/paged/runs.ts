import type { Glyph } from '../../../model/document.ts';

/** Glyphs of a run are at most this part of their size apart. */
const MAX_GAP = 0.3;
/** From gap to gap of a run the spacing varies by at most this part of the size. */
const STEADY = 0.06;

/**
 * Glyphs in runs as they were printed: drawn one after another on one baseline with steady spacing. What is printed
 * over the edge of its cell is still one run, and a figure must never lose a digit to its neighbour.
 */
export function runsOf(glyphs: readonly Glyph[]): readonly (readonly Glyph[])[] {
  const runs: Glyph[][] = [];
  for (const glyph of glyphs) {
    const run = runs.at(-1);
    if (run !== undefined && goesOn(run, glyph) && !isWholeAmount(run, glyph)) run.push(glyph);
    else if (run !== undefined && closesUp(run, glyph)) runs.push([...run.splice(-1), glyph]);
    else runs.push([glyph]);
  }
  return runs;
}

function goesOn(run: readonly Glyph[], next: Glyph): boolean {
  const last = run.at(-1);
  const before = run.at(-2);
  if (last === undefined || Math.abs(last.baseline - next.baseline) > 0.1 * last.size) return false;
  const gap = next.x0 - last.x1;
  if (gap > MAX_GAP * last.size || gap < -STEADY * last.size) return false;
  return before === undefined || Math.abs(gap - (last.x0 - before.x1)) <= STEADY * last.size;
}

/** The second glyph of a run stands nearer to the next than to the first: it begins another run. */
function closesUp(run: readonly Glyph[], next: Glyph): boolean {
  const [first, second] = run;
  if (run.length !== 2 || first === undefined || second === undefined) return false;
  return next.x0 - second.x1 < second.x0 - first.x1 - STEADY * next.size && goesOn([second], next);
}

/** Amounts have two decimals: a further digit belongs to the amount of the next cell, printed without a gap. */
const isWholeAmount = (run: readonly Glyph[], next: Glyph): boolean =>
  /^[\d０-９-]$/.test(next.text) &&
  /[\d０-９][.．][\d０-９]{2}$/.test(
    run
      .slice(-4)
      .map((glyph) => glyph.text)
      .join(''),
  );
