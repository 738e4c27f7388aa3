import type { TextLine } from '../../../model/document.ts';
import type { LineSegment } from '../../../model/layout.ts';
import { printedWidth } from './join.ts';

/** A printed line of prose without its Markdown dress: the text, and where each run of it stands. */
export interface ProseLine {
  readonly number: number;
  readonly text: string;
  readonly segments: readonly LineSegment[];
  /** True where a Markdown list dash stood before the text. */
  readonly item: boolean;
}

const DRESS = /^\s*(?:[-*•]\s+)?(?:#{1,6}\s+)?/u;
const MARKS = /\*\*|<\/?(?:u|b|i|strong|em)\s*\/?>/giu;

/** Takes list dashes, heading and bold marks off a line; the segments say where the rest stands. */
export function undress(line: TextLine): ProseLine {
  const lead = DRESS.exec(line.text)?.[0] ?? '';
  const end = line.text.trimEnd().length;
  const segments: LineSegment[] = [];
  let text = '';
  const take = (from: number, to: number) => {
    if (to <= from) return;
    segments.push({ start: text.length, length: to - from, line: line.number, column: from + 1 });
    text += line.text.slice(from, to);
  };
  let from = Math.min(lead.length, end);
  for (const mark of line.text.slice(0, end).matchAll(MARKS)) {
    if (mark.index < from) continue;
    take(from, mark.index);
    from = mark.index + mark[0].length;
  }
  take(from, end);
  if (text.trim() === '')
    return {
      number: line.number,
      text: line.text.slice(lead.length, end),
      segments: whole(line, lead.length, end),
      item: false,
    };
  return { number: line.number, text, segments, item: /^\s*[-*•]\s+\S/u.test(line.text) };
}

const whole = (line: TextLine, from: number, to: number): readonly LineSegment[] =>
  to > from ? [{ start: 0, length: to - from, line: line.number, column: from + 1 }] : [];

const ENDS = /[。；;！？!?：:…]["”』」）)]*$/u;
const NUMBERED =
  /^(第[一二三四五六七八九十\d]{1,3}[部章节条]|[一二三四五六七八九十]{1,3}[、.．]|[(（][一二三四五六七八九十]{1,3}[)）]|\d{1,2}\s*[、．]|\d{1,2}\s*\.(?!\d)|[(（]\d{1,2}[)）]|[①-⑳])/u;
const OPENING = /^([一二三四五六七八九十]{1,3}是|其中\s*[:：]|附件|附表|备注|注\s*[:：]|[(（]?[图表]\s*\d)/u;
/** What no paragraph begins with: punctuation, an account code in brackets, an amount cut from its label. */
const GOES_ON = /^([，。、；）)%％,;]|[(（]\d{5,7}[)）]|[\d,]+(\.\d+)?\s*(%|[百千万亿]?元))/u;
/** A figure at the end of one line and its unit or counter at the head of the next. */
const FIGURE_END = /\d\s*$/u;
const UNIT_HEAD = /^(?:[个名人家项户件次份台辆条起宗期批张万亿年月日]|[百千]?元|%|％)/u;
const FIGURE_CAPTION = /^[(（]?图\s*\d/u;
const TITLE_END = /(表|报告|说明|局|委|院|中心|方案|办法|通知|制度|情况|目录|单位|[)）])$/u;
/** Parts set apart by white space: a form's head or a row, no running text. */
const LAID_OUT = /\S(\t|[ \u3000]{3,})\S/u;
const LONG = 24;

/** True where a line can only open a paragraph of its own. */
const opens = (line: ProseLine): boolean => line.item || NUMBERED.test(line.text) || OPENING.test(line.text);

const isHeading = (line: ProseLine): boolean =>
  FIGURE_CAPTION.test(line.text) ||
  (NUMBERED.test(line.text) && !/[，,。；;：:]/u.test(line.text) && printedWidth(line.text) < 40);

/**
 * True where `next` goes on with the sentence that `line` leaves unfinished: `line` ends without a full stop, and
 * `next` opens nothing of its own.
 */
export function goesOn(line: ProseLine, next: ProseLine): boolean {
  if (ENDS.test(line.text) || opens(next) || FIGURE_CAPTION.test(line.text)) return false;
  if (LAID_OUT.test(line.text) || LAID_OUT.test(next.text)) return false;
  if (GOES_ON.test(next.text) || (FIGURE_END.test(line.text) && UNIT_HEAD.test(next.text))) return true;
  if (isHeading(line)) return false;
  if (/[，,、]$/u.test(line.text)) return true;
  const width = printedWidth(line.text);
  if (/[，,；;。]/u.test(line.text)) return width >= 12;
  return width >= LONG && !TITLE_END.test(line.text);
}
