import type { Fund, Metric } from '../../../model/keys.ts';
import type { Phase } from '../../../model/reading.ts';

/** Columns of one amount, one a phase. `funds` says whose money it must be; null where the metric alone says it. */
export interface Family {
  readonly name: string;
  readonly meaning: string;
  readonly metrics: readonly Metric[];
  readonly funds: readonly Fund[] | null;
  readonly phases: readonly Phase[];
}

const ALL: readonly Phase[] = ['initial', 'adjusted', 'final'];
const ENDS: readonly Phase[] = ['initial', 'final'];
const FINAL: readonly Phase[] = ['final'];

/** The three budgets of 财政拨款 and their sum, by the ending of the column. */
const APPROPRIATIONS: readonly (readonly [Fund, string, string])[] = [
  ['fiscal', 'fiscal', '财政拨款, the three budgets together'],
  ['general-public', 'general_public', '一般公共预算财政拨款'],
  ['government-fund', 'government_fund', '政府性基金预算财政拨款'],
  ['state-capital', 'state_capital', '国有资本经营预算财政拨款'],
];

function family(
  name: string,
  meaning: string,
  metrics: Metric | readonly Metric[],
  funds: Fund | null,
  phases: readonly Phase[],
): Family {
  return {
    name,
    meaning,
    metrics: typeof metrics === 'string' ? [metrics] : metrics,
    funds: funds === null ? null : [funds],
    phases,
  };
}

const byFund = (name: 'income' | 'expenditure', what: string): readonly Family[] =>
  APPROPRIATIONS.map(([fund, ending, words]) =>
    family(`${name}_${ending}`, `${what} of ${words}`, name, fund, ALL),
  );

/** The headline amounts of a report in the order of its tables. */
export const FAMILIES: readonly Family[] = [
  family('income', '本年收入合计, income of the year', 'income', 'all', ALL),
  family('income_grand', '收入总计, income with what is carried in', ['income.grand', 'balance'], 'all', ALL),
  ...byFund('income', 'income'),
  family('income_superior', '上级补助收入, subsidies from above', 'income.superior', null, ENDS),
  family('income_business', '事业收入, income of public services', 'income.business', null, ENDS),
  family('income_operating', '经营收入, income of trading', 'income.operating', null, ENDS),
  family('income_affiliates', '附属单位上缴收入, paid in by affiliates', 'income.affiliates', null, ENDS),
  family('income_other', '其他收入, other income', 'income.other', null, ENDS),
  family('expenditure', '本年支出合计, expenditure of the year', 'expenditure', 'all', ALL),
  family(
    'expenditure_grand',
    '支出总计, expenditure with what is carried out',
    ['expenditure.grand', 'balance'],
    'all',
    ALL,
  ),
  ...byFund('expenditure', 'expenditure'),
  family('basic', '基本支出, basic expenditure of all money', 'basic', 'all', ALL),
  family('project', '项目支出, project expenditure of all money', 'project', 'all', ALL),
  family('basic_general_public', '基本支出 of 一般公共预算财政拨款', 'basic', 'general-public', ALL),
  family('project_general_public', '项目支出 of 一般公共预算财政拨款', 'project', 'general-public', ALL),
  family('personnel', '人员经费, staff costs', 'personnel', null, ALL),
  family('operating', '公用经费, operating costs (public expenses)', 'operating', null, ALL),
  family('three_public', '“三公”经费, the three public expenses', 'three-public', null, ALL),
  family('three_public_abroad', '因公出国（境）费, travel abroad', 'three-public.abroad', null, ALL),
  family(
    'three_public_vehicles',
    '公务用车购置及运行维护费, purchase and running of vehicles',
    'three-public.vehicles',
    null,
    ALL,
  ),
  family('three_public_purchase', '公务用车购置费, purchase of vehicles', 'three-public.purchase', null, ALL),
  family(
    'three_public_running',
    '公务用车运行维护费, running of vehicles',
    'three-public.running',
    null,
    ALL,
  ),
  family('three_public_reception', '公务接待费, official reception', 'three-public.reception', null, ALL),
  family('meetings', '会议费, meetings', 'meetings', null, ENDS),
  family('training', '培训费, training', 'training', null, ENDS),
  family('running_costs', '机关运行经费, running costs of offices', 'running-costs', null, ENDS),
  family('procurement', '政府采购支出, government procurement', 'procurement', null, ENDS),
  family('opening', '年初结转和结余, carried in', 'opening', 'all', ENDS),
  family('opening_fiscal', '年初财政拨款结转和结余, carried in of 财政拨款', 'opening', 'fiscal', ENDS),
  family('surplus_used', '使用非财政拨款结余, surplus used', 'surplus.used', null, ENDS),
  family('surplus_distributed', '结余分配, surplus distributed', 'surplus.distributed', null, FINAL),
  family('closing', '年末结转和结余, carried out', 'closing', 'all', ENDS),
  family('closing_fiscal', '年末财政拨款结转和结余, carried out of 财政拨款', 'closing', 'fiscal', ENDS),
];
