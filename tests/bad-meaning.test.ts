import { describe, expect, it } from 'vitest';
import { DEFAULT_CONFIG } from '../model/config.ts';
import { Report } from '../model/report.ts';
import { examine, reportOf } from '../pipeline/process.ts';

const HEAD = '某县文化馆2024年度部门决算\n\n';
const UNIT = '单位：万元\n\n';
const COLUMNS = '项目\t合计\t基本支出\t项目支出';
const table = (unit: string, ...rows: readonly string[]): string =>
  `${HEAD}支出决算表\n\n${unit}${rows.join('\n')}\n`;

/** The report of a text, its messages in either language: both must be words, and fit the published form. */
async function checked(text: string) {
  const source = { name: 'x.txt', path: 'x.txt', sha256: '', bytes: new TextEncoder().encode(text) };
  const examination = await examine(source, DEFAULT_CONFIG);
  if (!examination.ok) throw new Error(examination.reasons.map(({ message }) => message).join());
  const report = Report.parse(reportOf(examination, 'en'));
  const chinese = reportOf(examination, 'zh');
  for (const { message } of [...report.findings, ...chinese.findings]) expect(message).not.toBe('');
  const { statements, findings, facts } = report;
  return {
    report,
    facts,
    values: facts.map(({ value }) => value),
    reasons: statements.flatMap(({ reason }) => reason ?? []),
    codes: findings.map(({ code }) => code),
    compared: statements.filter(({ verdict }) => verdict !== 'unchecked'),
  };
}

