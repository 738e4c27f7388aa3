import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Extract, Report } from '../model/report.ts';
import { CONSISTENT, duizhang, temporaryFolder, WRONG_SHARE } from './command.ts';

const parsed = (text: string): Report => Report.parse(JSON.parse(text));

describe('check', () => {
  it('ends with 0 and a summary when nothing is wrong', async () => {
    const { code, stdout, stderr } = await duizhang(['check', CONSISTENT]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/consistent\.txt: 0 findings \(.*\); checked \d+ of \d+ stated totals\n$/u);
    expect(stderr).toBe('');
  });

  it('prints findings as a linter does and ends with 1', async () => {
    const { code, stdout } = await duizhang(['check', WRONG_SHARE]);
    expect(code).toBe(1);
    expect(stdout).toMatch(/wrong-share\.txt:3:\d+ {2}error {2}R-30-\d\d {2}.+42/u);
    expect(stdout).toContain('200.00万元 ÷ 500.00万元 = 40.00%');
    expect(stdout).toContain('likely cause: ');
    expect(stdout).toContain('“2024年度本年支出合计500.00万元');
  });

  it.each([
    ['never', 0],
    ['error', 1],
    ['info', 1],
  ])('--fail-on %s gives %i', async (threshold, expected) => {
    const { code } = await duizhang(['check', '--fail-on', threshold, WRONG_SHARE]);
    expect(code).toBe(expected);
  });

  it('prints one object that its schema takes', async () => {
    const { code, stdout } = await duizhang(['check', '--format', 'json', WRONG_SHARE]);
    expect(code).toBe(1);
    const report = parsed(stdout);
    expect(report.source.name).toBe('wrong-share.txt');
    expect(report.status).toBe('ok');
    const [finding] = report.findings;
    expect(finding?.stated?.value).toBe('42');
    expect(finding?.gap).toBe('-2');
    expect(report.coverage.statedTotals.of).toBeGreaterThan(0);
    expect(Object.keys(report.timings)).toEqual(['identify', 'read', 'tables', 'normalize', 'reconcile']);
  });

  it('gives cells their values', async () => {
    const { stdout } = await duizhang(['check', '--format', 'json', CONSISTENT]);
    const cells = parsed(stdout).tables.flatMap((table) => table.cells);
    const total = cells.find((cell) => cell.text === '500.00');
    expect(total).toMatchObject({ value: '5000000', valueUnit: '元', how: 'text', confidence: 1 });
    expect(cells.find((cell) => cell.text.startsWith('合'))).not.toHaveProperty('value');
  });

  it('prints an array for several files, in their order, and lines for ndjson', async () => {
    const json = await duizhang(['check', '--format', 'json', WRONG_SHARE, CONSISTENT]);
    const reports = Report.array().parse(JSON.parse(json.stdout));
    expect(reports.map(({ source }) => source.name)).toEqual(['wrong-share.txt', 'consistent.txt']);
    const ndjson = await duizhang(['check', '--format', 'ndjson', WRONG_SHARE, CONSISTENT]);
    const lines = ndjson.stdout.trim().split('\n');
    expect(lines.map((line) => parsed(line).source.name)).toEqual(['wrong-share.txt', 'consistent.txt']);
  });

  it('shows only the rules asked for', async () => {
    const ignored = await duizhang(['check', '--ignore', 'R-30', WRONG_SHARE]);
    expect(ignored).toMatchObject({ code: 0 });
    expect(ignored.stdout).toContain(': 0 findings');
    const chosen = await duizhang(['check', '--rule', 'R-30,R-10', WRONG_SHARE]);
    expect(chosen.code).toBe(1);
    const other = await duizhang(['check', '--rule', 'R-10', WRONG_SHARE]);
    expect(other.code).toBe(0);
  });

  it('speaks the language of --lang, else of the locale', async () => {
    const asked = await duizhang(['check', '--lang', 'zh', WRONG_SHARE]);
    expect(asked.stdout).toContain('错误');
    const located = await duizhang(['check', WRONG_SHARE], { env: { LC_ALL: 'zh_CN.UTF-8' } });
    expect(located.stdout).toBe(asked.stdout);
    const help = await duizhang(['check', '--help', '--lang', 'zh']);
    expect(help).toMatchObject({ code: 0 });
    expect(help.stdout).toContain('用法：');
  });
});

describe('extract and check --from layout', () => {
  it('extract prints what was read without judging it', async () => {
    const { code, stdout } = await duizhang(['extract', WRONG_SHARE]);
    expect(code).toBe(0);
    const value: unknown = JSON.parse(stdout);
    expect(Extract.safeParse(value).success).toBe(true);
    for (const judged of ['statements', 'findings', 'coverage']) expect(value).not.toHaveProperty(judged);
  });

  it('gives the findings of the report again when it gets its extract back', async () => {
    const extracted = await duizhang(['extract', WRONG_SHARE]);
    const file = join(temporaryFolder(), 'extract.json');
    writeFileSync(file, extracted.stdout);
    const direct = await duizhang(['check', '--format', 'json', WRONG_SHARE]);
    const again = await duizhang(['check', '--from', 'layout', '--format', 'json', file]);
    expect(again.code).toBe(1);
    expect(parsed(again.stdout).findings).toEqual(parsed(direct.stdout).findings);
  });

  it('takes the least that another tool can give', async () => {
    const file = join(temporaryFolder(), 'other.json');
    const rows = [
      ['项目', '金额'],
      ['基本支出', '300.00'],
      ['合计', '300.00'],
    ];
    const cells = rows.flatMap((texts, row) => texts.map((text, column) => ({ row, column, text })));
    const tables = [{ title: '支出决算表', unit: '万元', cells }];
    writeFileSync(file, JSON.stringify({ source: { name: 'other.pdf' }, tables }));
    const { code, stdout } = await duizhang(['check', '--from', 'layout', '--format', 'json', file]);
    expect(code).toBe(0);
    const report = parsed(stdout);
    expect(report.source.name).toBe('other.pdf');
    expect(report.tables[0]).toMatchObject({ title: '支出决算表', headerRows: 1 });
    expect(report.tables[0]?.cells[2]?.place).toEqual({ sheet: 't1', cell: 'A2' });
  });

  it.each([
    ['no JSON', '{', 'the file is not JSON'],
    [
      'a cell without text',
      '{"source":{"name":"a"},"tables":[{"cells":[{"row":0,"column":0}]}]}',
      'tables[0].cells[0].text',
    ],
    ['no tables', '{"source":{"name":"a"}}', 'tables'],
  ])('says where a layout with %s is wrong', async (_, text, where) => {
    const file = join(temporaryFolder(), 'bad.json');
    writeFileSync(file, text);
    const { code, stdout, stderr } = await duizhang(['check', '--from', 'layout', '--format', 'json', file]);
    expect(code).toBe(2);
    expect(stderr).toContain(where);
    expect(parsed(stdout)).toMatchObject({ status: 'failed', reasons: [{ code: 'invalid-layout' }] });
  });
});
