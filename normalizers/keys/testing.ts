import { makeTable, type TableText } from '../../fixtures/tables/make.ts';
import type { FactKeys } from '../../model/keys.ts';
import type { TableReading } from '../../model/reading.ts';
import { readTable } from '../table/read.ts';
import { tableKeys } from './keys.ts';

/** A made table of a report of 2024 in 万元. */
export const read = (text: string, about: TableText = {}): TableReading =>
  readTable(makeTable(text, about), { fallbackUnit: '万元', documentYear: 2024 });

const short = ({ metric, fund, functionCode, economicCode }: FactKeys): string =>
  [metric ?? '-', fund, functionCode, economicCode].filter((part) => part !== undefined).join(' ');

/** What the cells of a row say, from left to right; cells without a figure are left out, `?` is a figure without keys. */
export function said(table: TableReading, row: number): readonly string[] {
  const keys = tableKeys(table);
  return [...table.facts.keys()]
    .filter((at) => at.startsWith(`${row},`))
    .map((at) => {
      const found = keys.get(at);
      return found === undefined ? '?' : short(found);
    });
}
