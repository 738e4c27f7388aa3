import type { ImpliedAmount, LinkStatement } from '../../../model/link.ts';
import type { DocumentKind } from '../../../model/reading.ts';
import { Interval } from '../../interval.ts';
import { type ClaimBase, compareEntries } from '../compare.ts';
import { type Entry, keyOf, type Ledger, ledgerByKinds } from '../ledger.ts';
import type { LinkRule, LinkSlice } from '../rule.ts';
import { byName, documentsOf, sumLink, uncheckedLink } from '../statement.ts';
import { unlessSystematic } from '../trust.ts';

const CODE = 'R-90-01';

/** Where a year's figures are looked for, the authority first: results in the accounts, plans in the budget book. */
const SOURCES: Readonly<Record<'initial' | 'final', readonly (readonly DocumentKind[])[]>> = {
  final: [['final-account', 'three-public-note'], ['performance-department']],
  initial: [['budget'], ['final-account', 'three-public-note']],
};
/** Where last year's figures are told. */
const TELLERS: readonly (readonly DocumentKind[])[] = [
  ['final-account', 'three-public-note'],
  ['budget'],
  ['performance-department'],
];

const intervalOf = ({ current, change, sign }: ImpliedAmount): Interval =>
  Interval.of(current.quantity).minus(Interval.of(change.quantity).times(sign));

/** Of several sentences that imply one amount, the most precise; null where they imply different ones. */
function impliedOnce(amounts: readonly ImpliedAmount[]): ImpliedAmount | null {
  const ranked = amounts.map((amount) => ({ amount, interval: intervalOf(amount) }));
  const [best] = ranked.toSorted((a, b) =>
    a.interval.high.minus(a.interval.low).cmp(b.interval.high.minus(b.interval.low)),
  );
  if (
    best === undefined ||
    ranked.some(({ interval }) => !interval.meets(best.interval) && !interval.value.eq(best.interval.value))
  )
    return null;
  return best.amount;
}

function impliedStatement(
  base: ClaimBase,
  key: string,
  amounts: readonly ImpliedAmount[],
  other: Entry | undefined,
): LinkStatement {
  const claim = { ...base, about: `${key}|implied`, template: 'link-implied' };
  const figures = amounts.flatMap(({ current, change }) => [current, change]);
  const amount = impliedOnce(amounts);
  if (other === undefined) return uncheckedLink(claim, 'no-counterpart', figures);
  if (amount === null) return uncheckedLink(claim, 'ambiguous', figures);
  if (other.figure === null) return uncheckedLink(claim, other.reason ?? 'ambiguous', figures);
  return sumLink(claim, other.figure, [amount.current, amount.change], [1, -amount.sign]);
}

function statementsOf(slice: LinkSlice, year: number, phase: 'initial' | 'final'): readonly LinkStatement[] {
  const { current, before } = slice;
  const wanted = { year: year - 1, phase };
  const told: Ledger = ledgerByKinds(current, TELLERS, wanted);
  const known: Ledger = ledgerByKinds(before, SOURCES[phase], wanted);
  const base: ClaimBase = {
    rule: CODE,
    slice,
    documents: documentsOf([...current, ...before]),
    template: 'link-prior',
    parameters: { year: String(year - 1) },
  };
  const about = (key: string) => `${key}|${phase}`;
  const printed = [...told.values()].map((entry) =>
    compareEntries({ ...base, about: about(entry.key) }, entry, known.get(entry.key)),
  );
  const amounts = current
    .flatMap(({ implied }) => implied)
    .filter((amount) => amount.year === year - 1 && amount.phase === phase);
  const implied = [...Map.groupBy(amounts, ({ current: figure }) => keyOf(figure) ?? '')]
    // What is printed need not be computed as well.
    .filter(([key]) => key !== '' && !told.has(key))
    .map(([key, group]) => impliedStatement(base, about(key), group, known.get(key)));
  return [...printed, ...implied];
}

function statements(slice: LinkSlice): readonly LinkStatement[] {
  const { year, current, before, otherScopes } = slice;
  if (year === null || current.length === 0) return [];
  const claim = { rule: CODE, slice, documents: documentsOf(current.toSorted(byName)), about: 'documents' };
  const elsewhere = otherScopes.some((document) => document.year === year - 1);
  if (before.length === 0) return [uncheckedLink(claim, elsewhere ? 'scope-differs' : 'document-missing')];
  const found = [...statementsOf(slice, year, 'final'), ...statementsOf(slice, year, 'initial')];
  return found.length > 0 ? unlessSystematic(found) : [uncheckedLink(claim, 'operand-missing')];
}

const BEFORE = '云溪县文化馆2023年度部门决算\n2023年度“三公”经费财政拨款支出决算为16.90万元。\n';
const report = (words: string) =>
  `云溪县文化馆2024年度部门决算\n2024年度“三公”经费财政拨款支出决算为18.52万元，${words}\n`;

export const priorYearLink: LinkRule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Last year’s figure, here and in last year’s report', zh: '本年报告所列上年数与上年报告' },
  explanation: {
    en: 'What a report prints for the year before, or implies by an amount and its change, must be what the report of that year prints, for the same entity and scope. Results are looked for in the final accounts, initial budgets in the budget book. A warning, because figures may have been restated.',
    zh: '报告所列上年数，或由本年数与增减额推算的上年数，应与同一单位、同一口径的上年报告一致；决算数以上年决算为准，年初预算数以上年预算为准。因可能有调整，只作提示。',
  },
  fires: [
    [BEFORE, report('上年度“三公”经费支出决算为17.90万元。')],
    [BEFORE, report('较上年度增加2.62万元，增长16.48%。')],
  ],
  quiet: [
    [BEFORE, report('较上年度增加1.62万元，增长9.59%。')],
    [BEFORE.replaceAll('文化馆', '图书馆'), report('较上年度增加2.62万元，增长16.48%。')],
    [BEFORE.replaceAll('2023', '2022'), report('较上年度增加2.62万元，增长16.48%。')],
    [BEFORE.replace('为16.90', '约17'), report('上年度“三公”经费支出决算为17.90万元。')],
  ],
  statements,
};
