import { describe, expect, it } from 'vitest';
import { tableKeys } from './keys.ts';
import { read, said } from './testing.ts';

const TOTAL = `收入\t<\t支出\t<
项目\t决算数\t项目\t决算数
一、一般公共预算财政拨款收入\t90.00\t一、一般公共服务支出\t60.00
二、政府性基金预算财政拨款收入\t5.00\t八、社会保障和就业支出\t35.00
五、事业收入\t4.00\t二十三、其他支出\t3.00
八、其他收入\t1.00\t\t
本年收入合计\t100.00\t本年支出合计\t98.00
使用非财政拨款结余\t0.50\t结余分配\t0.50
年初结转和结余\t9.50\t年末结转和结余\t11.50
总计\t110.00\t总计\t110.00`;

describe('the total table', () => {
  const table = read(TOTAL, { title: '收入支出决算总表', headerRows: 2 });
  it.each([
    [2, ['income general-public', 'expenditure all 201']],
    [3, ['income government-fund', 'expenditure all 208']],
    [4, ['income.business other', 'expenditure all 229']],
    [5, ['income.other other']],
    [6, ['income all', 'expenditure all']],
    [7, ['surplus.used all', 'surplus.distributed all']],
    [8, ['opening all', 'closing all']],
    [9, ['income.grand all', 'expenditure.grand all']],
  ])('row %i', (row, expected) => expect(said(table, row)).toEqual(expected));

  it('says which way money goes, and the COFOG division of a class', () => {
    const keys = tableKeys(table);
    expect(keys.get('3,3')).toMatchObject({ direction: 'expenditure', cofog: '10' });
    expect(keys.get('8,1')).toMatchObject({ direction: 'balance' });
    expect(keys.get('4,3')).not.toHaveProperty('cofog');
  });

  it('says nothing of whose money it is where neither title nor rows do', () => {
    const bare = read('收入\t<\t支出\t<\n项目\t金额\t项目\t金额\n本年收入合计\t9.00\t本年支出合计\t9.00', {
      headerRows: 2,
    });
    expect(said(bare, 2)).toEqual(['income', 'expenditure']);
  });
});

describe('a class that is called like a budget', () => {
  it('is a class on the side of expenditure', () => {
    const table = read(
      `收入\t<\t支出\t<
项目\t金额\t项目\t金额
三、国有资本经营预算财政拨款收入\t1.00\t二十一、国有资本经营预算支出\t1.00
本年收入合计\t1.00\t本年支出合计\t1.00`,
      { title: '收入支出决算总表', headerRows: 2 },
    );
    expect(said(table, 2)).toEqual(['income state-capital', 'expenditure all 223']);
  });
});

describe('a header that was cut wrongly', () => {
  it('gives no metric to any column of its table', () => {
    const table = read(
      `科目编码\t科目名称\t本年支出合计\t\t项目支出
208\t社会保障和就业支出\t9.00\t6.00\t3.00`,
      { title: '支出决算表' },
    );
    expect(said(table, 1)).toEqual(['- 208', '- 208', '- 208']);
  });
});

describe('the fiscal table', () => {
  const table = read(
    `收入\t<\t支出\t<\t<\t<
项目\t决算数\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款
一、一般公共预算财政拨款\t90.00\t一、教育支出\t80.00\t80.00\t0.00
二、政府性基金预算财政拨款\t10.00\t二、城乡社区支出\t15.00\t5.00\t10.00
本年收入合计\t100.00\t本年支出合计\t95.00\t85.00\t10.00
年初财政拨款结转和结余\t3.00\t年末财政拨款结转和结余\t8.00\t8.00\t0.00
一般公共预算财政拨款\t3.00\t\t\t\t
总计\t103.00\t总计\t103.00\t93.00\t10.00`,
    { title: '财政拨款收入支出决算总表', headerRows: 2 },
  );
  it.each([
    [
      2,
      [
        'income general-public',
        'expenditure fiscal 205',
        'expenditure general-public 205',
        'expenditure government-fund 205',
      ],
    ],
    [4, ['income fiscal', 'expenditure fiscal', 'expenditure general-public', 'expenditure government-fund']],
    [5, ['opening fiscal', 'closing fiscal', 'closing general-public', 'closing government-fund']],
    [6, ['opening general-public']],
    [
      7,
      [
        'income.grand fiscal',
        'expenditure.grand fiscal',
        'expenditure.grand general-public',
        'expenditure.grand government-fund',
      ],
    ],
  ])('row %i', (row, expected) => expect(said(table, row)).toEqual(expected));
});

