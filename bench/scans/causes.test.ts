import { expect, it } from 'vitest';
import { readingOf } from '../../fixtures/prose.ts';
import type { Report } from '../../model/report.ts';
import { toReport } from '../../pipeline/report.ts';
import { reconcile } from '../../reconcile/reconcile.ts';
import { comparedCauses } from './causes.ts';

const TITLE = '某县文化馆2024年度部门决算';

function reportOf(...sentences: readonly string[]): Report {
  const reading = readingOf([TITLE, ...sentences].join('\n'));
  return toReport(reading.layout, reading, reconcile(reading), {}, 'zh');
}

const SHARE = '2024年度支出合计80.00万元，其中：基本支出60.00万元，占65.00%；项目支出20.00万元，占25.00%。';
const codes = (findings: readonly { readonly code: string }[]) => findings.map(({ code }) => code);

it('finds the same cause again where the words around it were read a little differently', () => {
  const clean = reportOf(SHARE);
  const dirty = reportOf(SHARE.replace('基本支出', '其本支出'));
  const { same, sure, lost, added } = comparedCauses(clean, dirty);
  expect(codes(same)).toEqual(codes(clean.findings));
  expect(same.length).toBeGreaterThan(0);
  expect([sure, lost, added]).toEqual([same.length, [], []]);
});

it('tells what was lost from what was added', () => {
  const clean = reportOf(SHARE);
  const dirty = reportOf(SHARE.replace('65.00', '75.00').replace('25.00', '95.00'));
  const { same, lost, added } = comparedCauses(clean, dirty);
  expect(same).toEqual([]);
  expect(codes(lost)).toEqual(codes(clean.findings));
  expect(codes(added)).toEqual(codes(dirty.findings));
  expect(added.length).toBeGreaterThan(0);
});
