import type { Reading } from '../../../model/reading.ts';
import type { RuleInfo } from '../../../model/rule.ts';
import type { Rule } from '../../rule.ts';
import { tableStatements } from './statements.ts';

interface Examples {
  readonly fires: readonly string[];
  readonly quiet: readonly string[];
}

/** A rule about tables: its statements are those that the families of formulas make under its code. */
export const tableRule = (info: RuleInfo & Examples): Rule => ({
  ...info,
  statements: (reading: Reading) => tableStatements(reading, info.code),
});

/** A made report with one table: title, unit and rows (cells divided by `|`, written as tabs). */
export const report = (title: string, unit: string, ...rows: readonly string[]): string =>
  [
    '安平县水利局2024年度部门决算',
    '',
    title,
    '',
    `单位：${unit}`,
    '',
    ...rows.map((row) => row.replaceAll('|', '\t')),
    '',
    '以上数据经本单位核对。',
    '',
  ].join('\n');
