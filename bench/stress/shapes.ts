import { makePdf } from '../../fixtures/pdf/make.ts';
import { plainCells, tableMarks } from '../../fixtures/pdf/table.ts';

/** One way in which a document can be too much: how it is made, and the smaller of its two sizes. */
export interface Shape {
  readonly name: string;
  /** What `size` counts. */
  readonly of: string;
  readonly size: number;
  make(size: number): string | Uint8Array;
}

const list = <T>(length: number, item: (index: number) => T): readonly T[] =>
  Array.from({ length }, (_, i) => item(i));
const money = (cents: number): string => `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
const two = (n: number): string => String(n).padStart(2, '0');
/** A number as a name: a digit before 支 would be a count of pens. */
const named = (index: number): string =>
  String(index).replace(/\d/gu, (digit) => '甲乙丙丁戊己庚辛壬癸'[Number(digit)] ?? '');
const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;

/** A table of a text report; its amounts are sums along the row. */
function table(title: string, header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [title, '', '单位：万元', '', row(header), row(header.map(() => '---')), ...rows.map(row), ''].join(
    '\n',
  );
}

const COVER = '示例市测试局2024年度部门决算\n\n';
const report = (...parts: readonly string[]): string => COVER + parts.join('\n');

const HEAD = ['本年支出合计', '基本支出', '项目支出'];
const amounts = (index: number): readonly string[] => {
  const [basic, project] = [1000 + ((index * 37) % 900), 500 + ((index * 53) % 700)];
  return [money(basic + project), money(basic), money(project)];
};
const summed = (from: number, to: number): readonly string[] => {
  let [basic, project] = [0, 0];
  for (let i = from; i < to; i += 1) {
    basic += 1000 + ((i * 37) % 900);
    project += 500 + ((i * 53) % 700);
  }
  return [money(basic + project), money(basic), money(project)];
};

const ITEMS = 50;
const DIVISIONS = 50;

/** Rows of three levels, fifty items in a division and fifty divisions in a class, every total right. */
function coded(items: number): readonly (readonly string[])[] {
  const rows: (readonly string[])[] = [['', '合计', ...summed(0, items)]];
  for (let i = 0; i < items; i += 1) {
    const [division, item] = [Math.floor(i / ITEMS), i % ITEMS];
    const head = String(201 + Math.floor(division / DIVISIONS));
    const within = head + two(1 + (division % DIVISIONS));
    const ofClass = ITEMS * DIVISIONS;
    if (i % ofClass === 0) rows.push([head, `第${head}类支出`, ...summed(i, Math.min(items, i + ofClass))]);
    if (item === 0) rows.push([within, `第${within}款支出`, ...summed(i, Math.min(items, i + ITEMS))]);
    rows.push([within + two(1 + item), `事项${i}支出`, ...amounts(i)]);
  }
  return rows;
}

const codedTable = (items: number): string =>
  table('支出决算表', ['功能分类科目编码', '科目名称', ...HEAD], coded(items));

const plainRows = (from: number, to: number): readonly (readonly string[])[] =>
  list(to - from, (i) => [`项目${from + i}`, ...amounts(from + i)]);

const smallTable = (index: number, slip = 0): string =>
  table(
    `表${index + 1} 第${index}处支出决算表`,
    ['项目', ...HEAD],
    [
      ...plainRows(index, index + 3),
      ['合计', money(Number(summed(index, index + 3)[0]) * 100 + slip), ...summed(index, index + 3).slice(1)],
    ],
  );

const sentence = (index: number): string => {
  const [total, basic, project] = amounts(index);
  return `第${index}个项目本年支出${total}万元，其中基本支出${basic}万元，项目支出${project}万元。`;
};

const wide = (rows: number, columns: number): string =>
  table(
    '收入支出决算总表',
    ['项目', '合计', ...list(columns, (i) => `第${i}项收入`)],
    list(rows, (r) => {
      const values = list(columns, (c) => 100 + ((r * 31 + c * 17) % 900));
      return [`单位${r}`, money(values.reduce((sum, value) => sum + value, 0)), ...values.map(money)];
    }),
  );

const CHINESE = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];
/** 一、 (一) 1. (1) over and over, every level with an amount of its own. */
const numbered = (size: number): string =>
  table(
    '项目支出决算表',
    ['项目', '预算数', '决算数'],
    list(size, (i) => {
      const at = CHINESE[Math.floor(i / 4) % CHINESE.length] ?? '';
      const mark =
        [`${at}、`, `（${at}）`, `${1 + (Math.floor(i / 4) % 90)}.`, `（${1 + (Math.floor(i / 4) % 90)}）`][
          i % 4
        ] ?? '';
      return [`${mark}事项${i}`, money(90_000 - i), money(80_000 - i)];
    }),
  );

function page(number: number) {
  const text = `第${number}个项目本年支出合计${number}.50万元，其中基本支出${number}.20万元，项目支出0.30万元。`;
  const prose = list(8, (i) => ({ kind: 'text' as const, x: 72, baseline: 90 + 20 * i, size: 10, text }));
  const rows = list(20, (i) => [`项目${number}之${i}`, `${i}.50`, `${i}.20`, '0.30']);
  const cells = plainCells([['项目', '合计', '基本支出', '项目支出'], ...rows]);
  const heights = list(21, () => 22);
  const marks = tableMarks({ left: 72, top: 280, widths: [150, 100, 100, 100], heights, cells, size: 9 });
  return { width: 595, height: 842, marks: [...prose, ...marks] };
}

export const SHAPES: readonly Shape[] = [
  {
    name: 'ordinary report',
    of: 'items',
    size: 300,
    make: (n) =>
      report(
        codedTable(n),
        ...list(n, (i) => `项目${named(i)}投入${amounts(i)[0]}万元，服务群众${i + 1}人次。\n`),
      ),
  },
  { name: 'codes in three levels', of: 'items', size: 5000, make: (n) => report(codedTable(n)) },
  {
    name: 'rows without codes',
    of: 'rows',
    size: 10_000,
    make: (n) => report(table('项目支出决算表', ['项目', ...HEAD], plainRows(0, n))),
  },
  {
    name: 'a wrong sum in every tenth row',
    of: 'rows',
    size: 5000,
    make: (n) =>
      report(
        table(
          '项目支出决算表',
          ['项目', ...HEAD],
          list(n, (i) =>
            i % 10 === 0
              ? [`项目${i}`, money(9000 + i * 7), ...amounts(i).slice(1)]
              : [`项目${i}`, ...amounts(i)],
          ),
        ),
      ),
  },
  {
    name: 'rows of one name',
    of: 'rows',
    size: 10_000,
    make: (n) =>
      report(
        table(
          '支出决算表',
          ['项目', ...HEAD],
          list(n, (i) => ['办公费', ...amounts(i)]),
        ),
      ),
  },
  { name: 'nested numbering', of: 'rows', size: 5000, make: (n) => report(numbered(n)) },
  {
    name: 'totals again and again',
    of: 'rows',
    size: 5000,
    make: (n) =>
      report(
        table(
          '支出决算表',
          ['项目', ...HEAD],
          list(n, (i) => [i % 3 === 2 ? '合计' : `项目${i}`, ...amounts(i)]),
        ),
      ),
  },
  { name: 'columns', of: 'columns', size: 200, make: (n) => report(wide(50, n)) },
  { name: 'tables', of: 'tables', size: 2500, make: (n) => report(...list(n, (i) => smallTable(i))) },
  {
    name: 'contradictions of different facts',
    of: 'tables',
    size: 1000,
    make: (n) => report(...list(n, (i) => smallTable(i, 1000 + i))),
  },
  {
    name: 'tables of one form',
    of: 'tables',
    size: 1000,
    make: (n) =>
      report(
        ...list(n, (i) =>
          table(
            '支出决算表',
            ['功能分类科目编码', '科目名称', ...HEAD],
            [
              ['', '合计', ...summed(i, i + 2)],
              ['201', '一般公共服务支出', ...amounts(i)],
              ['205', '教育支出', ...amounts(i + 1)],
            ],
          ),
        ),
      ),
  },
  {
    name: 'sentences that contradict one another',
    of: 'sentences',
    size: 10_000,
    make: (n) => report(...list(n, (i) => `${sentence(i)}\n`)),
  },
  {
    name: 'sentences of one paragraph',
    of: 'sentences',
    size: 10_000,
    make: (n) => report(list(n, (i) => sentence(i).slice(0, 18)).join('')),
  },
  {
    name: 'sentences',
    of: 'sentences',
    size: 10_000,
    make: (n) =>
      report(...list(n, (i) => `项目${named(i)}投入${amounts(i)[0]}万元，服务群众${i + 1}人次。\n`)),
  },
  {
    name: 'shares with a named base',
    of: 'paragraphs',
    size: 2500,
    make: (n) =>
      report(
        ...list(
          n,
          (i) =>
            `事项${named(i)}支出合计${money(10_000)}万元。\n\n物资${named(i)}支出${money(5000)}万元，占事项${named(i)}支出合计的50.00%。\n`,
        ),
      ),
  },
  {
    name: 'changes in one paragraph',
    of: 'changes',
    size: 5000,
    make: (n) =>
      report(
        list(
          n,
          (i) => `项目${named(i)}支出${money(900)}万元，比上年增加${money(100)}万元，增长12.50%。`,
        ).join(''),
      ),
  },
  {
    name: 'figures of one sentence',
    of: 'figures',
    size: 5000,
    make: (n) => report(list(n, (i) => `项目${named(i)}支出${money(100 + i)}万元`).join('、')),
  },
  {
    name: 'contradictions of one fact',
    of: 'sentences',
    size: 2500,
    make: (n) => report(...list(n, (i) => `2024年度本部门支出合计${money(100_000 + i * 100)}万元。\n`)),
  },
  {
    name: 'headings',
    of: 'paragraphs',
    size: 10_000,
    make: (n) =>
      report(
        ...list(
          n,
          (i) =>
            `${CHINESE[i % 10]}、关于第${i}个项目支出情况说明\n\n（一）支出${money(i + 100)}万元，比上年增加${money(i + 5)}万元，增长${money(i % 9000)}%。\n`,
        ),
      ),
  },
  {
    name: 'functional items',
    of: 'paragraphs',
    size: 2500,
    make: (n) =>
      report(
        codedTable(200),
        ...list(
          n,
          (i) =>
            `${i + 1}.一般公共服务支出（类）事务${i}（款）行政运行（项）。年初预算为${money(1000 + i)}万元，支出决算为${money(900 + i)}万元，完成年初预算的${money(9000)}%。\n`,
        ),
      ),
  },
  {
    name: 'one line many times',
    of: 'lines',
    size: 10_000,
    make: (n) => report(...list(n, () => '2024年度本部门支出合计100.00万元。\n')),
  },
  {
    name: 'only numbers',
    of: 'lines',
    size: 10_000,
    make: (n) => list(n, (i) => `${i * 7}.${two(i % 100)}`).join('\n'),
  },
  {
    name: 'one cell',
    of: 'characters',
    size: 50_000,
    make: (n) =>
      report(
        table(
          '项目支出绩效目标表',
          ['项目', '绩效目标', '金额'],
          [['项目甲', '完成12个项目，支出3.5万元。'.repeat(n / 15), '10.00']],
        ),
      ),
  },
  { name: 'one line of digits', of: 'characters', size: 500_000, make: (n) => '7'.repeat(n - 10) },
  {
    name: 'one number in a sentence',
    of: 'digits',
    size: 50_000,
    make: (n) => report(`2024年度支出${'7'.repeat(n)}万元，比上年增加${'3'.repeat(n)}万元。`),
  },
  { name: 'PDF pages', of: 'pages', size: 250, make: (n) => makePdf(list(n, (i) => page(i + 1))) },
];
