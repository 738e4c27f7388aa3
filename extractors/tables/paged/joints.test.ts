import { describe, expect, it } from 'vitest';
import { jointsOf, withEnds, withoutBlankColumns } from './joints.ts';
import { rowsOf } from './rows.ts';
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
    const rows = rowsOf([
      ...glyphsOf('2010101', 52, 100),
      ...glyphsOf('行政运行', 130, 100),
      ...glyphsOf('201', 52, 120),
    ]);
    expect(withoutBlankColumns([50, 75, 100, 125, 250], rows)).toEqual([50, 125, 250]);
  });
});

describe('withEnds', () => {
  const rows = rowsOf(
    [120, 140, 160].flatMap((y) => [...glyphsOf('201', 52, y), ...glyphsOf('行政运行', 102, y)]),
  );
  const ends = (...strokes: ReturnType<typeof stroke>[]): readonly number[] =>
    withEnds([50, 200, 300], rows, strokes, [80, 170]);

  it('takes the end of a line that begins at an edge, or that two lines share, with texts beside it', () => {
    expect(ends(stroke(50, 98, 100))).toEqual([50, 98, 200, 300]);
    expect(ends(stroke(70, 98, 100), stroke(75, 98, 110))).toEqual([50, 98, 200, 300]);
  });
  it('takes no end of an underline, none across texts, none without texts on both sides, no joint', () => {
    expect(ends(stroke(70, 98, 100))).toEqual([50, 200, 300]);
    expect(ends(stroke(50, 118, 100))).toEqual([50, 200, 300]);
    expect(ends(stroke(50, 180, 100))).toEqual([50, 200, 300]);
    expect(ends(stroke(50, 98, 100), stroke(98, 200, 100))).toEqual([50, 200, 300]);
  });
});
