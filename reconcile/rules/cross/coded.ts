import type { ColumnReading } from '../../../model/reading.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { labelOf } from '../tables/view.ts';
import { type Entry, entryAt, type Flow, isOwnYear, type Measure } from './entry.ts';
import type { Form } from './form.ts';
import { sourceNamed } from './two-sided.ts';

const WHOLE =
  /^(?:合计|小计|总计|金额|(?:本年)?(?:支出|收入)(?:合计|小计)?|(?:支出)?(?:预算|决算)数?|(?:一般公共|政府性基金|国有资本经营)预算(?:财政拨款)?支出)$/u;

interface Said {
  readonly flow: Flow;
  readonly measure: Measure;
}

/**
 * What a column of a table by code states, from its own word and those above it; null where that is not sure.
 * @param balanced true where the table has opening and closing balances beside the year's flows, which it then names
 */
function saidBy(column: ColumnReading, balanced: boolean): Said | null {
  const words = column.path.map((word) => squeeze(word).replace(/\(?(?:万元|元)\)?$/u, ''));
  const leaf = words.at(-1) ?? '';
  const above = words.slice(0, -1).join('|');
  const flow: Flow | null = /年初|上年结转/u.test(words.join('|'))
    ? 'opening'
    : /年末|结转下年/u.test(words.join('|'))
      ? 'closing'
      : /本年收入/u.test(words.join('|'))
        ? 'income'
        : balanced && !/本年支出/u.test(words.join('|'))
          ? null
          : 'expenditure';
  if (flow === null) return null;
  if (flow === 'opening' || flow === 'closing')
    return /^(?:合计|小计)$|结[转余]/u.test(leaf) && !/基本|项目/u.test(leaf)
      ? { flow, measure: 'whole' }
      : null;
  if (/^基本支出$/u.test(leaf)) return { flow, measure: 'basic' };
  if (/^项目支出$/u.test(leaf)) return { flow, measure: 'project' };
  if (/^人员(?:经费|支出)$/u.test(leaf)) return { flow, measure: 'personnel' };
  if (/^公用(?:经费|支出)$/u.test(leaf)) return { flow, measure: 'operating' };
  if (!WHOLE.test(leaf)) return null;
  const measure = /基本支出/u.test(above) ? 'basic' : /项目支出/u.test(above) ? 'project' : 'whole';
  return { flow, measure };
}

/** The code of a row, or `all` for the row of totals; a table of one line without labels is its total. */
function itemOf(form: Form, row: number, block: number, lines: number): string | null {
  const label = labelOf(form.table, row, block);
  if (label.code !== null) return label.role === 'of-which' ? null : label.code;
  if (label.role === 'total') return 'all';
  return label.role === 'blank' && lines === 1 ? 'all' : null;
}

/** In tables of basic or project expenditure the whole column states basic or project expenditure. */
const NARROWED: Readonly<Partial<Record<Form['name'], Measure>>> = { basic: 'basic', project: 'project' };

/**
 * The entries of a table with a row for each code: by function, or for basic expenditure by economic item. Blocks side
 * by side are one list.
 */
export function codedEntries(form: Form, year: number | null): readonly Entry[] {
  const { table } = form;
  const lines = new Set(
    [...table.facts.values()].map(({ place, origin }) => (origin.kind === 'table' ? origin.row : place)),
  );
  const balanced = table.columns.some(({ path }) => /年初|年末/u.test(path.join('|')));
  return table.columns.flatMap((column) => {
    const said = isOwnYear(column, year) ? saidBy(column, balanced) : null;
    if (said === null) return [];
    const narrowed = NARROWED[form.name];
    const measure = said.measure === 'whole' && narrowed !== undefined ? narrowed : said.measure;
    return table.rows.flatMap(({ index }) => {
      const item = itemOf(form, index, column.block, lines.size);
      return item === null
        ? []
        : entryAt(form, index, column, { flow: said.flow, fund: form.fund, item, measure });
    });
  });
}

/** The entries of the income table: the whole by code, and its total by source. */
export function incomeEntries(form: Form, year: number | null): readonly Entry[] {
  const { table } = form;
  const totals = table.rows.filter(({ index }) => labelOf(table, index, 0).role === 'total');
  const [total, ...others] = totals;
  if (total === undefined || others.length > 0) return [];
  const amounts = table.columns.filter((column) => isOwnYear(column, year));
  return amounts.flatMap((column) => {
    const leaf = squeeze(column.path.at(-1) ?? '');
    const meaning = { flow: 'income', fund: 'all', item: 'all', measure: 'whole' } as const;
    const at = (more: { readonly fund?: 'fiscal'; readonly item?: string }) =>
      entryAt(form, total.index, column, { ...meaning, ...more });
    if (/^(?:本年收入合计|合计|收入合计)$/u.test(leaf)) return at({});
    if (amounts.length === 1 && labelOf(table, total.index, 0).name === '收入总计')
      return entryAt(form, total.index, column, { ...meaning, flow: 'grand-income' });
    if (/^财政拨款(?:收入)?$/u.test(leaf)) return at({ fund: 'fiscal' });
    const source = sourceNamed(leaf);
    return source === null ? [] : at({ item: source });
  });
}
