import { describe, expect, it } from 'vitest';
import { spelledAt } from './spelled.ts';

const read = (text: string, quoted = false): string | null => {
  const found = spelledAt(text, 0, quoted);
  return found === null
    ? null
    : `${found.quantity.value.toFixed()}${found.quantity.unit}|${text.slice(found.end)}`;
};

describe('quantities in words', () => {
  it('are large amounts, and small counts before a measure word', () => {
    expect(read('一千二百万元')).toBe('12000000元|');
    expect(read('三个事业单位')).toBe('3个|事业单位');
    expect(read('十三项任务')).toBe('13项|任务');
    expect(read('五大类用车')).toBe('5类|用车');
    expect(read('五大特色品牌')).toBe('5个|特色品牌');
  });

  it('are as long as numerals can be, and no longer', () => {
    const longest = '九千九百九十九亿九千九百九十九万九千九百九十九';
    expect(read(`${longest}元`)).toBe('999999999999元|');
    expect(read(`${'一万'.repeat(100_000)}元`)).toBeNull();
  });

  it('are no names, ordinals or idioms', () => {
    for (const text of ['一个项目', '八项规定', '二类建筑', '两个维护', '五大于四', '三支一扶', '四条意见'])
      expect(read(text)).toBeNull();
  });

  it('are part of a name inside of quotation marks, but amounts are not', () => {
    expect(read('十大民生实事', true)).toBeNull();
    expect(read('三个办法', true)).toBeNull();
    expect(read('三十万元', true)).toBe('300000元|');
  });
});
