import {
  ACCOUNT_TABLE_KINDS,
  type Reading,
  type TableKind,
  type TableReading,
} from '../../../model/reading.ts';
import { statedUnit } from '../../../normalizers/table/column-unit.ts';
import { linesOf } from '../../document/lines.ts';
import { whollyRead } from '../../document/wholeness.ts';
import type { Remark, Rule } from '../../rule.ts';

const CODE = 'R-00-02';

/** Tables that hold money and nothing else; forms and lists of indicators have their units in the cells. */
const MONEY: ReadonlySet<TableKind> = new Set([
  ...ACCOUNT_TABLE_KINDS,
  'budget-final-comparison',
  'running-costs',
  'procurement',
]);
/** A table with fewer amounts may be a fragment of another. */
const FEWEST_AMOUNTS = 3;
/** A unit line may have been read as a paragraph of its own, somewhat away from the table. */
const NEAR = 5;

function unitNear(reading: Reading, table: TableReading): boolean {
  const at = reading.paragraphs.findLastIndex(({ before }) => before === table.table.id);
  return linesOf(reading)
    .slice(Math.max(0, at - NEAR), at + NEAR)
    .some(({ text }) => statedUnit(text) !== null);
}

function remarkOn(reading: Reading, table: TableReading): readonly Remark[] {
  const amounts = [...table.facts.values()].filter(
    ({ origin, quantity }) =>
      origin.kind === 'table' && table.columns[origin.column]?.role === 'amount' && !quantity.value.isZero(),
  );
  const [first] = amounts;
  const inferred = table.unitBasis === 'inferred';
  if (first === undefined || amounts.length < FEWEST_AMOUNTS || !MONEY.has(table.kind)) return [];
  if (!inferred && table.unitBasis !== 'unknown') return [];
  if (/续表/u.test(table.title ?? '') || unitNear(reading, table)) return [];
  return [
    {
      rule: CODE,
      severity: inferred ? 'info' : 'warning',
      place: table.table.title?.place ?? first.place,
      quote: table.title ?? first.quote,
      template: inferred ? 'unit-inferred' : 'unit-missing',
      parameters: { unit: table.unit ?? '' },
      subject: table.title ?? first.label,
      facts: [],
    },
  ];
}

const HEAD = '某县文化馆2024年度部门决算\n';
const rows = '项目\t预算数\t决算数\n文化支出\t12.37\t11.86\n教育支出\t51.25\t48.91\n';

export const tableUnitRule: Rule = {
  code: CODE,
  severity: 'warning',
  title: { en: 'Every table has a unit', zh: '表格应有金额单位' },
  explanation: {
    en: 'A table of money states its unit in a line, in its header, or takes it over from its section or from the whole report. Where none of these is there, its amounts are not compared with others; where the text shows the unit, that is only noted.',
    zh: '金额表应在表前、表头注明单位，或沿用所在部分、全文的单位。均无者其金额不作跨表核对；可由正文推知单位的，仅作提示。',
  },
  fires: [
    `${HEAD}${rows}`,
    `${HEAD}文化支出决算118640.25元，教育支出决算0.49万元。\n项目\t预算数\t决算数\n文化支出\t123700.00\t118640.25\n教育支出\t5000.00\t4900.00\n`,
  ],
  quiet: [
    `${HEAD}单位：万元\n${rows}`,
    `${HEAD}${rows.replace('预算数', '预算数(万元)').replace('决算数', '决算数(万元)')}`,
    `${HEAD}文化支出决算11.86万元。\n${rows}`,
  ],
  remarks: (reading) =>
    whollyRead(reading) ? reading.tables.flatMap((table) => remarkOn(reading, table)) : [],
};
