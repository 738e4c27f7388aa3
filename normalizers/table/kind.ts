import type { Table } from '../../model/layout.ts';
import type { RowReading, TableKind } from '../../model/reading.ts';
import { squeeze } from '../text/flat.ts';
import type { Section } from './section.ts';

interface Evidence {
  readonly title: string;
  /** Every header word of every section, in one string. */
  readonly header: string;
  readonly names: readonly string[];
  readonly codes: readonly string[];
  readonly columns: number;
  readonly blocks: number;
}

type Test = (evidence: Evidence) => boolean;

const count = (words: readonly RegExp[], text: string): number =>
  words.filter((word) => word.test(text)).length;
const rowsLike = (names: readonly string[], pattern: RegExp): number =>
  names.filter((name) => pattern.test(name)).length;

const INCOME = [/财政拨款收入/u, /上级补助收入/u, /事业收入/u, /经营收入/u, /附属单位上缴/u, /其他收入/u];
const EXPENDITURE = [/基本支出/u, /项目支出/u, /上缴上级/u, /经营支出/u, /附属单位补助/u];
const THREE_PUBLIC = [/因公出国/u, /公务用车/u, /公务接待/u];

const isFund: Test = ({ title, header }) =>
  /政府性基金/u.test(title) || (/政府性基金/u.test(header) && !/一般公共预算/u.test(header));
const isStateCapital: Test = ({ title, header }) =>
  /国有资本经营/u.test(title) && !/政府性基金/u.test(header);
const isCoded: Test = ({ codes }) => codes.length > 0;

/** In this order: what the header and the rows say wins over the title, which is often a wrong caption. */
const TESTS: readonly (readonly [TableKind, Test])[] = [
  [
    'contents',
    ({ title, header, names }) =>
      /^目录/u.test(title) || /^目录/u.test(header) || /^目录/u.test(names[0] ?? ''),
  ],
  [
    'performance-department',
    ({ title, header, names }) =>
      /分值|得分|权重/u.test(header) &&
      (/整体/u.test(title) || /任务名称/u.test(header) || rowsLike(names, /^部门(?:\(单位\))?名称/u) > 0),
  ],
  ['performance-project', ({ header }) => /得分/u.test(header) && /指标|执行|预算/u.test(header)],
  ['indicators', ({ header }) => /[一二三]级指标|指标值|完成值|指标性质/u.test(header)],
  [
    'three-public',
    ({ header, names, codes }) =>
      count(THREE_PUBLIC, header) >= 2 ||
      (count(THREE_PUBLIC, names.join('|')) >= 2 &&
        rowsLike(names, /^办公费$|^印刷费$|^差旅费$/u) === 0 &&
        !codes.some((code) => /^30[1-3]$/u.test(code))),
  ],
  [
    'running-costs',
    ({ title, columns }) => /机关运行经费/u.test(title) && !/三公/u.test(title) && columns <= 6,
  ],
  ['basic', ({ codes }) => codes.filter((code) => /^30[1-3]/u.test(code)).length >= 3],
  [
    'general-budget-economic',
    ({ title, header }) => /明细表/u.test(title) && /工资福利支出|商品和服务支出/u.test(header),
  ],
  [
    'fiscal',
    ({ header, names, blocks, title }) =>
      blocks >= 2 &&
      rowsLike(names, /总计$|^合计$|本年收入合?计?/u) > 0 &&
      (/一般公共预算财政拨款|政府性基金预算财政拨款/u.test(header) || /财政拨款收/u.test(title)),
  ],
  [
    'total',
    ({ names, blocks }) =>
      blocks >= 2 && rowsLike(names, /总计$|本年(?:收入|支出)合计|(?:收入|支出)合计/u) > 0,
  ],
  [
    'income',
    ({ title }) => /收入(?:预算|决算)?总?表/u.test(title) && !/支出|财政拨款|国有|基金/u.test(title),
  ],
  [
    'expenditure',
    ({ title }) =>
      /^.{0,24}支出(?:预算|决算)?总?表/u.test(title) &&
      !/收入|收支|财政拨款|一般公共|基本|项目|基金|国有|采购/u.test(title),
  ],
  [
    'fiscal',
    ({ title }) => /财政拨款支出(?:预算|决算)?总?表/u.test(title) && !/一般公共|基金|国有|明细/u.test(title),
  ],
  ['income', ({ header }) => count(INCOME, header) >= 3],
  [
    'expenditure',
    ({ header }) =>
      count(EXPENDITURE, header) >= 4 || (count(EXPENDITURE, header) >= 3 && !/财政拨款/u.test(header)),
  ],
  ['state-capital', isStateCapital],
  ['government-fund', (e) => isFund(e)],
  ['project', ({ title, header }) => /项目支出/u.test(title) && !/基本支出/u.test(header)],
  ['general-budget', (e) => isCoded(e) && /基本支出/u.test(e.header) && /项目支出/u.test(e.header)],
  [
    'basic',
    ({ title, names }) => /基本支出/u.test(title) && rowsLike(names, /工资福利支出|商品和服务支出/u) >= 2,
  ],
  ['project', ({ header }) => /项目名称/u.test(header) && /金额|预算|决算|支出/u.test(header)],
  [
    'budget-final-comparison',
    ({ header }) =>
      (/预算/u.test(header) && /决算|执行数|执行率|偏离/u.test(header)) || /预决算差异|差异率/u.test(header),
  ],
  ['general-budget', (e) => isCoded(e) && /一般公共预算/u.test(e.title)],
  ['running-costs', ({ title }) => /机关运行经费/u.test(title)],
  ['procurement', ({ title, header }) => /采购/u.test(title + header)],
  [
    'staff',
    ({ title, header }) =>
      /人员.*情况|编制.*人数|机构人员/u.test(title) || (/编制/u.test(header) && !/资产/u.test(header)),
  ],
  [
    'assets',
    ({ title, header, names }) =>
      /资产/u.test(title) || /资产/u.test(header) || rowsLike(names, /资产|负债/u) >= 2,
  ],
];

/** What a table is, by header words and row labels first and its title last; never by its number. */
export function kindOfTable(
  table: Table,
  sections: readonly Section[],
  rows: readonly RowReading[],
): TableKind {
  const labels = rows.flatMap((row) => row.labels);
  const columns = sections.flatMap((section) => section.columns);
  const evidence: Evidence = {
    title: squeeze(table.title?.text ?? ''),
    header: columns.map((column) => column.path.join('|')).join('|'),
    names: labels.map((label) => label.name).filter((name) => name !== ''),
    codes: labels.flatMap((label) => label.code ?? []),
    columns: table.columns,
    blocks: Math.max(0, ...columns.map((column) => column.block)) + 1,
  };
  return TESTS.find(([, test]) => test(evidence))?.[0] ?? 'other';
}
