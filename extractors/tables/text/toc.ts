import type { Cell } from '../../../model/layout.ts';
import { filled, type GridRow } from './grid.ts';
import { bare, hasHan, joinText } from './join.ts';
import type { Section } from './split.ts';

const PAGE = /^[-–—\s]*\d{1,4}[-–—\s]*$/u;
const LEADERS = /^[-–—.．·…;；,、\s]+$/u;
const NUMBERED = /^(第.{1,3}[部章节篇]|[(（]?[一二三四五六七八九十]+[)）、.]|\d+[.、])/u;
const FEWEST_ROWS = 4;

/** True for a table of contents: numbered titles, each with nothing but leaders and a page number beside it. */
export function isContents(section: Section): boolean {
  const { body, header } = section;
  if (header.levels.length > 0 || body.length < FEWEST_ROWS) return false;
  const rest = body.flatMap((row) => filled(row).slice(1));
  const plain = rest.every(({ bit }) => PAGE.test(bit.text) || LEADERS.test(bit.text));
  const titles = body.filter((row) => NUMBERED.test(bare(filled(row)[0]?.bit.text ?? ''))).length;
  return plain && titles >= 0.6 * body.length && rest.some(({ bit }) => PAGE.test(bit.text));
}

/** The two columns of a table of contents: 标题 and 页码. Leaders are left out, dashes beside the number kept. */
export function contentsCells(rows: readonly GridRow[]): readonly Cell[] {
  return rows.flatMap((row, index) => {
    const cells = filled(row);
    const pages = cells.filter(({ bit }) => PAGE.test(bit.text) && !hasHan(bit.text));
    const titles = cells.filter(({ bit }) => hasHan(bit.text));
    const cell = (column: number, found: typeof cells): Cell[] => {
      const [first] = found;
      if (first === undefined) return [];
      const text = found.map(({ bit }) => bit.text).reduce(joinText);
      return [
        {
          row: index,
          column,
          rowSpan: 1,
          columnSpan: 1,
          text,
          place: { line: first.bit.line, column: first.bit.column },
        },
      ];
    };
    return [...cell(0, titles), ...cell(1, pages)];
  });
}
