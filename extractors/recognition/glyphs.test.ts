import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { glyphsOfFigure, glyphsOfLine } from './glyphs.ts';
import type { RecognizedWord } from './recognizer.ts';

const word = (text: string, boxes: readonly (readonly [number, number])[]): RecognizedWord => ({
  symbols: [...text].map((character, i) => ({
    text: character,
    box: [boxes[i]?.[0] ?? 0, 10, boxes[i]?.[1] ?? 0, 30],
    confidence: 1,
  })),
  box: [boxes[0]?.[0] ?? 0, 8, boxes.at(-1)?.[1] ?? 0, 32],
  confidence: 1,
});

describe('glyphsOfLine', () => {
  it('keeps the order of the characters and prints none over another, wherever the engine put them', () => {
    const boxes = fc.array(fc.tuple(fc.integer({ min: 0, max: 600 }), fc.integer({ min: 1, max: 60 })), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(boxes, (all) => {
        const text = '一般公共预算支出'.slice(0, all.length);
        const glyphs = glyphsOfLine(
          [
            word(
              text,
              all.map(([x, w]) => [x, x + w]),
            ),
          ],
          200,
        );
        expect(glyphs.map((glyph) => glyph.text).join('')).toBe(text);
        for (const [i, { x0, x1 }] of glyphs.entries()) {
          expect(x1).toBeGreaterThan(x0);
          expect(x0).toBeGreaterThanOrEqual((glyphs[i - 1]?.x1 ?? Number.NEGATIVE_INFINITY) - 1e-9);
        }
      }),
    );
  });

  it('gives boxes in points and lets the digits of a word touch', () => {
    const [first, second] = glyphsOfLine(
      [
        word('12', [
          [100, 110],
          [120, 130],
        ]),
      ],
      144,
    );
    expect([first?.y0, first?.y1]).toEqual([4, 16]);
    expect(first?.x1).toBeCloseTo(second?.x0 ?? 0, 9);
  });

  it('reads a colon behind 单位, where commas and points are never printed', () => {
    const boxes = [0, 1, 2, 3].map((i) => [20 * i, 20 * i + 18] as const);
    expect(
      glyphsOfLine([word('单位，元', boxes)], 200)
        .map(({ text }) => text)
        .join(''),
    ).toBe('单位：元');
    expect(
      glyphsOfLine([word('职工，元', boxes)], 200)
        .map(({ text }) => text)
        .join(''),
    ).toBe('职工，元');
  });
});

describe('glyphsOfFigure', () => {
  it('fills the ink of the figure from side to side', () => {
    const glyphs = glyphsOfFigure('1,204.50', { left: 100, top: 20, right: 180, bottom: 40 }, 72);
    expect(glyphs.map(({ text }) => text).join('')).toBe('1,204.50');
    expect(glyphs[0]?.x0).toBe(100);
    expect(glyphs.at(-1)?.x1).toBeCloseTo(180, 9);
  });
});
