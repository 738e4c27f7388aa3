import type { Fact, TableReading } from '../../../model/reading.ts';
import { columnsOfRow } from '../../../normalizers/table/columns-of-row.ts';
import type { Remark, Rule } from '../../rule.ts';

function remark(
  fact: Fact,
  severity: Remark['severity'],
  template: string,
  parameters: Record<string, string>,
  facts: readonly Fact[],
): Remark {
  return {
    rule: 'R-70-04',
    severity,
    place: fact.place,
    quote: fact.quote,
    template,
    parameters,
    subject: `${template}${fact.label}`,
    facts,
  };
}

/** A result in per cent against a target in years or pieces: one of the two was written into the wrong field. */
function mixed(table: TableReading): readonly Remark[] {
  return table.rows.flatMap(({ index }): readonly Remark[] => {
    const columns = columnsOfRow(table, index);
    const target = columns.find(({ role }) => role === 'target');
    const actual = columns.find(({ role }) => role === 'actual');
    const plan = table.facts.get(`${index},${target?.index ?? ''}`);
    const result = table.facts.get(`${index},${actual?.index ?? ''}`);
    if (plan === undefined || result === undefined) return [];
    const [a, b] = [plan.quantity.unit, result.quantity.unit];
    if (a === '' || b === '' || (a === '%') === (b === '%')) return [];
    const said = (fact: Fact) => `${fact.quantity.raw}${fact.quantity.printedUnit}`;
    return [
      remark(result, 'warning', 'unit-mixed', { target: said(plan), actual: said(result) }, [result, plan]),
    ];
  });
}

/** 元 and 万元 in one column. */
function columnUnits(table: TableReading): readonly Remark[] {
  return table.columns.flatMap((column): readonly Remark[] => {
    if (column.role !== 'amount') return [];
    const facts = [...table.facts.values()].filter(
      ({ origin, quantity }) =>
        origin.kind === 'table' && origin.column === column.index && quantity.unit === '元',
    );
    const units = [...new Set(facts.map(({ quantity }) => quantity.printedUnit))];
    const odd = facts.find(({ quantity }) => quantity.printedUnit !== units[0]);
    if (units.length < 2 || odd === undefined) return [];
    return [remark(odd, 'info', 'money-units', { units: units.join('、') }, [odd])];
  });
}

const HEAD = '某县文化馆2024年度部门整体支出绩效自评报告\n';
const grid = (actual: string) =>
  `三级指标\t绩效指标值\t实际完成指标值\t完成率\n系统运行维护周期\t1年\t${actual}\t100%\n演出场次\t≥20场\t21场\t100%\n设备验收合格率\t100%\t100%\t100%\n`;

export const unitsRule: Rule = {
  code: 'R-70-04',
  severity: 'info',
  title: { en: 'Units side by side', zh: '单位混用' },
  explanation: {
    en: 'A result in per cent against a target in another unit (a warning); 元 and 万元 in one column of a table (information).',
    zh: '目标值与完成值一为百分数、一为其他单位的，予以提示；同一列中元与万元并用的，仅作信息。',
  },
  fires: [
    `${HEAD}${grid('100%')}`,
    `${HEAD}项目\t预算数\t决算数\n文化支出\t12.00万元\t11.00万元\n教育支出\t0.50万元\t4000元\n`,
  ],
  quiet: [`${HEAD}${grid('1年')}`],
  remarks: (reading) => reading.tables.flatMap((table) => [...mixed(table), ...columnUnits(table)]),
};
