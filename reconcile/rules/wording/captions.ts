import type { Reading, TableReading } from '../../../model/reading.ts';
import { dice } from '../../../normalizers/text/dice.ts';
import { squeeze } from '../../../normalizers/text/flat.ts';
import type { Remark, Rule } from '../../rule.ts';

const NUMBERED = /^附?表\d*(?:[-–]\d+)?[:.、]?/u;
/** Headers with less in common than this belong to different kinds of table. */
const ALIKE = 0.3;

const captionOf = (table: TableReading): string =>
  squeeze(table.table.caption?.text ?? table.table.title?.text ?? '').replace(NUMBERED, '');
const headerOf = (table: TableReading): string =>
  squeeze(table.columns.map((column) => column.path.at(-1) ?? '').join('|'));

/** R-80-06: a caption that other tables with quite another header bear as well. */
function remarksOf(reading: Reading): readonly Remark[] {
  const groups = Map.groupBy(reading.tables, captionOf);
  return [...groups].flatMap(([caption, tables]): readonly Remark[] => {
    if (caption.length < 6 || tables.length < 3) return [];
    return tables.flatMap((table): readonly Remark[] => {
      const line = table.table.caption;
      const others = tables.filter((other) => other !== table);
      const strange = others.filter((other) => dice(headerOf(table), headerOf(other)) < ALIKE).length;
      if (line === null || strange < others.length || kinds(others) > 1) return [];
      return [
        {
          rule: 'R-80-06',
          severity: 'warning',
          place: line.place,
          quote: line.text,
          template: 'caption',
          parameters: { caption: line.text, header: headerOf(table).split('|').join('、') },
          subject: `${line.text}|${headerOf(table)}`,
          facts: [],
        },
      ];
    });
  });
}

const kinds = (tables: readonly TableReading[]): number => new Set(tables.map(({ kind }) => kind)).size;

const HEAD = '某县文化馆2024年度部门决算\n';
const indicators = (n: number) =>
  `一级指标\t二级指标\t三级指标\t绩效指标值\t实际完成指标值\t完成率\n产出指标\t数量指标\t演出场次${n}\t≥2次\t2次\t100%\n产出指标\t数量指标\t讲座场次${n}\t≥3次\t3次\t100%\n\n表 4-${n}: 项目绩效目标完成情况表\n\n本段说明第${n}个项目的完成情况。\n\n`;
const deviation = (caption: string) =>
  `项目(按功能分类)\t调整预算数\t预算执行数\t偏离度\n文化支出\t50.00\t49.00\t-2.00%\n教育支出\t20.00\t20.00\t0.00%\n\n${caption}\n`;

export const captionRule: Rule = {
  code: 'R-80-06',
  severity: 'warning',
  title: { en: 'Captions and contents', zh: '表题与表的内容' },
  explanation: {
    en: 'A caption that several tables of one kind bear stands at a table with quite another header, as if it had been copied.',
    zh: '多张同类表所用的表题，出现在表头完全不同的另一张表上，疑系误抄。',
  },
  fires: [`${HEAD}${indicators(1)}${indicators(2)}${deviation('表 5: 项目绩效目标完成情况表')}`],
  quiet: [`${HEAD}${indicators(1)}${indicators(2)}${deviation('表 5: 预算偏离度情况表')}`],
  remarks: remarksOf,
};
