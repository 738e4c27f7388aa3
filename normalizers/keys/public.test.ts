import { describe, expect, it } from 'vitest';
import { read, said } from './testing.ts';

describe('the three public expenses', () => {
  it('side by side, with other costs beside them', () => {
    const table = read(
      `合计\t“三公”经费\t<\t<\t<\t<\t会议费
^\t小计\t因公出国(境)费\t公务用车购置及运行维护费\t<\t公务接待费\t^
^\t^\t^\t小计\t购置费\t^\t^
30.00\t20.00\t5.00\t10.00\t4.00\t5.00\t10.00`,
      { title: '“三公”经费、会议费预算表', headerRows: 3 },
    );
    expect(said(table, 3)).toEqual([
      '?',
      'three-public',
      'three-public.abroad',
      'three-public.vehicles',
      'three-public.purchase',
      'three-public.reception',
      'meetings',
    ]);
  });
  it('in rows, parts of an item left out', () => {
    const table = read(
      `项目\t预算数\t决算数
合计\t9.00\t8.00
1.因公出国（境）费\t3.00\t3.00
2.公务接待费\t6.00\t5.00
其中：国内接待费\t6.00\t5.00
3.公务用车购置及运行费\t0.00\t0.00`,
      { title: '“三公”经费支出表' },
    );
    const rows = [1, 2, 3, 4, 5].map((row) => said(table, row)[1]);
    expect(rows).toEqual([
      'three-public',
      'three-public.abroad',
      'three-public.reception',
      '?',
      'three-public.vehicles',
    ]);
  });
  it('a row that lost its label says nothing, and the total of several units says each item', () => {
    const lost = read(
      `项目\t决算数
\t4.00
公务接待费\t6.00
因公出国(境)费\t3.00`,
      { title: '“三公”经费支出表' },
    );
    expect([said(lost, 1), said(lost, 2)]).toEqual([['?'], ['three-public.reception']]);
    const units = read(
      `单位名称\t因公出国(境)费\t公务接待费\t会议费
甲中心\t1.00\t2.00\t3.00
合计\t4.00\t5.00\t6.00`,
      { title: '“三公”经费、会议费预算表' },
    );
    expect([said(units, 1), said(units, 2)]).toEqual([
      ['?', '?', '?'],
      ['three-public.abroad', 'three-public.reception', 'meetings'],
    ]);
  });
  it('two columns that say the same of one year and phase say nothing', () => {
    const table = read(
      `合计\t因公出国(境)费\t公务接待费\t公务接待费
9.00\t3.00\t6.00\t5.00`,
      { title: '“三公”经费支出决算表' },
    );
    expect(said(table, 1)).toEqual(['three-public', 'three-public.abroad', '?', '?']);
  });
});

describe('purchases', () => {
  it('are all of them, and each kind where one row has it', () => {
    const table = read(
      `采购品目大类\t专项名称\t总计\t财政拨款
合计\t\t74.00\t4.00
一、货物A\t\t34.00\t4.00
\t办公设备购置费\t34.00\t4.00
二、服务C\t\t40.00\t0.00`,
      { title: '政府采购预算表' },
    );
    expect([1, 2, 3, 4].map((row) => said(table, row))).toEqual([
      ['procurement', '?'],
      ['procurement.goods', '?'],
      ['?', '?'],
      ['procurement.services', '?'],
    ]);
  });
});
