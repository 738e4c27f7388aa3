import type { Rule } from '../../../rule.ts';
import { equalStatements } from '../equalities.ts';
import { book, expenditure, fiscal, income, pure, total } from '../example.ts';
import { appropriationSums, balanceLimits } from '../parts.ts';

/** R-20-01, 02, 03, 08 and 09: what the total table shares with the tables behind it. */
export const TOTAL_RULES: readonly Rule[] = [
  {
    code: 'R-20-01',
    severity: 'error',
    title: { en: 'Total table and income table', zh: '收支总表与收入表' },
    explanation: {
      en: 'Each source of income in the total table (appropriations, business income …) is the total of its column in the income table. Where the appropriation is printed by budget only, its parts add up to the column; with a blank part a failed sum stays unchecked.',
      zh: '收支总表各收入来源（财政拨款、事业收入等）应等于收入表相应栏的合计。财政拨款仅按预算分列的，应以各项之和核对；有空白项而不相等的，不作判断。',
    },
    fires: [book(total(), income({ business: '12.00' }))],
    quiet: [book(total(), income()), book(total(), income({ business: '12.00' }), income())],
    statements: (reading) => [...equalStatements(reading, 'R-20-01'), ...appropriationSums(reading)],
  },
  {
    code: 'R-20-02',
    severity: 'error',
    title: { en: 'Total table and expenditure table', zh: '收支总表与支出表' },
    explanation: {
      en: 'Each class of expenditure in the total table is the row of its code in the expenditure table, basic and project expenditure are the totals of their columns. Held to the last printed place; a blank cell stays unchecked.',
      zh: '收支总表各类支出应等于支出表同一编码行；基本支出、项目支出应等于相应栏合计。允许末位舍入差；空白项不作判断。',
    },
    fires: [book(total({ 229: '6.00' }), expenditure())],
    quiet: [book(total(), expenditure()), book(total({ 229: '' }), expenditure())],
    statements: (reading) => equalStatements(reading, 'R-20-02'),
  },
  {
    code: 'R-20-03',
    severity: 'error',
    title: { en: 'Appropriations in the two balance tables', zh: '收支总表与财政拨款收支总表的拨款收入' },
    explanation: {
      en: 'The income from each budget (general, government funds, state capital) is the same in the total table and in the table of appropriations.',
      zh: '一般公共预算、政府性基金、国有资本经营预算财政拨款收入，在收支总表与财政拨款收支总表中应一致。',
    },
    fires: [book(total(), fiscal({ general: '88.00' }))],
    quiet: [book(total(), fiscal())],
    statements: (reading) => equalStatements(reading, 'R-20-03'),
  },
  {
    code: 'R-20-08',
    severity: 'warning',
    title: { en: 'A unit with appropriations only', zh: '仅有财政拨款的单位' },
    explanation: {
      en: 'Where the totals of the two balance tables show that a unit has no money but the appropriation, all that both print (classes of expenditure, balances) is equal. A warning, as the absence of other money is inferred.',
      zh: '收支总表与财政拨款收支总表的合计表明单位没有其他资金的，两表共有的数据（各类支出、结转结余）应一致。没有其他资金系推断所得，故仅作提示。',
    },
    fires: [book(...pure({ opening: '8.00' }))],
    quiet: [book(...pure()), book(total(), fiscal())],
    statements: (reading) => equalStatements(reading, 'R-20-08'),
  },
  {
    code: 'R-20-09',
    severity: 'warning',
    title: { en: 'Balances of the appropriation are part of all balances', zh: '财政拨款结转不大于全部结转' },
    explanation: {
      en: 'What is carried over of the appropriation is at most what is carried over of all money, at the opening and at the closing of the year. A warning, as a negative balance of other money would explain it.',
      zh: '财政拨款年初、年末结转和结余不应大于全部资金的年初、年末结转和结余。其他资金为负时可能例外，故仅作提示。',
    },
    fires: [book(total(), fiscal({ opening: '6.00' }))],
    quiet: [book(total(), fiscal())],
    statements: balanceLimits,
  },
];
