import type { TableLine } from '../../../model/layout.ts';
import { type FlowLine, type FlowSheet, sameLine } from './flow.ts';
import type { Sheet } from './sheet.ts';
import { bare, isCaption, isContinuationMark, isFormLine, isUnitLine, namesTable } from './words.ts';

/** How many printed lines above a table are searched for its title and its unit. */
const TITLE_REACH = 7;
const UNIT_REACH = 5;
/** A note below a table has at most this many lines. */
const MAX_NOTES = 3;
/** A longer line is a sentence. */
const MAX_TITLE = 60;
/** A title set flush left is broken only where its first line is at least this long. */
const MIN_BROKEN = 15;

/** The middles of two centred lines differ by so many characters at most: quotes at an end are half empty. */
const OFF_CENTRE = 1.5;

/** What stands about a table on its page. */
export interface Surroundings {
  readonly title: TableLine | null;
  readonly caption: TableLine | null;
  readonly unitLines: readonly TableLine[];
  /** A mark above says that the table goes on from the page before. */
  readonly marked: boolean;
  /** Nothing above it on the page but lines of the table itself. */
  readonly opensPage: boolean;
  /** Nothing below it on the page. */
  readonly closesPage: boolean;
  /** Nothing below it on the page but notes to the table. */
  readonly notesBelow: boolean;
}

type Item = FlowLine | FlowSheet;

/**
 * The lines about the sheet at `index` of its page's items, running lines left out. `previous` holds the items of the
 * page before: a title can stand at its foot.
 */