describe('a report whose figures mean nothing or too much', () => {
  it('codes that do not exist make no sums that anybody failed', async () => {
    const { codes, reasons } = await checked(
      table(
        UNIT,
        '科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出',
        '\t合计\t30.00\t10.00\t20.00',
        '99\t无此类\t30.00\t10.00\t20.00',
        '9999999\t无此项\t10.00\t5.00\t5.00',
        '299\t也无此类\t20.00\t5.00\t15.00',
        '29901\t也无此款\t25.00\t10.00\t15.00',
      ),
    );
    expect(codes).toEqual([]);
    expect(reasons).toContain('operand-missing');
  });

  it('two units in one sentence are brought to one', async () => {
    const { codes, values, compared } = await checked(
      `${HEAD}2024年度本年支出合计500.00万元，即5000000元，其中：基本支出3000000元，占60.00%；项目支出200.00万元，占40.00%。\n`,
    );
    expect(values).toEqual(expect.arrayContaining(['5000000', '3000000', '2000000']));
    expect(compared.length).toBeGreaterThan(0);
    expect(codes).toEqual([]);
  });

  it('a year outside the document is not held against its own', async () => {
    const { codes, compared, facts } = await checked(
      `${HEAD}2031年度本年支出合计500.00万元。\n1999年度本年支出合计400.00万元。\n2024年度本年支出合计300.00万元。\n`,
    );
    expect(facts.map(({ year }) => year)).toEqual([2031, 1999, 2024]);
    expect(compared).toEqual([]);
    expect(codes).toEqual([]);
  });

  it('a table without header or labels claims nothing of its columns', async () => {
    const { facts, report } = await checked(
      table(UNIT, '30.00\t10.00\t20.00', '50.00\t20.00\t30.00', '80.00\t30.00\t51.00'),
    );
    expect(facts).toHaveLength(9);
    expect(report.statements).toEqual([]);
    expect(report.findings).toEqual([]);
  });

  it('a unit that is nowhere stays unknown, and only the table itself is compared', async () => {
    const rows = [
      '教育支出\t30.00\t10.00\t20.00',
      '文化支出\t50.00\t20.00\t30.00',
      '合计\t81.00\t30.00\t50.00',
    ];
    const { report, codes } = await checked(
      `${table('', COLUMNS, ...rows)}\n2024年度本年支出合计80.00万元，其中：基本支出3.00亿元。\n`.replace(
        /[万亿]元/gu,
        '',
      ),
    );
    expect(report.tables.map(({ unit }) => unit)).toEqual([null]);
    expect(report.facts.every(({ valueUnit }) => valueUnit === '')).toBe(true);
    expect(codes).toContain('R-00-02');
    const across = report.statements.filter(({ stated, operands }) =>
      [...operands, ...(stated === undefined ? [] : [stated])].some(
        ({ fact }) => fact?.startsWith('s') === true,
      ),
    );
    expect(across).toEqual([]);
  });

  it('cells that cannot be read are no figures', async () => {
    const { facts, codes, report } = await checked(
      table(
        UNIT,
        COLUMNS,
        '教育支出\t1,23,4\t1.2.3\t2..0',
        '文化支出\t12,34\t5.5.5\t7,7',
        '合计\t1,2,3\t9.9.9\t8,8,8',
      ),
    );
    expect(facts).toEqual([]);
    expect(codes).toEqual([]);
    expect(report.tables[0]?.cells.filter(({ value }) => value !== undefined)).toEqual([]);
    expect(report.tables[0]?.cells.map(({ text }) => text)).toContain('1,23,4');
  });

  it('one of them leaves its sums unchecked', async () => {
    const { reasons, codes } = await checked(
      table(
        UNIT,
        COLUMNS,
        '教育支出\t30.00\t10.00\t20.00',
        '文化支出\t5.0.00\t20.00\t30.00',
        '合计\t80.00\t30.00\t50.00',
      ),
    );
    expect(reasons).toEqual(['operand-unreadable']);
    expect(codes).toEqual([]);
  });

  it.each([
    ['columns', Array.from({ length: 200 }, (_, i) => `${i}.5\t${i * 2}\t${i * 3}.25`).join('\n')],
    ['running text', '1 2 3\n4 5 6\n7 8 9\n10.5 11.5 22\n'],
  ])('nothing but numbers in %s says nothing', async (_, text) => {
    const { codes, compared, report } = await checked(text);
    expect(report.document).toMatchObject({ kind: 'other', year: null, entity: null });
    expect(compared).toEqual([]);
    expect(codes).toEqual([]);
  });

  it('one line ten thousand times is one fact and no contradiction', async () => {
    const { codes, report } = await checked(HEAD + '2024年度本部门支出合计100.00万元。\n'.repeat(10_000));
    expect(codes).toEqual([]);
    expect(report.coverage.statements.exact).toBe(9_999);
  });

  it('a negative zero is a zero', async () => {
    const { values, codes } = await checked(
      `${table(UNIT, COLUMNS, '教育支出\t-0.00\t0.00\t-0.00', '文化支出\t0.00\t-0.00\t0.00', '合计\t0.00\t-0.00\t-0.00')}\n2024年度本年支出合计-0.00万元，占-0.00%，比上年增加-0.00万元。\n`,
    );
    expect(new Set(values)).toEqual(new Set(['0']));
    expect(codes).toEqual([]);
  });

  it('a number of four hundred digits is read as no amount', async () => {
    const rows = [
      `教育支出\t${'7'.repeat(400)}\t10.00\t20.00`,
      '文化支出\t50.00\t20.00\t30.00',
      '合计\t80.00\t30.00\t50.00',
    ];
    const { values, reasons, codes } = await checked(
      `${table(UNIT, COLUMNS, ...rows)}\n2024年度本年支出合计${'9'.repeat(400)}.00万元，基本支出30.00万元。\n`,
    );
    expect(Math.max(...values.map((value) => value.length))).toBeLessThan(10);
    expect(reasons).toContain('operand-unreadable');
    expect(codes).toEqual([]);
  });

  it('a rate of millions of per cent is told only where it contradicts its amounts', async () => {
    const { codes, reasons } = await checked(
      `${HEAD}2024年度本年支出合计500.00万元，比上年增加499.99万元，增长4999900.00%。\n`,
    );
    expect(codes).toEqual([]);
    expect(reasons).toEqual(['zero-base']);
    const wrong = await checked(
      `${HEAD}2024年度本年支出合计500.00万元。\n会议费支出900.00元，占本年支出合计的1234567.89%。\n`,
    );
    expect(wrong.codes).toContain('R-30-01');
  });

  it.each([
    ['no rows', '| 项目 | 合计 | 基本支出 |\n| --- | --- | --- |\n'],
    ['nothing in its cells', '| | | |\n| --- | --- | --- |\n| | | |\n| | | |\n'],
    ['one column of figures', '| 金额 |\n| --- |\n| 10.00 |\n| 20.00 |\n| 31.00 |\n'],
    ['one column of words', '| 项目 |\n| --- |\n| 合计 |\n| 教育支出 |\n'],
  ])('a table with %s claims nothing', async (_, cells) => {
    const { report } = await checked(table(UNIT, cells));
    expect(report.statements).toEqual([]);
    expect(report.findings).toEqual([]);
  });

  it('a row too long to be quoted for each of its figures is cut and says so', async () => {
    const heads = Array.from({ length: 300 }, (_, i) => `第${i}项支出`);
    const amounts = heads.map((_, i) => `${i}.50`);
    const { facts } = await checked(
      table(
        UNIT,
        `| 项目 | ${heads.join(' | ')} |`,
        `| --- | ${heads.map(() => '---').join(' | ')} |`,
        `| 教育支出 | ${amounts.join(' | ')} |`,
        `| 文化支出 | ${amounts.join(' | ')} |`,
      ),
    );
    expect(facts.length).toBeGreaterThanOrEqual(600);
    for (const { quote, raw } of facts) {
      expect(quote).toContain(raw);
      expect(quote).toContain('…');
      expect(quote.length).toBeLessThan(500);
    }
  });
});
