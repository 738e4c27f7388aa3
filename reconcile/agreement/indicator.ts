import type { ColumnReading, Fact, Reading, TableReading } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { findFigures } from '../../normalizers/prose/figures.ts';
import { labelOf } from '../../normalizers/prose/label.ts';
import { sectionsOf } from '../../normalizers/table/read.ts';
import { flatten, squeeze } from '../../normalizers/text/flat.ts';
import { passagesOf } from '../prose/mention.ts';

/** A target or a result of a performance indicator, wherever it is printed. */
export interface IndicatorPrint {
  /** The indicator's name without words that differ from place to place. */
  readonly name: string;
  readonly kind: 'target' | 'actual';
  readonly fact: Fact;
  /** Whose indicator it is: of one project, of the whole department, or of the running text. */
  readonly level: 'project' | 'department' | 'prose';
  readonly table: string | null;
  /** The stub columns beside it (task, project, class of indicator), '' in prose. */
  readonly stub: string;
}

const FILLER =
  /的|参加|参保|人数|人次|职工|基本|全[市县区省]|我[市县区局]|本[市县区]|城镇(?=企业|职工)|^实现|^完成|数量|总数|达到?$|到达|保持在?|稳定在|人员(?=就业|再就业)/gu;
const SHORTEST_NAME = 4;

/** The name under which an indicator is compared: 参加失业保险人数 and 失业保险参保人数 are one. */
export const indicatorName = (label: string): string =>
  squeeze(label)
    .replace(/^(?:\d+[.、]|指标\d+:|[一二三四五六七八九十]+是|截至目前,?|(?:新增)?(?=失业保险))/u, '')
    .replace(/[(（].*?[)）]/gu, '')
    .replace('社会保障卡', '社保卡')
    .replace(FILLER, '');

/** Forms of the whole department say so in their title; every other indicator table is about projects. */
const levelOf = (table: TableReading): 'project' | 'department' =>
  /(?:部门|单位)整体/u.test(squeeze(table.title ?? '')) ? 'department' : 'project';

/** Classes of indicators and heads of a form's blocks: they stand in every form and name no project. */
const COMMON_STUB = /指标$|^指标|绩效|项目资金|^任务$|^项目$/u;

/** What stands in the stub columns of a row, the nearest text above where the cell is merged: whose indicator it is. */
function stubOf(
  table: TableReading,
  columns: readonly ColumnReading[],
  row: number,
  nameColumn: number,
): string {
  const stubs = columns.filter((column) => column.role === 'label' && column.index < nameColumn);
  const texts = stubs.map((column) => {
    for (let at = row; at >= table.table.headerRows; at--) {
      const text = squeeze(table.grid[at]?.[column.index]?.text ?? '');
      if (text !== '') return COMMON_STUB.test(text) ? '' : text;
    }
    return '';
  });
  return texts.join('|');
}

/** 其他资金 under 全年执行数 is spent money, not the result of an indicator; headers may be garbled, so money is what is excluded. */
const isMoneyColumn = (path: readonly string[]): boolean =>
  /(?:预算|执行)数|资金|总额/u.test(squeeze(path.join('')));

/** The targets and results of a table. A form has sections with columns of their own, so they are read section by section. */
function fromColumns(table: TableReading): readonly IndicatorPrint[] {
  const level = levelOf(table);
  return sectionsOf(table).flatMap(({ columns, body }) => {
    const nameColumn = columns.findLast((column) => column.role === 'label')?.index ?? 0;
    return columns.flatMap((column): readonly IndicatorPrint[] => {
      const { role } = column;
      if ((role !== 'target' && role !== 'actual') || isMoneyColumn(column.path)) return [];
      return body.flatMap((row): readonly IndicatorPrint[] => {
        const fact = table.facts.get(`${row},${column.index}`);
        const name = indicatorName(table.rows[row]?.labels.at(-1)?.name ?? '');
        if (fact === undefined || name.length < SHORTEST_NAME) return [];
        return [
          {
            name,
            kind: role,
            fact,
            level,
            table: table.table.id,
            stub: stubOf(table, columns, row, nameColumn),
          },
        ];
      });
    });
  });
}

/** "1. 城镇新增就业人数2200人。2. …": plans that stand as sentences in the cells of a table of targets. */
function fromCells(table: TableReading): readonly IndicatorPrint[] {
  const planned = /计划|目标|指标/u.test(squeeze(table.columns.flatMap((column) => column.path).join('')));
  if (!planned || table.columns.some((column) => column.role === 'actual')) return [];
  const cells = table.table.cells.filter((cell) => cell.text.length > 8 && /\d/u.test(cell.text));
  return cells.flatMap((cell) => {
    const { text } = flatten(cell.text);
    let from = 0;
    return findFigures(text).flatMap((figure, i): readonly IndicatorPrint[] => {
      const label = labelOf(text, from, figure.start, figure.end);
      from = figure.end;
      const name = indicatorName(label);
      if (name.length < SHORTEST_NAME || figure.quantity.unit === '') return [];
      const fact: Fact = {
        id: `${table.table.id}r${cell.row}c${cell.column}p${i}`,
        label,
        quantity: figure.quantity,
        year: null,
        phase: 'plan',
        place: cell.place,
        quote: text.slice(0, 120),
        origin: { kind: 'table', table: table.table.id, row: cell.row, column: cell.column },
      };
      return [{ name, kind: 'target', fact, level: 'department', table: table.table.id, stub: '' }];
    });
  });
}

function fromProse(reading: Reading): readonly IndicatorPrint[] {
  return passagesOf(reading).flatMap(({ mentions }) =>
    mentions.flatMap((mention): readonly IndicatorPrint[] => {
      const { fact, role } = mention;
      const name = indicatorName(fact.label);
      const measured = (role === 'amount' && fact.quantity.unit !== '元') || role === 'indicator';
      if (
        !measured ||
        fact.quantity.bound !== null ||
        name.length < SHORTEST_NAME ||
        fact.phase === 'plan' ||
        fact.phase === 'prior' ||
        fact.quantity.approximate
      )
        return [];
      return [{ name, kind: 'actual', fact, level: 'prose', table: null, stub: '' }];
    }),
  );
}

/** Every target and result of the report's indicators. */
export const indicatorsOf = onceFor((reading: Reading): readonly IndicatorPrint[] => [
  ...reading.tables.flatMap((table) => [...fromColumns(table), ...fromCells(table)]),
  ...fromProse(reading),
]);
