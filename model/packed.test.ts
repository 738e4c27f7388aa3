import fc from 'fast-check';
import { expect, test } from 'vitest';
import { charactersOf, packed, unpacked } from './packed.ts';

const number = fc.double({ noNaN: true, noDefaultInfinity: true });
const glyph = fc.record({
  text: fc.string({ unit: 'grapheme', maxLength: 3 }),
  x0: number,
  y0: number,
  x1: number,
  y1: number,
  baseline: number,
  size: number,
  font: fc.constantFrom('宋体', 'f1', 'f2'),
});
const turned = fc.tuple(glyph, fc.constantFrom(undefined, 90 as const, 270 as const));
const ruling = fc.record({ x0: number, y0: number, x1: number, y1: number, width: number });

test('a page comes out of its packing as it went in', () => {
  fc.assert(
    fc.property(fc.array(turned), fc.array(ruling), (marks, rulings) => {
      const glyphs = marks.map(([mark, turn]) => ({ ...mark, ...(turn !== undefined && { turn }) }));
      const page = {
        kind: 'glyphs',
        number: 3,
        width: 595,
        height: 842,
        glyphs,
        rulings,
        images: [],
      } as const;
      const packedPage = packed(page);
      expect(unpacked(packedPage)).toEqual(page);
      expect([...charactersOf(packedPage)]).toEqual(glyphs.map(({ text, font }) => ({ text, font })));
    }),
  );
});
