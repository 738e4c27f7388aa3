import { describe, expect, it } from 'vitest';
import type { Layout } from '../../model/layout.ts';
import { normalize } from '../../normalizers/normalize.ts';
import { passagesOf } from './mention.ts';

function roles(text: string): readonly string[] {
  const segments = [{ start: 0, length: text.length, line: 1, column: 1 }];
  const layout: Layout = {
    source: { name: 'x.txt', sha256: '', mediaType: 'text/plain', pages: 1 },
    status: 'ok',
    reasons: [],
    tables: [],
    paragraphs: [{ text, segments, before: null }],
  };
  return passagesOf(normalize(layout)).flatMap(({ mentions }) =>
    mentions.map(({ role, direction }) => (direction === 0 ? role : `${role}${direction > 0 ? '+' : '-'}`)),
  );
}

describe('what a figure does in its sentence', () => {
  it.each([
    ['支出524.19万元，比2023年度增加9.05万元，增长1.76%。', ['amount', 'change+', 'rate+']],
    [
      '会议费支出5.65万元，上年度6.89万元，相较上年度减少1.24万元，增幅-18.03%。',
      ['amount', 'amount', 'change-', 'rate+'],
    ],
    [
      '基本支出4040.83万元，占73.09%；项目支出1487.95万元，占26.91%。',
      ['amount', 'share', 'amount', 'share'],
    ],
    ['决算数为903.12万元，完成预算100%。', ['amount', 'completion']],
    ['就业1847人，完成全年目标任务1650人的111.9%。', ['amount', 'target', 'completion']],
    ['年初预算3736.44万元，预、决算差异率47.97%。', ['amount', 'deviation']],
    ['自评得分为95.68分。', ['score']],
    ['满意度达98%。', ['indicator']],
  ])('%s', (text, expected) => expect(roles(text)).toEqual(expected));
});