describe('tables by function', () => {
  it('income has a column for each source', () => {
    const table = read(
      `科目编码\t科目名称\t本年收入合计\t财政拨款收入\t上级补助收入\t事业收入\t其他收入
合计\t<\t9.00\t6.00\t1.00\t1.00\t1.00
20801\t人力资源和社会保障管理事务\t9.00\t6.00\t1.00\t1.00\t1.00`,
      { title: '收入决算表' },
    );
    expect(said(table, 1)).toEqual([
      'income all',
      'income fiscal',
      'income.superior other',
      'income.business other',
      'income.other other',
    ]);
    expect(said(table, 2)[1]).toBe('income fiscal 20801');
  });

  it('expenditure has one for each kind; rates and differences have only their account', () => {
    const table = read(
      `科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出\t比上年增减\t占比(%)
208\t社会保障和就业支出\t9.00\t6.00\t1.00\t1.00\t1.00\t0.50\t40.00`,
      { title: '支出决算表' },
    );
    expect(said(table, 1)).toEqual([
      'expenditure all 208',
      'basic all 208',
      'project all 208',
      'expenditure.superior all 208',
      'expenditure.operating all 208',
      '- 208',
      '- 208',
    ]);
  });

  it('a whole beside a column of what is carried over holds that too', () => {
    const table = read('合计\t基本支出\t项目支出\t结转下年资金\n9.00\t5.00\t3.00\t1.00', {
      title: '支出预算总表',
    });
    expect(said(table, 1)).toEqual(['expenditure.grand all', 'basic all', 'project all', 'closing all']);
  });

  it('a table with balances has its metric from its columns alone', () => {
    const table = read(
      `科目编码\t科目名称\t年初结转和结余\t本年收入\t本年支出\t<\t<\t年末结转和结余
^\t^\t^\t^\t小计\t基本支出\t项目支出\t^
212\t城乡社区支出\t1.00\t9.00\t8.00\t0.00\t8.00\t2.00`,
      { title: '政府性基金预算财政拨款收入支出决算表', headerRows: 2 },
    );
    expect(said(table, 2)).toEqual(
      ['opening', 'income', 'expenditure', 'basic', 'project', 'closing'].map(
        (metric) => `${metric} government-fund 212`,
      ),
    );
  });

  it('takes no code that is not that of the name beside it', () => {
    const table = read(
      `科目编码\t科目名称\t合计\t基本支出\t项目支出
2100102\t行政单位医疗\t9.00\t9.00\t0.00
2101101\t行政单位医疗\t9.00\t9.00\t0.00
2101102\t\t9.00\t9.00\t0.00`,
      { title: '一般公共预算财政拨款支出决算表' },
    );
    expect([1, 2, 3].map((row) => said(table, row)[0])).toEqual([
      '?',
      'expenditure general-public 2101101',
      'expenditure general-public 2101102',
    ]);
  });

  it('rows of several units are not those of the entity, and a code printed twice is of two', () => {
    const units = read(
      `单位名称\t科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\t经营支出
甲中心\t208\t社会保障和就业支出\t4.00\t4.00\t\t\t
乙中心\t205\t教育支出\t5.00\t5.00\t\t\t
合计\t\t\t9.00\t9.00\t\t\t`,
      { title: '支出决算表' },
    );
    expect(said(units, 1)).toEqual(['- 208', '- 208']);
    const twice = read(
      `科目编码\t科目名称\t合计\t基本支出\t项目支出
208\t社会保障和就业支出\t4.00\t4.00\t0.00
208\t社会保障和就业支出\t5.00\t5.00\t0.00`,
      { title: '一般公共预算支出表' },
    );
    expect([...said(twice, 1), ...said(twice, 2)].every((keys) => keys === '- 208')).toBe(true);
  });

  it('names the budget of its title, and none where that names two', () => {
    const rows = '科目编码\t科目名称\t合计\t基本支出\t项目支出\n208\t社会保障和就业支出\t4.00\t4.00\t0.00';
    const fund = (title: string) => said(read(rows, { title }), 1)[0];
    expect(fund('一般公共预算支出表')).toBe('expenditure general-public 208');
    expect(fund('一般公共预算和政府性基金预算支出表')).toBe('expenditure 208');
    expect(fund('专项转移支付支出表')).toBe('?');
  });
});

