import type { Raster } from '../../../model/raster.ts';

/** Shorter black runs (inches) are strokes of characters: a dash is as wide as two of them, a stroke as high as one. */
const LEAST_ACROSS = 0.45;
const LEAST_DOWN = 0.22;
/** A vertical shorter than this (inches) is a stroke of a large character unless a horizontal meets it. */
const LONELY = 0.6;
const MEETS = 0.06;
/** Thicker than this (inches), it is a black area: the rim of a photocopy, a bar. */
const THICK = 0.06;
/** Parts of a broken line are this far apart at most, along it and across it (inches). */
const BREAK = 0.3;
const OFFSET = 0.016;

/** A stretch of black pixels: in row `line` from column `from` to before `to`, or the other way round for verticals. */
interface Run {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

/** A ruling in pixels: the middle of its pen at `at`, from `from` to `to` along it. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly thickness: number;
  readonly runs: readonly Run[];
}

/** The rulings of a page, and black areas that are too thick for any. */
export interface Rules {
  readonly horizontal: readonly Rule[];
  readonly vertical: readonly Rule[];
  readonly bars: { readonly horizontal: readonly Rule[]; readonly vertical: readonly Rule[] };
}

/**
 * Straight lines of an upright page in black and white, found by scanning rows and columns for long black runs, in which
 * single white pixels count as black. Parts of a broken line are one.
 */
export function rulesOf(page: Raster): Rules {
  const { dpi } = page;
  const rows = grouped(longRuns(page, 'across', LEAST_ACROSS * dpi)).map(ruleOf);
  const columns = grouped(longRuns(page, 'down', LEAST_DOWN * dpi)).map(ruleOf);
  const across = rejoined(rows, columns, dpi);
  const down = rejoined(columns, rows, dpi);
  const thin = ({ thickness }: Rule): boolean => thickness <= THICK * dpi;
  const horizontal = across.filter(thin);
  const vertical = down
    .filter(thin)
    .filter((rule) => rule.to - rule.from >= LONELY * dpi || meetsAny(rule, horizontal, MEETS * dpi));
  const bars = {
    horizontal: across.filter((rule) => !thin(rule)),
    vertical: down.filter((rule) => !thin(rule)),
  };
  return { horizontal, vertical, bars };
}

const meetsAny = (rule: Rule, others: readonly Rule[], near: number): boolean =>
  others.some(
    (other) =>
      rule.at >= other.from - near &&
      rule.at <= other.to + near &&
      other.at >= rule.from - near &&
      other.at <= rule.to + near,
  );

function longRuns(
  { width, height, data }: Raster,
  direction: 'across' | 'down',
  least: number,
): readonly Run[] {
  const [lines, length, step, along] =
    direction === 'across' ? [height, width, width, 1] : [width, height, 1, width];
  const runs: Run[] = [];
  for (let line = 0; line < lines; line += 1) {
    let from = -1;
    let last = -1;
    for (let k = 0; k <= length; k += 1) {
      const isBlack = k < length && data[line * step + k * along] === 0;
      if (isBlack) {
        if (from < 0) from = k;
        last = k;
      } else if (from >= 0 && (k - last > 2 || k === length)) {
        if (last + 1 - from >= least) runs.push({ line, from, to: last + 1 });
        from = -1;
      }
    }
  }
  return runs;
}

/** Runs that lie against each other in neighbouring lines. */
function grouped(runs: readonly Run[]): readonly (readonly Run[])[] {
  const groups: Run[][] = [];
  let open: Run[][] = [];
  for (const run of runs) {
    open = open.filter((group) => run.line - (group.at(-1)?.line ?? 0) <= 2);
    const touching = open.filter((group) =>
      group.some((other) => run.line - other.line <= 2 && run.from < other.to && other.from < run.to),
    );
    const [first, ...rest] = touching;
    if (first === undefined) {
      const group = [run];
      groups.push(group);
      open.push(group);
      continue;
    }
    for (const group of rest) {
      first.push(...group.splice(0));
      open = open.filter((one) => one !== group);
    }
    first.push(run);
  }
  return groups.filter((group) => group.length > 0);
}

function ruleOf(runs: readonly Run[]): Rule {
  let [weight, sum, from, to] = [0, 0, Number.POSITIVE_INFINITY, 0];
  for (const run of runs) {
    const length = run.to - run.from;
    weight += length;
    sum += length * (run.line + 0.5);
    from = Math.min(from, run.from);
    to = Math.max(to, run.to);
  }
  return { at: sum / weight, from, to, thickness: weight / (to - from), runs };
}

/** Rules whose parts are one; a gap that goes from one crossing rule to the next is a merged cell or the end of a table. */
function rejoined(all: readonly Rule[], crossing: readonly Rule[], dpi: number): readonly Rule[] {
  const joined: Rule[] = [];
  for (const rule of all.toSorted((a, b) => a.from - b.from)) {
    const index = joined.findIndex(
      (other) =>
        Math.abs(other.at - rule.at) <= OFFSET * dpi &&
        rule.from - other.to <= BREAK * dpi &&
        !(endsAt(other.to, rule.at, crossing, dpi) && endsAt(rule.from, rule.at, crossing, dpi)),
    );
    const before = joined[index];
    if (before === undefined) joined.push(rule);
    else joined[index] = ruleOf([...before.runs, ...rule.runs]);
  }
  return joined;
}

const endsAt = (end: number, at: number, crossing: readonly Rule[], dpi: number): boolean =>
  crossing.some(
    (rule) =>
      Math.abs(rule.at - end) <= OFFSET * dpi + rule.thickness &&
      rule.from - OFFSET * dpi <= at &&
      rule.to + OFFSET * dpi >= at,
  );
