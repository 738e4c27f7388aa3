import { describe, expect, it } from 'vitest';
import { runsOf } from './runs.ts';
import { sheetOf } from './sheet.ts';
import { glyphsOf, pageOf } from './testing.ts';

const texts = (runs: ReturnType<typeof runsOf>): readonly string[] =>
  runs.map((run) => run.map((glyph) => glyph.text).join(''));

describe('runsOf', () => {
  it('parts what is drawn apart, on another line or with another spacing', () => {
    const glyphs = [...glyphsOf('收入', 0, 10), ...glyphsOf('80.5', 40, 10), ...glyphsOf('支出', 60, 30)];
    expect(texts(runsOf(glyphs))).toEqual(['收入', '80.5', '支出']);
  });
  it('parts amounts that touch', () => {
    expect(texts(runsOf(glyphsOf('43.1343.130.00', 0, 10)))).toEqual(['43.13', '43.13', '0.00']);
  });
  it('keeps an amount together that is printed with blanks, though a code is printed over its end', () => {
    const glyphs = [...glyphsOf('1, 382, 349. 12', 0, 10), ...glyphsOf('30201', 68, 10)];
    expect(texts(runsOf(glyphs))).toEqual(['1,382,349.12', '30201']);
  });
  it.each([
    ['1. 20.5', ['1.', '20.5']],
    ['12, 34', ['12,', '34']],
    ['2023. 125', ['2023.', '125']],
  ])('parts what is no amount with blanks: %s', (printed, expected) => {
    expect(texts(runsOf(glyphsOf(printed, 0, 10)))).toEqual(expected);
  });
});

describe('sheetOf', () => {
  const grid = {
    xs: [0, 40, 80],
    ys: [0, 20],
    spans: [0, 1].map((column) => ({ row: 0, column, rowSpan: 1, columnSpan: 1 })),
  };
  const cells = (...glyphs: readonly ReturnType<typeof glyphsOf>[]): readonly string[] =>
    sheetOf(pageOf(1, glyphs.flat()), grid, glyphs.flat()).cells.map((cell) => cell.text);

  it('keeps the digits of a figure together that juts into the next cell', () => {
    expect(cells(glyphsOf('682700.00', 2, 14), glyphsOf('68.27', 53, 14))).toEqual(['682700.00', '68.27']);
  });
  it('keeps an amount with blanks in its cell whose decimals are printed over the next one', () => {
    expect(cells(glyphsOf('12, 345. 67', 2, 14), glyphsOf('302', 48, 14))).toEqual(['12, 345. 67', '302']);
  });
  it('lets words run on over an empty cell, and parts them at an edge where both cells are filled', () => {
    expect(cells(glyphsOf('机关运行经费', 2, 14))).toEqual(['机关运行经费', '']);
    expect(cells(glyphsOf('机关运行经费类', 2, 14), glyphsOf('1', 75, 14))).toEqual(['机关运行', '经费类1']);
  });
});