export function surroundingsOf(
  items: readonly Item[],
  index: number,
  previous: readonly Item[],
): Surroundings {
  const item = items[index];
  if (item?.kind !== 'sheet') throw new RangeError(`no sheet at ${index}`);
  const { sheet } = item;
  const beside = items.flatMap((other) =>
    other.kind === 'sheet' && isBeside(other.sheet, sheet) ? [other.sheet] : [],
  );
  const own = (line: FlowLine): boolean =>
    beside.length === 0 || stands(line, sheet) || !beside.some((other) => stands(line, other));
  const above = linesBefore(items, index, beside).filter(own);
  const below = linesAfter(items, index).filter(own);
  const inside = titleInside(sheet);
  const isFirst = items.slice(0, index).every((other) => other.kind === 'line');
  const reach = isFirst ? [...above, ...linesBefore(previous, previous.length, [])] : above;
  const title = inside ?? titleAbove(reach);
  const follows = items.slice(index + 1).some((other) => other.kind === 'sheet');
  return {
    title,
    caption: captionBelow(below, sheet, follows),
    unitLines: unitLines(reach, sheet),
    marked: above
      .slice(0, TITLE_REACH)
      .some((line) => isContinuationMark(line.text) || /[（(]续/.test(line.text)),
    opensPage:
      isFirst &&
      above.every(
        (line) =>
          isFormLine(line.text) ||
          isContinuationMark(line.text) ||
          namesTable(line.text) ||
          isBesideForm(line, above),
      ),
    closesPage: index === items.length - 1,
    notesBelow: !follows && isNotes(below),
  };
}

/** A note and the lines on which it goes on. */
const isNotes = (lines: readonly FlowLine[]): boolean =>
  lines.length <= MAX_NOTES && /^(?:注|备注|说明|附注)[:：]/.test(bare(lines[0]?.text ?? ''));

const isBesideForm = (line: FlowLine, all: readonly FlowLine[]): boolean =>
  all.some((other) => other !== line && sameLine(other, line) && isFormLine(other.text));

/** Whether two tables stand side by side. */
function isBeside({ box: [ax0, ay0, ax1, ay1] }: Sheet, { box: [bx0, by0, bx1, by1] }: Sheet): boolean {
  const high = Math.min(ay1, by1) - Math.max(ay0, by0);
  return high > 0.5 * Math.min(ay1 - ay0, by1 - by0) && (ax1 <= bx0 || bx1 <= ax0);
}

/** Whether the line stands above or below the table, not above or below one beside it. */
const stands = ({ box }: FlowLine, sheet: Sheet): boolean =>
  Math.min(box[2], sheet.box[2]) > Math.max(box[0], sheet.box[0]);

/** Nearest first; tables beside are passed over. */
function linesBefore(items: readonly Item[], index: number, beside: readonly Sheet[]): readonly FlowLine[] {
  const found: FlowLine[] = [];
  for (let i = index - 1; i >= 0; i -= 1) {
    const item = items[i];
    if (item?.kind === 'line') found.push(item);
    else if (item === undefined || !beside.includes(item.sheet)) break;
  }
  return found;
}

function linesAfter(items: readonly Item[], index: number): readonly FlowLine[] {
  const rest = items.slice(index + 1);
  const end = rest.findIndex((item) => item.kind === 'sheet');
  return rest.slice(0, end < 0 ? rest.length : end).filter((item) => item.kind === 'line');
}

const tableLine = (line: FlowLine): TableLine => ({
  text: line.text,
  place: { page: line.page, box: line.box },
});

function titleAbove(above: readonly FlowLine[]): TableLine | null {
  for (const [index, line] of above.slice(0, TITLE_REACH).entries()) {
    if (namesTable(line.text)) return withLineAbove(line, above[index + 1]);
    if (isCaption(line.text)) return tableLine(line);
    if (/[。；]$/.test(line.text) || bare(line.text).length > MAX_TITLE) return null;
  }
  return null;
}

/** A title that was broken in two: the line above it is set alike and close by. */
function withLineAbove(line: FlowLine, above: FlowLine | undefined): TableLine {
  const { size } = line;
  const close =
    above !== undefined &&
    !sameLine(above, line) &&
    bare(line.text).length <= 8 &&
    line.box[1] - above.box[3] < size &&
    Math.abs(above.size - size) < 0.05 * size &&
    (Math.abs(above.box[0] + above.box[2] - line.box[0] - line.box[2]) < 2 * OFF_CENTRE * size ||
      (Math.abs(above.box[0] - line.box[0]) < size && bare(above.text).length > MIN_BROKEN)) &&
    !/[。；：:]$/.test(above.text) &&
    !namesTable(above.text) &&
    !isFormLine(above.text);
  if (!close) return tableLine(line);
  const [x0, y0, x1] = above.box;
  return {
    text: above.text + line.text,
    place: {
      page: line.page,
      box: [Math.min(x0, line.box[0]), y0, Math.max(x1, line.box[2]), line.box[3]],
    },
  };
}

/** A title set as the first row of the grid, over its whole width. */
function titleInside(sheet: Sheet): TableLine | null {
  const [first] = sheet.cells;
  return first !== undefined &&
    first.row === 0 &&
    first.columnSpan === sheet.columns &&
    sheet.rows > 1 &&
    namesTable(first.text)
    ? { text: first.text, place: first.place }
    : null;
}

function unitLines(above: readonly FlowLine[], sheet: Sheet): readonly TableLine[] {
  const outside = above.slice(0, UNIT_REACH).filter((line) => isUnitLine(line.text));
  const inside = sheet.cells.filter((cell) => cell.row < 4 && isUnitLine(cell.text));
  return [...inside.map(({ text, place }) => ({ text, place })), ...outside.map(tableLine)];
}

/** A caption between two tables belongs to the nearer one. */
function captionBelow(below: readonly FlowLine[], sheet: Sheet, follows: boolean): TableLine | null {
  const index = below.slice(0, 2).findIndex((line) => isCaption(line.text));
  const line = below[index];
  if (line === undefined) return null;
  const gap = line.box[1] - sheet.box[3];
  const height = line.box[3] - line.box[1];
  return follows && gap > 1.5 * height ? null : tableLine(line);
}
