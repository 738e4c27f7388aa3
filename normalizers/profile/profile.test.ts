import { describe, expect, it } from 'vitest';
import type { Layout } from '../../model/layout.ts';
import { readProfile } from './profile.ts';

const layout = (...lines: readonly string[]): Layout => ({
  source: { name: 'x.txt', sha256: '', mediaType: 'text/plain', pages: 1 },
  status: 'ok',
  reasons: [],
  tables: [],
  paragraphs: lines.map((text, i) => ({
    text,
    before: null,
    segments: [{ start: 0, length: text.length, line: i + 1, column: 1 }],
  })),
});

describe('what a report says it is', () => {
  it('a final account of a department', () => {
    const profile = readProfile(layout('2024 年度 青川市农业农村局 部门决算 (汇总)', '目录', '一、部门职责'));
    expect(profile).toMatchObject({
      kind: 'final-account',
      entity: '青川市农业农村局',
      year: 2024,
      scope: 'department',
    });
  });
  it('a self-evaluation, its entity on a line of its own', () => {
    const profile = readProfile(
      layout('2023年度部门整体支出绩效自评报告', '部门名称: 云溪县文化馆', '一、基本情况'),
    );
    expect(profile).toMatchObject({ kind: 'performance-department', entity: '云溪县文化馆', year: 2023 });
  });
  it('a budget', () => expect(readProfile(layout('云溪县文化馆2025年部门预算公开说明')).kind).toBe('budget'));
  it('a government report, which is another thing', () =>
    expect(readProfile(layout('关于云溪县2023年财政预算执行情况和2024年预算草案的报告')).kind).toBe(
      'government-final',
    ));
  it('takes the year that it speaks of most where the title has none', () =>
    expect(
      readProfile(layout('部门整体支出绩效自评报告', '2023年支出5万元。2023年完成。2022年结转。')).year,
    ).toBe(2023));
  it('takes the year of its headings before that of its sentences', () => {
    const sentences = '2023年支出5万元。比2023年增加1万元，2023年完成。';
    const lines = ['说明', sentences, '2024年单位预算编制说明', '2024年收入预算总表', '2022年支出预算表'];
    expect(readProfile(layout(...lines)).year).toBe(2024);
  });
  it('puts a title together that stands on several lines, and leaves the date of publication out', () => {
    const profile = readProfile(
      layout('云溪县', '文化馆2024年度', '部门决算', '公开时间: 2025年8月22日', '目录'),
    );
    expect(profile).toMatchObject({
      title: '云溪县文化馆2024年度部门决算',
      year: 2024,
      entity: '云溪县文化馆',
    });
  });
  it('has the year of the title, not that of the day on which it was filed', () =>
    expect(
      readProfile(layout('部门整体支出绩效自评报告', '填报日期:2025年8月14日', '2024年支出5万元。')).year,
    ).toBe(2024));
  it('of the unit that reports, not of the department above it', () =>
    expect(
      readProfile(layout('2025年单位预算', '预算主管部门:云溪县文化局', '预算单位:云溪县图书馆')),
    ).toMatchObject({ entity: '云溪县图书馆', scope: 'unit' }));
  it('本部门 is no sign of a single unit', () =>
    expect(readProfile(layout('部门整体支出绩效自评报告', '本部门主要职责是服务读者。')).scope).toBe(
      'department',
    ));
  it('has no title where it begins with a table', () => {
    const begun = layout('收支预算总表', '部门：云溪县文化馆');
    const place = { line: 1, column: 1 };
    const title = { text: '收支预算总表', place };
    const table = {
      id: 't1',
      title,
      caption: null,
      unitLines: [],
      headerRows: 1,
      rows: 0,
      columns: 0,
      cells: [],
      parts: [],
    };
    expect(readProfile({ ...begun, tables: [table] })).toMatchObject({ title: null, kind: 'budget' });
  });
  it('a bureau whose duties speak of public accounts is not the government', () =>
    expect(
      readProfile(layout('云溪县财政局', '一、主要职责', '编制财政决算草案,向人大报告。二、部门预算情况'))
        .kind,
    ).toBe('budget'));
});
