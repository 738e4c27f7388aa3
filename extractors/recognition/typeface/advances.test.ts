import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advancesOf } from './advances.ts';

/** Ink widths of texts in a typeface, the white beside the first and last character left out. */
const measured = (texts: readonly string[], digit: number, separator: number, bearing: number) =>
  texts.map((text) => {
    const separators = [...text].filter((c) => c === '.' || c === ',').length;
    return { text, width: (text.length - separators) * digit + separators * separator - 2 * bearing };
  });

describe('advancesOf', () => {
  it('finds the advances of any typeface again', () => {
    const texts = ['2', '35', '0.66', '2,507.83', '369.52', '8,273,736.78', '4', '60'];
    const pixels = fc.double({ min: 8, max: 40, noNaN: true });
    fc.assert(
      fc.property(pixels, fc.double({ min: 0.3, max: 1.1, noNaN: true }), (digit, part) => {
        const found = advancesOf(measured(texts, digit, part * digit, 0.1 * digit));
        expect(found?.digit).toBeCloseTo(digit, 6);
        expect(found?.separator).toBeCloseTo(part * digit, 6);
        expect(found?.bearing).toBeCloseTo(0.1 * digit, 6);
      }),
    );
  });

  it('finds none where figures are few, of one length, or not of one typeface', () => {
    expect(advancesOf(measured(['2', '35', '660'], 12, 6, 1))).toBeNull();
    expect(advancesOf(measured(['21', '35', '66', '47', '52'], 12, 6, 1))).toBeNull();
    const [small, large] = [measured(['2', '35', '660'], 8, 4, 1), measured(['22', '350', '4'], 24, 12, 2)];
    expect(advancesOf([...small, ...large])).toBeNull();
  });
});
