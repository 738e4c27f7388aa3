import type { Fund } from '../../../model/keys.ts';
import type { ColumnReading } from '../../../model/reading.ts';
import { CARRIED } from '../../../normalizers/keys/vocabulary.ts';
import { senseOf } from '../../../normalizers/keys/words.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { fundNamed } from '../../agreement/metric.ts';
import { classCode } from '../../prose/items.ts';
import { labelOf, leafOf } from '../tables/view.ts';
import { type Entry, entryAt, type Flow, isOwnYear, type Measure } from './entry.ts';
import type { Form } from './form.ts';

const YEAR_TOTAL = /^(?:[本当]年)(?:收入|支出)(?:合计|小计)$/u;
const GRAND = /^(?:(?:收入|支出)?总计|(?:收入|支出)合计)$/u;
const OPENING = /^(?:年初|上年).*(?:结转|结余)/u;
const CLOSING = /^(?:年末.*(?:结转|结余)|结转下年)/u;
const FUND_ROW = /^(?:一般公共预算|政府性基金(?:预算)?|国有资本经营预算)(?:财政拨款|资金|拨款)?(?:收入)?$/u;

/** The source of income besides appropriations that words name (a row here, a column of the income table), or null. */
export function sourceNamed(words: string): string | null {
  const metric = senseOf(squeeze(words))?.metric ?? null;
  return metric !== null && /^income\.(?!grand|tuition)/u.test(metric) ? metric : null;
}

/** The fund of a column of the fiscal table; the whole one has none of its own. */
const fundOfColumn = (form: Form, column: ColumnReading): Fund => fundNamed(leafOf(column)) ?? form.fund;

interface Said {
  readonly flow: Flow;
  readonly fund: Fund | null;
  readonly item: string;
  readonly measure: Measure;
}

const whole = (flow: Flow, fund: Fund | null = null): Said => ({ flow, fund, item: 'all', measure: 'whole' });

/** What the rows of one side say, from the top down: a fund below an opening balance is a part of that balance. */
function rowsOf(
  form: Form,
  block: number,
  side: 'income' | 'expenditure',
): readonly (readonly [number, Said])[] {
  const names = form.table.rows.map(({ index }) => labelOf(form.table, index, block).name);
  const carried = names.some(
    (name, row) =>
      CARRIED.test(name) &&
      form.table.columns.some(
        (column) => column.block === block && form.table.facts.has(`${row},${column.index}`),
      ),
  );
  const yearly = names.some((name) => YEAR_TOTAL.test(name));
  let section: Flow = side;
  return names.flatMap((name, row): readonly (readonly [number, Said])[] => {
    if (YEAR_TOTAL.test(name)) return [[row, whole(side)]];
    if (GRAND.test(name)) {
      const grand: readonly [number, Said] = [row, whole(`grand-${side}`)];
      return yearly || carried ? [grand] : [grand, [row, whole(side)]];
    }
    if (OPENING.test(name)) {
      section = 'opening';
      return [[row, whole('opening')]];
    }
    if (CLOSING.test(name)) {
      section = 'closing';
      return [[row, whole('closing')]];
    }
    if (FUND_ROW.test(name)) return [[row, whole(section, fundNamed(name))]];
    if (side === 'income') {
      if (/^财政拨款(?:收入)?$/u.test(name)) return [[row, whole('income', 'fiscal')]];
      const source = sourceNamed(name);
      return source === null ? [] : [[row, { ...whole('income'), item: source }]];
    }
    if (name === '基本支出' || name === '项目支出')
      return [[row, { ...whole(side), measure: name === '基本支出' ? 'basic' : 'project' }]];
    const code = name.endsWith('支出') ? classCode(name) : null;
    return code === null ? [] : [[row, { ...whole(side), item: code }]];
  });
}

/** The entries of the total table and of the fiscal table, both with income on the left. */
export function twoSidedEntries(form: Form, year: number | null): readonly Entry[] {
  const blocks = Map.groupBy(
    form.table.columns.filter((column) => isOwnYear(column, year)),
    (column) => column.block,
  );
  return [...blocks].flatMap(([block, columns]) => {
    const side = block === 0 ? 'income' : 'expenditure';
    return rowsOf(form, block, side).flatMap(([row, said]) =>
      columns.flatMap((column) => {
        const fund = fundOfColumn(form, column);
        if (said.fund !== null && fund !== form.fund) return [];
        return entryAt(form, row, column, { ...said, fund: said.fund ?? fund });
      }),
    );
  });
}
