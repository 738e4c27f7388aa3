import { describe, expect, it } from 'vitest';
import { bracketedUnit, statedUnit, unitOfColumn } from './column-unit.ts';

const none = { unit: null, basis: 'unknown' } as const;
const table = { unit: '元', basis: 'table-line' } as const;

describe('column units', () => {
  it('reads what a line states', () => {
    expect(statedUnit('编制部门:某局单位:元')).toBe('元');
    expect(statedUnit('金额单位:万元')).toBe('万元');
    expect(statedUnit('部门(单位)名称')).toBeNull();
  });

  it('reads brackets only where a unit stands in them', () => {
    expect(bracketedUnit('全年预算数(万元)')).toBe('万元');
    expect(bracketedUnit('因公出国(境)费')).toBeNull();
  });

  it('prefers the own header to the table', () => {
    expect(unitOfColumn('amount', ['金额(万元)'], false, table)).toEqual({ unit: '万元', basis: 'header' });
    expect(unitOfColumn('amount', ['决算数'], false, table)).toEqual(table);
    expect(unitOfColumn('amount', ['决算数'], false, none)).toEqual(none);
  });

  it('never lends a money unit to a rate, a count or a score', () => {
    expect(unitOfColumn('rate', ['增减%'], false, table).unit).toBe('%');
    expect(unitOfColumn('rate', ['系数'], false, table).unit).toBeNull();
    expect(unitOfColumn('count', ['编制内实有人数'], false, table).unit).toBe('人');
    expect(unitOfColumn('score', ['得分'], false, table).unit).toBe('分');
    expect(unitOfColumn('target', ['指标值'], false, table).unit).toBeNull();
  });
});
