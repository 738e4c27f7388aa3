import { describe, expect, it } from 'vitest';
import { isHeaderGhost, withoutScraps } from './ghosts.ts';
import { rowsOf, textsOf } from './testing.ts';

describe('ghosts', () => {
  it('knows a header that was read twice, but not a first row of texts', () => {
    const rest = rowsOf('甲\t>\t60\t次', '乙\t=\t12\t人', '丙\t>\t9\t个');
    const [ghost, texts, figures] = rowsOf(
      '名尔木 亻\t1日小六氵\t1日1古11',
      '甲\t定量\t万元',
      '甲\t1日小\t12',
    );
    expect(ghost !== undefined && isHeaderGhost(ghost, rest, 4)).toBe(true);
    expect(texts !== undefined && isHeaderGhost(texts, rest, 4)).toBe(false);
    expect(figures !== undefined && isHeaderGhost(figures, rest, 4)).toBe(false);
  });
  it('leaves out strewn characters and texture, never digits', () => {
    const rows = rowsOf('任务一: 甲 是 是 是 是 是 是 是\t时 支 初 年 初 年 新', '1 2 3 4 5 6 7\t完成');
    expect(withoutScraps(rows).map(textsOf)).toEqual([
      ['任务一: 甲', ''],
      ['1 2 3 4 5 6 7', '完成'],
    ]);
  });
});
