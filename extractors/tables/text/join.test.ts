import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bare, joinText, piecesOf, printedWidth } from './join.ts';

describe('joinText', () => {
  it('puts a space only between ASCII words', () => {
    expect(joinText('公务接待', '费')).toBe('公务接待费');
    expect(joinText('level', '2')).toBe('level 2');
    expect(joinText('2024年12', '月底前')).toBe('2024年12月底前');
    expect(joinText('', '费')).toBe('费');
  });
  it('loses no character', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (left, right) => {
        expect(joinText(left, right).replaceAll(' ', '')).toBe((left + right).replaceAll(' ', ''));
      }),
    );
  });
});

describe('text measures', () => {
  it('splits wrapped Chinese text but neither figures nor labels with numbers', () => {
    expect(piecesOf('水源地保护及巡查维 护费')).toEqual(['水源地保护及巡查维', '护费']);
    expect(piecesOf('指标 3: 管网组')).toEqual(['指标 3: 管网组']);
    expect(piecesOf('12, 345, 678. 90')).toEqual(['12, 345, 678. 90']);
  });
  it('counts full-width characters and quotes as one, the rest as half', () => {
    expect(printedWidth('一"二"12')).toBe(5);
  });
  it('folds and squeezes', () => {
    expect(bare('合　计 （Ａ）')).toBe('合计(A)');
  });
});
