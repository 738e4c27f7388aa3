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
});
