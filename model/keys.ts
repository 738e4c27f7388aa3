/** Whose money a figure is. `fiscal` is 财政拨款, the three budgets of it together; `other` is what a unit earns itself. */
export const FUNDS = [
  'general-public',
  'government-fund',
  'state-capital',
  'fiscal',
  'special-account',
  'other',
  'all',
] as const;
export type Fund = (typeof FUNDS)[number];

/** Which way money goes; `balance` is what is carried into or out of a year, or both sides of an account at once. */
export const DIRECTIONS = ['income', 'expenditure', 'balance'] as const;
export type Direction = (typeof DIRECTIONS)[number];

/**
 * What a figure measures, in the controlled vocabulary of the field. Fund, function and economic item are keys of their
 * own, so that one metric stands for 支出合计 of a report, of a budget and of a class.
 */
export const METRICS = [
  'income',
  'income.grand',
  'income.superior',
  'income.business',
  'income.tuition',
  'income.operating',
  'income.affiliates',
  'income.other',
  'expenditure',
  'expenditure.grand',
  'expenditure.superior',
  'expenditure.operating',
  'expenditure.affiliates',
  'basic',
  'project',
  'personnel',
  'operating',
  'balance',
  'opening',
  'closing',
  'surplus.used',
  'surplus.distributed',
  'three-public',
  'three-public.abroad',
  'three-public.vehicles',
  'three-public.purchase',
  'three-public.running',
  'three-public.reception',
  'meetings',
  'training',
  'travel',
  'running-costs',
  'procurement',
  'procurement.goods',
  'procurement.works',
  'procurement.services',
  'execution-rate',
] as const;
export type Metric = (typeof METRICS)[number];

/**
 * What a figure is about, apart from year and phase: the keys by which figures of different documents are the same
 * thing. A key is missing where the report does not say it without doubt.
 */
export interface FactKeys {
  readonly metric?: Metric;
  readonly fund?: Fund;
  readonly direction?: Direction;
  /** 支出功能分类: 3, 5 or 7 digits. */
  readonly functionCode?: string;
  /** 支出经济分类, of departments (3xx) or of governments (5xx): 3 or 5 digits. */
  readonly economicCode?: string;
  /** Division of COFOG, 01 to 10. */
  readonly cofog?: string;
}