describe('basic expenditure by economic item', () => {
  it('three lists side by side: items are of basic expenditure, totals of personnel and public use', () => {
    const table = read(
      `人员经费\t<\t<\t公用经费\t<\t<
科目编码\t科目名称\t决算数\t科目编码\t科目名称\t决算数
301\t工资福利支出\t9.00\t302\t商品和服务支出\t4.00
30101\t基本工资\t9.00\t30201\t办公费\t4.00
303\t对个人和家庭的补助\t1.00\t\t水费\t0.50
人员经费合计\t<\t10.00\t公用经费合计\t<\t4.00`,
      { title: '一般公共预算财政拨款基本支出决算表', headerRows: 2 },
    );
    expect(said(table, 3)).toEqual(['basic general-public 30101', 'basic general-public 30201']);
    expect(said(table, 4)).toEqual(['basic general-public 303', 'basic general-public 30205']);
    expect(said(table, 5)).toEqual(['personnel general-public', 'operating general-public']);
  });

  it('a column of personnel beside the whole', () => {
    const table = read(
      `科目编码\t科目名称\t合计\t人员经费\t公用经费
301\t工资福利支出\t9.00\t9.00\t0.00
302\t商品和服务支出\t9.00\t0.00\t9.00
303\t对个人和家庭的补助\t9.00\t9.00\t0.00
\t合计\t27.00\t18.00\t9.00`,
      { title: '一般公共预算基本支出表' },
    );
    expect(said(table, 1)).toEqual([
      'basic general-public 301',
      'personnel general-public 301',
      'operating general-public 301',
    ]);
    expect(said(table, 4)).toEqual([
      'basic general-public',
      'personnel general-public',
      'operating general-public',
    ]);
  });
});

describe('budget and final account compared', () => {
  it('by source of income', () => {
    const table = read(
      `项目（按收入类别）\t年初预算数\t决算数\t差异
财政拨款收入\t9.00\t8.00\t1.00
事业收入\t2.00\t2.00\t0.00
本年收入合计\t11.00\t10.00\t1.00`,
      { title: '预决算对比情况表' },
    );
    expect(said(table, 1)).toEqual(['income fiscal', 'income fiscal', '?']);
    expect(said(table, 3)).toEqual(['income all', 'income all', '?']);
  });
  it('by class: its total is that of expenditure, that of a list of projects is not', () => {
    const classes = read(
      '功能科目编码\t项目\t预算数\t决算数\n208\t社会保障和就业支出\t2.00\t1.00\n\t合计\t2.00\t1.00',
    );
    expect(said(classes, 2)).toEqual(['expenditure', 'expenditure']);
    const projects = read('项目\t预算数\t决算数\n展厅改造\t2.00\t1.00\n合计\t2.00\t1.00', {
      title: '预决算对比',
    });
    expect(said(projects, 2)).toEqual(['?', '?']);
  });
});

describe('a total below a row of what is carried over', () => {
  it('is not that of the accounts above it', () => {
    const table = read(
      `科目编码\t科目名称\t合计\t基本支出\t项目支出
208\t社会保障和就业支出\t9.00\t9.00\t0.00
\t本年支出合计\t9.00\t9.00\t0.00
\t结转下年\t1.00\t\t
\t总计\t10.00\t\t`,
      { title: '支出预算总表' },
    );
    expect([2, 3, 4].map((row) => said(table, row)[0])).toEqual(['expenditure all', 'closing all', '?']);
  });
});
