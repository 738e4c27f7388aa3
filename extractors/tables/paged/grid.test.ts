import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Ruling } from '../../../model/document.ts';
import { components } from './components.ts';
import { edgesOf } from './edges.ts';
import { type Grid, gridOf, gridsOf, type Span } from './grid.ts';
import { gridRulings } from './testing.ts';

const grids = (rulings: readonly Ruling[]): readonly Grid[] =>
  components(edgesOf(rulings)).flatMap((component) => gridOf(component) ?? []);

const byPlace = (a: Span, b: Span): number => a.row - b.row || a.column - b.column;

/** All four sides of every cell, each drawn on its own as office programs do. */
const drawn = ({ xs, ys, spans }: Grid, jitter: (i: number) => number): readonly Ruling[] =>
  spans.flatMap(({ row, column, rowSpan, columnSpan }, i) => {
    const [x0 = 0, x1 = 0] = [xs[column], xs[column + columnSpan]];
    const [y0 = 0, y1 = 0] = [ys[row], ys[row + rowSpan]];
    const d = jitter(i);
    return [
      { x0, y0: y0 + d, x1, y1: y0 + d, width: 0.5 },
      { x0, y0: y1 + d, x1, y1: y1 + d, width: 0.5 },
      { x0: x0 + d, y0, x1: x0 + d, y1, width: 0.5 },
      { x0: x1 + d, y0, x1: x1 + d, y1, width: 0.5 },
    ];
  });

/** Any grid: cells are merged one after another where a rectangle of single cells is free. */
const anyGrid: fc.Arbitrary<Grid> = fc
  .record({
    widths: fc.array(fc.integer({ min: 12, max: 90 }), { minLength: 2, maxLength: 7 }),
    heights: fc.array(fc.integer({ min: 12, max: 50 }), { minLength: 2, maxLength: 9 }),
    merges: fc.array(
      fc.tuple(fc.nat(8), fc.nat(6), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 })),
      {
        maxLength: 6,
      },
    ),
  })
  .map(({ widths, heights, merges }) => {
    const starts = (lengths: readonly number[]): readonly number[] =>
      lengths.reduce(
        (all: number[], length) => {
          all.push((all.at(-1) ?? 0) + length);
          return all;
        },
        [40],
      );
    const taken = new Set<string>();
    const spans: Span[] = [];
    for (const [row, column, rowSpan, columnSpan] of merges) {
      if (row + rowSpan > heights.length || column + columnSpan > widths.length) continue;
      const keys = Array.from({ length: rowSpan * columnSpan }, (_, i) => {
        return `${row + Math.floor(i / columnSpan)},${column + (i % columnSpan)}`;
      });
      if (keys.some((key) => taken.has(key))) continue;
      for (const key of keys) taken.add(key);
      spans.push({ row, column, rowSpan, columnSpan });
    }
    for (const row of heights.keys())
      for (const column of widths.keys())
        if (!taken.has(`${row},${column}`)) spans.push({ row, column, rowSpan: 1, columnSpan: 1 });
    return { xs: starts(widths), ys: starts(heights), spans: spans.toSorted(byPlace) };
  })
  // A boundary at which no cell begins cannot be seen.
  .filter(
    ({ xs, ys, spans }) =>
      xs.slice(0, -1).every((_, i) => spans.some((span) => span.column === i)) &&
      ys.slice(0, -1).every((_, i) => spans.some((span) => span.row === i)),
  );

describe('gridOf', () => {
  it('gives back any grid with spans that is drawn as rulings', () => {
    fc.assert(
      fc.property(anyGrid, (grid) => {
        const [found] = grids(drawn(grid, () => 0));
        expect(found?.spans.toSorted(byPlace)).toEqual(grid.spans);
        expect(found?.xs).toEqual(grid.xs);
        expect(found?.ys).toEqual(grid.ys);
      }),
    );
  });

  it('gives back the same cells when the lines are a little off', () => {
    fc.assert(
      fc.property(
        anyGrid,
        fc.array(fc.double({ min: -0.6, max: 0.6, noNaN: true }), { minLength: 1 }),
        (grid, offs) => {
          const [found] = grids(drawn(grid, (i) => offs[i % offs.length] ?? 0));
          expect(found?.spans.toSorted(byPlace)).toEqual(grid.spans);
        },
      ),
    );
  });

  it('bounds open outer columns by the ends of the horizontal lines', () => {
    const lines = [100, 120, 140].map((y) => ({ x0: 50, y0: y, x1: 350, y1: y, width: 1 }));
    const inner = [150, 250].map((x) => ({ x0: x, y0: 100, x1: x, y1: 140, width: 1 }));
    expect(grids([...lines, ...inner])[0]?.xs).toEqual([50, 150, 250, 350]);
  });

  it('finds two tables where two sets of lines do not meet', () => {
    const box = (top: number): Grid => ({
      xs: [50, 150, 250],
      ys: [top, top + 20],
      spans: [
        { row: 0, column: 0, rowSpan: 1, columnSpan: 1 },
        { row: 0, column: 1, rowSpan: 1, columnSpan: 1 },
      ],
    });
    expect(grids([...drawn(box(100), () => 0), ...drawn(box(150), () => 0)])).toHaveLength(2);
  });

  it('makes no grid of an underline or a crossing', () => {
    expect(grids([{ x0: 50, y0: 100, x1: 250, y1: 100, width: 1 }])).toEqual([]);
  });

  it('makes no grid of more cells than any page has, and keeps one beside them', () => {
    const at = Array.from({ length: 2001 }, (_, i) => 500 + 4 * i);
    const table = gridRulings([50, 150, 250], [100, 120, 140]);
    const found = gridsOf(components(edgesOf([...gridRulings(at, at), ...table])));
    expect(found.map((grid) => grid?.spans.length ?? null).toSorted()).toEqual([4, null]);
  });

  it('bounds the cells of all grids of a page together', () => {
    const fine = (left: number): readonly Ruling[] =>
      gridRulings(
        Array.from({ length: 101 }, (_, i) => left + 5 * i),
        Array.from({ length: 201 }, (_, i) => 100 + 5 * i),
      );
    const found = gridsOf(components(edgesOf([0, 1000, 2000].flatMap(fine))));
    expect(found.map((grid) => grid?.spans.length ?? 0).toSorted((a, b) => a - b)).toEqual([
      0, 20_000, 20_000,
    ]);
  });
});
