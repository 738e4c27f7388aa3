import type { PixelBox, Raster } from '../../../model/raster.ts';
import { isSeparator } from './advances.ts';
import { inkOf, type Template, type Typeface } from './templates.ts';

/** The characters that the ink of a figure is most like. */
export interface Match {
  readonly text: string;
  /** By how much less like it the next best digit is, where that is least, as a part of the digit's own ink. */
  readonly margin: number;
  /** The parts of all ink that no character explains: from the first to the last of them, left and right of them. */
  readonly strange: { readonly inside: number; readonly left: number; readonly right: number };
}

/** Setting a character costs this part of its own ink, so that dirt is left alone. */
const SETTING = 0.1;
/** A character may stand so many pixels higher or lower, another in its place so many aside. */
const SHIFT = 1;

interface Area {
  readonly ink: Float32Array;
  readonly width: number;
  readonly height: number;
  /** Σ ink² of the columns before each column. */
  readonly before: readonly number[];
}

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly template: Template | null;
}

/**
 * Reads the ink of a figure with the characters of its typeface: those that, set one after the other, leave the least of it
 * unexplained (dynamic programming over the columns of pixels, where a column without a character counts with all its ink).
 * `null` where it is as if nothing were printed.
 * @param page in gray, without rulings
 */
export function matched(page: Raster, ink: PixelBox, typeface: Typeface): Match | null {
  const area = areaOf(page, ink, typeface);
  const set = bestSetting(area, typeface.templates);
  const [first, last] = [set[0], set.at(-1)];
  if (first === undefined || last === undefined) return null;
  const margins = set.flatMap(({ from, template }) => {
    if (isSeparator(template.character)) return [];
    const others = typeface.templates.filter(
      (other) => other !== template && !isSeparator(other.character) && other.width === template.width,
    );
    const next = others.flatMap((other) =>
      [-SHIFT, 0, SHIFT].map((shift) => costOf(area, from + shift, other)),
    );
    return [(Math.min(...next) - costOf(area, from, template)) / template.energy];
  });
  const [start, end] = [first.from, last.from + last.template.width];
  const explained = set.reduce((sum, { from, template }) => sum + costOf(area, from, template), 0);
  const within = set.reduce((sum, { from, template }) => sum + inkIn(area, from, from + template.width), 0);
  const all = inkIn(area, 0, area.width);
  const part = (ink: number): number => (all === 0 ? 0 : Math.max(0, ink) / all);
  return {
    text: set.map(({ template }) => template.character).join(''),
    margin: Math.min(1, ...margins),
    strange: {
      inside: part(inkIn(area, start, end) - within + explained),
      left: part(inkIn(area, 0, start)),
      right: part(inkIn(area, end, area.width)),
    },
  };
}

function areaOf(page: Raster, ink: PixelBox, { rise, height, advances }: Typeface): Area {
  // A 1 at an end has as much white beside it as its advance needs.
  const pad = Math.ceil(advances.digit / 2);
  const [left, right, top] = [ink.left - pad, ink.right + pad, ink.top - rise];
  const area = inkOf(page, { left, top: top - SHIFT, right, bottom: top + height + SHIFT });
  const width = right - left;
  const before = [0];
  for (let x = 0; x < width; x += 1) {
    let sum = before[x] ?? 0;
    for (let y = SHIFT; y < height + SHIFT; y += 1) sum += (area[y * width + x] ?? 0) ** 2;
    before.push(sum);
  }
  return { ink: area, width, height, before };
}

const inkIn = ({ before }: Area, from: number, to: number): number => (before[to] ?? 0) - (before[from] ?? 0);

/** Σ (ink − template)² with the template at a column, as high as it fits best; infinite beyond the area. */
function costOf(area: Area, from: number, template: Template): number {
  const { width, energy, data } = template;
  if (from < 0 || from + width > area.width) return Number.POSITIVE_INFINITY;
  let likest = Number.NEGATIVE_INFINITY;
  for (let dy = 0; dy <= 2 * SHIFT; dy += 1) {
    let sum = 0;
    for (let y = 0; y < area.height; y += 1) {
      const row = (y + dy) * area.width + from;
      for (let x = 0; x < width; x += 1) sum += (area.ink[row + x] ?? 0) * (data[y * width + x] ?? 0);
    }
    likest = Math.max(likest, sum);
  }
  return inkIn(area, from, from + width) - 2 * likest + energy;
}

function bestSetting(
  area: Area,
  templates: readonly Template[],
): readonly { readonly from: number; readonly template: Template }[] {
  const steps: Step[] = [{ cost: 0, from: 0, template: null }];
  for (let x = 1; x <= area.width; x += 1) {
    let best: Step = {
      cost: (steps[x - 1]?.cost ?? 0) + inkIn(area, x - 1, x),
      from: x - 1,
      template: null,
    };
    for (const template of templates) {
      const from = x - template.width;
      const start = steps[from];
      if (start === undefined) continue;
      const cost = start.cost + costOf(area, from, template) + SETTING * template.energy;
      if (cost < best.cost) best = { cost, from, template };
    }
    steps.push(best);
  }
  const set: { from: number; template: Template }[] = [];
  for (let x = area.width; x > 0; ) {
    const step = steps[x];
    if (step === undefined) break;
    if (step.template !== null) set.unshift({ from: step.from, template: step.template });
    x = step.from;
  }
  return set;
}
