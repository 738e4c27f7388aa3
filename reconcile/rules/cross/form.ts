import type { Fund } from '../../../model/keys.ts';
import type { Reading, TableReading } from '../../../model/reading.ts';
import { areHeaded } from '../../../normalizers/keys/columns.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { fundNamed } from '../../agreement/metric.ts';

/** The standard tables that state the same money in different breakdowns. */
export type FormName =
  | 'total'
  | 'income'
  | 'expenditure'
  | 'fiscal'
  | 'by-code'
  | 'by-item'
  | 'basic'
  | 'project';

/** A table known as one of the standard tables, and whose money it states. */
export interface Form {
  readonly name: FormName;
  readonly fund: Fund;
  readonly table: TableReading;
}

const TWO_SIDED = /收(?:入)?支(?:出)?(?:预算|决算|情况)*总?表/u;
const INCOME = /收入(?:预算|决算)?总?表/u;
const EXPENDITURE = /支出(?:预算|决算)?(?:情况)?总?表/u;
const BY_CODE = /支出(?:功能分类)?(?:预算|决算)?(?:情况)?总?表/u;
/** A table of one unit, one project or one purpose among several states a part of what its name says. */
const PART = /分单位|分项目|续表|对比|差异|机关运行|采购|转移支付|三公/u;

const namedAs = (table: TableReading): readonly [FormName, Fund] | null => {
  const title = squeeze(table.title?.trim() ?? '');
  if (title === '' || PART.test(title)) return null;
  const fund = fundNamed(title);
  switch (table.kind) {
    case 'total':
    case 'fiscal':
      if (TWO_SIDED.test(title) && (fund === null || fund === 'fiscal'))
        return fund === null ? ['total', 'all'] : ['fiscal', 'fiscal'];
      return fund === 'fiscal' && BY_CODE.test(title) ? ['by-code', 'fiscal'] : null;
    case 'income':
      return fund === null && INCOME.test(title) ? ['income', 'all'] : null;
    case 'expenditure':
      return fund === null && EXPENDITURE.test(title) ? ['expenditure', 'all'] : null;
    case 'general-budget':
    case 'government-fund':
    case 'state-capital':
      if (/明细表/u.test(title)) return null;
      if (fund === null || /基本支出|项目支出/u.test(title)) return null;
      return BY_CODE.test(title) || TWO_SIDED.test(title) ? ['by-code', fund] : null;
    case 'general-budget-economic':
      return fund === null || /基本支出|项目支出/u.test(title) ? null : ['by-item', fund];
    case 'basic':
      return fund !== null && /基本支出/u.test(title) ? ['basic', fund] : null;
    case 'project':
      return fund !== null && /项目支出/u.test(title) && !/绩效|重点/u.test(title) ? ['project', fund] : null;
    default:
      return null;
  }
};

/**
 * The standard tables of a report, by kind and title, never by number. Where two tables claim to be the same one (one a
 * unit, an annex with tables of its own), neither is bound.
 */
export function formsOf(reading: Reading): readonly Form[] {
  const forms = reading.tables.flatMap((table): readonly Form[] => {
    const named = namedAs(table);
    return named === null || !areHeaded(table.columns) ? [] : [{ name: named[0], fund: named[1], table }];
  });
  const groups = Map.groupBy(forms, ({ name, fund }) => `${name}|${fund}`);
  return [...groups.values()].flatMap((group) => (group.length === 1 ? group : []));
}
