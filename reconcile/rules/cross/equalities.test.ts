import { describe, expect, it } from 'vitest';
import { type MadeTable, readingOfTables } from '../../../fixtures/tables/reading.ts';
import type { Reading } from '../../../model/reading.ts';
import { expenditure, fiscal, fund, general, type Made, total } from './example.ts';
import { CROSS_RULES } from './index.ts';

const readingOf = (unitLine: string, ...made: readonly Made[]): Reading =>
  readingOfTables(
    '安平县水利局2024年度部门决算',
    made.map(([title, ...rows], i): MadeTable => {
      const headerRows = rows[0]?.startsWith('收入') === true ? 2 : 1;
      const text = rows.join('\n').replaceAll('|', '\t');
      return [text, { title, headerRows, ...(i > 0 && { unitLine }) }];
    }),
  );

const verdicts = (rule: string, reading: Reading): readonly string[] =>
  CROSS_RULES.filter(({ code }) => code === rule)
    .flatMap((one) => one.statements?.(reading) ?? [])
    .map(({ verdict, reason }) => reason ?? verdict);

describe('figures that two tables share', () => {
  it('are bound by meaning: classes by name against codes, columns of a fund against its own table', () => {
    const reading = readingOf('单位：万元', total(), expenditure(), fiscal(), general(), fund());
    expect(verdicts('R-20-02', reading)).toEqual(['exact']);
    expect(verdicts('R-20-06', reading)).toEqual(['exact', 'exact', 'exact', 'exact']);
  });

  it('are unchecked where one of them is blank, never taken for 0', () => {
    const reading = readingOf('单位：万元', total({ 229: '' }), expenditure());
    expect(verdicts('R-20-02', reading)).toEqual(['operand-blank']);
  });

  it('are not bound where two tables claim to be the same', () => {
    const reading = readingOf('单位：万元', fiscal(), general(), general({ 213: '75.00' }));
    expect(verdicts('R-20-04', reading)).toEqual([]);
  });

  it('agree across units by rounding', () => {
    const [title, ...rows] = general();
    const inYuan: Made = [title, ...rows.map((row) => row.replaceAll(/\b(\d+)\.00\b/gu, '$10049.00'))];
    const reading = readingOf('单位：元', fiscal(), inYuan);
    expect(verdicts('R-20-04', reading)).toContain('rounding');
    expect(verdicts('R-20-04', reading)).not.toContain('inconsistent');
  });

  it('say nothing where most rows of two columns differ: one of them is another column', () => {
    const shifted = general({ all: '45.00', 213: '45.00' });
    expect(verdicts('R-20-04', readingOf('单位：万元', fiscal(), shifted))).not.toContain('inconsistent');
  });
});
