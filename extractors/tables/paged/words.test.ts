import { describe, expect, it } from 'vitest';
import {
  isCaption,
  isContinuationMark,
  isFormLine,
  isUnitLine,
  namesTable,
  withoutContinuation,
} from './words.ts';

describe('lines about a table', () => {
  it.each([
    '收入支出决算总表',
    '2024年部门收入预算总表（续）',
    '附件2 项目支出绩效自评表',
    '“三公”经费支出决算表',
  ])('names a table: %s', (text) => expect(namesTable(text)).toBe(true));
  it.each(['单位：万元', '公开01表', '具体情况见下表', '本表反映收支情况，详见附表', '部门：某局'])(
    'names none: %s',
    (text) => expect(namesTable(text)).toBe(false),
  );
  it('knows lines that state a unit, and other lines of a form', () => {
    expect(isUnitLine('金额单位：万元')).toBe(true);
    expect(isUnitLine('编制单位：某中心')).toBe(false);
    expect(isFormLine('编制单位：某中心')).toBe(true);
    expect(isFormLine('公开01表')).toBe(true);
  });
  it('knows captions and marks of continuation', () => {
    expect(isCaption('表 5：支出决算表')).toBe(true);
    expect(isCaption('表中数据为四舍五入')).toBe(false);
    expect(isContinuationMark('续表')).toBe(true);
    expect(isContinuationMark('（续）')).toBe(true);
    expect(withoutContinuation('支出决算表（续）')).toBe('支出决算表');
  });
});
