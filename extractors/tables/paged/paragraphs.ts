import type { PageSegment, Paragraph } from '../../../model/layout.ts';
import { type FlowLine, sameLine } from './flow.ts';
import { isWordBreak } from './lines.ts';
import { isFormLine, namesTable } from './words.ts';

/** A line that ends within this many characters of the right margin is full. */
const FULL = 2.2;
/** A line that begins this many characters right of the margin is indented. */
const INDENT = 1.2;
/** Lines that begin within this many characters of each other begin alike: the items of a list, contents. */
const ALIKE = 0.3;
/** Lines further apart than this many characters do not belong together. */
const MAX_GAP = 2;

const NUMBERED =
  /^(?:[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[部章节条]|[①-⑳])/;

/** A line of a table of contents. */
const LEADERS = /(?:…|\.{4}|·{4}|．{4})\s*[\divxⅠ-Ⅻ-]*$/u;

/** A longer line (part of the text's width) that ends without a stop was broken early, before what must not be parted. */
const LONG = 0.8;
const FINISHED = /[。：:；;！？!?]$/;

/** Left and right margin of a page's text in points. */
export interface Margins {
  readonly left: number;
  readonly right: number;
}

/** Lines between two tables (or the ends of the report), and the table that follows. */
export interface Stretch {
  readonly lines: readonly FlowLine[];
  readonly before: string | null;
}

/** Joins the lines of a stretch to paragraphs, over page breaks too. */
export function paragraphsOf(stretch: Stretch, margins: (page: number) => Margins): readonly Paragraph[] {
  const groups: FlowLine[][] = [];
  for (const line of stretch.lines) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    if (group !== undefined && last !== undefined && goesOn(last, line, margins)) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => paragraphOf(group, stretch.before));
}

function goesOn(last: FlowLine, next: FlowLine, margins: (page: number) => Margins): boolean {
  const { size } = last;
  const samePage = last.page === next.page;
  if (sameLine(last, next) || Math.abs(size - next.size) > 0.12 * size) return false;
  if (samePage && next.box[1] - last.box[3] > MAX_GAP * size) return false;
  if (isFormLine(last.text) || isFormLine(next.text)) return false;
  if (LEADERS.test(last.text)) return false;
  const { left } = margins(next.page);
  const { right } = margins(last.page);
  if (next.box[0] > left + INDENT * size) return false;
  const space = right - last.box[2];
  const isItem = NUMBERED.test(last.text) && Math.abs(next.box[0] - last.box[0]) < ALIKE * size;
  const isFull = space < FULL * size;
  const isNumbered = NUMBERED.test(next.text);
  if (namesTable(next.text) && (isNumbered || !isItem || !isFull)) return false;
  if (isNumbered && (/[。；：:！？]$|^.{0,20}$/.test(last.text) || namesTable(last.text))) return false;
  if (isNumbered && isItem && !isFull) return false;
  if (isFull || space < next.leading + size) return true;
  return !FINISHED.test(last.text) && last.box[2] - left > LONG * (right - left);
}

function paragraphOf(lines: readonly FlowLine[], before: string | null): Paragraph {
  const segments: PageSegment[] = [];
  let text = '';
  for (const [index, line] of lines.entries()) {
    const { characters, edges } = line;
    const next = lines[index + 1];
    const broken = next !== undefined && isWordBreak(characters, next.text);
    const printed = broken ? `${characters} ` : characters;
    segments.push({
      start: text.length,
      length: printed.length,
      page: line.page,
      top: line.box[1],
      bottom: line.box[3],
      edges: broken ? [...edges, edges.at(-1) ?? 0] : edges,
    });
    text += printed;
  }
  return { text, segments, before };
}
