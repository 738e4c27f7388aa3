import { describe, expect, it } from 'vitest';
import { jointsOf, withoutBlankColumns } from './joints.ts';
import { linesOf } from './lines.ts';
import { rowOf } from './rows.ts';
import { glyphsOf } from './testing.ts';

const stroke = (x0: number, x1: number, y: number) => ({ x0, y0: y, x1, y1: y, width: 0.7 });

describe('jointsOf', () => {
  it('finds where strokes of a line meet end to end', () => {
    const rulings = [100, 120].flatMap((y) => [stroke(50, 98, y), stroke(98.1, 300, y), stroke(300, 500, y)]);
    expect(jointsOf(rulings, [50, 98, 500, 122]).map(Math.round)).toEqual([98, 300]);
  });
  it('finds none in whole lines, in gaps and in dashes', () => {
    expect(jointsOf([stroke(50, 500, 100)], [50, 90, 500, 110])).toEqual([]);
    expect(jointsOf([stroke(50, 98, 100), stroke(104, 500, 100)], [50, 90, 500, 110])).toEqual([]);
    const dashes = Array.from({ length: 90 }, (_, i) => stroke(50 + 5 * i, 55 + 5 * i, 100));
    expect(jointsOf(dashes, [50, 90, 500, 110])).toEqual([]);
  });
});

describe('withoutBlankColumns', () => {
  it('gives a column without texts of its own to the one whose texts run into it', () => {
    const rows = linesOf([
      ...glyphsOf('2010101', 52, 100),
      ...glyphsOf('行政运行', 130, 100),
      ...glyphsOf('201', 52, 120),
    ]).map((line) => rowOf(line));
    expect(withoutBlankColumns([50, 75, 100, 125, 250], rows)).toEqual([50, 125, 250]);
  });
});
