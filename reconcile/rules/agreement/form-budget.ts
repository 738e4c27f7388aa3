import type { Fact, Reading, TableReading } from '../../../model/reading.ts';
import { columnOfCell } from '../../../normalizers/table/columns-of-row.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { clustersOf } from '../../agreement/clusters.ts';
import { counterpart } from '../../agreement/representative.ts';
import type { Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';

const FORM_BUDGET = /整体支出预算/u;
const WHOLE = /^(?:资金)?(?:总额|合计|总计)$|^年度资金总额$/u;

/** The amount that a self-evaluation form calls the budget of the whole department. */
function formBudget(table: TableReading): Fact | null {
  const words = squeeze(table.table.cells.map((cell) => cell.text).join('|'));
  if (!FORM_BUDGET.test(words)) return null;
  for (const fact of table.facts.values()) {
    if (fact.origin.kind !== 'table' || fact.quantity.unit !== '元') continue;
    const column = columnOfCell(table, fact.origin.row, fact.origin.column);
    if (column?.path.some((word) => WHOLE.test(squeeze(word))) ?? false) return fact;
  }
  return null;
}

/** R-50-09: what the form calls the budget must be the budget; the final amount in its place is told as a warning. */
function statements(reading: Reading): readonly StatementDraft[] {
  const { year } = reading.profile;
  const totals = clustersOf(reading).filter(
    (cluster) => cluster.metric === 'expenditure' && cluster.year === year,
  );
  return reading.tables.flatMap((table): readonly StatementDraft[] => {
    const stated = formBudget(table);
    if (stated === null) return [];
    const budgets = (['adjusted', 'initial'] as const).flatMap(
      (phase) =>
        counterpart(totals.find((cluster) => cluster.phase === phase)?.prints ?? [], stated)?.fact ?? [],
    );
    const drafts = budgets.map((budget) =>
      equalityStatement({ rule: 'R-50-09', stated, severity: 'warning' }, budget),
    );
    const told = drafts.find(({ verdict }) => verdict !== 'inconsistent') ?? drafts[0];
    return told === undefined ? [] : [told];
  });
}

const HEAD = '某县文化馆2024年度部门决算\n';
const form = (amount: string) =>
  `本馆全年预算数为740.00万元，决算数为700.00万元。\n本部门2024年度全年预算数为740.00万元，决算数为700.00万元，全年预算资金支出率为94.59%。\n\n单位：万元\n年度部门整体支出预算（万元）\t资金总额\t财政拨款\t其他资金\n\t${amount}\t${amount}\t\n`;

export const formBudgetRule: Rule = {
  code: 'R-50-09',
  severity: 'warning',
  title: { en: 'The budget in the self-evaluation form', zh: '自评表所列预算与部门预算' },
  explanation: {
    en: 'The amount that the form calls the budget of the whole department must be its adjusted or initial budget as printed elsewhere.',
    zh: '自评表“部门整体支出预算”所列金额，应与他处所列调整预算数或年初预算数一致。',
  },
  fires: [`${HEAD}${form('700.00')}`],
  quiet: [`${HEAD}${form('740.00')}`],
  statements,
};
