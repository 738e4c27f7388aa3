import { describe, expect, it } from 'vitest';
import { makeTable } from '../../fixtures/tables/make.ts';
import { readTable } from '../../normalizers/table/read.ts';
import { viewOf } from '../rules/tables/view.ts';
import { discoveredColumns } from './columns.ts';

const found = (text: string) =>
  discoveredColumns(viewOf(readTable(makeTable(text), { fallbackUnit: '元' })), []).map(
    ({ draft }) => `${draft.stated?.id} ${draft.verdict}`,
  );

describe('discovery in columns', () => {
  it('takes what most rows bear out for the law of the table', () => {
    const rows = [1, 2, 3, 4, 5].map((n) => `项${n}\t${n * 17}\t${n * n + 3}\t${n * 17 + n * n + 3}`);
    expect(found(`项目\t本金\t利息\t应付\n${rows.join('\n')}`)).toHaveLength(5);
    expect(
      found(`项目\t本金\t利息\t应付\n${rows.join('\n')}\n项6\t11\t12\t99`).filter((line) =>
        line.endsWith('inconsistent'),
      ),
    ).toHaveLength(1);
  });

  it('does not believe in three rows of which one fails', () => {
    expect(found('项目\t甲\t乙\t丙\n一\t3\t4\t7\n二\t5\t6\t11\n三\t8\t9\t99')).toEqual([]);
  });

  it('finds no law in zeros', () => {
    expect(found('项目\t甲\t乙\t丙\n一\t5\t5\t0\n二\t6\t6\t0\n三\t7\t7\t0\n四\t8\t8\t0')).toEqual([]);
  });

  it('finds the quotient behind a rate', () => {
    const text =
      '项目\t到位\t应到\t到位率\n一\t30.00\t40.00\t75.00%\n二\t21.00\t60.00\t35.00%\n三\t18.00\t90.00\t20.00%\n四\t11.00\t44.00\t25.00%';
    expect(found(text)).toHaveLength(4);
  });
});
