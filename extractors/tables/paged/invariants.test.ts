import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Glyph, GlyphPage, Ruling } from '../../../model/document.ts';
import type { Cell, Table } from '../../../model/layout.ts';
import { layoutPages } from './layout.ts';
import { sheetsOf } from './sheets.ts';
import { glyphsOf, gridRulings, pageOf } from './testing.ts';

const STYLES = [
  'ruled',
  'open sides',
  'columns only',
  'horizontals only',
  'three lines',
  'none',
  'striped',
] as const;
const [LEFT, TOP, HEIGHT] = [50, 120, 20];

const text = fc.oneof(
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 9_999_999 }).map((n) => (n / 100).toFixed(2)) },
  { weight: 2, arbitrary: fc.stringMatching(/^[一-龥]{1,8}$/) },
  { weight: 1, arbitrary: fc.constantFrom('', '', '合计', '201', '2010101', '—', '注：以上为万元。') },
);

const drawn = fc
  .record({
    style: fc.constantFrom(...STYLES),
    widths: fc.array(fc.integer({ min: 30, max: 110 }), { minLength: 2, maxLength: 6 }),
    rows: fc.integer({ min: 2, max: 14 }),
    gaps: fc.array(fc.nat(), { maxLength: 6 }),
  })
  .chain(({ widths, rows, ...rest }) =>
    fc.record({
      style: fc.constant(rest.style),
      gaps: fc.constant(rest.gaps),
      widths: fc.constant(widths),
      rows: fc.constant(rows),
      texts: fc.array(text, { minLength: rows * widths.length, maxLength: rows * widths.length }),
      free: fc.array(fc.tuple(text, fc.integer({ min: 20, max: 560 }), fc.integer({ min: 20, max: 780 })), {
        maxLength: 6,
      }),
    }),
  );
type Drawn = Parameters<Parameters<typeof drawn.map>[0]>[0];

function offsets(start: number, widths: readonly number[]): readonly number[] {
  const all = [start];
  for (const width of widths) all.push((all.at(-1) ?? start) + width);
  return all;
}

function rulingsOf({ style, widths, rows, gaps }: Drawn): readonly Ruling[] {
  const xs = offsets(LEFT, widths);
  const ys = Array.from({ length: rows + 1 }, (_, i) => TOP + HEIGHT * i);
  const all = gridRulings(xs, ys);
  const horizontal = all.filter(({ y0, y1 }) => y0 === y1);
  const vertical = all.filter(({ x0, x1 }) => x0 === x1);
  // Every so many a line is missing, as where cells are merged.
  const broken = (lines: readonly Ruling[]) => lines.filter((_, i) => !gaps.includes(i + 2));
  switch (style) {
    case 'ruled':
      return [...broken(horizontal), ...broken(vertical)];
    case 'open sides':
      return [...horizontal, ...vertical.slice(1, -1)];
    case 'columns only':
      return [...horizontal.slice(0, 2), ...horizontal.slice(-1), ...vertical];
    case 'horizontals only':
      return broken(horizontal);
    case 'three lines':
      return [...horizontal.slice(0, 2), ...horizontal.slice(-1)];
    case 'striped':
      return all.map((ruling) => ({ ...ruling, width: 0 }));
    case 'none':
      return [];
  }
}

/** A page with one table drawn in one of the styles, and texts anywhere, over the table too. */
function pageWith(table: Drawn, number = 1): GlyphPage {
  const xs = offsets(LEFT, table.widths);
  const inside = table.texts.flatMap((content, i) => {
    const [row, column] = [Math.floor(i / table.widths.length), i % table.widths.length];
    return glyphsOf(content, (xs[column] ?? 0) + 2, TOP + HEIGHT * row + 14, 9);
  });
  const free = table.free.flatMap(([content, x, y]) => glyphsOf(content, x, y));
  return pageOf(number, [...inside, ...free], rulingsOf(table));
}

const characters = (texts: readonly string[]): string =>
  Array.from(texts.join('').replace(/\s/gu, '')).toSorted().join('');
const printed = (glyphs: Iterable<Glyph>): string => characters(Array.from(glyphs, (glyph) => glyph.text));

/** How often every place of the grid is covered by a cell. */
function covered(cells: readonly Cell[], rows: number, columns: number): readonly number[] {
  const counts = Array.from({ length: rows * columns }, () => 0);
  for (const cell of cells)
    for (let r = cell.row; r < cell.row + cell.rowSpan; r += 1)
      for (let c = cell.column; c < cell.column + cell.columnSpan; c += 1) {
        expect(r < rows && c < columns).toBe(true);
        counts[r * columns + c] = (counts[r * columns + c] ?? 0) + 1;
      }
  return counts;
}

const tiles = ({ cells, rows, columns }: Pick<Table, 'cells' | 'rows' | 'columns'>): boolean =>
  covered(cells, rows, columns).every((count) => count === 1);

describe('on any page, whatever is drawn and printed over it', () => {
  it('no glyph is in two cells, none is lost inside the cells of a table, and spans tile the grid', () => {
    const found = new Map<string, number>();
    fc.assert(
      fc.property(drawn, (table) => {
        const page = pageWith(table);
        const taken = new Set<Glyph>();
        for (const sheet of sheetsOf(page)) {
          found.set(table.style, (found.get(table.style) ?? 0) + 1);
          expect(tiles(sheet)).toBe(true);
          expect(characters(sheet.cells.map((cell) => cell.text))).toBe(printed(sheet.glyphs));
          for (const glyph of sheet.glyphs) {
            expect(taken.has(glyph)).toBe(false);
            taken.add(glyph);
          }
          const [x0, y0, x1, y1] = sheet.box;
          const inside = page.glyphs.filter((g) => {
            const [x, y] = [(g.x0 + g.x1) / 2, (g.y0 + g.y1) / 2];
            return x > x0 && x < x1 && y > y0 && y < y1;
          });
          expect(inside.filter((glyph) => !taken.has(glyph))).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
    // What holds for no table at all would say nothing.
    expect([...found.keys()].toSorted()).toEqual(STYLES.toSorted());
  });

  it('all that is printed comes out once, and stitched tables are tiled too', () => {
    fc.assert(
      fc.property(fc.array(drawn, { minLength: 1, maxLength: 3 }), (tables) => {
        const pages = tables.map((table, i) => pageWith(table, i + 1));
        const layout = layoutPages(pages);
        for (const table of layout.tables) expect(tiles(table)).toBe(true);
        const inParts = layout.tables.flatMap(({ parts }) =>
          parts.flatMap((part) => ('page' in part ? part.cells.map(({ text: own }) => own) : [])),
        );
        const out = characters([...inParts, ...layout.paragraphs.map((paragraph) => paragraph.text)]);
        const all = printed(pages.flatMap(({ glyphs }) => glyphs));
        // Running lines are neither.
        if (pages.length === 1) expect(out).toBe(all);
        else expect(out.length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 150 },
    );
  });
});
