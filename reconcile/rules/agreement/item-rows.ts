import type { Fact, Reading } from '../../../model/reading.ts';
import { onceFor } from '../../../normalizers/once.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { ownPhase } from '../../agreement/amounts.ts';
import { shown } from '../../messages/arithmetic.ts';
import { type ListedItem, listedItems } from '../../prose/item-list.ts';
import type { Remark, Rule, StatementDraft } from '../../rule.ts';
import { equalityStatement } from '../../statement.ts';
import { amountsNear } from '../cross/amounts-near.ts';
import { agree, figureOf } from '../cross/entry.ts';
import { type Form, formsOf } from '../cross/form.ts';
import { ledgerOf } from '../cross/ledger.ts';
import { report } from '../tables/define.ts';
import { labelOf } from '../tables/view.ts';

const CODE = 'R-40-03';

const bare = (name: string): string => squeeze(name).replace(/[()"]/gu, '').replace(/支出$/u, '');

interface Row {
  readonly code: string;
  readonly name: string;
  readonly division: string;
  readonly fact: Fact;
}

/** The items (seven digits) of a table by function, with the amount of the report's own year and phase. */
function rowsOf(reading: Reading, form: Form): readonly Row[] {
  const labels = new Map(
    form.table.rows.flatMap(({ index }) => {
      const { code, name } = labelOf(form.table, index, 0);
      return code === null ? [] : [[code, name] as const];
    }),
  );
  const phase = ownPhase(reading);
  return ledgerOf(reading).entries.flatMap((entry): readonly Row[] => {
    const fact = figureOf(entry);
    const own = entry.form.table === form.table && entry.flow === 'expenditure' && entry.measure === 'whole';
    if (!own || entry.fund !== form.fund || entry.phase !== phase || entry.item.length !== 7 || fact === null)
      return [];
    const name = labels.get(entry.item) ?? '';
    return [{ code: entry.item, name, division: labels.get(entry.item.slice(0, 5)) ?? '', fact }];
  });
}

const indexOf = onceFor((rows: readonly Row[]) => ({
  byName: Map.groupBy(rows, ({ name }) => bare(name)),
  byCode: Map.groupBy(rows, ({ code }) => code),
}));

/** The one row that an entry names: by its code, else by item and division; null where it is not sure. */
function rowOf(rows: readonly Row[], { code, name, division }: ListedItem): Row | null {
  const { byName, byCode } = indexOf(rows);
  const named = (byName.get(bare(name)) ?? []).filter(
    (row) => division === null || bare(row.division) === bare(division),
  );
  const coded = code === null ? undefined : byCode.get(code)?.[0];
  if (coded !== undefined) return named.length === 0 || named.includes(coded) ? coded : null;
  const [only, ...others] = named;
  return only !== undefined && others.length === 0 ? only : null;
}

interface Matched {
  readonly item: ListedItem;
  readonly fact: Fact;
  readonly row: Row | null;
}

interface List {
  readonly rows: readonly Row[];
  readonly entries: readonly Matched[];
}

const holds = ({ fact, row }: Matched): boolean => row !== null && agree(fact, row.fact);
const FEWEST = 3;

/** Tables by function, those that reports explain item by item first. */
const FORMS: readonly (readonly [Form['name'], Form['fund']])[] = [
  ['by-code', 'general-public'],
  ['by-code', 'fiscal'],
  ['expenditure', 'all'],
];

const held = ({ entries }: List): number => entries.filter(holds).length;

/** The entries of the text with the rows that they name in each table. */
const listsOf = onceFor((reading: Reading): readonly List[] => {
  const items = listedItems(reading);
  const forms = formsOf(reading);
  return FORMS.flatMap(([name, fund]): readonly List[] => {
    const form = forms.find((one) => one.name === name && one.fund === fund);
    if (form === undefined) return [];
    const rows = rowsOf(reading, form);
    const entries = items.flatMap((item): readonly Matched[] =>
      item.amount === null ? [] : [{ item, fact: item.amount.fact, row: rowOf(rows, item) }],
    );
    return [{ rows, entries }];
  });
});

/**
 * The list of the text with the table that it explains: the one that most of its amounts agree with, and nearly all of
 * those that it names. Null where none does: then the list is about other money.
 */
function listOf(reading: Reading): List | null {
  const best = listsOf(reading).reduce<List | null>(
    (most, list) => (most === null || held(list) > held(most) ? list : most),
    null,
  );
  if (best === null || held(best) < FEWEST) return null;
  const named = best.entries.filter(({ row }) => row !== null).length;
  return held(best) * 4 >= named * 3 ? best : null;
}

/** An entry that another table bears out belongs to a second list, about that table. */
function amounts(reading: Reading): readonly StatementDraft[] {
  const lists = listsOf(reading);
  return (listOf(reading)?.entries ?? []).flatMap((entry, i) => {
    const borneOut = lists.flatMap(({ entries }) => entries[i] ?? []).find(holds) ?? entry;
    return borneOut.row === null
      ? []
      : [equalityStatement({ rule: CODE, stated: entry.fact, severity: 'error' }, borneOut.row.fact)];
  });
}

/** More items than this are not forgotten: the list is a choice, or was not read. */
const MOST_LACKING = 2;

/** The amounts of the text with their sentences. */
const amountsTold = onceFor((reading: Reading) =>
  amountsNear(
    reading.sentences.flatMap(({ text, facts }) =>
      facts.filter(({ quantity }) => quantity.unit === '元').map((fact) => ({ text, fact })),
    ),
    ({ fact }) => fact,
  ),
);

/** The entries of a list that name no row, by their amounts. */
const unplaced = onceFor(({ entries }: List) =>
  amountsNear(
    entries.filter(({ row }) => row === null),
    ({ fact }) => fact,
  ),
);

/** True where a row without an entry of its name has one of its amount: it is named otherwise. */
const namedOtherwise = (reading: Reading, list: List, row: Row): boolean =>
  unplaced(list).near(row.fact).length > 0 ||
  amountsTold(reading)
    .near(row.fact)
    .some(({ text }) => squeeze(text).includes(bare(row.name)));

function remark(template: string, fact: Fact, parameters: Readonly<Record<string, string>>): Remark {
  return {
    rule: CODE,
    severity: 'warning',
    place: fact.place,
    quote: fact.quote,
    template,
    parameters: { ...parameters, stated: shown(fact) },
    subject: `${template}|${parameters.name ?? ''}`,
    facts: [fact],
    yields: true,
  };
}

function missing(reading: Reading, list: List): readonly Remark[] {
  const listed = new Set(list.entries.map(({ row }) => row));
  const spent = list.rows.filter(({ fact }) => fact.quantity.value.gt(0));
  const lacking = spent.filter((row) => !listed.has(row) && !namedOtherwise(reading, list, row));
  const complete = lacking.length <= MOST_LACKING && lacking.length * 4 <= spent.length;
  if (!complete) return [];
  return lacking.map(({ fact, name, code }) => remark('item-missing', fact, { name, item: code }));
}

/** Entries between those of the list that no table by function has, whatever the fund. */
function extra(reading: Reading, list: List): readonly Remark[] {
  const known = new Set(ledgerOf(reading).entries.map(({ form }) => form.table));
  const names = new Set(
    [...known].flatMap((table) => table.rows.map(({ index }) => bare(labelOf(table, index, 0).name))),
  );
  const own = list.entries.filter(holds).map(({ item }) => item.paragraph);
  const [first = 0] = own;
  const last = own.at(-1) ?? 0;
  const listed = new Set(list.entries.map(({ row }) => row?.fact));
  const rows = list.rows.filter(({ fact }) => !listed.has(fact));
  const left = amountsNear(rows, ({ fact }) => fact);
  const added = list.entries.filter(
    ({ item, fact, row }) =>
      row === null &&
      fact.quantity.value.gt(0) &&
      item.paragraph >= first &&
      item.paragraph <= last &&
      !names.has(bare(item.name)) &&
      left.near(fact).length === 0,
  );
  // As many rows are left over: the items are named otherwise, and their amounts differ for a reason of their own.
  if (added.length > MOST_LACKING || rows.some(({ fact }) => fact.quantity.value.gt(0))) return [];
  return added.map(({ fact, item }) => remark('item-extra', fact, { name: item.name }));
}

const HEAD = '一般公共预算财政拨款支出决算具体情况如下：\n';
const TABLE = report(
  '一般公共预算财政拨款支出决算表',
  '万元',
  '科目编码|科目名称|小计|基本支出|项目支出',
  '合计|合计|65.00|45.00|20.00',
  '208|社会保障和就业支出|15.00|15.00|0.00',
  '20805|行政事业单位养老支出|15.00|15.00|0.00',
  '2080505|机关事业单位基本养老保险缴费支出|10.00|10.00|0.00',
  '2080506|机关事业单位职业年金缴费支出|5.00|5.00|0.00',
  '213|农林水支出|50.00|30.00|20.00',
  '21303|水利|50.00|30.00|20.00',
  '2130301|行政运行|28.00|28.00|0.00',
  '2130305|水利工程建设|16.00|0.00|16.00',
  '2130306|水利工程运行与维护|4.00|0.00|4.00',
  '2130399|其他水利支出|2.00|2.00|0.00',
);
const entry = (division: string, name: string, budget: string, spent: string) =>
  `${division}（款）${name}（项）。年初预算为${budget}万元，支出决算为${spent}万元。决算数与预算数的差异系人员变动。\n`;
const ENTRIES = [
  entry('社会保障和就业支出（类）行政事业单位养老支出', '机关事业单位基本养老保险缴费支出', '9.00', '10.00'),
  entry('社会保障和就业支出（类）行政事业单位养老支出', '机关事业单位职业年金缴费支出', '5.00', '5.00'),
  entry('农林水支出（类）水利', '行政运行', '28.50', '28.00'),
  entry('农林水支出（类）水利', '水利工程建设', '20.00', '16.00'),
  entry('农林水支出（类）水利', '水利工程运行与维护', '6.00', '4.00'),
  entry('农林水支出（类）水利', '其他水利支出', '3.00', '2.00'),
];
const listed = (entries: readonly string[]) => `${TABLE}\n${HEAD}${entries.join('')}`;
const without = (i: number) => ENTRIES.filter((_, k) => k !== i);

export const itemRowsRule: Rule = {
  code: CODE,
  severity: 'error',
  title: { en: 'The list of items and the table by function', zh: '具体情况所列科目与支出表各行' },
  explanation: {
    en: 'Where the text explains expenditure item by item (款, 项), each entry is a row of the table that the list is about: the table that most of its amounts agree with. An amount that differs is an error. An item of the table that is not explained, or an entry that no table has, is a warning, and only told of a list that is otherwise complete; an item named otherwise is known by its amount.',
    zh: '文中逐项（款、项）说明支出的，各项应与所对应表格的行一致；所对应的表以多数金额相符者为准。金额不符的列为错误；列举基本完整而漏列表中科目、或多列各表均无的科目的，仅作提示；名称不同而金额相同的视为同一科目。',
  },
  fires: [
    listed(ENTRIES.map((line) => line.replace('28.00', '82.00'))),
    listed(without(4)),
    listed([
      ...ENTRIES.slice(0, 4),
      entry('农林水支出（类）水利', '防汛', '1.00', '1.50'),
      ...ENTRIES.slice(4),
    ]),
  ],
  quiet: [
    listed(ENTRIES),
    listed(ENTRIES.map((line) => line.replace('机关事业单位职业年金缴费支出', '职业年金缴费'))),
    listed(ENTRIES.slice(0, 3)),
    listed(ENTRIES.map((line) => line.replace(/支出决算为(\d+)/gu, '支出决算为1$1'))),
    listed(
      ENTRIES.map((line) => line.replace('社会保障和就业支出（类）', '').replace('农林水支出（类）', '3．')),
    ),
    `${listed(without(5))}水利方面还有其他水利支出2.00万元。`,
    `某县水利局2024年度部门决算\n${ENTRIES.join('')}`,
  ],
  statements: amounts,
  remarks: (reading) => {
    const list = listOf(reading);
    return list === null ? [] : [...missing(reading, list), ...extra(reading, list)];
  },
};
