import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flatten, squeeze } from './flat.ts';

describe('flat text', () => {
  it('folds full-width forms and drops the spaces between Chinese characters', () => {
    expect(flatten('增 长 ２２．３３％（项）').text).toBe('增长22.33%(项)');
  });
  it('keeps one space between two figures, so that they are never glued together', () => {
    expect(flatten('49  100%').text).toBe('49 100%');
  });
  it('knows where every character came from', () => {
    const original = '支出 5528. 78 万元';
    const { text, at } = flatten(original);
    expect(text).toBe('支出5528. 78万元');
    expect(original.slice(at[text.indexOf('5')], at[text.indexOf('万')]).trim()).toBe('5528. 78');
  });
  it('maps monotonically and covers the original, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (original) => {
        const { text, at } = flatten(original);
        expect(at).toHaveLength(text.length + 1);
        expect(at.every((offset, i) => i === 0 || offset >= (at[i - 1] ?? 0))).toBe(true);
      }),
    );
  });
  it('squeezes labels to what is compared', () =>
    expect(squeeze('**公务 用车**（购置）')).toBe('公务用车(购置)'));
});
