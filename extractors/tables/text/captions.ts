import type { TextLine } from '../../../model/document.ts';
import type { TableLine } from '../../../model/layout.ts';
import { bare, printedWidth } from './join.ts';
import { undress } from './prose.ts';

/** Where a table stands in the file: its first and last line. */
export interface Extent {
  readonly first: number;
  readonly last: number;
  readonly columns: number;
  /** The row inside the table's lines that names this part of a form, where there is one. */
  readonly heading: TableLine | null;
  /** True where the table was cut out of the same run of lines as the one before it. */
  readonly sameRun: boolean;
}

/** The lines around a table that belong to it. */
export interface Surroundings {
  readonly title: TableLine | null;
  readonly caption: TableLine | null;
  readonly unitLines: readonly TableLine[];
}

const CAPTION = /^[(（]?(附?表|续表)\s*[-\d一二三四五六七八九十]+([-—.－]\d+)*\s*[:：、.．\s]/u;
const UNIT =
  /(金额|货币|计量|数量)?单位\s*[:：]\s*(人民币)?[（(]?(元|万元|千元|百元|百万元|亿元|%|％|人|个|辆|户|台|平方米)/u;
const NAMES_TABLE = /(表|目录|一览|清单)([(（][^()（）]*[)）])*[:：]?$/u;
const LEADS_IN = /(情况|如下|明细|分析|统计|构成|对比)[:：]$/u;
const PERIOD = /^[(（]?\s*(19|20)\d\d\s*年?度?\s*[)）]?$/u;
const REACH = 5;
const WIDEST_TITLE = 45;

export const isCaption = (text: string): boolean => CAPTION.test(text.trim());

/** True for a line that says a unit and little else. */
export const isUnitLine = (text: string): boolean => UNIT.test(text);
export const isOnlyUnit = (text: string): boolean => isUnitLine(text) && bare(text).length <= 14;

function placed(line: TextLine): TableLine {
  const { text, segments } = undress(line);
  return { text: text.trim(), place: { line: line.number, column: segments[0]?.column ?? 1 } };
}

/** True for a line that can be the title of the table below it. */
export function namesTable(text: string): boolean {
  const squeezed = bare(text).replace(/^[-#*]+|[*]+$/gu, '');
  if (squeezed === '' || printedWidth(squeezed) > WIDEST_TITLE || /[。；;，]/u.test(squeezed)) return false;
  return isCaption(text) || NAMES_TABLE.test(squeezed) || LEADS_IN.test(squeezed);
}

const blank = (line: TextLine | undefined): boolean => line === undefined || line.text.trim() === '';

/** The lines with text between two line numbers (both excluded). */
const between = (lines: readonly TextLine[], after: number, before: number): readonly TextLine[] =>
  lines.slice(Math.max(0, after), Math.max(0, before - 1)).filter((line) => !blank(line));

/** The caption right below a table: the first line with text, if it is one. */
function below(lines: readonly TextLine[], extents: readonly Extent[], index: number): TextLine | null {
  const own = extents[index];
  const next = extents[index + 1];
  if (own === undefined) return null;
  const rest = lines.slice(own.last, Math.min(own.last + REACH, (next?.first ?? lines.length + 1) - 1));
  const first = rest.find((line) => !blank(line));
  return first !== undefined && isCaption(first.text) ? first : null;
}

/** Captions stand above or below tables, one way in a report: below, if most of them have text or nothing after them. */
function captionsBelow(lines: readonly TextLine[], extents: readonly Extent[]): boolean {
  const votes = extents.map((own, index) => {
    const caption = below(lines, extents, index);
    const before = extents[index - 1];
    const above = between(lines, Math.max(before?.last ?? 0, own.first - REACH), own.first).some((line) =>
      isCaption(line.text),
    );
    return (caption === null ? 0 : 1) - (above ? 1 : 0);
  });
  return votes.reduce<number>((sum, vote) => sum + vote, 0) >= 0;
}

function above(
  lines: readonly TextLine[],
  extents: readonly Extent[],
  index: number,
  skip: number | null,
): Surroundings {
  const own = extents[index];
  if (own === undefined) return { title: null, caption: null, unitLines: [] };
  const from = Math.max(extents[index - 1]?.last ?? 0, 0);
  const near = between(lines, from, own.first)
    .filter((line) => line.number !== skip)
    .slice(-REACH)
    .toReversed();
  const unitLines: TableLine[] = [];
  let title: TableLine | null = own.heading;
  for (const line of near) {
    if (isUnitLine(line.text)) unitLines.push(placed(line));
    else if (title === null && namesTable(line.text)) title = placed(line);
    else if (title === null && !PERIOD.test(bare(line.text)) && printedWidth(line.text) > WIDEST_TITLE) break;
  }
  return { title, caption: null, unitLines };
}

/** Titles, captions and unit lines for all tables of a report. */
export function surroundings(
  lines: readonly TextLine[],
  extents: readonly Extent[],
): readonly Surroundings[] {
  const under = captionsBelow(lines, extents);
  const captions = extents.map((_, index) => (under ? below(lines, extents, index) : null));
  const shared = captions.map((caption, index) => caption ?? laterCaption(lines, extents, captions, index));
  const found: Surroundings[] = [];
  for (const [index, own] of extents.entries()) {
    const caption = shared[index] ?? null;
    const skip = index > 0 ? (captions[index - 1]?.number ?? null) : null;
    const here = above(lines, extents, index, skip);
    const before = found.at(-1);
    const inherits = own.sameRun && before !== undefined && own.heading === null;
    found.push({
      title: here.title ?? (inherits ? before.title : null),
      caption: caption === null ? null : placed(caption),
      unitLines: here.unitLines.length > 0 || !inherits ? here.unitLines : before.unitLines,
    });
  }
  return found;
}

/** The caption of the next table, where nothing stands between the two and they have the same columns. */
function laterCaption(
  lines: readonly TextLine[],
  extents: readonly Extent[],
  captions: readonly (TextLine | null)[],
  index: number,
): TextLine | null {
  for (let at = index; at + 1 < extents.length; at++) {
    const [own, next] = [extents[at], extents[at + 1]];
    if (own === undefined || next === undefined || own.columns !== next.columns) return null;
    if (between(lines, own.last, next.first).length > 0) return null;
    const caption = captions[at + 1] ?? null;
    if (caption !== null) return caption;
  }
  return null;
}
