import type { LinkFigure, LinkStatement } from '../../../model/link.ts';
import { compareEntries } from '../compare.ts';
import { type Entry, type Ledger, ledgerOf } from '../ledger.ts';
import type { LinkRule, LinkSlice } from '../rule.ts';
import { documentsOf, uncheckedLink } from '../statement.ts';
import { unlessSystematic } from '../trust.ts';

const CODE = 'R-90-02';

const accountsOf = (documents: LinkSlice['current']): LinkSlice['current'] =>
  documents.filter(({ document }) => document.kind === 'final-account');

/** The balances of one metric, under keys without it: fund, function and economic item. */
const balances = (ledger: Ledger, metric: LinkFigure['metric']): ReadonlyMap<string, Entry> =>
  new Map(
    [...ledger.values()]
      .filter(({ key }) => key.startsWith(`${metric}|`))
      .map((entry) => [entry.key.slice(metric.length + 1), entry]),
  );

function statements(slice: LinkSlice): readonly LinkStatement[] {
  const { year, otherScopes } = slice;
  const current = accountsOf(slice.current);
  const before = accountsOf(slice.before);
  if (year === null || current.length === 0) return [];
  const claim = {
    rule: CODE,
    slice,
    documents: documentsOf([...current, ...before]),
    template: 'link-carried',
  };
  const elsewhere = otherScopes.some(
    ({ year: other, kind }) => other === year - 1 && kind === 'final-account',
  );
  if (before.length === 0)
    return [
      uncheckedLink({ ...claim, about: 'documents' }, elsewhere ? 'scope-differs' : 'document-missing'),
    ];
  const opening = balances(ledgerOf(current, { year, phase: 'final' }), 'opening');
  const closing = balances(ledgerOf(before, { year: year - 1, phase: 'final' }), 'closing');
  if (opening.size === 0) return [uncheckedLink({ ...claim, about: 'documents' }, 'operand-missing')];
  const parameters = { year: String(year - 1) };
  const found = [...opening].map(([key, entry]) =>
    compareEntries({ ...claim, about: key, parameters }, entry, closing.get(key)),
  );
  return unlessSystematic(found);
}

const account = (year: number, opening: string, spent: string, closing: string, total: string) =>
  [
    `云溪县文化馆${year}年度部门决算`,
    '收入支出决算总表',
    '单位：万元',
    '收入\t\t支出\t',
    '项目\t决算数\t项目\t决算数',
    `一、一般公共预算财政拨款收入\t500.00\t一、文化旅游体育与传媒支出\t${spent}`,
    `本年收入合计\t500.00\t本年支出合计\t${spent}`,
    `年初结转和结余\t${opening}\t年末结转和结余\t${closing}`,
    `总计\t${total}\t总计\t${total}`,
  ].join('\n');

const YEAR = ['12.00', '490.00', '22.00', '512.00'] as const;

export const carriedOverLink: LinkRule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Carried into the year = carried out of the year before', zh: '年初结转＝上年年末结转' },
  explanation: {
    en: 'The balance at the beginning of a year in its final account must be the balance at the end of the year before in that year’s final account, fund by fund, for the same entity and scope. A warning, because balances may be adjusted when accounts are taken over.',
    zh: '决算所列年初结转和结余，应与同一单位、同一口径上年决算的年末结转和结余分资金一致。因年初可能有调整，只作提示。',
  },
  fires: [[account(2023, ...YEAR), account(2024, '20.00', '505.00', '15.00', '520.00')]],
  quiet: [
    [account(2023, ...YEAR), account(2024, '22.00', '505.00', '17.00', '522.00')],
    [account(2022, ...YEAR), account(2024, '20.00', '505.00', '15.00', '520.00')],
  ],
  statements,
};
