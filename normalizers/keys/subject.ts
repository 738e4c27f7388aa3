import type { Fund, Metric } from '../../model/keys.ts';
import type { TableReading } from '../../model/reading.ts';
import { sectionsOf } from '../table/read.ts';
import { squeeze } from '../text/flat.ts';
import { fundOfWords } from './vocabulary.ts';

/** What a standard table is about as a whole; its rows and columns only say which part of that a cell is. */
export interface Subject {
  /** What a column of the whole measures; null where only the words of rows and columns say. */
  readonly whole: Metric | null;
  readonly fund: Fund | null;
  /** Which codes its rows carry. */
  readonly codes: 'function' | 'economic';
  /** True for 收入 beside 支出, each with labels of its own. */
  readonly sides: boolean;
}

/** A table of one purpose among several, of purchases or of projects states a part of what its kind says. */
const PART = /转移支付|采购|三公|分项目|重点|绩效|债务/u;
const UNIT_LIST = /单位(?:名称|编码|代码)$|^(?:预算)?单位$|^部门(?:名称|编码|代码)$/u;
/** Sources of income that no fiscal appropriation has: a table with them is of all money. */
const OTHER_MONEY =
  /^(?:上级补助收入|事业收入|(?:事业单位)?经营收入|附属单位上缴收入|其他收入|上缴上级支出|经营支出|对附属单位补助支出)$/u;
const BALANCED = /年初|年末|本年收入/u;

const pathsOf = (table: TableReading): readonly (readonly string[])[] =>
  sectionsOf(table).flatMap(({ columns }) => columns.map(({ path }) => path.map((word) => squeeze(word))));

/** True where the rows belong to units named in a column of their own: then only the total is the entity's. */
export const listsUnits = (table: TableReading): boolean =>
  pathsOf(table).some((path) => path.some((word) => UNIT_LIST.test(word)));

function statesAllMoney(table: TableReading): boolean {
  const words = pathsOf(table).flat();
  const names = table.rows.flatMap(({ labels }) => labels.map(({ name }) => name));
  return [...words, ...names].some((word) => OTHER_MONEY.test(word));
}

/** The whole of a coded table: 收入支出 in its title leaves open which, unless columns of expenditure stand beside it. */
function wholeOf(table: TableReading, title: string): Metric | null {
  const words = pathsOf(table).flat();
  if (words.some((word) => BALANCED.test(word))) return null;
  if (!/收入|收支/u.test(title)) return 'expenditure';
  return words.includes('基本支出') && words.includes('项目支出') ? 'expenditure' : null;
}

/** Basic or project expenditure by economic item, or all expenditure where the title says so. */
function economicWhole(title: string): Metric | null {
  const basic = /基本支出/u.test(title);
  const project = /项目支出/u.test(title);
  if (basic || project) return basic === project ? null : basic ? 'basic' : 'project';
  return /支出/u.test(title) ? 'expenditure' : null;
}

/** What a table is about, from its kind and title; null for tables that are no standard ones. */
export function subjectOf(table: TableReading): Subject | null {
  const title = squeeze(table.title ?? '');
  if (PART.test(title)) return null;
  const named = fundOfWords(title);
  const several = named === null && /一般公共|政府性基金|国有资本/u.test(title);
  const all: Fund | null = several ? null : (named ?? (statesAllMoney(table) ? 'all' : null));
  const coded = { codes: 'function', sides: false } as const;
  switch (table.kind) {
    case 'total':
      return {
        whole: null,
        fund: all ?? (!several && /收(?:入)?支/u.test(title) ? 'all' : null),
        codes: 'function',
        sides: true,
      };
    case 'fiscal':
      return sectionsOf(table).some(({ columns }) => columns.some(({ block }) => block > 0))
        ? { whole: null, fund: named ?? 'fiscal', codes: 'function', sides: true }
        : { ...coded, whole: wholeOf(table, title), fund: named ?? 'fiscal' };
    case 'income':
      return { ...coded, whole: 'income', fund: several ? null : (named ?? 'all') };
    case 'expenditure':
      return { ...coded, whole: 'expenditure', fund: several ? null : (named ?? 'all') };
    case 'general-budget':
    case 'government-fund':
    case 'state-capital':
    case 'general-budget-economic':
      return { ...coded, whole: wholeOf(table, title), fund: named };
    case 'basic':
      return { whole: economicWhole(title), fund: named, codes: 'economic', sides: false };
    case 'project':
      return title !== '' && /项目支出/u.test(title) ? { ...coded, whole: 'project', fund: named } : null;
    case 'running-costs':
      return { whole: 'running-costs', fund: null, codes: 'economic', sides: false };
    case 'budget-final-comparison':
      return { whole: null, fund: all, codes: 'function', sides: false };
    default:
      return null;
  }
}
