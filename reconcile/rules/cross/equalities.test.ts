import { describe, expect, it } from 'vitest';
import { textFormat } from '../../../extractors/formats/text/format.ts';
import { layoutDocument } from '../../../extractors/layout.ts';
import type { Statement } from '../../../model/audit.ts';
import { normalize } from '../../../normalizers/normalize.ts';
import { reconcile } from '../../reconcile.ts';
import { book, expenditure, fiscal, fund, general, total } from './example.ts';
import { CROSS_RULES } from './index.ts';

async function statementsOf(report: string): Promise<readonly Statement[]> {
  const bytes = new TextEncoder().encode(report);
  const source = { name: 'example.txt', path: 'example.txt', sha256: '', bytes };
  const read = await textFormat.read(source, { maxLineBytes: 1 << 20, maxPages: 100 });
  if (!read.ok) throw new Error(read.reason.message);
  return reconcile(normalize(layoutDocument(read.value)), CROSS_RULES).statements;
}

const verdicts = (statements: readonly Statement[], rule: string) =>
  statements.filter((statement) => statement.rule === rule).map(({ verdict, reason }) => reason ?? verdict);

describe('figures that two tables share', () => {
  it('are bound by meaning: classes by name against codes, columns of a fund against its own table', async () => {
    const statements = await statementsOf(book(total(), expenditure(), fiscal(), general(), fund()));
    expect(verdicts(statements, 'R-20-02')).toContain('exact');
    expect(verdicts(statements, 'R-20-06')).toEqual(['exact', 'exact', 'exact', 'exact']);
    expect(statements.every(({ verdict }) => verdict === 'exact')).toBe(true);
  });

  it('are unchecked where one of them is blank, never taken for 0', async () => {
    const statements = await statementsOf(book(total({ 229: '' }), expenditure()));
    expect(verdicts(statements, 'R-20-02')).toContain('operand-blank');
  });

  it('are not bound where two tables claim to be the same', async () => {
    const statements = await statementsOf(book(fiscal(), general(), general({ 213: '75.00' })));
    expect(verdicts(statements, 'R-20-04')).toEqual([]);
  });

  it('agree across units by rounding', async () => {
    const [before = '', after = ''] = book(fiscal(), general()).split('一般公共预算财政拨款支出决算表');
    const inYuan = after
      .replace('单位：万元', '单位：元')
      .replaceAll(/\b(\d+)\.00\b/gu, (_, n) => `${n}0049.00`);
    const statements = await statementsOf(`${before}一般公共预算财政拨款支出决算表${inYuan}`);
    expect(verdicts(statements, 'R-20-04')).toContain('rounding');
    expect(verdicts(statements, 'R-20-04')).not.toContain('inconsistent');
  });
});
