import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from '../../../model/place.ts';
import type { Turn } from '../../../model/turn.ts';
import { glyphsOf } from './testing.ts';
import { upright, uprightBox } from './upright.ts';

const length = fc.integer({ min: 1, max: 800 });
const box = fc
  .tuple(length, length, length, length)
  .map(([x, y, width, height]): Box => [x, y, x + width, y + height]);

test('a box that is turned and turned back is where it was', () => {
  fc.assert(
    fc.property(box, fc.constantFrom<Turn>(90, 180, 270), (own, turn) => {
      const back = turn === 180 ? 180 : turn === 90 ? 270 : 90;
      const turned = uprightBox(own, turn);
      expect(uprightBox(turned, back)).toEqual(own);
      expect(turned[0]).toBeLessThan(turned[2]);
      expect(turned[1]).toBeLessThan(turned[3]);
    }),
  );
});

test('two quarter turns are a half one', () => {
  fc.assert(
    fc.property(box, (own) => {
      expect(uprightBox(uprightBox(own, 90), 90)).toEqual(uprightBox(own, 180));
    }),
  );
});

test('glyphs of a text that runs down the page stand on one line, the topmost first', () => {
  const down = glyphsOf('甲乙', 50, 100).map((glyph, i) => ({
    ...glyph,
    x0: 50,
    x1: 60,
    y0: 10 * i,
    y1: 10 * i + 9,
  }));
  expect(upright(down, 90)).toMatchObject([
    { text: '甲', x0: 0, x1: 9, baseline: -50 },
    { text: '乙', x0: 10, x1: 19, baseline: -50 },
  ]);
});
