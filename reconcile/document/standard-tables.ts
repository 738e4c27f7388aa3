import type { Reading, TableKind } from '../../model/reading.ts';
import { onceFor } from '../../normalizers/once.ts';
import { squeeze } from '../../normalizers/text/flat.ts';
import { linesOf } from './lines.ts';

/** A table that every published set has, whatever the province adds to it or in which order. */
export interface StandardTable {
  readonly kind: TableKind;
  /** Its usual name, without 决算 or 预算. */
  readonly name: string;
  /** How titles name it; loose, because a title that is only nearly so is still no missing table. */
  readonly words: RegExp;
}

const LAST = '(?:决算|预算)?(?:总体)?(?:情况)?总?表';

/** The common core of the sets of all provinces: seven tables, for final accounts and budgets alike. */
export const STANDARD_TABLES: readonly StandardTable[] = [
  { kind: 'total', name: '收入支出总表', words: new RegExp(`(?<!拨款)(?:收入支出|收支)${LAST}`, 'u') },
  { kind: 'income', name: '收入表', words: new RegExp(`(?<!拨款|基金|经营)收入${LAST}`, 'u') },
  {
    kind: 'expenditure',
    name: '支出表',
    words: new RegExp(
      `(?<!收入|拨款|公共预算|经营预算|基金预算|基本|项目|基金|经营|采购|经费|费)支出${LAST}`,
      'u',
    ),
  },
  {
    kind: 'fiscal',
    name: '财政拨款收入支出总表',
    words: new RegExp(`(?<!预算)财政拨款(?:收入支出|收支)${LAST}`, 'u'),
  },
  {
    kind: 'general-budget',
    name: '一般公共预算财政拨款支出表',
    words: /公共预算.{0,8}支出(?!.{0,2}基本).{0,16}表|财政拨款支出.{0,8}表/u,
  },
  { kind: 'basic', name: '一般公共预算财政拨款基本支出表', words: /基本支出.{0,20}表/u },
  { kind: 'three-public', name: '“三公”经费支出表', words: /三公.{0,28}表/u },
];

const LONGEST_TITLE = 80;
const HEAD_ROWS = 2;

/** Everything outside the contents that may name a table: titles, captions, short lines, the first rows of grids. */
const namesIn = onceFor((reading: Reading): readonly string[] => [
  ...reading.tables.flatMap(({ table }) => [
    squeeze(table.title?.text ?? ''),
    squeeze(table.caption?.text ?? ''),
    ...table.cells.filter(({ row }) => row < HEAD_ROWS).map(({ text }) => squeeze(text)),
  ]),
  ...linesOf(reading)
    .filter(({ contents, text }) => !contents && text.length <= LONGEST_TITLE)
    .map(({ text }) => text),
]);

/** The standard tables that the report holds as tables. */
export const tablesHeld = onceFor((reading: Reading): readonly StandardTable[] =>
  STANDARD_TABLES.filter(({ kind, words }) =>
    reading.tables.some((table) => table.kind === kind || words.test(squeeze(table.title ?? ''))),
  ),
);

/** The standard tables of which the report shows nothing, not even the name outside its contents. */
export const tablesAbsent = onceFor((reading: Reading): readonly StandardTable[] => {
  const held = tablesHeld(reading);
  return STANDARD_TABLES.filter(
    (standard) => !held.includes(standard) && !namesIn(reading).some((name) => standard.words.test(name)),
  );
});
