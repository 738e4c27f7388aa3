import { describe, expect, it } from 'vitest';
import { textFormat } from '../extractors/formats/text/format.ts';
import { layoutDocument } from '../extractors/layout.ts';
import type { Layout } from '../model/layout.ts';
import { normalize } from '../normalizers/normalize.ts';
import { reconcile } from '../reconcile/reconcile.ts';
import { DOCUMENT_RULES } from '../reconcile/rules/document/index.ts';

async function layoutOf(report: string): Promise<Layout> {
  const bytes = new TextEncoder().encode(report);
  const source = { name: 'example.txt', path: 'example.txt', sha256: '', bytes };
  const read = await textFormat.read(source, { maxLineBytes: 1 << 20, maxPages: 100 });
  if (!read.ok) throw new Error(read.reason.message);
  return layoutDocument(read.value);
}

const told = (layout: Layout): readonly string[] =>
  reconcile(normalize(layout), DOCUMENT_RULES).findings.map(({ code, quote }) => `${code} ${quote}`);

describe('what a report is told to lack', () => {
  it.each(DOCUMENT_RULES.flatMap(({ code, fires }) => fires.map((report) => [code, report] as const)))(
    'is nothing where it was read in part (%s)',
    async (_, report) => {
      expect(told({ ...(await layoutOf(report)), status: 'partial' })).toEqual([]);
    },
  );

  it.each([
    [
      'a blank template',
      'XX局20XX年度部门决算\n第一部分 概况\n第二部分 决算情况说明\n20XX年度收入总计XX万元。\n收入决算表\n单位：万元\n科目编码\t科目名称\t本年收入合计\t财政拨款收入\n合计\t\t\t\n\n第三部分 名词解释\n一、财政拨款收入：指财政拨款。\n',
    ],
    [
      'a government work report',
      '政府工作报告\n各位代表：现在，我向大会报告工作。\n一、2024年工作回顾\n全年一般公共预算收入12.60亿元，增长4.1%。政府性基金收入3.20亿元，“三公”经费支出0.40亿元。\n',
    ],
    [
      'a note on the three public expenses',
      '云溪县文化局2024年“三公”经费决算情况说明\n2024年“三公”经费支出9.26万元，比上年减少0.40万元。其中：公务用车运行维护费6.16万元，公务接待费3.10万元。\n',
    ],
    [
      'a self-evaluation',
      '云溪县文化局2024年度部门整体支出绩效自评报告\n一、部门概况\n2023年收入300.00万元，2024年收入310.00万元，其中财政拨款310.00万元。\n“三公”经费支出1.00万元。\n二、存在的问题\n无。\n',
    ],
    [
      'a text whose tables stand in another file',
      '云溪县文化局2024年部门预算公开\n第一部分 部门概况\n一、主要职责\n组织群众文化活动。\n第二部分 2024年部门预算表\n具体公开表样附后\n第三部分 2024年部门预算情况说明\n收入预算300.00万元。支出预算300.00万元。基本支出200.00万元。项目支出100.00万元。政府性基金支出0万元。\n',
    ],
    [
      'a report on last year beside this one',
      '云溪县文化局2024年部门预算公开\n一、2023年部门预算执行情况\n2023年预算290.00万元，已执行285.00万元。\n二、2024年部门预算与2023年部门预算对比情况\n增加10.00万元。\n',
    ],
  ])('is nothing in %s', async (_, report) => {
    expect(told(await layoutOf(report))).toEqual([]);
  });
});
