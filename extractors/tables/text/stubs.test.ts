import { describe, expect, it } from 'vitest';
import { stubColumns } from './stubs.ts';
import { rowsOf } from './testing.ts';

describe('stubColumns', () => {
  it('finds the label columns of an indicator grid and what stands beside it', () => {
    const head = rowsOf('年度目标\t一级指标\t二级指标\t三级指标\t完成值');
    expect(stubColumns(head, [], 5).map(({ kind }) => kind)).toEqual(['side', 'first-level', 'second-level']);
  });
  it('finds labels of row groups, but leaves codes that a total lacks', () => {
    const head = rowsOf('项目名称\t指标\t完成值');
    expect(stubColumns(head, rowsOf('甲项目\t场次\t1', '\t人数\t2'), 3)).toEqual([
      { column: 0, kind: 'group' },
    ]);
    expect(stubColumns(rowsOf('编码\t项目\t金额'), rowsOf('201\t水费\t1', '\t合计\t1'), 3)).toEqual([]);
    expect(stubColumns(head, rowsOf('甲项目\t场次\t1', '\t合计\t2'), 3)).toEqual([]);
  });
  it('takes vertical print for a label beside the rows', () => {
    const rows = rowsOf(
      '\t场次甲\t1',
      '绩效\t场次乙\t1',
      '目标\t场次丙\t1',
      '计划\t场次丁\t1',
      '\t场次戊\t1',
      '\t场次己\t1',
    );
    expect(stubColumns(rowsOf('类型\t指标\t完成值'), rows, 3)).toEqual([{ column: 0, kind: 'side' }]);
  });
});
