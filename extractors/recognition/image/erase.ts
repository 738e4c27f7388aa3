import type { Raster } from '../../../model/raster.ts';
import type { Rule, Rules } from './rulings.ts';

/** A stroke that crosses a rule goes on beyond it by more than this many pixels on the whole. */
const FRAY = 3;

/**
 * The page without its rulings: each is taken out across its pen, but where a stroke goes through it.
 * @param page in black and white, the one that the rulings were found on
 */
export function withoutRules(page: Raster, { horizontal, vertical, bars }: Rules): Raster {
  const { width, height, dpi } = page;
  const data = Uint8Array.from(page.data);
  const across = { lines: height, length: width, step: width, along: 1 };
  const down = { lines: width, length: height, step: 1, along: width };
  for (const rule of horizontal) erase(page.data, data, across, rule, vertical);
  for (const rule of vertical) erase(page.data, data, down, rule, horizontal);
  for (const bar of bars.horizontal) blank(data, across, bar);
  for (const bar of bars.vertical) blank(data, down, bar);
  return { width, height, data, dpi };
}

interface Way {
  readonly lines: number;
  readonly length: number;
  readonly step: number;
  readonly along: number;
}

function erase(from: Uint8Array, to: Uint8Array, way: Way, rule: Rule, crossing: readonly Rule[]): void {
  const most = Math.ceil(rule.thickness) + FRAY;
  const lines = new Int32Array(rule.to - rule.from).fill(Math.floor(rule.at));
  for (const run of rule.runs) lines.fill(run.line, run.from - rule.from, run.to - rule.from);
  for (const [k, line] of lines.entries()) {
    const offset = (rule.from + k) * way.along;
    const isBlack = (at: number): boolean => at >= 0 && at < way.lines && from[at * way.step + offset] === 0;
    const start = [line, line - 1, line + 1].find(isBlack);
    if (start === undefined) continue;
    let [first, last] = [start, start];
    while (isBlack(first - 1) && last - first <= most) first -= 1;
    while (isBlack(last + 1) && last - first <= most) last += 1;
    if (last - first + 1 > most) {
      if (!crossing.some((other) => crosses(rule, other, rule.from + k))) continue;
      [first, last] = [Math.max(0, line - most), Math.min(way.lines - 1, line + most)];
    }
    for (let at = first; at <= last; at += 1) to[at * way.step + offset] = 255;
  }
}

/** Whether `rule` meets the pen of a rule that runs across it at `k`. */
const crosses = (rule: Rule, { at, from, to, thickness }: Rule, k: number): boolean =>
  Math.abs(at - k - 0.5) <= thickness / 2 + 1 && rule.at >= from - FRAY && rule.at <= to + FRAY;

function blank(to: Uint8Array, way: Way, bar: Rule): void {
  for (const { line, from, to: end } of bar.runs)
    for (let k = from; k < end; k += 1) to[line * way.step + k * way.along] = 255;
}
