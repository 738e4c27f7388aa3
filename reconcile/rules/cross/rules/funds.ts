import type { Rule } from '../../../rule.ts';
import { equalStatements } from '../equalities.ts';
import {
  appropriated,
  basic,
  book,
  detail,
  expenditure,
  fiscal,
  fund,
  general,
  project,
  pure,
  total,
} from '../example.ts';
import { basicSums, codeLimits, fundSums } from '../parts.ts';

/** R-20-04 to 07, 10, R-11-01 and 02: one budget in the tables of all money, and the tables of one budget. */
export const FUND_RULES: readonly Rule[] = [
  {
    code: 'R-20-04',
    severity: 'error',
    title: {
      en: 'Appropriations and the general budget by code',
      zh: '财政拨款收支总表与一般公共预算支出表',
    },
    explanation: {
      en: 'The classes in the column of the general budget are the rows of the same code in its own table. The table of all appropriations by code is compared where they are from the general budget only.',
      zh: '财政拨款收支总表“一般公共预算”栏各类支出，应等于一般公共预算支出表同一编码行；财政拨款全部来自一般公共预算的，财政拨款支出表各行亦应一致。',
    },
    fires: [book(fiscal(), general({ 213: '75.00' }))],
    quiet: [book(fiscal(), general())],
    statements: (reading) => equalStatements(reading, 'R-20-04'),
  },
  {
    code: 'R-20-05',
    severity: 'error',
    title: { en: 'Basic and project expenditure in their own tables', zh: '基本支出、项目支出与其明细表' },
    explanation: {
      en: 'Basic (project) expenditure of a budget by function is the total of its table of basic (project) expenditure, or personnel and public use together where that table has no total.',
      zh: '按功能分类列示的基本支出（项目支出）合计，应等于同一预算的基本支出表（项目支出表）合计；基本支出表无合计的，等于人员经费合计与公用经费合计之和。',
    },
    fires: [book(general(), project({ all: '54.00' }))],
    quiet: [book(general(), basic(), project())],
    statements: (reading) => [...equalStatements(reading, 'R-20-05'), ...basicSums(reading)],
  },
  {
    code: 'R-20-06',
    severity: 'error',
    title: {
      en: 'Government funds and state capital in their own tables',
      zh: '政府性基金、国有资本经营预算与其明细表',
    },
    explanation: {
      en: 'Income, expenditure by class and balances of government funds and of the state capital budget are the same in the table of appropriations and in their own tables.',
      zh: '政府性基金、国有资本经营预算的收入、各类支出和结转，在财政拨款收支总表与其专表中应一致。',
    },
    fires: [book(fiscal(), fund({ all: '11.00' }))],
    quiet: [book(fiscal(), fund()), book(fiscal(), general())],
    statements: (reading) => equalStatements(reading, 'R-20-06'),
  },
  {
    code: 'R-20-07',
    severity: 'error',
    title: {
      en: 'One budget is a part of all expenditure, code by code',
      zh: '同一编码下单项预算不大于全部支出',
    },
    explanation: {
      en: 'The expenditure of one budget on a code (whole, basic, project) is at most that of all money on the same code; where the totals show that there is no other money, the two are equal.',
      zh: '同一编码下，一般公共预算（政府性基金等）支出合计、基本支出、项目支出不应大于支出总表相应数；合计表明没有其他资金的，应相等。',
    },
    fires: [book(expenditure({ 208: '2.00' }), general())],
    quiet: [book(expenditure(), general())],
    statements: (reading) => [...equalStatements(reading, 'R-20-07'), ...codeLimits(reading)],
  },
  {
    code: 'R-20-10',
    severity: 'error',
    title: { en: 'Detail by economic item and the table by code', zh: '支出明细表与支出表' },
    explanation: {
      en: 'The row totals of a detail table by economic item are the rows of the same code in the table of the same budget.',
      zh: '支出决算明细表各行合计，应等于同一预算支出表同一编码行。',
    },
    fires: [book(general(), detail({ 213: '75.00' }))],
    quiet: [book(general(), detail())],
    statements: (reading) => equalStatements(reading, 'R-20-10'),
  },
  {
    code: 'R-11-01',
    severity: 'error',
    title: { en: 'The appropriation is the sum of its budgets', zh: '财政拨款等于各预算之和' },
    explanation: {
      en: 'The expenditure from appropriations is the sum of the totals of the tables of its budgets; where the general budget is all of it, the tables of basic expenditure of both agree item by item.',
      zh: '财政拨款支出合计应等于一般公共预算、政府性基金、国有资本经营预算各表合计之和；全部为一般公共预算的，两张基本支出表应逐项一致。',
    },
    fires: [book(fiscal(), general({ all: '70.00' }), fund()), book(...pure({ fiscal: '78.00' }))],
    quiet: [
      book(fiscal(), general(), fund()),
      book(fiscal(), general({ all: '70.00' })),
      book(appropriated(), basic()),
    ],
    statements: (reading) => [...equalStatements(reading, 'R-11-01'), ...fundSums(reading, 'R-11-01')],
  },
  {
    code: 'R-11-02',
    severity: 'error',
    title: { en: 'All expenditure is the sum of the budgets', zh: '支出总表等于各预算之和' },
    explanation: {
      en: 'Where a unit has no money but appropriations, each row of the expenditure table is the sum of the rows of that code in the tables of the general budget, of government funds and of state capital. Never compared with the general budget alone.',
      zh: '单位仅有财政拨款的，支出总表各行应等于一般公共预算、政府性基金、国有资本经营预算支出表同一编码行之和；不与一般公共预算单独核对。',
    },
    fires: [book(...pure({ all: '70.00' }))],
    quiet: [book(...pure()), book(total(), expenditure(), fiscal(), general(), fund())],
    statements: (reading) => fundSums(reading, 'R-11-02'),
  },
];
