import type { Fact, Reading } from '../../../model/reading.ts';
import { codesOfName } from '../../../normalizers/codes/codes.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import { passagesOf } from '../../prose/mention.ts';
import type { Remark, Rule } from '../../rule.ts';
import { report } from '../tables/define.ts';

const LIST =
  /(人员|公用)(?:经费|支出)(?:[^,。;:\d]{0,12}[\d,. ]+(?:亿|万|千)?元)[,。;:]?主要(?:包括|用于|有|是)?:?([^,。;:]*)/gu;
const END = /等(?:支出|费用|方面)?$/u;
const FEWEST_NAMES = 3;
const FEWEST_ROWS = 8;
const SHORTEST_TRANSCRIPT = 5;
/** 301 and 303 are personnel, every other class of the table is operating. */
const PERSONNEL = /^30[13]/u;

/** An economic item by its words alone: 维修(护)费, 其他交通费用 and 其他交通费 stand for the same as their shorter forms. */
const bare = (name: string): string =>
  squeeze(name).replace(/[()]/gu, '').replace(/费用$/u, '费').replace(/支出$/u, '');

interface Row {
  readonly code: string;
  readonly name: string;
  /** The amounts of the year; none where the cells are blank. */
  readonly facts: readonly Fact[];
}

/** The economic items (five digits) of every table of basic expenditure. */
const rowsOf = (reading: Reading): readonly Row[] =>
  reading.tables
    .filter(({ kind }) => kind === 'basic')
    .flatMap((table) =>
      table.rows.flatMap(({ index, labels }) =>
        labels.flatMap(({ code, name }, block): readonly Row[] => {
          const columns = table.columns.filter(
            (column) => column.block === block && column.role === 'amount' && column.phase !== 'prior',
          );
          const facts = columns.flatMap((column) => table.facts.get(`${index},${column.index}`) ?? []);
          return code?.length === 5 ? [{ code, name: bare(name), facts }] : [];
        }),
      ),
    );

interface List {
  readonly operating: boolean;
  readonly names: readonly string[];
  readonly quote: string;
  readonly place: Remark['place'];
}

const listsOf = (reading: Reading): readonly List[] =>
  passagesOf(reading).flatMap(({ sentences }) => {
    const text = sentences.map((sentence) => sentence.text).join('');
    return [...text.matchAll(LIST)].flatMap((match): readonly List[] => {
      const names = (match[2] ?? '').replace(END, '').split('、');
      const begin = match.index + match[0].length - (match[2] ?? '').length;
      let end = 0;
      const sentence = sentences.find((one) => {
        end += one.text.length;
        return begin < end;
      });
      if (sentence === undefined || names.length < FEWEST_NAMES) return [];
      return [
        { operating: match[1] === '公用', names, quote: match[0].slice(0, 160), place: sentence.place },
      ];
    });
  });

interface Empty {
  readonly name: string;
  /** The zeros that the tables print for it; none where they do not have the item. */
  readonly zeros: readonly Fact[];
}

const codesOf = (name: string): readonly string[] =>
  codesOfName(squeeze(name), 'economic').filter((code) => code.length === 5);
const rowsNamed = (rows: readonly Row[], name: string): readonly Row[] =>
  rows.filter((row) => row.name === bare(name) || codesOf(name).includes(row.code));

/** Where the tables have less than half of a list, its rows were lost in reading. */
const isLost = ({ names }: List, rows: readonly Row[]): boolean =>
  names.filter((name) => rowsNamed(rows, name).length > 0).length * 2 < names.length;

/** A listed item of the classification that no table of basic expenditure has an amount for; blank cells say nothing. */
function emptyIn(rows: readonly Row[], name: string): Empty | null {
  const own = rowsNamed(rows, name);
  if (own.length === 0) return codesOf(name).length > 0 ? { name, zeros: [] } : null;
  const facts = own.flatMap((row) => row.facts);
  const empty =
    own.every((row) => row.facts.length > 0) && facts.every(({ quantity }) => quantity.value.isZero());
  return empty ? { name, zeros: facts } : null;
}

/**
 * True where the list names each item of its kind that has an amount, and besides them only the empty ones: it was
 * written from the table, so that a name without an amount is a slip and no phrase of the template.
 */
