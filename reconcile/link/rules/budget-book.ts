import type { LinkStatement } from '../../../model/link.ts';
import type { DocumentKind } from '../../../model/reading.ts';
import { compareLedgers } from '../compare.ts';
import { ledgerByKinds } from '../ledger.ts';
import type { LinkRule, LinkSlice } from '../rule.ts';
import { documentsOf, uncheckedLink } from '../statement.ts';
import { unlessSystematic } from '../trust.ts';

const CODE = 'R-90-03';
const ACCOUNTS: readonly (readonly DocumentKind[])[] = [
  ['final-account', 'three-public-note'],
  ['performance-department'],
];

function statements(slice: LinkSlice): readonly LinkStatement[] {
  const { year, current, otherScopes } = slice;
  const accounts = current.filter(({ document }) => document.kind !== 'budget');
  const books = current.filter(({ document }) => document.kind === 'budget');
  if (year === null || accounts.length === 0) return [];
  const claim = {
    rule: CODE,
    slice,
    documents: documentsOf([...accounts, ...books]),
    template: 'link-budget',
  };
  const elsewhere = otherScopes.some((other) => other.year === year && other.kind === 'budget');
  if (books.length === 0)
    return [
      uncheckedLink({ ...claim, about: 'documents' }, elsewhere ? 'scope-differs' : 'document-missing'),
    ];
  const wanted = { year, phase: 'initial' } as const;
  const stated = ledgerByKinds(accounts, ACCOUNTS, wanted);
  if (stated.size === 0) return [uncheckedLink({ ...claim, about: 'documents' }, 'operand-missing')];
  const planned = ledgerByKinds(books, [['budget']], wanted);
  return unlessSystematic(compareLedgers({ ...claim, parameters: { year: String(year) } }, stated, planned));
}

const BOOK = '云溪县文化馆2024年部门预算\n2024年“三公”经费预算为20.00万元。\n';
const account = (budget: string) =>
  `云溪县文化馆2024年度部门决算\n2024年度“三公”经费财政拨款支出${budget}，支出决算为18.00万元。\n`;

export const budgetBookLink: LinkRule = {
  code: CODE,
  severity: 'warning',
  title: {
    en: 'The initial budget, in the final account and in the budget book',
    zh: '决算所列年初预算数与当年预算',
  },
  explanation: {
    en: 'What a final account calls the initial budget of a year must be what the budget book of that year prints, for the same entity and scope. A budget that the account does not call the initial one may be the adjusted one and is not compared.',
    zh: '决算报告所列年初预算数应与同一单位、同一口径当年预算公开的数据一致。未写明为年初预算的预算数可能为调整后预算，不作比较。',
  },
  fires: [[BOOK, account('年初预算为22.00万元')]],
  quiet: [
    [BOOK, account('年初预算为20.00万元')],
    [BOOK, account('预算为22.00万元')],
    [BOOK, account('全年预算为22.00万元')],
    [BOOK.replaceAll('2024', '2023'), account('年初预算为22.00万元')],
  ],
  statements,
};
