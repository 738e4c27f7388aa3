import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linesOf, splitAtGaps, textOfLine } from './lines.ts';
import { glyphsOf } from './testing.ts';

describe('figures printed over each other', () => {
  it('are read one by one, in pieces and in text', () => {
    const [line] = linesOf([...glyphsOf('1499254.06', 50, 100), ...glyphsOf('30202', 93, 100)]);
    if (line === undefined) throw new Error('no line');
    expect(splitAtGaps(line, 0.6).map(textOfLine)).toEqual(['1499254.06', '30202']);
    expect(textOfLine(line)).toBe('1499254.06 30202');
  });

  it('never mix their digits, wherever the second begins', () => {
    const amount = fc.integer({ min: 100_000, max: 99_999_999 }).map((n) => (n / 100).toFixed(2));
    const code = fc.integer({ min: 30_101, max: 31_299 }).map(String);
    fc.assert(
      fc.property(amount, code, fc.integer({ min: 11, max: 90 }), (first, second, over) => {
        // Where both share the phase of their digits, nothing but the order of drawing could tell them apart.
        fc.pre(over % 5 !== 0);
        const end = 50 + first.length * 5;
        const [line] = linesOf([
          ...glyphsOf(first, 50, 100),
          ...glyphsOf(second, end - Math.min(over, first.length * 5 - 1) / 10, 100),
        ]);
        expect(line === undefined ? [] : splitAtGaps(line, 0.6).map(textOfLine)).toEqual([first, second]);
      }),
    );
  });
});