function isTranscript({ operating, names }: List, rows: readonly Row[], empty: readonly Empty[]): boolean {
  const wanted = new Set(
    rows
      .filter(
        ({ code, facts }) =>
          PERSONNEL.test(code) !== operating && facts.some(({ quantity }) => !quantity.value.isZero()),
      )
      .map((row) => row.name),
  );
  const listed = new Set(names.filter((name) => !empty.some((one) => one.name === name)).map(bare));
  return (
    names.length >= SHORTEST_TRANSCRIPT &&
    empty.length === 1 &&
    empty.every(({ zeros }) => zeros.length > 0) &&
    listed.size === wanted.size &&
    [...listed].every((name) => wanted.has(name))
  );
}

function remarks(reading: Reading): readonly Remark[] {
  const rows = rowsOf(reading);
  if (rows.length < FEWEST_ROWS) return [];
  const found = listsOf(reading).flatMap((list): readonly Remark[] => {
    const empty = list.names.flatMap((name) => emptyIn(rows, name) ?? []);
    if (empty.length === 0 || isLost(list, rows)) return [];
    const names = empty.map(({ name }) => name).join('、');
    return [
      {
        rule: 'R-40-06',
        severity: isTranscript(list, rows, empty) ? 'warning' : 'info',
        place: list.place,
        quote: list.quote,
        template: 'listed-empty',
        parameters: { names },
        subject: `${list.operating ? 'operating' : 'personnel'}|${names}`,
        facts: empty.flatMap(({ zeros }) => zeros),
        yields: true,
      },
    ];
  });
  return found.filter((remark, i) => found.findIndex(({ subject }) => subject === remark.subject) === i);
}

const made = (list: string, postage: string, rows: readonly string[] = []) =>
  `${report(
    '一般公共预算财政拨款基本支出决算表',
    '万元',
    '科目编码|科目名称|决算数',
    '|合计|47.00',
    '301|工资福利支出|36.00',
    '30101|基本工资|20.00',
    '30102|津贴补贴|16.00',
    '302|商品和服务支出|11.00',
    '30201|办公费|5.00',
    '30202|印刷费|0.00',
    `30207|邮电费|${postage}`,
    '30211|差旅费|3.00',
    '30213|维修（护）费|2.00',
    '30226|劳务费|1.00',
    ...rows,
    '303|对个人和家庭的补助|0.00',
    '30302|退休费|0.00',
  )}\n一般公共预算财政拨款基本支出47.00万元，其中：人员经费36.00万元，主要包括：基本工资、津贴补贴；公用经费11.00万元，主要包括：${list}。`;

export const listedNamesRule: Rule = {
  code: 'R-40-06',
  severity: 'info',
  title: { en: 'Items named in the text and in the table', zh: '文中列举的经济科目与表中金额' },
  explanation: {
    en: 'Items that the text names as part of personnel or operating costs should have an amount in the table of basic expenditure. Names whose row is 0, and items of the classification without a row, are noted once a list; blank cells and names outside the classification say nothing. Such lists are often phrases of the template, so it is information; a warning where the list is otherwise the very items of the table.',
    zh: '文中列举的人员经费、公用经费所含科目，在基本支出表中应有金额。表中为0或无此行的，每处列举合并提示一次；空白单元格及分类科目以外的名称不作判断。此类列举多为模板文字，仅作信息；其余名称与表中有金额的科目完全对应的，列为提示。',
  },
  fires: [
    made('办公费、邮电费、差旅费、维修（护）费、劳务费', '0.00'),
    made('办公费、印刷费、邮电费、差旅费、咨询费等支出', '0.00'),
    made('办公费、差旅费、维修（护）费、租赁费', '0.00'),
  ],
  quiet: [
    made('办公费、差旅费、维修（护）费、劳务费', '0.00'),
    made('办公费、邮电费、差旅费、维修(护)费、劳务费', '0.01'),
    made('办公费、邮电费、差旅费、维修（护）费、劳务费', ''),
    made('办公费、差旅费、离退休活动经费、劳务费', '0.00'),
    made('办公费、差旅费、其他交通费、劳务费', '0.00', ['30239|其他交通费用|0.50']),
    made('办公费、咨询费、手续费、水费、电费', '0.00'),
    '某县文化馆2024年度部门决算\n公用经费11.00万元，主要包括：办公费、邮电费、差旅费。',
  ],
  remarks,
};
