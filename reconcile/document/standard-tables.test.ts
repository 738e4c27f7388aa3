import { describe, expect, it } from 'vitest';
import { STANDARD_TABLES } from './standard-tables.ts';

const named = (title: string): readonly string[] =>
  STANDARD_TABLES.filter(({ words }) => words.test(title)).map(({ kind }) => kind);

describe('titles of the tables that every set has', () => {
  it.each([
    ['收入支出决算总表', 'total'],
    ['2024年部门财务收支预算总表', 'total'],
    ['部门收支总体情况表', 'total'],
    ['收入决算表', 'income'],
    ['公开02表:收入预算总表', 'income'],
    ['部门收入总体情况表', 'income'],
    ['支出决算表', 'expenditure'],
    ['2024年部门支出预算总表', 'expenditure'],
    ['部门支出总表', 'expenditure'],
    ['财政拨款收入支出决算总表', 'fiscal'],
    ['四、财政拨款收支预算总表', 'fiscal'],
    ['财政拨款收支总体情况表', 'fiscal'],
    ['一般公共预算财政拨款支出决算表', 'general-budget'],
    ['一般公共预算支出功能分类预算表', 'general-budget'],
    ['一般公共预算支出情况表', 'general-budget'],
    ['财政拨款支出预算表', 'general-budget'],
    ['一般公共预算财政拨款基本支出决算明细表', 'basic'],
    ['一般公共预算基本支出部门预算经济分类预算表', 'basic'],
    ['财政拨款"三公"经费支出决算表', 'three-public'],
    ['"三公"经费、会议费、培训费支出预算表', 'three-public'],
  ])('%s is %s', (title, kind) => expect(named(title)).toContain(kind));

  it.each([
    '政府性基金预算财政拨款收入支出决算表',
    '国有资本经营预算支出表',
    '项目支出绩效自评表',
    '政府采购支出预算表',
    '机关运行经费支出表',
    '部门人均资产情况表',
  ])('%s is none of them', (title) =>
    // A looser name may pass for more than it is, which only keeps a rule silent; these must pass for no total.
    expect(named(title).filter((kind) => kind !== 'general-budget')).toEqual([]),
  );
});
