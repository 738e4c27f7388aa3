import { describe, expect, it } from 'vitest';
import { type Config, DEFAULT_CONFIG } from '../model/config.ts';
import { examine, reportOf } from './process.ts';

const TABLE = '单位：万元\n项目\t合计\t基本支出\n合计\t30.00\t9.00\n教育\t10.00\t4.00\n卫生\t20.00\t6.00\n';
const TEXT = `清河县文化馆2024年度部门决算
2024年度本年支出合计500.00万元，其中：基本支出300.00万元，占61.00%；项目支出200.00万元，占42.00%。

表1 支出决算表
${TABLE}
表2 收入决算表
${TABLE}`;

async function reportWithin(limits: Partial<Config>) {
  const bytes = new TextEncoder().encode(TEXT);
  const source = { name: 'a.txt', path: 'a.txt', sha256: 'a', bytes };
  return reportOf(await examine(source, { ...DEFAULT_CONFIG, ...limits }), 'en');
}

describe('limits on what is kept', () => {
  it('leave a document alone that keeps to them', async () => {
    const report = await reportWithin({ maxTables: 2, maxCells: 24 });
    expect(report).toMatchObject({ status: 'ok', reasons: [] });
    expect(report.tables).toHaveLength(2);
    expect(report.findings.length).toBeGreaterThan(1);
  });

  it.each([
    [
      'maxTables',
      { maxTables: 1 },
      'only the first 1 of 2 tables were kept: more than the limit of 1 tables',
    ],
    ['maxCells', { maxCells: 23 }, 'only the first 1 of 2 tables were kept: more than the limit of 23 cells'],
  ])('%s keeps whole tables from the first on, with the prose', async (limit, limits, message) => {
    const report = await reportWithin(limits);
    expect(report).toMatchObject({
      status: 'partial',
      reasons: [{ code: 'too-large', stage: 'tables', limit, message }],
    });
    expect(report.tables.map(({ cells }) => cells.length)).toEqual([12]);
    expect(report.facts.some(({ raw }) => raw === '500.00')).toBe(true);
  });

  it('maxFacts keeps the first figures and checks nothing', async () => {
    const report = await reportWithin({ maxFacts: 3 });
    expect(report).toMatchObject({ status: 'partial', reasons: [{ stage: 'normalize', limit: 'maxFacts' }] });
    expect(report.facts).toHaveLength(3);
    expect([report.statements, report.findings]).toEqual([[], []]);
    expect(report.coverage.statedTotals).toEqual({ checked: 0, of: 0 });
  });

  it('maxFindings keeps the gravest', async () => {
    const whole = await reportWithin({});
    const report = await reportWithin({ maxFindings: 1 });
    expect(report).toMatchObject({ status: 'partial', reasons: [{ limit: 'maxFindings' }] });
    expect(report.findings).toEqual([whole.findings.find(({ severity }) => severity === 'error')]);
    expect(report.statements).toEqual(whole.statements);
  });
});
