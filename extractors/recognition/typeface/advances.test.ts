import { describe, expect, it } from 'vitest';
import { advancesOf, isWider } from './advances.ts';

/** Digits of ten pixels, separators of five. */
const MEASURED = ['503,724', '86.20', '4,755,518.00', '23', '9,584.79'].map((text) => ({
  text,
  width: [...text].reduce((sum, character) => sum + (/\d/u.test(character) ? 10 : 5), 0) - 2,
}));

describe('the advances of a print', () => {
  const advances = advancesOf(MEASURED);
  it('follow from figures that are read', () => {
    expect(advances?.digit).toBeCloseTo(10);
    expect(advances?.separator).toBeCloseTo(5);
  });

  it('tell that ink is wider than what was read of it', () => {
    if (advances === null) throw new Error('no advances');
    expect(isWider({ text: '0', width: 63 }, advances)).toBe(true);
    expect(isWider({ text: '50,724', width: 63 }, advances)).toBe(false);
    expect(isWider({ text: '503,724', width: 63 }, advances)).toBe(false);
  });
});
